from dataclasses import replace

import pytest

from app.desktop.comparing.change_words import gist, kind_word, spoken, state_word, title_word, where_word
from app.desktop.comparing.entries import entries_of


@pytest.fixture
def labelled(comparison):
    """The comparison, the edited paragraph numbered 6."""
    paragraphs = comparison.new.paragraphs
    new = replace(comparison.new, paragraphs=(*paragraphs[:5], replace(paragraphs[5], label="6"), *paragraphs[6:]))
    return replace(comparison, new=new)


def test_a_change_is_spoken_in_full(labelled, judged):
    entry = entries_of(labelled, judged)[2]
    assert spoken(labelled, entry, 5, 17) == "Change 5 of 17, worse, cure period, clause 6, edited"


def test_a_change_that_is_not_judged_yet_is_spoken_without(labelled):
    assert spoken(labelled, entries_of(labelled)[2], 3, 6) == "Change 3 of 6, clause 6, edited"


def test_what_no_clause_type_covers_is_spoken_so(comparison, judged):
    said = spoken(comparison, entries_of(comparison, judged)[5], 6, 7)
    assert said == "Change 6 of 7, not covered, paragraph 9 of the old version, removed"


def test_what_is_judged_otherwise_without_a_change_is_spoken_so(comparison, judged):
    said = spoken(comparison, entries_of(comparison, judged)[6], 7, 7)
    assert said == "Change 7 of 7, unclear, user threshold, no change of its own"


def test_a_place_that_moved_is_told_from_where_to_where(comparison):
    assert where_word(comparison, comparison.changes[3]) == "paragraph 6 → paragraph 10"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (1, "You publish a list of your uses."),
        (2, "2 → 3"),
        (3, "“thirty (30)” → “ten (10)”"),
        (4, "“marks” → “names”"),
        (6, "Notices go by post."),
    ],
)
def test_a_change_is_told_in_a_line(comparison, number, told):
    assert gist(comparison, comparison.change(number)) == told


def test_words_that_only_come_or_go_are_told_as_such(comparison):
    change = comparison.change(3)
    word = change.words[0]
    assert gist(comparison, replace(change, words=(replace(word, before=""), word))) == "in: “ten (10)” +1"
    assert gist(comparison, replace(change, words=(replace(word, after=""),))) == "out: “thirty (30)”"


def test_what_a_change_does_comes_before_what_it_is(comparison, judged):
    entry = entries_of(comparison, judged)[2]
    assert title_word(comparison, entry) == "Cure period: 30 to 10 days; worse, now walk-away"
    assert state_word(entry) == "▼ Worse"


def test_what_moved_and_was_edited_says_both(comparison):
    assert kind_word(comparison.change(4)) == "Moved and edited"
