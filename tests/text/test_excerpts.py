import pytest

from app.model.span import Span
from app.text.excerpts import excerpt


@pytest.mark.parametrize(
    ("text", "start", "said"),
    [
        ("First one. The second may end. Third.", 11, "The second may end."),
        (f"{'word ' * 20}may end it", 100, "… word word word may end it"),
        ("It may end whenever the vendor so wishes", 3, "It may end whenever the …"),
    ],
)
def test_an_excerpt_keeps_to_the_sentence_and_to_the_limit(text, start, said):
    assert excerpt(text, Span(start, start + 3), 28) == said


def test_an_excerpt_keeps_the_word_before_that_denies_what_was_found():
    text = "By these terms, you give us a non-exclusive right to keep the files for ever."
    at = text.index("exclusive")
    assert excerpt(text, Span(at, at + 9), 40).startswith("… us a non-exclusive right")
