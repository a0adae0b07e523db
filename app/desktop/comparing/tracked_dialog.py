"""Where the tracked changes between two versions go, in whose name, and what leaves with them."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.desktop.comparing.tracked_choice import TrackedChoice
from app.desktop.dialogs.outgoing_list import OutgoingList
from app.desktop.plain_text import visible
from app.desktop.theme import GAP
from app.model.inspection import Inspection

_OF_SCREEN = 0.9  # at most


class TrackedDialog(QDialog):
    """Asks for all that the file needs, in one look; the answers at first are those of `start`.

    Without an inspection nothing is asked of what leaves: the counterparty has the file already.
    """

    def __init__(
        self,
        parent: QWidget | None,
        told: str,
        inspection: Inspection | None,
        start: TrackedChoice,
        title: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title or self.tr("Export tracked changes"))
        self.file = QLineEdit(str(start.path))
        self.file.setObjectName("trackedFile")
        self.file.setMinimumWidth(40 * GAP)
        self.author = QLineEdit(start.author)
        self.author.setObjectName("trackedAuthor")
        self.author.setPlaceholderText(self.tr("Name shown on the tracked changes"))
        self.date = QDateEdit(QDate(start.when.year, start.when.month, start.when.day))
        self.date.setObjectName("trackedDate")
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setCalendarPopup(True)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.date.calendarWidget().setWeekdayTextFormat(weekend, QTextCharFormat())  # else red, in any look
        self.outgoing = OutgoingList(inspection, start.remove) if inspection is not None else None
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.confirm = self.buttons.addButton(title or self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.confirm.setProperty("role", "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addWidget(self._scrolled(told), 1)
        column.addWidget(self.buttons)
        for field in (self.file, self.author):
            field.textChanged.connect(self._check)
        self._check()
        self.confirm.setDefault(True)  # not before: the dialog has to hold the button
        (self.confirm if start.author else self.author).setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        told: str,
        inspection: Inspection | None,
        start: TrackedChoice,
        title: str = "",
    ) -> TrackedChoice | None:
        """Return the answers; None if the user turned back. `told` says what is written."""
        dialog = cls(parent, told, inspection, start, title)
        return dialog.choice() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def choice(self) -> TrackedChoice:
        """Return what the fields say."""
        date = self.date.date()
        return TrackedChoice(
            path=Path(self.file.text().strip()),
            author=self.author.text().strip(),
            when=datetime(date.year(), date.month(), date.day(), tzinfo=UTC),
            remove=self.outgoing.chosen() if self.outgoing is not None else (),
        )

    def _scrolled(self, told: str) -> QScrollArea:
        """Return all that is asked, which is scrolled where the screen is too small for it."""
        says = QLabel(visible(told))
        says.setTextFormat(Qt.TextFormat.PlainText)
        says.setProperty("role", "muted")
        says.setWordWrap(True)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(says)
        column.addLayout(self._fields())
        if self.outgoing is not None:
            heading = _label(self.tr("&Tick what is taken out before the file leaves"), self.outgoing.list)
            heading.setProperty("role", "heading")
            column.addWidget(heading)
            column.addWidget(self.outgoing, 1)
        else:
            column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        rest = QSize(6 * GAP, 7 * GAP + self.buttons.sizeHint().height())
        self.resize((page.sizeHint() + rest).boundedTo(self.screen().availableSize() * _OF_SCREEN))
        return area

    def _fields(self) -> QFormLayout:
        browse = QPushButton(self.tr("Choose…"))
        browse.setObjectName("trackedBrowse")
        browse.setAccessibleName(self.tr("Choose the file"))
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.setSpacing(GAP)
        place.addWidget(self.file, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.setVerticalSpacing(GAP)
        form.setHorizontalSpacing(2 * GAP)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        file_label = _label(self.tr("&File"), self.file)
        form.addRow(file_label, place)
        for name, field in ((self.tr("&Author"), self.author), (self.tr("&Date"), self.date)):
            form.addRow(_label(name, field), field)
        return form

    def _browse(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("File for the tracked changes"),
            self.file.text(),
            self.tr("Word documents (*.docx *.docm *.dotx *.dotm)"),
            options=QFileDialog.Option.DontConfirmOverwrite,  # the window asks, whichever way the name was given
        )
        if name:
            self.file.setText(name)

    def _check(self) -> None:
        self.confirm.setEnabled(bool(self.file.text().strip() and self.author.text().strip()))


def _label(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(field)
    return label
