"""A table whose rows are as high as what they hold: found out as they come into view, of the others between events."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

_SLICE = 5_000  # letters that are set between two events, in some ten milliseconds
_OF_A_ROW = 150  # letters that are set in the time of beginning a row
_UPPER = 5  # a row that is looked up comes to stand at this part of the height


class LazyTable(QTableView):
    """Keeps what is in view where it is while the heights of rows become known; to be extended by who knows them.

    Signals:
        laid_out: The heights of all rows are known, and are others than before.
    """

    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_set = bytearray()  # of each row, whether its height is known
        self._next = 0
        self._is_holding = False
        self._pace = QTimer(self)
        self._pace.timeout.connect(self._go_on)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAutoScroll(False)  # we say what comes into view
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
            header.setHighlightSections(False)

    @property
    def is_finished(self) -> bool:
        """Whether the heights of all rows are known."""
        return not self._pace.isActive()

    def height_of(self, row: int, *, is_seen: bool) -> int:
        """Return how high a row is in the columns as they are, which may take time; whether it is about to be seen."""
        raise NotImplementedError

    def letters_of(self, row: int) -> int:
        """Return about how many letters are set to know that."""
        raise NotImplementedError

    def set_columns(self) -> None:
        """Make the columns as wide as the view allows."""
        raise NotImplementedError

    def begin_anew(self, height: int) -> None:
        """Take all rows to be about so high, until it is known."""
        header = self.verticalHeader()
        header.setDefaultSectionSize(height)
        header.reset()

    def fit(self) -> None:
        """Find out anew how high the rows are; a row in view stays where it is."""
        row, top = self._anchor()
        self.set_columns()
        self._is_set = bytearray(self.model().rowCount())
        self._next = 0
        self._hold(row, top)
        self._pace.start()

    def rows_in_view(self) -> range:
        """Return the rows of which some is in view."""
        count = self.model().rowCount()
        if not count:
            return range(0)
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return range(max(first, 0), (last if last >= 0 else count - 1) + 1)

    def is_in_view(self, row: int) -> bool:
        """Return whether a row is in view, or as much of it as fits."""
        top, height = self.rowViewportPosition(row), self.viewport().height()
        bottom = top + self.rowHeight(row)
        return (top >= 0 and bottom <= height) or (top <= 0 and bottom >= height)

    def look_up(self, row: int) -> None:
        """Bring a row into the upper part of the view."""
        self._hold(row, self.viewport().height() // _UPPER)

    def bring_into_view(self, row: int) -> None:
        """Scroll no further than is needed to see a row, or its beginning where it is higher than the view."""
        if not self.is_in_view(row):
            is_above = self.rowViewportPosition(row) < 0
            self._hold(row, 0)  # its height is known then
            spare = self.viewport().height() - self.rowHeight(row)
            if not is_above and spare > 0:
                self._hold(row, spare)

    def go_to_share(self, share: float) -> None:
        """Bring what stands so far down, from 0 to 1, into the middle of the view."""
        self._scroll_to(round(share * self.verticalHeader().length()) - self.viewport().height() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self.fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Find out how high the rows are that come into view."""
        super().scrollContentsBy(dx, dy)
        if not self._is_holding:
            self._hold(*self._anchor())

    def _anchor(self) -> tuple[int, int]:
        """Return a row that is to stay where it is, one whose height is known before others, and where it stands."""
        in_view = self.rows_in_view()
        row = next((each for each in in_view if each < len(self._is_set) and self._is_set[each]), in_view.start)
        return row, self.rowViewportPosition(row) if in_view else 0

    def _hold(self, row: int, top: int) -> None:
        """Make the rows in view as high as they are, while one of them stands at a height."""
        if len(self._is_set) != self.model().rowCount():
            return  # other rows, which `fit` will come to
        self._is_holding = True
        self._scroll_to(self.verticalHeader().sectionPosition(row) - top)
        while unset := [each for each in self.rows_in_view() if not self._is_set[each]]:
            for each in unset:
                self._set_height(each, is_seen=True)
            self._scroll_to(self.verticalHeader().sectionPosition(row) - top)
        self._is_holding = False

    def _scroll_to(self, distance: int) -> None:
        """Let what is so far down stand at the top, as far as there is enough below."""
        self.updateGeometries()
        self.verticalScrollBar().setValue(distance)

    def _set_height(self, row: int, *, is_seen: bool) -> None:
        self.verticalHeader().resizeSection(row, self.height_of(row, is_seen=is_seen))
        self._is_set[row] = True

    def _go_on(self) -> None:
        """Find out how high the next rows are."""
        row, top = self._anchor()
        letters = _SLICE
        while letters > 0 and self._next < len(self._is_set):
            if not self._is_set[self._next]:
                self._set_height(self._next, is_seen=False)
                letters -= self.letters_of(self._next) + _OF_A_ROW
            self._next += 1
        self._hold(row, top)
        if self._next >= len(self._is_set):
            self._pace.stop()
            self.laid_out.emit()
