"""Which marks of a paragraph hold where."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from app.desktop.text_marks import TextMark
from app.model.span import Span


class Looks:
    """The marks of one paragraph, cut where one begins or ends."""

    def __init__(self, marks: Iterable[TextMark]) -> None:
        self._begins: dict[int, list[TextMark]] = defaultdict(list)
        self._ends: dict[int, list[TextMark]] = defaultdict(list)
        for mark in marks:
            if mark.span.start < mark.span.end:
                self._begins[mark.span.start].append(mark)
                self._ends[mark.span.end].append(mark)
        self._cuts = sorted({*self._begins, *self._ends})
        self._next = 0
        self._open: dict[int, TextMark] = {}

    def within(self, start: int, end: int) -> Iterator[tuple[Span, tuple[TextMark, ...]]]:
        """Yield the stretches of [start, end) with their marks; to be called from left to right."""
        while start < end:
            while self._next < len(self._cuts) and self._cuts[self._next] <= start:
                self._pass(self._cuts[self._next])
                self._next += 1
            stop = min(self._cuts[self._next], end) if self._next < len(self._cuts) else end
            yield Span(start, stop), tuple(self._open.values())
            start = stop

    def _pass(self, cut: int) -> None:
        for mark in self._ends.get(cut, ()):
            self._open.pop(id(mark), None)
        for mark in self._begins.get(cut, ()):
            self._open[id(mark)] = mark
