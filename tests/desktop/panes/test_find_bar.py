import pytest
from PySide6.QtCore import Qt

from app.desktop.panes.find_bar import FindBar


@pytest.fixture
def bar(qtbot):
    bar = FindBar()
    qtbot.addWidget(bar)
    with qtbot.waitExposed(bar):
        bar.open_bar()
    return bar


def test_words_are_asked_for_letter_by_letter(qtbot, bar):
    asked = []
    bar.asked.connect(lambda words, match_case: asked.append((words, match_case)))
    qtbot.keyClicks(bar.words, "ab")
    assert asked == [("a", False), ("ab", False)]


@pytest.mark.parametrize(
    ("modifier", "by"), [(Qt.KeyboardModifier.NoModifier, 1), (Qt.KeyboardModifier.ShiftModifier, -1)]
)
def test_enter_steps_on_and_shift_enter_back(qtbot, bar, modifier, by):
    with qtbot.waitSignal(bar.stepped) as stepped:
        qtbot.keyClick(bar.words, Qt.Key.Key_Return, modifier)
    assert stepped.args == [by]


@pytest.mark.parametrize(("name", "by"), [("next", 1), ("previous", -1)])
def test_the_buttons_step_too(qtbot, bar, name, by):
    with qtbot.waitSignal(bar.stepped) as stepped:
        getattr(bar, name).click()
    assert stepped.args == [by]


@pytest.mark.parametrize(
    ("words", "current", "count", "told"), [("a", 2, 17, "3 of 17"), ("a", -1, 0, "Nothing found")]
)
def test_it_says_which_place_of_how_many_is_shown(bar, words, current, count, told):
    bar.words.setText(words)
    bar.show_count(current, count)
    assert (bar.told.text(), bar.told.accessibleName(), bar.next.isEnabled()) == (told, told, count > 0)


def test_nothing_is_said_of_nothing(bar):
    bar.show_count(-1, 0)
    assert bar.told.text() == ""


def test_opened_again_it_looks_for_the_same_words(qtbot, bar):
    bar.words.setText("cure")
    bar.close_bar()
    with qtbot.waitSignal(bar.asked) as asked:
        bar.open_bar()
    assert asked.args == ["cure", False]
    assert bar.words.selectedText() == "cure"


def test_closing_it_is_told_once(qtbot, bar):
    with qtbot.waitSignal(bar.closed):
        bar.close_button.click()
    with qtbot.assertNotEmitted(bar.closed):
        bar.close_bar()


def test_every_control_has_a_name(bar):
    controls = (bar.words, bar.previous, bar.next, bar.match_case, bar.close_button)
    assert all(control.accessibleName() for control in controls)
