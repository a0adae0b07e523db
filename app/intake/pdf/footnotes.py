"""Footnotes: small letters at the foot of a page, after the mark that stands in the text above them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from app.intake.blocks import Block
from app.intake.pdf.lines import Line
from app.model.marks import Box, Link
from app.model.span import Span

_MARK = re.compile(r"(?:\[?(\d{1,3})\]?|([*†‡§¶]{1,3}))[.)]?(?=\s|$|[A-Z“\"‘])")
_SMALL = 0.94  # of the height of the text
_RAISED = 0.85
_LOW = 0.45  # of the page's height: footnotes begin below


def split_footnotes(lines: Sequence[Line], height: float) -> tuple[list[Line], list[list[Line]]]:
    """Return the lines of a page without its footnotes, and these; `lines` are in reading order.

    `height` is that of the page.
    """
    upright = [line for line in lines if line.table is None]
    if not upright:
        return list(lines), []
    usual = median(line.height for line in upright for _ in line.words)
    body: list[Line] = []
    notes: list[list[Line]] = []
    for _, group in groupby(lines, key=lambda line: line.column):
        column = list(group)
        first = _first_note(column, usual, height)
        body += column[:first]
        notes += _notes(column[first:])
    if not body or not any(_is_cited(note[0], body) for note in notes):
        return list(lines), []
    return body, notes


def mark_of(line: Line) -> str:
    """Return the mark that `line` begins with as a footnote does; "" without one."""
    match = _MARK.match(line.text)
    return "" if match is None else match[1] or match[2]


def _first_note(column: Sequence[Line], usual: float, height: float) -> int:
    """Return the place of the first line of the footnotes at the end of a column; its length without any."""
    first = len(column)
    for place in range(len(column) - 1, -1, -1):
        line = column[place]
        small = line.height < _SMALL * usual
        if line.table is not None or line.top < _LOW * height or not (small or _begins_raised(line)):
            break
        if mark_of(line):
            first = place
    return first


def _begins_raised(line: Line) -> bool:
    """Tell whether the first word of `line` is a small mark above the foot of the others."""
    if len(line.words) < 2 or not mark_of(line):
        return False
    mark = line.words[0]
    return mark.bottom - mark.top < _RAISED * line.height and mark.bottom < line.base


def _notes(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each footnote: a new one begins with the mark that counts on."""
    note: list[Line] = []
    last = ""
    for line in lines:
        mark = mark_of(line)
        if note and mark and (not mark.isdecimal() or not last.isdecimal() or int(mark) == int(last) + 1):
            yield note
            note = []
        if not note:
            last = mark
        note.append(line)
    if note:
        yield note


def _citing(mark: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|([^\W\d_]+[.,;:”\"’')\]]*))({re.escape(mark)})\W*$")


def names_of(notes: Sequence[Sequence[Line]]) -> list[str]:
    """Return a name for each footnote of a document: by its number, or by its order where numbers begin anew."""
    marks = [mark_of(note[0]) for note in notes]
    if len(set(marks)) < len(marks) or not all(map(str.isdecimal, marks)):
        marks = [str(number) for number in range(1, len(notes) + 1)]
    return [f"footnote-{mark}" for mark in marks]


def link_footnotes(blocks: Sequence[Block]) -> list[Block]:
    """Return `blocks` with a link to each footnote from the mark in the text of its page."""
    changed = list(blocks)
    notes = [note for note in blocks if note.story == "footnote" and note.names]
    pages = {note.anchor.page for note in notes}
    words: dict[int | None, list[tuple[int, Box]]] = defaultdict(list)
    for number, block in enumerate(blocks if notes else ()):
        for box in block.boxes:
            if block.story == "body" and box.page in pages:
                words[box.page].append((number, box))
    for note in notes:
        match = _MARK.match(note.text)
        found = None if match is None else _citation(match[1] or match[2], blocks, words[note.anchor.page])
        if found is not None:
            number, span = found
            links = (*changed[number].links, Link(span, f"#{note.names[0]}"))
            changed[number] = replace(changed[number], links=tuple(sorted(links, key=lambda each: each.span.start)))
    return changed


def _citation(mark: str, blocks: Sequence[Block], words: Sequence[tuple[int, Box]]) -> tuple[int, Span] | None:
    """Return where a mark stands among `words`: alone and raised, else after a word, else after a letter ("Q1")."""
    pattern = _citing(mark)
    best: tuple[int, int, Span] | None = None
    usual = median(box.bottom - box.top for _, box in words) if words else 0.0
    for number, box in words:
        match = pattern.search(blocks[number].text[box.start : box.end])
        if match is None or (not match[1] and box.bottom - box.top >= _RAISED * usual):
            continue
        rank = 2 if not match[1] else min(1, len(match[1]) - 1)
        if best is None or rank > best[0]:
            best = rank, number, Span(box.start + match.start(2), box.start + match.end(2))
    return None if best is None else best[1:]


def _is_cited(note: Line, body: Sequence[Line]) -> bool:
    """Tell whether the mark of a footnote stands in the text: after a word, or as a small word of its own."""
    mark = mark_of(note)
    cited = _citing(mark)
    for line in body:
        for word in line.words:
            match = cited.search(word.text) if mark in word.text else None
            if match is not None and (match[1] or word.bottom - word.top < _RAISED * line.height):
                return True
    return False
