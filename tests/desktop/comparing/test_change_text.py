from dataclasses import replace

import pytest
from PySide6.QtGui import QTextDocumentFragment

from app.desktop import theme
from app.desktop.comparing.change_text import ChangeText, notes_of
from app.desktop.comparing.entries import entries_of
from app.model.comparison import Change, WordChange
from app.model.span import Place, Span


@pytest.fixture
def text(qapp):
    return ChangeText(theme.colours(qapp.palette()), "Serif")


@pytest.fixture
def say(text, comparison, judged):
    """Return in plain words what is told of a change."""

    def saying(number, *, before_judging=False):
        entries = entries_of(comparison, None if before_judging else judged)
        return QTextDocumentFragment.fromHtml(text.page(comparison, entries[number - 1])).toPlainText()

    return saying


def test_the_effect_on_a_clause_type_is_told_with_its_levels_and_facts(say):
    told = say(3)
    assert "▼ Worse" in told
    assert "Cure period: 30 to 10 days; worse, now walk-away" in told
    assert "◐ Fallback → ✗ Walk-away" in told
    assert "Cure days" in told
    assert "30 → 10" in told


def test_old_and_new_words_are_told_with_what_they_are(say):
    assert "thirty (30) → ten (10) · duration" in say(3)


def test_words_are_struck_and_underlined(text, comparison, judged):
    page = text.page(comparison, entries_of(comparison, judged)[2])
    assert "<s>thirty (30)</s>" in page
    assert "<u>ten (10)</u>" in page


def test_every_effect_of_a_change_is_told(say):
    assert "Indemnity by the customer: better, now fallback" in say(3)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "New words\nYou publish a list of your uses."),
        (2, "Number\n2 → 3"),
        (3, "Formatting\n“days” is bold"),
        (5, "Old words\nThe law of the Provider's seat governs. Its courts decide.\nNew words\n"),
        (6, "Old words\nNotices go by post."),
    ],
)
def test_what_a_change_is_of_is_told(say, number, words):
    assert words in say(number).replace("\n\n", "\n")


def test_both_places_of_what_moved_are_links(text, comparison, judged):
    page = text.page(comparison, entries_of(comparison, judged)[3])
    assert 'href="old:5"' in page
    assert 'href="new:9"' in page


def test_words_that_no_clause_type_covers_are_to_be_read(say):
    assert "No clause type covers these words: read them yourself." in say(6)


def test_a_change_that_does_nothing_is_said_to(say):
    assert "It changes the level of no clause type." in say(2)


def test_before_it_is_judged_that_is_said(say):
    assert "is not known yet" in say(3, before_judging=True)


def test_a_clause_type_that_is_judged_otherwise_without_a_change_is_told(say):
    assert "User threshold: judged otherwise" in say(7)
    assert "No change of the text bears on it directly." in say(7)


def test_of_many_words_the_first_are_told(text, comparison):
    word = WordChange(Place(4, Span(0, 3)), Place(5, Span(0, 3)), "The", "Any")
    change = Change(1, "edited", (4,), (5,), (word,) * 20)
    page = text.page(comparison, entries_of(replace(comparison, changes=(change,)))[0])
    assert page.count("<u>Any</u>") == 12
    assert "and 8 more" in page


def test_what_was_not_compared_read_or_checked_is_told_by_document(comparison, judged):
    old = replace(comparison.old, not_read=("Page 3 of old.docx.",))
    told = notes_of(replace(comparison, old=old), judged)
    assert told == (
        ("Not compared", ("The pictures of new.docx.",)),
        ("Not read of old.docx", ("Page 3 of old.docx.",)),
        ("Not checked of new.docx", ("The use policy is not attached.",)),
    )


def test_where_all_was_compared_that_is_said(text, comparison):
    assert "All was read and compared." in text.notes(replace(comparison, not_compared=()), None)


def test_words_of_others_are_no_markup(text, comparison):
    paragraphs = comparison.new.paragraphs
    hostile = replace(paragraphs[3], text="<img src='http://x'>")
    new = replace(comparison.new, paragraphs=(*paragraphs[:3], hostile, *paragraphs[4:]))
    page = text.page(replace(comparison, new=new), entries_of(comparison)[0])
    assert "<img" not in page
    assert "&lt;img" in page
