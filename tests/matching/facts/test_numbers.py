from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.matching.facts.numbers import find_numbers
from app.text.numerals import number_in_words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30", 30),
        ("thirty", 30),
        ("thirty (30)", 30),
        ("THIRTY (30)", 30),
        ("thirty\n(30)", 30),
        ("thirty\u00a0(30)", 30),
        ("thirty [30]", 30),
        ("30 (thirty)", 30),
        ("eighteen- (18)", 18),
        ("forty-five", 45),
        ("forty\u2011five", 45),
        ("one hundred and twenty", 120),
        ("two hundred fifty thousand", 250_000),
        ("700 million", 700_000_000),
        ("700 M\u0130LL\u0130ON", 700_000_000),
        ("1,000,000", 1_000_000),
        ("1'000'000", 1_000_000),
        ("1\u00a0000\u00a0000", 1_000_000),
        ("1.000.000", 1_000_000),
        ("250.000,00", 250_000),
        ("2.5 billion", 2_500_000_000),
        ("1.1 million", 1_100_000),
        ("99.95", 99.95),
        ("1M", 1_000_000),
        ("5bn", 5_000_000_000),
        ("24mn", 24_000_000),
        ("a million", 1_000_000),
        ("one and one-half (1½)", 1.5),
        ("two and a half", 2.5),
        ("1 1/2", 1.5),
        ("1½", 1.5),
        (".5", 0.5),
    ],
)
def test_a_number_is_read_as_contracts_write_it(text, value):
    assert [number.value for number in find_numbers(f"up to {text} users")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "someone",
        "v2.1.3b",
        "tension",
        "the 30th day",
        "at 9:30 am",
        "at 5 p.m.",
        "round 24/7",
        "two-thirds",
        "nineteen ten",
    ],
)
def test_what_counts_nothing_is_no_number(text):
    assert list(find_numbers(text)) == []


def test_two_numbers_joined_by_and_stay_two():
    assert [number.value for number in find_numbers("fifteen and thirty days")] == [15, 30]


def test_words_count_before_a_figure_that_disagrees_and_it_is_told():
    number = next(find_numbers("within thirty (60) days"))
    assert (number.value, number.doubt) == (30, "the figure beside it is 60; words count before figures")


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_and_without_commas_are_the_same(number):
    plain, grouped = (next(find_numbers(f"pay {form} now")) for form in (str(number), f"{number:,}"))
    assert plain.value == grouped.value == number


@given(st.integers(min_value=0, max_value=999), st.sampled_from([str.lower, str.upper, str.title]))
def test_words_figures_and_both_together_are_the_same(number, case):
    words = case(number_in_words(number))
    forms = (words, f"{words} ({number})", f"{number} ({words})", str(number), words.replace(" ", "\n"))
    assert {next(find_numbers(f"pay {form} now")).value for form in forms} == {number}


@given(st.text(alphabet="0123456789., ()-/½thirtyMk%$\n", max_size=60))
def test_any_text_is_read_with_each_number_at_its_own_place(text):
    numbers = list(find_numbers(text))
    assert all(a.span.end <= b.span.start for a, b in pairwise(numbers))


def test_a_row_of_digits_too_long_to_count_anything_is_no_number():
    assert list(find_numbers("more than " + "9" * 400 + " users")) == []
