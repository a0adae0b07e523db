"""Tables of a document as tables of a Word file (ECMA-376-1 17.4), with merged cells and tables in cells."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from lxml import etree

from app.model.document import Cell, Paragraph

_MOST_COLUMNS = 63  # that Word takes
_MOST_FIELDS = 100_000
_DEEPEST = 8
_PADDING = 216  # twentieths of a point that a cell takes for its margins
_NARROWEST, _WIDEST = 4, 60  # letters that a column is given room for
_STYLE = "ContractTable"


@dataclass(slots=True)
class SetCell:
    """A cell and what stands in it, in order."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    items: list["Item"] = field(default_factory=list)


@dataclass(slots=True)
class SetTable:
    """A table of the document; its cells in the order in which they are first met."""

    number: int
    cells: dict[tuple[int, int], SetCell] = field(default_factory=dict)
    last: SetCell | None = None

    def put(self, item: "Item", cell: Cell | None = None) -> None:
        """Put `item` into a cell; into the last one where none is named."""
        if cell is not None:
            self.last = self.cells.setdefault(
                (cell.row, cell.column), SetCell(cell.row, cell.column, cell.rows, cell.columns)
            )
        if self.last is not None:
            self.last.items.append(item)


Item: TypeAlias = Paragraph | SetTable
Fill: TypeAlias = Callable[[CT_P, Paragraph], None]
"""Sets a paragraph of the document in an empty `w:p`."""


def items_of(paragraphs: Iterable[Paragraph]) -> list[Item]:
    """Return paragraphs and tables in order; tables too large for Word, or too deep in others, as paragraphs."""
    items: list[Item] = []
    open_tables: list[SetTable] = []
    for paragraph in paragraphs:
        cell = paragraph.cell
        if cell is None:
            open_tables.clear()
            items.append(paragraph)
            continue
        while open_tables and open_tables[-1].number not in (cell.table, cell.inside):
            open_tables.pop()
        if not open_tables or open_tables[-1].number != cell.table:
            table = SetTable(cell.table)
            if open_tables:
                open_tables[-1].put(table)
            else:
                items.append(table)
            open_tables.append(table)
        open_tables[-1].put(paragraph, cell)
    return list(_as_word_takes_them(items, 1))


def _as_word_takes_them(items: Iterable[Item], depth: int) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Paragraph):
            yield item
            continue
        rows, columns = _size(item)
        inner = [(cell, list(_as_word_takes_them(cell.items, depth + 1))) for cell in item.cells.values()]
        if depth > _DEEPEST or columns > _MOST_COLUMNS or rows * columns > _MOST_FIELDS:
            yield from (each for _, found in inner for each in found)
        else:
            for cell, found in inner:
                cell.items = found
            yield item


def _size(table: SetTable) -> tuple[int, int]:
    """Return how many rows and columns a table has."""
    cells = table.cells.values()
    return max(cell.row + cell.rows for cell in cells), max(cell.column + cell.columns for cell in cells)


def make_table(table: SetTable, width: int, fill: Fill) -> etree._Element:
    """Return the `w:tbl` for `table`, `width` twentieths of a point wide; `fill` sets its paragraphs."""
    rows, columns = _size(table)
    owners = _owners(table)
    widths = _widths(table, columns, width)
    tbl = OxmlElement("w:tbl")
    tbl.append(_properties("w:tblPr", ("w:tblStyle", {"val": _STYLE}), ("w:tblW", _measure(width))))
    tbl[0].append(_element("w:tblLayout", {"type": "fixed"}))
    tbl.append(_properties("w:tblGrid", *(("w:gridCol", {"w": str(each)}) for each in widths)))
    for row in range(rows):
        tr = OxmlElement("w:tr")
        column = 0
        while column < columns:
            cell = owners.get((row, column)) or SetCell(row, column)
            tr.append(_make_cell(cell, row, widths, fill))
            column += cell.columns
        tbl.append(tr)
    return tbl


def _owners(table: SetTable) -> dict[tuple[int, int], SetCell]:
    """Return which cell covers each field; where cells overlap, the later one is cut, or goes into the earlier."""
    owners: dict[tuple[int, int], SetCell] = {}
    for cell in sorted(table.cells.values(), key=lambda cell: (cell.row, cell.column)):
        owner = owners.get((cell.row, cell.column))
        if owner is not None:
            owner.items += cell.items
            continue
        while any((cell.row, cell.column + beside) in owners for beside in range(cell.columns)):
            cell.columns -= 1
        for row in range(cell.row, cell.row + cell.rows):
            fields = [(row, cell.column + beside) for beside in range(cell.columns)]
            if any(place in owners for place in fields):
                cell.rows = row - cell.row
                break
            owners.update(dict.fromkeys(fields, cell))
    return owners


def _make_cell(cell: SetCell, row: int, widths: Sequence[int], fill: Fill) -> etree._Element:
    """Return the `w:tc` for `cell` in `row`: one that only goes on there is empty."""
    width = sum(widths[cell.column : cell.column + cell.columns])
    tc = OxmlElement("w:tc")
    properties = _properties("w:tcPr", ("w:tcW", _measure(width)))
    if cell.columns > 1:
        properties.append(_element("w:gridSpan", {"val": str(cell.columns)}))
    if cell.rows > 1:
        properties.append(_element("w:vMerge", {"val": "restart" if row == cell.row else "continue"}))
    tc.append(properties)
    for item in cell.items if row == cell.row else ():
        if isinstance(item, Paragraph):
            tc.append(OxmlElement("w:p"))
            fill(cast("CT_P", tc[-1]), item)
        else:
            tc.append(make_table(item, max(width - _PADDING, width // 2), fill))
    if tc[-1].tag != qn("w:p"):  # a cell ends with a paragraph
        tc.append(_properties("w:p"))
        tc[-1].append(_properties("w:pPr", ("w:pStyle", {"val": "TableText"})))
    return tc


def _widths(table: SetTable, columns: int, width: int) -> list[int]:
    """Return the widths of the columns, which share `width` by the length of their texts and of their words."""
    needs = [float(_NARROWEST)] * columns
    for cell in table.cells.values():
        if cell.columns == 1:
            text = " ".join(_text(item) for item in cell.items)
            longest = max(map(len, text.split()), default=0)
            needs[cell.column] = max(needs[cell.column], min(max(longest + 2, len(text) ** 0.75), _WIDEST))
    shares = [width * need / sum(needs) for need in needs]
    ends = [round(sum(shares[: place + 1])) for place in range(columns)]
    return [end - start for start, end in zip((0, *ends), ends, strict=False)]


def _text(item: Item) -> str:
    if isinstance(item, Paragraph):
        return f"{item.marker} {item.text}"
    return " ".join(_text(each) for cell in item.cells.values() for each in cell.items)


def _measure(width: int) -> dict[str, str]:
    return {"w": str(width), "type": "dxa"}


def _element(name: str, attributes: dict[str, str]) -> etree._Element:
    return OxmlElement(name, attrs={qn(f"w:{key}"): value for key, value in attributes.items()})


def _properties(name: str, *children: tuple[str, dict[str, str]]) -> etree._Element:
    """Return the element `name` with children that have attributes only."""
    parent = OxmlElement(name)
    for child, attributes in children:
        parent.append(_element(child, attributes))
    return parent
