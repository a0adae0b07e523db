"""Where an export goes, and in whose name."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desktop.theme import GAP


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """The answers: the folder, the author of the tracked changes, and their date at midnight UTC."""

    folder: Path
    author: str
    when: datetime


class ExportDialog(QDialog):
    """Asks for folder, author and date."""

    def __init__(self, parent: QWidget | None, stem: str, folder: Path, author: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.folder = QLineEdit(str(folder))
        self.folder.setObjectName("exportFolder")
        self.folder.setMinimumWidth(40 * GAP)
        browse = QPushButton(self.tr("Choose…"))
        browse.setAccessibleName(self.tr("Choose the folder"))
        browse.clicked.connect(self._browse)
        self.author = QLineEdit(author)
        self.author.setObjectName("exportAuthor")
        self.author.setPlaceholderText(self.tr("Name shown on the tracked changes"))
        self.date = QDateEdit(QDate.currentDate())
        self.date.setObjectName("exportDate")
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setCalendarPopup(True)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.setVerticalSpacing(GAP)
        form.setHorizontalSpacing(2 * GAP)
        folder_label = QLabel(self.tr("&Folder"))
        folder_label.setBuddy(self.folder)
        form.addRow(folder_label, place)
        form.addRow(self.tr("&Author"), self.author)
        form.addRow(self.tr("&Date"), self.date)
        files = QLabel(
            self.tr(
                "{0}.redlined.docx – for the counterparty\n"
                "{0}.memo.docx – internal, holds fallbacks and walk-away positions\n"
                "{0}.review.json – internal, for other programs"
            ).format(stem)
        )
        files.setProperty("role", "muted")
        files.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.confirm = self.buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(form)
        column.addWidget(files)
        column.addWidget(self.buttons)
        for field in (self.folder, self.author):
            field.textChanged.connect(self._check)
        self._check()
        (self.confirm if author else self.author).setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, stem: str, folder: Path, author: str) -> ExportChoice | None:
        """Return the answers; None if the user turned back."""
        dialog = cls(parent, stem, folder, author)
        return dialog.choice() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def choice(self) -> ExportChoice:
        """Return what the fields say."""
        date = self.date.date()
        return ExportChoice(
            folder=Path(self.folder.text().strip()),
            author=self.author.text().strip(),
            when=datetime(date.year(), date.month(), date.day(), tzinfo=UTC),
        )

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder for the export"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _check(self) -> None:
        self.confirm.setEnabled(bool(self.folder.text().strip() and self.author.text().strip()))
