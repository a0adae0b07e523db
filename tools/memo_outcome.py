"""The latter half of the internal memo's template: what follows from the findings, and what rounds them off."""

from collections.abc import Sequence

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.table import _Cell
from house_style import NAVY, SHADE
from template_parts import cell_lines, fill, fill_first, if_any, listed, plain_table, rows, styled_table, table, where

_COMPARED = (3.4, 6.8, 6.8)
_TASK: Sequence[tuple[str, float, Sequence[tuple[str, str]]]] = (
    ("Do", 10.4, (("Cell", "{{r item.text }}"),)),
    ("When", 3.4, (("Cell", "{{ item.due }}"),)),
    ("Owner", 3.2, (("Cell", "{{ item.owner }}"),)),
)


def comparisons(document: Document) -> None:
    """Add the tables that set ways of deployment side by side."""
    with where(document, "comparisons"):
        document.add_paragraph("How it compares", style="Heading 1")
        document.add_paragraph("{%p for item in comparisons %}")
        document.add_paragraph("{{ item.title }}", style="Label")
        made = styled_table(document, ("{{ item.heads[0] }}", "{{ item.heads[1] }}", "{{ item.heads[2] }}"), _COMPARED)
        fill_first(made, "{%tr for row in item.rows %}")
        fill(made.add_row().cells, [(("Cell", f"{{{{r row[{column}] }}}}"),) for column in range(3)])
        fill_first(made, "{%tr endfor %}")
        with where(document, "item.note"):
            document.add_paragraph("{{ item.note }}", style="Small Print")
        document.add_paragraph("{%p endfor %}")


def users(document: Document) -> None:
    """Add the count of users, where there is one."""
    with where(document, "users"):
        document.add_paragraph("Count of users", style="Heading 1")
        document.add_paragraph("{{ users.threshold }}", style="Opening")
        with where(document, "users.companies"):
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
        listed(document, "users.tripwires")
        document.add_paragraph("{{ users.remarks }}", style="Small Print")


def chain(document: Document) -> None:
    """Add the picture of the indemnities."""
    with where(document, "chain"):
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
        document.add_paragraph("{{ chain.conclusion }}", style="Opening").paragraph_format.space_before = Pt(8)
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


def costs(document: Document) -> None:
    """Add the cost worksheet, where there is one."""
    with where(document, "costs"):
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
        listed(document, "costs.remarks")


def approvals(document: Document) -> None:
    """Add who would have to decide on what."""
    with where(document, "approvals"):
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


def risks(document: Document) -> None:
    """Add the rows of the risk register that weigh most."""
    with where(document, "risks"):
        document.add_paragraph("Risk register", style="Heading 1")
        document.add_paragraph(
            "Cause and consequence stand with each point above; the workbook of the plan holds whole rows to paste"
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


def compliance(document: Document) -> None:
    """Add measures, the monitoring plan and the incident plan."""
    with where(document, "tasks"):
        document.add_paragraph("Compliance and controls", style="Heading 1")
        document.add_paragraph("{%p for group in tasks %}")
        document.add_paragraph("{{ group.title }}", style="Label")
        rows(document, "group.tasks", _TASK)
        document.add_paragraph("{%p endfor %}")
    with where(document, "watches"):
        document.add_paragraph("Monitoring plan", style="Heading 1")
        rows(
            document,
            "watches",
            (
                ("What", 8.1, (("Cell", "{{r item.what }}"),)),
                ("When", 3.0, (("Cell", "{{ item.when }}"),)),
                ("Next", 2.9, (("Cell", "{{ item.next }}"),)),
                ("Owner", 3.0, (("Cell", "{{ item.owner }}"),)),
            ),
        )
    with where(document, "incident"):
        document.add_paragraph("Incident plan", style="Heading 1")
        rows(
            document,
            "incident",
            (("Step", 1.1, (("Cell Strong", "{{ loop.index }}"),)), ("Do", 9.3, _TASK[0][2]), *_TASK[1:]),
        )


def obligations(document: Document) -> None:
    """Add what has to be done while the contract runs."""
    with where(document, "duties"):
        document.add_paragraph("Obligations", style="Heading 1")
        rows(
            document,
            "duties",
            (
                ("Who", 1.6, (("Cell Strong", "{{ item.who }}"),)),
                ("What", 7.4, (("Cell", "{{ item.what }}"),)),
                ("When", 5.2, (("Cell", "{{ item.when }}"), *if_any("Cell Quiet", "item.working"))),
                ("Place", 2.8, (("Cell", "{{ item.place }}"),)),
            ),
        )


def open_questions(document: Document) -> None:
    """Add what sources say that is not settled."""
    with where(document, "topics"):
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


def uncovered(document: Document) -> None:
    """Add the table of operative paragraphs that no clause type explains."""
    document.add_paragraph("Not covered by the clause library", style="Heading 1")
    with where(document, "uncovered"):
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
    with where(document, "more_uncovered"):
        document.add_paragraph("and {{ more_uncovered }} more", style="Small Print")


def rest(document: Document) -> None:
    """Add what is in order, does not apply and was not checked, and the receipt."""
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
    with where(document, "absent_burdens"):
        document.add_paragraph("No words recognised that would put these on us: {{ absent_burdens }}.", style="Reason")
    document.add_paragraph("Not applicable", style="Heading 1")
    document.add_paragraph("{{r not_applicable }}", style="Reason")
    document.add_paragraph("Not checked", style="Heading 1")
    listed(document, "not_checked")
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
