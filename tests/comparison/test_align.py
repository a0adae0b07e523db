"""Which paragraphs of an old document became which of a new one, whatever stands in them."""

import random
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.comparison.changes import compare_documents
from app.model.document import Anchor, Document, Paragraph

TEXTS = (
    "",
    "Notices",
    "Page 3",
    "------",
    "The Licensee shall pay the annual fee within thirty days of the invoice.",
    "The Licensee shall pay the annual fee within ten days of the invoice.",
    "Either side may terminate this agreement for a material breach.",
    "The Licensee shall pay the annual fee within thirty days of the invoice. Either side may terminate this",
    "agreement for a material breach.",
    "The courts of Delaware decide every dispute that arises out of the contract.",
)
STORIES = ("body", "body", "body", "text-box", "header", "footer", "footnote")
PARAGRAPHS = st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(STORIES)), max_size=14)


def made(kind, paragraphs):
    ordered = sorted(paragraphs, key=lambda each: STORIES.index(each[1]))
    made = (Paragraph(place, text, Anchor("", place), story=story) for place, (text, story) in enumerate(ordered))
    return Document(Path(f"x.{kind}"), b"", "0", kind, "X", tuple(made))


@pytest.mark.parametrize("kinds", [("docx", "docx"), ("docx", "pdf"), ("text", "docx")])
@given(old=PARAGRAPHS, new=PARAGRAPHS)
@settings(deadline=None, max_examples=60)
def test_every_paragraph_stands_in_one_row_on_its_side(kinds, old, new):
    comparison = compare_documents(made(kinds[0], old), made(kinds[1], new))
    olds = sorted(place for row in comparison.rows for place in row.old)
    news = sorted(place for row in comparison.rows for place in row.new)
    assert (olds, news) == (list(range(len(old))), list(range(len(new))))


@pytest.mark.parametrize("kinds", [("docx", "docx"), ("docx", "pdf")])
@given(old=PARAGRAPHS, new=PARAGRAPHS)
@settings(deadline=None, max_examples=60)
def test_changes_are_numbered_in_the_order_of_the_rows_and_moves_have_two(kinds, old, new):
    comparison = compare_documents(made(kinds[0], old), made(kinds[1], new))
    numbers = [row.change for row in comparison.rows if row.change]
    assert list(dict.fromkeys(numbers)) == [change.number for change in comparison.changes]
    assert [comparison.change(number).kind for number, rows in Counter(numbers).items() if rows > 1] == [
        change.kind for change in comparison.changes if change.kind == "moved"
    ]


@given(paragraphs=PARAGRAPHS)
@settings(deadline=None, max_examples=60)
def test_a_file_does_not_differ_from_itself_in_another_format(paragraphs):
    body = [each for each in paragraphs if each[1] == "body"]
    assert compare_documents(made("docx", body), made("pdf", body)).changes == ()


def long_file(seed, kind="docx"):
    """Return a file of 300 pages: 2,300 paragraphs of 10 to 110 words."""
    chance = random.Random(seed)
    common = ("the", "of", "and", "to", "party", "agreement", "shall", "service", "customer", "vendor", "any", "such")
    texts = [
        " ".join(
            chance.choice(common) if chance.random() < 0.5 else f"word{int(8000 * chance.random() ** 3)}"
            for _ in range(chance.randint(10, 110))
        )
        for _ in range(2300)
    ]
    return made(kind, [(text, "body") for text in texts])


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_300_pages_with_a_tenth_edited_are_compared_in_a_second_and_a_half(kind):
    old = long_file(1)
    edited = [
        (each.text.replace("customer", "licensee", 1) if each.index % 10 == 3 else each.text, "body")
        for each in old.paragraphs
    ]
    new = made(kind, edited)
    began = time.process_time()
    comparison = compare_documents(old, new)
    assert time.process_time() - began < 1.5
    assert {change.kind for change in comparison.changes} == {"edited"}
