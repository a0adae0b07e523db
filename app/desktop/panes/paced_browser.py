"""A page that is written bit by bit, so that the window answers while a long document comes onto it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.desktop.panes.page_browser import PageBrowser
from app.desktop.reading_document import ReadingWriter
from app.desktop.redline_text import View
from app.desktop.written import Written
from app.model.redline import Redline

_FIRST = 20_000  # letters that are written at once: most of a licence, or some seven pages
_SLICE = 7_000  # letters that are written between two events, in some ten milliseconds
_STOCK_EVERY = 10  # slices: taking stock of a long text takes as long as writing one
_OF_A_BLOCK_BELOW = 5  # letters that are written in the time of moving a block down
_NOTHING = Written()


class PacedBrowser(PageBrowser):
    """Writes the beginning at once and the rest between events; of a text that stands, only what changes.

    Signals:
        laid_out: The text or its heights are others now, and all of it is there.
    """

    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writer: ReadingWriter | None = None
        self._stale: list[int] = []
        self._slices = 0
        self._awaited: tuple[int, Callable[[], None]] | None = None
        self._pace = QTimer(self)
        self._pace.timeout.connect(self._go_on)

    @property
    def written(self) -> Written:
        """What is written so far."""
        return self._writer.written if self._writer else _NOTHING

    @property
    def is_finished(self) -> bool:
        """Whether all that is to be shown is written."""
        return not self._stale and (self._writer is None or self._writer.is_finished)

    @property
    def shows_changes(self) -> bool:
        """Whether insertions and deletions are marked as such."""
        return self._writer is not None and self._writer.shows_changes

    def write_with(self, writer: ReadingWriter) -> None:
        """Show what `writer` writes in place of the text before."""
        self._writer = writer
        self._stale.clear()
        self._slices = 0
        self._awaited = None
        writer.begin()
        self.set_margins()
        self._write_slice(_FIRST)

    def rewrite_with(self, redlines: Iterable[Redline], view: View) -> None:
        """Show other redlines, or another view of them, of the document that is written; the place stays."""
        if self._writer is None:
            return
        stale = {*self._stale, *self._writer.take(redlines, view)}
        top = self._top_paragraph()
        self._stale = sorted(stale, key=lambda paragraph: abs(paragraph - top), reverse=True)
        self._rewrite_slice(_FIRST)

    def when_written(self, paragraph: int, then: Callable[[], None]) -> None:
        """Do `then` once a paragraph is written; what was awaited before is forgotten."""
        self._awaited = (paragraph, then)
        self._do_awaited()

    def take_stock(self) -> None:
        """Take in what has been written: to be extended by who shows more than the text."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, and go nowhere else any more."""
        self._awaited = None
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means, and go nowhere else any more."""
        self._awaited = None
        super().keyPressEvent(event)

    def fit(self) -> None:
        """Break the lines anew; a paragraph in view stays where it is."""
        kept = self._kept_in_view()
        super().fit()
        self._restore(kept)
        if self.is_finished:
            self.laid_out.emit()

    def _go_on(self) -> None:
        """Write the next bit."""
        if self._stale:
            self._rewrite_slice(_SLICE)
        else:
            self._write_slice(_SLICE)

    def _write_slice(self, letters: int) -> None:
        if self._writer is not None and not self._writer.is_finished:
            self._writer.write_some(letters, self.column().width())
        self._end_slice()

    def _rewrite_slice(self, letters: int) -> None:
        """Rewrite paragraphs, those nearest to what is in view first; a line in view stays where it is."""
        kept = self._kept_in_view()
        spent = 0
        while self._stale and self._writer is not None and spent < letters:
            self._writer.rewrite(self._stale.pop())
            spent += len(self.written.blocks) * _OF_A_BLOCK_BELOW
        self._restore(kept)
        self._end_slice()

    def _end_slice(self) -> None:
        if self.is_finished:
            self._pace.stop()
        elif not self._pace.isActive():
            self._pace.start()
        if self._slices % _STOCK_EVERY == 0 or self._is_awaited_there() or self.is_finished:
            self.take_stock()
        self._slices += 1
        self._do_awaited()
        if self.is_finished:
            self.laid_out.emit()

    def _is_awaited_there(self) -> bool:
        return self._awaited is not None and (self._awaited[0] in self.written.numbers or self.is_finished)

    def _do_awaited(self) -> None:
        if self._awaited is not None and self._is_awaited_there():
            _, then = self._awaited
            self._awaited = None
            then()

    def _top_paragraph(self) -> int:
        """Return the first paragraph in view."""
        number = self.top_block()
        blocks = self.written.blocks
        found = (blocks[each].paragraph for each in range(number, number + 9) if each in blocks)
        return next((paragraph for paragraph in found if paragraph is not None), 0)

    def _kept_in_view(self) -> tuple[int, float] | None:
        """Return a paragraph in view that is to stay where it is, and its place; None at the very beginning."""
        if self.verticalScrollBar().value() == 0:
            return None
        paragraph = self._top_paragraph()
        number = self.written.number_of(paragraph)
        return None if number is None else (paragraph, self.place_of(number).top())

    def _restore(self, kept: tuple[int, float] | None) -> None:
        """Scroll so that a paragraph stands where it stood."""
        number = None if kept is None else self.written.number_of(kept[0])
        if kept is not None and number is not None:
            self.scroll_by(self.place_of(number).top() - kept[1])
