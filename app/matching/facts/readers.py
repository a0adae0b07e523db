"""Reads the facts of a clause type from the paragraphs that carry it, each with the words it comes from."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from app.matching.facts import actors, wording
from app.matching.facts.frequency import find_frequencies
from app.matching.facts.multiples import find_fee_months
from app.matching.facts.passages import Passage, ScannedParagraph, items_with, sentences_with
from app.matching.facts.periods import find_deadlines, find_no_period, find_notices, find_terms
from app.matching.facts.quantities import (
    Quantity,
    find_amounts,
    find_counts,
    find_durations,
    find_money,
    find_percentages,
    whole,
)
from app.matching.pipeline import Scan
from app.model.clause import FactSpec, Value
from app.model.review import Fact
from app.model.span import Place, Span
from app.text.dates import find_dates

_BOTH = "mutual"
_SHOWN = 4


def read_fact(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
    """Return the fact that `spec` describes, read from `paragraphs`; None where it is not stated.

    The first paragraph that states it counts, except for figures, where `spec.pick` chooses among all.
    """
    return _READERS[spec.reader](spec, paragraphs) or _silent(spec)


def _silent(spec: FactSpec) -> Fact | None:
    if spec.silent is None:
        return None
    return Fact(spec.key, spec.silent, None, f"the {spec.scope} says nothing of it")


def _fact(spec: FactSpec, value: Value, item: ScannedParagraph, span: Span, derivation: str = "") -> Fact:
    return Fact(spec.key, value, Place(item.paragraph.index, span), derivation)


def _flag(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
    for patterns, value in ((spec.unless, False), (spec.patterns, True)):
        for item in paragraphs:
            if span := _first(item.scan, patterns, spec.near):
                return _fact(spec, value, item, span)
    return None


def _first(scan: Scan, patterns: Sequence[str], near: Sequence[str]) -> Span | None:
    """Return the first place of `patterns`, in a sentence that holds one of `near` where any are given."""
    if not near:
        return scan.first(patterns)
    sentences = {scan.sentence_at(place.start) for place in scan.places(near)}
    return next((place for place in scan.places(patterns) if scan.sentence_at(place.start) in sentences), None)


def _choice(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
    found: list[tuple[str, ScannedParagraph, Span]] = []
    for option in spec.options:
        for item in paragraphs:
            if span := item.scan.first(option.patterns):
                found.append((option.value, item, span))
                break
    if not found:
        return None
    value, item, span = found[0]
    others = ", ".join(f"“{other}”" for other, _, _ in found[1:])
    return _fact(spec, value, item, span, f"goes before {others}, which the words speak of too" if others else "")


def _passages(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Iterator[Iterable[Passage]]:
    """Yield the sentences to read, and then, should they not state the fact, the items with their lead-ins."""
    yield sentences_with(spec.patterns, spec.unless, paragraphs)
    yield items_with(spec.patterns, spec.unless, paragraphs)


def _figure(find: Callable[[str, FactSpec], Iterable[Quantity]]) -> Callable[..., Fact | None]:
    """Return a reader of figures that `find` finds, near the spec's patterns."""

    def read(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
        for passages in _passages(spec, paragraphs):
            found = [pair for passage in passages for pair in _nearest_first(passage, find(passage.text, spec))]
            if found:
                return _picked(spec, found)
        return None

    return read


def _nearest_first(passage: Passage, quantities: Iterable[Quantity]) -> Iterator[tuple[Passage, Quantity]]:
    """Yield the figures of a passage, those nearest to the first of its phrases first."""
    found = list(quantities)
    if passage.places:
        found.sort(key=lambda quantity: _distance(quantity.span, passage.places[0]))
    yield from ((passage, quantity) for quantity in found)


def _distance(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)


def _picked(spec: FactSpec, found: Sequence[tuple[Passage, Quantity]]) -> Fact:
    """Return the figure that `spec.pick` chooses, with the others in its derivation."""
    order = {"least": min, "most": max}
    passage, quantity = order[spec.pick](found, key=lambda p: p[1].value) if spec.pick in order else found[0]
    why = [quantity.derivation] if quantity.derivation else []
    others = {q.value: " ".join(p.text[q.span.start : q.span.end].split()) for p, q in reversed(found)}
    others.pop(quantity.value)
    if others:
        which = {"least": "the least", "most": "the most", "first": "the nearest"}[spec.pick]
        listed = ", ".join(f"“{words}”" for words in list(others.values())[: -_SHOWN - 1 : -1])
        why.append(f"{which} of several figures, beside {listed}")
    return Fact(spec.key, whole(quantity.value), passage.place(quantity.span), "; ".join(why))


def _period(find: Callable[[str, FactSpec], Iterable[Quantity]]) -> Callable[..., Fact | None]:
    """Return a reader of periods: figures, or else the words that stand for none.

    "Without notice" is no notice. Other such words are the evidence where silence means none too.
    """
    figure = _figure(find)

    def read(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
        stated = figure(spec, paragraphs)
        none_by_silence = spec.silent is not None and spec.silent == 0
        of_notice = spec.reader == "notice"
        if stated or not (none_by_silence or of_notice):
            return stated
        for passage in sentences_with(spec.patterns, spec.unless, paragraphs):
            near = passage.places[0] if passage.places else None
            if words := find_no_period(passage.text, near, of_notice=of_notice, vague=none_by_silence):
                return Fact(spec.key, 0, passage.place(words.span), words.derivation)
        return None

    return read


def _dates(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
    for passages in _passages(spec, paragraphs):
        for passage in passages:
            for span, date in find_dates(passage.text):
                return Fact(spec.key, date.isoformat(), passage.place(span))
    return None


def _side(
    find: Callable[[Passage, Span, Sequence[actors.Mention]], actors.Mention | None],
) -> Callable[..., Fact | None]:
    """Return a reader of the side that `find` finds beside the spec's patterns, which are verbs."""

    def read(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
        sides = [(option.value, option.patterns) for option in spec.options]
        for passages in _passages(spec, paragraphs):
            found: dict[str, Fact] = {}
            for passage in passages:
                mentions = actors.mentions_of(passage, sides)
                for verb in passage.places if mentions else ():
                    if mention := find(passage, verb, mentions):
                        found.setdefault(mention.side, Fact(spec.key, mention.side, passage.place(mention.span)))
            if found:
                return _one_side(spec, found)
        return None

    return read


def _one_side(spec: FactSpec, found: dict[str, Fact]) -> Fact:
    """Return the side of `found`: both where each is named alone."""
    first = next(iter(found.values()))
    if len(found) == 1:
        return first
    if _BOTH in found:
        return found[_BOTH]
    return Fact(spec.key, _BOTH, first.place, f"{' and '.join(found)} are each named")


def _modality(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
    for passages in _passages(spec, paragraphs):
        for passage in passages:
            for verb in passage.places:
                if found := actors.modality_of(passage, verb):
                    return Fact(spec.key, found[0], passage.place(found[1]))
    return None


def _stretch(find: Callable[[str], Span | None]) -> Callable[..., Fact | None]:
    """Return a reader of the words that `find` finds in a sentence with one of the spec's patterns."""

    def read(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
        for passages in _passages(spec, paragraphs):
            for passage in passages:
                if span := find(passage.text):
                    words = " ".join(passage.text[span.start : span.end].split())
                    return Fact(spec.key, words, passage.place(span))
        return None

    return read


def _following(find: Callable[[str, Span, int], tuple[str, Span] | None]) -> Callable[..., Fact | None]:
    """Return a reader of the words that `find` finds after one of the spec's patterns, in its sentence."""

    def read(spec: FactSpec, paragraphs: Sequence[ScannedParagraph]) -> Fact | None:
        for item in paragraphs:
            for place in item.scan.places(spec.patterns):
                end = item.scan.sentence_at(place.start).end
                if found := find(item.paragraph.text, place, end):
                    return _fact(spec, found[0], item, found[1])
        return None

    return read


_READERS: dict[str, Callable[[FactSpec, Sequence[ScannedParagraph]], Fact | None]] = {
    "flag": _flag,
    "choice": _choice,
    "duration": _period(lambda text, spec: find_durations(text, spec.unit)),
    "notice": _period(lambda text, spec: find_notices(text, spec.unit)),
    "term": _figure(lambda text, spec: find_terms(text, spec.unit)),
    "deadline": _period(lambda text, spec: find_deadlines(text, spec.unit)),
    "multiple": _figure(lambda text, _: find_fee_months(text)),
    "frequency": _figure(lambda text, _: find_frequencies(text)),
    "count": _figure(lambda text, _: find_counts(text)),
    "money": _figure(lambda text, _: find_money(text)),
    "amount": _figure(lambda text, _: find_amounts(text)),
    "percent": _figure(lambda text, _: find_percentages(text)),
    "date": _dates,
    "who": _side(actors.subject_of),
    "whom": _side(actors.object_of),
    "modality": _modality,
    "condition": _stretch(wording.find_condition),
    "exception": _stretch(wording.find_exception),
    "words": _following(wording.name_after),
    "quote": _following(wording.quote_after),
}
