"""Workbooks (XLSX) whose formulas carry their results, and whose bytes depend on nothing but their content."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from math import ceil
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from app.export.tracked_text import xml_text

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TERMS = "http://purl.org/dc/terms/"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_INK, _PALE, _INPUT = "1F3864", "DCE6F1", "FFF9DB"
_THIN = Side(style="thin", color="BFBFBF")
_FIGURES = ("low", "high", "middle", "difference")
_LINE_HEIGHT = 13.5
_HIGHEST = 409.0  # points that a row can have
_LONGEST = 32_767  # characters that a cell takes
_DATE_FORMAT = "yyyy-mm-dd"
_WIDTH_OF_A_LETTER = 0.9
HEADER_ROWS = 3
"""Rows above the first row of a sheet: its title, what it shows, and the heads of its columns."""

CellValue = str | int | float | date | None
Head = tuple[str, float]
"""The head of a column, and its width in characters."""


@dataclass(slots=True)
class Book:
    """A workbook in the making, with the results of its formulas."""

    workbook: Workbook = field(default_factory=Workbook)
    results: dict[tuple[str, str], Decimal | str] = field(default_factory=dict)

    def sheet(self, name: str, title: str, about: str, heads: Sequence[tuple[str, float]]) -> Worksheet:
        """Add a sheet with its title, what it shows, and the heads of its columns with their widths in characters."""
        sheet: Worksheet = self.workbook.create_sheet(name)
        write_text(sheet["A1"], title, is_wrapped=False)
        sheet["A1"].font = _font(bold=True, size=14, color=_INK)
        write_text(sheet["A2"], about, is_wrapped=False)
        sheet["A2"].font = _font(italic=True, color="595959")
        for column, (_, width) in enumerate(heads, 1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        write_heads(sheet, HEADER_ROWS, [head for head, _ in heads])
        sheet.freeze_panes = f"B{HEADER_ROWS + 1}"
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.8)
        sheet.print_title_rows = f"{HEADER_ROWS}:{HEADER_ROWS}"
        footer = HeaderFooterItem()
        footer.center.text = "&A, page &P of &N"
        sheet.HeaderFooter.oddFooter = footer
        return sheet

    def formula(self, cell: Cell, formula: str, result: Decimal | str, number_format: str) -> None:
        """Write a formula, what it comes to, and how that is shown."""
        cell.value = formula
        _dress(cell)
        cell.number_format = number_format
        cell.alignment = Alignment(horizontal="right", vertical="top")
        self.results[cell.parent.title, cell.coordinate] = result

    def finished(self, title: str) -> bytes:
        """Return the file; programs that do not compute show the results, those that do compute them anew."""
        self.workbook.remove(self.workbook.worksheets[0])  # the empty one that every workbook begins with
        self.workbook.properties.title = xml_text(title)
        self.workbook.properties.creator = "counterdraft"
        self.workbook.calculation.fullCalcOnLoad = True
        saved = BytesIO()
        self.workbook.save(saved)
        return self._sealed(saved.getvalue())

    def _sealed(self, data: bytes) -> bytes:
        """Return the file with results in its formulas, and without the times at which it was made."""
        sheets = {
            f"xl/worksheets/sheet{number}.xml": sheet.title for number, sheet in enumerate(self.workbook.worksheets, 1)
        }
        sealed = BytesIO()
        with ZipFile(BytesIO(data)) as old, ZipFile(sealed, "w", ZIP_DEFLATED) as new:
            for name in sorted(old.namelist(), key=lambda name: (name != _FIRST, name)):
                content = old.read(name)
                if name in sheets:
                    content = self._with_results(content, sheets[name])
                elif name == "docProps/core.xml":
                    content = _without_dates(content)
                member = ZipInfo(name, _ZIP_DATE)
                member.compress_type = ZIP_DEFLATED
                new.writestr(member, content)
        return sealed.getvalue()

    def _with_results(self, content: bytes, title: str) -> bytes:
        root = etree.fromstring(content)
        for c in root.iter(f"{{{_MAIN}}}c"):
            result = self.results.get((title, c.get("r", "")))
            v = c.find(f"{{{_MAIN}}}v")
            if result is None or v is None:
                continue
            v.text = result if isinstance(result, str) else repr(float(result))
            if isinstance(result, str):
                c.set("t", "str")
            else:
                c.attrib.pop("t", None)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell that may be written to."""
    cell: Cell = sheet[f"{get_column_letter(column)}{row}"]
    return cell


