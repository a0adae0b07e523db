from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.desktop.panes.uncovered_pane import UncoveredPane
from app.desktop.place_rows import ROW_ROLE
from app.model.review import Uncovered
from app.model.span import Place, Span

UNCOVERED = (
    Uncovered(4, ("duty", "rights"), (Span(0, 6),)),
    Uncovered(6, ("money",), (Span(0, 8),)),
    Uncovered(3, ("duty",), (Span(13, 19),)),
)


@pytest.fixture
def pane(qtbot, review):
    pane = UncoveredPane()
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_review(replace(review, uncovered=UNCOVERED))
    return pane


def rows(pane):
    model = pane.tree.rows
    return [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]


def test_paragraphs_are_listed_with_what_they_are_about_their_place_and_first_words(pane):
    assert [(row.caption, row.text) for row in rows(pane)] == [
        ("Duty, rights · 1(b)", "Copies you pass on carry this licence and the notice “Built with Example”."),
        (
            "Money · 2",
            "Products with more than 5 million monthly active users need a separate licence from the Provider.",
        ),
        ("Duty · 1(a)", "The Provider grants you a non-exclusive, royalty-free right to use the Weights."),
    ]


def test_of_a_long_paragraph_only_the_first_words_are_listed(pane, review):
    long = replace(review.document.paragraphs[4], text="The Customer keeps a full log of every copy. " * 9)
    paragraphs = (*review.document.paragraphs[:4], long, *review.document.paragraphs[5:])
    document = replace(review.document, paragraphs=paragraphs)
    pane.show_review(replace(review, document=document, uncovered=UNCOVERED[:1]))
    (row,) = rows(pane)
    assert row.text.endswith("The Customer keeps …")
    assert len(row.text) < 115


def test_a_paragraph_about_two_matters_counts_for_both(pane):
    assert [pane.kinds.itemText(index) for index in range(pane.kinds.count())] == [
        "All kinds (3)",
        "Duty (2)",
        "Rights (1)",
        "Money (1)",
    ]


def test_what_is_about_one_matter_can_be_listed_alone(pane):
    pane.kinds.setCurrentIndex(2)
    assert [row.caption for row in rows(pane)] == ["Duty, rights · 1(b)"]


def test_enter_leads_to_the_whole_paragraph(qtbot, pane, document):
    pane.tree.setCurrentIndex(pane.tree.rows.index(1, 0))
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        qtbot.keyClick(pane.tree, Qt.Key.Key_Return)
    assert chosen.args == [Place(6, Span(0, len(document.paragraphs[6].text)))]


def test_the_list_says_what_it_holds(pane):
    assert pane.remark.text() == "Rules that no clause type of the library explains: read them yourself."


def test_a_document_that_the_library_covers_says_so(pane, review):
    pane.show_review(review)
    assert pane.remark.text() == "Every operative paragraph is explained by a clause type."
    assert (pane.remark.isVisible(), pane.kinds.isVisible()) == (True, False)


def test_list_and_choice_are_named_for_a_screen_reader(pane):
    assert pane.tree.accessibleName() == "Paragraphs not covered by any clause type"
    assert pane.kinds.accessibleName() == "What the paragraphs to list are about"


def test_a_row_is_spoken_with_matter_place_and_words(pane):
    spoken = pane.tree.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Money · 2, Products with more than 5 million")
