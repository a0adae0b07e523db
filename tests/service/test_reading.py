"""What `read` tells of a document."""

import json

import pytest

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
        "Defined terms: Heron",
        "Section  1  Fees",
    ]


def test_the_json_holds_paragraphs_sections_terms_and_parties(document):
    record = json.loads(reading_json(document))
    assert record["document"]["kind"] == "text"
    assert record["paragraphs"][1] == {
        "index": 1,
        "text": 'Fees. You pay Heron Labs Inc. ("Heron") at once:',
        "label": "1",
        "section": "Fees",
        "page": None,
        "marker": "1.",
        "kind": "list-item",
        "level": 0,
        "parent": None,
        "story": "body",
    }
    assert record["sections"] == [{"label": "1", "title": "Fees", "first": 1, "end": 4, "level": 0}]
    assert record["terms"] == [{"term": "Heron", "paragraph": 1, "span": [32, 37]}]
    assert record["parties"] == {"customer": ["You"], "vendor": ["Heron"]}
    assert record["not_read"] == []
