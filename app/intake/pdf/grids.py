"""Ruled tables: the grids that rules of a PDF page make, with their merged cells."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.intake.pdf.rules import Rule, Rules

_MOST_RULES = 600  # of each kind on a page; more are a drawing
_MOST_FIELDS = 5_000  # of one grid
_TOUCH = 3.0  # points: rules that end so near one another meet
_OPEN = 8.0  # points: a rule that runs on further has a side of the table left undrawn there
_WALL = 0.6  # share of a field's side that a rule must cover to be a wall


class GridCell(NamedTuple):
    """A cell and its half-open ranges of rows and columns of the grid."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid: where its lines lie, and the cells between them in reading order, which fill it."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]


def grids_of(rules: Rules) -> list[Grid]:
    """Return the grids of at least two rows and two columns, from top to bottom."""
    if max(len(rules.level), len(rules.upright)) > _MOST_RULES:
        return []
    found = (_grid(level, upright) for level, upright in _connected(rules))
    grids = [grid for grid in found if grid is not None and len(grid.xs) > 2 and len(grid.ys) > 2]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _connected(rules: Rules) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the level and upright rules that hang together."""
    heights = [rule.at for rule in rules.level]
    groups = _Groups(len(rules.level) + len(rules.upright))
    for place, rule in enumerate(rules.upright, len(rules.level)):
        first, end = bisect_left(heights, rule.start - _TOUCH), bisect_right(heights, rule.end + _TOUCH)
        for other in range(first, end):
            if rules.level[other].start - _TOUCH <= rule.at <= rules.level[other].end + _TOUCH:
                groups.join(place, other)
    found: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for place, rule in enumerate((*rules.level, *rules.upright)):
        found[groups.of(place)][place >= len(rules.level)].append(rule)
    yield from (group for group in found.values() if len(group[0]) > 1 and group[1])


class _Groups:
    """Numbers that are joined into groups; a group is named by its smallest number."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def of(self, number: int) -> int:
        """Return the group of a number."""
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make the groups of two numbers one."""
        first, second = sorted((self.of(one), self.of(other)))
        self._above[second] = first


def _grid(level: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    """Return the grid that rules make; None where it is too large."""
    ys = _lines(level, upright)
    xs = _lines(upright, level)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 2 or columns < 2 or rows * columns > _MOST_FIELDS:
        return None
    fields = _Fields(rows, columns, _walls(level, ys, xs), _walls(upright, xs, ys))
    return _without_unused_lines(xs, ys, fields.cells())


def _lines(across: Sequence[Rule], along: Sequence[Rule]) -> list[float]:
    """Return where the rules `across` lie, and the ends of those `along` where these run on beyond them."""
    places = [rule.at for rule in across]
    start, end = min(rule.start for rule in along), max(rule.end for rule in along)
    if start < min(places) - _OPEN:
        places.append(start)
    if end > max(places) + _OPEN:
        places.append(end)
    lines: list[float] = []
    for place in sorted(places):
        if not lines or place - lines[-1] > _TOUCH:
            lines.append(place)
    return lines


def _walls(rules: Sequence[Rule], lines: Sequence[float], across: Sequence[float]) -> set[tuple[int, int]]:
    """Return which fields have a wall before them: the numbers of the line and of the field along it."""
    walls = set()
    for rule in rules:
        line = min(bisect_left(lines, rule.at - _TOUCH), len(lines) - 1)
        first = max(bisect_right(across, rule.start) - 1, 0)
        for place in range(first, len(across) - 1):
            start, end = across[place], across[place + 1]
            if start >= rule.end:
                break
            if min(end, rule.end) - max(start, rule.start) >= _WALL * (end - start):
                walls.add((line, place))
    return walls


@dataclass(slots=True)
class _Fields:
    """The smallest fields of a grid, and the walls above and left of them."""

    rows: int
    columns: int
    above: set[tuple[int, int]]
    before: set[tuple[int, int]]
    _taken: set[tuple[int, int]] = field(default_factory=set)

    def cells(self) -> list[GridCell]:
        """Return the rectangles between the walls; one that bends is cut into rectangles."""
        fields = ((row, column) for row in range(self.rows) for column in range(self.columns))
        return [self._cell(*place) for place in fields if place not in self._taken]

    def _cell(self, row: int, column: int) -> GridCell:
        """Take the largest rectangle without a wall through all of it that begins in a field."""
        right, bottom = column + 1, row + 1
        while right < self.columns and (right, row) not in self.before and (row, right) not in self._taken:
            right += 1
        while bottom < self.rows and self._goes_down(bottom, column, right):
            bottom += 1
        self._taken.update((below, beside) for below in range(row, bottom) for beside in range(column, right))
        return GridCell(row, bottom, column, right)

    def _goes_down(self, row: int, left: int, right: int) -> bool:
        """Tell whether the fields [left, right) of `row` go on with those above."""
        fields = [(row, column) for column in range(left, right)]
        inner = [(column, row) for column in range(left + 1, right)]
        return self.above.isdisjoint(fields) and self._taken.isdisjoint(fields) and self.before.isdisjoint(inner)


def _without_unused_lines(xs: Sequence[float], ys: Sequence[float], cells: Sequence[GridCell]) -> Grid:
    """Return the grid without lines at which no cell begins."""
    rows = sorted({cell.top for cell in cells})
    columns = sorted({cell.left for cell in cells})
    row_of = {row: place for place, row in enumerate((*rows, len(ys) - 1))}
    column_of = {column: place for place, column in enumerate((*columns, len(xs) - 1))}
    return Grid(
        xs=(*(xs[column] for column in columns), xs[-1]),
        ys=(*(ys[row] for row in rows), ys[-1]),
        cells=tuple(
            GridCell(row_of[cell.top], row_of[cell.bottom], column_of[cell.left], column_of[cell.right])
            for cell in cells
        ),
    )


def fields_of(grid: Grid) -> dict[tuple[int, int], int]:
    """Return for each field of the grid, by row and column, the number of its cell."""
    return {
        (row, column): number
        for number, cell in enumerate(grid.cells)
        for row in range(cell.top, cell.bottom)
        for column in range(cell.left, cell.right)
    }
