"""Which of a message's documents to open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from app.desktop.plain_text import visible
from app.desktop.theme import GAP


class AttachmentDialog(QDialog):
    """Asks for one of several attachments."""

    def __init__(self, parent: QWidget | None, name: str, attachments: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Attachments"))
        prompt = QLabel(self.tr("{0} holds several documents. Which one is to be reviewed?").format(visible(name)))
        prompt.setTextFormat(Qt.TextFormat.PlainText)
        prompt.setWordWrap(True)
        prompt.setMinimumWidth(44 * GAP)
        self.list = QListWidget()
        self.list.setObjectName("attachments")
        self.list.setAccessibleName(self.tr("Attachments"))
        self.list.addItems([visible(attachment) for attachment in attachments])
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        confirm = self.buttons.addButton(self.tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        confirm.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        for widget in (prompt, self.list, self.buttons):
            column.addWidget(widget)
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, name: str, attachments: Sequence[str]) -> str | None:
        """Return the attachment chosen; None if the user turned back."""
        dialog = cls(parent, name, attachments)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        return attachments[dialog.list.currentRow()] if chosen and dialog.list.currentItem() else None
