import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from app.desktop import theme
from app.desktop.rounds.point_delegate import paint_sign
from app.desktop.rounds.points_pane import PointsPane


@pytest.fixture
def pane(qtbot, rounds):
    pane = PointsPane()
    qtbot.addWidget(pane)
    pane.resize(400, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_round(rounds, rounds.last)
    return pane


def test_the_first_point_is_chosen(pane):
    assert pane.point.id == "U2"


def test_chips_are_there_for_groups_that_have_points(pane):
    shown = {group: chip.accessibleName() for group, chip in pane.chips.chips.items() if not chip.isHidden()}
    assert shown == {
        "untracked": "! Without a trace 1",
        "reopened": "↺ Opened again 1",
        "accepted": "✓ Accepted 1",
        "countered": "⇄ Countered 1",
        "ignored": "○ No answer 1",
        "new": "+ Their asks 2",
        "quiet": "· Blanks and fields 1",
    }


def test_a_chip_keeps_its_group(qtbot, pane):
    qtbot.mouseClick(pane.chips.chips["new"], Qt.MouseButton.LeftButton)
    assert pane.model.rowCount() == 2
    assert pane.point.id == "N1"


def test_words_narrow_the_list(pane):
    pane.search.setText("hours")
    assert pane.model.rowCount() == 1


def test_a_filter_that_fits_nothing_says_so(qtbot, pane):
    with qtbot.waitSignal(pane.point_chosen) as chosen:
        pane.search.setText("nowhere to be found")
    assert chosen.args == [None]
    assert pane.nothing.text() == "No point fits this filter."


def test_filters_give_way_to_a_point_that_is_asked_for(pane):
    pane.search.setText("hours")
    pane.choose("R1")
    assert pane.point.id == "R1"


@pytest.mark.parametrize(("by", "name"), [(1, "R1"), (-1, "U2")])
def test_steps_lead_through_the_list(pane, by, name):
    pane.step(by)
    assert pane.point.id == name


def test_what_must_be_seen_first_has_a_filled_sign(qapp, rounds):
    ours = theme.colours(qapp.palette())
    drawn = []
    for name in ("U2", "N1"):
        picture = QPixmap(40, 40)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        paint_sign(painter, picture.rect().toRectF(), rounds.last.point(name), ours)
        painter.end()
        drawn.append(picture.toImage().pixelColor(4, 8).name())
    assert drawn == [ours.critical, "#ffffff"]
