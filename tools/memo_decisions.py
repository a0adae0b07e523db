"""What the internal memo's template says of decisions and of the other documents of a matter."""

from docx.document import Document
from docx.shared import Cm
from template_parts import if_any, rows, where


def decisions(document: Document) -> None:
    """Add what was decided, where the document stands in a matter."""
    with where(document, "decisions"):
        document.add_paragraph("Decisions", style="Heading 1")
        number, title = ("No.", 1.0, (("Cell", "{{ item.number }}"),)), (("Cell Strong", "{{ item.title }}"),)
        with where(document, "decisions.asked"):
            document.add_paragraph("What we ask for", style="Label")
            rows(
                document,
                "decisions.asked",
                (
                    number,
                    ("Point", 4.6, title),
                    ("Decided", 7.8, (("Cell", "{{ item.asked }}"), *if_any("Cell Quiet", "item.remark"))),
                    ("Agreed by", 3.6, (("Cell", "{{ item.approver }}"),)),
                ),
            )
        with where(document, "decisions.let_go"):
            document.add_paragraph("Risks accepted and points skipped", style="Label")
            rows(
                document,
                "decisions.let_go",
                (
                    number,
                    ("Point", 4.6, title),
                    ("Decided", 2.6, (("Cell", "{{ item.decided }}"),)),
                    ("Reason", 5.6, (("Cell", "{{ item.reason }}"),)),
                    ("Accepted by", 3.2, (("Cell", "{{ item.approver }}"),)),
                ),
            )
        with where(document, "decisions.covered"):
            document.add_paragraph("Given by other documents", style="Label")
            rows(
                document,
                "decisions.covered",
                (number, ("Point", 4.6, title), ("Where", 11.4, (("Cell", "{{ item.why }}"),))),
            )
        for lead, field in (("Undecided, and asked as proposed: ", "proposed"), ("Undecided, not asked: ", "open")):
            with where(document, f"decisions.{field}"):
                paragraph = document.add_paragraph(style="Reason")
                paragraph.paragraph_format.space_before = Cm(0.2)
                paragraph.add_run(lead, style="Lead")
                paragraph.add_run(f"{{{{ decisions.{field} }}}}.")


def decided(document: Document) -> None:
    """Add how a finding stands to other documents, and what was decided on it."""
    document.add_paragraph("{%p for line in item.decided %}")
    document.add_paragraph("{{r line }}", style="Reason")
    document.add_paragraph("{%p endfor %}")
