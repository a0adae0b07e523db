"""Numbers in the formats of lists and notes (ECMA-376-1 17.18.59)."""

import re
from collections.abc import Callable

from app.text.numerals import number_in_words, roman

_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_CHICAGO = "*†‡§"
_MOST_LETTERS = 30  # repeated in one number
_LONGEST = 30  # digits
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_CIRCLED = {**{number: chr(0x245F + number) for number in range(1, 21)}, 0: "⓪"}
_CHINESE_DIGITS = "〇一二三四五六七八九"
_CHINESE_UNITS = ((1000, "千"), (100, "百"), (10, "十"))
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ARABIC_ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"


def format_number(value: int, style: str) -> str:
    """Return `value` in a number format, by its name; a format that is not known here is shown in decimals."""
    if style in ("none", "bullet"):
        return ""
    return _FORMATS.get(style, str)(value)


def format_custom(value: int, example: str) -> str:
    """Return `value` in a format given by its first numbers, such as "001, 002, 003, ..."."""
    first = example.split(",", 1)[0].strip()
    return str(value).zfill(min(len(first), _LONGEST)) if first.isdecimal() else str(value)


def _repeated(alphabet: str) -> Callable[[int], str]:
    """Return the format of a, b, ... z, aa, bb: Word repeats the letter, at most 30 times, and begins again."""
    size = len(alphabet)

    def letters(value: int) -> str:
        times, place = divmod((value - 1) % (_MOST_LETTERS * size), size)
        return alphabet[place] * (times + 1) if value > 0 else str(value)

    return letters


def _listed(signs: str) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else str(value)


def _digits(zero: str) -> Callable[[int], str]:
    table = {ord("0") + digit: chr(ord(zero) + digit) for digit in range(10)}
    return lambda value: str(value).translate(table)


def _roman(value: int) -> str:
    return roman(value) if 0 < value < 4000 else str(value)


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _words(value: int) -> str:
    if not 0 <= value < 1_000_000:
        return str(value)
    thousands, rest = divmod(value, 1000)
    words = f"{number_in_words(thousands)} thousand" if thousands else ""
    return f"{words} {number_in_words(rest)}" if words and rest else words or number_in_words(rest)


def _ordinal_words(value: int) -> str:
    words = _words(value)
    last = re.split(r"[ -]", words)[-1]
    ending = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return words[: len(words) - len(last)] + ending


def _chinese(value: int) -> str:
    """Return a number in Chinese words, such as 二十三; ten to nineteen without the one before the ten."""
    if not 0 < value < 10_000:
        return _CHINESE_DIGITS[0] if value == 0 else str(value)
    words, rest, skipped = "", value, False
    for unit, sign in _CHINESE_UNITS:
        digit, rest = divmod(rest, unit)
        if digit:
            words += ("零" if skipped and words else "") + _CHINESE_DIGITS[digit] + sign
        skipped = not digit
    if rest:
        words += ("零" if skipped and words else "") + _CHINESE_DIGITS[rest]
    return words.removeprefix("一") if words.startswith("一十") else words


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "lowerLetter": _repeated("abcdefghijklmnopqrstuvwxyz"),
    "upperLetter": _repeated("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda value: _words(value).capitalize(),
    "ordinalText": lambda value: _ordinal_words(value).capitalize(),
    "hex": lambda value: f"{value:X}",
    "chicago": _repeated(_CHICAGO),
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "decimalEnclosedCircle": lambda value: _CIRCLED.get(value, str(value)),
    "decimalEnclosedCircleChinese": lambda value: _CIRCLED.get(value, str(value)),
    "decimalFullWidth": _digits("０"),
    "decimalFullWidth2": _digits("０"),
    "hindiNumbers": _digits("०"),
    "thaiNumbers": _digits("๐"),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "arabicAlpha": _repeated(_ARABIC_ALPHABET),
    "arabicAbjad": _repeated(_ARABIC_ABJAD),
    "ideographTraditional": _listed(_STEMS),
    "ideographZodiac": _listed(_BRANCHES),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": lambda value: "".join(_CHINESE_DIGITS[int(digit)] for digit in str(abs(value))),
    "japaneseDigitalTenThousand": lambda value: "".join(_CHINESE_DIGITS[int(digit)] for digit in str(abs(value))),
}
