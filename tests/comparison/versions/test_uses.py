import pytest

from app.comparison.uses import _ROWS, PlannedUses
from app.model.profile import DeploymentProfile
from app.model.questions import QUESTIONS

HEALTH = DeploymentProfile(regulated=("health",))


def touched(statements, profile, *texts):
    found = statements(*texts)[-1]
    bearing = next(iter(found.bearings), "other")
    return [(each.use.field, each.use.answer, each.words) for each in PlannedUses(profile).touched(found, bearing)]


def test_a_statement_on_a_planned_use_is_recognised_by_its_words(statements):
    found = touched(statements, HEALTH, "You may not use it for diagnosis of herons.")
    assert ("regulated", "health", "diagnosis") in found


def test_what_the_profile_does_not_plan_is_not_looked_for(statements):
    assert touched(statements, DeploymentProfile(), "You may not use it for diagnosis of herons.") == []


def test_the_words_stand_where_they_are_said_to(statements):
    found = statements("Feed the herons. You may not diagnose owls.")[1]
    place = next(PlannedUses(HEALTH).touched(found, "prohibition")).place
    assert (place.paragraph, place.span.start, place.span.end) == (0, 29, 37)


@pytest.mark.parametrize(
    ("sentence", "is_touched"),
    [
        ("You may not use outputs to train other models.", True),
        ("You may not train for the race of herons.", False),
        ("We will not use your outputs to train our models.", False),
    ],
)
def test_outputs_used_for_training_are_those_of_ours_alone(statements, sentence, is_touched):
    assert bool(touched(statements, DeploymentProfile(), sentence)) is is_touched


def test_a_region_is_read_with_its_capitals(statements):
    home = DeploymentProfile(principal_place_of_business="US", offered_in=("US",))
    assert touched(statements, home, "Tell us of ponds.") == []
    assert touched(statements, home, "Ponds in the US are closed.") == [("regions", "US", "US")]


def test_where_we_are_at_home_counts_as_much_as_where_we_offer():
    regions = {use.answer for use in PlannedUses(DeploymentProfile(offered_in=("UK",))).uses if use.field == "regions"}
    assert regions == {"EU", "UK"}


@pytest.mark.parametrize("row", [row for row in _ROWS if row.field != "regions"], ids=lambda row: row.answer)
def test_every_row_is_an_answer_that_a_profile_can_give(row):
    known = {question.field: {value for value, _ in question.answers} or {"yes"} for question in QUESTIONS}
    assert row.answer in known[row.field]


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: f"{row.field}-{row.answer}")
def test_every_row_says_where_its_words_come_from(row):
    assert row.source
    assert row.title
