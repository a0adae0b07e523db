"""Numbers as contracts write them: "30", "thirty (30)", "700 million", "1,000,000", "2.5", "twenty-four"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.model.span import Span
from app.text.numerals import TENS, UNITS

_WORDS = {word: value for value, word in enumerate(UNITS)} | {
    word: 10 * value for value, word in enumerate(TENS, start=2)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SHORT_SCALES = {"k": 1_000, "m": 1_000_000, "mm": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000}

_WORD = "|".join([*UNITS, *TENS])
_DIGITS = r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d+)?|\d{1,18}(?!\d)(?:\.\d+)?"  # a longer row of digits counts nothing
_NUMBER = re.compile(
    rf"(?<![\w.])(?:"
    rf"(?P<digits>{_DIGITS})(?:\s*(?P<scale>hundred|thousand|million|billion)\b|(?P<short>bn|mm|[kmb])\b)?"
    rf"(?:\s*\((?:{_WORD}|hundred|thousand|[\s-]|and)+\))?"
    rf"|(?P<words>(?:an?\s+(?=hundred|thousand|million))?\b(?:{_WORD}|hundred|thousand|million|billion)"
    rf"(?:(?:\s+and\s+|[\s-]+)(?:{_WORD}|hundred|thousand|million|billion))*)\b(?:\s*\((?P<inside>{_DIGITS})\))?"
    rf")",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands."""

    value: float
    span: Span


def find_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of `text` in order; figures in brackets after their words belong to them."""
    for found in _NUMBER.finditer(text):
        if digits := found["digits"] or found["inside"]:
            value = float(digits.replace(",", ""))
            value *= _SCALES.get((found["scale"] or "").lower(), 1) * _SHORT_SCALES.get(
                (found["short"] or "").lower(), 1
            )
        else:
            value = _value_of_words(found["words"])
        yield Number(value, Span(found.start(), found.end()))


def _value_of_words(words: str) -> float:
    """Return the value of number words ("two hundred and fifty thousand")."""
    total, current = 0, 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in _WORDS:
            current += _WORDS[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
    return float(total + current)
