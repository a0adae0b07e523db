"""Numbers of paragraphs that changed for no reason that the reader can see."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.model.document import Paragraph
from app.text.numerals import read_roman

_PART = re.compile(r"[^\W\d_]+|\d+")
_FIRST = ("0", "1", "a", "i")


@dataclass(frozen=True, slots=True)
class _Number:
    """The number of a paragraph among its siblings.

    Attributes:
        sibling: The paragraph with the number before it under the same; None for the first.
        step: How it goes on from there: "next", "first", or the two numbers where it does neither.
    """

    sibling: int | None
    step: str


def renumbered(
    old: Sequence[Paragraph], new: Sequence[Paragraph], partners: Mapping[int, int]
) -> dict[int, tuple[str, str]]:
    """Return the numbers before and after of paragraphs whose number changed by itself, by their old indexes.

    Where the paragraph numbered before it is another one than it was, because one was added, removed or moved, the
    change is explained; so is that of all after it which only go on. A number that the program counts is explained by
    any such paragraph before it that it counts too. `partners` are the paragraphs that stayed.
    """
    numbers, new_numbers = _numbers(old), _numbers(new)
    first, new_first = _first_counted(old, partners.keys()), _first_counted(new, partners.values())
    found = {}
    for i, j in partners.items():
        labels = old[i].label, new[j].label
        if not (labels[0] and labels[1]) or _parts(labels[0]) == _parts(labels[1]):
            continue
        if not old[i].typed and not new[j].typed and (i > first or j > new_first):
            continue
        here, there = numbers[i], new_numbers[j]
        expected = None if here.sibling is None else partners.get(here.sibling, -1)
        if expected == there.sibling and here.step != there.step:
            found[i] = labels
    return found


def _first_counted(paragraphs: Sequence[Paragraph], stayed: Iterable[int]) -> int:
    """Return the first paragraph with a number of the program that did not stay."""
    places = set(stayed)
    counted = (each.index for each in paragraphs if each.marker and not each.typed and each.index not in places)
    return next(counted, len(paragraphs))


def _numbers(paragraphs: Iterable[Paragraph]) -> dict[int, _Number]:
    numbers: dict[int, _Number] = {}
    last: dict[tuple[str, ...], tuple[int, str]] = {}  # the paragraph numbered last under a number, and its own
    for paragraph in paragraphs:
        if not (parts := _parts(paragraph.label)):
            continue
        *above, own = parts
        sibling, before = last.get(tuple(above), (None, ""))
        numbers[paragraph.index] = _Number(sibling, _step(before, own))
        last[tuple(above)] = paragraph.index, own
    return numbers


def _parts(label: str) -> tuple[str, ...]:
    """Return the numbers and letters that a label is made of ("4.2(a)": "4", "2", "a")."""
    return tuple(_PART.findall(label.lower()))


def _step(before: str, own: str) -> str:
    if own in _FIRST:
        return "first"
    return "next" if before and _follows(before, own) else f"{before} {own}"


def _follows(before: str, own: str) -> bool:
    """Return whether a number or letter is the one after `before` in some way of counting."""
    if before.isdecimal() and own.isdecimal():
        return int(own) == int(before) + 1
    if read_roman(own) and read_roman(own) == read_roman(before) + 1:
        return True
    if len(before) == len(own) and before[:-1] == own[:-1]:
        return ord(own[-1]) == ord(before[-1]) + 1
    return set(before) == {"z"} and own == "a" * (len(before) + 1)
