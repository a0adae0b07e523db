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
    """Return the word-level edits of `text` that replace its characters [start, end) by `replacement`."""
    first, last = _whole_units(text, start, end, replacement, terms)
    new = text[first:start] + replacement + text[end:last]
    return tuple(
        TextEdit(first + edit.start, first + edit.end, edit.text) for edit in word_edits(text[first:last], new, terms)
    )


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


def _whole_units(text: str, start: int, end: int, replacement: str, terms: Collection[str]) -> tuple[int, int]:
    """Widen [start, end) so that it cuts no unit, neither of `text` nor of what the replacement makes of it."""
    bounds = [0, *accumulate(map(len, cut_units(text, terms)))]
    before = max(bound for bound in bounds if bound < max(start, 1))
    after = min((bound for bound in bounds if bound > end), default=len(text))
    middle = replacement or text[end:after]
    cuts_first = start not in bounds or _glued(text[before:start], middle)
    middle = replacement or text[before:start]
    cuts_last = end not in bounds or _glued(middle, text[end:after])
    return (before if cuts_first else start), (after if cuts_last else end)


def _glued(left: str, right: str) -> bool:
    """Return whether the last unit of `left` and the first of `right` become one when they meet."""
    if not left or not right or left[-1].isspace() or right[0].isspace():
        return False
    return len(cut_units(left)) + len(cut_units(right)) != len(cut_units(left + right))
