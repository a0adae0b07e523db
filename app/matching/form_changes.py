"""Where a document differs from the standard form that it follows.

Sentences are compared by their hashes. Where some differ, the letters between are searched for the form's sentences at
any word, because transcriptions do not part text alike: what one has as a list, another has in one line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from app.matching.fingerprints import TextUnit, digest_of, is_item_number, words_at
from app.model.document import Paragraph
from app.model.forms import FormChange, FormChangeKind, StandardForm
from app.model.span import Span
from app.text.alignment import align

_FILLED_IN = 60
"""Words that may stand in a blank."""

_FINDABLE = 12
"""Letters from which a sentence is looked for elsewhere than where it is due."""

_MOST_TRIES = 40_000
"""How many places are tried between two sentences that agree; beyond, only those where a sentence begins."""

_MOVABLE = 4
"""Words from which a sentence that stands elsewhere was moved; a shorter one may well stand twice."""

_ALONE, _TWO_FOR_ONE = 0.55, 0.25
"""What it costs to pair a sentence with none, and two with one; a pair costs by how much their lengths differ."""

_STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
_MOST_PAIRS = 10_000
"""Sentences of the form times those in their place; beyond, all are one place."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of one sentence of the document that are not the form's."""

    paragraph: int
    span: Span
    letters: str
    words: int


_Pair = tuple[tuple[int, ...], tuple[_Piece, ...]]
"""Form units, by index, and the words in their place; one of them may be empty."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """Form units that do not stand where they are due, and what stands there instead.

    Attributes:
        units: Indexes of the form's units.
        at: Index of the form's unit before which the gap is.
        after: Paragraph of the words before the gap; the document's first where there are none.
    """

    units: tuple[int, ...]
    at: int
    pieces: tuple[_Piece, ...]
    after: int


def changes_between(
    form: StandardForm, units: Sequence[TextUnit], paragraphs: Sequence[Paragraph]
) -> tuple[tuple[FormChange, ...], float]:
    """Return every place in which `units` differ from `form`, and the share of its words that stand there as they were.

    Words that were moved stand as they were.
    """
    gaps, moves = _without_moves(tuple(_gaps(form, units, paragraphs)), form)
    changes = [*moves, *(change for gap in gaps for change in _changes(gap, form))]
    missing = sum(form.units[index].words for gap in gaps for index in gap.units)
    changes.sort(key=lambda change: (change.paragraph, change.span.start if change.span else -1))
    return tuple(changes), 1 - missing / form.words


def _gaps(form: StandardForm, units: Sequence[TextUnit], paragraphs: Sequence[Paragraph]) -> Iterator[_Gap]:
    """Yield where form and document part, in order, after the letters in between were searched too."""
    for change in align([unit.digest for unit in form.units], [unit.digest for unit in units]):
        between = units[change.new_start : change.new_end]
        after = units[max(change.new_start - 1, 0)].paragraph
        for gap in _searched(form, (change.start, change.end), between, paragraphs, after):
            if gap.units or (gap.pieces and not _is_filled_in(gap, form)):
                yield gap


def _searched(
    form: StandardForm, due: tuple[int, int], units: Sequence[TextUnit], paragraphs: Sequence[Paragraph], after: int
) -> Iterator[_Gap]:
    """Look for the form's units `due` at every word of `units`; yield what is left on both sides between them."""
    words = [(unit, *word) for unit in units for word in words_at(paragraphs[unit.paragraph].text, unit.span)]
    letters = "".join(word for _, _, word in words)
    starts = [0, *accumulate(len(word) for _, _, word in words)]
    number_at = {start: number for number, start in enumerate(starts)}
    is_wide = len(words) * (due[1] - due[0]) > _MOST_TRIES
    first_words = {0, *(n for n in range(1, len(words)) if words[n][0] is not words[n - 1][0])}
    begin = 0
    missing: list[int] = []
    for index in range(*due):
        unit = form.units[index]
        tried = range(begin, len(words)) if unit.length >= _FINDABLE or unit.blank else range(begin, begin + 2)
        for number in tried:
            if is_wide and number not in first_words and number != begin:
                continue
            end = number_at.get(starts[number] + unit.length) if number < len(words) else None
            if end is not None and digest_of(letters[starts[number] : starts[end]]) == unit.digest:
                yield _Gap(tuple(missing), index, tuple(_pieces(words[begin:number])), after)
                after, begin, missing = words[end - 1][0].paragraph, end, []
                break
        else:
            missing.append(index)
    yield _Gap(tuple(missing), due[1], tuple(_pieces(words[begin:])), after)


def _pieces(words: Sequence[tuple[TextUnit, int, str]]) -> Iterator[_Piece]:
    """Yield `words` sentence by sentence, numbers of items left out."""
    begin = 0
    for number in range(1, len(words) + 1):
        if number < len(words) and words[number][0] is words[begin][0]:
            continue
        some = words[begin:number]
        begin = number
        if len(some) > 2 or not all(is_item_number(word) for _, _, word in some):
            unit = some[0][0]
            end = unit.span.end if number == len(words) or words[number][0] is not unit else words[number][1]
            yield _Piece(unit.paragraph, Span(some[0][1], end), "".join(word for _, _, word in some), len(some))


