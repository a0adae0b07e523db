"""The least surprising word-level edits between two texts."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import accumulate

from app.text.alignment import Change, align
from app.text.joining import joined, slid
from app.text.units import cut_units


@dataclass(frozen=True, slots=True)
class TextEdit:
    """A replacement: the characters [start, end) become `text`."""

    start: int
    end: int
    text: str


def word_edits(old: str, new: str, terms: Collection[str] = ()) -> tuple[TextEdit, ...]:
    """Return the edits that make `new` of `old`, in order and apart, each of which changes something.

    None begins or ends inside a unit (`cut_units`), so that words, numbers, dates, citations and the defined `terms`
    stay whole. What a reader would see as one change is one edit. The way back has the same edits, reversed.
    """
    a, b = cut_units(old, terms), cut_units(new, terms)
    if a > b:
        changes = [Change(c.new_start, c.new_end, c.start, c.end) for c in _changes(b, a)]
    else:
        changes = list(_changes(a, b))
    starts = [0, *accumulate(map(len, a))]
    return tuple(
        TextEdit(starts[change.start], starts[change.end], "".join(b[change.new_start : change.new_end]))
        for change in changes
    )


def _changes(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[Change, ...]:
    return joined(slid(align(a, b), a, b), a, b)


def edits_within(
    text: str, start: int, end: int, replacement: str, terms: Collection[str] = ()
) -> tuple[TextEdit, ...]:
    """Return the word-level edits of `text` that replace its characters [start, end) by `replacement`.

    They may stand a little before or after, where that gives the same text and the borders are more natural.
    """
    return word_edits(text, text[:start] + replacement + text[end:], terms)


def overlap(one: TextEdit, other: TextEdit) -> bool:
    """Return whether two edits cannot both be made: they differ, and one replaces or cuts text of the other."""
    return one != other and one.start < other.end and other.start < one.end


def apply_edits(text: str, edits: tuple[TextEdit, ...]) -> str:
    """Return `text` with `edits`, which are in order and apart, made."""
    parts, position = [], 0
    for edit in edits:
        parts += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join((*parts, text[position:]))
