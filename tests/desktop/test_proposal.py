from dataclasses import replace

import pytest

from app.desktop.proposal import Proposal, extent_word
from app.model.matter import OwnWords
from app.model.redline import Redline
from app.service.own_words import Extent


@pytest.fixture
def proposal(review, findings):
    return Proposal(review.document, findings[2], review.redline_of("cure-period"), None, True, "cure-period")


def test_the_changed_paragraph_is_edited_as_it_is_to_become(proposal):
    (text,) = proposal.editable()
    assert (text.paragraph, text.place) == (13, "5")
    assert text.current.startswith("The Provider may end this licence if you breach it and do not cure the breach")
    assert text.library == text.current


def test_words_typed_before_are_edited_further(proposal):
    own = replace(proposal, words=OwnWords(((13, "You mend it."),)))
    (text,) = own.editable()
    assert text.current == "You mend it."
    assert text.library != text.current


def test_a_new_paragraph_is_edited_without_its_number(review, findings):
    new = Proposal(review.document, findings[4], review.redline_of("warranty"), None, True, "")
    (text,) = new.editable()
    assert (text.paragraph, text.place) == (None, "New, after 4(b)")
    assert text.current == "Authority. The Provider states that it may license the Weights."


def test_a_paragraph_that_was_left_out_is_offered_empty(review, findings):
    left_out = OwnWords(additions=("",))
    new = Proposal(review.document, findings[4], review.redline_of("warranty"), left_out, True, "")
    assert [text.current for text in new.editable()] == [""]
    assert not new.changes


def test_words_written_for_another_draft_are_told_and_not_used(proposal):
    other = replace(proposal, words=OwnWords(additions=("One.", "Two.")))
    assert other.shown == proposal.shown
    assert other.editable() == proposal.editable()
    assert other.origin.startswith("Your words were written for another draft")


def test_without_a_draft_the_deciding_paragraph_is_edited(review, findings):
    bare = Proposal(review.document, findings[3], Redline("policy-change"), None, True, "")
    assert [text.paragraph for text in bare.editable()] == [8]


def test_nothing_is_edited_where_the_document_is_silent_and_nothing_drafted(review, findings):
    assert Proposal(review.document, findings[4], Redline("warranty"), None, True, "").editable() == ()


@pytest.mark.parametrize(
    ("fields", "origin"),
    [
        ({}, "Library wording: cure-period"),
        ({"words": OwnWords(((13, "You mend it."),))}, "Your words"),
        ({"drafted": Redline("cure-period")}, "No change of words is drafted; you can edit the words."),
        ({"is_asked": False}, "Nothing is asked; you can still ask in your own words."),
    ],
)
def test_whose_words_they_are_is_told(proposal, fields, origin):
    assert replace(proposal, **fields).origin == origin


def test_nothing_changes_where_nothing_is_asked(proposal):
    assert not replace(proposal, is_asked=False).changes


@pytest.mark.parametrize(
    ("extent", "told"),
    [
        (Extent(3, 5, 8), "3 words struck, 5 added, 8 % of the clause"),
        (Extent(1, 0, 2), "1 word struck, 2 % of the clause"),
        (Extent(0, 12, 0), "12 words added"),
        (Extent(0, 1, 1), "1 word added, 1 % of the clause"),
        (Extent(0, 0, 0), "No word changes."),
    ],
)
def test_how_much_changes_is_told_in_words(extent, told):
    assert extent_word(extent) == told
