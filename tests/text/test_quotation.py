"""Words in quotation marks."""

from app.text.quotation import quoted


def test_a_few_words_are_quoted_whole_with_even_blanks():
    assert quoted("The  fee\tis due.\n") == "“The fee is due.”"


def test_more_than_fits_in_a_message_is_cut():
    assert quoted("a" * 61) == f"“{'a' * 60}…”"


def test_nothing_stands_between_the_last_letter_and_the_ellipsis():
    assert quoted(f"{'a' * 59} b") == f"“{'a' * 59}…”"
