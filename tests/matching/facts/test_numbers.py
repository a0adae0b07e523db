import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.matching.facts.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30", 30),
        ("thirty", 30),
        ("thirty (30)", 30),
        ("30 (thirty)", 30),
        ("forty-five", 45),
        ("one hundred and twenty", 120),
        ("two hundred fifty thousand", 250_000),
        ("700 million", 700_000_000),
        ("1,000,000", 1_000_000),
        ("2.5 billion", 2_500_000_000),
        ("99.95", 99.95),
        ("1M", 1_000_000),
        ("a million", 1_000_000),
    ],
)
def test_a_number_is_read_as_contracts_write_it(text, value):
    assert [number.value for number in find_numbers(f"up to {text} users")] == [value]


@pytest.mark.parametrize("text", ["someone", "v2.1.3b", "tension"])
def test_words_and_versions_are_no_numbers(text):
    assert [n.value for n in find_numbers(text) if n.span.start == 0] == []


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_and_without_commas_are_the_same(number):
    plain, grouped = (next(find_numbers(f"pay {form} now")) for form in (str(number), f"{number:,}"))
    assert plain.value == grouped.value == number


def test_a_row_of_digits_too_long_to_count_anything_is_no_number():
    assert list(find_numbers("more than " + "9" * 400 + " users")) == []
