import pytest
from PySide6.QtCore import QPoint, Qt

from app.desktop import theme
from app.desktop.deciding import Rung
from app.desktop.detail_text import DetailText
from app.desktop.panes.ladder import Ladder
from app.model.clause import Position, Test
from app.model.review import TestResult

FAILED = TestResult(Test("fact", "cure_days", "at_least", 30), 0, passed=False)


def rung(number, level, name, **fields):
    known = {"is_here": False, "is_asked": False, "results": (), "refused": ""}
    return Rung(number, Position(level, name, approver=fields.pop("approver", "")), **(known | fields))


RUNGS = (
    rung(0, "preferred", "30 days", is_asked=True, results=(FAILED,)),
    rung(1, "fallback", "15 days", approver="Legal"),
    rung(2, "walk-away", "None", is_here=True, refused="A walk-away position is never asked for."),
)


def show(ladder, rungs):
    ladder.show_rungs(rungs, DetailText(theme.colours(ladder.palette()), "Serif"))


@pytest.fixture
def ladder(qtbot):
    ladder = Ladder()
    qtbot.addWidget(ladder)
    ladder.resize(300, 300)
    show(ladder, RUNGS)
    with qtbot.waitExposed(ladder):
        ladder.show()
    return ladder


@pytest.fixture
def chosen(ladder):
    numbers = []
    ladder.rung_chosen.connect(numbers.append)
    return numbers


def test_each_rung_says_its_level_name_tests_and_approver(ladder):
    said = [row.radio.accessibleName().replace("\u00a0", " ").split("\n") for row in ladder.rungs]
    assert said == [
        ["Preferred  ▸ asked for", "30 days", "✗ Cure days must be at least 30 (is 0)"],
        ["Fallback", "15 days", "Approved by: Legal"],
        ["Walk-away  ◀ here now", "None"],
    ]


def test_what_is_asked_for_is_chosen(ladder):
    assert [row.radio.isChecked() for row in ladder.rungs] == [True, False, False]


def test_nothing_is_chosen_where_nothing_is_asked(ladder):
    show(ladder, (rung(0, "preferred", "30 days"), *RUNGS[1:]))
    assert not any(row.radio.isChecked() for row in ladder.rungs)


def test_a_click_on_the_button_chooses_the_rung(qtbot, ladder, chosen):
    qtbot.mouseClick(ladder.rungs[1].radio, Qt.MouseButton.LeftButton)
    assert chosen == [1]


def test_a_click_on_the_words_chooses_the_rung(qtbot, ladder, chosen):
    qtbot.mouseClick(ladder.rungs[1], Qt.MouseButton.LeftButton, pos=QPoint(100, 10))
    assert chosen == [1]


def test_the_keyboard_chooses_a_rung(qtbot, ladder, chosen):
    ladder.rungs[0].radio.setFocus()
    qtbot.keyClick(ladder.rungs[0].radio, Qt.Key.Key_Down)
    assert chosen == [1]


def test_what_is_asked_for_already_is_no_choice(qtbot, ladder, chosen):
    qtbot.mouseClick(ladder.rungs[0].radio, Qt.MouseButton.LeftButton)
    assert chosen == []


def test_a_rung_that_cannot_be_asked_for_says_why(qtbot, ladder, chosen):
    assert not ladder.rungs[2].radio.isEnabled()
    assert ladder.rungs[2].radio.accessibleDescription() == "A walk-away position is never asked for."
    qtbot.mouseClick(ladder.rungs[2], Qt.MouseButton.LeftButton, pos=QPoint(100, 10))
    assert chosen == []


def test_the_focus_stays_when_the_rungs_are_shown_anew(ladder):
    ladder.rungs[1].radio.setFocus()
    show(ladder, RUNGS)
    assert ladder.rungs[1].radio.hasFocus()


def test_another_ladder_has_its_own_rungs(qtbot, ladder, chosen):
    show(ladder, RUNGS[:2])
    qtbot.waitUntil(ladder.rungs[1].radio.isVisible)
    qtbot.mouseClick(ladder.rungs[1].radio, Qt.MouseButton.LeftButton)
    assert (len(ladder.rungs), chosen) == (2, [1])
