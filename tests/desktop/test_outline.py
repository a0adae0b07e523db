from dataclasses import replace

import pytest

from app.desktop.outline import PARAGRAPH_ROLE, ClauseTypesModel, OutlineModel


@pytest.fixture
def clause_types(review):
    model = ClauseTypesModel()
    model.show_review(review)
    return model


def test_sections_stand_with_their_printed_number_and_their_worst_severity(review):
    model = OutlineModel()
    model.show_review(review)
    rows = [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]
    assert rows == [
        ("1  Grant", ""),
        ("2  Larger services", "C"),
        ("3  Acceptable use", "M"),
        ("4  Ownership and claims", "H"),
        ("5  Term and ending", "H"),
        ("6  Law", ""),
    ]


def test_a_section_knows_its_first_paragraph(review):
    model = OutlineModel()
    model.show_review(review)
    assert model.index(1, 0).data(PARAGRAPH_ROLE) == 5


def test_deeper_sections_stand_below_their_parent(review):
    document = review.document
    first, second, *others = document.sections
    nested = replace(document, sections=(first, replace(second, level=1), *others))
    model = OutlineModel()
    model.show_review(replace(review, document=nested))
    assert model.rowCount() == 5
    assert model.item(0).child(0).text() == "2  Larger services"


def test_clause_types_stand_under_their_verdict_with_its_sign(clause_types):
    heads = [(clause_types.item(row).text(), clause_types.item(row, 1).text()) for row in range(4)]
    assert heads == [("✗  Walk-away", "4"), ("○  Missing", "1"), ("✓  Preferred", "1"), ("–  Not applicable", "1")]


def test_a_clause_type_that_does_not_apply_says_why(clause_types):
    assert clause_types.item(3).child(0).toolTip() == "Weights that we host ourselves have no service levels."


def test_a_finding_is_found_in_the_tree(clause_types, findings):
    assert clause_types.index_of(findings[4]).data() == "Authority to license"


def test_the_models_obey_qts_contract(clause_types, qtmodeltester):
    qtmodeltester.check(clause_types)
