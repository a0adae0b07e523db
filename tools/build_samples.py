"""Build resources/samples from sample_licence.py: one wording as Word file, plain text and PDF.

Usage: python tools/build_samples.py
"""

import textwrap
from datetime import UTC, datetime
from pathlib import Path

import sample_licence as licence
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from house_style import Look, add_character_style, add_field, add_style, add_table_style, dress, empty_document
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import SimpleDocTemplate, Spacer, Table

from app.export.word_file import word_bytes

SAMPLES = Path(__file__).parent.parent / "resources" / "samples"
WHEN = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
_WIDTH = 78
_FONT = "Times New Roman"
_LEVEL_STYLES = ("Heading 1", "Clause", "Clause Item")


def main() -> None:
    """Write the three files."""
    SAMPLES.mkdir(parents=True, exist_ok=True)
    (SAMPLES / f"{licence.STEM}.docx").write_bytes(_word())
    (SAMPLES / f"{licence.STEM}.txt").write_text(_text(), encoding="utf-8")
    _write_pdf(SAMPLES / f"{licence.STEM}.pdf")


def _word() -> bytes:
    document = empty_document(font=_FONT, size=11)
    _add_styles(document)
    _number_styles(document)
    document.add_paragraph(licence.TITLE, style="Title")
    document.add_paragraph(licence.DATED, style="Subtitle")
    document.add_paragraph(licence.OPENING, style="Body Text")
    for clause in licence.CLAUSES:
        paragraph = document.add_paragraph(style=_LEVEL_STYLES[clause.level])
        if clause.heading:
            paragraph.add_run(clause.heading).bold = True
            paragraph.add_run(" ")
        _add_text(paragraph, clause.text)
        if clause.heading == licence.COMMENT[0]:
            author, initials = licence.VENDOR_COUNSEL
            comment = document.add_comment(paragraph.runs[0], licence.COMMENT[1], author=author, initials=initials)
            comment._comment_elm.set(qn("w:date"), f"{WHEN:%Y-%m-%dT%H:%M:%SZ}")  # noqa: SLF001 - else the clock's
    document.add_paragraph(licence.SCHEDULE_TITLE, style="Schedule Heading")
    _add_schedule(document)
    header = document.sections[0].header.paragraphs[0]
    header.style = document.styles["Header"]
    header.text = f"{licence.TITLE}, version 2.0"
    footer = document.sections[0].footer.paragraphs[0]
    footer.style = document.styles["Footer"]
    footer.add_run("Page ")
    add_field(footer, "PAGE")
    return word_bytes(document, title=licence.TITLE, author="Aldermoor Systems Inc.", when=WHEN)


def _add_styles(document: Document) -> None:
    dress(document.styles["Normal"], Look(after=7, lines=1.1))
    add_style(document, "Title", Look(size=19, bold=True, before=6, after=2))
    add_style(document, "Subtitle", Look(size=11, italic=True, after=16))
    for name in ("Title", "Subtitle"):
        document.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_style(document, "Body Text", Look())
    add_style(document, "Heading 1", Look(size=12, bold=True, before=13, after=5, keep_next=True, outline=0))
    add_style(document, "Clause", Look())
    add_style(document, "Clause Item", Look())
    add_style(document, "Schedule Heading", Look(size=12, bold=True, before=16, after=6, keep_next=True))
    add_style(document, "Header", Look(size=9, italic=True, after=0))
    add_style(document, "Footer", Look(size=9, after=0))
    add_style(document, "Comment Text", Look(size=10))
    document.styles["Header"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.styles["Footer"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_character_style(document, "Comment Reference")
    add_character_style(document, "Hyperlink", colour="0B5394")
    document.styles["Hyperlink"].font.underline = True
    add_table_style(document, "Schedule Table")


def _number_styles(document: Document) -> None:
    """Make the three level styles count by themselves: 1., 1.1, (a)."""
    levels = (
        ("decimal", "%1.", 567, 567),
        ("decimal", "%1.%2", 567, 567),
        ("lowerLetter", "(%3)", 1134, 567),
    )
    rows = "".join(
        f"""<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>
        <w:pStyle w:val="{document.styles[style].style_id}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>
        <w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>"""
        for level, ((form, text, left, hanging), style) in enumerate(zip(levels, _LEVEL_STYLES, strict=True))
    )
    numbering = document.part.numbering_part.element
    numbering.append(
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{rows}'
            "</w:abstractNum>"
        )
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="1"><w:abstractNumId w:val="1"/></w:num>'))
    for level, name in enumerate(_LEVEL_STYLES):
        properties = document.styles[name].element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = 1


def _add_text(paragraph: Paragraph, text: str) -> None:
    """Add `text` with its link as a hyperlink, or with the earlier insertion as tracked."""
    for address in (licence.RULES_ADDRESS, licence.BRAND_ADDRESS):
        before, found, after = text.partition(address)
        if found:
            paragraph.add_run(before)
            _add_link(paragraph, address)
            paragraph.add_run(after)
            return
    before, found, after = text.partition(licence.EARLIER_INSERTION)
    paragraph.add_run(before)
    if found:
        _add_insertion(paragraph, found)
        paragraph.add_run(after)


def _add_link(paragraph: Paragraph, address: str) -> None:
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    paragraph._p.append(  # noqa: SLF001 - python-docx makes no links
        parse_xml(
            f'<w:hyperlink {nsdecls("w", "r")} r:id="{key}" w:history="1"><w:r>'
            f'<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>'
            f"<w:t>{address}</w:t></w:r></w:hyperlink>"
        )
    )


def _add_insertion(paragraph: Paragraph, text: str) -> None:
    """Add `text` as a tracked insertion of the vendor's counsel."""
    author = f'w:author="{licence.VENDOR_COUNSEL[0]}" w:date="{WHEN:%Y-%m-%dT%H:%M:%SZ}"'
    paragraph._p.append(  # noqa: SLF001 - python-docx tracks no changes
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="901" {author}><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:ins>'
        )
    )


def _add_schedule(document: Document) -> None:
    table = document.add_table(rows=0, cols=4)
    table.style = document.styles["Schedule Table"]
    for row in licence.SCHEDULE:
        for cell, text, width in zip(table.add_row().cells, row, (4.5, 3.6, 4.0, 4.3), strict=True):
            cell.width = Cm(width)
            cell.text = text
            cell.paragraphs[0].paragraph_format.space_after = 0
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))  # noqa: SLF001


