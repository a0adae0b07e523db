"""A word where it is printed on a page: what the readers of pages share."""

from typing import NamedTuple


class PlacedWord(NamedTuple):
    """A word with its place in points from the top left corner of the page.

    Attributes:
        font: Name of its font; "" where it is not known.
        size: Of the font, in points; 0 where it is not known.
        confidence: Of text recognition, from 0 to 1; 1 for text of the file itself.
        turn: By how many degrees it is shown turned clockwise, in quarters of a turn.
        lift: By how much it is printed lower than `top` and `bottom` say, because its line was made level.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    font: str = ""
    size: float = 0.0
    confidence: float = 1.0
    bold: bool = False
    italic: bool = False
    turn: int = 0
    lift: float = 0.0
