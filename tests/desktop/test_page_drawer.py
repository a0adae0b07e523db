from dataclasses import replace

import pytest

from app.desktop import page_drawer
from app.desktop.page_drawer import PageDrawer


@pytest.fixture
def pages(printed):
    return printed.document.page_list


@pytest.fixture
def drawer(printed):
    drawer = PageDrawer()
    drawer.show_document(printed.document)
    yield drawer
    drawer.close()


def want(qtbot, drawer, pages, scale=0.5):
    drawer.want(pages, scale)
    qtbot.waitUntil(lambda: not drawer.busy)


def held(drawer):
    return [number for number in (1, 2) if drawer.picture_of(number) is not None]


def test_pages_are_drawn_in_the_order_in_which_they_are_wanted(qtbot, drawer, pages):
    drawn = []
    drawer.drawn.connect(drawn.append)
    want(qtbot, drawer, (pages[1], pages[0]))
    assert drawn == [2, 1]


def test_a_page_is_drawn_once_for_each_size(qtbot, drawer, pages):
    want(qtbot, drawer, pages)
    with qtbot.assertNotEmitted(drawer.drawn):
        want(qtbot, drawer, pages)
    want(qtbot, drawer, pages, 1.0)
    assert drawer.picture_of(1).image.width() == 595


def test_pictures_wanted_longest_ago_make_room(qtbot, drawer, pages, monkeypatch):
    monkeypatch.setattr(page_drawer, "_MOST_BYTES", 600_000)  # one page of half a dot for each point
    want(qtbot, drawer, pages[:1])
    want(qtbot, drawer, pages[1:])
    assert held(drawer) == [2]


def test_pages_that_are_wanted_stay_however_large_they_are(qtbot, drawer, pages, monkeypatch):
    monkeypatch.setattr(page_drawer, "_MOST_BYTES", 1)
    want(qtbot, drawer, pages)
    assert held(drawer) == [1, 2]


def test_another_document_begins_without_pictures(qtbot, drawer, pages, printed):
    want(qtbot, drawer, pages)
    drawer.show_document(replace(printed.document, sha256="7" * 64))
    assert held(drawer) == []


def test_a_page_of_the_document_before_is_not_shown_for_the_next(qtbot, drawer, pages, printed):
    drawer.want(pages, 1.0)
    drawer.show_document(replace(printed.document, sha256="7" * 64))
    qtbot.waitUntil(lambda: not drawer.busy)
    assert held(drawer) == []


def test_a_page_that_cannot_be_drawn_is_tried_once(qtbot, drawer, pages, printed):
    drawer.show_document(replace(printed.document, data=b"no pdf", sha256="8" * 64))
    want(qtbot, drawer, pages)
    assert drawer.problem_of(1) == "damaged"
    with qtbot.assertNotEmitted(drawer.drawn):
        want(qtbot, drawer, pages)


def test_closing_waits_for_the_page_that_is_being_drawn(drawer, pages):
    drawer.want(pages, 3.0)
    drawer.close()
    assert drawer._task.wait(0)


def test_a_bug_in_drawing_is_told_once_and_ends_it(qtbot, drawer, printed, pages):
    drawer.show_document(replace(printed.document, data="no bytes"))
    with qtbot.captureExceptions() as told:
        drawer.want(pages, 0.5)
        qtbot.waitUntil(lambda: bool(told) and not drawer.busy)
    assert len(told) == 1
    assert held(drawer) == []
