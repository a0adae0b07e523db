"""What was read, in words."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.export.reading_text import flaw_lines, reading_summary, reading_text
from app.model.document import (
    Anchor,
    Cell,
    DefinedTerm,
    Document,
    Exhibit,
    IncorporatedDocument,
    Page,
    Paragraph,
    Parties,
    Party,
    SetAside,
    StatedDate,
)
from app.model.marks import MarginComment, Revision
from app.model.proofreading import Flaw
from app.model.span import Place, Span

HERE = Place(0, Span(0, 3))


CELLS = (Cell(0, 0, 0), Cell(0, 0, 1), Cell(0, 1, 0))


def document_of(*paragraphs, **fields):
    numbered = tuple(replace(each, index=index) for index, each in enumerate(paragraphs))
    return Document(Path("heron.docx"), b"", "00", "docx", "Heron Terms", numbered, **fields)


def paragraph(text, **fields):
    return Paragraph(0, text, Anchor("", 0), **fields)


def test_the_cells_of_a_row_stand_on_one_line():
    cells = [
        paragraph(text, cell=Cell(0, row, column)) for row, column, text in ((0, 0, "a"), (0, 1, "b"), (1, 0, "c"))
    ]
    assert reading_text(document_of(*cells, paragraph("d"))) == "a | b\n\nc\n\nd"


def test_a_typed_number_stands_before_its_paragraph_and_an_automatic_one_does_not():
    numbered = document_of(paragraph("Fees.", marker="1.", typed=True), paragraph("Term.", marker="2."))
    assert reading_text(numbered) == "1. Fees.\n\nTerm."


MARKED = paragraph(
    "Pay in 3060 days.",
    revisions=(
        Revision(Span(7, 9), "deletion", "Ann", text="30"),
        Revision(Span(9, 11), "insertion", "Bob", text="60"),
        Revision(Span(0, 3), "formatting", "Bob"),
    ),
)


def test_the_marked_view_shows_what_was_inserted_and_deleted():
    assert reading_text(document_of(MARKED, view="marked")) == "Pay in [-30-]{+60+} days."


def test_no_other_view_shows_signs():
    assert reading_text(document_of(MARKED)) == "Pay in 3060 days."


def summary(*paragraphs, **fields):
    return list(reading_summary(document_of(*paragraphs, **fields)))


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"parties": Parties(("you",), ("Heron",))}, "Customer: you"),
        (
            {"parties": Parties(named=(Party("Heron Labs Inc.", ("Heron",), "vendor"),))},
            "Party: Heron Labs Inc. (Heron), vendor",
        ),
        ({"dates": (StatedDate(HERE, date(2026, 3, 31), "effective"),)}, "Date: effective 2026-03-31"),
        ({"terms": (DefinedTerm("Fees", 0, Span(0, 4), (HERE, HERE)),)}, "Defined terms: Fees (2)"),
        ({"exhibits": (Exhibit("Exhibit A", "Fees", 0, 1),)}, "Exhibit: Exhibit A Fees"),
        (
            {"incorporated": (IncorporatedDocument("the Use Policy", HERE, "https://heron.example"),)},
            "Refers to: the Use Policy (https://heron.example, not attached)",
        ),
        (
            {"page_list": (Page(1, 612, 792, "text"), Page(2, 612, 792, "ocr"))},
            "Pages: 1 by text recognition, 1 by text layer",
        ),
        ({"set_aside": (SetAside(1, "Page 1"),)}, "Set aside: 1 running headers, footers and numbers"),
    ],
)
def test_the_summary_tells_in_a_line(fields, line):
    assert line in summary(paragraph("Fees."), **fields)


def test_the_summary_says_which_attachment_was_read():
    line = "Heron Terms (docx, 1 paragraph, attached to heron.docx)"
    assert summary(paragraph("Fees."), attachment="terms.docx")[0] == line


def test_a_date_without_a_role_is_not_told():
    assert not [
        line for line in summary(paragraph("Fees."), dates=(StatedDate(HERE, date(2026, 3, 31)),)) if "2026" in line
    ]


def test_the_summary_counts_earlier_changes_by_author_and_comments():
    comment = MarginComment(Span(0, 3), "1", "Why?")
    lines = summary(replace(MARKED, comments=(comment,)))
    assert lines[-3:] == [
        "Tracked changes: 1 by Ann (shown: accepted)",
        "Tracked changes: 2 by Bob (shown: accepted)",
        "Comments: 1",
    ]


def test_a_flaw_is_told_with_its_place_and_the_words_around_it():
    text = "a" * 50 + " TBD " + "b" * 50
    flaw = Flaw("placeholder", Place(0, Span(51, 54)), "a blank is left to fill in")
    around = "a" * 39 + " TBD " + "b" * 39
    assert list(flaw_lines(document_of(paragraph(text)), [flaw])) == [
        f"paragraph 1: a blank is left to fill in [placeholder]  “…{around}…”"
    ]
