"""Rows of plain text, set in columns."""

from collections.abc import Iterator, Sequence

from app.cli.messages import printable


def columns(rows: Sequence[Sequence[str]], width: int = 0) -> Iterator[str]:
    """Yield a line for each of `rows`, with their cells below one another; the last is cut at `width` characters."""
    rows = [[printable(cell) for cell in row] for row in rows]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]) - 1)] if rows else []
    for row in rows:
        line = "  ".join([*(cell.ljust(room) for cell, room in zip(row, widths, strict=False)), row[-1]]).rstrip()
        yield line if not width or len(line) <= width else f"{line[: width - 1]}…"
