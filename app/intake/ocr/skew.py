"""Lines of print that run askew, because the sheet lay so in the scanner, to level ones."""

from collections.abc import Sequence
from statistics import median

from app.intake.pdf.placed import PlacedWord

_FEWEST = 4  # words of a line that shows how the page lies
_STEEPEST = 0.15  # 8.5 degrees; what runs steeper is no line of the text


def levelled(lines: Sequence[Sequence[PlacedWord]]) -> list[PlacedWord]:
    """Return the words of `lines` as they stand once all are moved up or down so that the lines are level.

    Those in the middle stay, at a slope of one degree those at the margins move by five points.
    """
    words = [word for line in lines for word in line]
    slopes = [slope for line in lines if len(line) >= _FEWEST and abs(slope := _slope(line)) < _STEEPEST]
    if not slopes:
        return words
    slope = median(slopes)
    middle = (min(word.left for word in words) + max(word.right for word in words)) / 2
    return [_lifted(word, slope * ((word.left + word.right) / 2 - middle)) for word in words]


def _slope(line: Sequence[PlacedWord]) -> float:
    """Return by how much a line goes down for each point to the right; infinite for one that does not go right."""
    first, last = line[0], line[-1]
    along = (last.left + last.right - first.left - first.right) / 2
    down = (last.top + last.bottom - first.top - first.bottom) / 2
    return down / along if along > 0 and not first.turn else float("inf")


def _lifted(word: PlacedWord, by: float) -> PlacedWord:
    return word if word.turn else word._replace(top=word.top - by, bottom=word.bottom - by, lift=by)
