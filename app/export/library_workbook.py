"""A clause library as a workbook (XLSX) that can be edited and read back: one sheet a table."""

from collections.abc import Sequence

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from app.export.workbook import HEADER_ROWS, Book, cell_at, write_row, write_text
from app.model.sheets import Sheet

_GUIDE = "How to"
_TEXT = "@"
"""The format of text, so that no program makes a number or a date of what is typed."""
_HIGHEST = 409.0  # points that a row may have
_BAND = PatternFill("solid", fgColor="F4F6F9")
_HOW_TO = (
    """Each sheet holds one table of the clause library. Edit cells, add rows, delete rows; leave the heads of the
    columns as they are.""",
    """A cell with several entries has one a line (Alt+Enter, in LibreOffice Ctrl+Enter); of a clause each line is a
    paragraph.""",
    """Tests are written “cure_days at least 30”, “automatic is false”, “our use is commercial”, “who one of customer,
    both”, “notice_days is stated”, one a line. What begins with “our” asks of the deployment profile.""",
    """Positions are numbered from 1 for each clause type, best first, and rows of Wording name them by this number.
    Rules of one group are tried in order; the first that fits is used.""",
    """Then: counterdraft library import FILE.xlsx --out DIR. What is wrong is named with sheet, row and column.""",
)


def library_workbook(sheets: Sequence[Sheet], title: str) -> bytes:
    """Return a workbook of `sheets`, before them how it is edited."""
    book = Book()
    _write_guide(book, sheets, title)
    for sheet in sheets:
        _write_sheet(book, sheet)
    return book.finished(title)


def _write_guide(book: Book, sheets: Sequence[Sheet], title: str) -> None:
    page = book.sheet(_GUIDE, title, "What is here, and how it is edited", [("How to edit", 110)])
    page.freeze_panes = None
    for number, text in enumerate(_HOW_TO, HEADER_ROWS + 1):
        write_row(page, number, [" ".join(text.split())])
    for number, sheet in enumerate(sheets, HEADER_ROWS + len(_HOW_TO) + 2):
        cell = cell_at(page, number, 1)
        write_text(cell, f"{sheet.name}: {sheet.about}")
        cell.hyperlink = f"#'{sheet.name}'!A1"
        cell.font = Font(name="Calibri", size=10, color="1F5FA8", underline="single")


def _write_sheet(book: Book, sheet: Sheet) -> None:
    page = book.sheet(sheet.name, sheet.name, sheet.about, list(zip(sheet.heads, sheet.widths, strict=True)))
    owners: dict[str, int] = {}
    for number, row in enumerate(sheet.rows, HEADER_ROWS + 1):
        write_row(page, number, row)
        is_banded = owners.setdefault(row[0], len(owners)) % 2 == 1  # rows of one clause type look alike
        for column in range(1, len(row) + 1):
            cell = cell_at(page, number, column)
            cell.number_format = _TEXT
            if is_banded:
                cell.fill = _BAND
            if not row[column - 1]:
                cell.value = None
        page.row_dimensions[number].height = min(page.row_dimensions[number].height or 0, _HIGHEST)
    last = HEADER_ROWS + max(len(sheet.rows), 1)
    page.auto_filter.ref = f"A{HEADER_ROWS}:{get_column_letter(len(sheet.heads))}{last}"
    for column in range(1, len(sheet.heads) + 1):
        page.column_dimensions[get_column_letter(column)].number_format = _TEXT
        cell_at(page, HEADER_ROWS, column).alignment = Alignment(wrap_text=True, vertical="center")
