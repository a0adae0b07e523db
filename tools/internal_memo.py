"""The template of the internal memo, in the order in which a busy reader wants it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.table import _Cell
from house_style import (
    GREY,
    NAVY,
    SANS,
    SHADE,
    Look,
    add_character_style,
    add_style,
    add_table_style,
)
from template_parts import (
    WIDTH,
    cell_lines,
    fill,
    fill_first,
    if_any,
    memo_document,
    passages,
    plain_table,
    rows,
    set_footer,
    styled_table,
    table,
)

_COMPARED = (3.4, 6.8, 6.8)
_SEVERITY_COLOURS = {"Critical": "9B1C1C", "High": "B45309", "Medium": NAVY, "Low": GREY}


def internal_memo() -> Document:
    """Return the template of the internal memo."""
    document = memo_document()
    _add_styles(document)
    set_footer(document, "Internal. Do not send to the counterparty.")
    _first_page(document)
    _negotiation(document)
    _issues(document)
    _findings(document)
    _missing(document)
    _comparisons(document)
    _users(document)
    _chain(document)
    _costs(document)
    _approvals(document)
    _risks(document)
    _compliance(document)
    _obligations(document)
    _open_questions(document)
    _uncovered(document)
    _rest(document)
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


@contextmanager
def _where(document: Document, condition: str) -> Iterator[None]:
    """Put what is added meanwhile under a condition."""
    document.add_paragraph(f"{{%p if {condition} %}}")
    yield
    document.add_paragraph("{%p endif %}")


def _listed(document: Document, items: str) -> None:
    document.add_paragraph(f"{{%p for item in {items} %}}")
    document.add_paragraph("–\t{{ item }}", style="Claim")
    document.add_paragraph("{%p endfor %}")


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
    with _where(document, "worst"):
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
    _listed(document, "steps")
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
    with _where(document, "absent_layers"):
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
    with _where(document, "fixed"):
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
    with _where(document, "trades"):
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
    with _where(document, "cards"):
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
            ("We ask", 4.7, (("Cell", "{{ item.ask }}"), *if_any("Cell Quiet", "item.lever"))),
            ("Fallback (agreed by)", 4.4, cell_lines("item.fallbacks", "–")),
            ("Walk-away (waived by)", 2.9, (("Cell", "{{ item.walk_away }}"),)),
        ),
    )


def _findings(document: Document) -> None:
    document.add_paragraph("Findings", style="Heading 1")
    document.add_paragraph("{%p for item in findings %}")
    document.add_paragraph("{{ item.number }}  {{ item.title }}", style="Heading 2")
    document.add_paragraph("{{ item.severity }}  ·  {{ item.level }}  ·  {{ item.negotiability }}", style="Tagline")
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
    passages(document)
    _reasons(document)
    document.add_paragraph("{%p else %}")
    document.add_paragraph("Nothing that we look for is missing.")
    document.add_paragraph("{%p endfor %}")


def _bearing(document: Document) -> None:
    """Add the carve-outs and definitions elsewhere that decide what the clause means."""
    with _where(document, "item.bearing"):
        document.add_paragraph("Words elsewhere that bear on it", style="Label")
        document.add_paragraph("{%p for line in item.bearing %}")
        paragraph = document.add_paragraph(style="Claim")
        paragraph.add_run("–\t")
        paragraph.add_run("{{ line.kind }}", style="Lead")
        paragraph.add_run(", {{ line.place }}, {{ line.why }}: ")
        paragraph.add_run("{{ line.words }}").italic = True
        document.add_paragraph("{%p endfor %}")
        with _where(document, "item.more_bearing"):
            document.add_paragraph("–\tand {{ item.more_bearing }}", style="Claim")


def _evidence(document: Document) -> None:
    """Add what leads from the words to the level, a line for each position."""
    document.add_paragraph("{%p for rung in item.rungs %}")
    document.add_paragraph("{{r rung }}", style="Rung")
    document.add_paragraph("{%p endfor %}")


def _derivations(document: Document) -> None:
    """Add how values follow from words that do not say them plainly."""
    with _where(document, "item.derivations"):
        document.add_paragraph("How values follow from the words", style="Label")
        document.add_paragraph("{%p for line in item.derivations %}")
        document.add_paragraph("–\t{{ line }}", style="Claim")
        document.add_paragraph("{%p endfor %}")


def _reasons(document: Document) -> None:
    """Add why we ask, what we keep to ourselves, and the sources; our comment stands in the redlined file."""
    paragraph = document.add_paragraph(style="Reason")
    paragraph.paragraph_format.space_before = Cm(0.2)
    for lead, text in (
        ("Why. ", "{{ item.rationale }}"),
        ("{% if item.note %} Internal note. ", "{{ item.note }}{% endif %}"),
        (" Sources. ", "{{ item.sources }}."),
    ):
        paragraph.add_run(lead, style="Lead")
        paragraph.add_run(text)


def _comparisons(document: Document) -> None:
    with _where(document, "comparisons"):
        document.add_paragraph("How it compares", style="Heading 1")
        document.add_paragraph("{%p for item in comparisons %}")
        document.add_paragraph("{{ item.title }}", style="Label")
        made = styled_table(document, ("{{ item.heads[0] }}", "{{ item.heads[1] }}", "{{ item.heads[2] }}"), _COMPARED)
        fill_first(made, "{%tr for row in item.rows %}")
        fill(made.add_row().cells, [(("Cell", f"{{{{r row[{column}] }}}}"),) for column in range(3)])
        fill_first(made, "{%tr endfor %}")
        with _where(document, "item.note"):
            document.add_paragraph("{{ item.note }}", style="Small Print")
        document.add_paragraph("{%p endfor %}")


def _users(document: Document) -> None:
    with _where(document, "users"):
        document.add_paragraph("Count of users", style="Heading 1")
        document.add_paragraph("{{ users.threshold }}", style="Opening")
        with _where(document, "users.companies"):
            rows(
                document,
                "users.companies",
                (
                    ("Company", 4.0, (("Cell Strong", "{{ item.name }}"),)),
                    ("Counts", 5.4, (("Cell", "{{ item.why }}"),)),
                    ("Month before release", 2.6, (("Cell", "{{ item.release }}"),)),
                    ("Today", 2.4, (("Cell", "{{ item.now }}"),)),
                    ("Of these employees", 2.6, (("Cell", "{{ item.internal }}"),)),
                ),
            )
            document.add_paragraph("", style="Label")
        rows(
            document,
            "users.readings",
            (
                ("Reading", 6.8, (("Cell Strong", "{{ item.name }}"),)),
                ("Users", 3.4, (("Cell", "{{ item.users }}"),)),
                ("Of the threshold", 3.0, (("Cell", "{{ item.percent }}"),)),
                ("Distance", 3.8, (("Cell", "{{r item.distance }}"),)),
            ),
        )
        document.add_paragraph("What would change the answer", style="Label")
        _listed(document, "users.tripwires")
        document.add_paragraph("{{ users.remarks }}", style="Small Print")


def _chain(document: Document) -> None:
    with _where(document, "chain"):
        document.add_paragraph("Indemnities up and down the chain", style="Heading 1")
        made = plain_table(document, (3.6, 3.1, 3.6, 3.1, 3.6))
        fill(
            made.add_row().cells,
            (
                (("Cell Middle", "{{ chain.vendor }}"),),
                (
                    ("Cell Middle", "indemnifies us →"),
                    ("Cell Middle", "{{r chain.up }}"),
                    ("Cell Middle", "← we indemnify it"),
                    ("Cell Middle", "{{r chain.down }}"),
                ),
                (("Cell Middle", "We"),),
                (("Cell Middle", "{{ chain.arrow }}"), ("Cell Middle", "{{r chain.promise }}")),
                (("Cell Middle", "{{ chain.customers }}"),),
            ),
        )
        for number in (0, 2, 4):
            _box(made.rows[0].cells[number])
        document.add_paragraph("{{ chain.conclusion }}", style="Opening")
        document.add_paragraph("{%p for item in chain.links %}")
        document.add_paragraph("–\t{{ item }}", style="Claim")
        document.add_paragraph("{%p endfor %}")


def _box(cell: _Cell) -> None:
    """Draw a cell as a box, its words in the middle."""
    side = f'w:val="single" w:sz="8" w:space="0" w:color="{NAVY}"'
    borders = "".join(f"<w:{name} {side}/>" for name in ("top", "left", "bottom", "right"))
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-docx has no borders of cells
    properties.append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{borders}</w:tcBorders>"))
    properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{SHADE}"/>'))
    properties.append(parse_xml(f'<w:vAlign {nsdecls("w")} w:val="center"/>'))


def _costs(document: Document) -> None:
    with _where(document, "costs"):
        document.add_paragraph("Costs", style="Heading 1")
        document.add_paragraph("{{ costs.opening }}", style="Opening")
        rows(
            document,
            "costs.rows",
            (
                ("Way", 5.4, (("Cell Strong", "{{ item.name }}"),)),
                ("Per month", 3.8, (("Cell", "{{ item.month }}"),)),
                ("Per year", 3.8, (("Cell", "{{ item.year }}"),)),
                ("Break-even", 4.0, (("Cell", "{{ item.break_even }}"),)),
            ),
        )
        _listed(document, "costs.remarks")


def _approvals(document: Document) -> None:
    with _where(document, "approvals"):
        document.add_paragraph("Approvals", style="Heading 1")
        document.add_paragraph("Signed as it stands, the document would need these decisions.", style="Opening")
        rows(
            document,
            "approvals",
            (
                ("Decides", 4.6, (("Cell Strong", "{{ item.approver }}"),)),
                ("On", 12.4, (("Cell", "{{ item.points }}"),)),
            ),
        )


def _risks(document: Document) -> None:
    with _where(document, "risks"):
        document.add_paragraph("Risk register", style="Heading 1")
        document.add_paragraph(
            "Cause and consequence stand with each point above; `counterdraft plan --out` writes whole rows to paste"
            "{% if more_risks %}, with {{ more_risks }} of lesser weight{% endif %}.",
            style="Opening",
        )
        rows(
            document,
            "risks",
            (
                ("Id and risk", 5.0, (("Cell Strong", "{{ item.title }}"), ("Cell Quiet", "{{ item.id }}"))),
                ("Severity", 1.5, (("Cell", "{{r item.severity }}"),)),
                ("Treatment", 4.9, (("Cell Strong", "{{ item.treatment }}"), *if_any("Cell", "item.measure"))),
                ("Owner, accepted by", 2.9, (("Cell", "{{ item.owner }}"), ("Cell Quiet", "{{ item.approver }}"))),
                ("Looked at again", 2.7, (("Cell", "{{ item.review_on }}"), ("Cell Quiet", "{{ item.review }}"))),
            ),
        )


def _compliance(document: Document) -> None:
    with _where(document, "tasks"):
        document.add_paragraph("Compliance and controls", style="Heading 1")
        document.add_paragraph("{%p for group in tasks %}")
        document.add_paragraph("{{ group.title }}", style="Label")
        rows(document, "group.tasks", _TASK)
        document.add_paragraph("{%p endfor %}")
    with _where(document, "watches"):
        document.add_paragraph("Monitoring plan", style="Heading 1")
        rows(
            document,
            "watches",
            (
                ("What", 8.4, (("Cell", "{{r item.what }}"),)),
                ("When", 3.0, (("Cell", "{{ item.when }}"),)),
                ("Next", 2.6, (("Cell", "{{ item.next }}"),)),
                ("Owner", 3.0, (("Cell", "{{ item.owner }}"),)),
            ),
        )
    with _where(document, "incident"):
        document.add_paragraph("Incident plan", style="Heading 1")
        rows(
            document,
            "incident",
            (("Step", 1.1, (("Cell Strong", "{{ loop.index }}"),)), ("Do", 9.3, _TASK[0][2]), *_TASK[1:]),
        )


_TASK: Sequence[tuple[str, float, Sequence[tuple[str, str]]]] = (
    ("Do", 10.4, (("Cell", "{{r item.text }}"),)),
    ("When", 3.4, (("Cell", "{{ item.due }}"),)),
    ("Owner", 3.2, (("Cell", "{{ item.owner }}"),)),
)


def _obligations(document: Document) -> None:
    with _where(document, "duties"):
        document.add_paragraph("Obligations", style="Heading 1")
        rows(
            document,
            "duties",
            (
                ("Who", 2.0, (("Cell Strong", "{{ item.who }}"),)),
                ("What", 7.2, (("Cell", "{{ item.what }}"),)),
                ("When", 5.5, (("Cell", "{{ item.when }}"), *if_any("Cell Quiet", "item.working"))),
                ("Place", 2.3, (("Cell", "{{ item.place }}"),)),
            ),
        )


def _open_questions(document: Document) -> None:
    with _where(document, "topics"):
        document.add_paragraph("Open questions and claims that disagree", style="Heading 1")
        document.add_paragraph(
            "What others say is no fact: each line names its source and how far it holds.", "Opening"
        )
        rows(
            document,
            "topics",
            (
                (
                    "Topic, and what sources say",
                    8.8,
                    (("Cell Strong", "{{ item.name }}"), *cell_lines("item.claims", "–")),
                ),
                ("What the texts say", 8.2, cell_lines("item.texts", "Not read.")),
            ),
        )


def _uncovered(document: Document) -> None:
    """Add the table of operative paragraphs that no clause type explains."""
    document.add_paragraph("Not covered by the clause library", style="Heading 1")
    with _where(document, "uncovered"):
        document.add_paragraph(
            "Rules that no clause type explains: nobody has judged them, read them yourself.", "Opening"
        )
    table(
        document,
        "uncovered",
        (
            ("Place", 3.0, (("Cell Strong", "{{ item.place }}"),)),
            ("About", 3.6, (("Cell", "{{ item.about }}"),)),
            ("First words", 10.4, (("Cell", "{{ item.words }}"),)),
        ),
        nothing="Every operative paragraph is explained by a clause type.",
    )
    with _where(document, "more_uncovered"):
        document.add_paragraph("and {{ more_uncovered }} more", style="Small Print")


def _rest(document: Document) -> None:
    document.add_paragraph("In order", style="Heading 1")
    table(
        document,
        "in_order",
        (
            ("Clause", 4.4, (("Cell Strong", "{{ item.title }}"),)),
            ("Place", 2.6, (("Cell", "{{ item.place }}"),)),
            ("Why", 10.0, (("Cell", "{{ item.why }}"),)),
        ),
    )
    with _where(document, "absent_burdens"):
        document.add_paragraph("No words recognised that would put these on us: {{ absent_burdens }}.", style="Reason")
    document.add_paragraph("Not applicable", style="Heading 1")
    document.add_paragraph("{{r not_applicable }}", style="Reason")
    document.add_paragraph("Not checked", style="Heading 1")
    _listed(document, "not_checked")
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
    made = plain_table(document, (3.4, 13.6))
    for label, text in (
        ("Program", "{{ receipt.program }}"),
        ("Document, SHA-256", "{{ receipt.document_sha256 }}"),
        ("Library", "{{ receipt.library_line }}"),
        ("Library, SHA-256", "{{ receipt.library_sha256 }}"),
        ("Profile, SHA-256", "{{ receipt.profile_sha256 }}"),
    ):
        fill(made.add_row().cells, ((("Cell Label", label),), (("Cell", text),)))
    for row in made.rows[:-1]:
        row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True
