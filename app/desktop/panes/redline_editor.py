"""What is asked for, word by word: shown as a change, and edited as the text that it is to become."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.desktop.flow_layout import FlowLayout
from app.desktop.panes.detail_part import heading_label, show_text, text_label
from app.desktop.panes.growing_edit import GrowingEdit
from app.desktop.proposal import Editable, Proposal, extent_word
from app.desktop.theme import GAP
from app.desktop.words import tr
from app.model.matter import OwnWords
from app.model.redline import Redline
from app.service.own_words import extent_of

_DEBOUNCE_MS = 150


class RedlineEditor(QWidget):
    """Shows what changes, and on request lets each changed paragraph be typed as it is to be.

    Signals:
        edit_asked: The user wants to edit the words.
        previewed: The Redline while words are typed; None when that ends.
        kept: The user's OwnWords; None for the library's.
    """

    edit_asked = Signal()
    previewed = Signal(object)
    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposal: Proposal | None = None
        self._basis: Proposal | None = None  # as it was when the editing began
        self._begun_from: QWidget | None = None  # where the keyboard was then
        self.fields: list[_Field] = []
        self.heading = heading_label(self.tr("Redline"))
        self.origin = QLabel()
        self.origin.setTextFormat(Qt.TextFormat.PlainText)
        self.origin.setObjectName("redlineOrigin")
        self.origin.setProperty("role", "muted")
        self.origin.setWordWrap(True)
        self.body = text_label("detailRedline")
        self.heading.setBuddy(self.body)
        self.edit = _button("editWords", self.tr("Edit"), self.tr("Edit the words that are asked for (M)"))
        self.edit.setAccessibleName(self.tr("Edit the words"))
        self.back = _button("libraryWords", self.tr("Library's words"), self.tr("Back to the library's words"))
        self.extent = QLabel()
        self.extent.setTextFormat(Qt.TextFormat.PlainText)
        self.extent.setObjectName("redlineExtent")
        self.extent.setProperty("role", "muted")
        self.extent.setWordWrap(True)
        self.keep = _button("keepWords", self.tr("Keep words"), self.tr("Ask for these words (Ctrl+Enter)"))
        self.cancel = _button("cancelWords", self.tr("Cancel"), self.tr("Leave the words as they were (Esc)"))
        self._fields = QVBoxLayout()
        self._fields.setSpacing(GAP // 2)
        row = FlowLayout()
        for button in (self.edit, self.keep, self.cancel, self.back):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        for widget in (self.heading, self.origin, self.body):
            column.addWidget(widget)
        column.addLayout(self._fields)
        column.addWidget(self.extent)
        column.addLayout(row)
        self._typing = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._typing.timeout.connect(self._preview)
        self.edit.clicked.connect(self.edit_asked)
        self.keep.clicked.connect(self.finish)
        self.cancel.clicked.connect(self.stop)
        self.back.clicked.connect(self._give_back)

    @property
    def is_editing(self) -> bool:
        """Whether the words can be typed now."""
        return bool(self.fields)

    @property
    def is_unsaved(self) -> bool:
        """Whether words were typed that are not kept yet."""
        return any(field.is_changed for field in self.fields)

    def show_proposal(self, proposal: Proposal, rendered: str) -> None:
        """Show `proposal`, whose changes are `rendered`; words that are being typed stay."""
        self._proposal = proposal
        if (
            self.is_editing
            and not self.is_unsaved
            and proposal.editable() != tuple(field.text for field in self.fields)
        ):
            self.stop()
        show_text(self.body, rendered, self.heading.text())
        self._arrange()

    def begin(self) -> None:
        """Let the words be typed, from the first of them on."""
        if self._proposal is None:
            return
        if not self.is_editing:
            self._begun_from = QApplication.focusWidget()
            self._basis = self._proposal
            for text in self._basis.editable():
                field = _Field(text, len(self.fields))
                field.edit.typed.connect(self._typing.start)
                field.edit.cancelled.connect(self.stop)
                field.edit.confirmed.connect(self.finish)
                self.fields.append(field)
                self._fields.addWidget(field)
            for before, after in pairwise((self.body, *(field.edit for field in self.fields))):
                QWidget.setTabOrder(before, after)
            self._arrange()
        if self.fields:
            self.fields[0].edit.setFocus()

    def finish(self) -> None:
        """Keep what is typed."""
        changed, words = self.is_unsaved, self._typed()
        self.stop()
        if changed:
            self.kept.emit(words)

    def stop(self) -> None:
        """Give up what is typed, and show the change again."""
        had_focus = (
            any(field.edit.hasFocus() for field in self.fields) or self.keep.hasFocus() or self.cancel.hasFocus()
        )
        self._typing.stop()
        if self.is_editing:
            for field in self.fields:
                self._fields.removeWidget(field)
                field.hide()
                field.deleteLater()
            self.fields = []
            self._arrange()
            if had_focus:
                before = self._begun_from
                (before if before is not None and isValid(before) and before.isVisible() else self.edit).setFocus()
            self.previewed.emit(None)

    def _give_back(self) -> None:
        self.stop()
        self.kept.emit(None)

    def _preview(self) -> None:
        """Show elsewhere what the words typed so far would change, and count it here."""
        if self._basis is not None and self.is_editing:
            redline = self._basis.with_words(self._typed())
            self._count(redline)
            self.previewed.emit(redline)

    def _typed(self) -> OwnWords | None:
        """Return what is typed as far as it is not the library's; None where it all is."""
        standing = [field for field in self.fields if field.text.paragraph is not None]
        new = [field for field in self.fields if field.text.paragraph is None]
        paragraphs = tuple(
            (field.text.paragraph, field.words)
            for field in standing
            if field.text.paragraph is not None and field.words != field.text.library
        )
        own = any(field.words != field.text.library for field in new)
        additions = tuple(field.words for field in new) if own else ()
        return OwnWords(paragraphs, additions) if paragraphs or additions else None

    def _arrange(self) -> None:
        """Show what belongs to viewing or to editing."""
        proposal = self._proposal
        if proposal is None:
            return
        own = proposal.words is not None and proposal.is_asked
        self.body.setVisible(not self.is_editing and proposal.changes)
        self.origin.setText(proposal.origin)
        self.extent.setVisible(self.is_editing or proposal.changes)
        self.edit.setVisible(not self.is_editing)
        self.keep.setVisible(self.is_editing)
        self.cancel.setVisible(self.is_editing)
        self.back.setVisible(own)
        if not self.is_unsaved:
            self._count(proposal.shown)

    def _count(self, redline: Redline) -> None:
        if self._proposal is not None:
            self.extent.setText(extent_word(extent_of(self._proposal.document, redline)))


class _Field(QWidget):
    """A text under the name of its place."""

    def __init__(self, text: Editable, number: int) -> None:
        super().__init__()
        self.text = text
        label = heading_label(text.place)
        self.edit = GrowingEdit(f"words-{number}", tr("Words of {0}").format(text.place))
        label.setBuddy(self.edit)
        self.edit.show_text(text.current)
        self._begun = self.edit.text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(label)
        column.addWidget(self.edit)

    @property
    def is_changed(self) -> bool:
        return self.edit.text != self._begun

    @property
    def words(self) -> str:
        """What is typed; the text as it was where nothing is, whatever a field can hold."""
        return self.edit.text if self.is_changed else self.text.current


def _button(name: str, text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("role", "decision")
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    return button
