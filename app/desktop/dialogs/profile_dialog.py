"""The deployment profile as a form: what the document is judged for."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.desktop.profile.form import ProfileForm, topics
from app.desktop.profile.question_words import asked
from app.desktop.profile.saved_bar import SavedBar
from app.desktop.theme import GAP
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.service.users import count_users

_PAUSE_MS = 300  # of the user, before a change is told


class ProfileDialog(QDialog):
    """Asks the questions of the profile, answered as `profile` is; `review` has the threshold of users.

    Signals:
        changed: A DeploymentProfile with the answers so far, once the user pauses; for `show_effect`.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None, profile: DeploymentProfile, review: Review | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Deployment profile"))
        self._given = profile
        self._kept = profile
        self.saved_bar = SavedBar(profile, self.profile, self)
        self.search = QLineEdit(self)
        self.search.setObjectName("profileSearch")
        self.search.setPlaceholderText(self.tr("Search questions"))
        self.search.setAccessibleName(self.tr("Search questions"))
        self.search.setClearButtonEnabled(True)
        self.topics = QListWidget(self)
        self.topics.setObjectName("profileTopics")
        self.topics.setAccessibleName(self.tr("Topics"))
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.topics.setWordWrap(True)
        self.topics.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.topics.setResizeMode(QListWidget.ResizeMode.Adjust)
        for name in topics():
            item = QListWidgetItem(asked(name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.topics.addItem(item)
        self.form = ProfileForm(lambda answers: count_users(answers, review), self)
        self.message = _said("profileMessage", "problem")
        self.effect = _said("profileEffect", "muted")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        words = self.tr("&Judge again") if review is not None else self.tr("&Use this profile")
        self.apply = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply.setObjectName("applyProfile")
        self.apply.setProperty("role", "primary")
        self.message.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._arrange()
        self._connect()
        self.form.show_profile(profile, profile)
        self._check()
        self.form.rows["name"].field.setFocus()
        self.resize(QSize(960, 720).boundedTo(self.screen().availableSize()))

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        profile: DeploymentProfile,
        review: Review | None = None,
        watch: Callable[["ProfileDialog"], None] = lambda _: None,
    ) -> DeploymentProfile | None:
        """Return the answers; None if the user turned back.

        `watch` gets the dialog before it is shown, to follow `changed`.
        """
        dialog = cls(parent, profile, review)
        watch(dialog)
        return dialog.profile() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def profile(self) -> DeploymentProfile:
        """Return the answers.

        Raises:
            ProfileError: What is typed is no answer.
        """
        return self.form.profile()

    def show_effect(self, text: str) -> None:
        """Say what the answers so far would change."""
        self.effect.setText(text)

    def accept(self) -> None:
        """Close with the answers; where one is wrong, show it instead."""
        if any(self.form.problems()):
            self.form.show_problem()
        else:
            super().accept()

    def reject(self) -> None:
        """Close without the answers; those that would be lost are asked about."""
        if self.loses_answers and not self._agrees_to_lose():
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+Enter for the answers; Enter alone ends a field and not the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.apply.isEnabled():
                self.accept()
            return
        super().keyPressEvent(event)

    @property
    def loses_answers(self) -> bool:
        """Whether answers would be lost if the form were closed now: neither given nor saved."""
        return any(self.form.problems()) or self.form.profile() not in (self._given, self._kept)

    def _agrees_to_lose(self) -> bool:
        why = self.tr("They are not applied, and not saved under a name.")
        return ConfirmDialog.ask(self, self.tr("Leave your answers?"), why, self.tr("Leave them"))

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.search)
        left.addWidget(self.topics, 1)
        middle = QHBoxLayout()
        middle.setSpacing(2 * GAP)
        middle.addLayout(left, 1)
        middle.addWidget(self.form, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addWidget(self.saved_bar)
        column.addLayout(middle, 1)
        for widget in (self.message, self.effect, self.buttons):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.search.textChanged.connect(self.form.keep_words)
        self.topics.itemClicked.connect(self._turn_to)
        self.topics.itemActivated.connect(self._turn_to)
        self.form.changed.connect(self._take)
        self.saved_bar.chosen.connect(self._show)
        self.saved_bar.saved.connect(self._mark_from)
        self.saved_bar.refused.connect(self._tell)
        self._pause.timeout.connect(self._tell_changed)

    def _turn_to(self, item: QListWidgetItem) -> None:
        self.search.clear()
        self.form.turn_to(str(item.data(Qt.ItemDataRole.UserRole)))

    def _show(self, profile: DeploymentProfile) -> None:
        """Show another profile, which is the one that changes are marked against."""
        self._mark_from(profile)
        self._take()

    def _mark_from(self, saved: DeploymentProfile) -> None:
        self._kept = saved
        self.form.show_profile(saved, saved)

    def _take(self) -> None:
        self._check()
        self._pause.start()

    def _tell_changed(self) -> None:
        if not any(self.form.problems()):
            self.changed.emit(self.form.profile())

    def _tell(self, why: str) -> None:
        self.message.setText(why)
        self.message.setVisible(bool(why))

    def _check(self) -> None:
        wrong = any(self.form.problems())
        self.apply.setEnabled(not wrong and self.form.profile() != self._given)


def _said(name: str, role: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
