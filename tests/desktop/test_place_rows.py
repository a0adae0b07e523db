from PySide6.QtCore import Qt

from app.desktop.place_rows import PlaceModel, Row


def test_the_model_obeys_qts_contract(qtmodeltester):
    model = PlaceModel()
    model.show_rows((Row("Parties", head=True, under=(Row("Example Weights Ltd", caption="Provider"),)), Row("Terms")))
    qtmodeltester.check(model)


def test_what_is_not_seen_is_shown_by_a_sign_and_said():
    model = PlaceModel()
    model.show_rows((Row("exe\u202efdp", caption="Ada\u200b Reviewer"),))
    index = model.index(0, 0)
    assert index.data() == "exe▯fdp"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Ada▯ Reviewer, exe▯fdp"
