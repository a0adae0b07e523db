"""What the sheets of a matrix have in common: a column for each document by rank, and the first columns in sight."""

from collections.abc import Sequence
from math import ceil

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.export.phrases import GROUPS
from app.export.workbook import HEADER_ROWS, Head
from app.model.matrix import Matrix, MatrixRow

_ON_A_PAGE = {"Levels": 8, "Terms": 4, "Points": 12}
"""Columns of documents that stand beside one another on a printed page."""


def heads_by_rank(matrix: Matrix, fixed: Sequence[Head], width: float) -> list[Head]:
    """Return the heads of a sheet with a column for each document, by rank."""
    return [*fixed, *((f"{matrix.columns[at].rank}. {matrix.columns[at].title}", width) for at in matrix.ranking)]


def widen(sheet: Worksheet, fixed: int) -> None:
    """Keep the first columns in sight, and let a wide sheet be printed over several pages with them on each."""
    after = get_column_letter(fixed + 1)
    sheet.freeze_panes = f"{after}{HEADER_ROWS + 1}"
    sheet.print_title_cols = f"A:{get_column_letter(fixed)}"
    sheet.page_setup.fitToWidth = max(1, ceil((sheet.max_column - fixed) / _ON_A_PAGE[sheet.title]))


def group_of(row: MatrixRow) -> str:
    """Return what the group of a row is called."""
    return GROUPS.get(row.clause.group, row.clause.group)
