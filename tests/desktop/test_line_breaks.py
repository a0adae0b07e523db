import pytest

from app.desktop.line_breaks import ZERO_WIDTH, breakable


@pytest.mark.parametrize("text", ["", "Short words stay.", "indemnification obligations"])
def test_words_of_usual_length_stay_as_they_are(text):
    assert breakable(text) == text


def test_an_address_may_break_after_its_marks():
    broken = breakable("see https://example.test/licences/current now")
    assert broken.split(ZERO_WIDTH) == ["see https:", "//", "example.", "test/", "licences/", "current now"]


def test_a_long_stretch_without_marks_may_break_too():
    assert max(map(len, breakable("x" * 100).split(ZERO_WIDTH))) == 18


def test_nothing_but_places_to_break_is_added():
    text = "a" * 50 + " https://example.test/" + "b/" * 40
    assert breakable(text).replace(ZERO_WIDTH, "") == text
