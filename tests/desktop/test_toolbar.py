import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import QMainWindow

from app.desktop.toolbar import Toolbar

STYLE = Qt.ToolButtonStyle


@pytest.fixture
def bar(qtbot):
    """A toolbar with three actions: one that yields first, one that yields then, one that never has words."""
    window = QMainWindow()
    qtbot.addWidget(window)
    picture = QPixmap(16, 16)
    first, second, silent = (QAction(picture, f"A rather long {name}", window) for name in ("one", "two", "three"))
    bar = Toolbar("Bar", (silent,), ((first,), (second,)), window)
    bar.addActions([second, first, silent])
    window.addToolBar(bar)
    window.resize(900, 200)
    with qtbot.waitExposed(window):
        window.show()
    bar.styles = lambda: [bar.widgetForAction(each).toolButtonStyle() for each in (first, second, silent)]
    bar.first = first
    bar.held = window
    return bar


def test_with_room_all_but_the_silent_have_words(bar):
    assert bar.styles() == [STYLE.ToolButtonTextBesideIcon, STYLE.ToolButtonTextBesideIcon, STYLE.ToolButtonIconOnly]


def test_with_less_room_the_first_group_gives_up_its_words(qtbot, bar):
    bar.window().resize(280, 200)
    qtbot.waitUntil(lambda: bar.styles()[:2] == [STYLE.ToolButtonIconOnly, STYLE.ToolButtonTextBesideIcon])


def test_with_little_room_all_are_icons(qtbot, bar):
    bar.window().resize(150, 200)
    qtbot.waitUntil(lambda: set(bar.styles()) == {STYLE.ToolButtonIconOnly})


def test_longer_words_are_fitted_at_once(qtbot, bar):
    bar.first.setText("A name that is much longer than the toolbar of this window " * 3)
    qtbot.waitUntil(lambda: bar.styles()[0] == STYLE.ToolButtonIconOnly)
