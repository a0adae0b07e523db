"""What was read, as JSON."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.export.reading_json import reading_json
from app.model.document import Anchor, Cell, Document, Page, Paragraph, Section, StatedDate
from app.model.marks import Box, Link
from app.model.proofreading import Flaw
from app.model.span import Place, Span


@pytest.fixture
def document():
    return Document(
        path=Path("heron.pdf"),
        data=b"",
        sha256="00",
        kind="pdf",
        title="Heron Terms",
        paragraphs=(
            Paragraph(
                0, "Fees", Anchor("", 0, page=1), kind="heading", section=0, boxes=(Box(0, 4, 1, 72.004, 60, 90, 70),)
            ),
            Paragraph(
                1,
                "see here",
                Anchor("", 1, page=1),
                kind="table-cell",
                section=0,
                cell=Cell(0, 1, 2),
                links=(Link(Span(4, 8), "https://heron.example"),),
            ),
        ),
        sections=(Section(0, "", "Fees", 0, 2),),
        dates=(StatedDate(Place(1, Span(0, 3)), date(2026, 3, 31), "effective"),),
        page_list=(Page(1, 612, 792, "text"),),
        pages=1,
        language="en",
    )


def test_a_plain_paragraph_says_only_what_it_has(document):
    paragraph = json.loads(reading_json(document))["paragraphs"][0]
    assert paragraph == {
        "index": 0,
        "text": "Fees",
        "label": "",
        "section": "Fees",
        "page": 1,
        "marker": "",
        "kind": "heading",
        "level": 0,
        "parent": None,
        "story": "body",
        "boxes": [[0, 4, 1, 72.0, 60, 90, 70, 1.0]],
    }


def test_cells_and_links_are_records(document):
    paragraph = json.loads(reading_json(document))["paragraphs"][1]
    assert paragraph["cell"] == {"table": 0, "row": 1, "column": 2, "rows": 1, "columns": 1, "inside": None}
    assert paragraph["links"] == [{"span": [4, 8], "target": "https://heron.example"}]


def test_dates_are_days_and_places_name_their_paragraph(document):
    assert json.loads(reading_json(document))["dates"] == [
        {"place": {"paragraph": 1, "span": [0, 3]}, "date": "2026-03-31", "role": "effective"}
    ]


def test_the_way_each_page_was_read_is_told(document):
    assert json.loads(reading_json(document))["page_list"] == [
        {"number": 1, "width": 612, "height": 792, "way": "text", "turn": 0}
    ]


def test_flaws_are_left_out_unless_asked_for(document):
    assert "proofreading" not in json.loads(reading_json(document))


def test_flaws_asked_for_are_records(document):
    flaw = Flaw("placeholder", Place(1, Span(0, 3)), "a blank is left to fill in")
    assert json.loads(reading_json(document, [flaw]))["proofreading"] == [
        {
            "kind": "placeholder",
            "place": {"paragraph": 1, "span": [0, 3]},
            "message": "a blank is left to fill in",
            "related": [],
        }
    ]
