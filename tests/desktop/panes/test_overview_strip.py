import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from app.desktop.overview import OverviewMark
from app.desktop.panes.overview_strip import OverviewStrip
from app.model.matter import Decision


@pytest.fixture
def strip(qtbot, findings):
    strip = OverviewStrip()
    qtbot.addWidget(strip)
    strip.resize(strip.sizeHint().width(), 400)
    with qtbot.waitExposed(strip):
        strip.show()
    strip.show_marks(
        (
            OverviewMark(0.1, findings[0]),
            OverviewMark(0.3, findings[1]),
            OverviewMark(0.3, findings[2]),
            OverviewMark(0.5, kind="deleted"),
            OverviewMark(0.52, kind="inserted"),
            OverviewMark(0.9, findings[3]),
        )
    )
    return strip


def at(share):
    """Return a point of the strip so far down."""
    return QPoint(8, round(8 + share * 384))


def band(strip, share):
    """Return how the strip looks there."""
    picture = strip.grab().toImage()
    return picture.copy(0, at(share).y() - 10, picture.width(), 20)


def test_a_click_on_a_mark_chooses_its_finding(qtbot, strip, findings):
    with qtbot.waitSignal(strip.finding_chosen) as chosen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at(0.1))
    assert chosen.args == [findings[0]]


def test_a_second_click_chooses_the_next_finding_there(qtbot, strip, findings):
    strip.show_finding(findings[1])
    with qtbot.waitSignal(strip.finding_chosen) as chosen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at(0.3))
    assert chosen.args == [findings[2]]


def test_a_click_beside_all_marks_leads_to_the_place(qtbot, strip):
    with qtbot.waitSignal(strip.share_chosen) as chosen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at(0.7))
    assert chosen.args == [pytest.approx(0.7, abs=0.01)]


def test_a_click_below_the_last_place_leads_to_the_end(qtbot, strip):
    with qtbot.waitSignal(strip.share_chosen) as chosen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(8, 399))
    assert chosen.args == [1.0]


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.9])
def test_marks_are_to_be_seen(strip, share):
    marked = band(strip, share)
    strip.show_marks(())
    assert band(strip, share) != marked


def test_the_chosen_finding_stands_out(strip, findings):
    before = band(strip, 0.9)
    strip.show_finding(findings[3])
    assert band(strip, 0.9) != before


def test_what_is_decided_is_hollow(strip, findings):
    before = band(strip, 0.9)
    strip.show_decisions({findings[3].clause.id: Decision("accept")})
    hollow = band(strip, 0.9)
    assert hollow != before
    strip.show_decisions({findings[3].clause.id: Decision(note="Look again.")})
    assert band(strip, 0.9) == before


def test_the_tip_names_the_findings(strip, findings):
    strip.show_decisions({findings[1].clause.id: Decision("skip")})
    assert strip.tip_at(at(0.3).y()) == "High: Indemnity by the customer (decided)\nHigh: Cure period"


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # said of every tool tip
def test_a_tip_is_shown_for_the_mark_under_the_pointer(strip):
    pointed = at(0.1)
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, pointed, strip.mapToGlobal(pointed)))
    assert QToolTip.text() == "Critical: User threshold"


def test_the_strip_says_how_much_is_marked(strip, findings):
    strip.show_decisions({findings[0].clause.id: Decision("accept")})
    assert strip.accessibleName() == "Overview of the document"
    told = "4 findings, 1 of them decided; 2 places with changes. The list of findings tells the same."
    assert strip.accessibleDescription() == told
