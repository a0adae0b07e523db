import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.matching.facts.quantities import find_counts, find_durations, find_money, find_percentages
from app.text.numerals import number_in_words


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("within thirty (30) days", "days", 30),
        ("within 30 (thirty) calendar days", "days", 30),
        ("within (30) days", "days", 30),
        ("within 30 or more days", "days", 30),
        ("within 10 business days", "days", 14),
        ("within five Working Days", "days", 7),
        ("within 5 U.S. business days", "days", 7),
        ("for six weeks", "days", 42),
        ("within a fortnight", "days", 14),
        ("W\u0130TH\u0130N A FORTN\u0130GHT", "days", 14),
        ("one month", "days", 30),
        ("within a month", "days", 30),
        ("half a year", "days", 182),
        ("two years", "months", 24),
        ("1½ years", "months", 18),
        ("twelve (12) consecutive months", "months", 12),
        ("the preceding twelve (12) full calendar months", "months", 12),
        ("four (4) calendar quarters", "months", 12),
        ("24-month", "months", 24),
        ("a five-year term", "months", 60),
        ("90 days", "months", 3),
        ("within 72 hours", "hours", 72),
        ("within 48hrs", "hours", 48),
        ("three days", "hours", 72),
        ("thirty (30) days’ notice", "days", 30),
        ("thirty (30) days' notice", "days", 30),
        ("a 30-day period", "days", 30),
        ("a 30\u2011day period", "days", 30),
    ],
)
def test_a_duration_is_converted_to_the_unit_asked_for(text, unit, value):
    assert [duration.value for duration in find_durations(text, unit)] == [value]


@pytest.mark.parametrize("text", ["once a year", "per month", "the 3rd day", "days in Section 4", "business hours"])
def test_what_states_no_length_is_no_duration(text):
    assert list(find_durations(text, "days")) == []


def test_both_ends_of_a_range_have_its_unit():
    found = list(find_durations("within 10 to 15 business days", "days"))
    assert [(duration.value, duration.derivation.split(";")[0]) for duration in found] == [
        (14, "one end of “10 to 15 business days”"),
        (21, "one end of “10 to 15 business days”"),
    ]


def test_a_cited_section_is_no_part_of_a_range():
    assert [duration.value for duration in find_durations("under Section 4 and 30 days later", "days")] == [30]


@pytest.mark.parametrize(
    ("text", "derivation"),
    [
        ("30 days", ""),
        ("one month", "“one month” counts as 30 days"),
        ("10 business days", "“10 business days” count as 14 days"),
        ("at least 30 days", "a lower bound: “at least”"),
        ("shall not be less than 30 days", "a lower bound: “not be less than”"),
        ("no more than 30 days", "an upper bound: “no more than”"),
        ("up to two\nweeks", "an upper bound: “up to”; “two weeks” count as 14 days"),
    ],
)
def test_a_duration_says_how_it_was_derived(text, derivation):
    assert next(find_durations(text, "days")).derivation == derivation


def test_the_words_of_a_duration_are_its_span():
    text = "It ends ninety (90) days later."
    duration = next(find_durations(text, "days"))
    assert text[duration.span.start : duration.span.end] == "ninety (90) days"


@given(st.integers(min_value=2, max_value=999), st.sampled_from(["days", "DAYS", "calendar days", "consecutive days"]))
def test_a_duration_is_the_same_in_words_figures_and_both(number, unit):
    words = number_in_words(number)
    forms = (
        str(number),
        words,
        words.upper(),
        f"{words} ({number})",
        f"{number} ({words})",
        f"{words}\u00a0({number})",
    )
    assert {next(find_durations(f"within {form} {unit} of it", "days")).value for form in forms} == {number}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("USD 1M", 1_000_000),
        ("US$ 1,000,000", 1_000_000),
        ("U.S.$1,000,000", 1_000_000),
        ("$100", 100),
        ("$.03", 0.03),
        ("£5m", 5_000_000),
        ("€2.5 million", 2_500_000),
        ("€ 250.000", 250_000),
        ("EUR 250.000,00", 250_000),
        ("1 million euros", 1_000_000),
        ("one hundred dollars ($100)", 100),
        ("ONE HUNDRED U.S. DOLLARS (US$100.00)", 100),
        ("500 dollars", 500),
        ("300\u202f000 euros", 300_000),
        ("100 €", 100),
        ("CAD 30,000", 30_000),
    ],
)
def test_money_is_read_before_or_after_its_currency(text, value):
    assert [sum_.value for sum_ in find_money(f"at most {text} in all")] == [value]


def test_thousands_marked_as_on_the_continent_are_told():
    assert next(find_money("€ 250.000")).derivation == "“250.000” is read as 250,000"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("99.9%", 99.9),
        ("99,9 %", 99.9),
        ("five percent", 5),
        ("five per cent (5%)", 5),
        ("NINETY-NINE PERCENT (99%)", 99),
        ("1.5 per cent", 1.5),
        ("one and one-half percent (1.5%)", 1.5),
        ("150 basis points", 1.5),
    ],
)
def test_percentages_are_numbers(text, value):
    assert [share.value for share in find_percentages(text)] == [value]


def test_counts_leave_out_durations_money_shares_dates_and_sections():
    text = "Section 4.2(a) and 5: on April 5, 2026 over 700 million users, 30 days, $5, 10%"
    assert [count.value for count in find_counts(text)] == [700_000_000]
