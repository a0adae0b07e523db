"""Reads the facts of a clause type from the paragraphs that carry it, each with the words it comes from."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.matching.facts.quantities import (
    Quantity,
    find_amounts,
    find_counts,
    find_durations,
    find_money,
    find_percentages,
)
from app.matching.pipeline import Scan
from app.model.clause import FactSpec, Value
from app.model.document import Paragraph
from app.model.review import Fact
from app.model.span import Place, Span

_QUOTED = re.compile(r"[“\"']([^“”\"]{2,400}?)[”\"']")
_NAMED = re.compile(
    r"\s*,?\s*(?:the\s+)?((?:[A-Z][\w.&’'-]*|of|the|and|for|in)(?:[\s,]+(?:[A-Z][\w.&’'-]*|of|the|and|for|in))*)"
)
_TRAILING = re.compile(r"(?:[\s,]+(?:of|the|and|for|in))+$|[.,;]+$")


@dataclass(frozen=True, slots=True)
class ScannedParagraph:
    """A paragraph with what the scanner found in it."""

    paragraph: Paragraph
    scan: Scan


def read_fact(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
    """Return the fact that `spec` describes, read from `paragraphs`; None where it is not stated.

    The first paragraph that states it counts, except for figures, where `spec.pick` chooses among all.
    """
    return _READERS[spec.reader](spec, paragraphs) or _silent(spec)


def _silent(spec: FactSpec) -> Fact | None:
    return None if spec.silent is None else Fact(spec.key, spec.silent, None)


def _fact(spec: FactSpec, value: Value, item: ScannedParagraph, span: Span) -> Fact:
    return Fact(spec.key, value, Place(item.paragraph.index, span))


def _flag(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
    for patterns, value in ((spec.unless, False), (spec.patterns, True)):
        for item in paragraphs:
            if span := item.scan.first(patterns):
                return _fact(spec, value, item, span)
    return None


def _choice(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
    for option in spec.options:
        for item in paragraphs:
            if span := item.scan.first(option.patterns):
                return _fact(spec, option.value, item, span)
    return None


def _figure(find: Callable[[str, FactSpec], Iterable[Quantity]]) -> Callable[..., Fact | None]:
    """Return a reader of figures that `find` finds, near the spec's patterns."""

    def read(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
        found = [pair for item in paragraphs for pair in _near(spec, item, find)]
        if not found:
            return None
        order = {"least": min, "most": max}
        item, quantity = order[spec.pick](found, key=lambda p: p[1].value) if spec.pick in order else found[0]
        value = int(quantity.value) if quantity.value == int(quantity.value) else quantity.value
        return _fact(spec, value, item, quantity.span)

    return read


def _near(
    spec: FactSpec, item: ScannedParagraph, find: Callable[[str, FactSpec], Iterable[Quantity]]
) -> Iterator[tuple[ScannedParagraph, Quantity]]:
    """Yield the figures that stand in one sentence with one of the patterns, the nearest first."""
    text = item.paragraph.text
    if not spec.patterns:
        yield from ((item, quantity) for quantity in find(text, spec))
        return
    barred = {item.scan.sentence_at(place.start) for place in item.scan.places(spec.unless)}
    figures: defaultdict[Span, list[Quantity]] = defaultdict(list)
    places = item.scan.places(spec.patterns)
    for quantity in find(text, spec) if places else ():
        figures[item.scan.sentence_at(quantity.span.start)].append(quantity)
    for place in places:
        sentence = item.scan.sentence_at(place.start)
        inside = () if sentence in barred else figures[sentence]
        yield from ((item, quantity) for quantity in sorted(inside, key=lambda q: _distance(q.span, place)))


def _distance(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)


def _words(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
    """Read the capitalised words that follow a pattern ("the laws of" the State of California)."""
    for item in paragraphs:
        for place in item.scan.places(spec.patterns):
            found = _NAMED.match(item.paragraph.text, place.end)
            words = _TRAILING.sub("", found.group(1)) if found else ""
            if found and words and words[0].isupper():
                return _fact(spec, words, item, Span(found.start(1), found.start(1) + len(words)))
    return None


def _quote(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
    """Read the first quoted words after a pattern, in its sentence."""
    for item in paragraphs:
        for place in item.scan.places(spec.patterns):
            end = item.scan.sentence_at(place.start).end
            if found := _QUOTED.search(item.paragraph.text, place.start, end):
                return _fact(spec, found.group(1), item, Span(found.start(1), found.end(1)))
    return None


_READERS: dict[str, Callable[[FactSpec, Sequence[ScannedParagraph]], Fact | None]] = {
    "flag": _flag,
    "choice": _choice,
    "duration": _figure(lambda text, spec: find_durations(text, spec.unit)),
    "count": _figure(lambda text, _: find_counts(text)),
    "money": _figure(lambda text, _: find_money(text)),
    "amount": _figure(lambda text, _: find_amounts(text)),
    "percent": _figure(lambda text, _: find_percentages(text)),
    "words": _words,
    "quote": _quote,
}
