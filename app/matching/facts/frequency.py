"""How often a year something may happen: "once a year", "twice in any 12-month period", "annually"."""

import re
from collections.abc import Iterator

from app.matching.facts.numbers import find_numbers
from app.matching.facts.quantities import Quantity, find_durations
from app.model.span import Span
from app.text.words import in_small_letters

_TIMES = re.compile(r"\b(?:(?P<word>once|twice|thrice)|times?)\b", re.IGNORECASE)
_WORDS = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_OF = re.compile(
    r"\s*(?:(?:an?|per|each|every|in|during|within|any|one|the|over|single|given|calendar|contract|fiscal|rolling"
    r"|consecutive|successive|period|of|course)[\s-]+)+(?P<unit>year|quarter|month)?",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?P<rate>semi-?annual|half-?yearly|bi-?annual|annual|yearly|quarterly|monthly)(?:ly)?\b(?!\s+(?:fees?|report\w*"
    r"|revenues?|charges?|subscription))"
    r"|\b(?:each|every)\s+(?:calendar\s+|contract\s+)?(?P<unit>year|quarter|month)\b",
    re.IGNORECASE,
)
_A_YEAR = {"s": 2, "h": 2, "b": 2, "a": 1, "y": 1, "q": 4, "m": 12}
_MONTHS_OF_YEAR = 12
_WIDEST_NUMBER = 40


def find_frequencies(text: str) -> Iterator[Quantity]:
    """Yield how often a year things may happen by the words of `text`, in order."""
    last = 0
    for times in _TIMES.finditer(text):
        counted = _counted(text, times)
        if counted is None:
            continue
        number, start = counted
        if found := _per_year(text, times.end()):
            value, end = number * found[0], found[1]
            last = end
            yield _quantity(text, value, Span(start, end))
    for rate in _RATE.finditer(text, last):
        yield _quantity(text, _A_YEAR[in_small_letters(rate["rate"] or rate["unit"])[0]], Span(*rate.span()))


def _counted(text: str, times: re.Match[str]) -> tuple[float, int] | None:
    """Return how many times, and where the words for it begin."""
    if times["word"]:
        return _WORDS[in_small_letters(times["word"])], times.start()
    start = max(0, times.start() - _WIDEST_NUMBER)
    numbers = list(find_numbers(text[start : times.start()]))
    if not numbers or text[start + numbers[-1].span.end : times.start()].strip():
        return None
    return numbers[-1].value, start + numbers[-1].span.start


def _per_year(text: str, start: int) -> tuple[float, int] | None:
    """Return how many of the period named at `start` make a year, and where its words end."""
    found = _OF.match(text, start)
    if not found:
        return None
    if found["unit"]:
        return _A_YEAR[in_small_letters(found["unit"])[0]], found.end()
    for duration in find_durations(text[found.end() : found.end() + 60], "months"):
        if duration.value and not text[found.end() : found.end() + duration.span.start].strip():
            return _MONTHS_OF_YEAR / duration.value, found.end() + duration.span.end
    return None


def _quantity(text: str, value: float, span: Span) -> Quantity:
    words = " ".join(text[span.start : span.end].split())
    value = round(value, 2)
    plain = re.fullmatch(r".*\b(?:a|per)\s+year", words, re.IGNORECASE)
    return Quantity(value, span, "" if plain else f"“{words}” counts as {value:g} a year")
