import pytest
from PySide6.QtCore import Qt

from app.desktop.rounds.points_model import PointsModel
from app.model.rounds import PointAnswer


@pytest.fixture
def model(qapp, rounds):  # noqa: ARG001 - Qt needs it
    model = PointsModel()
    model.show_round(rounds, rounds.last)
    return model


def test_the_model_obeys_qts_contract(qtmodeltester, model):
    model.show_answers({"U2": PointAnswer("U2", "reject")})
    qtmodeltester.check(model)


def test_a_row_says_the_point_its_clause_type_and_its_place(model):
    index = model.index(0)
    assert index.data() == "Edit without a trace: words changed, in our name"
    assert index.data(PointsModel.CLAUSE_ROLE) == "Cure period · ◐ Fallback"
    assert index.data(PointsModel.STATE_ROLE) == "U2  ·  5"


def test_an_answer_is_told_in_its_row(model):
    model.show_answers({"U2": PointAnswer("U2", "reject")})
    assert model.index(0).data(PointsModel.STATE_ROLE) == "U2  ·  5  ·  We reject"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("We reject")


@pytest.mark.parametrize(
    ("words", "found"),
    [("THEO cannot", []), ("cannot do", ["A2", "N2"]), ("hours", ["N1"]), ("", 8), ("fallback", 5)],
)
def test_points_are_found_by_their_words(model, words, found):
    said = [point.id for point in model.saying(words)]
    assert (said if isinstance(found, list) else len(said)) == found
