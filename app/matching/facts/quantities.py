"""Quantities with a unit: durations, money, percentages, counts; each with how its value was derived."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from app.matching.facts.numbers import Number, find_numbers
from app.model.span import Span
from app.text.dates import find_dates
from app.text.words import in_small_letters

DurationUnit = Literal["hours", "days", "months"]

# A business day is 7/5 of a day; a month 30 days, a year 365: how a reader compares "10 business days" with "30 days".
_DAYS = {
    "hour": 1 / 24,
    "day": 1.0,
    "business day": 1.4,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.0,
    "quarter": 91.0,
    "year": 365.0,
}
_MONTHS = {"month": 1.0, "quarter": 3.0, "year": 12.0}
_SHORT = {"hr": "hour", "wk": "week", "yr": "year", "weekday": "business day"}
_BUSINESS = r"business|working|trading|banking|court"
_WHICH = (
    r"full|whole|entire|complete|clear|consecutive|successive|continuous|running|calendar|contract|fiscal|additional"
    r"|further|prior|previous|preceding|following|subsequent|immediately|trailing|rolling|u\.?s\.?"
)
UNIT_WORDS = "hour|hr|day|weekday|week|wk|fortnight|month|quarter|year|yr"
_UNIT = re.compile(
    r"[)\]]?[\s\u2010-\u2013-]*(?:or\s+more\s+)?"
    rf"(?:(?:{_WHICH})[\s-]+){{0,3}}(?:(?P<business>{_BUSINESS})[\s-]+)?(?P<unit>{UNIT_WORDS})s?\b(?:['’]s?\b|['’])?"
    rf"(?:\s*[(\[]\s*\d+\s*[)\]])?",
    re.IGNORECASE,
)
_SINGLE = re.compile(  # "within a month", "half a year"; "once a year" is none
    r"\b(?:(?:within|for|least|than|after|up\s+to|(?:period|term|notice|minimum)\s+of)\s+an?\s+"
    r"|(?P<half>(?:one[\s-]+)?half(?:\s+an?\s+|-)|an?\s+half[\s-]))"
    rf"(?:(?:{_WHICH}|single|one|minimum|reasonable)[\s-]+){{0,2}}(?:(?P<business>{_BUSINESS})[\s-]+)?"
    rf"(?P<unit>{UNIT_WORDS})\b|\b(?P<alone>an?\s+fortnight)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:to|or|and|through|[\u2010-\u2013-]|,)\s*", re.IGNORECASE)
_BOUND = re.compile(
    r"(?:(?P<least>at\s+least|not?\s+(?:be\s+)?(?:less|fewer)\s+than|(?:a\s+)?minimum\s+(?:period\s+)?of|(?:more|longer)\s+than"
    r"|not?\s+(?:earlier|sooner)\s+than)|(?P<most>at\s+most|not?\s+(?:be\s+)?(?:more|longer|later)\s+than|up\s+to"
    r"|not\s+(?:to\s+)?exceed(?:ing)?|(?:a\s+)?maximum\s+(?:period\s+)?of|(?:less|fewer)\s+than))\s+(?:an?\s+)?[^\w]*$",
    re.IGNORECASE,
)
_BOUND_WIDTH = 40
_PERCENT = re.compile(r"[)\]]?\s*(?:%|per\s?cent\b|percent\b)(?:\s*[(\[][\d.,]+\s*%\s*[)\]])?", re.IGNORECASE)
_BASIS_POINTS = re.compile(r"[)\]]?\s*basis\s+points\b", re.IGNORECASE)
_CODES = r"USD|EUR|GBP|CHF|CAD|AUD|NZD|SGD|HKD|JPY|CNY|RMB|INR|SEK|NOK|DKK|PLN|ZAR|BRL|ILS"
_CURRENCY_BEFORE = re.compile(
    rf"(?:\b(?:U\.?S\.?|C|CA|CAD|CDN|A|AU|AUD|NZ|S|HK)?\s?\$|\b(?:{_CODES}|Rs\.?|Euros?)|[€£¥₹]|\$)\s*$", re.IGNORECASE
)
_CURRENCY_AFTER = re.compile(
    r"\s*(?:(?:U\.?S\.?A?\.?|United\s+States|Canadian|Australian|Hong\s+Kong|Singapore)\s+dollars?\b"
    rf"|(?:dollars?|euros?|pounds?(?:\s+sterling)?|(?:Swiss\s+)?francs|rupees|yen|renminbi|yuan|kronor|{_CODES})\b"
    r"|[€£$](?!\s?\d))"
    r"(?:\s*[(\[]\s*(?:U\.?S\.?|[A-Z]{3})?\s*[$€£]?\s*[\d.,'’]*\d(?:\s*[A-Z]{3}|\.00|[€£$])?\s*[)\]])?",
    re.IGNORECASE,
)
_WIDEST_CURRENCY = 8
_EURO = re.compile(r"€|EUR|CHF", re.IGNORECASE)
_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_REFERENCE = re.compile(
    r"(?:\b(?:sections?|clauses?|articles?|paragraphs?|exhibits?|schedules?|annex(?:es)?|appendix|part|version|item|no\.)"
    r"|§+)\s*[\d.]+(?:\(\w{1,4}\))*(?:(?:\s*(?:,|and|or|to|through|[\u2013-])\s*)+[\d.]+(?:\(\w{1,4}\))*)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in the unit that was asked for, the words it was read from, and how it follows from them.

    Attributes:
        derivation: "" where the words say it plainly.
    """

    value: float
    span: Span
    derivation: str = ""


