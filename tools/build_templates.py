"""Build the Word templates of templates/: the internal memo, the memo to the counterparty, the reconstructed contract.

The templates may then be restyled in Word; this script is only for starting afresh.

Usage: python tools/build_templates.py
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.table import Table, _Cell
from house_style import (
    GREY,
    INK,
    NAVY,
    RULE,
    SANS,
    SERIF,
    Look,
    add_character_style,
    add_field,
    add_grid_style,
    add_style,
    add_table_style,
    dress,
    empty_document,
)

from app.export.word_file import word_bytes

TEMPLATES = Path(__file__).parent.parent / "templates"
WHEN = datetime(2025, 1, 1, tzinfo=UTC)
_SEVERITY_COLOURS = {"Critical": "9B1C1C", "High": "B45309", "Medium": NAVY, "Low": GREY}
_WIDTH = 17.0

Cells = Sequence[Sequence[tuple[str, str]]]
"""The paragraphs of each cell of a row: style and text."""


def main() -> None:
    """Write the templates."""
    TEMPLATES.mkdir(exist_ok=True)
    _save(_internal_memo(), "memo.docx", "Negotiation memo")
    _save(_counterparty_memo(), "counterparty.docx", "Requested changes")
    _save(_contract(), "reconstructed.docx", "Contract")


def _save(document: Document, name: str, title: str) -> None:
    (TEMPLATES / name).write_bytes(word_bytes(document, title=title, author="Counterdraft", when=WHEN))


def _memo_document() -> Document:
    document = empty_document(font=SERIF, size=10, margins=(2.2, 2.0, 2.2, 2.0))
    dress(document.styles["Normal"], Look(after=6, lines=1.12, colour=INK))
    add_style(document, "Kicker", Look(font=SANS, size=8, bold=True, colour=GREY, after=4))
    add_style(document, "Title", Look(size=21, colour=NAVY, after=10, lines=1.0))
    add_style(
        document,
        "Heading 1",
        Look(size=14.5, colour=NAVY, before=20, after=8, keep_next=True, outline=0, rule_below=RULE),
    )
    add_style(
        document, "Heading 2", Look(size=11.5, bold=True, colour=NAVY, before=16, after=1, keep_next=True, outline=1)
    )
    add_style(document, "Tagline", Look(font=SANS, size=8, colour=GREY, after=5, keep_next=True))
    add_style(document, "Opening", Look(keep_next=True))
    add_style(document, "Label", Look(font=SANS, size=8, bold=True, colour=GREY, before=6, after=2, keep_next=True))
    add_style(document, "Quoted Clause", Look(size=9.5, indent=0.35, after=4, bar_left=RULE))
    add_style(document, "Header", Look(font=SANS, size=7.5, colour=GREY, after=0))
    add_style(document, "Footer", Look(font=SANS, size=7.5, colour=GREY, after=0))
    document.styles["Quoted Clause"].paragraph_format.keep_together = True
    return document


def _add_internal_styles(document: Document) -> None:
    """Add what only the internal memo uses: the names alone would tell the counterparty how we weigh its clauses."""
    add_style(document, "Verdict", Look(size=12.5, before=10, after=10, indent=0.35, bar_left=NAVY, lines=1.15))
    add_style(document, "Claim Text", Look(size=9.5, italic=True, indent=0.45, after=5))
    add_style(document, "Claim", Look(size=9.5, indent=0.45, hanging=0.45, after=3))
    add_style(document, "Small Print", Look(size=8.5, italic=True, colour=GREY, before=4, after=4))
    add_style(document, "Cell", Look(font=SANS, size=8, after=0, lines=1.1))
    add_style(document, "Cell Strong", Look(bold=True), based_on="Cell")
    add_style(document, "Cell Quiet", Look(colour=GREY, before=2), based_on="Cell")
    add_style(document, "Cell Line", Look(after=2), based_on="Cell")
    add_style(document, "Cell Label", Look(colour=GREY), based_on="Cell")
    add_style(document, "Cell Head", Look(bold=True, colour=NAVY, keep_next=True), based_on="Cell")
    add_style(document, "Count", Look(size=19, colour=NAVY, after=0, lines=1.0, keep_next=True))
    add_style(document, "Count Label", Look(font=SANS, size=7.5, colour=GREY, after=0))
    for style in ("Count", "Count Label"):
        document.styles[style].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for severity, colour in _SEVERITY_COLOURS.items():
        add_character_style(document, f"Severity {severity}", bold=True, colour=colour)
    add_character_style(document, "Lead", bold=True)
    add_table_style(document, "Memo Table")


def _internal_memo() -> Document:
    document = _memo_document()
    _add_internal_styles(document)
    _set_footer(document, "Internal. Do not send to the counterparty.")
    _first_page(document)
    _issues(document)
    document.add_paragraph("Findings", style="Heading 1")
    _loop(document, "findings", "The document departs from our positions nowhere.", _finding)
    document.add_paragraph("Missing clauses", style="Heading 1")
    _loop(document, "missing", "Nothing that we look for is missing.", _missing)
    _uncovered(document)
    _rest(document)
    return document


def _first_page(document: Document) -> None:
    document.add_paragraph("NEGOTIATION MEMO  ·  INTERNAL", style="Kicker")
    document.add_paragraph("{{ document.title }}", style="Title")
    table = _plain_table(document, (2.6, 14.4))
    rows = (
        ("Document", "{{ document.path.name }}{% if pages %}, {{ pages }}{% endif %}"),
        ("Prepared", "{{ date }}, {{ author }}"),
        ("Profile", "{{ profile.name }}: {{ profile_line }}"),
        ("Library", "{{ receipt.library }}"),
    )
    for label, text in rows:
        _fill(table.add_row().cells, (((("Cell Label", label),)), ((("Cell", text),))))
    document.add_paragraph("{{ verdict }}", style="Verdict")
    counts = ("critical", "high", "medium", "low", "in_order", "not_applicable")
    table = _plain_table(document, (_WIDTH / 6,) * 6)
    _fill(
        table.add_row().cells,
        [
            (("Count", f"{{{{ counts.{count} }}}}"), ("Count Label", count.replace("_", " ").capitalize()))
            for count in counts
        ],
    )
    document.add_paragraph("Counterdraft gives no legal advice: a lawyer decides.", style="Small Print")


def _issues(document: Document) -> None:
    document.add_paragraph("Issues", style="Heading 1")
    _table(
        document,
        "issues",
        (
            ("Priority", 1.75, (("Cell", "{{r item.priority }}"), ("Cell Quiet", "{{ item.level }}"))),
            ("Clause and place", 2.7, (("Cell Strong", "{{ item.title }}"), ("Cell Quiet", "{{ item.place }}"))),
            ("What it says", 2.9, (("Cell", "{{ item.says }}"),)),
            ("We ask", 3.0, (("Cell", "{{ item.ask }}"),)),
            ("Fallback", 2.5, _cell_lines("item.fallbacks", "–")),
            ("Walk-away", 2.05, _cell_lines("item.walk_aways", "–")),
            ("Owner", 2.1, (("Cell", "{{ item.owner }}"),)),
        ),
    )


def _cell_lines(items: str, nothing: str) -> Sequence[tuple[str, str]]:
    """Return the paragraphs of a cell that shows each of `items` on a line of its own."""
    return (
        ("Cell", f"{{%p for line in {items} %}}"),
        ("Cell Line", "{{ line }}"),
        ("Cell", "{%p else %}"),
        ("Cell", nothing),
        ("Cell", "{%p endfor %}"),
    )


def _finding(document: Document) -> None:
    document.add_paragraph("{{ item.title }}  ·  {{ item.place }}", style="Heading 2")
    document.add_paragraph(
        "{{ item.severity }}  ·  {{ item.level }}  ·  {{ item.negotiability }}  ·  decided by {{ item.owner }}",
        style="Tagline",
    )
    document.add_paragraph("{{ item.why }}", style="Opening")
    _passages(document)
    _bearing(document)
    _evidence(document)
    _derivations(document)
    _reasons(document)


def _missing(document: Document) -> None:
    document.add_paragraph("{{ item.title }}", style="Heading 2")
    document.add_paragraph(
        "{{ item.severity }}  ·  {{ item.negotiability }}  ·  decided by {{ item.owner }}", style="Tagline"
    )
    document.add_paragraph("{{ item.why }}", style="Opening")
    _passages(document)
    _reasons(document)


def _passages(document: Document) -> None:
    """Add the words of the clause with the changes asked."""
    document.add_paragraph("{%p for passage in item.passages %}")
    document.add_paragraph("{{ passage.place }}", style="Label")
    document.add_paragraph("{{r passage.runs }}", style="Quoted Clause")
    document.add_paragraph("{%p endfor %}")


def _bearing(document: Document) -> None:
    """Add the carve-outs and definitions elsewhere that decide what the clause means."""
    document.add_paragraph("{%p if item.bearing %}")
    document.add_paragraph("Words elsewhere that bear on it", style="Label")
    document.add_paragraph("{%p for line in item.bearing %}")
    paragraph = document.add_paragraph(style="Claim")
    paragraph.add_run("–\t")
    paragraph.add_run("{{ line.kind }}", style="Lead")
    paragraph.add_run(", {{ line.place }}, {{ line.why }}: ")
    paragraph.add_run("{{ line.words }}").italic = True
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p if item.more_bearing %}")
    document.add_paragraph("–\tand {{ item.more_bearing }}", style="Claim")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endif %}")


def _derivations(document: Document) -> None:
    """Add how values follow from words that do not say them plainly."""
    document.add_paragraph("{%p if item.derivations %}")
    document.add_paragraph("How values follow from the words", style="Label")
    document.add_paragraph("{%p for line in item.derivations %}")
    document.add_paragraph("–\t{{ line }}", style="Claim")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")


def _evidence(document: Document) -> None:
    """Add the table that leads from the words to the level."""
    document.add_paragraph("{%p if item.rungs %}")
    document.add_paragraph("Evidence", style="Label")
    table = _styled_table(document, ("Position", "Words → fact → test", "Result"), (4.6, 10.3, 2.1))
    _fill_first(table, "{%tr for rung in item.rungs %}")
    _fill(
        table.add_row().cells,
        (
            (("Cell Strong", "{{ rung.level }}"), ("Cell", "{{ rung.name }}")),
            _cell_lines("rung.readings", "Whatever meets no position above."),
            (("Cell", "{{ rung.outcome }}"),),
        ),
    )
    _fill_first(table, "{%tr endfor %}")
    document.add_paragraph("{%p endif %}")


def _reasons(document: Document) -> None:
    """Add why we ask, what we tell the counterparty, what we keep to ourselves, and the sources."""
    for lead, field in (
        ("Our ask", "ask"),
        ("Why", "rationale"),
        ("To the counterparty", "comment"),
        ("Internal note", "note"),
        ("Sources", "sources"),
    ):
        document.add_paragraph(f"{{%p if item.{field} %}}")
        paragraph = document.add_paragraph()
        if field == "ask":
            paragraph.paragraph_format.space_before = Cm(0.25)
        paragraph.add_run(f"{lead}. ", style="Lead")
        paragraph.add_run(f"{{{{ item.{field} }}}}")
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if item.claims %}")
    document.add_paragraph("What others say, and what the text says", style="Label")
    document.add_paragraph("{%p for claim in item.claims %}")
    document.add_paragraph("–\t{{ claim.source }} ({{ claim.state }}): {{ claim.statement }}", style="Claim")
    document.add_paragraph("{%p if claim.text_says %}")
    document.add_paragraph("Licence texts: {{ claim.text_says }}", style="Claim Text")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")


def _uncovered(document: Document) -> None:
    """Add the table of operative paragraphs that no clause type explains."""
    document.add_paragraph("Not covered by the clause library", style="Heading 1")
    document.add_paragraph("{%p if uncovered %}")
    document.add_paragraph("Rules that no clause type explains: nobody has judged them, read them yourself.", "Opening")
    document.add_paragraph("{%p endif %}")
    _table(
        document,
        "uncovered",
        (
            ("Place", 3.0, (("Cell Strong", "{{ item.place }}"),)),
            ("About", 3.6, (("Cell", "{{ item.about }}"),)),
            ("First words", 10.4, (("Cell", "{{ item.words }}"),)),
        ),
        nothing="Every operative paragraph is explained by a clause type.",
    )
    document.add_paragraph("{%p if more_uncovered %}")
    document.add_paragraph("and {{ more_uncovered }} more", style="Small Print")
    document.add_paragraph("{%p endif %}")


def _rest(document: Document) -> None:
    clause = ("Clause", 4.4, (("Cell Strong", "{{ item.title }}"),))
    document.add_paragraph("In order", style="Heading 1")
    place = ("Place", 2.6, (("Cell", "{{ item.place }}"),))
    _table(document, "in_order", (clause, place, ("Why", 10.0, (("Cell", "{{ item.why }}"),))))
    document.add_paragraph("Not applicable", style="Heading 1")
    _table(document, "not_applicable", (clause, ("Why not", 12.6, (("Cell", "{{ item.why }}"),))))
    document.add_paragraph("Not checked", style="Heading 1")
    document.add_paragraph("{%p for item in not_checked %}")
    document.add_paragraph("–\t{{ item }}", style="Claim")
    document.add_paragraph("{%p endfor %}")
    for limit in (
        "Policies and other documents that the text incorporates by link.",
        "Whether a clause is valid under the law that governs it.",
        "Anything agreed outside this document.",
    ):
        document.add_paragraph(f"–\t{limit}", style="Claim")
    document.add_paragraph("Receipt", style="Heading 1")
    promise = document.add_paragraph(
        "The same document, library and profile give the same review.", style="Small Print"
    )
    promise.paragraph_format.keep_with_next = True
    table = _plain_table(document, (3.4, 13.6))
    for label, text in (
        ("Program", "{{ receipt.program }}"),
        ("Document, SHA-256", "{{ receipt.document_sha256 }}"),
        ("Library", "{{ receipt.library }}"),
        ("Library, SHA-256", "{{ receipt.library_sha256 }}"),
        ("Profile, SHA-256", "{{ receipt.profile_sha256 }}"),
    ):
        _fill(table.add_row().cells, ((("Cell Label", label),), (("Cell", text),)))
    for row in table.rows[:-1]:
        row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True


def _counterparty_memo() -> Document:
    document = _memo_document()
    _set_footer(document, "Requested changes to {{ file }}")
    document.add_paragraph("REQUESTED CHANGES", style="Kicker")
    document.add_paragraph("{{ document }}", style="Title")
    document.add_paragraph("{{ date }}, {{ author }}", style="Tagline")
    document.add_paragraph(
        "We have read {{ file }} and ask for the changes below. Each says why we ask and shows the words of the "
        "document, with our changes marked where we propose wording. The same changes and comments stand in the copy "
        "of the document that comes with this memo."
    )
    document.add_paragraph("{%p for item in requests %}")
    document.add_paragraph("{{ loop.index }}.  {{ item.title }}  ·  {{ item.places }}", style="Heading 2")
    document.add_paragraph("{%p if item.comment %}")
    document.add_paragraph("{{ item.comment }}", style="Opening")
    document.add_paragraph("{%p endif %}")
    _passages(document)
    document.add_paragraph("{%p else %}")
    document.add_paragraph("We ask for no change.")
    document.add_paragraph("{%p endfor %}")
    return document


def _contract() -> Document:
    """Return the styles of a reconstructed contract; its words are added by `app/export/reconstruct.py`."""
    document = empty_document(font="Times New Roman", size=11, margins=(2.6, 2.5, 2.4, 2.5))
    dress(document.styles["Normal"], Look(after=7, lines=1.12))
    add_style(document, "Title", Look(size=17, bold=True, before=4, after=14, lines=1.0, keep_next=True))
    document.styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_style(document, "Body Text", Look())
    for level, size in ((1, 12.5), (2, 11.5), (3, 11)):
        look = Look(size=size, bold=True, before=12, after=5, indent=1, hanging=1, keep_next=True, outline=level - 1)
        add_style(document, f"Heading {level}", look, following="Body Text")
    for level in range(1, 6):
        suffix = "" if level == 1 else f" {level}"
        add_style(document, f"List{suffix}", Look(indent=level, hanging=1), based_on="Body Text")
        add_style(document, f"List Continue{suffix}", Look(indent=level), based_on="Body Text")
    add_style(document, "Table Text", Look(size=9.5, after=2, lines=1.05))
    add_style(document, "Table End", Look(size=4, after=4, lines=1.0))
    add_style(document, "Part", Look(size=10, bold=True, before=18, after=5, keep_next=True))
    add_grid_style(document, "Contract Table")
    add_style(document, "Header", Look(size=8.5, italic=True, colour=GREY, after=0))
    add_style(document, "Footer", Look(size=9, after=0))
    header = document.sections[0].header.paragraphs[0]
    header.style = document.styles["Header"]
    footer = document.sections[0].footer.paragraphs[0]
    footer.style = document.styles["Footer"]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_field(footer, "PAGE")
    return document


def _loop(document: Document, items: str, nothing: str, add_body: callable) -> None:
    document.add_paragraph(f"{{%p for item in {items} %}}")
    add_body(document)
    document.add_paragraph("{%p else %}")
    document.add_paragraph(nothing)
    document.add_paragraph("{%p endfor %}")


def _table(
    document: Document,
    items: str,
    columns: Sequence[tuple[str, float, Sequence[tuple[str, str]]]],
    *,
    nothing: str = "None.",
) -> None:
    """Add a table with one row for each of `items`; without items the line `nothing`."""
    document.add_paragraph(f"{{%p if {items} %}}")
    table = _styled_table(document, [head for head, _, _ in columns], [width for _, width, _ in columns])
    _fill_first(table, f"{{%tr for item in {items} %}}")
    _fill(table.add_row().cells, [paragraphs for _, _, paragraphs in columns])
    _fill_first(table, "{%tr endfor %}")
    document.add_paragraph("{%p else %}")
    document.add_paragraph(nothing)
    document.add_paragraph("{%p endif %}")


def _plain_table(document: Document, widths: Sequence[float]) -> Table:
    table = document.add_table(rows=0, cols=len(widths))
    _fix_widths(table, widths)
    return table


def _styled_table(document: Document, heads: Sequence[str], widths: Sequence[float]) -> Table:
    table = _plain_table(document, widths)
    table.style = document.styles["Memo Table"]
    row = table.add_row()
    _fill(row.cells, [(("Cell Head", head),) for head in heads])
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))  # noqa: SLF001
    return table


def _fix_widths(table: Table, widths: Sequence[float]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)


def _fill(cells: Sequence[_Cell], contents: Cells) -> None:
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


def _fill_first(table: Table, text: str) -> None:
    """Add a row that holds only a tag; it is not in the finished table."""
    table.add_row().cells[0].text = text


def _set_footer(document: Document, text: str) -> None:
    section = document.sections[0]
    footer = section.footer.paragraphs[0]
    footer.style = document.styles["Footer"]
    footer.paragraph_format.tab_stops.add_tab_stop(Cm(_WIDTH), alignment=2)
    footer.add_run(f"{text}\tPage ")
    add_field(footer, "PAGE")
    footer.add_run(" of ")
    add_field(footer, "NUMPAGES")


if __name__ == "__main__":
    main()
