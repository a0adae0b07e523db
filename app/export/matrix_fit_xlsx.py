"""The sheets of a matrix that say how columns rank: points, and the fit as formulas over them."""

from decimal import Decimal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.export.matrix_sheets import group_of, heads_by_rank, widen
from app.export.matrix_text import reasons_phrase, titles_phrase
from app.export.workbook import HEADER_ROWS, Book, CellValue, Head, cell_at, write_list, write_text
from app.model.matrix import Matrix, MatrixRow

_FIRST = HEADER_ROWS + 1
_WEIGHT, _FIRST_POINTS = "C", 4  # columns of the sheet of points
_NOT_KNOWN, _NONE = "not known", "–"

_RANKING: tuple[Head, ...] = (
    ("Rank", 6),
    ("Column", 30),
    ("Fit", 9),
    ("Fit if what is not known is fine", 13),
    ("Points lost", 9),
    ("Weight judged", 9),
    ("Weight not known", 9),
    ("Kept by silence", 9),
    ("Rows judged", 9),
    ("Rows not known", 9),
    ("Tied with", 24),
    ("Counts most against it", 38),
    ("Ahead of the next by", 44),
    ("The next is better on", 44),
    ("Why it ranks here", 70),
)


def write_ranking(book: Book, matrix: Matrix, about: str) -> None:
    """Write the columns by rank, with the rows that decide, and what is to be borne in mind."""
    sheet = book.sheet("Ranking", "Ranked by fit to the profile", about, _RANKING)
    rows = [
        (
            *(column.rank, column.title, None, None, None, None, None),
            *(column.fit.silent, column.fit.rows, column.fit.unknown_rows),
            titles_phrase(matrix, column.ties),
            reasons_phrase(column.costs, is_comparison=False),
            reasons_phrase(column.ahead, is_comparison=True),
            reasons_phrase(column.behind, is_comparison=True),
            column.verdict,
        )
        for column in (matrix.columns[at] for at in matrix.ranking)
    ]
    write_list(sheet, rows)
    sheet.freeze_panes = f"C{_FIRST}"
    for place, at in enumerate(matrix.ranking):
        _write_fit(book, sheet, matrix, place, at)
    for number, remark in enumerate((*matrix.remarks, *(f"Left out: {line}" for line in matrix.left_out)), 2):
        write_text(cell_at(sheet, HEADER_ROWS + len(rows) + number, 2), remark, is_wrapped=False)


def _write_fit(book: Book, sheet: Worksheet, matrix: Matrix, place: int, column: int) -> None:
    """Write the figures of a fit as formulas over the sheet of points."""
    fit, row = matrix.columns[column].fit, _FIRST + place
    letter, last = get_column_letter(_FIRST_POINTS + place), HEADER_ROWS + max(len(matrix.rows), 1)
    points = f"Points!{letter}{_FIRST}:{letter}{last}"
    weights = f"Points!${_WEIGHT}${_FIRST}:${_WEIGHT}${last}"
    whole = f"(F{row}+G{row})"
    figures = (
        ("C", f"=IF({whole}=0,0,(F{row}-E{row})/{whole})", _decimal(fit.low.numerator, fit.low.denominator), "0.0%"),
        ("D", f"=IF({whole}=0,0,({whole}-E{row})/{whole})", _decimal(fit.high.numerator, fit.high.denominator), "0.0%"),
        ("E", f"=SUM({points})", Decimal(fit.lost), "#,##0"),
        ("F", f"=SUMPRODUCT(ISNUMBER({points})*{weights})", Decimal(fit.judged), "#,##0"),
        ("G", f'=SUMIF({points},"{_NOT_KNOWN}",{weights})', Decimal(fit.unknown), "#,##0"),
    )
    for at, formula, result, number_format in figures:
        book.formula(sheet[f"{at}{row}"], formula, result, number_format)


def _decimal(numerator: int, denominator: int) -> Decimal:
    return Decimal(numerator) / Decimal(denominator)


def write_points(book: Book, matrix: Matrix, about: str) -> None:
    """Write what each cell costs, and what each row weighs."""
    fixed: tuple[Head, ...] = (("Group", 20), ("Clause", 30), ("Weight", 8))
    sheet = book.sheet("Points", "Points lost, of which the fit is made", about, heads_by_rank(matrix, fixed, 12))
    rows = [
        (group_of(row), row.clause.title, row.weight, *(_lost(row, at) for at in matrix.ranking)) for row in matrix.rows
    ]
    write_list(sheet, rows)
    widen(sheet, 2)


def _lost(row: MatrixRow, at: int) -> CellValue:
    cell = row.cells[at]
    if cell.points is None:
        return _NOT_KNOWN if cell.term.level == "unknown" else _NONE
    return cell.points
