"""How text looks that takes the place of other text."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from lxml import etree

from app.ooxml.cuts import run_properties
from app.ooxml.marks import new_run
from app.ooxml.runs import Piece
from app.text.diff import word_edits


def runs_in_place_of(old: str, new: str, pieces: Sequence[Piece], start: int) -> list[etree._Element]:
    """Return runs that show `new` in place of `old`, the text from `start` on of a paragraph with these `pieces`.

    Words that stand in both look as they did; others like those they replace, or else those they follow.
    """
    ends, looks = [], []
    for piece in pieces:
        if start < piece.end and piece.start < start + len(old):
            ends.append(piece.end - start)
            looks.append(run_properties(piece.r))
    keys = [b"" if rPr is None else etree.tostring(rPr, method="c14n") for rPr in looks]

    def look_at(place: int) -> int:
        number = next((number for number, end in enumerate(ends) if place < end), len(ends) - 1)
        return keys.index(keys[number])

    stretches = [
        (look_at(place), new_text)
        for begin, old_text, new_text in _stretches(old, new)
        for place, new_text in _cut(begin, old_text, new_text, ends)
    ]
    return [
        new_run("".join(text for _, text in group), looks[look])
        for look, group in groupby(stretches, key=lambda stretch: stretch[0])
    ]


def _stretches(old: str, new: str) -> Iterator[tuple[int, str, str]]:
    """Yield what becomes of `old`, piece by piece: where it begins, its text, and the text in its place."""
    done = 0
    for edit in word_edits(old, new):
        yield done, old[done : edit.start], old[done : edit.start]
        yield edit.start, old[edit.start : edit.end], edit.text
        done = edit.end
    yield done, old[done:], old[done:]


def _cut(begin: int, old: str, new: str, ends: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield the parts of `new` with the place in the old text whose look each takes; kept text is cut at `ends`."""
    if old != new:
        if new:
            yield (begin if old else max(begin - 1, 0)), new
        return
    cuts = [begin, *(end for end in ends if begin < end < begin + len(old)), begin + len(old)]
    for left, right in pairwise(cuts):
        if left < right:
            yield left, new[left - begin : right - begin]
