"""Numbers as contracts write them: "30", "thirty (30)", "700 million", "1,000,000", "1.000,00", "1½", "twenty-four"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.model.span import Span
from app.text.numerals import TENS, UNITS, read_number_words
from app.text.words import in_small_letters

_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SHORT_SCALES = {"k": 1_000, "m": 1_000_000, "mm": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000}
_HALVES = "½¼¾"
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}

_DASH = r"[-\u2010-\u2013]"
_BLANK = rf"(?:\s+|\s*{_DASH}\s*)"
_WORD = "|".join(sorted((*UNITS, *TENS), key=len, reverse=True))
_ANY_WORD = rf"(?:{_WORD}|hundred|thousand|million|billion)"
_AND = r"(?:(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion))\s+and)?"  # "fifteen and thirty" are two numbers
_ROW = rf"{_ANY_WORD}(?:{_AND}{_BLANK}{_ANY_WORD})*"
_DIGITS = (
    r"(?:\d{1,3}(?:[,'’]\d{3}){1,6}(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,6}(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3}){1,6},\d\d|\d{1,3}(?:\.\d{3}){2,6}|\d{1,3},\d{1,2}(?=\s?%)"  # as on the Continent
    r"|\d{1,18}(?!\d)(?:\.\d+)?|\.\d+)"  # a longer row of digits counts nothing
)
_SCALE = rf"(?:{_BLANK}?(?P<scale>hundred|thousand|million|billion)\b|(?P<short>bn|mm|mn|[km](?![\w²³])|(?-i:B))\b)?"
_FRACTION = rf"(?:\s?(?P<part>[{_HALVES}])|\s(?P<over>1\s?[/\u2044\u2215]\s?2)\b)?"
_HALF = r"(?P<half>\s+and\s+(?:a|one)[\s-]+half\b)?"
_NUMBER = re.compile(
    rf"(?<![\w.])(?<!\d[,:/])(?:"
    rf"(?P<digits>{_DIGITS})(?!(?:st|nd|rd|th)\b|[:/]\d|\d)(?![\u00a0\s]?[ap]\.?m\b){_FRACTION}{_SCALE}"
    rf"(?:\s*[(\[]\s*(?P<spelt>{_ROW})\s*[)\]])?"
    rf"|(?P<words>(?:an?\s+(?=hundred|thousand|million|billion))?\b{_ROW})\b"
    rf"(?!{_BLANK}(?:thirds?|fourths?|fifths?|tenths?)\b){_HALF}"
    rf"(?:\s*{_DASH}?\s*[(\[]\s*(?P<inside>{_DIGITS})(?:\s?(?P<inside_part>[{_HALVES}]))?\s*[)\]])?"
    rf"|(?P<alone>[{_HALVES}])"
    rf")",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands.

    Attributes:
        doubt: That its words and its figure disagree, in words; "" where they do not.
    """

    value: float
    span: Span
    doubt: str = ""


def find_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of `text` in order; a figure in brackets after its words belongs to them.

    Where the two disagree, the words count, as courts hold.
    """
    for found in _NUMBER.finditer(text):
        if found["alone"]:
            words = figure = _PARTS[found["alone"]]
        elif found["digits"]:
            figure = _value_of_digits(found)
            words = _value_of_words(found["spelt"], figure)
        else:
            words = _value_of_words(found["words"], -1) + (0.5 if found["half"] else 0)
            inside = found["inside"]
            figure = _plain_value(inside) + _PARTS.get(found["inside_part"] or "", 0) if inside else words
        if words < 0:  # "nineteen ninety-five"
            continue
        doubt = "" if words == figure else f"the figure beside it is {figure:g}; words count before figures"
        yield Number(words, Span(found.start(), found.end()), doubt)


def _value_of_digits(found: re.Match[str]) -> float:
    value = _plain_value(found["digits"]) + _PARTS.get(found["part"] or "", 0.5 if found["over"] else 0)
    scale = _SCALES.get(in_small_letters(found["scale"] or ""), 1)
    scale *= _SHORT_SCALES.get(in_small_letters(found["short"] or ""), 1)
    return round(value * scale, 6)  # 1.1 million is not 1100000.0000000001


def _plain_value(digits: str) -> float:
    """Return the value of digits with their marks; a comma before one or two last digits is the decimal one."""
    if digits.count(".") > 1 or re.search(r",\d{1,2}$", digits):
        digits = digits.replace(".", "").replace(",", ".")
    return float(re.sub(r"[^\d.]", "", digits))


def _value_of_words(words: str | None, otherwise: float) -> float:
    """Return the value of number words ("two hundred and fifty thousand"), `otherwise` where they make none."""
    row = re.findall(r"[a-z]+", in_small_letters(words or ""))
    if row and row[0] in ("a", "an"):
        row[0] = "one"
    elif row and row[0] in _SCALES:
        row.insert(0, "one")
    value = read_number_words(row)
    return otherwise if value is None else float(value)
