"""What the library window asks: which fields to change, what a new entry is called, which wording to put in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.desktop import words
from app.desktop.library.entry_words import field_word, group_word
from app.desktop.theme import GAP
from app.model.clause import ClauseType

_FIELDS = (
    *("severity", "severity_when", "positions", "examples", "comment", "note", "ask", "rationale", "owner"),
    *("negotiability", "applies", "cues", "facts", "obligations", "claims", "sources", "title"),
)
_GROUPS = "ABCDEFGH"


class ChangeDialog(QDialog):
    """Asks which fields of a bundled entry our library is to set."""

    def __init__(self, parent: QWidget | None, clause: ClauseType) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change an entry"))
        told = _told(
            self.tr(
                "Which parts of “{0}” does your library say differently? They are copied as they are, to be changed; "
                "all others stay those of the bundled library, also when that is updated."
            ).format(clause.title)
        )
        self.boxes: dict[str, QCheckBox] = {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        for field in _FIELDS:
            if _is_set(clause, field):
                box = QCheckBox(field_word(field))
                box.setObjectName(f"changeField-{field}")
                box.toggled.connect(self._check)
                self.boxes[field] = box
                column.addWidget(box)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        self.hint = _told(
            self.tr("With other positions change the examples too: each names the position it stands on.")
        )
        self.buttons = _buttons(self, self.tr("Change"))
        _arrange(self, told, scroll, self.hint, self.buttons)
        self.boxes["positions"].toggled.connect(self.boxes["examples"].setChecked)
        self._check()

    @classmethod
    def ask(cls, parent: QWidget | None, clause: ClauseType) -> tuple[str, ...] | None:
        """Return the fields to change; None if the user turned back."""
        dialog = cls(parent, clause)
        return dialog.fields() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def fields(self) -> tuple[str, ...]:
        """Return the fields that are ticked."""
        return tuple(field for field, box in self.boxes.items() if box.isChecked())

    def _check(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.fields()))


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What a new entry is called, and the letter of its group."""

    id: str
    title: str
    group: str


class NewEntryDialog(QDialog):
    """Asks what a new entry is called."""

    def __init__(self, parent: QWidget | None, taken: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New entry"))
        self._taken = frozenset(taken)
        self._own_id = ""
        self.title = QLineEdit()
        self.title.setObjectName("newEntryTitle")
        self.title.setPlaceholderText(self.tr("Visits by the vendor"))
        self.id = QLineEdit()
        self.id.setObjectName("newEntryId")
        self.id.setValidator(QRegularExpressionValidator(QRegularExpression("[a-z][a-z0-9-]{0,60}"), self))
        self.id.setToolTip(self.tr("Small letters, digits and hyphens; it is the name of the file"))
        self.group = QComboBox()
        self.group.setObjectName("newEntryGroup")
        for letter in _GROUPS:
            self.group.addItem(group_word(letter), letter)
        self.group.setCurrentIndex(self.group.findData("D"))
        self.problem = _told("")
        self.problem.setObjectName("newEntryProblem")
        self.buttons = _buttons(self, self.tr("Begin"))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("&Title"), self.title)
        form.addRow(self.tr("&Id"), self.id)
        form.addRow(self.tr("&Group"), self.group)
        fields = QWidget()
        fields.setLayout(form)
        told = _told(self.tr("A small entry that works is begun, with a remark at each part."))
        _arrange(self, told, fields, self.problem, self.buttons)
        self.title.textEdited.connect(self._propose_id)
        self.id.textChanged.connect(self._check)
        self._check()

    @classmethod
    def ask(cls, parent: QWidget | None, taken: Sequence[str]) -> NewEntry | None:
        """Return what the new entry is called; None if the user turned back. `taken` are the ids there are."""
        dialog = cls(parent, taken)
        return dialog.entry() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def entry(self) -> NewEntry:
        """Return what the fields say."""
        return NewEntry(self.id.text(), self.title.text().strip(), str(self.group.currentData()))

    def _propose_id(self, title: str) -> None:
        """Propose an id made of the title, unless the user has written another."""
        if self.id.text() == self._own_id:
            letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in title.lower())
            self._own_id = "-".join(letters.split()).lstrip("0123456789-")[:60]
            self.id.setText(self._own_id)

    def _check(self) -> None:
        name = self.id.text()
        taken = name in self._taken
        self.problem.setText(self.tr("There is an entry {0} already; choose another id.").format(name) if taken else "")
        usable = self.id.hasAcceptableInput() and not name.endswith("-") and not taken
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(usable)


class WordingDialog(QDialog):
    """Asks which bundled position gives its wording."""

    def __init__(self, parent: QWidget | None, clauses: Sequence[ClauseType], chosen: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Insert wording"))
        self._clauses = [clause for clause in clauses if any(rung.has_wording for rung in clause.positions)]
        self.entries = QComboBox()
        self.entries.setObjectName("wordingEntry")
        self.rungs = QComboBox()
        self.rungs.setObjectName("wordingRung")
        for combo in (self.entries, self.rungs):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(30)
        for clause in self._clauses:
            self.entries.addItem(clause.title, clause.id)
        self.entries.currentIndexChanged.connect(self._list_rungs)
        self.preview = _told("")
        self.preview.setObjectName("wordingPreview")
        self.rungs.currentIndexChanged.connect(self._preview)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("&Entry"), self.entries)
        form.addRow(self.tr("&Position"), self.rungs)
        fields = QWidget()
        fields.setLayout(form)
        self.buttons = _buttons(self, self.tr("Insert"))
        told = _told(self.tr("The edits and the clause of a bundled position are put in at the cursor, to be changed."))
        _arrange(self, told, fields, self.preview, self.buttons)
        self.entries.setCurrentIndex(max(self.entries.findData(chosen), 0))
        self._list_rungs()

    @classmethod
    def ask(cls, parent: QWidget | None, clauses: Sequence[ClauseType], chosen: str) -> tuple[str, int] | None:
        """Return the id of the entry and the position, from 0; None if the user turned back."""
        dialog = cls(parent, clauses, chosen)
        return dialog.choice() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def choice(self) -> tuple[str, int]:
        """Return the entry and the position that are chosen."""
        return str(self.entries.currentData()), int(self.rungs.currentData() or 0)

    def _list_rungs(self) -> None:
        self.rungs.clear()
        for number, position in enumerate(self._clauses[self.entries.currentIndex()].positions):
            if position.has_wording:
                self.rungs.addItem(f"{words.level_word(position.level)}: {position.name}", number)

    def _preview(self) -> None:
        if self.rungs.currentIndex() < 0:
            return
        position = self._clauses[self.entries.currentIndex()].positions[int(self.rungs.currentData())]
        self.preview.setText(" ".join(position.clause.text) if position.clause is not None else "")


def _is_set(clause: ClauseType, field: str) -> bool:
    return field in ("title", "positions", "examples") or bool(getattr(clause, field))


def _told(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "muted")
    return label


def _buttons(dialog: QDialog, accept: str) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    buttons.button(QDialogButtonBox.StandardButton.Ok).setText(accept)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons


def _arrange(dialog: QDialog, *widgets: QWidget) -> None:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
    column.setSpacing(GAP)
    for widget in widgets:
        column.addWidget(widget, 1 if isinstance(widget, QScrollArea) else 0)
    dialog.setMinimumWidth(56 * GAP)
