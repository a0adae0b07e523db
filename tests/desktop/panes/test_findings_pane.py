import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.desktop.findings_model import FindingsModel
from app.desktop.panes.findings_pane import FindingsPane


@pytest.fixture
def pane(qtbot, review):
    pane = FindingsPane()
    qtbot.addWidget(pane)
    pane.resize(320, 500)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_review(review)
    return pane


def chip(pane, name):
    return pane.findChild(QPushButton, f"chip-{name}")


def chosen(pane):
    return pane.list.currentIndex().data(FindingsModel.FINDING_ROLE)


def test_the_findings_to_decide_are_listed_first_and_the_worst_is_chosen(pane, findings):
    assert pane.shown.rowCount() == 5
    assert chosen(pane) == findings[0]


def test_every_chip_shows_how_many_it_keeps(pane):
    names = ("all", "critical", "high", "medium", "low", "none")
    assert [chip(pane, name).text() for name in names] == [
        "To decide 5",
        "Critical 1",
        "High 2",
        "Medium 1",
        "Low 1",
        "In order 1",
    ]


def test_a_chip_keeps_the_findings_of_its_severity(qtbot, pane, findings):
    qtbot.mouseClick(chip(pane, "high"), Qt.MouseButton.LeftButton)
    assert pane.shown.rowCount() == 2
    assert chosen(pane) == findings[1]


def test_typing_keeps_the_findings_that_hold_the_words(qtbot, pane, findings):
    qtbot.keyClicks(pane.search, "policy")
    assert pane.shown.rowCount() == 1
    assert chosen(pane) == findings[3]


def test_a_filter_that_nothing_fits_says_so(qtbot, pane):
    qtbot.keyClicks(pane.search, "zzz")
    assert pane._nothing.isVisible()


def test_stepping_goes_down_and_up_and_stops_at_the_ends(pane, findings):
    pane.step(-1)
    assert chosen(pane) == findings[0]
    pane.step(1)
    assert chosen(pane) == findings[1]
    pane.step(9)
    assert chosen(pane) == findings[4]


def test_choosing_a_finding_that_is_filtered_out_lifts_the_filter(qtbot, pane, findings):
    qtbot.keyClicks(pane.search, "policy")
    pane.choose(findings[5])
    assert chosen(pane) == findings[5]
    assert chip(pane, "none").isChecked()


def test_the_chosen_finding_is_announced(qtbot, pane, findings):
    with qtbot.waitSignal(pane.finding_chosen) as signal:
        qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    assert signal.args == [findings[1]]


def test_no_chip_is_cut_off_in_a_narrow_pane(pane):
    pane.resize(280, 500)
    chips = [chip(pane, name) for name in ("all", "critical", "high", "medium", "low", "none")]
    assert all(pane.rect().contains(each.geometry()) for each in chips)
