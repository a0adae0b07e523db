"""What stands side by side in the window, line by line: the rows of a comparison, those of one table row gathered."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from app.model.comparison import Comparison, Row
from app.model.document import Document

_TableRow = tuple[str, int, int]
"""Which document, a table of it, and a row of that."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the panes.

    Attributes:
        rows: One; several where they are cells of one row of a table.
        story: The story that begins with it, where that is not the body; "" elsewhere.
        is_tabular: Whether it is a row of a table.
    """

    rows: tuple[Row, ...]
    story: str = ""
    is_tabular: bool = False

    @property
    def old(self) -> tuple[int, ...]:
        """The paragraphs that it has of the old document."""
        return tuple(index for row in self.rows for index in row.old)

    @property
    def new(self) -> tuple[int, ...]:
        """Those of the new one."""
        return tuple(index for row in self.rows for index in row.new)

    @property
    def changes(self) -> tuple[int, ...]:
        """The numbers of the changes that it shows, in order."""
        return tuple(dict.fromkeys(row.change for row in self.rows if row.change is not None))


def lines_of(comparison: Comparison) -> tuple[Line, ...]:
    """Return the lines in which a comparison is shown, in its order."""
    lines = []
    before = "body"
    for rows, is_tabular in _gathered(comparison):
        story = _story(comparison, rows[0])
        lines.append(Line(rows, story if story not in ("body", before) else "", is_tabular))
        before = story
    return tuple(lines)


def places_of(lines: Iterable[Line]) -> Mapping[int, tuple[int, ...]]:
    """Return in which lines each change stands, by its number: where it is now first, then where it was."""
    found: dict[int, list[tuple[bool, int]]] = defaultdict(list)
    for place, line in enumerate(lines):
        for row in line.rows:
            if row.change is not None:
                found[row.change].append((not row.new, place))
    return {number: tuple(dict.fromkeys(place for _, place in sorted(places))) for number, places in found.items()}


def _gathered(comparison: Comparison) -> Iterator[tuple[tuple[Row, ...], bool]]:
    """Yield the rows that stand in one line, and whether they are of a table."""
    rows = [
        (row, _table_row("old", comparison.old, row.old), _table_row("new", comparison.new, row.new))
        for row in comparison.rows
    ]
    beside = {was: now for _, was, now in reversed(rows) if was is not None and now is not None}

    def table_row(known: tuple[Row, _TableRow | None, _TableRow | None]) -> _TableRow | None:
        _, was, now = known
        return beside.get(was, was) if was is not None else now

    for at, together in groupby(rows, key=table_row):
        found = tuple(row for row, _, _ in together)
        if at is not None:
            yield found, True
        else:
            yield from (((row,), False) for row in found)


def _table_row(which: str, document: Document, indexes: tuple[int, ...]) -> _TableRow | None:
    """Return the row of a table that paragraphs stand in; None where they stand in none, or in a nested table."""
    rows = set()
    for index in indexes:
        cell = document.paragraphs[index].cell
        rows.add(None if cell is None or cell.inside is not None else (which, cell.table, cell.row))
    return rows.pop() if len(rows) == 1 else None


def _story(comparison: Comparison, row: Row) -> str:
    if row.new:
        return comparison.new.paragraphs[row.new[0]].story
    return comparison.old.paragraphs[row.old[0]].story