def _text() -> str:
    """Return the licence as plain text, wrapped at 78 columns."""
    blocks = [licence.TITLE, licence.DATED, textwrap.fill(licence.OPENING, _WIDTH)]
    for label, clause in zip(licence.labels(), licence.CLAUSES, strict=True):
        indent = "    " * max(clause.level - 1, 0)
        hanging = indent + " " * (len(label) + 1)
        wrapped = textwrap.fill(
            f"{label} {clause.whole}",
            _WIDTH,
            initial_indent=indent,
            subsequent_indent=hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
        blocks.append(wrapped)
    widths = [max(len(row[column]) for row in licence.SCHEDULE) for column in range(4)]
    rows = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in licence.SCHEDULE
    )
    return "\n\n".join([*blocks, licence.SCHEDULE_TITLE, *rows]) + "\n"


def _write_pdf(path: Path) -> None:
    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=14, spaceAfter=6, alignment=TA_JUSTIFY)
    levels = (
        ParagraphStyle(
            "section",
            body,
            fontName="Times-Bold",
            fontSize=12,
            spaceBefore=9,
            leftIndent=28,
            bulletFontName="Times-Bold",
            bulletFontSize=12,
            keepWithNext=1,
        ),
        ParagraphStyle("clause", body, leftIndent=28, bulletFontName="Times-Roman", bulletFontSize=10.5),
        ParagraphStyle("item", body, leftIndent=56, bulletIndent=28, bulletFontName="Times-Roman", bulletFontSize=10.5),
    )
    title = ParagraphStyle("title", body, fontName="Times-Bold", fontSize=18, leading=24, alignment=TA_CENTER)
    dated = ParagraphStyle("dated", body, fontName="Times-Italic", alignment=TA_CENTER, spaceAfter=14)
    story = [
        PdfParagraph(licence.TITLE, title),
        PdfParagraph(licence.DATED, dated),
        PdfParagraph(licence.OPENING, body),
    ]
    for label, clause in zip(licence.labels(), licence.CLAUSES, strict=True):
        heading = f"<b>{clause.heading}</b> " if clause.heading else ""
        story.append(PdfParagraph(heading + clause.text, levels[clause.level], bulletText=label))
    story += [PdfParagraph(licence.SCHEDULE_TITLE, levels[0].clone("schedule", leftIndent=0)), Spacer(0, 4)]
    story.append(
        Table(
            licence.SCHEDULE,
            hAlign="LEFT",
            style=[
                ("FONTNAME", (0, 0), (-1, -1), "Times-Roman"),
                ("FONTNAME", (0, 0), (-1, 0), "Times-Bold"),
                ("FONTSIZE", (0, 0), (-1, -1), 10.5),
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#888888"),
            ],
        )
    )
    file = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        leftMargin=2.4 * cm,
        rightMargin=2.4 * cm,
        topMargin=2.4 * cm,
        bottomMargin=2.2 * cm,
        title=licence.TITLE,
        author="Aldermoor Systems Inc.",
        invariant=1,
    )
    file.build(story, onFirstPage=_number_page, onLaterPages=_number_page)


def _number_page(canvas: Canvas, _: SimpleDocTemplate) -> None:
    canvas.setFont("Times-Roman", 9)
    canvas.drawCentredString(A4[0] / 2, 1.2 * cm, f"Page {canvas.getPageNumber()}")


if __name__ == "__main__":
    main()
