"""Text from the clipboard: what it is, and whether it becomes a file."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desktop.theme import GAP


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text to review, and the file that keeps it; None for none."""

    text: str
    path: Path | None


class PasteDialog(QDialog):
    """Shows the text and asks what to do with it."""

    def __init__(self, parent: QWidget | None, text: str, folder: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Review pasted text"))
        self._folder = folder
        self._path: Path | None = None
        self.text = QPlainTextEdit(text)
        self.text.setObjectName("pastedText")
        self.text.setAccessibleName(self.tr("Pasted text"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumSize(64 * GAP, 34 * GAP)
        note = QLabel(
            self.tr("The text can be changed before it is reviewed. The matter keeps it, with or without a file.")
        )
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.save: QPushButton = self.buttons.addButton(self.tr("Save as a file and review…"), role)
        self.only_review: QPushButton = self.buttons.addButton(self.tr("Review"), role)
        self.save.clicked.connect(self._save)
        self.only_review.clicked.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        for widget in (self.text, note, self.buttons):
            column.addWidget(widget)
        self.text.textChanged.connect(self._check)
        self._check()

    @classmethod
    def ask(cls, parent: QWidget | None, text: str, folder: Path) -> Pasted | None:
        """Return the text and where it is to be kept; None if the user turned back."""
        dialog = cls(parent, text, folder)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        return Pasted(dialog.text.toPlainText(), dialog._path) if accepted else None

    def _save(self) -> None:
        """Ask for the file, and go on if there is an answer."""
        proposed = str(self._folder / self.tr("Pasted text.txt"))
        kinds = self.tr("Plain text (*.txt)")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the text"), proposed, kinds)
        if name:
            self._path = Path(name) if Path(name).suffix else Path(f"{name}.txt")
            self.accept()

    def _check(self) -> None:
        for button in (self.save, self.only_review):
            button.setEnabled(bool(self.text.toPlainText().strip()))
