"""What `read` tells of a document."""

import json

import pytest

from app.errors import Cancelled
from app.service.reading import read, reading_json, reading_summary, reading_text

TEXT = """\
HERON TERMS

1. Fees. You pay Heron Labs Inc. ("Heron") at once:

- in gold; or
- in kind.
"""


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "heron.txt"
    path.write_text(TEXT, encoding="utf-8")
    return read(path)


def test_the_text_has_all_words_in_order(document):
    assert reading_text(document).split() == TEXT.split()


def test_the_summary_names_parties_terms_and_sections(document):
    assert list(reading_summary(document)) == [
        "HERON TERMS (text, 4 paragraphs)",
        "Customer: You",
        "Vendor: Heron",
        "Party: Heron Labs Inc. (Heron), vendor",
        "Defined terms: Heron (2)",
        "Section  1  Fees",
    ]


def test_the_json_holds_paragraphs_sections_terms_and_parties(document):
    record = json.loads(reading_json(document))
    assert record["document"]["kind"] == "text"
    assert record["paragraphs"][1]["text"] == 'Fees. You pay Heron Labs Inc. ("Heron") at once:'
    assert record["sections"] == [{"index": 0, "label": "1", "title": "Fees", "first": 1, "end": 4, "level": 0}]
    assert [(term["term"], term["paragraph"], term["span"]) for term in record["terms"]] == [("Heron", 1, [32, 37])]
    assert (record["parties"]["customer"], record["parties"]["vendor"]) == (["You"], ["Heron"])
    assert record["not_read"] == []


def test_reading_can_be_stopped(document):
    def stop(_):
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        read(document.path, report=stop)
