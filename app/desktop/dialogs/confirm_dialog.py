"""A question before something that cannot be undone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMessageBox, QWidget

from app.desktop.plain_text import visible


class ConfirmDialog(QMessageBox):
    """Asks whether to go on; turning back is the answer that Enter and Escape give."""

    def __init__(self, parent: QWidget | None, question: str, why: str, go_on: str) -> None:
        super().__init__(parent)
        self.setObjectName("confirm")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Please confirm"))
        self.setText(visible(question))
        self.setInformativeText(visible(why))
        self.go_on = self.addButton(go_on, QMessageBox.ButtonRole.AcceptRole)
        back = self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(QMessageBox.StandardButton.Cancel)
        self.setEscapeButton(back)

    def showEvent(self, event: QShowEvent) -> None:
        """Give every button room for its words: the width that the style sheet names is too small for some."""
        for button in self.buttons():
            button.ensurePolished()
            button.setMinimumWidth(button.sizeHint().width())
        super().showEvent(event)

    @classmethod
    def ask(cls, parent: QWidget | None, question: str, why: str, go_on: str) -> bool:
        """Return whether the user wants to go on."""
        dialog = cls(parent, question, why, go_on)
        dialog.exec()
        return dialog.clickedButton() is dialog.go_on
