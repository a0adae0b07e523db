import pytest

from app.matching.facts.quantities import find_counts, find_durations, find_money, find_percentages


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("within thirty (30) days", "days", 30),
        ("within 10 business days", "days", 14),
        ("for six weeks", "days", 42),
        ("one month", "days", 30),
        ("two years", "months", 24),
        ("twelve (12) consecutive months", "months", 12),
        ("90 days", "months", 3),
        ("within 72 hours", "hours", 72),
        ("three days", "hours", 72),
        ("thirty (30) days’ notice", "days", 30),
        ("a 30-day period", "days", 30),
    ],
)
def test_a_duration_is_converted_to_the_unit_asked_for(text, unit, value):
    assert [duration.value for duration in find_durations(text, unit)] == [value]


def test_the_words_of_a_duration_are_its_span():
    text = "It ends ninety (90) days later."
    duration = next(find_durations(text, "days"))
    assert text[duration.span.start : duration.span.end] == "ninety (90) days"


@pytest.mark.parametrize(
    ("text", "value"),
    [("USD 1M", 1_000_000), ("$100", 100), ("€2.5 million", 2_500_000), ("500 dollars", 500), ("US$ 1,000", 1000)],
)
def test_money_is_read_before_or_after_its_currency(text, value):
    assert [sum_.value for sum_ in find_money(f"at most {text} in all")] == [value]


@pytest.mark.parametrize(("text", "value"), [("99.9%", 99.9), ("five percent", 5), ("1.5 per cent", 1.5)])
def test_percentages_are_numbers(text, value):
    assert [share.value for share in find_percentages(text)] == [value]


def test_counts_leave_out_durations_money_shares_and_sections():
    text = "Section 4: over 700 million users, 30 days, $5, 10%"
    assert [count.value for count in find_counts(text)] == [700_000_000]
