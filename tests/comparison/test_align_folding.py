"""Text as it is compared, and where every character of it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.comparison.folding import fold_paragraphs, folded, is_set_alike
from app.model.document import Anchor, Paragraph
from app.model.span import Place, Span

TEXT = st.text(alphabet=" ab\u00a0\u00ad\tﬁ“”–-…\n", max_size=20)


def paragraphs(*texts):
    return [Paragraph(place, text, Anchor("", place)) for place, text in enumerate(texts)]


@given(texts=st.lists(TEXT, min_size=1, max_size=3))
def test_the_text_with_places_is_the_folded_text(texts):
    assert fold_paragraphs(paragraphs(*texts), numbered=False).text == folded(" ".join(texts))


@given(text=TEXT)
def test_every_character_stands_where_it_was_read(text):
    made = fold_paragraphs(paragraphs(text), numbered=False)
    kept = [(made.text[i], text[offset]) for i, (_, offset) in enumerate(made.where[:-1]) if made.text[i].isalpha()]
    assert all(letter in folded(character) for letter, character in kept)


def test_words_across_two_paragraphs_have_a_place_in_each():
    made = fold_paragraphs(paragraphs("one  two", "three four"), numbered=False)
    start = made.text.index("two")
    assert made.places(start, made.text.index(" four")) == [Place(0, Span(5, 8)), Place(1, Span(0, 5))]


def test_the_number_of_a_paragraph_is_text_and_no_word():
    first, second = paragraphs("one", "two")
    second = Paragraph(1, "two", second.anchor, marker="(b)")
    made = fold_paragraphs([first, second], numbered=False)
    assert made.text == "one (b) two"
    assert made.places(4, 7) == [Place(1, Span(0, 0))]


@pytest.mark.parametrize(
    ("old", "new", "is_same"),
    [
        ("self-insured", "self- insured", True),
        ("FEES", "Fees", True),
        ("Fees", "fees", False),
        ("5-10 days", "510 days", False),
        ("30 days", "80 days", False),
        ("a, b", "a b", False),
    ],
)
def test_only_what_a_program_prints_otherwise_is_set_alike(old, new, is_same):
    assert is_set_alike(old, new) is is_same
