"""Typed numbers of clauses and list items: what follows "iv.", and what fits between "4." and "5."."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.text.numerals import read_roman, roman

Style = Literal["arabic", "letter", "roman"]

_NUMBER = re.compile(r"(?P<before>.*?)(?P<core>\d+|[A-Za-z]+)(?P<after>[^0-9A-Za-z]*)")


@dataclass(frozen=True, slots=True)
class Number:
    """A typed number in three parts: "(iv)" is "(", "iv", ")"; "4.10" is "4.", "10", ""."""

    before: str
    core: str
    after: str

    @property
    def text(self) -> str:
        """The number as typed."""
        return self.before + self.core + self.after


def parse_number(marker: str) -> Number | None:
    """Return the number in `marker`; None for a bullet or nothing."""
    match = _NUMBER.fullmatch(marker.strip())
    return Number(match["before"], match["core"], match["after"]) if match else None


def style_of(cores: Iterable[str]) -> Style:
    """Return how a list counts, given the numbers of its items in order; "i" alone is Roman, "c" alone a letter."""
    found = [core.lower() for core in cores]
    if all(core.isdecimal() for core in found):
        return "arabic"
    could_be_roman = all(map(read_roman, found))
    return "roman" if could_be_roman and (found[0] == "i" or any(len(core) > 1 for core in found)) else "letter"


def value_of(core: str, style: Style) -> int:
    """Return what `core` counts; 0 where it is not written in `style`."""
    if style == "arabic":
        return int(core) if core.isdecimal() else 0
    if style == "letter":
        value = 0
        for letter in core.lower():
            value = value * 26 + ord(letter) - ord("a") + 1
        return value if core.isalpha() else 0
    return read_roman(core)


def following(number: Number, style: Style, steps: int = 1) -> Number:
    """Return the number `steps` after `number`."""
    return _counting(number, value_of(number.core, style) + steps, style)


def first_like(number: Number, style: Style) -> Number:
    """Return the first number of a list that counts as `number` does."""
    return _counting(number, 1, style)


def _counting(number: Number, value: int, style: Style) -> Number:
    """Return `value` written as `number` is."""
    written = _written(value, style)
    return Number(number.before, written.upper() if number.core.isupper() else written, number.after)


def inserted(number: Number, style: Style, steps: int = 1) -> Number:
    """Return a number between `number` and the next: "4A." after "4.", "(aa)" after "(a)"; `steps` 2 gives "4B."."""
    letter = _written(steps, "letter")
    return Number(
        number.before, number.core + (letter.upper() if _wants_capital(number, style) else letter), number.after
    )


def _wants_capital(number: Number, style: Style) -> bool:
    return style == "arabic" or number.core.isupper()


def _written(value: int, style: Style) -> str:
    if style == "arabic":
        return str(value)
    if style == "letter":
        pieces = ""
        while value > 0:
            value, rest = divmod(value - 1, 26)
            pieces = chr(ord("a") + rest) + pieces
        return pieces
    return roman(value)
