import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from app.desktop.dialogs.password_dialog import PasswordDialog


@pytest.fixture
def dialog(qtbot):
    dialog = PasswordDialog(None, "terms.pdf", again=False)
    qtbot.addWidget(dialog)
    return dialog


def test_the_password_is_not_shown(dialog):
    dialog.password.setText("open sesame")
    assert dialog.password.echoMode() == QLineEdit.EchoMode.Password
    assert "sesame" not in dialog.password.displayText()


def test_an_empty_password_opens_nothing(dialog):
    assert not dialog.confirm.isEnabled()
    dialog.password.setText("x")
    assert dialog.confirm.isEnabled()


@pytest.mark.parametrize(("again", "said"), [(False, "protected by a password"), (True, "does not open terms.pdf")])
def test_it_says_whether_the_password_was_wrong(qtbot, again, said):
    dialog = PasswordDialog(None, "terms.pdf", again=again)
    qtbot.addWidget(dialog)
    assert said in dialog.findChild(QLabel, "passwordPrompt").text()


@pytest.mark.parametrize(("button", "answer"), [("accept", "open sesame"), ("reject", None)])
@pytest.mark.usefixtures("qapp")
def test_asking_gives_the_password_or_none(button, answer):
    def reply():
        shown = QApplication.activeModalWidget()
        shown.password.setText("open sesame")
        getattr(shown, button)()

    QTimer.singleShot(0, reply)
    assert PasswordDialog.ask(None, "terms.pdf", again=False) == answer


def test_enter_opens_the_file(qtbot, dialog):
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.password.setText("open sesame")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
