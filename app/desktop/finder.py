"""Finding words in the document: the bar that asks for them, and the view that shows where they stand."""

from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Signal

from app.desktop.panes.find_bar import FindBar
from app.desktop.panes.page_view import PageView
from app.desktop.panes.reading_view import ReadingView
from app.desktop.text_search import as_qt_counts, find_words
from app.model.review import Review
from app.model.span import Place, Span


class Searched(Protocol):
    """A view of the document in which words can be found."""

    def look_for(self, words: str, *, match_case: bool) -> int:
        """Return how many places there are."""

    def first_ahead(self) -> int:
        """Return the first of these from what is in view on; the very first where there is none."""

    def show(self, current: int) -> None:
        """Mark all places, and bring one into view; -1 brings none."""


class Finder(QObject):
    """Carries what the find bar asks for to the view that is shown, and what is found back to the bar.

    Signals:
        closed: The bar was closed: the focus goes back to the document.
    """

    closed = Signal()

    def __init__(self, bar: FindBar, searched: Searched, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._searched = searched
        self._count = 0
        self._current = -1
        bar.asked.connect(self._look)
        bar.stepped.connect(self._step)
        bar.closed.connect(self._close)

    def turn_to(self, searched: Searched) -> None:
        """Look in another view from now on."""
        if searched is not self._searched:
            self._forget()
            self._searched = searched
            self.look_again()

    def look_again(self) -> None:
        """Look for the same words in a text that changed; what is in view stays."""
        if not self._bar.isHidden() and self._bar.words.text().strip():
            self._count = self._searched.look_for(self._bar.words.text(), match_case=self._bar.match_case.isChecked())
            self._current = min(max(self._current, 0), self._count - 1)
            self._searched.show(-1)
            self._bar.show_count(self._current, self._count)

    def _look(self, words: str, match_case: bool) -> None:
        self._count = self._searched.look_for(words, match_case=match_case)
        self._current = self._searched.first_ahead() if self._count else -1
        self._show()

    def _step(self, by: int) -> None:
        if self._count:
            self._current = (self._current + by) % self._count
            self._show()

    def _show(self) -> None:
        self._searched.show(self._current)
        self._bar.show_count(self._current, self._count)

    def _forget(self) -> None:
        self._searched.look_for("", match_case=False)
        self._searched.show(-1)

    def _close(self) -> None:
        self._forget()
        self.closed.emit()


class ReadingSearch:
    """Finds words in the reading text, as it is shown."""

    def __init__(self, reading: ReadingView) -> None:
        self._reading = reading
        self._found: tuple[tuple[int, int], ...] = ()

    def look_for(self, words: str, *, match_case: bool) -> int:
        """Return how many places there are."""
        text = self._reading.document().toRawText() if words.strip() else ""
        self._found = as_qt_counts(text, find_words(text, words, match_case=match_case))
        return len(self._found)

    def first_ahead(self) -> int:
        """Return the first of these from what is in view on; the very first where there is none."""
        top = self._reading.cursorForPosition(QPoint(0, 0)).position()
        return next((place for place, (start, _) in enumerate(self._found) if start >= top), 0)

    def show(self, current: int) -> None:
        """Mark all places, and bring one into view; -1 brings none."""
        self._reading.show_found(self._found, current)


class PageSearch:
    """Finds words in the paragraphs of the document, and shows them on its pages."""

    def __init__(self, pages: PageView) -> None:
        self._pages = pages
        self._review: Review | None = None
        self._found: tuple[Place, ...] = ()

    def show_review(self, review: Review) -> None:
        """Look in the document of `review` from now on."""
        self._review = review

    def look_for(self, words: str, *, match_case: bool) -> int:
        """Return how many places there are."""
        paragraphs = self._review.document.paragraphs if self._review and words.strip() else ()
        self._found = tuple(
            Place(paragraph.index, Span(start, end))
            for paragraph in paragraphs
            if paragraph.boxes
            for start, end in find_words(paragraph.text, words, match_case=match_case)
        )
        return len(self._found)

    def first_ahead(self) -> int:
        """Return the first of these from what is in view on; the very first where there is none."""
        top = next(iter(self._pages.in_view()), 0)
        return next((place for place, found in enumerate(self._found) if found.paragraph >= top), 0)

    def show(self, current: int) -> None:
        """Mark all places, and bring one into view; -1 brings none."""
        self._pages.show_found(self._found, current)
