import pytest

from app.model.clause import FactSpec, Position, Test
from app.model.comparison import FactChange
from app.model.profile import DeploymentProfile

THIRTY = "Acme may terminate for breach that you do not cure within 30 days."
TEN, FIFTY = THIRTY.replace("30", "10"), THIRTY.replace("30", "50")
POND = "The pond lies in the north."


def test_an_effect_says_what_changed_and_what_that_does(effect):
    assert effect(THIRTY, TEN).what == "Cure period: 30 to 10 days; worse, now walk-away."


def test_an_effect_has_levels_facts_severity_and_changes(effect):
    found = effect([POND, THIRTY], [POND, TEN])
    assert (found.direction, found.old_level, found.new_level) == ("worse", "fallback", "walk-away")
    assert (found.severity, found.facts, found.changes) == ("high", (FactChange("cure_days", 30, 10),), (1,))


def test_the_way_back_is_better(effect):
    assert effect(TEN, THIRTY).direction == "better"


def test_on_the_same_level_the_threshold_of_a_position_says_which_way_is_better(effect):
    assert (effect(THIRTY, FIFTY).direction, effect(FIFTY, THIRTY).direction) == ("better", "worse")


def test_a_fact_that_only_a_rule_of_severity_asks_about_counts_by_that(effect):
    found = effect(TEN, TEN.replace("terminate", "automatically terminate"))
    assert (found.direction, found.facts) == ("worse", (FactChange("automatic", False, True),))


def test_other_words_with_the_same_facts_change_no_position(effect):
    found = effect(THIRTY, THIRTY.replace("you do", "the tenant does"))
    assert (found.direction, found.facts) == ("same", ())


def test_a_clause_type_that_is_new_is_said_to_be(effect):
    found = effect([POND], [POND, TEN])
    assert (found.direction, found.what) == ("worse", "New: Less than that; worse, now walk-away.")


def test_a_clause_type_that_is_gone_is_said_to_be(effect):
    found = effect([POND, TEN], [POND])
    assert (found.direction, found.what) == ("better", "Gone: Less than that; better, now preferred.")


def test_a_reworded_sentence_is_not_called_new(effect):
    found = effect(
        [POND, "Acme may end this licence where you breach it and do not mend that within 10 days."],
        [POND, "Acme may terminate this licence where you breach it and do not mend that within 10 days."],
    )
    assert found.what.startswith("Now read from words that changed: ")


def test_a_paragraph_with_the_same_words_is_no_effect_of_a_change(effect):
    assert effect([POND, THIRTY], ["A fence surrounds the meadow now.", THIRTY]) is None


def test_where_the_kind_of_document_alone_changes_a_level_no_change_is_named(judged, clause):
    notice = clause(["x"], id="notice", nature="protection", positions=(Position("preferred", "Notice"),))
    found = judged([POND], ["Acceptable Use Policy", POND], notice)
    assert [(each.direction, each.changes) for each in found.effects] in ([], [("unclear", ())])


def test_what_stands_in_another_sentence_of_the_paragraph_is_not_touched(effect):
    assert effect(f"{THIRTY} The pond is deep.", f"{THIRTY} The pond is shallow and cold.") is None


def test_a_move_alone_has_no_effect(effect):
    others = [f"Paragraph number {word} speaks of {word} ponds and their otters." for word in ("one", "two", "six")]
    assert effect([THIRTY, *others], [*others, THIRTY]) is None


def test_numbers_of_sections_have_no_effect(judged):
    found = judged(
        ["You must not use it, see https://example.com/a."], ["You must not use it, see https://example.com/b."]
    )
    assert (found.effects, found.uncovered) == ((), ())


def test_more_prohibitions_are_worse_on_the_same_level(judged):
    rule = "You must not use the model for fishing."
    found = judged([rule], [rule, "You must not use the model for hunting owls at night."]).effects
    assert [(each.clause.id, each.what) for each in found] == [
        ("use", "1 prohibition more; worse, still walk-away."),
    ]


def test_a_better_level_does_not_make_up_for_more_that_is_forbidden(judged, clause):
    rules = clause(
        ["must not .. use"],
        id="rules",
        facts=(FactSpec("reasonable_measures", "flag", ("reasonable measures",), silent=False),),
        positions=(
            Position("preferred", "Measures", (Test("fact", "reasonable_measures", "is", True),)),
            Position("walk-away", "All"),
        ),
    )
    rule = "You must not use the model for fishing."
    more = "You must not use the model to hunt owls unless you take reasonable measures."
    found = judged([rule], [rule, more], rules).effects[0]
    assert (found.old_level, found.new_level, found.direction) == ("walk-away", "preferred", "unclear")


def test_positions_that_ask_of_the_profile_what_it_does_not_answer_count_for_nothing(judged, clause):
    bars = clause(
        ["barred"],
        id="bars",
        facts=(FactSpec("eu_barred", "flag", ("union",), silent=False),),
        positions=(
            Position("preferred", "Free", (Test("fact", "eu_barred", "is", False),)),
            Position(
                "preferred",
                "Barred, at home elsewhere",
                (Test("fact", "eu_barred", "is", True), Test("profile", "principal_place_of_business", "is_not", "EU")),
            ),
            Position("walk-away", "Barred"),
        ),
    )
    old, new = "Owls are barred from the barn.", "Owls are barred from the union."
    assert judged([old], [new], bars).effects[0].direction == "worse"
    elsewhere = DeploymentProfile(principal_place_of_business="US")
    assert judged([old], [new], bars, profile=elsewhere).effects[0].new_level == "preferred"


@pytest.mark.parametrize(("old", "new"), [("Texas", "State of Texas"), ("State of Texas", "Texas")])
def test_words_that_hold_the_earlier_ones_are_no_other_fact(judged, clause, old, new):
    law = clause(["governed"], id="law", facts=(FactSpec("law", "words", ("laws of",)),))
    found = judged([f"It is governed by the laws of {old}."], [f"It is governed by the laws of {new}."], law)
    assert all(not each.facts for each in found.effects)


def test_rules_that_no_clause_type_explains_are_named(judged):
    found = judged([POND], [POND, "You must feed the herons at dawn and at dusk."])
    assert (found.effects, found.uncovered) == ((), (1,))


def test_words_that_bind_nobody_are_not_named(judged):
    assert judged([POND], [POND, "Otters sleep in the willow."]).uncovered == ()


def test_the_worst_stands_first(judged):
    use = "You must not use the model for fishing."
    found = judged([TEN, use], [THIRTY, use, "You must not use the model for hunting owls."])
    assert [each.direction for each in found.effects] == ["worse", "better"]


def test_a_change_is_as_severe_as_the_worst_it_does(judged):
    found = judged([POND, THIRTY], ["The pond lies in the south.", TEN])
    assert [found.severity_of(number) for number in (1, 2)] == ["none", "high"]
