"""Dates in the words, and what each is the date of."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from app.model.document import Paragraph, SignatureBlock, StatedDate
from app.model.span import Place, Span

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
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = range(1900, 2200)
_ROLES = (
    ("expiry", re.compile(r"expir|terminat(?:es|ing) (?:on|as of)|\bends? on|until|valid through|no later than")),
    ("updated", re.compile(r"updated|revised|modified|last (?:change|amend)|as amended on|posted on")),
    (
        "effective",
        re.compile(
            r"effective|in effect|takes? effect|commenc|\bmade\b|entered into|\bdated|as of|\bbegins?\b|\bstarts?\b"
        ),
    ),
    ("signed", re.compile(r"\bsign|execut|in witness")),
)
_BEFORE, _AFTER = 80, 40
_MOST = 2000


def find_dates(paragraphs: Sequence[Paragraph], signatures: Sequence[SignatureBlock] = ()) -> tuple[StatedDate, ...]:
    """Return the full dates in reading order; a date such as 03/04/2025, which is read in two ways, is left out."""
    signing = {index for block in signatures for index in range(block.first, block.end)}
    found: list[StatedDate] = []
    for paragraph in paragraphs:
        if _ANY_YEAR.search(paragraph.text):
            for match, stated in islice(_dates(paragraph.text), max(0, _MOST - len(found))):
                role = "signed" if paragraph.index in signing else _role(match)
                found.append(StatedDate(Place(paragraph.index, Span(*match.span())), stated, role))
    return tuple(found)


def _dates(text: str) -> Iterator[tuple[re.Match[str], date]]:
    for match in _DATE.finditer(text):
        numbers = _numbers(match)
        if numbers is None or numbers[0] not in _YEARS:
            continue
        try:
            yield match, date(*numbers)
        except ValueError:
            continue


def _numbers(match: re.Match[str]) -> tuple[int, int, int] | None:
    """Return year, month and day; None where a date in figures does not tell month from day."""
    for form in ("1", "2"):
        if match[f"year{form}"]:
            return int(match[f"year{form}"]), _MONTHS[match[f"month{form}"].lower()], int(match[f"day{form}"])
    if match["year3"]:
        return int(match["year3"]), int(match["month3"]), int(match["day3"])
    one, two = int(match["one"]), int(match["two"])
    if match["mark"] == "." or one > 12 or one == two:
        return int(match["year4"]), two, one
    return (int(match["year4"]), one, two) if two > 12 else None


def _role(match: re.Match[str]) -> str:
    """Return what the nearest words before a date, or just after it, say it is the date of."""
    text = match.string
    before = text[max(0, match.start() - _BEFORE) : match.start()].lower()
    before = before[max(before.rfind(". "), before.rfind("; ")) + 1 :]
    best, role = -1, ""
    for name, words in _ROLES:
        for word in words.finditer(before):
            if word.start() > best:
                best, role = word.start(), name
    if role:
        return role
    after = text[match.end() : match.end() + _AFTER].lower()
    return "effective" if re.match(r"[\s,]*\(?[\s“\"‘']*(?:the\s[“\"‘']?)?effective", after) else ""
