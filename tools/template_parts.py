"""What the templates of both memos are made of."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.table import Table, _Cell
from house_style import GREY, INK, NAVY, RULE, SANS, SERIF, Look, add_field, add_style, dress, empty_document

WIDTH = 17.0

Cells = Sequence[Sequence[tuple[str, str]]]
"""The paragraphs of each cell of a row: style and text."""


def memo_document() -> Document:
    """Return an empty document with the styles of both memos."""
    document = empty_document(font=SERIF, size=10, margins=(2.0, 2.0, 1.9, 2.0))
    dress(document.styles["Normal"], Look(after=6, lines=1.12, colour=INK))
    add_style(document, "Kicker", Look(font=SANS, size=8, bold=True, colour=GREY, after=4))
    add_style(document, "Title", Look(size=21, colour=NAVY, after=10, lines=1.0))
    add_style(
        document,
        "Heading 1",
        Look(size=14.5, colour=NAVY, before=17, after=6, keep_next=True, outline=0, rule_below=RULE),
    )
    add_style(
        document, "Heading 2", Look(size=11.5, bold=True, colour=NAVY, before=12, after=1, keep_next=True, outline=1)
    )
    add_style(document, "Tagline", Look(font=SANS, size=8, colour=GREY, after=5, keep_next=True))
    add_style(document, "Opening", Look(keep_next=True))
    add_style(document, "Label", Look(font=SANS, size=8, bold=True, colour=GREY, before=6, after=2, keep_next=True))
    add_style(document, "Quoted Clause", Look(size=9, indent=0.35, after=4, bar_left=RULE))
    add_style(document, "Header", Look(font=SANS, size=7.5, colour=GREY, after=0))
    add_style(document, "Footer", Look(font=SANS, size=7.5, colour=GREY, after=0))
    document.styles["Quoted Clause"].paragraph_format.keep_together = True
    return document


def passages(document: Document) -> None:
    """Add the words of the clause with the changes asked."""
    document.add_paragraph("{%p for passage in item.passages %}")
    document.add_paragraph("{{ passage.place }}", style="Label")
    document.add_paragraph("{{r passage.runs }}", style="Quoted Clause")
    document.add_paragraph("{%p endfor %}")


def if_any(style: str, field: str) -> Sequence[tuple[str, str]]:
    """Return the paragraphs of a cell that shows `field` where there is something in it."""
    return (("Cell", f"{{%p if {field} %}}"), (style, f"{{{{ {field} }}}}"), ("Cell", "{%p endif %}"))


def cell_lines(items: str, nothing: str) -> Sequence[tuple[str, str]]:
    """Return the paragraphs of a cell that shows each of `items` on a line of its own."""
    return (
        ("Cell", f"{{%p for line in {items} %}}"),
        ("Cell Line", "{{ line }}"),
        ("Cell", "{%p else %}"),
        ("Cell", nothing),
        ("Cell", "{%p endfor %}"),
    )


def table(
    document: Document,
    items: str,
    columns: Sequence[tuple[str, float, Sequence[tuple[str, str]]]],
    *,
    nothing: str = "None.",
) -> None:
    """Add a table with one row for each of `items`; without items the line `nothing`, or nothing at all."""
    document.add_paragraph(f"{{%p if {items} %}}")
    rows(document, items, columns)
    if nothing:
        document.add_paragraph("{%p else %}")
        document.add_paragraph(nothing)
    document.add_paragraph("{%p endif %}")


def rows(document: Document, items: str, columns: Sequence[tuple[str, float, Sequence[tuple[str, str]]]]) -> None:
    """Add a table with one row for each of `items`, of which there is one at least."""
    made = styled_table(document, [head for head, _, _ in columns], [width for _, width, _ in columns])
    fill_first(made, f"{{%tr for item in {items} %}}")
    fill(made.add_row().cells, [paragraphs for _, _, paragraphs in columns])
    fill_first(made, "{%tr endfor %}")


def plain_table(document: Document, widths: Sequence[float]) -> Table:
    """Add a table without rows, its columns so many centimetres wide."""
    made = document.add_table(rows=0, cols=len(widths))
    _fix_widths(made, widths)
    return made


def styled_table(document: Document, heads: Sequence[str], widths: Sequence[float]) -> Table:
    """Add a table with the heads of its columns, which are repeated on every page."""
    made = plain_table(document, widths)
    made.style = document.styles["Memo Table"]
    row = made.add_row()
    fill(row.cells, [(("Cell Head", head),) for head in heads])
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))  # noqa: SLF001
    return made


def _fix_widths(made: Table, widths: Sequence[float]) -> None:
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)


def fill(cells: Sequence[_Cell], contents: Cells) -> None:
    """Fill the cells of a row, each with its paragraphs; the row does not break across pages."""
    for cell, column, paragraphs in zip(cells, cells[0]._parent.columns, contents, strict=True):  # noqa: SLF001
        cell.width = column.width
        for number, (style, text) in enumerate(paragraphs):
            _put(cell, number, style, text)
    properties = cells[0]._tc.getparent().get_or_add_trPr()  # noqa: SLF001
    properties.insert(0, parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))


def _put(cell: _Cell, number: int, style: str, text: str) -> None:
    paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
    paragraph.style = cell.part.document.styles[style]
    paragraph.add_run(text)


def fill_first(made: Table, text: str) -> None:
    """Add a row that holds only a tag; it is not in the finished table."""
    made.add_row().cells[0].text = text


@contextmanager
def where(document: Document, condition: str) -> Iterator[None]:
    """Put what is added meanwhile under a condition."""
    document.add_paragraph(f"{{%p if {condition} %}}")
    yield
    document.add_paragraph("{%p endif %}")


def listed(document: Document, items: str) -> None:
    """Add each of `items` as a line with a dash."""
    document.add_paragraph(f"{{%p for item in {items} %}}")
    document.add_paragraph("–\t{{ item }}", style="Claim")
    document.add_paragraph("{%p endfor %}")


def set_footer(document: Document, text: str) -> None:
    """Set the line at the foot of every page, with its number."""
    section = document.sections[0]
    footer = section.footer.paragraphs[0]
    footer.style = document.styles["Footer"]
    footer.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), alignment=2)
    footer.add_run(f"{text}\tPage ")
    add_field(footer, "PAGE")
    footer.add_run(" of ")
    add_field(footer, "NUMPAGES")
