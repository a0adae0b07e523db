"""The paragraphs of a story as they are set: one after another, and in the cells of tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.model.document import Cell, Paragraph, Table

_MOST_CELLS = 20_000
_DEEPEST = 5


@dataclass(slots=True)
class GridCell:
    """A cell that holds something, with what it holds."""

    row: int
    column: int
    rows: int
    columns: int
    items: list["Item"] = field(default_factory=list)

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield the places of the grid that the cell covers."""
        for row in range(self.row, self.row + self.rows):
            for column in range(self.column, self.column + self.columns):
                yield row, column


@dataclass(slots=True)
class Grid:
    """A table that is set as one.

    Attributes:
        cells: By row and column of their upper left corner; none covers another.
    """

    table: int
    rows: int
    columns: int
    cells: dict[tuple[int, int], GridCell] = field(default_factory=dict)
    _covered: dict[tuple[int, int], GridCell] = field(default_factory=dict)
    _last: tuple[int, int] = (0, -1)
    _waiting: list["Grid"] = field(default_factory=list)

    def add(self, paragraph: Paragraph, cell: Cell | None) -> None:
        """Put a paragraph into its cell, the last one if None; before it the nested tables that wait for a place."""
        corner = (max(self._last[0], 0), max(self._last[1], 0)) if cell is None else (cell.row, cell.column)
        for nested in self._waiting:
            self._cell_at(self._free_before(corner), 1, 1).items.append(nested)
        self._waiting.clear()
        rows, columns = (1, 1) if cell is None else (cell.rows, cell.columns)
        self._cell_at(corner, rows, columns).items.append(paragraph)

    def nest(self, grid: "Grid") -> None:
        """Take a table that stands in a cell without text of its own, or before the next paragraph."""
        self._waiting.append(grid)

    def close(self) -> None:
        """Put the tables that still wait into a cell left over, else into the last."""
        for nested in self._waiting:
            corner = self._free_before((self.rows, 0))
            self._cell_at(corner if corner[0] < self.rows else self._last, 1, 1).items.append(nested)
        self._waiting.clear()

    def _free_before(self, corner: tuple[int, int]) -> tuple[int, int]:
        """Return the first place after the last cell and before `corner` that no cell covers; else `corner`."""
        first = self._last[0] * self.columns + self._last[1] + 1
        places = (divmod(place, self.columns) for place in range(first, corner[0] * self.columns + corner[1]))
        return next((place for place in places if place not in self._covered), corner)

    def _cell_at(self, corner: tuple[int, int], rows: int, columns: int) -> GridCell:
        self._last = max(self._last, corner)
        there = self._covered.get(corner)
        if there is None:
            there = GridCell(*corner, min(rows, self.rows - corner[0]), min(columns, self.columns - corner[1]))
            if any(place in self._covered for place in there.places()):
                there = GridCell(*corner, 1, 1)
            self.cells[corner] = there
            self._covered.update(dict.fromkeys(there.places(), there))
        return there


Item = Paragraph | Grid


def items_of(paragraphs: Sequence[Paragraph], tables: Sequence[Table] = ()) -> tuple[Item, ...]:
    """Return `paragraphs` with those of a table gathered; what is too large or too deep to set stays loose.

    `tables` may add rows without text, and tables with nothing but others in them.
    """
    inside = {table.index: table.inside for table in tables}
    inside.update({paragraph.cell.table: paragraph.cell.inside for paragraph in paragraphs if paragraph.cell})
    sizes = _sizes(paragraphs, tables)
    items: list[Item] = []
    opened: list[Grid] = []
    for paragraph in paragraphs:
        chain = _chain(paragraph.cell, inside, sizes)
        while opened and [grid.table for grid in opened] != chain[: len(opened)]:
            opened.pop().close()
        for table in chain[len(opened) :]:
            grid = Grid(table, *sizes[table])
            if opened:
                opened[-1].nest(grid)
            else:
                items.append(grid)
            opened.append(grid)
        if opened:
            is_its_own = paragraph.cell is not None and paragraph.cell.table == opened[-1].table
            opened[-1].add(paragraph, paragraph.cell if is_its_own else None)
        else:
            items.append(paragraph)
    while opened:
        opened.pop().close()
    return tuple(items)


def column_letters(grid: Grid) -> tuple[tuple[int, int], ...]:
    """Return the letters of the longest word (16 at most) and of the longest paragraph of each column."""
    words = [3] * grid.columns
    texts = [3] * grid.columns
    for cell in grid.cells.values():
        if cell.columns == 1:
            for paragraph in _paragraphs(cell):
                longest = max(map(len, paragraph.text.split()), default=0)
                hanging = len(paragraph.marker) + 2 if paragraph.marker else 0
                words[cell.column] = max(words[cell.column], min(longest, 16) + hanging)
                texts[cell.column] = max(texts[cell.column], len(paragraph.text))
    return tuple(zip(words, texts, strict=True))


def _paragraphs(cell: GridCell) -> Iterator[Paragraph]:
    for item in cell.items:
        if isinstance(item, Grid):
            for nested in item.cells.values():
                yield from _paragraphs(nested)
        else:
            yield item


def _sizes(paragraphs: Sequence[Paragraph], tables: Sequence[Table]) -> dict[int, tuple[int, int]]:
    """Return rows and columns of the tables."""
    sizes = {table.index: (table.rows, table.columns) for table in tables if table.rows and table.columns}
    for paragraph in paragraphs:
        if paragraph.cell:
            cell = paragraph.cell
            rows, columns = sizes.get(cell.table, (0, 0))
            sizes[cell.table] = (max(rows, cell.row + cell.rows), max(columns, cell.column + cell.columns))
    return sizes


def _chain(cell: Cell | None, inside: Mapping[int, int | None], sizes: Mapping[int, tuple[int, int]]) -> list[int]:
    """Return the tables of known size that a paragraph stands in, outermost first, as far as they can be set."""
    found: list[int] = []
    table = None if cell is None else cell.table
    while table is not None and table not in found:
        found.append(table)
        table = inside.get(table)
    chain = [table for table in reversed(found) if table in sizes]
    too_large = (number for number, table in enumerate(chain) if sizes[table][0] * sizes[table][1] > _MOST_CELLS)
    return chain[: min(next(too_large, len(chain)), _DEEPEST)]
