import pytest
from PySide6.QtCore import Qt

from app.desktop.panes.flaws_pane import FlawsPane
from app.desktop.place_rows import ROW_ROLE
from app.model.proofreading import Flaw
from app.model.span import Place, Span

FLAWS = (
    Flaw("undefined-term", Place(3, Span(4, 12)), "“Provider” is not defined.", (Place(13, Span(4, 12)),)),
    Flaw("broken-reference", Place(8, Span(0, 3)), "There is no section 9."),
    Flaw("undefined-term", Place(11, Span(0, 3)), "“You” is not defined."),
)


@pytest.fixture
def pane(qtbot, document):
    pane = FlawsPane()
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_flaws(document, FLAWS)
    return pane


def rows(pane):
    model = pane.tree.rows
    return [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]


def test_flaws_are_listed_with_kind_place_and_message(pane):
    assert [(row.caption, row.text) for row in rows(pane)] == [
        ("Undefined term · 1(a)", "“Provider” is not defined."),
        ("Broken reference · 3", "There is no section 9."),
        ("Undefined term · 4(b)", "“You” is not defined."),
    ]


def test_the_kinds_are_offered_with_their_counts_the_most_frequent_first(pane):
    assert [pane.kinds.itemText(index) for index in range(pane.kinds.count())] == [
        "All kinds (3)",
        "Undefined term (2)",
        "Broken reference (1)",
    ]


def test_a_kind_can_be_listed_alone(pane):
    pane.kinds.setCurrentIndex(2)
    assert [row.text for row in rows(pane)] == ["There is no section 9."]


def test_a_click_leads_to_the_flaw(qtbot, pane):
    index = pane.tree.rows.index(1, 0)
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=pane.tree.visualRect(index).center())
    assert chosen.args == [Place(8, Span(0, 3))]


def test_other_places_that_show_it_stand_below_closed(pane, document):
    (other,) = rows(pane)[0].under
    assert (other.caption, other.text) == ("5", f"“{document.paragraphs[13].text[4:12]}”")
    assert not pane.tree.isExpanded(pane.tree.rows.index(0, 0))


def test_nothing_to_correct_is_said(pane, document):
    pane.show_flaws(document, ())
    assert (pane.remark.isVisible(), pane.kinds.isVisible()) == (True, False)
