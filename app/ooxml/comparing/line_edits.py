"""Paragraphs compared as one text: the edits between two, and what stays."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from app.ooxml.comparing.inline import SIGN, Atom, Line
from app.text.diff import word_edits

PILCROW = "\n"
"""Stands for the mark of a paragraph among its words; no character of a `Line`."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Paragraphs that are compared as one text.

    Attributes:
        joined: Whether each but the last runs on into the next, for somebody's revision takes the mark between away.
        text: The words of all, with a pilcrow for each mark between two.
        starts: Where each line begins in `text`.
    """

    lines: tuple[Line, ...]
    joined: bool = False
    text: str = field(init=False)
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Put the lines together once: they are asked for at every edit."""
        between = "" if self.joined else PILCROW
        lengths = (len(line.text) + len(between) for line in self.lines)
        object.__setattr__(self, "text", between.join(line.text for line in self.lines))
        object.__setattr__(self, "starts", tuple(accumulate(lengths, initial=0))[:-1])

    def at(self, place: int) -> tuple[Line, int]:
        """Return the line and the place in it of a place in the text of all."""
        number = max(0, bisect_right(self.starts, place) - 1)
        return self.lines[number], min(place - self.starts[number], len(self.lines[number].text))

    def local(self, place: int, number: int) -> int:
        """Return a place in the text of all as one of a line: its beginning or end where it lies outside."""
        return min(max(place - self.starts[number], 0), len(self.lines[number].text))

    def atom_at(self, place: int) -> Atom:
        """Return what stands at a place in the text of all; no mark of a paragraph may."""
        line, local = self.at(place)
        return next(line.within(local, local + 1))


@dataclass(frozen=True, slots=True)
class Edit:
    """The stretch [start, end) of the old text becomes [new_start, new_end) of the new."""

    start: int
    end: int
    new_start: int
    new_end: int


def edits_between(old: str, new: str) -> tuple[Edit, ...]:
    """Return the edits that make `new` of `old`, in order; a thing that both have in their place is in none."""
    if old == new:
        return ()
    edits: list[Edit] = []
    shift = 0
    for edit in word_edits(old, new):
        start = edit.start + shift
        edits += _apart(old, new, Edit(edit.start, edit.end, start, start + len(edit.text)))
        shift += len(edit.text) - (edit.end - edit.start)
    return tuple(edits)


def _apart(old: str, new: str, edit: Edit) -> Iterator[Edit]:
    """Give an edit in pieces between the things that stay in it."""
    start, new_start = edit.start, edit.new_start
    for sign in SIGN.finditer(old, edit.start, edit.end):
        place = new.find(sign.group(), new_start, edit.new_end)
        if place >= 0:
            if start < sign.start() or new_start < place:
                yield Edit(start, sign.start(), new_start, place)
            start, new_start = sign.end(), place + 1
    if start < edit.end or new_start < edit.new_end:
        yield Edit(start, edit.end, new_start, edit.new_end)


def kept_between(edits: Sequence[Edit], length: int, new_length: int) -> list[Edit]:
    """Return what lies between `edits`, in both texts."""
    ends = (Edit(0, 0, 0, 0), *edits, Edit(length, length, new_length, new_length))
    return [
        Edit(one.end, other.start, one.new_end, other.new_start)
        for one, other in pairwise(ends)
        if one.end < other.start
    ]


def things_in(old: Lines, new: Lines, stretch: Edit) -> Iterator[tuple[Atom, Atom]]:
    """Give the things in a stretch that stays, with what they are in `new`."""
    for sign in SIGN.finditer(old.text, stretch.start, stretch.end):
        place = sign.start()
        yield old.atom_at(place), new.atom_at(place + stretch.new_start - stretch.start)
