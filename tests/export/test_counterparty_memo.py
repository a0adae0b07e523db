import typing
from dataclasses import fields, replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from app.export import counterparty_memo
from app.export.counterparty_memo import write_counterparty_memo
from app.export.memo import write_internal_memo
from app.export.redlined_docx import write_redlined_docx
from app.model.outgoing import Addition, Outgoing, Passage, Request, outgoing
from app.model.plan import Plan
from app.model.redline import Comment, Edit, Redline
from app.model.review import Review
from app.model.span import Span
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.runs import paragraphs_of, read_text
from app.planning.plan import make_plan

WHEN = date(2026, 11, 21)


@pytest.fixture
def memo(review):
    return write_counterparty_memo(outgoing(review), when=WHEN, author="A. Reviewer")


@pytest.fixture
def lines(memo, tmp_path):
    package = open_package(memo, tmp_path)
    return [read_text(p).text for p in paragraphs_of(package.tree(package.main))]


def everything_in(data):
    with ZipFile(BytesIO(data)) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def test_the_counterparty_is_not_told_how_much_is_rewritten(review):
    rewritten = replace(review, redlines=tuple(replace(each, rewritten=0.5) for each in review.redlines))
    assert "rewritten" not in everything_in(
        write_counterparty_memo(outgoing(rewritten), when=WHEN, author="A. Reviewer")
    )


def test_no_internal_word_is_in_any_part_of_the_file(memo, internal_words):
    text = everything_in(memo)
    assert [word for word in internal_words if word in text] == []


def test_not_even_the_names_of_styles_tell_how_a_clause_is_weighed(memo, tmp_path):
    styles = open_package(memo, tmp_path).tree("word/styles.xml")
    names = " ".join(name.get(w("val")) for name in styles.iter(w("name")))
    assert [word for word in ("Severity", "Verdict", "Claim") if word in names] == []


def test_the_internal_memo_has_them_all(review, internal_words):
    text = everything_in(write_internal_memo(review, make_plan(review, when=WHEN), author="A"))
    assert [word for word in internal_words if word not in text] == []


def test_no_internal_word_is_in_what_goes_out(review, internal_words):
    assert [word for word in internal_words if word in repr(outgoing(review))] == []


@pytest.mark.parametrize("kind", [Outgoing, Request, Passage, Addition])
def test_what_goes_out_is_made_of_words_edits_and_comments_only(kind):
    allowed = {
        str,
        tuple[Edit, ...],
        tuple[Span, ...],
        tuple[Passage, ...],
        tuple[Addition, ...],
        tuple[Request, ...],
        Comment | None,
    }
    assert {field.type for field in fields(kind)} <= allowed


def test_the_two_memos_take_different_types():
    internal = typing.get_type_hints(write_internal_memo)
    external = typing.get_type_hints(write_counterparty_memo)
    assert internal["review"] is Review
    assert external["asked"] is Outgoing
    assert not issubclass(Review, Outgoing)


def test_the_counterparty_memo_knows_nothing_of_a_review():
    internal = {"Review", "Finding", "Note", "ClauseType", "Position", "Plan", "Ask", "Rung", "Trade", "Argument"}
    assert not internal & set(vars(counterparty_memo))


@pytest.mark.parametrize("writer", [write_counterparty_memo, write_redlined_docx, outgoing])
def test_nothing_that_leaves_the_house_is_made_from_a_plan(writer):
    taken = [kind for name, kind in typing.get_type_hints(writer).items() if name != "return"]
    assert Plan not in taken
    assert not any("app.model.plan" in repr(kind) for kind in taken)


def test_each_request_has_its_title_place_reason_and_words(lines):
    at = lines.index("1.  Termination for breach  ·  Section 1")
    assert lines[at + 1 : at + 4] == [
        "We ask for time to put a breach right.",
        "Section 1",
        (
            "Termination. The Provider may terminate this licence if the Customer is in breach of it"
            " and fails to cure it within 30 days."
        ),
    ]


def test_a_new_clause_is_shown_after_its_place(lines):
    at = lines.index("2.  Notice of rule changes  ·  after Section 3")
    assert lines[at + 2 : at + 4] == [
        "New, after Section 3",
        "4. Notice. The Provider gives 90 days' notice of a change.",
    ]


def test_the_changes_are_tracked(memo, tmp_path):
    package = open_package(memo, tmp_path)
    changes = list(package.tree(package.main).iter(w("ins"), w("del")))
    assert {change.get(w("author")) for change in changes} == {"A. Reviewer"}
    assert len(changes) == 3


def test_requests_stand_in_the_order_of_the_document_not_of_their_weight(review):
    turned = replace(review, redlines=tuple(reversed(review.redlines)))
    assert outgoing(turned) == outgoing(review)


def test_a_request_that_only_comments_shows_the_paragraph_it_is_about(review):
    commented = replace(review, redlines=(Redline("governing-law", comment=Comment("Why not ours?"), anchor=2),))
    request = outgoing(commented).requests[0]
    assert request.passages == (Passage("2", review.document.paragraphs[2].text, (), (Span(5, 12),)),)


def test_a_request_that_only_comments_shows_the_sentence_of_a_long_paragraph_that_it_is_about(tmp_path):
    tax = "The Customer pays all taxes on top of the fees. " * 40
    passage = Passage("7.4", f"{tax}Use is monitored. {tax}", (), (Span(len(tax), len(tax) + 16),))
    asked = Outgoing("Terms", "terms.docx", (Request("Monitoring", (passage,), (), Comment("We ask for less.")),))
    package = open_package(write_counterparty_memo(asked, when=WHEN, author="A"), tmp_path)
    assert "… Use is monitored. …" in [read_text(p).text for p in paragraphs_of(package.tree(package.main))]


def test_without_requests_the_memo_says_so(review, tmp_path):
    empty = write_counterparty_memo(outgoing(replace(review, redlines=())), when=WHEN, author="A")
    package = open_package(empty, tmp_path)
    assert "We ask for no change." in [read_text(p).text for p in paragraphs_of(package.tree(package.main))]


def test_the_same_requests_give_the_same_bytes(review, memo):
    assert write_counterparty_memo(outgoing(review), when=WHEN, author="A. Reviewer") == memo
