import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from app.desktop.row_text import draw_line, draw_lines, lines_of

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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Limitation of liability", 2),
        ("Limitation", 1),
        ("Limitation-of-liability", 2),
        ("Limitationofliability", 2),
        ("", 0),
    ],
)
def test_a_text_takes_the_lines_that_its_words_or_a_long_name_need(room, text, lines):
    assert lines_of(QFontMetrics(QFont()), text, room * 3 // 4) == lines


def lines_drawn(text, height):
    """Return the image of lines of text on white that may be so many pixels high."""
    image = QImage(100, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_lines(painter, QRect(0, 0, 100, height), text)
    painter.end()
    return image


def test_no_more_lines_are_drawn_than_there_is_room_for(qapp):
    line = QFontMetrics(qapp.font()).height()
    two = lines_drawn("Limitation of liability and of all else", 2 * line)
    assert two != lines_drawn("Limitation of liability and of all else", line)
    assert two.copy(0, 2 * line + 2, 100, 100) == lines_drawn("", 0).copy(0, 2 * line + 2, 100, 100)
