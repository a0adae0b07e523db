"""Tables in plain text: frames of "|" and "+", and columns set apart by blanks."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from app.intake.structure.markers import split_marker

_FRAME = re.compile(r"[+|].*[+|]")
_BORDER = re.compile(r"[-+=|:\s]+")
_GAP = re.compile(r" {3,}")
_NEAR = 1  # columns within which cells stand under each other
_FEWEST = 3  # lines of a table without a frame

Row = tuple[tuple[int, str], ...]
"""Cells of a row: column of the table, and text."""


def rows_of(lines: Sequence[str]) -> list[Row] | None:
    """Return the rows of the table that `lines`, with their indentation, are; None where they are none."""
    if len(lines) > 1 and all(_FRAME.fullmatch(line.strip()) for line in lines):
        return list(_framed(lines))
    if len(lines) < _FEWEST:
        return None
    cells = [_cells(line) for line in lines]
    starts = [start for row in cells for start, _ in row]
    columns = _columns(starts)
    several = [row for row in cells if len(row) > 1]
    # each row has a cell in the first column and others that stand under each other
    if len(several) < len(cells) or len(columns) > max(map(len, cells)) or split_marker(cells[0][0][1] + "\tX"):
        return None
    return [tuple((_column(columns, start), text) for start, text in row) for row in cells]


def _framed(lines: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a table in a frame; where borders part its rows, the lines between two are one row."""
    stripped = [line.strip() for line in lines]
    borders = [_BORDER.fullmatch(line) is not None for line in stripped]
    is_parted = sum(borders) > 3
    for is_border, group in groupby(zip(borders, stripped, strict=True), key=lambda pair: pair[0]):
        if is_border:
            continue
        rows = [[cell.strip() for cell in line.strip("|+").split("|")] for _, line in group]
        if is_parted:
            width = max(map(len, rows))
            rows = [[" ".join(row[place] for row in rows if place < len(row) and row[place]) for place in range(width)]]
        for row in rows:
            yield tuple((place, text) for place, text in enumerate(row) if text)


def _cells(line: str) -> list[tuple[int, str]]:
    """Return the cells of a line that blanks set apart, with the columns that they begin at."""
    cells, start = [], len(line) - len(line.lstrip())
    for gap in _GAP.finditer(line, start):
        cells.append((start, line[start : gap.start()]))
        start = gap.end()
    return [*cells, (start, line[start:])]


def _columns(starts: Sequence[int]) -> list[int]:
    columns: list[int] = []
    for start in sorted(set(starts)):
        if not columns or start - columns[-1] > _NEAR:
            columns.append(start)
    return columns


def _column(columns: Sequence[int], start: int) -> int:
    return min(range(len(columns)), key=lambda place: abs(columns[place] - start))
