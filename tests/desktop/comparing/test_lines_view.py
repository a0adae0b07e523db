from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from app.desktop.comparing.entries import ASPECTS, entries_of
from app.desktop.comparing.lines_view import LinesView
from app.model.comparison import Change, Comparison, Row
from app.model.document import Anchor, Paragraph

KEY = Qt.Key


@pytest.fixture
def show(qtbot):
    """Show a comparison with all its changes listed, set to its end."""

    def showing(comparison, size=(900, 600)):
        view = LinesView()
        qtbot.addWidget(view)
        view.resize(*size)
        with qtbot.waitExposed(view):
            view.show()
        view.show_comparison(comparison)
        entries = {entry.number: entry for entry in entries_of(comparison)}
        view.show_entries(entries, lambda _: "")
        view.show_listed(frozenset(entries), frozenset(ASPECTS))
        qtbot.waitUntil(lambda: view.is_finished)
        return view

    return showing


@pytest.fixture
def view(show, comparison):
    return show(comparison)


@pytest.fixture
def long(comparison):
    """Two hundred paragraphs of many lines, the last of them changed."""
    texts = [f"{number} " + "words of a long paragraph " * (number % 9 * 4 + 1) for number in range(200)]
    old = replace(
        comparison.old,
        paragraphs=tuple(Paragraph(index, text, Anchor("", index)) for index, text in enumerate(texts)),
    )
    rows = tuple(Row((index,), (index,), 1 if index == 199 else None) for index in range(200))
    return Comparison(old, old, rows, (Change(1, "edited", (199,), (199,)),))


def test_each_line_is_as_high_as_the_higher_of_its_cells(view):
    split = view.rowHeight(8)
    assert split == max(view._painter.pages.page(8, pane, view._words_width()).height for pane in ("old", "new")) + 8
    assert view._painter.pages.page(8, "old", view._words_width()).height < split - 8


def test_two_panes_are_equally_wide_and_fill_the_view(view):
    widths = [view.columnWidth(column) for column in (1, 2)]
    assert abs(widths[0] - widths[1]) <= 1
    assert view.columnWidth(0) + sum(widths) == view.viewport().width()


def test_one_pane_has_one_column(view):
    view.show_face("inline")
    assert [view.isColumnHidden(column) for column in range(4)] == [False, True, True, False]
    assert view.columnWidth(0) + view.columnWidth(3) == view.viewport().width()


def test_what_is_at_the_top_stays_there_when_the_face_changes(qtbot, show, long):
    view = show(long)
    view.look_up(120)
    top = view.rowViewportPosition(120)
    view.show_face("inline")
    qtbot.waitUntil(lambda: view.is_finished)
    assert abs(view.rowViewportPosition(120) - top) <= view.rowHeight(view.rows_in_view().start)
    assert 120 in view.rows_in_view()


def test_what_is_in_view_stays_where_it_is_while_the_rest_is_set(qtbot, show, long):
    view = show(long)
    view.resize(700, 600)
    view.look_up(150)
    place = view.rowViewportPosition(150)
    assert not view.is_finished
    qtbot.waitUntil(lambda: view.is_finished)
    assert view.rowViewportPosition(150) == place


def test_a_chosen_change_comes_into_view(show, long):
    view = show(long)
    view.choose(1)
    assert 199 in view.rows_in_view()
    assert view.currentIndex().row() == 199


def test_a_click_chooses_the_change_of_the_line(qtbot, view):
    place = QPoint(view.columnViewportPosition(1) + 30, view.rowViewportPosition(5) + 10)
    with qtbot.waitSignal(view.change_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [3]


def test_arrows_lead_from_line_to_line_and_choose_changes(qtbot, view):
    view.choose(1)
    with qtbot.waitSignal(view.change_chosen) as chosen:
        qtbot.keyClick(view, KEY.Key_Down)
    assert (view.currentIndex().row(), chosen.args) == (4, [2])


def test_arrows_lead_to_the_other_pane(qtbot, view):
    view.choose(3)
    qtbot.keyClick(view, KEY.Key_Left)
    assert view.currentIndex().column() == 1
    qtbot.keyClick(view, KEY.Key_Right)
    assert view.currentIndex().column() == 2


def test_a_line_higher_than_the_view_is_read_to_its_end_before_the_next(qtbot, show, long):
    view = show(long, size=(420, 200))
    view.look_up(8)
    view._make_current(8)
    view.verticalScrollBar().setValue(view.verticalHeader().sectionPosition(8))
    qtbot.keyClick(view, KEY.Key_Down)
    assert view.currentIndex().row() == 8
    assert view.rowViewportPosition(8) < 0


def test_home_and_end_lead_to_the_first_and_the_last_line(qtbot, view):
    qtbot.keyClick(view, KEY.Key_End)
    assert view.currentIndex().row() == 10
    qtbot.keyClick(view, KEY.Key_Home)
    assert view.currentIndex().row() == 0


def test_enter_leads_to_the_other_place_of_what_moved_and_back(qtbot, view):
    view.choose(4)
    assert view.currentIndex().row() == 10
    qtbot.keyClick(view, KEY.Key_Return)
    assert view.currentIndex().row() == 6
    qtbot.keyClick(view, KEY.Key_Return)
    assert view.currentIndex().row() == 10


def test_the_words_of_the_current_cell_are_copied(qtbot, view):
    view.choose(3)
    qtbot.keyClick(view, KEY.Key_Left)
    qtbot.keyClick(view, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "The Provider may end this licence after thirty (30) days."


def test_several_changes_of_a_line_are_chosen_in_turn(show, tables, qtbot):
    view = show(tables)
    place = QPoint(view.columnViewportPosition(1) + 30, view.rowViewportPosition(1) + 10)
    chosen = []
    view.change_chosen.connect(lambda number: (chosen.append(number), view.choose(number)))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [2, 3]


def test_changes_know_how_far_down_they_stand(view):
    shares = view.shares()
    assert 0 < shares[1][0] < shares[3][0] < shares[4][1] < shares[4][0] < 1


def test_what_is_filtered_out_is_not_told_any_more(qtbot, view):
    before = view.rowHeight(5)
    view.show_listed(frozenset({1}), frozenset({"text"}))
    qtbot.waitUntil(lambda: view.is_finished)
    assert view.rowHeight(5) < before


def test_a_comparison_without_lines_is_shown_too(show, comparison):
    view = show(replace(comparison, rows=(), changes=()))
    assert view.rows_in_view() == range(0)
