import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from app.desktop.row_text import draw_line

TITLE = "Limitation of liability"


def drawn(text, width):
    """Return the image of a line of text on white that may be so many pixels wide."""
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_line(painter, QRect(0, 0, width, 40), text)
    painter.end()
    return image


@pytest.fixture
def room(qapp):
    """The pixels that the whole title takes."""
    return QFontMetrics(qapp.font()).horizontalAdvance(TITLE)


def test_a_line_that_fits_is_drawn_whole(room):
    assert drawn(TITLE, room + 10) == drawn(TITLE, 400)


def test_of_a_line_that_does_not_fit_the_end_is_left_out(room):
    short = drawn(TITLE, room // 2)
    beyond = short.copy(room // 2, 0, 400 - room // 2, 40)
    assert beyond == drawn("", 400).copy(room // 2, 0, 400 - room // 2, 40)
    assert short != drawn("", 400)
