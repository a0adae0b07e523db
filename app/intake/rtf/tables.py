"""Tables of RTF: cells are ended one by one, and only their right edges say in which column they stand."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.intake.blocks import Block
from app.model.document import Cell

_NEAR = 30  # twips within which edges are one
_MAX_DEPTH = 30


@dataclass(slots=True)
class Edge:
    """What a row says of a cell: its right edge in twips, and with which cells it is one."""

    right: int = 0
    goes_down: bool = False
    from_above: bool = False
    from_left: bool = False


@dataclass(slots=True)
class _Row:
    edges: Sequence[Edge]
    cells: list[list[int]]


@dataclass(slots=True)
class _Table:
    number: int
    inside: int | None
    rows: list[_Row] = field(default_factory=list)
    cells: list[list[int]] = field(default_factory=list)
    open_cell: list[int] = field(default_factory=list)


class TableStack:
    """The tables under way in one story, the outermost first; it sets `Block.cell` in `blocks` as they end."""

    def __init__(self, blocks: list[Block], first_number: int) -> None:
        self.count = first_number
        self._blocks = blocks
        self._open: list[_Table] = []

    def place(self, block: int, depth: int) -> None:
        """Note that the block of that index stands in `depth` tables."""
        self._reach(depth)
        if self._open:
            self._open[-1].open_cell.append(block)

    def end_cell(self, depth: int) -> None:
        """End a cell of the table at `depth`, from 1."""
        self._reach(depth)
        table = self._open[-1]
        table.cells.append(table.open_cell)
        table.open_cell = []

    def end_row(self, depth: int, edges: Sequence[Edge]) -> None:
        """End a row of the table at `depth`."""
        self._reach(depth)
        table = self._open[-1]
        if table.open_cell:
            table.cells.append(table.open_cell)
        table.rows.append(_Row(edges, table.cells))
        table.cells, table.open_cell = [], []

    def finish(self) -> None:
        """End all tables."""
        self._reach(0)

    def _reach(self, depth: int) -> None:
        depth = min(depth, _MAX_DEPTH)
        while len(self._open) > depth:
            self._close(self._open.pop())
        while len(self._open) < depth:
            self._open.append(_Table(self.count, self._open[-1].number if self._open else None))
            self.count += 1

    def _close(self, table: _Table) -> None:
        """Set where the cells of a table that has ended stand."""
        if table.open_cell or table.cells:
            table.rows.append(_Row((), [*table.cells, table.open_cell]))
        grid = _columns(edge.right for row in table.rows for edge in row.edges)
        going_down: dict[int, _Placed] = {}
        cells: list[_Placed] = []
        for number, row in enumerate(table.rows):
            following: dict[int, _Placed] = {}
            for placed, edge in _placed(row, number, grid):
                above = going_down.get(placed.left)
                cell = placed
                if edge.from_above and above is not None:
                    above.last = number
                    above.blocks.extend(placed.blocks)
                    cell = above
                else:
                    cells.append(placed)
                if edge.goes_down or edge.from_above:
                    following[placed.left] = cell
            going_down = following
        for each in cells:
            cell_of = Cell(
                table.number, each.row, each.left, each.last - each.row + 1, each.right - each.left, table.inside
            )
            for index in each.blocks:
                self._blocks[index] = replace(self._blocks[index], cell=cell_of)


@dataclass(slots=True)
class _Placed:
    """A cell in its place: rows `row` to `last`, columns [left, right)."""

    row: int
    last: int
    left: int
    right: int
    blocks: list[int]


def _placed(row: _Row, number: int, grid: list[int]) -> Iterator[tuple[_Placed, Edge]]:
    """Yield the cells of a row with what the row says of each; cells that are one are yielded as one."""
    left = place = 0
    while place < len(row.cells):
        blocks = list(row.cells[place])
        edge = row.edges[place] if place < len(row.edges) else None
        right = left + 1 if edge is None else _column(grid, edge)
        while place + 1 < min(len(row.cells), len(row.edges)) and row.edges[place + 1].from_left:
            place += 1
            blocks += row.cells[place]
            right = _column(grid, row.edges[place])
        right = max(right, left + 1)
        yield _Placed(number, number, left, right, blocks), edge or Edge()
        left, place = right, place + 1


def _column(grid: list[int], edge: Edge) -> int:
    return bisect_left(grid, edge.right - _NEAR) + 1


def _columns(edges: Iterable[int]) -> list[int]:
    """Return the right edges of the columns of a table; edges close to each other are one."""
    grid: list[int] = []
    for edge in sorted(set(edges)):
        if not grid or edge - grid[-1] > _NEAR:
            grid.append(edge)
    return grid