def whole(value: float) -> int | float:
    """Return `value` as an integer where it is one."""
    return int(value) if value == int(value) else value


def find_durations(text: str, unit: DurationUnit) -> Iterator[Quantity]:
    """Yield the durations of `text`, converted to `unit` and rounded to whole units, in order."""
    found = [*_numbered(text, unit), *_unnumbered(text, unit)]
    yield from sorted(found, key=lambda quantity: quantity.span.start)


def _numbered(text: str, unit: DurationUnit) -> Iterator[Quantity]:
    for run in _runs(text, find_numbers(text)):
        if not (found := _UNIT.match(text, run[-1].span.end)):
            continue
        numbers = run if len(run) == 1 else _without_cited(text, run)
        for number in numbers:  # "15 to 30 days": both have the unit
            span = Span(number.span.start, found.end() if number is run[-1] else number.span.end)
            words = text[number.span.start : number.span.end] + text[run[-1].span.end : found.end()]
            why = [number.doubt] if number.doubt else []
            why += [] if len(numbers) == 1 else [f"one end of “{_one_line(text[run[0].span.start : found.end()])}”"]
            why += _bound(text, numbers[0].span.start)
            yield _duration(number.value, _name(found), unit, span, words, why)


def _without_cited(text: str, run: Sequence[Number]) -> list[Number]:
    """Return the numbers of a run that its last number's unit is said of: not those of "Section 4 and 30 days"."""
    cited = _spans(_REFERENCE, text)
    return [*(number for number in run[:-1] if not _inside(number.span, cited)), run[-1]]


def _runs(text: str, numbers: Iterable[Number]) -> Iterator[list[Number]]:
    """Yield numbers that share what follows the last of them: "15 to 30 days"."""
    run: list[Number] = []
    for number in numbers:
        if run and not _RANGE.fullmatch(text, run[-1].span.end, number.span.start):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _unnumbered(text: str, unit: DurationUnit) -> Iterator[Quantity]:
    """Yield durations of one unit, or half of one, that no number states: "within a month", "half a year"."""
    for found in _SINGLE.finditer(text):
        start = found.end() - len(found.group()) if found["half"] or found["alone"] else _article(found)
        words = text[start : found.end()]
        name = "fortnight" if found["alone"] else _name(found)
        yield _duration(0.5 if found["half"] else 1, name, unit, Span(start, found.end()), words, ())


def _article(found: re.Match[str]) -> int:
    """Return where the last "a" or "an" of the words before a unit begins."""
    article = list(re.finditer(r"\ban?\s", found.group(), re.IGNORECASE))[-1]
    return found.start() + article.start()


def _name(found: re.Match[str]) -> str:
    name = in_small_letters(found["unit"])
    name = _SHORT.get(name, name)
    return "business day" if found["business"] and name == "day" else name


