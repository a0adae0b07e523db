"""Word-level edits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.diff import TextEdit, apply_edits, edits_within, overlap, word_edits
from app.text.words import tokenise

WORDS = st.lists(
    st.sampled_from(["the", "fee", "shall", "not", "30", "(", ")", ".", ",", "be", "non-exclusive"]), max_size=14
)
TEXTS = WORDS.map(" ".join)


def test_equal_texts_need_no_edit():
    assert word_edits("as is", "as is") == ()


def test_only_the_words_that_differ_are_replaced():
    assert word_edits("within thirty (30) days", "within sixty (60) days") == (
        TextEdit(7, 13, "sixty"),
        TextEdit(15, 17, "60"),
    )


def test_an_inserted_word_replaces_nothing():
    assert word_edits("use reasonable efforts", "use commercially reasonable efforts") == (
        TextEdit(4, 4, "commercially "),
    )


def test_a_deleted_word_goes_with_one_blank():
    assert word_edits("in its sole discretion", "in its discretion") == (TextEdit(7, 12, ""),)


def test_changes_with_only_blanks_between_are_one():
    assert word_edits("all fees paid", "any amounts due") == (TextEdit(0, 13, "any amounts due"),)


def test_a_short_word_that_two_long_changes_share_by_chance_is_replaced_with_them():
    old = "the first party shall promptly give notice of every material breach it suffers"
    new = "each licensee must at once tell licensor of any serious default that occurs"
    assert word_edits(old, new) == (TextEdit(0, len(old), new),)


@given(TEXTS, TEXTS)
def test_the_edits_make_the_new_text(old, new):
    assert apply_edits(old, word_edits(old, new)) == new


@given(TEXTS, TEXTS)
def test_no_edit_begins_or_ends_inside_a_word(old, new):
    bounds = {0}
    for token in tokenise(old):
        bounds.add(max(bounds) + len(token))
    assert all({edit.start, edit.end} <= bounds for edit in word_edits(old, new))


@given(TEXTS, st.data())
def test_an_edit_inside_a_text_gives_what_replacing_gives(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(TEXTS)
    assert apply_edits(text, edits_within(text, start, end, new)) == text[:start] + new + text[end:]


@pytest.mark.parametrize(
    ("start", "end", "new", "edit"),
    [
        (4, 7, "dog", TextEdit(4, 12, "dogegory")),
        (12, 12, "s", TextEdit(4, 12, "categorys")),
        (12, 12, " at hand", TextEdit(12, 12, " at hand")),
        (13, 13, "un", TextEdit(13, 18, "unfound")),
    ],
)
def test_an_edit_that_touches_a_word_replaces_the_word(start, end, new, edit):
    assert edits_within("the category found", start, end, new) == (edit,)


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (TextEdit(0, 5, "a"), TextEdit(5, 9, "b"), False),
        (TextEdit(0, 5, "a"), TextEdit(4, 9, "b"), True),
        (TextEdit(3, 3, "a"), TextEdit(0, 5, "b"), True),
        (TextEdit(3, 3, "a"), TextEdit(3, 5, "b"), False),
        (TextEdit(3, 3, "a"), TextEdit(3, 3, "b"), False),
        (TextEdit(0, 5, "a"), TextEdit(0, 5, "a"), False),
    ],
)
def test_edits_conflict_where_both_change_the_same_words(one, other, conflict):
    assert overlap(one, other) is conflict
    assert overlap(other, one) is conflict
