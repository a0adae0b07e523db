from datetime import date

import pytest

from app.planning.days import later, next_round

DAY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("number", "unit", "day"),
    [
        (1, "months", date(2026, 2, 28)),
        (12, "months", date(2027, 1, 31)),
        (-2, "months", date(2025, 11, 30)),
        (25, "months", date(2028, 2, 29)),
        (30, "days", date(2026, 3, 2)),
        (-31, "days", date(2025, 12, 31)),
        (72, "hours", date(2026, 2, 3)),
    ],
)
def test_days_are_counted_as_a_calendar_does(number, unit, day):
    assert later(DAY, number, unit) == day


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("quarterly, and before each release", date(2026, 4, 30)),
        ("Monthly", date(2026, 2, 28)),
        ("before launch, then yearly", date(2027, 1, 31)),
        ("every half year", date(2026, 7, 31)),
        ("before signature", None),
        ("on behalf of us", None),
    ],
)
def test_what_comes_round_has_a_next_day(due, day):
    assert next_round(DAY, due) == day
