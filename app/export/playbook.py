"""A clause library as a Word document that can be read, edited and read back: one chapter a clause type."""

from collections.abc import Iterator, Sequence
from math import sqrt

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.table import CT_Row, CT_Tbl

from app.export.landscape import (
    SHADE,
    WIDTH,
    add_text,
    landscape_document,
    make_cell,
    make_paragraph,
    make_row,
    make_table,
    put,
)
from app.export.word_file import word_bytes
from app.model.sheets import Chapter, Sheet

_LABEL_WIDTH = 2_700  # twentieths of a point
_LETTER, _MARGIN = 125, 85  # room for a letter of a head, and beside a cell
_RULE = "C9CFD6"
_FOOTER = "Clause library. Internal, not for the other side."
_HOW_TO = (
    """This playbook holds the whole clause library. It may be edited in Word and read back: change the words in the
    tables, add or delete rows and tables, and leave headings and the heads of tables as they are.""",
    """A cell with several entries has one a line; in a clause each line is a paragraph. Tests are written “cure_days at
    least 30”, “automatic is false”, “our use is commercial”, “who one of customer, both”, “notice_days is stated”; what
    begins with “our” asks of the deployment profile. Positions are numbered from 1, best first; rules of Wording name
    them so.""",
    """Then: counterdraft library import FILE.docx --out DIR. What is wrong is named with chapter, table and row.""",
)


def playbook(chapters: Sequence[Chapter], title: str) -> bytes:
    """Return a Word document of `chapters`, for our own side only."""
    document = landscape_document(_FOOTER)
    add_text(document, "Kicker", "Internal. Not for the other side.")
    add_text(document, "Title", title)
    for text in _HOW_TO:
        add_text(document, "Normal", " ".join(text.split()))
    for number, chapter in enumerate(chapters):
        heading = add_text(document, "Heading 1", chapter.title)
        if number > 1:  # the library itself and its first clause type stand on the first pages
            put(heading.get_or_add_pPr(), OxmlElement("w:pageBreakBefore"))
        for sheet in chapter.sheets:
            add_text(document, "Heading 2", sheet.name)
            for made in _tables(document, sheet):
                document.element.body.insert(-1, made)
                add_text(document, "Small Print", "")
    return word_bytes(document, title=title, author="Counterdraft")


def _tables(document: Document, sheet: Sheet) -> Iterator[CT_Tbl]:
    """Yield the tables that show `sheet`: one, or for cards one a row."""
    styles = {name: document.styles[name].style_id for name in ("Cell", "Cell Head", "Cell Label")}
    if not sheet.are_cards:
        rows = [(list(sheet.heads), "Cell Head"), *((list(row), "Cell") for row in sheet.rows)]
        yield _table(rows, _shares(sheet), styles)
        return
    for row in sheet.rows:
        lines = [(head, cell) for head, cell in zip(sheet.heads, row, strict=True) if cell]
        yield _card(lines, styles)


def _shares(sheet: Sheet) -> list[int]:
    """Return the widths of columns: room for the words of the head, and the rest by what stands below."""
    least = [max(map(len, head.split())) * _LETTER + 2 * _MARGIN for head in sheet.heads]
    weights = [
        sqrt(max(len(line) for cell in cells for line in cell.split("\n"))) for cells in zip(*sheet.rows, strict=True)
    ]
    rest = WIDTH - sum(least)
    return [int(room + rest * weight / sum(weights)) for room, weight in zip(least, weights, strict=True)]


def _table(rows: Sequence[tuple[list[str], str]], widths: Sequence[int], styles: dict[str, str]) -> CT_Tbl:
    table = make_table(widths, _look(widths))
    for number, (cells, style) in enumerate(rows):
        shade = SHADE if number == 0 else ""
        put(table, _row([(cell, styles[style], shade) for cell in cells], widths, is_head=number == 0))
    return table


def _card(lines: Sequence[tuple[str, str]], styles: dict[str, str]) -> CT_Tbl:
    """Return a small table with a line a column, which stands on one page where it can."""
    widths = [_LABEL_WIDTH, WIDTH - _LABEL_WIDTH]
    table = make_table(widths, _look(widths))
    for label, text in lines:
        put(table, _row([(label, styles["Cell Label"], SHADE), (text, styles["Cell"], "")], widths))
    for row in table.tr_lst[:-1]:
        for cell in row.tc_lst:
            for paragraph in cell.p_lst:
                put(paragraph.get_or_add_pPr(), OxmlElement("w:keepNext"))
    return table


def _look(widths: Sequence[int]) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{_MARGIN}" w:type="dxa"/>'
        f'<w:right w:w="{_MARGIN}" w:type="dxa"/></w:tblCellMar>'
    )


def _row(cells: Sequence[tuple[str, str, str]], widths: Sequence[int], *, is_head: bool = False) -> CT_Row:
    """Return a row of cells, each with its text, its style and its shade."""
    made = (
        make_cell([make_paragraph(style, line) for line in text.split("\n")], width, shade=shade)
        for (text, style, shade), width in zip(cells, widths, strict=True)
    )
    return make_row(made, is_head=is_head)
