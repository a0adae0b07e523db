"""Footnotes: small letters at the foot of a page, after the mark that stands in the text above them."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from app.intake.pdf_lines import Line

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


def _is_cited(note: Line, body: Sequence[Line]) -> bool:
    """Tell whether the mark of a footnote stands in the text: after a word, or as a small word of its own."""
    mark = mark_of(note)
    cited = re.compile(rf"[^\W\d_][.,;:”\"’')\]]*{re.escape(mark)}\W*$")
    for line in body:
        for word in line.words:
            if mark in word.text and (
                cited.search(word.text) or (word.text == mark and word.bottom - word.top < _RAISED * line.height)
            ):
                return True
    return False
