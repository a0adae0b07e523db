"""Opens a document in the window of the program that is installed, and ends once its findings are shown.

`python tools/try_window.py FILE`; the exit status is 0 then, and 1 where they are not shown within a minute.
"""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QListView

from app.desktop.main import NEW_WINDOW, main

_PATIENCE_S = 60


def end_when_shown(began: float) -> None:
    """Look whether findings are shown; close the window if so or if it takes too long, else look again."""
    window = next((widget for widget in QApplication.topLevelWidgets() if widget.isVisible()), None)
    findings = window.findChild(QListView, "findingsList") if window else None
    count = findings.model().rowCount() if findings and findings.isVisible() else 0
    waited = time.monotonic() - began
    if count or waited > _PATIENCE_S:
        sys.stdout.write(f"{window.windowTitle() if window else 'no window'}: {count} findings after {waited:.1f} s\n")
        QApplication.exit(0 if count else 1)
    else:
        QTimer.singleShot(50, lambda: end_when_shown(began))


if __name__ == "__main__":
    start = time.monotonic()
    QTimer.singleShot(0, lambda: end_when_shown(start))
    sys.exit(main([NEW_WINDOW, *sys.argv[1:]]))
