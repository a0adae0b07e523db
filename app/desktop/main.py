"""Start of the window."""

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from app.desktop.dialogs.crash_dialog import show_crashes
from app.desktop.icons import application_icon
from app.desktop.look import Wardrobe, kept_look
from app.desktop.single_instance import Request, SingleInstance, meeting_place
from app.desktop.translation import speak, spoken_language
from app.desktop.worker import Worker

if TYPE_CHECKING:
    from app.desktop.main_window import MainWindow

NEW_WINDOW = "--new-window"
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - a variable's name: the right to come to the front on a Wayland screen
_LOOK_AGAIN_MS = 200


class Application(QApplication):
    """The program, as the system sees it.

    Signals:
        file_asked: The Path of a file that the user opened from the desktop while the program runs (macOS).
    """

    file_asked = Signal(object)

    def __init__(self) -> None:
        # before the application is made: sizes of 125 or 150 % stay what they are
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        super().__init__(sys.argv[:1])
        self.setOrganizationName("Counterdraft")
        self.setApplicationName("Counterdraft")
        self.setDesktopFileName("counterdraft")
        self.setStyle("Fusion")
        self.setWindowIcon(application_icon())

    def event(self, event: QEvent) -> bool:
        """Hand on a file that the system asks to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(Path(event.file()))
            return True
        return super().event(event)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window with the files named in `arguments`, or hand them to one that is open already.

    With "--new-window" among them, another window opens in any case. If they are None, those of the process are taken.

    Returns:
        The exit status.
    """
    words = sys.argv[1:] if arguments is None else arguments
    paths = tuple(Path(word).absolute() for word in words if word != NEW_WINDOW)
    application = Application()
    instance = SingleInstance(meeting_place(), application)
    if NEW_WINDOW not in words and instance.hand_over(Request(paths, os.environ.get(_TOKEN, ""))):
        return 0
    instance.listen()
    show_crashes()
    remembered = QSettings()
    wardrobe = Wardrobe(application)
    look = kept_look(remembered)
    wardrobe.wear(look)
    speak(application, spoken_language(look.language, QLocale.system()))
    worker = Worker()
    worker.start()  # it gets ready while the window is imported and made
    from app.desktop.main_window import MainWindow  # noqa: PLC0415 - see above

    window = MainWindow(remembered, worker, wardrobe)
    instance.asked.connect(lambda request: answer(window, request))
    application.file_asked.connect(lambda path: answer(window, Request((path,))))
    window.show()
    open_all(window, paths)
    status = application.exec()
    worker.close()
    return status


def answer(window: "MainWindow", request: Request) -> None:
    """Bring `window` to the front, and open the files of `request` in it."""
    if request.token:
        os.environ[_TOKEN] = request.token  # Qt asks for it when a window is activated
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    open_all(window, request.files)


def open_all(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Open the files at `paths`, once no dialog waits for an answer about what is shown now."""
    if paths and QApplication.activeModalWidget() is not None:
        QTimer.singleShot(_LOOK_AGAIN_MS, window, partial(open_all, window, paths))
        return
    if paths:
        window.open_documents(tuple(paths))
