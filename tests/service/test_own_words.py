from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.document import Anchor, DefinedTerm, Document, Paragraph
from app.model.matter import OwnWords
from app.model.redline import Citation, Comment, Edit, NewParagraph, Redline
from app.model.span import Span
from app.service.own_words import Extent, extent_of, fit, own_redline

ENDING = "The Provider may end this licence at any time if you breach it."
FIRST = "Each side keeps the notices of the other."
COMMENT = Comment("We propose this change.")
STRUCK = Edit(1, Span(33, 45), "")
DRAFTED = Redline("cure", edits=(STRUCK,), comment=COMMENT, rewritten=0.2)
NEW = (
    NewParagraph(1, 1, "Cure. Thirty days, see Section 4.", "(c)", "Cure."),
    NewParagraph(1, 1, "Then it ends.", "(d)"),
)


def make_document(*texts):
    paragraphs = tuple(Paragraph(index, text, Anchor("", index)) for index, text in enumerate(texts))
    return Document(Path("terms.txt"), b"", "0" * 64, "text", "Terms", paragraphs)


DOCUMENT = make_document(FIRST, ENDING)

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), max_size=60)
WORDS = st.lists(st.sampled_from(["The", "Provider", "may", " ", ",", "end", "this", "30", "(b)", " "]), max_size=25)


@given(old=TEXT | WORDS.map("".join), typed=TEXT | WORDS.map("".join))
def test_the_redline_makes_the_typed_text(old, typed):
    made = own_redline(make_document(old), Redline("cure"), OwnWords(((0, typed),)))
    assert made.text_of(0, old) == typed


@given(typed=TEXT | WORDS.map("".join))
def test_the_edits_are_in_order_apart_and_change_something(typed):
    edits = own_redline(DOCUMENT, DRAFTED, OwnWords(((1, typed),))).edits
    assert all(one.span.end < other.span.start for one, other in pairwise(edits))
    assert all(ENDING[edit.span.start : edit.span.end] != edit.text for edit in edits)


@given(old=st.text(max_size=40), typed=st.text(max_size=40))
def test_nothing_that_is_typed_puts_a_break_or_a_control_character_into_the_document(old, typed):
    made = own_redline(make_document(old), Redline("cure"), OwnWords(((0, typed),)))
    assert all(letter.isprintable() or letter.isspace() or ord(letter) > 159 for e in made.edits for letter in e.text)
    assert not any(set(edit.text) & set("\t\n\v\f\r\x85\u2028\u2029") for edit in made.edits)


def test_only_the_words_that_differ_are_changed():
    typed = ENDING.replace("at any time", "on thirty days' notice")
    made = own_redline(DOCUMENT, DRAFTED, OwnWords(((1, typed),)))
    assert made.edits == (Edit(1, Span(34, 45), "on thirty days' notice"),)


def test_a_defined_term_stays_whole():
    document = make_document("The Use Policy holds.")
    document = replace(document, terms=(DefinedTerm("Use Policy", 0, Span(4, 14)),))
    made = own_redline(document, Redline("policy"), OwnWords(((0, "The Fair Policy holds."),)))
    assert made.edits == (Edit(0, Span(4, 14), "Fair Policy"),)


def test_paragraphs_that_are_not_named_keep_their_drafted_edits():
    made = own_redline(DOCUMENT, DRAFTED, OwnWords(((0, "Each side keeps all notices of the other."),)))
    assert made.edits[-1] == STRUCK
    assert made.text_of(0, FIRST) == "Each side keeps all notices of the other."


def test_a_paragraph_that_is_to_stay_as_it_is_has_no_edit_and_the_comment_stays_there():
    made = own_redline(DOCUMENT, DRAFTED, OwnWords(((1, ENDING),)))
    assert made == Redline("cure", comment=COMMENT, anchor=1)


@pytest.mark.parametrize("typed", ["one\ntwo", "one \r\n two", "one\ttwo", "one\u2028two", "one\vtwo\n", "one t\x00wo"])
def test_a_typed_break_becomes_a_blank_and_a_control_character_goes(typed):
    made = own_redline(make_document(""), Redline("cure"), OwnWords(((0, typed),)))
    assert made.text_of(0, "") == "one two"


def test_breaks_that_the_document_has_stay():
    old = "Licensor:\nExample Ltd\tBerlin"
    made = own_redline(make_document(old), Redline("who"), OwnWords(((0, "Licensor:\nSample Ltd\tBerlin\nGermany"),)))
    assert made.text_of(0, old) == "Licensor:\nSample Ltd\tBerlin Germany"


def test_a_new_paragraph_takes_the_typed_words_and_keeps_its_number_and_heading():
    drafted = Redline("cure", insertions=NEW)
    made = own_redline(DOCUMENT, drafted, OwnWords(additions=("Cure. Fifteen days.", "Then it ends.")))
    assert made.insertions == (replace(NEW[0], text="Cure. Fifteen days."), NEW[1])


def test_a_changed_heading_is_still_set_as_one():
    made = own_redline(
        DOCUMENT, Redline("cure", insertions=NEW[:1]), OwnWords(additions=("Time to cure. Thirty days.",))
    )
    assert made.insertions[0].heading == "Time to cure."


def test_a_heading_that_is_written_over_is_none():
    made = own_redline(DOCUMENT, Redline("cure", insertions=NEW[:1]), OwnWords(additions=("You mend it in a month.",)))
    assert made.insertions[0].heading == ""


def test_a_new_paragraph_without_words_is_left_out_and_the_next_takes_its_number():
    made = own_redline(DOCUMENT, Redline("cure", insertions=NEW), OwnWords(additions=(" ", "Then it ends.")))
    assert made.insertions == (replace(NEW[1], marker="(c)"),)


@pytest.mark.parametrize(
    ("words", "fitting"),
    [
        (OwnWords(), True),
        (OwnWords(((1, "Ours."),), ("One.", "Two.")), True),
        (OwnWords(((2, "Ours."),)), False),
        (OwnWords(((-1, "Ours."),)), False),
        (OwnWords(additions=("One.",)), False),
    ],
)
def test_words_fit_the_draft_they_were_written_for(words, fitting):
    assert fit(DOCUMENT, Redline("cure", insertions=NEW), words) == fitting


def test_a_citation_stays_as_long_as_its_words_do():
    citation = Citation("Section 4", "4", 0)
    drafted = Redline("cure", insertions=NEW, citations=(citation,))
    kept = own_redline(DOCUMENT, drafted, OwnWords(additions=("Cure, see Section 4.", "")))
    gone = own_redline(DOCUMENT, drafted, OwnWords(additions=("Cure.", "")))
    assert (kept.citations, gone.citations) == ((citation,), ())


def test_the_share_written_anew_is_that_of_the_typed_words():
    made = own_redline(DOCUMENT, DRAFTED, OwnWords(((1, ENDING.replace("end", "finish")),)))
    assert made.rewritten == pytest.approx(2 / 26)


def test_what_is_changed_is_counted_in_words():
    typed = ENDING.replace("at any time", "on notice")
    made = own_redline(DOCUMENT, replace(DRAFTED, insertions=NEW[1:]), OwnWords(((1, typed),)))
    assert extent_of(DOCUMENT, made) == Extent(struck=3, added=5, percent=20)
