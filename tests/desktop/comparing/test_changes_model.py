import pytest
from PySide6.QtCore import Qt

from app.desktop.comparing.changes_model import ChangesModel
from app.desktop.comparing.entries import entries_of

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def entries(comparison, judged):
    return entries_of(comparison, judged)


@pytest.fixture
def model(comparison, entries):
    model = ChangesModel()
    model.show_comparison(comparison, entries)
    model.list_entries(entries)
    return model


def test_qt_finds_no_fault_with_the_model(comparison, entries, qtmodeltester):
    model = ChangesModel()
    qtmodeltester.check(model)
    model.show_comparison(comparison, entries)
    model.list_entries(entries)
    qtmodeltester.check(model)


def test_a_row_says_what_a_change_does(model):
    assert model.index(2).data() == "Cure period: 30 to 10 days; worse, now walk-away"


def test_a_row_is_spoken_with_its_place_among_all_changes(model, entries):
    model.list_entries((entries[2],))
    assert model.index(0).data(SPOKEN) == "Change 3 of 7, worse, cure period, paragraph 6, edited"


def test_an_entry_that_is_not_listed_has_no_row(model, entries):
    model.list_entries(entries[:2])
    assert (model.row_of(entries[1]), model.row_of(entries[2])) == (1, -1)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("cure", [3]), ("POST", [6]), ("  ", [1, 2, 3, 4, 5, 6, 0]), ("user threshold", [0]), ("nowhere", [])],
)
def test_entries_are_found_by_what_they_say(model, text, numbers):
    assert [entry.number for entry in model.saying(text)] == numbers
