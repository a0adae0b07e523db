import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from app.desktop.drop_window import DropWindow

LEFT, NONE, COPY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction


@pytest.fixture
def dropping(qtbot):
    window = DropWindow()
    qtbot.addWidget(window)
    window.resize(900, 600)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def files(tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "terms.docx"))])
    return data


def enter(window, data, place):
    window.dragEnterEvent(QDragEnterEvent(place, COPY, data, LEFT, NONE))


def drop(qtbot, window, data, place):
    with qtbot.waitSignal(window.files_dropped) as told:
        window.dropEvent(QDropEvent(QPointF(place), COPY, data, LEFT, NONE))
    return told.args


def middle(zone):
    return zone.geometry().center()


def test_without_a_matter_files_begin_one(qtbot, dropping, files, tmp_path):
    enter(dropping, files, dropping.rect().center())
    assert not dropping.zones.isVisible()
    assert drop(qtbot, dropping, files, dropping.rect().center()) == [[tmp_path / "terms.docx"], True]


@pytest.mark.parametrize(("zone", "begins"), [("add", False), ("begin", True)])
def test_over_a_matter_the_place_says_whether_files_join_it(qtbot, dropping, files, zone, begins):
    dropping.offer_zones(offered=True)
    enter(dropping, files, dropping.rect().center())
    place = middle(getattr(dropping.zones, zone))
    assert drop(qtbot, dropping, files, place)[1] is begins


def test_the_ground_that_is_pointed_at_is_marked(dropping, files):
    dropping.offer_zones(offered=True)
    enter(dropping, files, dropping.rect().center())
    dropping.dragMoveEvent(QDragMoveEvent(middle(dropping.zones.begin), COPY, files, LEFT, NONE))
    assert (dropping.zones.begin.property("pointed"), dropping.zones.add.property("pointed")) == (True, False)


def test_the_grounds_go_when_the_files_leave(qtbot, dropping, files):
    dropping.offer_zones(offered=True)
    enter(dropping, files, dropping.rect().center())
    with qtbot.waitSignal(dropping.dragged_over) as told:
        dropping.dragLeaveEvent(QDragLeaveEvent())
    assert (told.args, dropping.zones.isVisible()) == ([False], False)


def test_what_is_dropped_between_the_grounds_joins_the_matter(qtbot, dropping, files):
    dropping.offer_zones(offered=True)
    enter(dropping, files, dropping.rect().center())
    assert drop(qtbot, dropping, files, dropping.rect().topLeft())[1] is False


def test_the_grounds_cover_the_window_when_its_size_changes(dropping, files):
    dropping.offer_zones(offered=True)
    enter(dropping, files, dropping.rect().center())
    dropping.resize(700, 500)
    assert dropping.zones.geometry() == dropping.rect()


def test_a_web_address_is_not_taken(dropping):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/terms.docx")])
    event = QDragEnterEvent(dropping.rect().center(), COPY, data, LEFT, NONE)
    event.ignore()
    dropping.dragEnterEvent(event)
    assert not event.isAccepted()
