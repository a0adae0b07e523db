"""Quantities with a unit: durations, money, percentages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.matching.facts.numbers import Number, find_numbers
from app.model.span import Span

DurationUnit = Literal["hours", "days", "months"]

# A business day is 7/5 of a day; a month 30 days, a year 365: how a reader compares "10 business days" with "30 days".
_DAYS = {"hour": 1 / 24, "day": 1.0, "business day": 1.4, "week": 7.0, "month": 30.0, "quarter": 91.0, "year": 365.0}
_MONTHS = {"month": 1.0, "quarter": 3.0, "year": 12.0}
_UNIT = re.compile(
    r"[\s-]*(?:(?:full|consecutive|calendar|prior|successive)\s+)?"
    r"(?:(?P<business>business|working)[\s-]+)?(?P<unit>hour|day|week|month|quarter|year)s?\b['’]?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s*(?:%|per\s?cent\b|percent\b)", re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(r"(?:US\$|USD|EUR|GBP|CHF|[$€£])\s*$", re.IGNORECASE)
_CURRENCY_AFTER = re.compile(r"\s*(?:U\.?S\.?\s+dollars?|dollars?|euros?|pounds?|USD|EUR|GBP|CHF)\b", re.IGNORECASE)
_WIDEST_CURRENCY = 5


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in the unit that was asked for, and the words it was read from."""

    value: float
    span: Span


def find_durations(text: str, unit: DurationUnit) -> Iterator[Quantity]:
    """Yield the durations of `text`, converted to `unit` and rounded to whole units."""
    for number in find_numbers(text):
        if found := _UNIT.match(text, number.span.end):
            name = found["unit"].lower()
            yield Quantity(
                _convert(number.value, "business day" if found["business"] else name, unit),
                Span(number.span.start, found.end()),
            )


def _convert(value: float, name: str, unit: DurationUnit) -> float:
    if unit == "months" and name in _MONTHS:
        return round(value * _MONTHS[name])
    days = value * _DAYS[name]
    return round({"hours": days * 24, "days": days, "months": days / 30}[unit])


def find_percentages(text: str) -> Iterator[Quantity]:
    """Yield the percentages of `text`, as numbers ("99.9%" is 99.9)."""
    for number in find_numbers(text):
        if found := _PERCENT.match(text, number.span.end):
            yield Quantity(number.value, Span(number.span.start, found.end()))


def find_money(text: str) -> Iterator[Quantity]:
    """Yield the sums of money of `text`, whatever their currency."""
    for number in find_numbers(text):
        before = _CURRENCY_BEFORE.search(text[max(0, number.span.start - _WIDEST_CURRENCY) : number.span.start])
        after = _CURRENCY_AFTER.match(text, number.span.end)
        if before or after:
            start = number.span.start - (len(before.group()) if before else 0)
            yield Quantity(number.value, Span(start, after.end() if after else number.span.end))


def find_amounts(text: str) -> Iterator[Quantity]:
    """Yield the plain numbers and the sums of money of `text`: what a threshold may be stated in."""
    yield from sorted((*find_counts(text), *find_money(text)), key=lambda quantity: quantity.span.start)


def find_counts(text: str) -> Iterator[Quantity]:
    """Yield the plain numbers of `text`: no durations, sums, percentages or references to sections."""
    for number in find_numbers(text):
        if not _has_unit(text, number):
            yield Quantity(number.value, number.span)


def _has_unit(text: str, number: Number) -> bool:
    before = text[max(0, number.span.start - 12) : number.span.start].lower()
    if before.rstrip().endswith(("section", "sections", "clause", "article", "paragraph", "§")):
        return True
    return bool(
        _UNIT.match(text, number.span.end)
        or _PERCENT.match(text, number.span.end)
        or _CURRENCY_AFTER.match(text, number.span.end)
        or _CURRENCY_BEFORE.search(before[-_WIDEST_CURRENCY:])
    )
