import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from app.desktop.flow_layout import FlowLayout


@pytest.fixture
def page(qtbot):
    """Three buttons in a window that is wide enough for two."""
    page = QWidget()
    qtbot.addWidget(page)
    row = FlowLayout(page)
    page.buttons = [QPushButton(text) for text in ("One", "Two", "Three")]
    for button in page.buttons:
        button.setFixedSize(100, 30)
        row.addWidget(button)
    page.resize(220, 200)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_a_new_line_begins_where_the_width_ends(page):
    assert [(button.x(), button.y()) for button in page.buttons] == [(0, 0), (104, 0), (0, 34)]


def test_what_is_hidden_takes_no_room(qtbot, page):
    page.buttons[0].hide()
    qtbot.waitUntil(lambda: [(button.x(), button.y()) for button in page.buttons[1:]] == [(0, 0), (104, 0)])


def test_what_is_lower_than_its_line_stands_in_the_middle_of_it(qtbot, page):
    page.buttons[1].setFixedHeight(20)
    qtbot.waitUntil(lambda: page.buttons[1].y() == 5)
