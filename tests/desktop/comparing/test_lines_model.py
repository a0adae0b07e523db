import pytest
from PySide6.QtCore import Qt

from app.desktop.comparing.lines import lines_of
from app.desktop.comparing.lines_model import LinesModel

OLD, NEW, INLINE = 1, 2, 3
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(comparison):
    model = LinesModel()
    model.show_lines(comparison, lines_of(comparison))
    return model


def test_qt_finds_no_fault_with_the_model(comparison, qtmodeltester):
    model = LinesModel()
    qtmodeltester.check(model)
    model.show_lines(comparison, lines_of(comparison))
    qtmodeltester.check(model)


def test_each_pane_has_a_column(model):
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert titles == ["", "Old: old.docx", "New: new.docx", "old.docx → new.docx"]


def test_a_cell_holds_the_words_of_its_pane(model):
    assert model.index(5, OLD).data() == "The Provider may end this licence after thirty (30) days."
    assert model.index(3, OLD).data() == ""
    assert model.index(4, INLINE).data() == "2. 3.\tEnding"


def test_a_cell_is_spoken_with_its_change_and_the_words_that_differ(model):
    model.tell(lambda number: f"Change {number} of 6, worse, cure period, clause 2, edited")
    said = model.index(5, NEW).data(SPOKEN)
    assert said == (
        "Change 3 of 6, worse, cure period, clause 2, edited. "
        "The Provider may end this licence after [added: ten (10)] days."
    )


def test_an_empty_cell_says_so(model):
    assert model.index(3, OLD).data(SPOKEN) == "nothing in this version"


def test_words_of_a_cell_can_be_had_for_a_search(model):
    assert model.text_of(8, "new") == "The law of the Provider's seat governs.\nIts courts decide."
