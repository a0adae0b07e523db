"""Start of the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from app.desktop.dialogs.crash_dialog import show_crashes
from app.desktop.main_window import MainWindow
from app.desktop.worker import Worker


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, with the document named first in `arguments` (those of the process if None).

    Returns:
        The exit status.
    """
    paths = sys.argv[1:] if arguments is None else arguments
    application = QApplication(sys.argv[:1])
    application.setOrganizationName("Counterdraft")
    application.setApplicationName("Counterdraft")
    application.setStyle("Fusion")
    show_crashes()
    worker = Worker()
    worker.start()
    window = MainWindow(QSettings(), worker)
    window.show()
    if paths:
        window.open_document(Path(paths[0]))
    status = application.exec()
    worker.close()
    return status
