"""Days counted from a day, as a calendar of duties needs them."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Unit = Literal["hours", "days", "months"]

_ROUNDS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "annual": 12}
_ROUND = re.compile(r"\b(half|month|quarter|year|annual)")


def later(day: date, number: int, unit: Unit) -> date:
    """Return the day `number` units after `day`, earlier where it is negative; a shorter month ends on its last day."""
    if unit == "months":
        month = day.month - 1 + number
        year, month = day.year + month // 12, month % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    return day + timedelta(days=number if unit == "days" else number / 24)


def next_round(when: date, due: str) -> date | None:
    """Return the next day after `when` of what is due "quarterly" or the like; None for what does not come round."""
    found = _ROUND.search(due.casefold())
    return None if found is None else later(when, _ROUNDS[found.group(1)], "months")
