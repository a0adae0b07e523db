"""The password of a protected file."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.desktop.plain_text import visible
from app.desktop.theme import GAP


class PasswordDialog(QDialog):
    """Asks for a password; it is not shown, and not kept."""

    def __init__(self, parent: QWidget | None, name: str, *, again: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Password"))
        asked = self.tr("{0} is protected by a password.").format(name)
        wrong = self.tr("That password does not open {0}. Try again.").format(name)
        prompt = QLabel(visible(wrong if again else asked))
        prompt.setTextFormat(Qt.TextFormat.PlainText)
        prompt.setObjectName("passwordPrompt")
        prompt.setWordWrap(True)
        prompt.setMinimumWidth(44 * GAP)
        self.password = QLineEdit()
        self.password.setObjectName("password")
        self.password.setAccessibleName(self.tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        note = QLabel(self.tr("It is used to open the file and not kept."))
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setProperty("role", "muted")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.confirm = self.buttons.addButton(self.tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.confirm.setEnabled(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.password.textChanged.connect(lambda text: self.confirm.setEnabled(bool(text)))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        for widget in (prompt, self.password, note, self.buttons):
            column.addWidget(widget)
        self.confirm.setDefault(True)  # once it is in the dialog: else Enter would press the first button, Cancel
        self.password.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, name: str, *, again: bool) -> str | None:
        """Return the password of the file called `name`; None if the user turned back.

        `again` says that one was given and was wrong.
        """
        dialog = cls(parent, name, again=again)
        return dialog.password.text() if dialog.exec() == QDialog.DialogCode.Accepted else None
