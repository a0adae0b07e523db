import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.desktop.decision_keys import KEYS
from app.desktop.findings_model import FindingsModel
from app.desktop.panes.findings_pane import FindingsPane
from app.model.matter import Decision, Standing


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
        "All 5",
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
    assert pane.step(1)
    assert pane.step(1)
    assert pane.step(1)
    assert not pane.step(1)
    assert chosen(pane) == findings[4]


def test_stepping_to_severe_findings_leaves_out_the_others(pane, findings):
    pane.choose(findings[4])
    pane.step(-1, severe=True)
    assert chosen(pane) == findings[2]


def test_stepping_to_undecided_findings_leaves_out_the_decided(pane, findings):
    pane.show_decisions({"indemnity": Decision("accept")})
    pane.step(1, undecided=True)
    assert chosen(pane) == findings[2]


def test_how_far_the_user_is_stands_above_the_list(pane):
    pane.show_decisions({"indemnity": Decision("accept"), "cure-period": Decision("skip")})
    assert pane.progress.text() == "3 to decide · 2 decided"


def test_a_finding_that_was_just_decided_stays_listed_among_the_undecided(qtbot, pane, findings):
    pane.show_decisions({"indemnity": Decision("accept")})
    qtbot.mouseClick(chip(pane, "undecided"), Qt.MouseButton.LeftButton)
    pane.show_decisions({"indemnity": Decision("accept"), "mau-threshold": Decision("skip")})
    assert chosen(pane) == findings[0]
    assert pane.shown.rowCount() == 4


def test_the_decided_are_listed_by_their_chip(qtbot, pane, findings):
    pane.show_decisions({"indemnity": Decision("accept")})
    qtbot.mouseClick(chip(pane, "decided"), Qt.MouseButton.LeftButton)
    assert [pane.shown.index(row, 1).data() for row in range(pane.shown.rowCount())] == [findings[1].clause.title]


def test_a_gap_that_another_document_fills_is_not_to_decide(pane, review):
    standing = Standing("covered", 2, 4, "Given by the order form, 3.2.")
    pane.show_review(review, {}, {"warranty": standing})
    assert pane.progress.text() == "4 to decide · 0 decided"


@pytest.mark.parametrize(("key", "asked"), KEYS.items())
def test_letters_on_the_list_ask_for_what_they_stand_for(qtbot, pane, key, asked):
    with qtbot.waitSignal(pane.key_pressed) as signal:
        qtbot.keyClick(pane.list, key)
    assert signal.args == [asked]


@pytest.mark.parametrize(
    ("order", "first"), [("severity", "User threshold"), ("place", "User threshold"), ("title", "Authority to license")]
)
def test_the_list_has_three_orders(pane, order, first):
    pane.order.setCurrentIndex(pane.order.findData(order))
    assert pane.shown.index(0, 1).data() == first


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


def test_with_little_height_the_chips_show_signs_and_keep_their_names(pane):
    pane.resize(320, 200)
    assert chip(pane, "critical").text() == "C 1"
    assert chip(pane, "critical").accessibleName() == chip(pane, "critical").toolTip() == "Critical 1"


def test_the_least_height_has_room_for_all_chips_and_a_finding(qtbot, pane):
    pane.setFixedWidth(280)
    pane.setFixedHeight(pane.minimumSizeHint().height())
    qtbot.waitUntil(lambda: pane.list.height() >= pane.list.sizeHintForRow(0))
    lowest = max(chip(pane, name).geometry().bottom() for name in ("all", "low", "none"))
    assert lowest < pane.list.geometry().top()
