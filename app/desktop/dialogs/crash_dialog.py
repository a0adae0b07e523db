"""What is shown when the program itself is wrong."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox

_NAME = "crash"


def show_crashes() -> None:
    """From now on show a dialog for every exception that nobody catches."""
    sys.excepthook = show_crash


def show_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show `error` with its traceback, one at a time, and write the traceback to stderr."""
    traceback.print_exception(kind, error, trace)
    shown = QApplication.activeModalWidget()
    if issubclass(kind, KeyboardInterrupt) or (shown is not None and shown.objectName() == _NAME):
        return
    box = QMessageBox(QApplication.activeWindow())
    box.setObjectName(_NAME)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(QCoreApplication.translate("crash", "Counterdraft"))
    box.setText(QCoreApplication.translate("crash", "Something went wrong in the program itself."))
    box.setInformativeText(
        QCoreApplication.translate(
            "crash", "Your document was not changed. Please report the details, after a look for confidential words."
        )
    )
    box.setDetailedText("".join(traceback.format_exception(kind, error, trace)))
    box.exec()
