"""The same words set by two programs: parted by a page end, run together, in another order of cells, notes as text."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice
from typing import Literal

from app.comparison.folding import folded, is_set_alike, squeezed
from app.comparison.prints import RUNNING, Print, without_figures
from app.comparison.rows import PlacedRow, rows_of
from app.model.document import Document, FileKind, Paragraph
from app.text.blocks import Aligned, align_blocks, in_order

_FURTHEST = 16  # rows beside those of a table in which text of it is sought
_BEGINNING = 2  # characters that two texts begin with that may be the same
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
WITHOUT_GRIDS: tuple[FileKind, ...] = ("pdf", "text")
"""Formats whose tables are guessed, and end with the page."""

Reading = tuple[int, list[str]]
"""A paragraph, and its text in three ways: without its number, with it, and the title that an entry of contents has."""


Side = Literal[0, 1]
"""The old document, and the new one."""
_SIDES: tuple[Side, ...] = (0, 1)


class Reprints:
    """Finds what two documents of different formats have in common in spite of them.

    Attributes:
        prints: What the old and the new one read like when printed.
    """

    def __init__(self, old: Document, new: Document) -> None:
        """Compare two documents."""
        self._old, self._new = old, new
        self.prints = Print(old), Print(new)
        self._settled: set[int] = set()
        self._new_settled: set[int] = set()

    def is_reprint(self, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> bool:
        """Return whether paragraphs have the same words, as far as two formats let one tell.

        A number may be typed text in one and counted by the program in the other. The cells of a row of a table may
        come in another order.
        """
        if [each.text for each in old] == [each.text for each in new]:
            return True
        text, new_text = self.prints[0].run_together(old), self.prints[1].run_together(new)
        if any(each.story in RUNNING for each in (*old, *new)):
            text, new_text = without_figures(text), without_figures(new_text)
        return (
            is_set_alike(text, new_text)
            or is_set_alike(f"{old[0].marker} {text}", f"{new[0].marker} {new_text}")
            or (len(old) == len(new) == 1 and is_set_alike(self.prints[0].title(old[0]), self.prints[1].title(new[0])))
            or (self._are_of_a_row(old, new) and _letters(text) == _letters(new_text))
        )

    def _are_of_a_row(self, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> bool:
        """Return whether paragraphs are of one row of a table; one that is only guessed is one paragraph elsewhere."""
        sides = ((self._old, old, new), (self._new, new, old))
        return any(
            len(set(map(_row_of, here))) == 1
            and here[0].cell is not None
            and (document.kind not in WITHOUT_GRIDS or len(there) == 1)
            for document, here, there in sides
        )

    def is_old_printed(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph that only the old document has says nothing, or is beside the text of either."""
        return self.prints[1].has_beside(paragraph.text) or self.prints[0].is_repeated(paragraph.text)

    def is_new_printed(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph that only the new document has says nothing, or is beside the text of either."""
        return self.prints[0].has_beside(paragraph.text) or self.prints[1].is_repeated(paragraph.text)

    def regrouped(self, groups: Sequence[Aligned]) -> list[Aligned]:
        """Return `groups`, with those made one that have the same words together, and with what is in another story."""
        found = [*groups, *self._in_other_stories(groups, only_same=True)]
        for each in found[len(groups) :]:
            self._settle(each)
        found = _with_windows(found, self._same_texts(self._rows(found)))
        for side in _SIDES:
            found = _with_windows(found, self._same_cells(self._rows(found), side))
        return [*found, *self._in_other_stories(found, only_same=False)]

    def _settle(self, group: Aligned) -> None:
        """Leave the paragraphs of `group` out of what is sought from now on."""
        self._settled.update(group.old)
        self._new_settled.update(group.new)

    def _rows(self, groups: Sequence[Aligned]) -> list[PlacedRow]:
        return list(rows_of(in_order(groups, len(self._old.paragraphs), len(self._new.paragraphs))))

    def _is_same(self, row: PlacedRow) -> bool:
        olds, news, _ = row
        return bool(olds and news) and self.is_reprint(self._olds(olds), self._news(news))

    def _olds(self, places: Iterable[int]) -> list[Paragraph]:
        return [self._old.paragraphs[place] for place in places]

    def _news(self, places: Iterable[int]) -> list[Paragraph]:
        return [self._new.paragraphs[place] for place in places]

    def _same_texts(self, rows: Sequence[PlacedRow]) -> Iterator[Aligned]:
        """Yield the paragraphs of rows that differ each for itself and not when their texts are run together."""
        for is_same, run in groupby(rows, key=self._is_same):
            if not is_same:
                olds, news = self._paragraphs(list(run))
                yield from _run_together(
                    [self._reading(0, each) for each in olds], [self._reading(1, each) for each in news]
                )

    def _reading(self, side: Side, paragraph: Paragraph) -> Reading:
        ways = (self.prints[side].text, self.prints[side].numbered_text, self.prints[side].title)
        return paragraph.index, [squeezed(way(paragraph)).lower() for way in ways]

    def _same_cells(self, rows: Sequence[PlacedRow], side: Side) -> Iterator[Aligned]:
        """Yield the paragraphs of each row of a table of one side that differ each for itself and not together."""
        numbers = {place: number for number, row in enumerate(rows) for place in row[side]}
        for places in _rows_of_tables((self._old, self._new)[side]):
            held = range(min(map(numbers.__getitem__, places)), max(map(numbers.__getitem__, places)) + 1)
            differing = [number for number in held if not self._is_same(rows[number])]
            if not differing:
                continue
            around = _widened(held, rows)
            for first, last in _near(differing):
                stretches = (rows[start:stop] for start, stop in _stretches(around, first, last + 1))
                kept = (_without_others(stretch, places, side) for stretch in stretches)
                for window in islice(filter(None, map(self._same_together, kept)), 1):
                    self._settle(window)
                    yield window

    def _same_together(self, rows: Sequence[PlacedRow]) -> Aligned | None:
        """Return what stands in some rows, if it has the same words on both sides."""
        olds, news = self._paragraphs(rows)
        return _aligned(olds, news) if olds and news and self.is_reprint(olds, news) else None

    def _paragraphs(self, rows: Sequence[PlacedRow]) -> tuple[list[Paragraph], list[Paragraph]]:
        """Return the paragraphs of some rows but those that have a partner or are beside the text."""
        old, new = self.prints
        return (
            [
                each
                for each in self._olds(i for row in rows for i in row[0])
                if each.index not in self._settled and not new.is_running(each.text) and not old.is_repeated(each.text)
            ],
            [
                each
                for each in self._news(j for row in rows for j in row[1])
                if each.index not in self._new_settled
                and not old.is_running(each.text)
                and not new.is_repeated(each.text)
            ],
        )

    def _in_other_stories(self, groups: Sequence[Aligned], *, only_same: bool) -> Iterator[Aligned]:
        """Yield what has no partner in its story, as a note that the other format sets as text.

        With `only_same` only what has the same words.
        """
        paired = {place for each in groups for place in each.old}
        new_paired = {place for each in groups for place in each.new}
        olds = [each for each in self._old.paragraphs if each.index not in paired]
        news = [each for each in self._new.paragraphs if each.index not in new_paired]
        for each in align_blocks([folded(one.text) for one in olds], [folded(one.text) for one in news]):
            here, there = [olds[place] for place in each.old], [news[place] for place in each.new]
            if not here or not there or here[0].story == there[0].story:
                continue
            is_running = here[0].story in RUNNING or there[0].story in RUNNING
            if self.is_reprint(here, there) or not (only_same or is_running):
                yield replace(_aligned(here, there), is_moved=True)


def _aligned(olds: Sequence[Paragraph], news: Sequence[Paragraph]) -> Aligned:
    return Aligned(tuple(each.index for each in olds), tuple(each.index for each in news))


def _letters(text: str) -> tuple[list[str], Counter[str]]:
    """Return the numbers of a text in order, and its other characters in none."""
    bare = squeezed(text).lower()
    return _NUMBER.findall(bare), Counter(_NUMBER.sub("", bare))


def _row_of(paragraph: Paragraph) -> tuple[int, int] | None:
    """Return the row of a table that a paragraph stands in."""
    return (paragraph.cell.table, paragraph.cell.row) if paragraph.cell else None


def _rows_of_tables(document: Document) -> Iterator[list[int]]:
    """Yield the paragraphs of each row of each table."""
    for row, paragraphs in groupby(document.paragraphs, key=_row_of):
        if row:
            yield [each.index for each in paragraphs]


def _widened(held: range, rows: Sequence[PlacedRow]) -> range:
    """Return `held` and the rows before and after it of which one side is empty."""
    before, after = held.start, held.stop
    while before and not all(rows[before - 1][:2]):
        before -= 1
    while after < len(rows) and not all(rows[after][:2]):
        after += 1
    return range(before, after)


def _stretches(around: range, first: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of rows in `around` that hold [first, end) and not much more, the shortest first."""
    starts = range(first, max(around.start, first - _FURTHEST) - 1, -1)
    stops = range(end, min(around.stop, end + _FURTHEST) + 1)
    return sorted(((start, stop) for start in starts for stop in stops), key=lambda each: each[1] - each[0])


def _without_others(rows: Sequence[PlacedRow], places: Collection[int], side: Side) -> list[PlacedRow]:
    """Return `rows` but those that on one side hold something other than `places`."""
    return [row for row in rows if all(place in places for place in row[side])]


def _near(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each stretch of numbers without a wide gap."""
    first = 0
    for place, number in enumerate(numbers):
        if place + 1 == len(numbers) or numbers[place + 1] - number > _FURTHEST:
            yield numbers[first], number
            first = place + 1


def _with_windows(groups: Sequence[Aligned], windows: Iterable[Aligned]) -> list[Aligned]:
    """Return `windows` that have nothing in common, and of `groups` what is not in them."""
    taken: set[int] = set()
    new_taken: set[int] = set()
    found = []
    for each in windows:
        if taken.isdisjoint(each.old) and new_taken.isdisjoint(each.new):
            found.append(each)
            taken.update(each.old)
            new_taken.update(each.new)
    for each in groups:
        olds = tuple(place for place in each.old if place not in taken)
        news = tuple(place for place in each.new if place not in new_taken)
        if olds and news:
            found.append(Aligned(olds, news, each.is_moved))
    return found


def _run_together(olds: Sequence[Reading], news: Sequence[Reading]) -> Iterator[Aligned]:
    """Yield the stretches of paragraphs that have the same text together."""
    starts: dict[str, list[int]] = {}
    for place, (_, ways) in enumerate(news):
        for beginning in {way[:_BEGINNING] for way in ways}:
            starts.setdefault(beginning, []).append(place)
    start = new_start = 0
    while start < len(olds):
        beginnings = {way[:_BEGINNING] for way in olds[start][1]}
        places = sorted(
            {place for beginning in beginnings for place in starts.get(beginning, ()) if place >= new_start}
        )
        counts = ((place, _count_together(olds[start:], news[place:])) for place in places)
        place, count = next((each for each in counts if each[1]), (0, None))
        if count is None:
            start += 1
            continue
        end, new_end = start + count[0], place + count[1]
        yield Aligned(tuple(i for i, _ in olds[start:end]), tuple(j for j, _ in news[place:new_end]))
        start, new_start = end, new_end


def _count_together(olds: Sequence[Reading], news: Sequence[Reading]) -> tuple[int, int] | None:
    """Return how many paragraphs from the first of both on have the same text together; None where it soon differs."""
    for here, there in zip(olds[0][1], news[0][1], strict=True):
        text, new_text = here, there
        count = new_count = 1
        while text != new_text:
            if text.startswith(new_text) and new_count < len(news):
                new_text += news[new_count][1][1]
                new_count += 1
            elif new_text.startswith(text) and count < len(olds):
                text += olds[count][1][1]
                count += 1
            else:
                break
        else:
            return count, new_count
    return None
