from pathlib import Path

import pytest

from app.model.document import Anchor, Document, Paragraph, Section, page_runs
from app.model.span import Span


def document_of(paragraph, *sections):
    return Document(
        path=Path("licence.txt"),
        data=b"",
        sha256="",
        kind="text",
        title="",
        paragraphs=(paragraph,),
        sections=sections,
    )


@pytest.mark.parametrize(
    ("paragraph", "sections", "place"),
    [
        (Paragraph(0, "Text.", Anchor("", 0), label="5(c)", section=0), (Section(0, "5", "Rights", 0, 1),), "5(c)"),
        (Paragraph(0, "Text.", Anchor("", 0), section=0), (Section(0, "5", "Rights", 0, 1),), "5"),
        (Paragraph(0, "Text.", Anchor("", 0), section=0), (Section(0, "", "Rights", 0, 1),), "Rights"),
        (Paragraph(0, "Text.", Anchor("", 0)), (), "paragraph 1"),
    ],
)
def test_a_paragraph_is_cited_by_its_label_else_by_its_section(paragraph, sections, place):
    assert document_of(paragraph, *sections).place_of(0) == place


@pytest.mark.parametrize(("start", "end"), [(2, 1), (-1, 0)])
def test_a_span_that_is_none_is_refused(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@pytest.mark.parametrize(
    ("attachment", "stem"),
    [("", "heron"), ("terms.docx", "terms"), ("../up/terms.v2.pdf", "terms.v2"), ("C:\\up\\terms.doc", "terms")],
)
def test_files_are_named_after_the_attachment_or_the_file(attachment, stem):
    document = Document(Path("mail/heron.eml"), b"", "00", "docx", "Terms", (), attachment=attachment)
    assert document.stem == stem


@pytest.mark.parametrize(
    ("numbers", "runs"), [([], []), ([3], [(3, 3)]), ([7, 1, 3, 2], [(1, 3), (7, 7)]), ([4, 6, 5, 9], [(4, 6), (9, 9)])]
)
def test_pages_without_a_gap_are_one_run(numbers, runs):
    assert page_runs(numbers) == runs