def write_text(cell: Cell, text: str, *, is_bold: bool = False, is_wrapped: bool = True) -> None:
    """Write words, which stay words whatever they begin with, less what no workbook can hold."""
    _put_words(cell, text)
    cell.font = _font(bold=is_bold)
    cell.alignment = Alignment(wrap_text=is_wrapped, vertical="top")


def _put_words(cell: Cell, text: str) -> None:
    cell.value = xml_text(text)
    cell.data_type = "s"
    if text.startswith(_STARTS_A_FORMULA):
        cell.quotePrefix = True


def write_row(sheet: Worksheet, row: int, texts: Sequence[str], *, is_bold: bool = False) -> None:
    """Write words into the first cells of a row, and make it high enough for them."""
    model = cell_at(sheet, row, 1)
    write_text(model, "", is_bold=is_bold)
    _dress(model)
    look = copy(model._style)  # type: ignore[attr-defined] # noqa: SLF001 - setting a look takes ten times as long
    for column, text in enumerate(texts, 1):
        cell = cell_at(sheet, row, column)
        cell._style = copy(look)  # type: ignore[attr-defined] # noqa: SLF001 - the same
        _put_words(cell, text)
    _fit(sheet, row, texts)


def write_heads(sheet: Worksheet, row: int, heads: Sequence[str]) -> None:
    """Write the heads of columns; those of figures, which follow their low or high, stand to the right as they do."""
    for column, head in enumerate(heads, 1):
        cell = cell_at(sheet, row, column)
        write_text(cell, head)
        cell.font = _font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=_INK)
        side = "right" if head.lower().endswith(_FIGURES) or head[-1:].isdigit() else "left"
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=side)
    _fit(sheet, row, heads)


def _fit(sheet: Worksheet, row: int, texts: Sequence[str]) -> None:
    """Make a row as high as its longest text, which programs do only when somebody edits it."""
    widths = [sheet.column_dimensions[get_column_letter(column)].width for column in range(1, len(texts) + 1)]
    lines = [
        sum(max(1, ceil(len(part) * _WIDTH_OF_A_LETTER / width)) for part in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    ]
    sheet.row_dimensions[row].height = min(_HIGHEST, _LINE_HEIGHT * max(1, *lines) + 1)


def _font(*, bold: bool = False, italic: bool = False, size: float = 10, color: str = "000000") -> Font:
    return Font(name="Calibri", bold=bold, italic=italic, size=size, color=color)


def write_list(sheet: Worksheet, rows: Iterable[Sequence[CellValue]]) -> None:
    """Write rows under the heads, words as words, figures as figures, days as days, and let them be filtered."""
    last, columns = HEADER_ROWS, sheet.max_column
    for last, row in enumerate(rows, HEADER_ROWS + 1):
        write_row(sheet, last, [value[:_LONGEST] if isinstance(value, str) else "" for value in row])
        for column, value in enumerate(row, 1):
            if value is not None and not isinstance(value, str):
                _write_value(cell_at(sheet, last, column), value)
    sheet.auto_filter.ref = f"A{HEADER_ROWS}:{get_column_letter(columns)}{last}"


def _write_value(cell: Cell, value: float | date) -> None:
    if isinstance(value, date):
        cell.value = datetime.combine(value, time())
        cell.number_format = _DATE_FORMAT
    else:
        cell.value = value
        cell.number_format = "#,##0" if isinstance(value, int) else "0.00"
    cell.alignment = Alignment(horizontal="left", vertical="top")


def write_group(sheet: Worksheet, row: int, title: str, columns: int) -> None:
    """Write the title of the rows that follow, over all columns."""
    for column in range(1, columns + 1):
        cell = cell_at(sheet, row, column)
        cell.fill = PatternFill("solid", fgColor=_PALE)
    write_text(cell_at(sheet, row, 1), title, is_bold=True, is_wrapped=False)


def write_figure(cell: Cell, figure: Decimal, number_format: str, *, is_input: bool = False) -> None:
    """Write a figure; one that may be changed looks so."""
    cell.value = figure
    _dress(cell)
    cell.number_format = number_format
    cell.alignment = Alignment(horizontal="right", vertical="top")
    if is_input:
        cell.fill = PatternFill("solid", fgColor=_INPUT)
        cell.font = _font(color="0000FF")


def _dress(cell: Cell) -> None:
    cell.font = _font(bold=bool(cell.font.bold))
    cell.border = Border(bottom=_THIN)


def _without_dates(content: bytes) -> bytes:
    root = etree.fromstring(content)
    for name in ("created", "modified"):
        for written in root.findall(f"{{{_TERMS}}}{name}"):
            root.remove(written)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
