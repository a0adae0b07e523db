import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.desktop.dialogs.crash_dialog import show_crash


@pytest.mark.usefixtures("qapp")
def test_a_bug_is_shown_with_its_traceback(capsys):
    seen = []

    def look():
        box = QApplication.activeModalWidget()
        seen.append(box.detailedText())
        box.accept()

    error = ZeroDivisionError("division by zero")
    QTimer.singleShot(0, look)
    show_crash(type(error), error, None)
    assert seen == ["ZeroDivisionError: division by zero\n"]
    assert "ZeroDivisionError: division by zero" in capsys.readouterr().err