def _duration(number: float, name: str, unit: DurationUnit, span: Span, words: str, why: Sequence[str]) -> Quantity:
    value = convert(number, name, unit)
    if f"{name}s" != unit:
        words = _one_line(words).rstrip("'’")
        verb = "count" if words.endswith("s") else "counts"
        why = (*why, f"“{words}” {verb} as {value:g} {unit if value != 1 else unit[:-1]}")
    return Quantity(value, span, "; ".join(why))


def convert(value: float, name: str, unit: DurationUnit) -> float:
    """Return so many of the unit called `name` ("month", "business day") in `unit`, rounded to whole ones."""
    if unit == "months" and name in _MONTHS:
        return round(value * _MONTHS[name])
    days = value * _DAYS[name]
    return round({"hours": days * 24, "days": days, "months": days / 30}[unit])


def _bound(text: str, start: int) -> tuple[str, ...]:
    """Return whether the words before a figure make it a bound: "at least", "no more than"."""
    found = _BOUND.search(text[max(0, start - _BOUND_WIDTH) : start])
    if not found:
        return ()
    return (f"{'a lower' if found['least'] else 'an upper'} bound: “{_one_line(found['least'] or found['most'])}”",)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def find_percentages(text: str) -> Iterator[Quantity]:
    """Yield the percentages of `text`, as numbers ("99.9%" is 99.9)."""
    last = 0
    for number in find_numbers(text):
        if number.span.start < last:  # the figure in "five percent (5%)"
            continue
        why = (*([number.doubt] if number.doubt else []), *_bound(text, number.span.start))
        if found := _PERCENT.match(text, number.span.end):
            last = found.end()
            yield Quantity(number.value, Span(number.span.start, last), "; ".join(why))
        elif found := _BASIS_POINTS.match(text, number.span.end):
            value = number.value / 100
            why = (*why, f"{number.value:g} basis points are {value:g} per cent")
            yield Quantity(value, Span(number.span.start, found.end()), "; ".join(why))


def find_money(text: str) -> Iterator[Quantity]:
    """Yield the sums of money of `text`, whatever their currency."""
    last = 0
    for number in find_numbers(text):
        before, after = _currency(text, number)
        if number.span.start < last or not (before or after):
            continue
        span = Span(number.span.start - len(before), number.span.end + len(after))
        last = span.end
        value, why = number.value, [number.doubt] if number.doubt else []
        digits = text[number.span.start : number.span.end]
        if _DOTTED.fullmatch(digits) and _EURO.search(before or after):
            value = number.value * 1000
            why.append(f"“{digits}” is read as {value:,.0f}")
        yield Quantity(value, span, "; ".join((*why, *_bound(text, span.start))))


def _currency(text: str, number: Number) -> tuple[str, str]:
    """Return the words for a currency right before and right after `number`."""
    before = _CURRENCY_BEFORE.search(text[max(0, number.span.start - _WIDEST_CURRENCY) : number.span.start])
    after = _CURRENCY_AFTER.match(text, number.span.end)
    return before.group().lstrip() if before else "", after.group() if after else ""


def find_amounts(text: str) -> Iterator[Quantity]:
    """Yield the plain numbers and the sums of money of `text`: what a threshold may be stated in."""
    yield from sorted((*find_counts(text), *find_money(text)), key=lambda quantity: quantity.span.start)


def find_counts(text: str) -> Iterator[Quantity]:
    """Yield the plain numbers of `text`: no durations, sums, percentages, dates or references to sections."""
    finders: tuple[Callable[[str], Iterator[Quantity]], ...] = (
        lambda words: find_durations(words, "days"),
        find_percentages,
        find_money,
    )
    taken = [quantity.span for find in finders for quantity in find(text)]
    taken += [span for span, _ in find_dates(text)]
    taken += _spans(_REFERENCE, text)
    for number in find_numbers(text):
        if not _inside(number.span, taken):
            why = (*([number.doubt] if number.doubt else []), *_bound(text, number.span.start))
            yield Quantity(number.value, number.span, "; ".join(why))


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [Span(*found.span()) for found in pattern.finditer(text)]


def _inside(span: Span, others: Sequence[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)
