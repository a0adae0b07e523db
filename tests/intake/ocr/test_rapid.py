import numpy as np
import pytest

from app.intake.ocr.rapid import line_of, words_of

LEVEL = np.array([[100, 50], [500, 50], [500, 90], [100, 90]], dtype=np.float32)
DOWNWARDS = np.array([[90, 100], [90, 500], [50, 500], [50, 100]], dtype=np.float32)


def read(text, corners=LEVEL, sure=0.99, **doubtful):
    """Return a line of letters of one width; `doubtful` names letters of another confidence."""
    places = [(place + 0.5) / len(text) for place, letter in enumerate(text) if letter != " "]
    return line_of(corners, text, [doubtful.get(letter, sure) for letter in text], places)


def test_a_line_is_cut_into_words_at_blanks():
    assert [word.text for word in words_of(read("The term is one year."), 1.0)] == ["The", "term", "is", "one", "year."]


def test_a_word_stands_where_its_letters_stand_in_points():
    (first, second) = words_of(read("aaaa bbbbb"), 0.5)
    assert first[1:5] == pytest.approx((50, 25, 130, 45))
    assert second[1:5] == pytest.approx((150, 25, 250, 45))


def test_a_word_is_as_sure_as_its_least_sure_letter():
    assert [word.confidence for word in words_of(read("pay me", y=0.4), 1.0)] == [0.4, 0.99]


def test_a_lost_blank_before_the_number_of_an_article_is_put_back():
    assert [word.text for word in words_of(read("ARTICLE12 TERM"), 1.0)] == ["ARTICLE", "12", "TERM"]


@pytest.mark.parametrize("text", ["See ARTICLE12", "SHA256", "12ARTICLE"])
def test_other_letters_and_digits_stay_together(text):
    assert " ".join(word.text for word in words_of(read(text), 1.0)) == text


def test_blanks_at_the_ends_and_several_in_a_row_make_no_words():
    assert [word.text for word in words_of(read(" one   two "), 1.0)] == ["one", "two"]


def test_a_line_that_runs_down_the_page_gives_turned_words():
    (first, second) = words_of(read("aaaa bbbbb", DOWNWARDS), 1.0)
    assert (first.turn, second.turn) == (90, 90)
    assert first[1:5] == pytest.approx((50, 100, 90, 260))


def test_nothing_read_gives_no_words():
    assert list(words_of(read(""), 1.0)) == []


def test_a_line_of_one_letter_has_its_whole_box():
    (word,) = words_of(read("x"), 1.0)
    assert word[1:5] == pytest.approx((100, 50, 500, 90))
