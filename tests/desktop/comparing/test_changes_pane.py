from dataclasses import replace

import pytest

from app.desktop.comparing.changes_pane import ChangesPane


@pytest.fixture
def pane(qtbot, comparison, judged):
    pane = ChangesPane()
    qtbot.addWidget(pane)
    pane.resize(380, 700)
    pane.show()
    pane.show_comparison(comparison, judged)
    return pane


def listed(pane):
    return [pane.model.index(row).data(pane.model.ENTRY_ROLE).number for row in range(pane.model.rowCount())]


def test_all_changes_are_listed_by_place_and_the_first_is_chosen(pane):
    assert listed(pane) == [1, 2, 3, 4, 5, 6, 0]
    assert pane.current_entry().number == 1
    assert pane.summary.text() == "7 changes · 1 worse · 1 better"


def test_a_chip_lists_those_that_do_one_thing(pane):
    pane.chips.chips["worse"].click()
    assert listed(pane) == [3]
    assert pane.summary.text() == "1 of 7 changes"


def test_chips_say_how_many_there_are_and_hide_where_there_are_none(pane):
    assert pane.chips.chips["worse"].text() == "Worse 1"
    assert pane.chips.chips["same"].isHidden()


def test_there_are_no_chips_before_changes_are_judged(qtbot, comparison):
    pane = ChangesPane()
    qtbot.addWidget(pane)
    pane.show_comparison(comparison, None)
    assert pane.chips.isHidden()
    assert pane.summary.text() == "6 changes"


def test_chips_say_signs_where_there_is_little_room(pane):
    pane.resize(300, 220)
    chip = pane.chips.chips["worse"]
    assert (chip.text(), chip.toolTip(), chip.accessibleName()) == ("▼ 1", "Worse 1", "Worse 1")


def test_kinds_can_be_left_out(pane, qtbot):
    with qtbot.waitSignal(pane.listed) as told:
        pane.filters.aspects["text"].setChecked(False)
    assert listed(pane) == [2, 3, 4, 0]
    assert told.args == [frozenset({0, 2, 3, 4}), frozenset({"moves", "formatting", "numbering"})]
    assert pane.more.button.text() == "Filters (in use)"


def test_a_clause_type_can_be_asked_for(pane):
    pane.filters.clause.setCurrentIndex(pane.filters.clause.findData("indemnity"))
    assert listed(pane) == [1, 3]
    assert pane.filters.clause.currentText() == "Indemnity by the customer (2)"


def test_a_severity_can_be_asked_for(pane):
    pane.filters.severity.setCurrentIndex(pane.filters.severity.findData("critical"))
    assert listed(pane) == [0]


def test_words_can_be_asked_for(pane):
    pane.search.setText("notices")
    assert listed(pane) == [6]


def test_the_worst_can_come_first(pane):
    pane.order.setCurrentIndex(pane.order.findData("weight"))
    assert listed(pane) == [3, 0, 1, 2, 4, 5, 6]


def test_what_is_chosen_stays_chosen_while_it_is_listed(pane):
    pane.choose(3)
    pane.search.setText("cure")
    assert pane.current_entry().number == 3
    pane.search.clear()
    assert pane.current_entry().number == 3


def test_filters_give_way_to_a_change_that_is_chosen_elsewhere(pane):
    pane.search.setText("cure")
    pane.choose(6)
    assert pane.current_entry().number == 6
    assert pane.search.text() == ""


def test_nothing_listed_is_said_and_nothing_is_chosen(pane, qtbot):
    with qtbot.waitSignal(pane.entry_chosen) as chosen:
        pane.search.setText("no such words")
    assert chosen.args == [None]
    assert pane.findChild(type(pane.summary), "noChanges").text() == "No change fits this filter."


def test_two_that_say_the_same_are_said_to(qtbot, comparison):
    pane = ChangesPane()
    qtbot.addWidget(pane)
    pane.show_comparison(replace(comparison, changes=()), None)
    assert pane.findChild(type(pane.summary), "noChanges").text() == "The two versions say the same."


def test_the_next_change_is_the_next_row(pane):
    assert pane.step(1)
    assert pane.current_entry().number == 2


def test_the_next_worse_change_can_be_asked_for(pane):
    assert pane.step(1, worse=True)
    assert pane.current_entry().number == 3
    assert not pane.step(1, worse=True)


def test_what_is_known_later_leaves_choice_and_filters_as_they_are(qtbot, comparison, judged):
    pane = ChangesPane()
    qtbot.addWidget(pane)
    pane.show_comparison(comparison, None)
    pane.filters.aspects["moves"].setChecked(False)
    pane.choose(3)
    pane.show_comparison(comparison, judged)
    assert pane.current_entry().number == 3
    assert pane.current_entry().is_judged
    assert not pane.filters.aspects["moves"].isChecked()


def test_what_was_not_compared_is_counted_and_can_be_asked_for(pane, qtbot):
    assert pane.notes.text() == "Not compared or read: 2"
    with qtbot.waitSignal(pane.notes_asked):
        pane.notes.click()


def test_no_chip_is_cut_off(pane):
    assert pane.minimumSizeHint().width() >= 280
