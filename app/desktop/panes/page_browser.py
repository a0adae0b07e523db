"""A column of text in the middle of a page, and where its blocks stand."""

from PySide6.QtCore import QRectF, Qt, QTimer, QUrl
from PySide6.QtGui import QResizeEvent, QTextFrameFormat
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.desktop import theme
from app.desktop.letters import MEASURE_EM, em, set_widths
from app.desktop.margin import MARGIN

_LONG = 600  # blocks: breaking the lines of more takes longer than the time between two steps of a pointer
_SETTLING_MS = 80


class PageBrowser(QTextBrowser):
    """Keeps the column at a readable width, with room for marks at its left; opens no links by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)  # it is ours to say when lines break anew
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLING_MS)
        self._settled.timeout.connect(self.fit)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002 - of a document nothing is fetched
        """Return nothing, whatever is asked for."""
        return None

    def column(self) -> QRectF:
        """Return where the column stands in the viewport from left to right."""
        frame = self.document().rootFrame().frameFormat()
        left = frame.leftMargin() - self.horizontalScrollBar().value()
        return QRectF(left, 0, self.viewport().width() - frame.leftMargin() - frame.rightMargin(), 0)

    def place_of(self, number: int) -> QRectF:
        """Return where the block with a number stands in the viewport."""
        rect = self.document().documentLayout().blockBoundingRect(self.document().findBlockByNumber(number))
        return rect.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def is_in_view(self, number: int) -> bool:
        """Return whether some of a block is in view."""
        place = self.place_of(number)
        return place.bottom() > 0 and place.top() < self.viewport().height()

    def top_block(self) -> int:
        """Return the number of the first block in view."""
        return self.cursorForPosition(self.viewport().rect().topLeft()).blockNumber()

    def bring_into_view(self, number: int) -> None:
        """Scroll so that a block stands in the upper part of the page, unless it is wholly in view."""
        place = self.place_of(number)
        if place.top() < 0 or place.bottom() > self.viewport().height():
            self.scroll_by(place.top() - self.viewport().height() / 5)

    def scroll_by(self, distance: float) -> None:
        """Scroll down by so many pixels."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(distance))

    def set_margins(self) -> None:
        """Keep the column in the middle of a wide window, and its tables as wide as it."""
        measure = int(em(theme.reading_font(self.font())) * MEASURE_EM)
        side = max(3 * theme.GAP, (self.viewport().width() - MARGIN - measure) // 2)
        frame = self.document().rootFrame()
        before = frame.frameFormat()
        layout = QTextFrameFormat(before)
        layout.setLeftMargin(max(MARGIN, side))
        layout.setRightMargin(side)
        layout.setTopMargin(3 * theme.GAP)
        layout.setBottomMargin(8 * theme.GAP)
        if layout != before:  # all lines would be broken anew
            frame.setFrameFormat(layout)
        set_widths(frame, self.column().width())

    def fit(self) -> None:
        """Break the lines for the width that there is."""
        self.setLineWrapColumnOrWidth(self.viewport().width())
        self.set_margins()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle; of a long text only once the size has settled."""
        super().resizeEvent(event)
        if self.viewport().width() == self.lineWrapColumnOrWidth():
            return
        if self.document().blockCount() > _LONG:
            self._settled.start()
        else:
            self.fit()
