"""Rows of the tables in a workbook (XLSX) or a playbook (DOCX) that somebody edited."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from app.errors import LibraryError
from app.library.tables import CLAUSES, TABLES, Row, Table

_GUIDE = "How to"
_TABLES = {table.name: table for table in TABLES}
_ROWS_ABOVE = 10  # among which the heads of the columns are looked for
_BROKEN = (BadZipFile, InvalidFileException, OpcError, KeyError, ValueError, OSError)


def read_workbook(path: Path) -> list[Row]:
    """Return the rows of the workbook at `path`.

    Raises:
        LibraryError: It is none, or a sheet or a column of it is not known.
    """
    try:
        book = load_workbook(path, data_only=True)
    except _BROKEN as error:
        raise LibraryError([f"{path.name}: cannot be read as a workbook (.xlsx); save it as one again"]) from error
    rows: list[Row] = []
    problems: list[str] = []
    for sheet in book.worksheets:
        if sheet.title in _TABLES:
            rows += _rows_of_sheet(sheet, _TABLES[sheet.title], problems)
        elif sheet.title != _GUIDE:
            known = ", ".join(_TABLES)
            problems.append(f"sheet “{sheet.title}”: is not known; give it one of the names {known}, or delete it")
    return _without_problems(rows, problems)


def _rows_of_sheet(sheet: Worksheet, table: Table, problems: list[str]) -> Iterator[Row]:
    lines = [[_text(value) for value in values] for values in sheet.iter_rows(values_only=True)]
    place = f"sheet “{table.name}”"
    head = _head(lines, table)
    if head is None:
        if any(map(any, lines)):
            problems.append(f"{place}: the heads of the columns are gone; the first is “{table.columns[0].label}”")
        return
    heads = lines[head]
    problems += (f"{place}, row {head + 1}: {message}" for message in _unknown(heads, table))
    for number, line in enumerate(lines[head + 1 :], head + 2):
        cells = {label: text for label, text in zip(heads, line, strict=False) if label and text}
        if cells:
            yield Row(table.name, cells, f"{place}, row {number}")


def _head(lines: Sequence[Sequence[str]], table: Table) -> int | None:
    """Return the line with the heads of the columns; None without one."""
    labels = {column.label for column in table.columns}
    counts = [len(labels.intersection(line)) for line in lines[:_ROWS_ABOVE]]
    most = max(counts, default=0)
    return counts.index(most) if most > len(labels) // 3 else None


def _unknown(heads: Sequence[str], table: Table) -> Iterator[str]:
    known = ", ".join(column.label for column in table.columns)
    for label in heads:
        if label and table.column(label) is None:
            yield f"“{label}” is no head of “{table.name}”; there are {known}"


def _text(value: object) -> str:
    """Return what a cell says as it was typed, though another program made a number or a yes and no of it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace("\r\n", "\n").replace("_x000D_", "").strip()


def read_playbook(path: Path) -> list[Row]:
    """Return the rows of the tables in the Word document at `path`: under each heading those of its name.

    Raises:
        LibraryError: It is none, or a table or a column of it is not known.
    """
    try:
        document = docx.Document(str(path))
    except _BROKEN as error:
        raise LibraryError([f"{path.name}: cannot be read as a Word document (.docx); save it as one again"]) from error
    reader = _PlaybookReader()
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph):
            reader.take_heading(item)
        else:
            reader.take_table(item)
    return _without_problems(reader.rows, reader.problems)


class _PlaybookReader:
    """Takes paragraphs and tables of a playbook in order, and keeps the rows that they are.

    Attributes:
        rows: The rows so far; so `problems`, with their place.
    """

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.problems: list[str] = []
        self._chapter = ""
        self._clause = ""
        self._table: Table | None = None
        self._count = 0

    def take_heading(self, paragraph: Paragraph) -> None:
        style, text = _style(paragraph), paragraph.text.strip()
        if style == "heading 1":
            self._chapter, self._clause, self._table = text, "", None
        elif style == "heading 2":
            self._table, self._count = _TABLES.get(text), 0
            if self._table is None and text:
                known = ", ".join(_TABLES)
                self.problems.append(f"“{self._chapter}”: “{text}” is the name of no table; there are {known}")

    def take_table(self, made: WordTable) -> None:
        table = self._table
        if table is None:
            return
        self._count += 1
        place = f"“{self._chapter}”, {table.name} table {self._count}"
        rows = (
            [_card(made, table, place, self.problems)] if table.are_cards else _list(made, table, place, self.problems)
        )
        for row in rows:
            if not row.cells:
                continue
            if table == CLAUSES:
                self._clause = row.cells.get("Id", "")
            elif table.is_of_clauses and "File" not in row.cells and self._clause:
                row.cells.setdefault("Clause type", self._clause)
            self.rows.append(row)


def _style(paragraph: Paragraph) -> str:
    style = paragraph.style
    return (style.name or "").lower() if style is not None else ""


def _card(made: WordTable, table: Table, place: str, problems: list[str]) -> Row:
    """Return the row that a small table is: each line the head of a column, and its cell."""
    lines = _lines(made)
    problems += (f"{place}: {message}" for message in _unknown([line[0] for line in lines if line], table))
    cells = {line[0]: line[1] for line in lines if len(line) > 1 and line[0] and line[1]}
    return Row(table.name, cells, place, cell="row")


def _list(made: WordTable, table: Table, place: str, problems: list[str]) -> Iterator[Row]:
    heads, *lines = _lines(made) or [[]]
    problems += (f"{place}, row 1: {message}" for message in _unknown(heads, table))
    for number, line in enumerate(lines, 2):
        cells = {label: text for label, text in zip(heads, line, strict=False) if label and text}
        yield Row(table.name, cells, f"{place}, row {number}")


def _lines(made: WordTable) -> list[list[str]]:
    """Return the texts of the cells, line by line; python-docx looks at merged cells each time, which takes long."""
    return [["\n".join(p.text for p in tc.p_lst).strip() for tc in tr.tc_lst] for tr in made._tbl.tr_lst]  # noqa: SLF001


def _without_problems(rows: list[Row], problems: Sequence[str]) -> list[Row]:
    if problems:
        raise LibraryError(problems)
    return rows
