import pytest
from PySide6.QtCore import QPoint, Qt

from app.desktop.comparing.change_strip import ChangeStrip
from app.desktop.comparing.entries import entries_of

SHARES = {1: (0.1,), 2: (0.5,), 3: (0.5,), 4: (0.9, 0.3), 6: (0.8,)}


@pytest.fixture
def strip(qtbot, comparison, judged):
    strip = ChangeStrip()
    qtbot.addWidget(strip)
    strip.resize(30, 416)
    strip.show()
    strip.show_marks(entries_of(comparison, judged), SHARES)
    return strip


def click(qtbot, strip, share):
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, round(8 + share * 400)))


def test_a_click_chooses_the_change_that_stands_there(qtbot, strip):
    with qtbot.waitSignal(strip.change_chosen) as chosen:
        click(qtbot, strip, 0.1)
    assert chosen.args == [1]


def test_both_places_of_what_moved_are_marked(qtbot, strip):
    with qtbot.waitSignal(strip.change_chosen) as chosen:
        click(qtbot, strip, 0.3)
    assert chosen.args == [4]


def test_a_second_click_chooses_the_next_change_there(qtbot, strip):
    click(qtbot, strip, 0.5)
    strip.choose(2)
    with qtbot.waitSignal(strip.change_chosen) as chosen:
        click(qtbot, strip, 0.5)
    assert chosen.args == [3]


def test_a_click_that_meets_no_mark_leads_to_the_place(qtbot, strip):
    with qtbot.waitSignal(strip.share_chosen) as asked:
        click(qtbot, strip, 0.65)
    assert asked.args[0] == pytest.approx(0.65, abs=0.01)


def test_the_tip_names_the_changes_there(strip):
    assert strip.tip_at(8 + 0.5 * 400) == "Renumbered\nCure period: 30 to 10 days; worse, now walk-away  ·  Edited"


def test_it_is_told_how_many_there_are_and_where_the_same_is_told(strip):
    assert strip.accessibleDescription() == "5 changes, 1 of them worse. The list of changes tells the same."


def test_the_chosen_change_is_shown_otherwise(strip):
    before = strip.grab().toImage()
    strip.choose(1)
    assert strip.grab().toImage() != before


def test_what_may_do_harm_stands_out(strip, comparison):
    changes = entries_of(comparison)
    marked = strip.grab().toImage()
    strip.show_marks(changes, SHARES)
    assert strip.grab().toImage() != marked
