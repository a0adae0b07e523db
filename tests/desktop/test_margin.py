import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from app.desktop import theme
from app.desktop.margin import MARGIN, MarkedBlock, paint_margin
from app.model.matter import UNDECIDED, Decision

COLUMN = QRectF(MARGIN, 0, 400, 0)


@pytest.fixture
def painted(qapp):
    """Paint blocks, and return the margin as an image."""

    def paint(*blocks):
        image = QImage(MARGIN, 60, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setFont(qapp.font())
        paint_margin(painter, blocks, COLUMN, theme.colours(QPalette(QColor("white"))))
        painter.end()
        return image

    return paint


def test_what_is_not_covered_is_marked_otherwise_than_what_is_of_low_severity(painted, findings):
    place = QRectF(MARGIN, 10, 400, 40)
    low = MarkedBlock(place, (findings[4],), (UNDECIDED,), None, in_cell=False, uncovered=False)
    uncovered = MarkedBlock(place, (), (), None, in_cell=False, uncovered=True)
    assert len({bytes(image.constBits()) for image in (painted(), painted(low), painted(uncovered))}) == 3


def test_a_finding_of_a_table_row_takes_the_room_of_the_question_mark(painted, findings):
    first, second = QRectF(MARGIN + 20, 10, 100, 40), QRectF(MARGIN + 140, 10, 100, 40)
    found = MarkedBlock(first, (findings[0],), (UNDECIDED,), None, in_cell=True, uncovered=False)
    uncovered = MarkedBlock(second, (), (), None, in_cell=True, uncovered=True)
    assert painted(found, uncovered) == painted(found)
    assert painted(uncovered) != painted()


@pytest.mark.parametrize("verb", ["accept", "fallback", "edit", "accept-risk", "skip"])
def test_what_was_decided_stands_beside_the_badge(painted, findings, verb):
    place = QRectF(MARGIN, 10, 400, 40)
    images = [
        painted(MarkedBlock(place, (findings[0],), (decision,), None, in_cell=False, uncovered=False))
        for decision in (UNDECIDED, Decision(verb))
    ]
    beside = [image.copy(0, 0, int(MARGIN - 4.75 * 8), 60) for image in images]
    assert beside[0] != beside[1]


def test_what_is_open_is_shown_before_what_is_decided(painted, findings):
    place = QRectF(MARGIN, 10, 400, 40)
    decided, still = Decision("accept"), UNDECIDED
    both = MarkedBlock(place, findings[:2], (decided, still), None, in_cell=False, uncovered=False)
    one = MarkedBlock(place, findings[1:2], (still,), None, in_cell=False, uncovered=False)
    right = (int(MARGIN - 2.5 * 8 - 20), 0, 20, 60)
    assert painted(both).copy(*right) == painted(one).copy(*right)
