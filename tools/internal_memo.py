"""The template of the internal memo, in the order in which a busy reader wants it."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from house_style import GREY, NAVY, SANS, Look, add_character_style, add_style, add_table_style
from memo_decisions import decided, decisions
from memo_outcome import (
    approvals,
    chain,
    comparisons,
    compliance,
    costs,
    obligations,
    open_questions,
    rest,
    risks,
    uncovered,
    users,
)
from template_parts import (
    WIDTH,
    cell_lines,
    fill,
    fill_first,
    if_any,
    listed,
    memo_document,
    passages,
    plain_table,
    rows,
    set_footer,
    table,
    where,
)

_SEVERITY_COLOURS = {"Critical": "9B1C1C", "High": "B45309", "Medium": NAVY, "Low": GREY}


def internal_memo() -> Document:
    """Return the template of the internal memo."""
    document = memo_document()
    _add_styles(document)
    set_footer(document, "Internal. Do not send to the counterparty.")
    _first_page(document)
    _negotiation(document)
    _issues(document)
    decisions(document)
    _findings(document)
    _missing(document)
    comparisons(document)
    users(document)
    chain(document)
    costs(document)
    approvals(document)
    risks(document)
    compliance(document)
    obligations(document)
    open_questions(document)
    uncovered(document)
    rest(document)
    return document


def _add_styles(document: Document) -> None:
    """Add what only the internal memo uses: the names alone would tell the counterparty how we weigh its clauses."""
    add_style(document, "Verdict", Look(size=12.5, before=10, after=8, indent=0.35, bar_left=NAVY, lines=1.15))
    add_style(document, "Claim", Look(size=9.5, indent=0.45, hanging=0.45, after=3))
    add_style(document, "Reason", Look(size=9, after=3, lines=1.05))
    add_style(document, "Rung", Look(font=SANS, size=8, indent=0.35, hanging=0.35, after=1.5, lines=1.05))
    add_style(document, "Small Print", Look(size=8.5, italic=True, colour=GREY, before=4, after=4))
    add_style(document, "Cell", Look(font=SANS, size=8, after=0, lines=1.1))
    add_style(document, "Cell Strong", Look(bold=True), based_on="Cell")
    add_style(document, "Cell Quiet", Look(colour=GREY, before=2), based_on="Cell")
    add_style(document, "Cell Line", Look(after=2), based_on="Cell")
    add_style(document, "Cell Label", Look(colour=GREY), based_on="Cell")
    add_style(document, "Cell Head", Look(bold=True, colour=NAVY), based_on="Cell")
    add_style(document, "Cell Middle", Look(before=3, after=3), based_on="Cell")
    add_style(document, "Count", Look(size=19, colour=NAVY, after=0, lines=1.0, keep_next=True))
    add_style(document, "Count Label", Look(font=SANS, size=7.5, colour=GREY, after=0))
    for style in ("Count", "Count Label", "Cell Middle"):
        document.styles[style].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for severity, colour in _SEVERITY_COLOURS.items():
        add_character_style(document, f"Severity {severity}", bold=True, colour=colour)
    add_character_style(document, "Lead", bold=True)
    add_table_style(document, "Memo Table")


def _first_page(document: Document) -> None:
    document.add_paragraph("NEGOTIATION MEMO  ·  INTERNAL", style="Kicker")
    document.add_paragraph("{{ document.title }}", style="Title")
    made = plain_table(document, (2.6, 14.4))
    for label, text in (
        ("Document", "{{ document.name }}{% if pages %}, {{ pages }}{% endif %}"),
        ("Prepared", "{{ date }}, {{ author }}"),
        ("Profile", "{{ profile.name }}: {{ profile_line }}"),
        ("Library", "{{ receipt.library_line }}"),
    ):
        fill(made.add_row().cells, ((("Cell Label", label),), (("Cell", text),)))
    document.add_paragraph("{{ verdict }}", style="Verdict")
    counts = ("critical", "high", "medium", "low", "in_order", "not_applicable")
    made = plain_table(document, (WIDTH / 6,) * 6)
    fill(
        made.add_row().cells,
        [
            (("Count", f"{{{{ counts.{count} }}}}"), ("Count Label", count.replace("_", " ").capitalize()))
            for count in counts
        ],
    )
    document.add_paragraph("Counterdraft gives no legal advice: a lawyer decides.", style="Small Print")
    with where(document, "worst"):
        document.add_paragraph("What weighs most", style="Label")
        rows(
            document,
            "worst",
            (
                ("No.", 1.0, (("Cell", "{{ item.number }}"),)),
                ("Severity", 1.8, (("Cell", "{{r item.severity }}"),)),
                ("Point", 6.7, (("Cell Strong", "{{ item.title }}"),)),
                ("Why", 7.5, (("Cell", "{{ item.why }}"),)),
            ),
        )
    document.add_paragraph("What to do next", style="Label")
    listed(document, "steps")
    document.add_paragraph("Verdict by layer", style="Label")
    rows(
        document,
        "layers",
        (
            ("Layer", 4.6, (("Cell Strong", "{{ item.name }}"),)),
            ("Verdict", 3.2, (("Cell", "{{ item.verdict }}"),)),
            ("Why", 9.2, (("Cell", "{{ item.why }}"),)),
        ),
    )
    with where(document, "absent_layers"):
        document.add_paragraph("Not in play: {{ absent_layers }}", style="Small Print")
    document.add_paragraph("Licence map", style="Label")
    made = plain_table(document, (3.4, 13.6))
    fill_first(made, "{%tr for item in map %}")
    fill(made.add_row().cells, ((("Cell Label", "{{ item.label }}"),), (("Cell", "{{ item.text }}"),)))
    fill_first(made, "{%tr endfor %}")


def _negotiation(document: Document) -> None:
    document.add_paragraph("Negotiation plan", style="Heading 1")
    table(
        document,
        "rounds",
        (
            ("Order", 3.0, (("Cell Strong", "{{ loop.index }}. {{ item.stage }}"),)),
            ("Points", 9.0, (("Cell", "{{ item.points }}"),)),
            ("Why then", 5.0, (("Cell", "{{ item.reason }}"),)),
        ),
        nothing="There is nothing to negotiate.",
    )
    with where(document, "fixed"):
        document.add_paragraph("What does not move, and what we do instead", style="Label")
        rows(
            document,
            "fixed",
            (
                ("Point", 5.0, (("Cell Strong", "{{ item.point }}"),)),
                ("Instead", 9.0, cell_lines("item.instead", "Enter it in the risk register.")),
                ("Accepted by", 3.0, (("Cell", "{{ item.approver }}"),)),
            ),
        )
    with where(document, "trades"):
        document.add_paragraph("What we can give for what", style="Label")
        rows(
            document,
            "trades",
            (
                ("To get", 4.2, (("Cell Strong", "{{ item.get }}"),)),
                ("We give way on", 4.2, (("Cell", "{{ item.give }}"),)),
                ("And accept", 5.6, (("Cell", "{{ item.accept }}"), ("Cell Quiet", "{{ item.why }}"))),
                ("If agreed by", 3.0, (("Cell", "{{ item.approver }}"),)),
            ),
        )
    with where(document, "more_trades"):
        document.add_paragraph("and {{ more_trades }} more in the workbook of the plan", style="Small Print")
    with where(document, "cards"):
        document.add_paragraph("Arguments", style="Label")
        rows(
            document,
            "cards",
            (
                ("Argument", 3.8, (("Cell Strong", "{{ item.title }}"), ("Cell Quiet", "{{ item.serves }}"))),
                ("How to use it", 7.0, (("Cell", "{{ item.text }}"), *if_any("Cell Quiet", "item.caution"))),
                ("Words for the table", 6.2, (("Cell", "{{ item.words }}"),)),
            ),
        )


def _issues(document: Document) -> None:
    document.add_paragraph("Issues", style="Heading 1")
    table(
        document,
        "issues",
        (
            ("No.", 1.6, (("Cell Strong", "{{ item.number }}"), ("Cell", "{{r item.priority }}"))),
            (
                "Clause, place, owner",
                3.4,
                (
                    ("Cell Strong", "{{ item.title }}"),
                    ("Cell", "{{ item.place }}"),
                    ("Cell Quiet", "{{ item.level }} · {{ item.owner }}"),
                ),
            ),
            (
                "We ask",
                4.7,
                (
                    ("Cell", "{{ item.ask }}"),
                    *if_any("Cell Quiet", "item.lever"),
                    *if_any("Cell Strong", "item.decided"),
                ),
            ),
            ("Fallback (agreed by)", 4.4, cell_lines("item.fallbacks", "–")),
            ("Walk-away (waived by)", 2.9, (("Cell", "{{ item.walk_away }}"),)),
        ),
    )


def _findings(document: Document) -> None:
    document.add_paragraph("Findings", style="Heading 1")
    document.add_paragraph("{%p for item in findings %}")
    document.add_paragraph("{{ item.number }}  {{ item.title }}", style="Heading 2")
    document.add_paragraph("{{ item.severity }}  ·  {{ item.level }}  ·  {{ item.negotiability }}", style="Tagline")
    decided(document)
    passages(document)
    _bearing(document)
    _evidence(document)
    _derivations(document)
    _reasons(document)
    document.add_paragraph("{%p else %}")
    document.add_paragraph("The document departs from our positions nowhere.")
    document.add_paragraph("{%p endfor %}")


def _missing(document: Document) -> None:
    document.add_paragraph("Missing clauses", style="Heading 1")
    document.add_paragraph("{%p for item in missing %}")
    document.add_paragraph("{{ item.number }}  {{ item.title }}", style="Heading 2")
    document.add_paragraph("{{ item.severity }}  ·  {{ item.negotiability }}  ·  {{ item.why }}", style="Tagline")
    decided(document)
    passages(document)
    _reasons(document)
    document.add_paragraph("{%p else %}")
    document.add_paragraph("Nothing that we look for is missing.")
    document.add_paragraph("{%p endfor %}")


def _bearing(document: Document) -> None:
    """Add the carve-outs and definitions elsewhere that decide what the clause means."""
    with where(document, "item.bearing"):
        document.add_paragraph("Words elsewhere that bear on it", style="Label")
        document.add_paragraph("{%p for line in item.bearing %}")
        paragraph = document.add_paragraph(style="Claim")
        paragraph.add_run("–\t")
        paragraph.add_run("{{ line.kind }}", style="Lead")
        paragraph.add_run(", {{ line.place }}, {{ line.why }}: ")
        paragraph.add_run("{{ line.words }}").italic = True
        document.add_paragraph("{%p endfor %}")
        with where(document, "item.more_bearing"):
            document.add_paragraph("–\tand {{ item.more_bearing }}", style="Claim")


def _evidence(document: Document) -> None:
    """Add what leads from the words to the level, a line for each position."""
    document.add_paragraph("{%p for rung in item.rungs %}")
    document.add_paragraph("{{r rung }}", style="Rung")
    document.add_paragraph("{%p endfor %}")


def _derivations(document: Document) -> None:
    """Add how values follow from words that do not say them plainly."""
    with where(document, "item.derivations"):
        document.add_paragraph("How values follow from the words", style="Label")
        document.add_paragraph("{%p for line in item.derivations %}")
        document.add_paragraph("–\t{{ line }}", style="Claim")
        document.add_paragraph("{%p endfor %}")


def _reasons(document: Document) -> None:
    """Add why we ask, what we keep to ourselves, and the sources; our comment stands in the redlined file."""
    with where(document, "item.rationale"):
        paragraph = document.add_paragraph(style="Reason")
        paragraph.paragraph_format.space_before = Cm(0.2)
        for lead, text in (
            ("Why. ", "{{ item.rationale }}"),
            ("{% if item.note %} Internal note. ", "{{ item.note }}{% endif %}"),
            (" Sources. ", "{{ item.sources }}."),
        ):
            paragraph.add_run(lead, style="Lead")
            paragraph.add_run(text)