def _is_filled_in(gap: _Gap, form: StandardForm) -> bool:
    """Return whether the words stand where the form has a blank."""
    is_blank = form.units[gap.at].blank if gap.at < len(form.units) else form.blank_at_end
    return is_blank and sum(piece.words for piece in gap.pieces) <= _FILLED_IN


def _without_moves(gaps: Sequence[_Gap], form: StandardForm) -> tuple[tuple[_Gap, ...], tuple[FormChange, ...]]:
    """Return the gaps less the sentences that stand elsewhere in the document, and those as moves."""
    stands: dict[str, _Piece] = {}
    for gap in gaps:
        for piece in gap.pieces:
            if piece.words >= _MOVABLE:
                stands.setdefault(digest_of(piece.letters), piece)
    moved = [
        (index, stands.pop(form.units[index].digest))
        for gap in gaps
        for index in gap.units
        if form.units[index].digest in stands
    ]
    moved += tuple(_short_moves(gaps, form, moved))
    moved.sort(key=lambda each: each[0])
    gone, there = {index for index, _ in moved}, {piece for _, piece in moved}
    rest = (
        replace(
            gap,
            units=tuple(index for index in gap.units if index not in gone),
            pieces=tuple(piece for piece in gap.pieces if piece not in there),
        )
        for gap in gaps
    )
    return tuple(gap for gap in rest if gap.units or gap.pieces), tuple(_moves(moved, form))


def _short_moves(
    gaps: Sequence[_Gap], form: StandardForm, moved: Sequence[tuple[int, _Piece]]
) -> Iterator[tuple[int, _Piece]]:
    """Yield the short sentences that went with the ones after or before them."""
    missing = {index for gap in gaps for index in gap.units} - {index for index, _ in moved}
    pieces = [piece for gap in gaps for piece in gap.pieces]
    for index, piece in moved:
        place = pieces.index(piece)
        for step in (-1, 1):
            near = pieces[place + step] if 0 <= place + step < len(pieces) else None
            if near and index + step in missing and digest_of(near.letters) == form.units[index + step].digest:
                yield index + step, near


def _moves(moved: Sequence[tuple[int, _Piece]], form: StandardForm) -> Iterator[FormChange]:
    """Yield one change for each run of sentences that were moved together."""
    begin = 0
    for number in range(1, len(moved) + 1):
        if number < len(moved) and _went_together(moved[number - 1], moved[number]):
            continue
        (index, piece), words = moved[begin], sum(form.units[index].words for index, _ in moved[begin:number])
        yield FormChange("moved", piece.paragraph, piece.span, form.units[index].section, words)
        begin = number


def _went_together(earlier: tuple[int, _Piece], later: tuple[int, _Piece]) -> bool:
    """Return whether two sentences follow one another in the form, and stand in this order in the document as well."""
    (index, piece), (following, further) = earlier, later
    is_after = (piece.paragraph, piece.span.start) < (further.paragraph, further.span.start)
    return following == index + 1 and is_after


def _changes(gap: _Gap, form: StandardForm) -> Iterator[FormChange]:
    """Yield the places of one gap: each sentence changed, each run of sentences left out or added."""
    before = (gap.units[0] if gap.units else gap.at) - 1
    section = form.units[before].section if before >= 0 else ""
    after = gap.after
    for kind, pairs in groupby(_pairs(gap, form), _kind_of):
        group = tuple(pairs)
        for units, pieces in group if kind == "changed" else (_joined(group),):
            words = sum(form.units[index].words for index in units) or sum(piece.words for piece in pieces)
            section = form.units[units[0]].section if units else section
            span = pieces[0].span if pieces else None
            yield FormChange(kind, pieces[0].paragraph if pieces else after, span, section, words)
            after = pieces[-1].paragraph if pieces else after


def _kind_of(pair: _Pair) -> FormChangeKind:
    units, pieces = pair
    return "changed" if units and pieces else "left-out" if units else "added"


def _joined(pairs: Sequence[_Pair]) -> _Pair:
    return tuple(index for units, _ in pairs for index in units), tuple(piece for _, some in pairs for piece in some)


def _pairs(gap: _Gap, form: StandardForm) -> list[_Pair]:
    """Pair the form's sentences with those that took their place, by length.

    After Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993).
    """
    units, pieces = gap.units, gap.pieces
    if len(units) * len(pieces) > _MOST_PAIRS:
        return [(units, pieces)]
    costs: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for i in range(len(units) + 1):
        for j in range(len(pieces) + 1):
            ways = (
                (costs[i - di, j - dj][0] + _cost(form, units[i - di : i], pieces[j - dj : j]), di, dj)
                for di, dj in _STEPS
                if i >= di and j >= dj
            )
            costs[i, j] = min(ways, default=(0.0, 0, 0))
    pairs: list[_Pair] = []
    i, j = len(units), len(pieces)
    while i or j:
        _, di, dj = costs[i, j]
        pairs.append((units[i - di : i], pieces[j - dj : j]))
        i, j = i - di, j - dj
    return pairs[::-1]


def _cost(form: StandardForm, units: Sequence[int], pieces: Sequence[_Piece]) -> float:
    if not units or not pieces:
        return _ALONE
    old, new = sum(form.units[index].length for index in units), sum(len(piece.letters) for piece in pieces)
    return abs(old - new) / max(old, new) + (_TWO_FOR_ONE if len(units) + len(pieces) > 2 else 0.0)
