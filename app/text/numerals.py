"""Numbers as words and as Roman numerals."""

import re
from collections.abc import Sequence

UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = ("thousand", "million", "billion")
_VALUES = {word: number for number, word in enumerate(UNITS)} | {word: 10 * n for n, word in enumerate(TENS, start=2)}
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_ROMAN_NUMERAL = re.compile(
    r"(?=.)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE | re.ASCII
)
_ROMAN_VALUES = {digit: worth for worth, digit in _ROMAN if len(digit) == 1}


def number_in_words(number: int) -> str:
    """Return a number from 0 to 999 in words: "one hundred eighty", "forty-five"."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return f"{TENS[tens - 2]}-{UNITS[units]}" if units else TENS[tens - 2]
    hundreds, rest = divmod(number, 100)
    return f"{UNITS[hundreds]} hundred" + (f" {number_in_words(rest)}" if rest else "")


def read_number_words(words: Sequence[str]) -> int | None:
    """Return the number that `words` in small letters spell ("one", "hundred", "and", "five"); None for no number."""
    if not words or words[-1] == "and":
        return None
    total = group = 0
    room, scale = 1000, 1000 ** (len(SCALES) + 1)  # what may be added to the group; what the next scale is under
    for before, word in zip(("", *words), words, strict=False):
        if word == "and":
            if before != "hundred" and before not in SCALES:
                return None
        elif word in SCALES:
            worth = 1000 ** (SCALES.index(word) + 1)
            if not group or worth >= scale:
                return None
            total, group, room, scale = total + group * worth, 0, 1000, worth
        elif word == "hundred":
            if not 0 < group < 100:
                return None
            group, room = group * 100, 100
        elif word in _VALUES and _VALUES[word] < room and (_VALUES[word] or len(words) == 1):
            group += _VALUES[word]
            room = 10 if _VALUES[word] >= 20 else 0
        else:
            return None
    return total + group


def roman(number: int) -> str:
    """Return a number above 0 as a Roman numeral in small letters."""
    digits = []
    for worth, digit in _ROMAN:
        count, number = divmod(number, worth)
        digits.append(digit * count)
    return "".join(digits)


def read_roman(text: str) -> int:
    """Return the value of a Roman numeral below 4000, in letters of either size; 0 where `text` is none."""
    if not _ROMAN_NUMERAL.fullmatch(text):
        return 0
    total = last = 0
    for digit in reversed(text.lower()):
        value = _ROMAN_VALUES[digit]
        total += value if value >= last else -value
        last = max(last, value)
    return total
