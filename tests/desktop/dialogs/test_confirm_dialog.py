import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.desktop.dialogs.confirm_dialog import ConfirmDialog


def press(qtbot, key):
    """Press a key in the dialog that opens next."""
    QTimer.singleShot(0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), key))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_turn_back(qtbot, key):
    press(qtbot, key)
    assert not ConfirmDialog.ask(None, "Remove it?", "It cannot be brought back.", "Remove")


def test_the_button_that_says_so_goes_on(qtbot):
    QTimer.singleShot(0, lambda: qtbot.mouseClick(QApplication.activeModalWidget().go_on, Qt.MouseButton.LeftButton))
    assert ConfirmDialog.ask(None, "Remove it?", "It cannot be brought back.", "Remove")


def test_names_of_files_are_shown_as_they_are(qtbot):
    dialog = ConfirmDialog(None, "Write over <img src='file:///x.png'>?", "<b>Changed</b>", "Write over it")
    qtbot.addWidget(dialog)
    assert dialog.textFormat() == Qt.TextFormat.PlainText


def test_no_button_is_cut_off_where_the_question_is_short(qtbot, wardrobe):  # noqa: ARG001 - dressed as in the window
    dialog = ConfirmDialog(None, "Leave?", "It goes.", "Leave all of them where they are")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert all(button.width() >= button.sizeHint().width() for button in dialog.buttons())
