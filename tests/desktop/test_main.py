import subprocess
import sys

from PySide6.QtCore import QObject

SHOW = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from app.desktop import main
from app.desktop.look import Wardrobe
from app.desktop.main_window import MainWindow
from app.desktop.worker import Worker

application = QApplication([])
window = MainWindow(QSettings(sys.argv[1], QSettings.Format.IniFormat), Worker(), Wardrobe(application))
window.show()
application.processEvents()
heavy = {"spacy", "lxml", "pydantic", "pypdfium2", "docx", "docxtpl"} & set(sys.modules)
sys.exit(f"loaded before the window opened: {sorted(heavy)}" if heavy else 0)
"""


def test_the_window_opens_before_anything_heavy_is_loaded(tmp_path):
    command = [sys.executable, "-c", SHOW, str(tmp_path / "settings.ini")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.desktop.main import main

def close_when_reviewed():
    shown = next(widget for widget in QApplication.topLevelWidgets() if widget.inherits("QMainWindow"))
    if shown.busy:
        QTimer.singleShot(50, close_when_reviewed)
    else:
        print(shown.windowTitle())
        shown.close()

QTimer.singleShot(0, lambda: QTimer.singleShot(200, close_when_reviewed))
sys.exit(main(sys.argv[1:]))
"""


def test_a_document_named_on_the_command_line_is_reviewed(tmp_path, make_docx, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    command = [sys.executable, "-c", START, str(make_docx("Term. Either party may end this licence."))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (0, "contract – Counterdraft\n"), done.stderr


def test_qt_gives_up_no_reference_that_is_not_its_own():
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")  # PySide 6.12.0 on Python 3.11 loses a None here, and in the end the program
    assert sys.getrefcount(None) > before - 100
