import pytest
from PySide6.QtCore import Qt

from app.desktop.findings_model import FindingsFilter, FindingsModel
from app.model.matter import Decision


@pytest.fixture
def model(review):
    model = FindingsModel()
    model.show_review(review)
    return model


@pytest.fixture
def shown(model):
    shown = FindingsFilter()
    shown.setSourceModel(model)
    return shown


def titles(model):
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_the_model_obeys_qts_contract(model, qtmodeltester):
    qtmodeltester.check(model)


def test_findings_stand_worst_first_and_then_in_reading_order(model):
    assert titles(model) == [
        "User threshold",
        "Indemnity by the customer",
        "Cure period",
        "Change of the use policy",
        "Authority to license",
        "Ownership of derivatives",
    ]


def test_a_row_says_severity_clause_place_and_level(model):
    assert [model.index(1, column).data() for column in range(4)] == [
        "High",
        "Indemnity by the customer",
        "4(b)",
        "Walk-away",
    ]


def test_the_finding_itself_has_a_role_of_its_own(model, findings):
    assert model.index(0, 0).data(FindingsModel.FINDING_ROLE) is findings[0]


def test_a_screen_reader_hears_the_ordinal(model):
    spoken = model.index(4, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Finding 5 of 6, low, Authority to license, not in the document, missing, undecided"


def test_the_filter_keeps_the_severities_asked_for(shown):
    shown.keep("high")
    assert titles(shown) == ["Indemnity by the customer", "Cure period"]


@pytest.mark.parametrize("text", ["CURE", "without time", " 5 "])
def test_the_filter_looks_at_title_reason_and_place(shown, text):
    shown.keep("all", text)
    assert "Cure period" in titles(shown)


def test_the_filter_drops_what_does_not_hold_the_words(shown):
    shown.keep("all", "indemnity")
    assert titles(shown) == ["Indemnity by the customer"]


def test_a_row_says_what_was_decided(model):
    model.show_decisions({"indemnity": Decision("fallback", 1)})
    assert model.index(1, 4).data() == "fallback"


def test_a_finding_in_order_has_nothing_to_decide(model):
    assert model.index(5, 4).data() == ""


def test_a_decision_changes_rows_without_replacing_them(qtbot, model):
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show_decisions({"indemnity": Decision("skip")})
