import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.desktop.comparing.compare_page import ComparePage


@pytest.fixture
def page(qtbot, comparison, judged):
    page = ComparePage()
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.show_comparison(comparison, judged)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.waitUntil(lambda: page.view.is_finished)
    return page


def test_a_change_chosen_in_the_list_is_shown_everywhere(page):
    page.changes.choose(6)
    assert page.view.currentIndex().row() == 9
    assert "Notices go by post." in page.detail.toPlainText()
    assert page.strip._chosen == 6


def test_a_change_chosen_in_the_panes_is_chosen_in_the_list(page):
    page.view.change_chosen.emit(3)
    assert page.changes.current_entry().number == 3


def test_a_change_chosen_on_the_strip_is_chosen_in_the_list(page):
    page.strip.change_chosen.emit(4)
    assert page.changes.current_entry().number == 4


def test_the_strip_marks_what_is_listed(qtbot, page):
    page.changes.search.setText("cure")
    qtbot.waitUntil(lambda: {mark.entry.number for mark in page.strip._marks} == {3})


def test_what_is_not_listed_stands_back_in_the_panes(page):
    page.changes.search.setText("cure")
    assert page.view._painter.marking.listed == frozenset({3})


def test_a_place_followed_in_the_detail_comes_into_view(page):
    page.changes.choose(4)
    page.detail.place_asked.emit(True, 5)
    assert page.view.currentIndex().row() == 6


def test_what_was_not_compared_is_shown_on_request(page):
    page.changes.notes.click()
    assert "The pictures of new.docx." in page.detail.toPlainText()


def test_the_next_change_ends_what_was_shown_on_request(page):
    page.changes.notes.click()
    page.changes.step(1)
    assert "The pictures of new.docx." not in page.detail.toPlainText()


def test_a_cell_is_spoken_with_its_change(page):
    said = page.view.lines.index(5, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Change 3 of 7, worse, cure period, paragraph 6, edited. ")


def test_what_is_known_later_moves_nothing(qtbot, comparison, judged):
    page = ComparePage()
    qtbot.addWidget(page)
    page.resize(1200, 160)
    page.show()
    page.show_comparison(comparison)
    qtbot.waitUntil(lambda: page.view.is_finished)
    page.view.verticalScrollBar().setValue(40)
    page.show_comparison(comparison, judged)
    assert page.view.verticalScrollBar().value() == 40
    assert "not known yet" not in page.detail.toPlainText()


def test_words_are_found_in_the_panes(page):
    page.find_words()
    page.find_bar.words.setText("thirty")
    assert page.find_bar.told.text() == "1 of 1"


def test_the_parts_follow_one_another(page):
    page.focus_pane(0)
    assert page.view.hasFocus()
    page.focus_next_pane(1)
    assert page.changes.list.hasFocus()
    page.focus_next_pane(1)
    assert page.detail.hasFocus()
    page.focus_next_pane(1)
    assert page.view.hasFocus()
    page.focus_next_pane(-1)
    assert page.detail.hasFocus()


def test_what_goes_on_is_said_in_place_of_a_comparison(page, qtbot):
    page.wait_for("Nothing is compared.", can_ask=True)
    assert page.findChild(QLabel, "comparisonState").text() == "Nothing is compared."
    assert not page.is_shown
    with qtbot.waitSignal(page.again_asked):
        page.again.click()
    page.wait_for("Comparing …", can_ask=False)
    assert page.again.isHidden()


def test_the_window_is_divided_as_it_was(qtbot, page, comparison, settings):
    page.splitter.setSizes([700, 500])
    page.keep_sizes(settings)
    other = ComparePage()
    qtbot.addWidget(other)
    other.resize(1200, 700)
    other.restore_sizes(settings)
    other.show_comparison(comparison)
    with qtbot.waitExposed(other):
        other.show()
    assert other.splitter.sizes()[1] == pytest.approx(page.splitter.sizes()[1], abs=12)
