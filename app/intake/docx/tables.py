"""Tables of Word files: which cells of the grid each `w:tc` covers (ECMA-376-1 17.4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from app.model.document import Cell, View
from app.ooxml.names import w
from app.ooxml.styles import value_of

MAX_COLUMNS = 1_000
"""Cells of a row: Word itself makes at most 63."""

_ROW, _CELL, _ROW_PROPERTIES, _CELL_PROPERTIES = w("tr"), w("tc"), w("trPr"), w("tcPr")
_NO_CELLS = frozenset((w("tblPr"), w("tblGrid"), _ROW_PROPERTIES, w("tblPrEx"), w("sdtPr"), w("sdtEndPr")))
_GONE = {
    "accepted": (w("del"), w("cellDel")),
    "original": (w("ins"), w("cellIns")),
    "marked": (),
}


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A `w:tc`, and where it stands; None where the view leaves it out.

    Attributes:
        row: The `w:tr`.
    """

    tc: etree._Element
    cell: Cell | None
    row: etree._Element


class TooManyColumnsError(Exception):
    """A row has more cells than a table can need."""


def cells_of(tbl: etree._Element, number: int, inside: int | None, view: View) -> Iterator[PlacedCell]:
    """Yield the cells of the table `tbl`, which has the `number`, row by row; rows that the view leaves out count none.

    Raises:
        TooManyColumnsError: A row has too many.
    """
    placed: list[tuple[etree._Element, etree._Element, tuple[int, int, int] | None]] = []
    open_above: dict[int, int] = {}  # by column: the row where the cell began that merges down so far
    heights: dict[tuple[int, int], int] = {}
    row = 0
    for tr in _inside(tbl, _ROW):
        gone = _is_gone(tr, _ROW_PROPERTIES, view)
        column = _skipped(tr)
        count = 0
        for tc in _inside(tr, _CELL):
            count += 1
            if count > MAX_COLUMNS:
                raise TooManyColumnsError
            if gone or _is_gone(tc, _CELL_PROPERTIES, view):
                placed.append((tc, tr, None))
                continue
            width = _span(tc)
            top = open_above.get(column, row) if _goes_on(tc) else row
            open_above[column] = top
            heights[top, column] = row - top + 1
            placed.append((tc, tr, (top, column, width)))
            column += width
        row += not gone
    for tc, tr, place in placed:
        if place is None:
            yield PlacedCell(tc, None, tr)
        else:
            top, column, width = place
            yield PlacedCell(tc, Cell(number, top, column, heights[top, column], width, inside), tr)


def _inside(holder: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or cells of a row, out of what may stand around them: content controls, XML tags."""
    for child in holder:
        if child.tag == tag:
            yield child
        elif len(child) and child.tag not in _NO_CELLS:
            yield from _inside(child, tag)


def _is_gone(element: etree._Element, properties: str, view: View) -> bool:
    holder = next(element.iterchildren(properties), None)
    return holder is not None and any(child.tag in _GONE[view] for child in holder)


def _skipped(tr: etree._Element) -> int:
    stated = value_of(tr, "trPr", "gridBefore")
    return min(int(stated), MAX_COLUMNS) if stated is not None and stated.isdecimal() else 0


def _span(tc: etree._Element) -> int:
    stated = value_of(tc, "tcPr", "gridSpan")
    return max(1, min(int(stated), MAX_COLUMNS)) if stated is not None and stated.isdecimal() else 1


def _goes_on(tc: etree._Element) -> bool:
    """Tell whether a cell is merged into the one above it."""
    properties = next(tc.iterchildren(_CELL_PROPERTIES), None)
    merge = None if properties is None else next(properties.iterchildren(w("vMerge")), None)
    return merge is not None and merge.get(w("val"), "continue") == "continue"
