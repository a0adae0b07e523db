import pytest
from PySide6.QtCore import Qt

from app.desktop.vendors.matrix_model import MatrixFilter, MatrixModel, RowFilter

TITLES = ["Cure period", "Indemnity by the customer", "Authority to license"]


@pytest.fixture
def model(matrix, qapp):
    model = MatrixModel(qapp)
    model.show_matrix(matrix)
    return model


@pytest.fixture
def shown(model):
    return MatrixFilter(model)


def titles(shown):
    return [shown.headerData(row, Qt.Orientation.Vertical) for row in range(shown.rowCount())]


def test_the_model_obeys_qts_contract(model, qtmodeltester):
    assert isinstance(model, MatrixModel)
    qtmodeltester.check(model)


def test_the_filter_obeys_qts_contract(shown, qtmodeltester):
    assert isinstance(shown, MatrixFilter)
    qtmodeltester.check(shown)


def test_rows_are_clause_types_and_columns_vendors(model):
    assert [model.headerData(row, Qt.Orientation.Vertical) for row in range(3)] == TITLES
    assert [model.headerData(each, Qt.Orientation.Horizontal) for each in range(3)] == ["Vendor A", "Vendor B", "Cloud"]


def test_a_cell_says_level_facts_and_first_words(model):
    told = str(model.index(0, 0).data()).split("\n")
    assert told[:3] == ["✓ Preferred ★ best", "Cure period: 30 days", "Incorporated by link: no (silent)"]
    assert told[3].startswith("The Provider may end")


def test_no_level_is_told_by_colour_alone(model):
    signs = {str(model.index(row, column).data())[0] for row in range(4) for column in range(3)}
    assert signs == {"✓", "✗", "◐", "○", "?", "–"}


def test_a_screen_reader_says_a_cell_with_its_row_and_column(model):
    spoken = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Cure period, Vendor B: walk-away, cure period 10 days")


def test_a_screen_reader_says_the_rank_of_a_column_and_who_is_best_in_a_row(model):
    role = Qt.ItemDataRole.AccessibleTextRole
    assert "Rank 3 of 3" in model.headerData(1, Qt.Orientation.Horizontal, role)
    assert model.headerData(0, Qt.Orientation.Vertical, role) == "Cure period. Vendor A gives the longest time."


def test_without_a_matrix_there_is_nothing(model):
    model.show_matrix(None)
    assert (model.rowCount(), model.columnCount()) == (0, 0)


@pytest.mark.parametrize(
    ("kept", "left"),
    [
        (RowFilter(), TITLES),
        (RowFilter(with_apart=True), [*TITLES, "Service levels"]),
        (RowFilter(is_differing=True), ["Cure period", "Authority to license"]),
        (RowFilter(severities={"high"}), ["Cure period", "Indemnity by the customer"]),
        (RowFilter(severities={"low", "critical"}), ["Authority to license"]),
        (RowFilter("  cure PERIOD"), ["Cure period"]),
        (RowFilter("not known"), ["Authority to license"]),
        (RowFilter("nothing of the kind"), []),
    ],
)
def test_a_filter_keeps_the_rows_that_are_asked_for(shown, kept, left):
    shown.keep(kept)
    assert titles(shown) == left
