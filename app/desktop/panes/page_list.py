"""The pages of a document one under the other: drawn as they come into view, larger and smaller, scrolled."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QPalette, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.desktop.page_delegate import GUTTER, PageDelegate, size_of
from app.desktop.page_drawer import PageDrawer
from app.desktop.page_marks import Stretch
from app.desktop.pages_model import PagesModel
from app.desktop.theme import GAP

_SMALLEST, _LARGEST = 0.2, 6.0  # pixels a point
_LARGE = 3.0  # dots a point, from which only pages in view are drawn: A4 takes 18 MB
_STEP = 1.2
_PAUSE_MS = 40  # before pages are drawn in another size
_UPPER = 0.2  # of the height: where a place that is looked up comes to stand


class _Spot(NamedTuple):
    """What stands at the top of the view: a row, and how far down its page, in points."""

    row: int
    down: float


class PageList(QListView):
    """A list of pages as wide as the view, or as large as the reader wants them.

    Signals:
        laid_out: The pages, their marks or their heights changed.
    """

    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fits = True
        self._drawer = PageDrawer(self)
        self._drawer.drawn.connect(self._show_drawn)
        self._pages = PagesModel(self)
        self._painter = PageDelegate(self._drawer, self)
        self.setModel(self._pages)
        self.setItemDelegate(self._painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAutoScroll(False)  # the reader scrolls; the current page only follows
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_PAUSE_MS)
        self._settle.timeout.connect(self._want_pages)
        self.verticalScrollBar().valueChanged.connect(self.follow_scrolling)

    @property
    def scale(self) -> float:
        """How large the pages are shown, in pixels for each point."""
        return self._painter.scale

    def zoom(self, steps: int) -> None:
        """Show the pages larger, or with negative steps smaller; 0 fits them to the width again."""
        self._fits = steps == 0
        self._scale_to(self._fitting() if self._fits else self.scale * _STEP**steps)

    def close_pages(self) -> None:
        """Draw nothing more and wait for what is being drawn: to be called before the window goes."""
        self._drawer.close()

    def sheet_of(self, row: int) -> QRectF:
        """Return where the sheet of the page in a row lies in the viewport."""
        return self._painter.sheet(self.visualRect(self._pages.index(row)), self._pages.pages[row])

    def place_of(self, stretch: Stretch) -> QRectF:
        """Return where a place of a page stands in the viewport."""
        return self._painter.on_sheet(stretch.place, self.sheet_of(stretch.page - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and zoom with the keys that mean it."""
        bar = self.verticalScrollBar()
        page = self.viewport().height() - 3 * GAP
        steps = {
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: page,
            Qt.Key.Key_Up: -5 * GAP,
            Qt.Key.Key_Down: 5 * GAP,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.ZoomIn) or (is_control and event.key() == Qt.Key.Key_Equal):
            self.zoom(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom(-1)
        elif is_control and event.key() == Qt.Key.Key_0:
            self.zoom(0)
        elif event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as the view, where that is what was asked for."""
        super().resizeEvent(event)
        if self._fits:
            self.fit()
        self._settle.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is in view."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing while nothing is seen; wait for the page that is being drawn when the window goes."""
        super().hideEvent(event)
        self._settle.stop()
        self._drawer.stop()
        if not self.window().isVisible():
            self.close_pages()

    def rows_in_view(self) -> range:
        """Return the rows of the pages of which some is in view."""
        count = self._pages.rowCount()
        if not count:
            return range(0)
        first = self.indexAt(QPoint(self.viewport().width() // 2, 0))
        last = self.indexAt(QPoint(self.viewport().width() // 2, self.viewport().height() - 1))
        return range(first.row() if first.isValid() else 0, (last.row() if last.isValid() else count - 1) + 1)

    def is_in_view(self, stretch: Stretch) -> bool:
        """Return whether some of a place is in view."""
        place = self.place_of(stretch)
        return place.bottom() > 0 and place.top() < self.viewport().height()

    def bring_into_view(self, parts: Sequence[Stretch]) -> None:
        """Scroll so that the first part stands in the upper part of the view, unless it is wholly in view."""
        if not parts or parts[0].page > self._pages.rowCount():
            return
        place = self.place_of(parts[0])
        if place.top() < 0 or place.bottom() > self.viewport().height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(place.top() - _UPPER * self.viewport().height()))
        across, width = self.horizontalScrollBar(), self.viewport().width()
        if place.left() < 0 or place.right() > width:
            across.setValue(across.value() + round(place.left() - GUTTER))

    def _fitting(self) -> float:
        """Return the scale at which pages of the usual width fill the view."""
        widths = Counter(round(size_of(page)[0]) for page in self._pages.pages)
        usual = widths.most_common(1)[0][0] if widths else 1
        return max(_SMALLEST, min(_LARGEST, (self.viewport().width() - self._painter.gutters) / max(usual, 1)))

    def fit(self) -> None:
        """Make the pages as wide as the view, where that is what was asked for."""
        if self._fits and self._pages.rowCount():
            self._scale_to(self._fitting())

    def _scale_to(self, scale: float) -> None:
        """Show the pages at another scale; what stands at the top of the view stays there."""
        scale = max(_SMALLEST, min(_LARGEST, scale))
        if scale == self.scale:
            return
        spot = self._top()
        self._painter.scale = scale
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        if spot is not None:
            sheet = self.sheet_of(spot.row)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(sheet.top() + spot.down * scale))
        self.refresh()

    def _top(self) -> _Spot | None:
        rows = self.rows_in_view()
        return _Spot(rows.start, -self.sheet_of(rows.start).top() / self.scale) if rows else None

    def refresh(self) -> None:
        """Show the pages and their marks anew."""
        self.viewport().update()
        self._settle.start()
        self.laid_out.emit()

    def _want_pages(self) -> None:
        """Have the pages in view drawn, then their neighbours."""
        if not self.isVisible():
            return
        rows, pages = self.rows_in_view(), self._pages.pages
        scale = self.scale * self.devicePixelRatioF()
        beside = (rows.stop, rows.start - 1) if scale < _LARGE else ()
        self._drawer.want([pages[row] for row in (*rows, *beside) if 0 <= row < len(pages)], scale)

    def follow_scrolling(self) -> None:
        """Have what is in view drawn; let a screen reader's page be the one in the middle."""
        if not self._settle.isActive():
            self._settle.start()
        middle = self.indexAt(self.viewport().rect().center())
        if middle.isValid() and middle != self.currentIndex():
            self.selectionModel().setCurrentIndex(middle, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _show_drawn(self, number: int) -> None:
        self.update(self._pages.index(number - 1))
