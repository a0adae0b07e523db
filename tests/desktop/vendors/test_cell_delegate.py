from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from app.desktop.vendors.cell_delegate import CellDelegate, CellMetrics
from app.desktop.vendors.matrix_model import MatrixModel


@pytest.fixture
def model(matrix, qapp):
    model = MatrixModel(qapp)
    model.show_matrix(matrix)
    return model


def drawn(model, row, column, width=220):
    """Return the image of a cell on white."""
    delegate = CellDelegate(model)
    image = QImage(width, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    option = QStyleOptionViewItem()
    option.rect = image.rect()
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(row, column))
    painter.end()
    return image


def height(row, **fields):
    given = {"is_layered": False, "with_words": True} | fields
    return CellMetrics.of(QFont(), **given).height(row)


def test_a_row_is_as_high_as_its_facts_need(matrix):
    cure = matrix.rows[0]
    fewer = replace(cure, heads=cure.heads[:1])
    assert height(cure) - height(fewer) == CellMetrics.of(QFont(), is_layered=False, with_words=True).line


def test_a_row_has_no_room_for_words_that_are_not_shown(matrix):
    assert height(matrix.rows[0], with_words=False) < height(matrix.rows[0])
    assert height(matrix.rows[1], with_words=False) == height(matrix.rows[1])


def test_a_row_has_room_for_the_layer_where_a_column_has_some(matrix):
    assert height(matrix.rows[1], is_layered=True) > height(matrix.rows[1])


def test_another_level_is_drawn_otherwise(model):
    assert drawn(model, 2, 0) != drawn(model, 2, 1)


def test_the_best_cell_is_drawn_otherwise_than_one_that_is_not(model):
    assert drawn(model, 1, 1) != drawn(model, 1, 2)


def test_all_of_a_cell_stays_within_it(model):
    blank = QImage(2, 200, QImage.Format.Format_RGB32)
    blank.fill(QColor("white"))
    assert drawn(model, 0, 0, 120).copy(118, 0, 2, 200) == blank
