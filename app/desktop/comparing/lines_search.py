"""Finding words in the panes of a comparison."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.desktop.comparing.lines import Line
from app.desktop.comparing.lines_model import PANES
from app.desktop.comparing.lines_view import Found, LinesView
from app.desktop.comparing.stretches import Pane
from app.desktop.text_search import find_words

_APART = "\n"  # no words go on over it


class LinesSearch:
    """Finds words in the two versions: in lines that are the same in both, once."""

    def __init__(self, view: LinesView) -> None:
        self._view = view
        self._words = ("", False)
        self._found: tuple[Found, ...] = ()
        self._known: _Known | None = None

    def look_for(self, words: str, *, match_case: bool) -> int:
        """Return how many places there are."""
        self._words = words, match_case
        self._found = ()
        if words.strip():
            known = self._cells()
            starts = [start for start, _, _ in known.cells]
            seen: Counter[tuple[int, int]] = Counter()
            found = []
            for start, _ in find_words(known.text, words, match_case=match_case):
                _, line, column = known.cells[bisect_right(starts, start) - 1]
                found.append((line, column, seen[line, column]))
                seen[line, column] += 1
            self._found = tuple(found)
        return len(self._found)

    def first_ahead(self) -> int:
        """Return the first of these from what is in view on; the very first where there is none."""
        top = self._view.rows_in_view().start
        return next((place for place, (line, _, _) in enumerate(self._found) if line >= top), 0)

    def show(self, current: int) -> None:
        """Mark all places, and bring one into view; -1 brings none."""
        words, match_case = self._words
        found = self._found[current] if 0 <= current < len(self._found) else None
        self._view.show_found(words, match_case=match_case, current=found)

    def _cells(self) -> "_Known":
        """Return the cells that are searched, of what is shown now."""
        lines, panes = self._view.lines, self._view.panes
        if self._known is not None and self._known.lines is lines.lines and self._known.panes == panes:
            return self._known
        cells: list[tuple[int, int, int]] = []
        texts: list[str] = []
        at = 0
        for number, line in enumerate(lines.lines):
            if line.changes:
                found = [(pane, lines.text_of(number, pane)) for pane in panes]
            else:
                found = [(panes[-1], lines.text_of_both(number))]
            for pane, text in found:
                if text:
                    cells.append((at, number, PANES.index(pane)))
                    texts.append(text)
                    at += len(text) + len(_APART)
        self._known = _Known(lines.lines, panes, tuple(cells), _APART.join(texts))
        return self._known


@dataclass(frozen=True, slots=True)
class _Known:
    """The words of what is shown.

    Attributes:
        cells: Where in the text each cell begins, its line and its column.
    """

    lines: Sequence[Line]
    panes: tuple[Pane, ...]
    cells: tuple[tuple[int, int, int], ...]
    text: str
