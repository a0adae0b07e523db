"""The program started as the desktop starts it, in processes of its own."""

import subprocess
import sys
from contextlib import contextmanager

import pytest

WINDOW = """
import sys
from PySide6.QtGui import QGuiApplication
from app.desktop import main, main_window

class Told(main_window.MainWindow):
    def open_documents(self, paths, **how):
        for path in paths:
            print("opened", path, flush=True)

    def showEvent(self, event):
        super().showEvent(event)
        print("shown", QGuiApplication.desktopFileName(), not self.windowIcon().isNull(), flush=True)
main_window.MainWindow = Told
{then}
sys.exit(main.main(sys.argv[1:]))
"""


@pytest.fixture
def own_settings(monkeypatch, tmp_path):
    """Settings and a meeting place that no other test has."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


@contextmanager
def window(*arguments, then=""):
    """Start the program, wait until its window is shown, and yield the process; the window tells what it opens."""
    command = [sys.executable, "-c", WINDOW.format(then=then), *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout.readline() == "shown counterdraft True\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def start(*arguments, cwd=None):
    command = [sys.executable, "-m", "app", "desktop", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, cwd=cwd)


@pytest.mark.usefixtures("own_settings")
class TestOneWindow:
    def test_every_file_that_is_named_is_opened(self):
        with window("/none/one.docx", "/none/two.pdf") as process:
            assert [process.stdout.readline() for _ in range(2)] == [
                "opened /none/one.docx\n",
                "opened /none/two.pdf\n",
            ]

    def test_a_second_start_hands_its_files_to_the_window_and_ends(self, make_docx):
        one, two = make_docx("Term.", name="one.docx"), make_docx("Term.", name="two.docx")
        with window() as process:
            done = start(one, two)
            assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
            assert [process.stdout.readline() for _ in range(2)] == [f"opened {one}\n", f"opened {two}\n"]

    def test_a_name_is_meant_where_it_was_typed(self, make_docx):
        file = make_docx("Term.")
        with window() as process:
            assert start(file.name, cwd=file.parent).returncode == 0
            assert process.stdout.readline() == f"opened {file}\n"

    def test_another_window_opens_where_one_is_asked_for(self):
        with window(), window("--new-window", "/none/one.docx") as second:
            assert second.stdout.readline() == "opened /none/one.docx\n"

    def test_files_wait_for_the_answer_to_a_dialog(self, make_docx):
        asked = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
def ask():
    box = QMessageBox()
    QTimer.singleShot(3000, box, lambda: (print("answered", flush=True), box.accept()))
    print("asking", flush=True)
    box.exec()
QTimer.singleShot(0, lambda: QTimer.singleShot(200, ask))
"""
        with window(then=asked) as process:
            assert process.stdout.readline() == "asking\n"
            file = make_docx("Term.")
            assert start(file).returncode == 0
            assert [process.stdout.readline() for _ in range(2)] == ["answered\n", f"opened {file}\n"]

    def test_the_window_speaks_the_language_of_the_settings(self, tmp_path):
        settings = tmp_path / "config" / "Counterdraft" / "Counterdraft.conf"
        settings.parent.mkdir(parents=True)
        settings.write_text("[look]\nlanguage=de\n", encoding="utf-8")
        told = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
def tell():
    shown = next(each for each in QApplication.topLevelWidgets() if isinstance(each, Told))
    print(shown.menuBar().actions()[0].text(), flush=True)
QTimer.singleShot(0, lambda: QTimer.singleShot(200, tell))
"""
        with window(then=told) as process:
            assert process.stdout.readline() == "&Datei\n"

    def test_a_file_opened_from_the_finder_is_opened(self):
        told = """
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFileOpenEvent
QTimer.singleShot(0, lambda: QTimer.singleShot(200, lambda: QCoreApplication.sendEvent(
    QCoreApplication.instance(), QFileOpenEvent("/none/one.docx"))))
"""
        with window(then=told) as process:
            assert process.stdout.readline() == "opened /none/one.docx\n"
