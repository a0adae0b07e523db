from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.desktop.panes.document_pane import DocumentPane
from app.desktop.place_rows import ROW_ROLE
from app.model.document import DefinedTerm
from app.model.span import Place, Span

DEFINED = Place(1, Span(0, 4))
USES = (Place(3, Span(4, 12)), Place(8, Span(0, 3)))


@pytest.fixture
def pane(qtbot, document):
    pane = DocumentPane()
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_document(replace(document, terms=(DefinedTerm("Provider", 1, Span(0, 4), USES),)))
    return pane


def term(pane):
    model = pane.tree.rows
    heads = [model.index(row, 0) for row in range(model.rowCount())]
    return model.index(0, 0, next(head for head in heads if head.data() == "Defined terms"))


def test_a_term_leads_to_its_definition_and_is_ready_to_go_through_its_uses(qtbot, pane):
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=pane.tree.visualRect(term(pane)).center())
    assert chosen.args == [DEFINED]
    assert (pane.told.text(), pane._bar.isVisible()) == ("2 uses", True)


def test_enter_on_a_term_leads_there_too(qtbot, pane):
    pane.tree.setCurrentIndex(term(pane))
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        qtbot.keyClick(pane.tree, Qt.Key.Key_Return)
    assert chosen.args == [DEFINED]


@pytest.mark.parametrize(
    ("steps", "use", "told"),
    [((1,), 0, "1 of 2"), ((1, 1), 1, "2 of 2"), ((1, 1, 1), 0, "1 of 2"), ((-1,), 1, "2 of 2")],
)
def test_the_uses_are_gone_through_in_a_round(pane, steps, use, told):
    pane.tree.setCurrentIndex(term(pane))
    places = []
    pane.place_chosen.connect(places.append)
    for step in steps:
        pane.step_use(step)
    assert (places[-1], pane.told.text()) == (USES[use], told)


def test_the_button_goes_to_the_next_use(qtbot, pane):
    pane.tree.setCurrentIndex(term(pane))
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        qtbot.mouseClick(pane.next_use, Qt.MouseButton.LeftButton)
    assert chosen.args == [USES[0]]


def test_without_a_term_there_is_nothing_to_go_through(pane):
    pane.tree.setCurrentIndex(pane.tree.rows.index(0, 0))
    pane.place_chosen.connect(pytest.fail)
    pane.step_use(1)
    assert not pane._bar.isVisible()


def test_a_row_says_all_it_shows(pane):
    assert term(pane).data(Qt.ItemDataRole.AccessibleTextRole) == "Provider, 2"


def test_a_long_text_takes_more_lines_in_a_narrow_pane(qtbot, pane, document):
    pane.show_document(replace(document, not_read=("A page of the exhibit has no text and was not read. " * 4,)))
    model = pane.tree.rows
    row = model.index(0, 0, model.index(model.rowCount() - 1, 0))
    pane.resize(600, 400)
    qtbot.waitUntil(lambda: pane.tree.visualRect(row).width() > 500)
    wide = pane.tree.visualRect(row).height()
    pane.resize(220, 400)
    qtbot.waitUntil(lambda: pane.tree.visualRect(row).height() > wide)


def test_a_word_too_long_for_the_pane_can_be_broken(pane, document):
    pane.show_document(replace(document, not_read=("https://example.org/" + "a" * 40,)))
    model = pane.tree.rows
    row = model.index(0, 0, model.index(model.rowCount() - 1, 0)).data(ROW_ROLE)
    assert max(map(len, row.breakable.split("\u200b"))) <= 20
    assert row.breakable.replace("\u200b", "") == row.text
