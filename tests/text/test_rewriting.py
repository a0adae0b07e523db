"""The share of a text that is written anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.diff import TextEdit, word_edits
from app.text.rewriting import rewrite_ratio

TEXTS = st.lists(st.sampled_from(["fee", "shall", "(30)", ",", "be"]), max_size=8).map(" ".join)


@pytest.mark.parametrize(
    ("text", "edits", "ratio"),
    [
        ("One two three four.", (), 0.0),
        ("One two three four.", (TextEdit(4, 7, "three"),), 2 / 8),
        ("One two three four.", (TextEdit(0, 19, "All is new here."),), 1.0),
        ("One two three.", (TextEdit(13, 13, " four"),), 1 / 7),
        ("One two three.", (TextEdit(3, 7, ""),), 1 / 5),
        ("One, two.", (TextEdit(3, 4, ";"),), 0.0),
        ("", (), 0.0),
    ],
)
def test_the_words_struck_and_inserted_are_counted_against_all_before_and_after(text, edits, ratio):
    assert rewrite_ratio([(text, edits)]) == pytest.approx(ratio)


def test_several_texts_count_by_their_words():
    texts = [("one two", (TextEdit(0, 7, "three four"),)), ("five six seven eight nine ten", ())]
    assert rewrite_ratio(texts) == pytest.approx(4 / 16)


@given(TEXTS, TEXTS)
def test_the_share_lies_between_nothing_and_all(old, new):
    assert 0 <= rewrite_ratio([(old, word_edits(old, new))]) <= 1
