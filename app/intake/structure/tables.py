"""The tables of a document, from the cells that its paragraphs stand in."""

from collections.abc import Sequence

from app.model.document import Paragraph, Table


def find_tables(paragraphs: Sequence[Paragraph]) -> tuple[Table, ...]:
    """Return the tables in their order; those that hold no paragraph are left out.

    A table covers the tables nested in it.
    """
    inside: dict[int, int | None] = {}
    bounds: dict[int, list[int]] = {}
    for paragraph in paragraphs:
        cell = paragraph.cell
        if cell is None:
            continue
        inside.setdefault(cell.table, cell.inside)
        first, end, rows, columns = bounds.get(cell.table, (paragraph.index, 0, 0, 0))
        bounds[cell.table] = [
            first,
            max(end, paragraph.index + 1),
            max(rows, cell.row + cell.rows),
            max(columns, cell.column + cell.columns),
        ]
    for table in sorted(bounds, reverse=True):
        outer = inside[table]
        if outer is not None and outer in bounds and outer != table:
            bounds[outer][0] = min(bounds[outer][0], bounds[table][0])
            bounds[outer][1] = max(bounds[outer][1], bounds[table][1])
    return tuple(
        Table(table, first, end, rows, columns, inside[table])
        for table, (first, end, rows, columns) in sorted(bounds.items())
    )
