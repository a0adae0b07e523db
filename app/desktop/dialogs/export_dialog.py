"""Where an export goes, in whose name, how much it marks, and what leaves with it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.desktop.dialogs.outgoing_list import OutgoingList
from app.desktop.export_choice import ExportChoice
from app.desktop.plain_text import visible
from app.desktop.theme import GAP
from app.model.inspection import Inspection
from app.model.matter import ExportRecord
from app.model.redline import Copy, Degree

_OF_SCREEN = 0.9  # at most


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be exported.

    Attributes:
        stem: What the files are named after.
        ending: Of the redlined file's name.
        inspection: What leaves with it.
        undecided: How many findings are not decided yet.
        last: The export before; None for none.
        all_inspected: What leaves with all documents of the matter; None where there is but one.
    """

    stem: str
    ending: str
    inspection: Inspection
    undecided: int = 0
    last: ExportRecord | None = None
    all_inspected: Inspection | None = None


class ExportDialog(QDialog):
    """Asks for all that an export needs to know, in one look; the answers at first are those of `start`."""

    def __init__(self, parent: QWidget | None, question: Question, start: ExportChoice) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.folder = QLineEdit(str(start.folder))
        self.folder.setObjectName("exportFolder")
        self.folder.setMinimumWidth(30 * GAP)
        self.author = QLineEdit(start.author)
        self.author.setObjectName("exportAuthor")
        self.author.setPlaceholderText(self.tr("Name shown on the tracked changes"))
        self.date = QDateEdit(QDate(start.when.year, start.when.month, start.when.day))
        self.date.setObjectName("exportDate")
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setCalendarPopup(True)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.date.calendarWidget().setWeekdayTextFormat(weekend, QTextCharFormat())  # else red, in any look
        self.degrees = self._degree_buttons(start.degree)
        self.copies = self._copy_boxes(start.copies)
        self.counterparty = QCheckBox(self.tr("&Memo for the counterparty"))
        self.counterparty.setObjectName("exportCounterparty")
        self.counterparty.setChecked(start.counterparty)
        self.undecided = self._undecided_buttons(question.undecided, start)
        self.outgoing = OutgoingList(question.inspection, start.remove)
        self.all_outgoing = OutgoingList(question.all_inspected or question.inspection, start.remove)
        self.all_documents = QCheckBox(self.tr("A&ll documents of the matter"))
        self.all_documents.setObjectName("exportAll")
        self.all_documents.setVisible(question.all_inspected is not None)
        self.all_documents.toggled.connect(self._show_outgoing)
        self.all_documents.setChecked(start.all_documents and question.all_inspected is not None)
        self._show_outgoing()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.confirm = self.buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.confirm.setProperty("role", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addWidget(self._scrolled(question), 1)
        column.addWidget(self.buttons)
        for field in (self.folder, self.author):
            field.textChanged.connect(self._check)
        self._check()
        self.confirm.setDefault(True)  # not before: the dialog has to hold the button
        (self.confirm if start.author else self.author).setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, question: Question, start: ExportChoice) -> ExportChoice | None:
        """Return the answers; None if the user turned back."""
        dialog = cls(parent, question, start)
        return dialog.choice() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def choice(self) -> ExportChoice:
        """Return what the fields say."""
        date = self.date.date()
        return ExportChoice(
            folder=Path(self.folder.text().strip()),
            author=self.author.text().strip(),
            when=datetime(date.year(), date.month(), date.day(), tzinfo=UTC),
            degree=next(degree for degree, button in self.degrees.items() if button.isChecked()),
            copies=tuple(copy for copy, box in self.copies.items() if box.isChecked()),
            counterparty=self.counterparty.isChecked(),
            remove=(self.all_outgoing if self.all_documents.isChecked() else self.outgoing).chosen(),
            all_documents=self.all_documents.isChecked(),
            undecided=self.undecided[True].isChecked(),
        )

    def _scrolled(self, question: Question) -> QScrollArea:
        """Return all that is asked, one side above the other where the screen is too narrow for both."""
        page = QWidget()
        sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(3 * GAP)
        sides.addLayout(self._left(question))
        sides.addLayout(self._right(), 1)
        room = self.screen().availableSize() * _OF_SCREEN
        if page.sizeHint().width() + 6 * GAP > room.width():
            sides.setDirection(QBoxLayout.Direction.TopToBottom)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        rest = QSize(6 * GAP, 7 * GAP + self.buttons.sizeHint().height())
        self.resize((page.sizeHint() + rest).boundedTo(room))
        return area

    def _left(self, question: Question) -> QLayout:
        """Return the fields, the degrees and the files."""
        browse = QPushButton(self.tr("Choose…"))
        browse.setAccessibleName(self.tr("Choose the folder"))
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.setSpacing(GAP)
        place.addWidget(self.folder, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.setVerticalSpacing(GAP)
        form.setHorizontalSpacing(2 * GAP)
        folder_label = QLabel(self.tr("&Folder"))
        folder_label.setTextFormat(Qt.TextFormat.PlainText)
        folder_label.setBuddy(self.folder)
        form.addRow(folder_label, place)
        for name, field in ((self.tr("&Author"), self.author), (self.tr("&Date"), self.date)):
            label = QLabel(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(field)
            form.addRow(label, field)
        files = _muted(
            self.tr(
                "{0}.redlined{1} – for the counterparty\n"
                "{0}.memo.docx – internal: fallbacks and walk-away positions\n"
                "{0}.review.json – internal, for other programs"
            ).format(visible(question.stem), question.ending)
        )
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addLayout(form)
        if question.last is not None:
            day = question.last.when.astimezone().strftime("%Y-%m-%d %H:%M")
            last = _muted(self.tr("Last exported {0} to {1}").format(day, visible(question.last.folder)))
            last.setObjectName("lastExport")
            last.setWordWrap(True)
            column.addWidget(last)
        column.addWidget(self.all_documents)
        if question.undecided:
            column.addSpacing(GAP)
            column.addWidget(_heading(self._undecided_word(question.undecided)))
            for button in self.undecided.values():
                column.addWidget(button)
        column.addSpacing(GAP)
        column.addWidget(_heading(self.tr("What is marked as changed")))
        for button in self.degrees.values():
            column.addWidget(button)
        column.addSpacing(GAP)
        column.addWidget(_heading(self.tr("Files")))
        column.addWidget(files)
        for box in (*self.copies.values(), self.counterparty):
            column.addWidget(box)
        column.addStretch(1)
        return column

    def _right(self) -> QLayout:
        """Return what leaves with the file."""
        heading = _heading(self.tr("&Tick what is taken out before the file leaves"))
        heading.setBuddy(self.outgoing.list)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(heading)
        column.addWidget(self.outgoing, 1)
        column.addWidget(self.all_outgoing, 1)
        return column

    def _show_outgoing(self) -> None:
        """Show what leaves with the document, or with all of them."""
        self.outgoing.setVisible(not self.all_documents.isChecked())
        self.all_outgoing.setVisible(self.all_documents.isChecked())

    def _undecided_word(self, count: int) -> str:
        return (
            self.tr("1 finding is not decided") if count == 1 else self.tr("{0} findings are not decided").format(count)
        )

    def _undecided_buttons(self, count: int, start: ExportChoice) -> dict[bool, QRadioButton]:
        buttons = {True: QRadioButton(self.tr("Ask for what is &proposed")), False: QRadioButton(self.tr("&Leave out"))}
        self._undecided_group = QButtonGroup(self)
        for included, button in buttons.items():
            button.setObjectName(f"undecided-{'included' if included else 'left-out'}")
            button.setChecked(included == (start.undecided or not count))
            self._undecided_group.addButton(button)
        return buttons

    def _degree_buttons(self, chosen: Degree) -> dict[Degree, QRadioButton]:
        buttons: dict[Degree, QRadioButton] = {
            "surgical": QRadioButton(self.tr("Wo&rds: only those that differ")),
            "sentence": QRadioButton(self.tr("&Sentences: whole, where a word differs")),
            "clause": QRadioButton(self.tr("Claus&es: whole paragraphs, where a word differs")),
        }
        for degree, button in buttons.items():
            button.setObjectName(f"degree-{degree}")
        buttons[chosen].setChecked(True)
        return buttons

    def _copy_boxes(self, chosen: Collection[Copy]) -> dict[Copy, QCheckBox]:
        boxes: dict[Copy, QCheckBox] = {
            "clean": QCheckBox(self.tr("&Clean copy: all changes accepted, no comments")),
            "ours-only": QCheckBox(self.tr("Copy with &our changes only, earlier ones accepted")),
        }
        for copy, box in boxes.items():
            box.setObjectName(f"copy-{copy}")
            box.setChecked(copy in chosen)
        return boxes

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder for the export"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _check(self) -> None:
        self.confirm.setEnabled(bool(self.folder.text().strip() and self.author.text().strip()))


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "heading")
    return label


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
