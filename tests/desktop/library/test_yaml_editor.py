import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from app.desktop import theme
from app.desktop.library.yaml_editor import YamlEditor
from app.model.authoring import EntryMistake


@pytest.fixture
def editor(qtbot):
    editor = YamlEditor()
    qtbot.addWidget(editor)
    editor.resize(500, 300)
    with qtbot.waitExposed(editor):
        editor.show()
    return editor


def colour_at(editor, line, column):
    """Return the colour that a letter is painted in; None where it is that of plain text."""
    block = editor.document().findBlockByNumber(line)
    ranges = [each for each in block.layout().formats() if each.start <= column < each.start + each.length]
    return ranges[-1].format.foreground().color() if ranges else None


def test_enter_keeps_the_indent(editor, qtbot):
    editor.setPlainText("positions:\n  - level: preferred")
    editor.go_to(2)
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "name: x")
    assert editor.toPlainText().splitlines()[2] == "  name: x"


def test_enter_after_a_colon_goes_deeper(editor, qtbot):
    editor.setPlainText("  cues:")
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "strong")
    assert editor.toPlainText() == "  cues:\n    strong"


def test_tab_leaves_the_editor(editor):
    assert editor.tabChangesFocus()


def test_going_to_a_line_puts_the_cursor_at_its_first_word(editor):
    editor.setPlainText("a: 1\n    b: 2\n")
    editor.go_to(2)
    assert (editor.textCursor().blockNumber(), editor.textCursor().positionInBlock()) == (1, 4)


def test_a_line_past_the_end_is_the_last(editor):
    editor.setPlainText("a: 1\nb: 2")
    editor.go_to(99)
    assert editor.textCursor().blockNumber() == 1


def test_lines_with_mistakes_are_marked_and_a_mistake_outdoes_a_warning(editor):
    editor.show_mistakes((EntryMistake(2, "", "x"), EntryMistake(2, "", "y", True), EntryMistake(5, "", "z", True)))
    assert [editor.mark_of(line) for line in (1, 2, 5)] == [None, False, True]


def test_the_marks_are_painted_in_the_margin(editor):
    editor.setPlainText("\n".join("abc"))
    before = editor.margin.grab().toImage()
    editor.show_mistakes((EntryMistake(2, "", "x"),))
    assert editor.margin.grab().toImage() != before


def test_the_margin_grows_with_the_number_of_lines(editor):
    narrow = editor.margin.sizeHint().width()
    editor.setPlainText("\n" * 1_000)
    assert editor.margin.sizeHint().width() > narrow


def test_lines_are_put_in_with_the_indent_of_the_cursor_and_undone_at_once(editor):
    editor.setPlainText("positions:\n  - level: fallback\n    ")
    editor.go_to(3)
    editor.insert_indented("edits:\n  - a\nclause:\n  heading: X\n")
    assert editor.toPlainText().splitlines()[2:] == ["    edits:", "      - a", "    clause:", "      heading: X"]
    editor.undo()
    assert editor.toPlainText() == "positions:\n  - level: fallback\n    "


def test_lines_put_in_behind_words_begin_a_line_of_their_own(editor):
    editor.setPlainText("    name: x")
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    editor.insert_indented("edits: []")
    assert editor.toPlainText() == "    name: x\n    edits: []"


@pytest.mark.parametrize(
    ("text", "column", "part"),
    [
        ("severity: high", 0, "accent"),
        ("  - {fact: days}", 5, "accent"),
        ("note: 'some words'", 8, "low"),
        ("note: We ask {vendor:object}.", 14, "high"),
        ("a: 1  # why", 8, "muted"),
        ("  - &any-time", 5, "medium"),
    ],
)
def test_the_parts_of_a_line_have_colours_of_their_own(editor, text, column, part):
    editor.setPlainText(text)
    assert colour_at(editor, 0, column) == QColor(getattr(theme.colours(editor.palette()), part))


@pytest.mark.parametrize(("text", "column"), [("severity: high", 11), ("a: it's 10#4", 9), ("http://x", 1)])
def test_plain_words_have_no_colour(editor, text, column):
    editor.setPlainText(text)
    assert colour_at(editor, 0, column) is None


def test_a_line_without_end_is_left_plain(editor):
    editor.setPlainText("a: " + "x" * 6_000)
    assert colour_at(editor, 0, 0) is None
