"""Full dates in a text."""

import re
from collections.abc import Iterator
from datetime import date

from app.model.span import Span
from app.text.words import in_small_letters

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = "(?P<month{0}>" + "|".join(_MONTHS) + r")\.?"
_BLANK = r"[ \t\n\xa0]{1,3}"
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{0}>\d{{4}})"
_DATE = re.compile(
    rf"(?<![\w./-])(?:{_MONTH.format(1)}{_BLANK}{_DAY.format(1)},?{_BLANK}{_YEAR.format(1)}"
    rf"|{_DAY.format(2)}(?:{_BLANK}day)?(?:{_BLANK}of)?{_BLANK}{_MONTH.format(2)},?{_BLANK}{_YEAR.format(2)}"
    r"|(?P<year3>\d{4})-(?P<month3>\d{2})-(?P<day3>\d{2})"
    r"|(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year4>\d{4}))(?![\w/-]|\.\d)",
    re.IGNORECASE,
)
_YEARS = range(1900, 2200)


def find_dates(text: str) -> Iterator[tuple[Span, date]]:
    """Yield the full dates of `text` in order; one such as 03/04/2025, which is read in two ways, is left out."""
    for match in _DATE.finditer(text):
        numbers = _numbers(match)
        if numbers is None or numbers[0] not in _YEARS:
            continue
        try:
            yield Span(match.start(), match.end()), date(*numbers)
        except ValueError:
            continue


def _numbers(match: re.Match[str]) -> tuple[int, int, int] | None:
    """Return year, month and day; None where a date in figures does not tell month from day."""
    for form in ("1", "2"):
        if match[f"year{form}"]:
            month = _MONTHS[in_small_letters(match[f"month{form}"])]
            return int(match[f"year{form}"]), month, int(match[f"day{form}"])
    if match["year3"]:
        return int(match["year3"]), int(match["month3"]), int(match["day3"])
    one, two = int(match["one"]), int(match["two"])
    if match["mark"] == "." or one > 12 or one == two:
        return int(match["year4"]), two, one
    return (int(match["year4"]), one, two) if two > 12 else None
