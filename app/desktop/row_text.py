"""Text in the rows of lists that are painted by hand."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter


def draw_line(painter: QPainter, place: QRect, text: str) -> None:
    """Draw `text` as one line at the top of `place`; an ellipsis stands for an end that has no room."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)
