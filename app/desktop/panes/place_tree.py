"""A tree of rows that lead to places of the document."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTreeView, QWidget

from app.desktop.place_rows import ROW_ROLE, PlaceDelegate, PlaceModel, Row
from app.desktop.theme import GAP


class PlaceTree(QTreeView):
    """Shows rows; a click or Enter on one leads to its place.

    Signals:
        row_chosen: The Row that was clicked or entered, if it leads somewhere.
    """

    row_chosen = Signal(object)

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.rows = PlaceModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(PlaceDelegate(self))
        self.setHeaderHidden(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setIndentation(GAP + GAP // 2)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Replace all rows, and open those that only head others."""
        self.rows.show_rows(rows)
        for number in range(self.rows.rowCount()):
            index = self.rows.index(number, 0)
            self.setExpanded(index, index.data(ROW_ROLE).is_open)

    def current_row(self) -> Row | None:
        """Return the row that the keyboard stands on."""
        return self.currentIndex().data(ROW_ROLE) if self.currentIndex().isValid() else None

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves the width to others."""
        return QSize(10 * GAP, 10 * GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the texts anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        row: Row = index.data(ROW_ROLE)
        if row.place is not None:
            self.row_chosen.emit(row)
