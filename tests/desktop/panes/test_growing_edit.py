import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.desktop.panes.growing_edit import GrowingEdit


@pytest.fixture
def page(qtbot):
    """A window with a field and another control below it."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    page.edit = GrowingEdit("field", "Comment")
    page.other = QLineEdit()
    column.addWidget(page.edit)
    column.addWidget(page.other)
    column.addStretch(1)
    page.resize(300, 600)
    with qtbot.waitExposed(page):
        page.show()
    page.edit.setFocus()
    return page


def test_the_field_is_as_high_as_its_text(qtbot, page):
    low = page.edit.height()
    page.edit.show_text("A sentence of several words. " * 20)
    qtbot.waitUntil(lambda: page.edit.height() > low)
    assert page.edit.verticalScrollBar().maximum() == 0


def test_a_narrower_field_is_higher(qtbot, page):
    page.edit.show_text("A sentence of several words. " * 20)
    qtbot.waitUntil(lambda: page.edit.verticalScrollBar().maximum() == 0)
    before = page.edit.height()
    page.resize(200, 600)
    qtbot.waitUntil(lambda: page.edit.height() > before)


def test_protected_blanks_and_lines_come_back_as_they_were(page):
    text = "30\u00a0days\nand\u2028more"
    page.edit.show_text(text)
    assert page.edit.text == text


def test_tab_goes_to_the_next_control(qtbot, page):
    qtbot.keyClick(page.edit, Qt.Key.Key_Tab)
    assert page.other.hasFocus()
    assert page.edit.text == ""


def test_leaving_the_field_is_told(qtbot, page):
    with qtbot.waitSignal(page.edit.left):
        page.other.setFocus()


def test_esc_is_told(qtbot, page):
    with qtbot.waitSignal(page.edit.cancelled):
        qtbot.keyClick(page.edit, Qt.Key.Key_Escape)


def test_enter_with_ctrl_is_told_and_without_breaks_the_line(qtbot, page):
    qtbot.keyClick(page.edit, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.edit.confirmed):
        qtbot.keyClick(page.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.edit.text == "\n"
