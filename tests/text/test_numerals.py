import pytest

from app.text.numerals import number_in_words, read_number_words, read_roman, roman


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (5, "five"),
        (15, "fifteen"),
        (30, "thirty"),
        (45, "forty-five"),
        (90, "ninety"),
        (180, "one hundred eighty"),
        (365, "three hundred sixty-five"),
        (700, "seven hundred"),
    ],
)
def test_numbers_are_written_in_words(number, words):
    assert number_in_words(number) == words


@pytest.mark.parametrize(("number", "numeral"), [(1, "i"), (4, "iv"), (9, "ix"), (49, "xlix"), (1994, "mcmxciv")])
def test_roman_numerals_are_written_in_small_letters(number, numeral):
    assert roman(number) == numeral


@pytest.mark.parametrize("number", [1, 4, 9, 14, 40, 49, 90, 99, 400, 1994, 3999])
def test_a_roman_numeral_is_read_as_it_is_written(number):
    assert read_roman(roman(number).upper()) == number


@pytest.mark.parametrize("text", ["", "iix", "iiii", "abc", "mmmm", "ı"])
def test_what_is_no_roman_numeral_has_no_value(text):
    assert read_roman(text) == 0


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("zero", 0),
        ("seven", 7),
        ("forty five", 45),
        ("one hundred and five", 105),
        ("fifteen hundred", 1500),
        ("one hundred and fifty thousand", 150_000),
        ("five million two hundred thousand and one", 5_200_001),
    ],
)
def test_numbers_in_words_are_read(words, number):
    assert read_number_words(words.split()) == number


@pytest.mark.parametrize(
    "words", ["", "and", "five and", "five twenty", "one and five", "hundred", "thousand", "two million five million"]
)
def test_words_that_spell_no_number_are_none(words):
    assert read_number_words(words.split()) is None


@pytest.mark.parametrize("number", range(1, 1000, 37))
def test_a_number_written_in_words_is_read_again(number):
    assert read_number_words(number_in_words(number).replace("-", " ").split()) == number
