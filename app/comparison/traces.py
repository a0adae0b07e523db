"""What the changed statements of two versions touch in the reviews of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from app.comparison.statement_changes import StatementChange
from app.comparison.touching import carrying_places, overlaps, related_places
from app.model.review import Fact, Finding
from app.model.span import Span

_Places = Iterable[tuple[int, Span | None]]
"""Paragraphs, and the words in them; None for all of them."""


class Traces:
    """Changed statements by the paragraphs in which they stand; what only moved left no trace."""

    def __init__(self, changes: Iterable[StatementChange]) -> None:
        self._changes = [change for change in changes if change.kind != "moved"]
        self._old: defaultdict[int, list[tuple[Span, int]]] = defaultdict(list)
        self._new: defaultdict[int, list[tuple[Span, int]]] = defaultdict(list)
        for at, change in enumerate(self._changes):
            for marks, statements in ((self._old, change.pair.old), (self._new, change.pair.new)):
                for statement in statements:
                    marks[statement.paragraph].append((statement.span, at))

    def touching(self, before: Finding, after: Finding) -> tuple[StatementChange, ...]:
        """Return the changes of words that a clause type rests on, in either document."""
        return self._found({*_hit(self._old, _places(before)), *_hit(self._new, _places(after))})

    def around(self, before: Finding, after: Finding) -> tuple[StatementChange, ...]:
        """Return the changes in the paragraphs that carry a clause type, whatever words they change."""
        old, new = (((index, None) for index in finding.paragraphs) for finding in (before, after))
        return self._found({*_hit(self._old, old), *_hit(self._new, new)})

    def changed(self, before: Fact | None, after: Fact | None) -> bool:
        """Return whether a fact was read, before or after, from words that changed."""
        return bool({*_hit(self._old, _place(before))} or {*_hit(self._new, _place(after))})

    def _found(self, places: Iterable[int]) -> tuple[StatementChange, ...]:
        return tuple(self._changes[at] for at in sorted(places))


def _place(fact: Fact | None) -> _Places:
    return () if fact is None or fact.place is None else ((fact.place.paragraph, fact.place.span),)


def _places(finding: Finding) -> Iterator[tuple[int, Span | None]]:
    yield from carrying_places(finding)
    for place in related_places(finding):
        yield place.paragraph, place.span


def _hit(marks: defaultdict[int, list[tuple[Span, int]]], places: _Places) -> Iterator[int]:
    for index, span in places:
        for mark, at in marks.get(index, ()):
            if span is None or overlaps(mark, span):
                yield at
