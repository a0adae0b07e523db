"""Build the Word templates of templates/: the internal memo, the memo to the counterparty, the reconstructed contract.

The templates may then be restyled in Word; this script is only for starting afresh.

Usage: python tools/build_templates.py
"""

from datetime import UTC, datetime
from pathlib import Path

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from house_style import GREY, Look, add_field, add_grid_style, add_style, dress, empty_document
from internal_memo import internal_memo
from template_parts import memo_document, passages, set_footer

from app.export.word_file import word_bytes

TEMPLATES = Path(__file__).parent.parent / "templates"
WHEN = datetime(2025, 1, 1, tzinfo=UTC)


def main() -> None:
    """Write the templates."""
    TEMPLATES.mkdir(exist_ok=True)
    _save(internal_memo(), "memo.docx", "Negotiation memo")
    _save(_counterparty_memo(), "counterparty.docx", "Requested changes")
    _save(_contract(), "reconstructed.docx", "Contract")


def _save(document: Document, name: str, title: str) -> None:
    (TEMPLATES / name).write_bytes(word_bytes(document, title=title, author="Counterdraft", when=WHEN))


def _counterparty_memo() -> Document:
    document = memo_document()
    set_footer(document, "Requested changes to {{ file }}")
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
    passages(document)
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


if __name__ == "__main__":
    main()
