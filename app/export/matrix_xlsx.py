"""Documents side by side as a workbook, columns by rank. All of it is for our own house.

The fit is worked out by formulas from the sheet of points, so that anybody can check it.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from openpyxl.cell import Cell
from openpyxl.styles import Font, PatternFill

from app.export.matrix_fit_xlsx import write_points, write_ranking
from app.export.matrix_sheets import group_of, heads_by_rank, widen
from app.export.matrix_text import (
    CELL_LEVELS,
    LEGEND,
    NOT_READ,
    about_line,
    beside_lines,
    best_names,
    level_phrase,
    source_phrase,
    term_lines,
    uncovered_lines,
    unknown_lines,
)
from app.export.phrases import place_phrase, severity_phrase, value_phrase
from app.export.workbook import HEADER_ROWS, Book, CellValue, Head, cell_at, write_list
from app.model.clause import Value
from app.model.matrix import CellLevel, Matrix, MatrixRow, TermFact, Unit

_FIRST = HEADER_ROWS + 1
_FILLS: dict[CellLevel, str] = {
    "preferred": "E2F0D9",
    "fallback": "FFF4CE",
    "walk-away": "F8D7CD",
    "missing": "FBE5D6",
    "not-applicable": "FFFFFF",
    "unknown": "E4E4E4",
}
"""Shades of levels, which their words say too."""


def matrix_xlsx(matrix: Matrix) -> bytes:
    """Return the matrix as a workbook; the same matrix gives the same bytes."""
    book = Book()
    about = about_line(matrix)
    write_ranking(book, matrix, about)
    _levels(book, matrix, about)
    _terms(book, matrix, about)
    facts = book.sheet("Facts", "Facts, one a row", about, _FACTS)
    write_list(facts, _facts(matrix))
    write_points(book, matrix, about)
    write_list(book.sheet("Not read", NOT_READ, about, _NOT_READ), _not_read(matrix))
    write_list(book.sheet("Receipts", "What this was made from", about, _RECEIPTS), _receipts(matrix))
    write_list(book.sheet("Legend", "What the words mean", about, _LEGEND), LEGEND.items())
    return book.finished("Documents side by side")


_LEVELS: tuple[Head, ...] = (("Group", 20), ("Clause", 30), ("Weight", 8), ("Best", 30), ("Why", 46))


def _levels(book: Book, matrix: Matrix, about: str) -> None:
    heads = heads_by_rank(matrix, _LEVELS, 17)
    sheet = book.sheet("Levels", "Levels at a glance", about, heads)
    fixed = len(_LEVELS)
    rows: list[Sequence[CellValue]] = [
        (
            *(group_of(row), row.clause.title, row.weight, best_names(matrix, row), row.best_why),
            *(level_phrase(row, at) for at in matrix.ranking),
        )
        for row in matrix.rows
    ]
    apart: list[Sequence[CellValue]] = [
        ("Not applicable", row.clause.title, None, "", "", *("Not applicable" for _ in matrix.ranking))
        for row in matrix.apart
    ]
    write_list(sheet, [*rows, *apart])
    for number, row in enumerate(matrix.rows, _FIRST):
        for place, at in enumerate(matrix.ranking, fixed + 1):
            _shade(cell_at(sheet, number, place), row, at)
    widen(sheet, 2)


def _shade(cell: Cell, row: MatrixRow, column: int) -> None:
    """Give a cell the shade of its level; the best of a row is bold."""
    level = row.cells[column].term.level
    cell.fill = PatternFill("solid", fgColor=_FILLS[level])
    if row.mark(column):
        cell.font = Font(name="Calibri", size=10, bold=True)


_TERMS: tuple[Head, ...] = (("Group", 16), ("Clause", 24))


def _terms(book: Book, matrix: Matrix, about: str) -> None:
    sheet = book.sheet("Terms", "What each says: level, facts, words", about, heads_by_rank(matrix, _TERMS, 46))
    rows = [
        (group_of(row), row.clause.title, *(_said(matrix, row, at) for at in matrix.ranking))
        for row in (*matrix.rows, *matrix.apart)
    ]
    write_list(sheet, rows)
    for number, row in enumerate(matrix.rows, _FIRST):
        for place, at in enumerate(matrix.ranking, len(_TERMS) + 1):
            _shade(cell_at(sheet, number, place), row, at)
            cell_at(sheet, number, place).font = Font(name="Calibri", size=9, bold=False)
    widen(sheet, 2)


def _said(matrix: Matrix, row: MatrixRow, at: int) -> str:
    """Return all that a cell says, with the layer that it comes from where there are several."""
    column, term = matrix.columns[at], row.cells[at].term
    severity = "" if term.severity == "none" else f", {severity_phrase(term.severity).lower()}"
    level = f"{level_phrase(row, at)}{severity}{source_phrase(column, term)}"
    lines = (level, *term_lines(row, term), *beside_lines(column, row, at))
    return "\n".join(lines)


_FACTS: tuple[Head, ...] = (
    ("Rank", 6),
    ("Column", 26),
    ("Layer", 26),
    ("Holds", 8),
    ("Group", 20),
    ("Clause", 28),
    ("Level", 14),
    ("Severity", 10),
    ("Fact", 24),
    ("Value", 18),
    ("Unit", 14),
    ("Currency", 9),
    ("As shown", 24),
    ("Said by", 12),
    ("Place", 18),
    ("Words", 60),
    ("How it follows", 40),
)


def _facts(matrix: Matrix) -> Iterator[Sequence[CellValue]]:
    """Yield a row for each fact of each clause type of each document."""
    for at in matrix.ranking:
        column = matrix.columns[at]
        for row in matrix.rows:
            for term in row.cells[at].terms:
                holds = "yes" if term is row.cells[at].term else "no"
                for head, fact in zip(row.heads, term.facts, strict=False):
                    yield (
                        *(column.rank, column.title, column.layers[term.layer].title, holds, group_of(row)),
                        *(row.clause.title, CELL_LEVELS[term.level], severity_phrase(term.severity), head.name),
                        *(_typed(fact.value, head.unit), head.unit, fact.currency, fact.shown, _said_by(fact)),
                        place_phrase(fact.quote.cited) if fact.quote else "",
                        fact.quote.words if fact.quote else "",
                        fact.derivation,
                    )


def _typed(value: Value | None, unit: Unit) -> CellValue:
    """Return a value as a cell takes it: figures and days as such, yes and no as words."""
    if value is None or isinstance(value, bool):
        return value_phrase(value)
    if unit == "day" and isinstance(value, str):
        return date.fromisoformat(value)
    return value


def _said_by(fact: TermFact) -> str:
    if fact.quote is not None:
        return "words"
    return "silence" if fact.is_silent else "not stated"


_NOT_READ: tuple[Head, ...] = (("Column", 30), ("Layer or clause", 34), ("What", 26), ("Said", 110))


def _not_read(matrix: Matrix) -> Iterator[Sequence[CellValue]]:
    for line in matrix.left_out:
        yield "", "", "Document left out", line
    for at in matrix.ranking:
        column = matrix.columns[at]
        for name in column.lost_layers:
            yield column.title, name, "Layer left out", "It belongs to this column and could not be read."
        for layer in column.layers:
            for line in layer.not_read:
                yield column.title, layer.title, "Not read", line
            for line in uncovered_lines(layer):
                yield column.title, layer.title, "Covered by no clause type", line
    for title, clause, why in unknown_lines(matrix):
        yield title, clause, "Not known", why


_RECEIPTS: tuple[Head, ...] = (
    ("Column", 28),
    ("Layer", 28),
    ("Document", 40),
    ("Read as", 18),
    ("SHA-256 of the document", 66),
    ("Library", 28),
    ("SHA-256 of the library", 66),
    ("Profile", 28),
    ("SHA-256 of the profile", 66),
    ("Program", 20),
)


def _receipts(matrix: Matrix) -> Iterator[Sequence[CellValue]]:
    for at in matrix.ranking:
        column = matrix.columns[at]
        for layer in column.layers:
            receipt = layer.review.receipt
            yield (
                *(column.title, layer.title, layer.review.document.name, layer.review.document_type),
                *(receipt.document_sha256, receipt.library_line, receipt.library_sha256),
                *(matrix.profile.name, receipt.profile_sha256, receipt.program),
            )


_LEGEND: tuple[Head, ...] = (("Word", 26), ("Means", 120))
