"""Numbers and bullets of lists as browsers and office programs print them."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.text.numerals import roman

_BULLETS = {"disc": "•", "circle": "◦", "square": "▪"}
_MOST_ROMAN = 3999
_MOST_NUMBER = 1_000_000_000


@dataclass(slots=True)
class OpenList:
    """A list under way: the name of its style as in CSS, and the number of its last item."""

    style: str
    number: int = 0


def mark_of(lists: Sequence[OpenList], value: str = "", style: str = "") -> str:
    """Return what is printed before the next item of the innermost of `lists`, and count it.

    `value` is a number that the item sets, `style` another style than its list's.
    """
    if not lists:
        return _BULLETS["disc"]
    current = lists[-1]
    stated = value.strip()
    if stated.lstrip("-").isascii() and stated.lstrip("-").isdigit():
        current.number = int(stated[:9])
    else:
        current.number = min(current.number + 1, _MOST_NUMBER)
    style = style if style and style != "inherit" else current.style
    if style == "none":
        return ""
    if style in _BULLETS:
        return _BULLETS[style]
    number = numbered(current.number, style)
    return f"{number}." if number else _BULLETS["disc"]


def numbered(value: int, style: str) -> str:
    """Return a number in the style of that name in CSS; "" for a style that does not count."""
    if style in ("lower-roman", "upper-roman"):
        text = roman(value) if 0 < value <= _MOST_ROMAN else str(value)
    elif style in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin"):
        text = letters(value)
    elif style == "decimal-leading-zero":
        return f"{value:02}"
    elif style == "decimal":
        return str(value)
    else:
        return ""
    return text.upper() if style.startswith("upper") else text


def letters(value: int, *, repeated: bool = False) -> str:
    """Return a number in small letters: a to z, then aa, ab and so on, or aa, bb where letters are `repeated`."""
    if value < 1:
        return str(value)
    if repeated:
        return chr(97 + (value - 1) % 26) * min(1 + (value - 1) // 26, 30)
    text = ""
    while value:
        value, place = divmod(value - 1, 26)
        text = chr(97 + place) + text
    return text
