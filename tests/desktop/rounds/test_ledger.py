import pytest
from PySide6.QtCore import Qt

from app.desktop.rounds.ledger_model import LedgerModel
from app.desktop.rounds.ledger_table import LedgerTable


@pytest.fixture
def model(qapp, rounds):  # noqa: ARG001 - Qt needs it
    model = LedgerModel()
    model.show_rounds(rounds)
    return model


def test_the_model_obeys_qts_contract(qtmodeltester, model):
    qtmodeltester.check(model)


def test_each_move_is_a_row_from_rung_to_rung(model):
    assert [model.index(1, column).data() for column in range(model.columnCount())] == [
        "2",
        "We gave way",
        "Cure period",
        "✓ Preferred: 30 days to cure",
        "◐ Fallback: 15 days to cure",
        "They gave way on Indemnity by the customer",
    ]


def test_every_cell_speaks_its_whole_row(model):
    assert model.index(0, 4).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Round 1, They gave way, Cure period")


def test_a_row_is_as_high_as_its_words(qtbot, rounds):
    table = LedgerTable()
    qtbot.addWidget(table)
    table.resize(500, 400)
    with qtbot.waitExposed(table):
        table.show()
    table.show_rounds(rounds)
    qtbot.waitUntil(lambda: table.rowHeight(2) > 2 * table.fontMetrics().height())
