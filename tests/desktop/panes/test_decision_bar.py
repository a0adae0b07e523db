import pytest
from PySide6.QtCore import QSize, Qt

from app.desktop.panes.decision_bar import DecisionBar
from app.model.matter import UNDECIDED, Decision

MOVES = ("accept", "fallback", "edit", "accept-risk", "skip", "undecide")
FREE = dict.fromkeys(MOVES, "")


@pytest.fixture
def bar(qtbot):
    bar = DecisionBar()
    qtbot.addWidget(bar)
    bar.resize(400, 100)
    bar.fit(QSize(400, 800), 16)
    bar.show_decision(UNDECIDED, FREE, "General Counsel")
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


@pytest.fixture
def asked(bar):
    moves = []
    bar.asked.connect(moves.append)
    return moves


@pytest.fixture
def given(bar):
    reasons = []
    bar.reason_given.connect(reasons.append)
    return reasons


@pytest.mark.parametrize("move", ["accept", "fallback", "edit", "skip", "undecide"])
def test_a_click_asks_for_the_move(qtbot, bar, asked, move):
    qtbot.mouseClick(bar.buttons[move], Qt.MouseButton.LeftButton)
    assert asked == [move]


def test_the_decision_marks_its_button_and_a_click_does_not(qtbot, bar):
    bar.show_decision(Decision("skip"), FREE, "")
    qtbot.mouseClick(bar.buttons["accept"], Qt.MouseButton.LeftButton)
    assert [move for move, button in bar.buttons.items() if button.isChecked()] == ["skip"]


def test_a_move_without_sense_is_disabled_and_says_why(bar):
    bar.show_decision(UNDECIDED, {**FREE, "fallback": "No fallback."}, "")
    assert not bar.buttons["fallback"].isEnabled()
    assert bar.buttons["fallback"].toolTip() == "No fallback."
    assert bar.buttons["fallback"].accessibleDescription() == "No fallback."


@pytest.mark.parametrize(("move", "key"), list(zip(MOVES, "AFMRSU", strict=True)))
def test_each_button_names_its_key(bar, move, key):
    assert bar.buttons[move].toolTip().endswith(f"({key})")


def test_a_low_pane_shows_icons_that_keep_their_names(bar):
    bar.fit(QSize(280, 100), 8)
    assert all(button.text() == "" and not button.icon().isNull() for button in bar.buttons.values())
    assert bar.buttons["skip"].accessibleName() == "Skip"
    assert bar.buttons["skip"].toolTip() == "Skip: Leave the finding out (S)"
    bar.fit(QSize(400, 800), 16)
    assert bar.buttons["skip"].text() == "Skip"


def test_accepting_the_risk_asks_for_a_reason_first(qtbot, bar, asked, given):
    qtbot.mouseClick(bar.buttons["accept-risk"], Qt.MouseButton.LeftButton)
    assert bar.reason.isVisible()
    assert bar.reason.remark.text() == "Has to be agreed by: General Counsel"
    assert asked == given == []


def test_enter_gives_the_reason(qtbot, bar, given):
    bar.ask_for_reason()
    qtbot.keyClicks(bar.reason.edit, " A test only. ")
    qtbot.keyClick(bar.reason.edit, Qt.Key.Key_Return)
    assert given == ["A test only."]
    assert not bar.reason.isVisible()


def test_without_a_reason_the_risk_is_not_accepted_and_it_says_so(qtbot, bar, given):
    bar.ask_for_reason()
    qtbot.mouseClick(bar.reason.confirm, Qt.MouseButton.LeftButton)
    assert given == []
    assert bar.reason.remark.text().startswith("Say why")
    assert bar.reason.edit.hasFocus()


def test_esc_decides_nothing(qtbot, bar, given):
    bar.ask_for_reason()
    qtbot.keyClicks(bar.reason.edit, "Half a thou")
    qtbot.keyClick(bar.reason.edit, Qt.Key.Key_Escape)
    assert not bar.reason.isVisible()
    assert given == []


def test_a_reason_given_before_can_be_changed(bar):
    bar.show_decision(Decision("accept-risk", reason="A test only."), FREE, "")
    bar.ask_for_reason()
    assert bar.reason.edit.text() == "A test only."
    assert not bar.reason.is_unsaved


def test_the_reason_is_not_asked_for_where_there_is_no_risk(bar):
    bar.show_decision(UNDECIDED, {**FREE, "accept-risk": "In order."}, "")
    bar.ask_for_reason()
    assert not bar.reason.isVisible()


def test_a_double_click_is_one_move(qtbot, bar, asked):
    button = bar.buttons["accept"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["accept"]


def test_a_click_leaves_the_keyboard_where_it_was(qtbot, bar):
    bar.reason.show()
    bar.reason.edit.setFocus()
    qtbot.mouseClick(bar.buttons["skip"], Qt.MouseButton.LeftButton)
    assert not bar.buttons["skip"].hasFocus()


def test_after_the_reason_the_keyboard_is_where_it_was(qtbot, bar):
    bar.buttons["skip"].setFocus()
    bar.ask_for_reason()
    qtbot.keyClicks(bar.reason.edit, "A test only.")
    qtbot.keyClick(bar.reason.edit, Qt.Key.Key_Return)
    assert bar.buttons["skip"].hasFocus()


def test_the_way_back_is_offered_once_there_is_one(bar):
    bar.show_decision(UNDECIDED, {**FREE, "undecide": "Nothing is decided."}, "")
    assert not bar.buttons["undecide"].isVisible()
    bar.show_decision(Decision("skip"), FREE, "")
    assert bar.buttons["undecide"].isVisible()


def test_the_way_back_gives_up_its_words_before_a_second_line_is_begun(bar):
    bar.fit(QSize(420, 800), 16)
    assert bar.buttons["undecide"].text() == ""
    assert bar.buttons["skip"].text() == "Skip"
