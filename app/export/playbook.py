"""A clause library as a Word document that can be read, edited and read back: one chapter a clause type."""

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import cast

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.table import CT_Row, CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.shared import Cm
from lxml import etree

from app.export.tracked_text import xml_text
from app.export.word_file import word_bytes
from app.model.sheets import Chapter, Sheet
from app.paths import data_dir

_TEMPLATE = "memo.docx"
"""The template whose styles it takes, so that it looks as the memo does."""
_WIDTH, _LABEL_WIDTH = 14_570, 2_700  # twentieths of a point
_LETTER, _MARGIN = 125, 85  # room for a letter of a head, and beside a cell
_SHADE, _RULE = "F1F3F6", "C9CFD6"
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
    document = _empty_document()
    _add(document, "Kicker", "Internal. Not for the other side.")
    _add(document, "Title", title)
    for text in _HOW_TO:
        _add(document, "Normal", " ".join(text.split()))
    for number, chapter in enumerate(chapters):
        heading = _add(document, "Heading 1", chapter.title)
        if number > 1:  # the library itself and its first clause type stand on the first pages
            _put(heading.get_or_add_pPr(), OxmlElement("w:pageBreakBefore"))
        for sheet in chapter.sheets:
            _add(document, "Heading 2", sheet.name)
            for made in _tables(document, sheet):
                document.element.body.insert(-1, made)
                _add(document, "Small Print", "")
    return word_bytes(document, title=title, author="Counterdraft")


def _empty_document() -> Document:
    """Return a document in landscape with the styles of the memo and nothing in it."""
    document = docx.Document(str(data_dir("templates") / _TEMPLATE))
    body = document.element.body
    for child in body[:-1]:
        body.remove(child)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
        for child in list(part._element):  # noqa: SLF001 - python-docx empties no header
            part._element.remove(child)  # noqa: SLF001
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.add_paragraph("Clause library. Internal, not for the other side. Page ", "Footer")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        _put(paragraph._p, field)  # noqa: SLF001
    section.header.add_paragraph("", "Header")
    section.first_page_header.add_paragraph("", "Header")
    return document


def _add(document: Document, style: str, text: str) -> CT_P:
    """Add a paragraph and return its element."""
    paragraph = _paragraph(document.styles[style].style_id, text)
    document.element.body.insert(-1, paragraph)
    return paragraph


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
    rest = _WIDTH - sum(least)
    return [int(room + rest * weight / sum(weights)) for room, weight in zip(least, weights, strict=True)]


def _table(rows: Sequence[tuple[list[str], str]], widths: Sequence[int], styles: dict[str, str]) -> CT_Tbl:
    table = _frame(widths)
    for number, (cells, style) in enumerate(rows):
        shade = _SHADE if number == 0 else ""
        row = _row([(cell, styles[style], shade) for cell in cells], widths)
        if number == 0:
            _put(row.get_or_add_trPr(), OxmlElement("w:tblHeader"))
        _put(table, row)
    return table


def _card(lines: Sequence[tuple[str, str]], styles: dict[str, str]) -> CT_Tbl:
    """Return a small table with a line a column, which stands on one page where it can."""
    widths = [_LABEL_WIDTH, _WIDTH - _LABEL_WIDTH]
    table = _frame(widths)
    for label, text in lines:
        _put(table, _row([(label, styles["Cell Label"], _SHADE), (text, styles["Cell"], "")], widths))
    for row in table.tr_lst[:-1]:
        for cell in row.tc_lst:
            for paragraph in cell.p_lst:
                _put(paragraph.get_or_add_pPr(), OxmlElement("w:keepNext"))
    return table


def _frame(widths: Sequence[int]) -> CT_Tbl:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    frame = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{_MARGIN}" w:type="dxa"/>'
        f'<w:right w:w="{_MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid></w:tbl>'
    )
    return cast("CT_Tbl", frame)


def _row(cells: Sequence[tuple[str, str, str]], widths: Sequence[int]) -> CT_Row:
    """Return a row of cells, each with its text, its style and its shade."""
    row = cast("CT_Row", OxmlElement("w:tr"))
    _put(row.get_or_add_trPr(), OxmlElement("w:cantSplit"))
    for (text, style, shade), width in zip(cells, widths, strict=True):
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
        cell = parse_xml(f'<w:tc {nsdecls("w")}><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr></w:tc>')
        for line in text.split("\n"):
            _put(cell, _paragraph(style, line))
        _put(row, cell)
    return row


def _paragraph(style: str, text: str) -> CT_P:
    paragraph = cast("CT_P", OxmlElement("w:p"))
    paragraph.get_or_add_pPr().get_or_add_pStyle().set(qn("w:val"), style)
    if text:
        run = OxmlElement("w:r")
        words = OxmlElement("w:t")
        words.text = xml_text(text)
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        _put(run, words)
        _put(paragraph, run)
    return paragraph


def _put(parent: etree._Element, child: etree._Element) -> None:
    parent.append(child)
