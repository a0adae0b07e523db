from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desktop.vendors.matrix_model import RowFilter
from app.desktop.vendors.matrix_table import MatrixTable


@pytest.fixture
def table(qtbot, matrix):
    table = MatrixTable()
    qtbot.addWidget(table)
    table.resize(900, 500)
    with qtbot.waitExposed(table):
        table.show()
    table.show_matrix(matrix)
    return table


def chosen(table):
    index = table.currentIndex()
    return (table.shown.headerData(index.row(), Qt.Orientation.Vertical), index.column())


def test_the_first_cell_is_chosen(table):
    assert chosen(table) == ("Cure period", 0)


def test_arrows_choose_cells(qtbot, table):
    with qtbot.waitSignal(table.cell_chosen) as told:
        QTest.keyClick(table, Qt.Key.Key_Right)
    assert (told.args[0].clause.id, told.args[1]) == ("cure-period", 1)


def test_enter_asks_for_the_place(qtbot, table):
    with qtbot.waitSignal(table.cell_opened) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert (told.args[0].clause.id, told.args[1]) == ("cure-period", 0)


def test_the_head_of_a_column_asks_for_its_reasons(qtbot, table):
    with qtbot.waitSignal(table.column_asked) as told:
        table.columns.sectionClicked.emit(2)
    assert (told.args, chosen(table)) == ([2], ("Cure period", 2))


def test_the_head_of_a_row_chooses_its_cell_in_the_same_column(table):
    table.choose("cure-period", 1)
    table.rows.sectionClicked.emit(1)
    assert chosen(table) == ("Indemnity by the customer", 1)


def test_the_chosen_cell_stays_chosen_where_its_column_moves(table, matrix):
    table.choose("indemnity", 0)
    moved = replace(
        matrix,
        columns=matrix.columns[1:] + matrix.columns[:1],
        rows=tuple(replace(row, cells=row.cells[1:] + row.cells[:1]) for row in matrix.rows),
    )
    table.show_matrix(moved)
    assert chosen(table) == ("Indemnity by the customer", 2)


def test_a_cell_whose_row_is_filtered_out_gives_way_to_the_first_in_its_column(table):
    table.choose("cure-period", 1)
    table.keep(RowFilter("indemnity"))
    assert chosen(table) == ("Indemnity by the customer", 1)


def test_a_row_is_listed_or_not(table):
    table.keep(RowFilter("indemnity"))
    assert (table.lists("indemnity"), table.lists("cure-period"), table.lists("nothing")) == (True, False, False)


def test_without_the_first_words_rows_are_less_high(table):
    before = table.rowHeight(0)
    table.show_words(shown=False)
    assert table.rowHeight(0) < before


def test_rows_grow_with_the_text(qtbot, table):
    before, font = table.rowHeight(0), table.font()
    font.setPointSizeF(2 * font.pointSizeF())
    table.setFont(font)
    qtbot.waitUntil(lambda: table.rowHeight(0) > 1.6 * before)


def test_the_first_column_and_the_head_stay_where_they_are(qtbot, table):
    table.resize(420, 220)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0 and table.verticalScrollBar().maximum() > 0)
    before = (table.rows.geometry(), table.columns.geometry())
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    assert (table.rows.geometry(), table.columns.geometry()) == before
    assert table.rows.isVisible()


def test_the_menu_is_asked_for_by_keyboard_too(qtbot, table):
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(table.menu_asked):
        QApplication.sendEvent(table.viewport(), event)


def test_a_right_click_on_a_head_chooses_its_column_and_asks_for_the_menu(qtbot, table):
    place = QPoint(table.columns.sectionViewportPosition(1) + 5, 5)
    with qtbot.waitSignal(table.menu_asked):
        table.columns.customContextMenuRequested.emit(place)
    assert chosen(table) == ("Cure period", 1)


def test_an_empty_table_chooses_nothing(table):
    table.show_matrix(None)
    assert (table.column, table.shown.rowCount()) == (-1, 0)
