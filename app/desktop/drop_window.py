"""A window that takes files dropped on it, and says what will become of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QWidget

from app.desktop.theme import GAP


class DropZones(QWidget):
    """Two grounds over the window while files are dragged over an open matter: add to it, or begin another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropZones")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.add = self._zone(self.tr("Add to this matter"))
        self.begin = self._zone(self.tr("Open as a new matter"))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 3 * GAP)
        row.setSpacing(3 * GAP)
        row.addWidget(self.add, 2)
        row.addWidget(self.begin, 1)
        self.hide()

    def point(self, place: QPointF) -> None:
        """Show which of the two a place belongs to."""
        for zone in (self.add, self.begin):
            zone.setProperty("pointed", zone.geometry().contains(place.toPoint()))
            zone.style().unpolish(zone)
            zone.style().polish(zone)

    def is_new(self, place: QPointF) -> bool:
        """Return whether what is dropped at a place begins another matter."""
        return self.begin.geometry().contains(place.toPoint())

    def settle(self) -> None:
        """Give both their place at once, so that what is dropped can be told by it."""
        self._row.activate()

    def _zone(self, text: str) -> QFrame:
        zone = QFrame(self)
        zone.setProperty("role", "dropZone")
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QHBoxLayout(zone)
        inside.addWidget(label)
        return zone


class DropWindow(QMainWindow):
    """Takes local files, whatever their names: what they are, is told by what they hold.

    Signals:
        dragged_over: Whether files that may be dropped are over the window.
        files_dropped: The Paths of the files, and whether they begin a new matter.
    """

    dragged_over = Signal(bool)
    files_dropped = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.zones = DropZones(self)
        self._has_matter = False

    def offer_zones(self, *, offered: bool) -> None:
        """Let the user choose between the matter that is open and a new one, or not."""
        self._has_matter = offered

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if not dropped_paths(event.mimeData()):
            return
        event.acceptProposedAction()
        if self._has_matter:
            self._cover()
            self.zones.point(event.position())
        else:
            self.dragged_over.emit(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show what will become of the files."""
        if self.zones.isVisible():
            self.zones.point(event.position())
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """End the invitation to drop."""
        self._end_invitation()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files that were dropped."""
        self._cover()
        begins = not self._has_matter or self.zones.is_new(event.position())
        self._end_invitation()
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths, begins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the grounds over the whole window."""
        super().resizeEvent(event)
        self.zones.setGeometry(self.rect())

    def _cover(self) -> None:
        if self._has_matter:
            self.zones.setGeometry(self.rect())
            self.zones.show()
            self.zones.raise_()
            self.zones.settle()

    def _end_invitation(self) -> None:
        self.zones.hide()
        self.dragged_over.emit(False)


def dropped_paths(data: QMimeData) -> Sequence[Path]:
    """Return the files in `data`; none unless all that is dropped is local files."""
    urls = data.urls()
    return [Path(url.toLocalFile()) for url in urls] if all(url.isLocalFile() for url in urls) else []
