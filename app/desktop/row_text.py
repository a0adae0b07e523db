"""Text in the rows of lists that are painted by hand."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter


def draw_line(painter: QPainter, place: QRect, text: str) -> None:
    """Draw `text` as one line at the top of `place`; an ellipsis stands for an end that has no room."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)


def draw_lines(painter: QPainter, place: QRect, text: str) -> None:
    """Draw `text` in the lines that `place` has room for; an ellipsis stands for the end that has none."""
    letters, left = painter.fontMetrics(), text
    lines = place.height() // letters.height()
    for number in range(lines):
        shown, left = (left, "") if number == lines - 1 else _broken(letters, left, place.width())
        draw_line(painter, place.adjusted(0, number * letters.height(), 0, 0), shown)


def lines_of(letters: QFontMetrics, text: str, width: int) -> int:
    """Return in how many lines `draw_lines` sets `text` in full."""
    lines = 0
    while text:
        _, text = _broken(letters, text, width)
        lines += 1
    return lines


def _broken(letters: QFontMetrics, text: str, width: int) -> tuple[str, str]:
    """Return what of `text` fits in a line, and the rest; it is broken between words, or in a long name."""
    if letters.horizontalAdvance(text) <= width:
        return text, ""
    fitting = max(len(letters.elidedText(text, Qt.TextElideMode.ElideRight, width)) - 1, 1)
    end = text.rfind(" ", 0, fitting + 1)
    if end <= 0:
        end = max(text.rfind(sign, 0, fitting) + 1 for sign in "-_./") or fitting
    return text[:end], text[end:].lstrip(" ")
