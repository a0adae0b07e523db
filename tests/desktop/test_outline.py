from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.desktop.outline import DOCUMENT_ROLE, PARAGRAPH_ROLE, ClauseTypesModel, OutlineModel
from app.model.matter import HeldDocument


@pytest.fixture
def clause_types(review):
    model = ClauseTypesModel()
    model.show_review(review)
    return model


@pytest.fixture
def outline(review):
    model = OutlineModel()
    model.show_documents((HeldDocument(1, review), HeldDocument(2, review)), {1: 5, 2: 0})
    return model


def test_documents_stand_in_their_order_with_how_many_findings_are_to_be_decided(outline):
    rows = [(outline.index(row, 0).data(), outline.index(row, 1).data()) for row in range(outline.rowCount())]
    assert rows == [("example-licence.docx", "5"), ("example-licence.docx", "✓")]


def test_a_screen_reader_hears_how_many_are_to_be_decided(outline):
    spoken = [outline.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken == ["example-licence.docx, 5 to decide", "example-licence.docx, all decided"]


def test_progress_changes_without_new_rows(outline, qtbot):
    with qtbot.assertNotEmitted(outline.rowsInserted):
        outline.show_progress({1: 4, 2: 0})
    assert outline.index(0, 1).data() == "4"


def test_the_section_of_a_paragraph_is_found(outline):
    assert outline.index_of(2, 10).data() == "4  Ownership and claims"
    assert outline.index_of(2).data() == "example-licence.docx"


def test_sections_stand_with_their_printed_number_and_their_worst_severity(outline):
    head = outline.index(0, 0)
    rows = [(outline.index(row, 0, head).data(), outline.index(row, 1, head).data()) for row in range(6)]
    assert rows == [
        ("1  Grant", ""),
        ("2  Larger services", "C"),
        ("3  Acceptable use", "M"),
        ("4  Ownership and claims", "H"),
        ("5  Term and ending", "H"),
        ("6  Law", ""),
    ]


def test_a_section_knows_its_first_paragraph_and_its_document(outline):
    section = outline.index(1, 0, outline.index(1, 0))
    assert (section.data(DOCUMENT_ROLE), section.data(PARAGRAPH_ROLE)) == (2, 5)


def test_deeper_sections_stand_below_their_parent(review):
    document = review.document
    first, second, *others = document.sections
    nested = replace(document, sections=(first, replace(second, level=1), *others))
    model = OutlineModel()
    model.show_documents((HeldDocument(1, replace(review, document=nested)),), {})
    assert model.item(0).rowCount() == 5
    assert model.item(0).child(0).child(0).text() == "2  Larger services"


def test_clause_types_stand_under_their_verdict_with_its_sign(clause_types):
    heads = [(clause_types.item(row).text(), clause_types.item(row, 1).text()) for row in range(4)]
    assert heads == [("✗  Walk-away", "4"), ("○  Missing", "1"), ("✓  Preferred", "1"), ("–  Not applicable", "1")]


def test_a_clause_type_that_does_not_apply_says_why_where_it_stands(clause_types):
    why = "Weights that we host ourselves have no service levels."
    assert clause_types.item(3).child(0).text() == f"Service levels – {why}"


def test_a_clause_type_says_why_on_pointing_at_it(clause_types):
    assert clause_types.item(3).child(0).toolTip() == "Weights that we host ourselves have no service levels."


def test_a_finding_is_found_in_the_tree(clause_types, findings):
    assert clause_types.index_of(findings[4]).data() == "Authority to license"


def test_the_models_obey_qts_contract(clause_types, outline, qtmodeltester):
    qtmodeltester.check(clause_types)
    qtmodeltester.check(outline)
