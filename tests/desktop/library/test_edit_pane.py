import pytest
from PySide6.QtCore import Qt

from app.desktop.library.edit_pane import EditPane
from app.model.authoring import EntryCheck, EntryMistake

MISTAKES = (EntryMistake(2, "severity", "must be high"), EntryMistake(4, "owner", "is odd", is_warning=True))

ELSEWHERE = (
    "✗ The entry cannot be used yet  ·  no mistakes  ·  left out, because of mistakes of their own: publicity.yaml"
)


@pytest.fixture
def pane(qtbot):
    pane = EditPane()
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_text("assignment.yaml", "id: x\nseverity: x\ntitle: x\nowner: x\n", modified=False, can_revert=True)
    return pane


def test_a_text_that_is_shown_is_checked_at_once(pane, qtbot):
    with qtbot.waitSignal(pane.check_asked, timeout=0):
        pane.show_text("other.yaml", "a: 1", modified=False, can_revert=False)
    assert pane.state.text() == "Checking …"


def test_typing_asks_for_one_check_after_a_pause(pane, qtbot):
    asked = []
    pane.check_asked.connect(lambda: asked.append(pane.text))
    with qtbot.waitSignal(pane.check_asked):
        qtbot.keyClicks(pane.editor, "abc")
    assert [text[:3] for text in asked] == ["abc"]


@pytest.mark.parametrize(
    ("check", "told"),
    [
        (EntryCheck((), 12, 12), "✗ The entry cannot be used yet  ·  no mistakes"),
        (EntryCheck(MISTAKES), "✗ The entry cannot be used yet  ·  1 mistake  ·  1 warning"),
        (
            EntryCheck((), elsewhere=("publicity.yaml:1: x", "publicity.yaml:2: y")),
            ELSEWHERE,
        ),
    ],
)
def test_the_line_below_sums_up_a_check(pane, check, told):
    pane.show_check(check)
    assert pane.state.text() == told


@pytest.mark.parametrize(("passed", "told"), [(12, "✓ 12 of 12 examples pass"), (9, "✗ 9 of 12 examples pass")])
def test_the_line_below_counts_the_examples(pane, shelf, passed, told):
    pane.show_check(EntryCheck((), 12, passed, shelf.entries[0].clause))
    assert pane.state.text() == f"{told}  ·  no mistakes"


def test_a_mistake_is_listed_and_leads_to_its_line(pane, qtbot):
    pane.show_check(EntryCheck(MISTAKES))
    row = pane.list.visualRect(pane.model.index(1)).center()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert pane.editor.textCursor().blockNumber() == 3
    assert pane.editor.mark_of(2) is False


def test_the_next_mistake_is_that_below_the_cursor_and_then_the_first(pane):
    pane.show_check(EntryCheck(MISTAKES))
    lines = []
    for _ in range(3):  # the third step comes round
        pane.step(1)
        lines.append(pane.editor.textCursor().blockNumber() + 1)
    assert lines == [2, 4, 2]


def test_the_previous_mistake_is_that_above_the_cursor(pane):
    pane.show_check(EntryCheck(MISTAKES))
    pane.editor.go_to(4)
    pane.step(-1)
    assert pane.editor.textCursor().blockNumber() + 1 == 2


def test_without_mistakes_the_cursor_stays(pane):
    pane.step(1)
    assert pane.editor.textCursor().blockNumber() == 0


def test_what_was_typed_makes_the_text_differ_from_the_file(pane, qtbot):
    with qtbot.waitSignal(pane.modified_changed) as changed:
        qtbot.keyClicks(pane.editor, "x")
    assert changed.args == [True]
    assert pane.is_modified


def test_only_what_stands_before_a_bundled_entry_can_be_reverted(pane):
    assert pane.revert.isVisible()
    pane.show_text("ours.yaml", "", modified=False, can_revert=False)
    assert not pane.revert.isVisible()


@pytest.mark.parametrize(
    ("button", "signal"),
    [("save", "save_asked"), ("wording", "wording_asked"), ("revert", "revert_asked")],
)
def test_each_button_says_what_is_asked(pane, qtbot, button, signal):
    with qtbot.waitSignal(getattr(pane, signal), timeout=0):
        getattr(pane, button).click()
