"""What a reader takes for one thing in a text: a word, a number with its sign, a date, a citation, a defined term."""

import re
from collections.abc import Collection
from functools import lru_cache

from app.text.words import WORD

_BLANK = "[ \u00a0\u202f]"
_DIGITS = r"\d+(?:[.,:/-]\d+)*"
_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_DAY}{_BLANK}(?:of{_BLANK})?{_MONTH}|{_MONTH}{_BLANK}{_DAY}),?{_BLANK}\d{{4}}\b"
_CURRENCY = rf"(?:(?:US|A|C)?[$€£¥]{_BLANK}?|(?:USD|EUR|GBP|CHF|JPY|CNY|CAD|AUD|INR|SGD|HKD){_BLANK})"
_SCALE = rf"{_BLANK}(?:thousand|million|billion|trillion)\b"
_AMOUNT = rf"{_CURRENCY}{_DIGITS}(?!\w)(?:{_SCALE})?|{_DIGITS}{_BLANK}?[%‰]"
_MARKED = r"(?:\((?:\d{1,3}|[A-Za-z]{1,4})\))"  # "(c)" in "5(c)", "(s)" in "day(s)"
_CITED = rf"§§?{_BLANK}?{WORD}{_MARKED}*"
_UNIT = (
    rf"{_DATE}|{_AMOUNT}|{_CITED}"
    rf"|\((?:{_AMOUNT}|{_DIGITS}|[A-Za-z]{{1,4}})\){_MARKED}*"  # "(30)", "(90%)", "(a)(ii)"
    rf"|{WORD}{_MARKED}*"
    r"|[.,;:!?][”’\"](?=[\s)\]]|$)"  # a closing quote with the mark before it
    r"|_+|[^\S\t\n]+|."
)


def cut_units(text: str, terms: Collection[str] = ()) -> tuple[str, ...]:
    """Cut `text` into units, stretches of blanks and single marks; joined, they are `text` again.

    A unit is what `tokenise` calls a word, and further an amount ("USD 5,000", "12.5 %"), a date ("31 March 2026"), a
    citation ("5(c)", "§ 12"), a short word or number in parentheses, and each of the defined `terms` as written.
    """
    return tuple(_pattern(frozenset(terms)).findall(text))


@lru_cache(maxsize=64)
def _pattern(terms: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a unit, the longest term first."""
    longest = sorted(filter(str.strip, terms), key=lambda term: (-len(term), term))
    named = "".join(rf"(?<!\w){re.escape(term)}(?!\w)|" for term in longest)
    return re.compile(named + _UNIT, re.DOTALL)
