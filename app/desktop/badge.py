"""The mark of a severity: a letter in a rounded square, the same in the margin, the list and the detail."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.desktop import words
from app.desktop.theme import Colours
from app.model.clause import Severity


def paint_badge(painter: QPainter, place: QRectF, severity: Severity, colours: Colours) -> None:
    """Paint the badge of `severity` at `place`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.of(severity)))
    painter.drawRoundedRect(place, 4, 4)
    painter.setPen(QColor(colours.on_badge))
    font = painter.font()
    font.setPixelSize(int(place.height() * 0.66))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words.severity_letter(severity))
    painter.restore()
