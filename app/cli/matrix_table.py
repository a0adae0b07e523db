"""A matrix as tables for a terminal: the ranking, and the levels by their first letters."""

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from app.cli.terminal import terminal
from app.model.matrix import CellLevel, Matrix, MatrixRow

_LETTERS: dict[CellLevel, str] = {
    "preferred": "P",
    "fallback": "F",
    "walk-away": "W",
    "missing": "M",
    "not-applicable": "–",
    "unknown": "?",
}
_STYLES: dict[CellLevel, str] = {"walk-away": "red", "missing": "yellow", "unknown": "bold"}
_LEGEND = "P preferred, F fallback, W walk-away, M missing, ? not known, – not applicable, * the best term of the row."


def print_matrix(matrix: Matrix) -> None:
    """Print who ranks where and why, and a line of levels for each clause type."""
    typer.echo(f"Profile: {matrix.profile.name}. Library: {matrix.library.version}.")
    console = terminal()
    console.print(_ranking(matrix))
    for remark in matrix.remarks:
        typer.echo(remark)
    console.print(_levels(matrix))
    typer.echo(_LEGEND)
    typer.echo(f"Not applicable to any: {len(matrix.apart)} clause types.")
    layers = [layer for column in matrix.columns for layer in column.layers]
    unread = sum(len(layer.not_read) for layer in layers)
    uncovered = sum(len(layer.review.uncovered) for layer in layers)
    typer.echo(f"Not read or not attached: {unread}. Operative paragraphs that no clause type covers: {uncovered}.")
    typer.echo("Facts, words and all that was not read: --out FILE.xlsx, or --format json.")


def _ranking(matrix: Matrix) -> Table:
    table = _table()
    for head, is_number in (("Column", True), ("Rank", True), ("Fit", True), ("Title", False), ("Why", False)):
        table.add_column(head, justify="right" if is_number else "left", overflow="fold")
    for number, at in enumerate(matrix.ranking, 1):
        column = matrix.columns[at]
        layers = "".join(f"\n  {layer.title}" for layer in column.layers if column.is_layered)
        cells = (
            str(number),
            str(column.rank),
            f"{float(column.fit.low * 100):.1f} %",
            f"{column.title}{layers}",
            column.verdict,
        )
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _levels(matrix: Matrix) -> Table:
    table = _table()
    table.add_column("Clause", overflow="fold")
    for number in range(1, len(matrix.columns) + 1):
        table.add_column(str(number), no_wrap=True)
    for row in matrix.rows:
        table.add_row(Text(row.clause.title), *(_cell(row, at) for at in matrix.ranking))
    return table


def _cell(row: MatrixRow, at: int) -> Text:
    level = row.cells[at].term.level
    return Text(_LETTERS[level] + ("*" if row.mark(at) else ""), style=_STYLES.get(level, ""))


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
