"""A window that takes a file dropped on it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow


class DropWindow(QMainWindow):
    """Takes one local file at a time, whatever its name: what it is, is told by what it holds.

    Signals:
        dragged_over: Whether a file that may be dropped is over the window.
        file_dropped: The Path of the file.
    """

    dragged_over = Signal(bool)
    file_dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a single file."""
        if _dropped_path(event.mimeData()) is not None:
            self.dragged_over.emit(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """End the invitation to drop."""
        self.dragged_over.emit(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the file that was dropped."""
        self.dragged_over.emit(False)
        path = _dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)


def _dropped_path(data: QMimeData) -> Path | None:
    """Return the file in `data`; None unless it is exactly one local file."""
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
