from app.desktop.library.mistakes_model import MistakesModel
from app.model.authoring import EntryMistake

MISTAKES = (EntryMistake(3, "severity", "must be high"), EntryMistake(9, "", "no approver", is_warning=True))


def test_the_model_obeys_qts_contract(qtmodeltester):
    model = MistakesModel()
    model.show_mistakes(MISTAKES)
    qtmodeltester.check(model)


def test_a_row_says_line_and_message_and_is_told_by_more_than_colour():
    model = MistakesModel()
    model.show_mistakes(MISTAKES)
    assert [model.index(row).data() for row in range(2)] == [
        "✗ Line 3: severity: must be high",
        "▲ Line 9: no approver",
    ]
    assert model.index(1).data(role=11) == "Warning in line 9: no approver"  # Qt.ItemDataRole.AccessibleTextRole
