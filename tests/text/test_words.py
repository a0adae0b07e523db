"""Tokens and plain forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.words import in_small_letters, plain, tokenise


@pytest.mark.parametrize("word", ["non-exclusive", "Licensee’s", "1,000.50", "30", "24-month", "naïve", "____"])
def test_a_word_or_number_stays_whole(word):
    assert tokenise(f"({word})") == ("(", word, ")")


def test_blanks_are_one_token_and_a_tab_is_another():
    assert tokenise("a  \tb") == ("a", "  ", "\t", "b")


def test_quotes_stand_apart_from_the_term_they_quote():
    assert tokenise("“Model Weights”") == ("“", "Model", " ", "Weights", "”")


def test_the_end_of_a_sentence_is_no_part_of_its_last_number():
    assert tokenise("by 30.") == ("by", " ", "30", ".")


def test_ideographs_are_single_tokens():
    assert tokenise("许可证") == ("许", "可", "证")


@given(st.text())
def test_the_tokens_joined_are_the_text(text):
    assert "".join(tokenise(text)) == text


def test_the_plain_form_has_one_kind_of_quote_dash_and_blank():
    assert plain("“a”\u00a0‘b’–c\td") == "\"a\" 'b'-c d"


@given(st.text())
def test_the_plain_form_keeps_every_character_in_its_place(text):
    assert len(plain(text)) == len(text)


def test_small_letters_are_those_that_a_pattern_takes_for_them_whatever_their_case():
    assert in_small_letters("APR\u0130L, Apr\u0131l, Augu\u017ft, \u212aeep") == "april, april, august, keep"


@given(st.text())
def test_small_letters_keep_every_character_in_its_place(text):
    assert len(in_small_letters(text)) == len(text)
