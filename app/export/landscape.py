"""Word documents in landscape with tables, in the styles of the memo so that they look as it does; for our own side."""

from collections.abc import Iterable, Sequence
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
from app.paths import data_dir

_TEMPLATE = "memo.docx"
WIDTH = 14_570
"""Twentieths of a point between the margins."""

SHADE = "F1F3F6"
"""Of heads and labels."""

_GRID = (
    f'<w:tblStyle w:val="MemoTable"/><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
    'w:noVBand="1"/>'
)


def landscape_document(footer: str) -> Document:
    """Return a document in landscape with the styles of the memo and nothing in it but `footer` and the page number."""
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
    for each in (section.footer, section.first_page_footer):
        paragraph = each.add_paragraph(f"{footer} Page ", "Footer")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        put(paragraph._p, field)  # noqa: SLF001
    section.header.add_paragraph("", "Header")
    section.first_page_header.add_paragraph("", "Header")
    return document


def add_text(document: Document, style: str, text: str) -> CT_P:
    """Add a paragraph of the style with this name; return its element."""
    paragraph = make_paragraph(document.styles[style].style_id, text)
    document.element.body.insert(-1, paragraph)
    return paragraph


def make_table(widths: Sequence[int], look: str) -> CT_Tbl:
    """Return a table without rows; `look` is what of its properties says how it looks, as XML."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    table = parse_xml(f"<w:tbl {nsdecls('w')}><w:tblPr>{look}</w:tblPr><w:tblGrid>{columns}</w:tblGrid></w:tbl>")
    return cast("CT_Tbl", table)


def make_row(cells: Iterable[etree._Element], *, is_head: bool = False) -> CT_Row:
    """Return a row of cells that stays on one page; a head is shown again on every page."""
    row = cast("CT_Row", OxmlElement("w:tr"))
    put(row.get_or_add_trPr(), OxmlElement("w:cantSplit"))
    if is_head:
        put(row.get_or_add_trPr(), OxmlElement("w:tblHeader"))
    for cell in cells:
        put(row, cell)
    return row


def make_cell(paragraphs: Iterable[CT_P], width: int, *, shade: str = "", columns: int = 1) -> etree._Element:
    """Return a cell of a table, over several columns where asked."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    cell = parse_xml(f'<w:tc {nsdecls("w")}><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{fill}</w:tcPr></w:tc>')
    for paragraph in paragraphs:
        put(cell, paragraph)
    return cast("etree._Element", cell)  # noqa: SLF001 - lxml's own name for its type


def make_paragraph(style: str, *runs: str | tuple[str, str]) -> CT_P:
    """Return a paragraph of the style with this id; a run is words, or words with the id of a style of their own."""
    paragraph = cast("CT_P", OxmlElement("w:p"))
    paragraph.get_or_add_pPr().get_or_add_pStyle().set(qn("w:val"), style)
    for given in runs:
        text, look = given if isinstance(given, tuple) else (given, "")
        if text:
            put(paragraph, _run(text, look))
    return paragraph


def _run(text: str, look: str) -> etree._Element:
    run = OxmlElement("w:r")
    if look:
        properties, style = OxmlElement("w:rPr"), OxmlElement("w:rStyle")
        style.set(qn("w:val"), look)
        put(properties, style)
        put(run, properties)
    words = OxmlElement("w:t")
    words.text = xml_text(text)
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    put(run, words)
    return run


def put(parent: etree._Element, child: etree._Element) -> None:
    """Append an element; python-docx's own types take none of lxml's."""
    parent.append(child)


Cell = str | Sequence[CT_P]
"""What a cell of a grid holds: lines of words, or paragraphs."""


def add_grid(document: Document, rows: Iterable[Sequence[Cell]], widths: Sequence[int]) -> None:
    """Add a table whose first row is its head, and a gap after it; a row of one cell is a title over all columns."""
    table = make_table(widths, _GRID)
    for number, row in enumerate(rows):
        if len(row) == 1 and len(widths) > 1:
            put(table, make_row([_filled(row[0], sum(widths), "CellHead", shade=SHADE, columns=len(widths))]))
            continue
        styles = ["CellHead"] * len(row) if number == 0 else ["CellStrong", *["Cell"] * (len(row) - 1)]
        cells = (_filled(cell, width, style) for cell, width, style in zip(row, widths, styles, strict=True))
        put(table, make_row(cells, is_head=number == 0))
    document.element.body.insert(-1, table)
    add_text(document, "Small Print", "")


def _filled(cell: Cell, width: int, style: str, *, shade: str = "", columns: int = 1) -> etree._Element:
    paragraphs = [make_paragraph(style, line) for line in cell.split("\n")] if isinstance(cell, str) else cell
    return make_cell(paragraphs, width, shade=shade, columns=columns)
