"""Where the words stand that a review rests on, clause type by clause type."""

from collections import defaultdict
from collections.abc import Iterator

from app.model.review import Finding, RelatedKind, Review
from app.model.span import Place, Span

_BEARING: tuple[RelatedKind, ...] = ("exception", "definition")
"""Words elsewhere that may change an answer. A section that is only cited does not; lead-ins and items that carry the
clause type do so by themselves."""


class ClausePlaces:
    """The places of one review, looked up by paragraph."""

    def __init__(self, review: Review) -> None:
        self._carried: defaultdict[int, list[tuple[str, Span | None]]] = defaultdict(list)
        for finding in review.findings:
            for place in carrying_places(finding):
                self._carried[place[0]].append((finding.clause.id, place[1]))

    def carried(self, paragraph: int, span: Span) -> Iterator[str]:
        """Yield the ids of the clause types that words of a stretch of a paragraph carry."""
        for clause, evidence in self._carried.get(paragraph, ()):
            if evidence is None or overlaps(evidence, span):
                yield clause


def carrying_places(finding: Finding) -> Iterator[tuple[int, Span | None]]:
    """Yield paragraphs and the words in them that carry a clause type; None for an item that its lead-in lends it."""
    for match in finding.reading.matches:
        if match.evidence:
            yield from ((match.paragraph, span) for span in match.evidence)
        else:
            yield match.paragraph, None
    for fact in finding.reading.facts:
        if fact.place is not None:
            yield fact.place.paragraph, fact.place.span


def related_places(finding: Finding) -> Iterator[Place]:
    """Yield the words elsewhere that bear on a clause."""
    yield from (related.place for related in finding.reading.related if related.kind in _BEARING)


def overlaps(one: Span, other: Span) -> bool:
    """Return whether two stretches share a character, or one that is empty lies inside the other."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
