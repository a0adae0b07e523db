import pytest

from app.comparison.scale import by_facts, by_level
from app.model.clause import FactSpec, Position, Test
from app.model.comparison import FactChange
from app.model.profile import DeploymentProfile
from app.model.review import ClauseReading, Finding, Match, Verdict
from app.model.span import Span

LADDER = (
    Position("preferred", "Best", (Test("fact", "days", "at_most", 10),)),
    Position("preferred", "As good", (Test("fact", "days", "at_most", 20),)),
    Position("fallback", "Fair", (Test("fact", "days", "at_most", 30),)),
    Position("fallback", "Poor", (Test("fact", "days", "at_most", 40),)),
    Position("walk-away", "Bad"),
)


@pytest.fixture
def finding(clause):
    """Make a finding on a level, on the position with a name; without one the document says nothing on it."""

    def make(level, held="", nature="burden"):
        entry = clause(["x"], facts=(FactSpec("days", "duration"),), positions=LADDER, nature=nature)
        matches = (Match("exit", 0, 1.0, (), (Span(0, 1),)),) if held else ()
        verdicts = tuple(Verdict(position, ()) for position in LADDER if position.name == held)
        return Finding(entry, level, "high", ClauseReading("exit", matches, (), ()), verdicts, None, "")

    return make


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        (("preferred", "Best"), ("fallback", "Fair"), "worse"),
        (("fallback", "Poor"), ("fallback", "Fair"), "better"),
        (("fallback", "Poor"), ("walk-away", "Bad"), "worse"),
        (("preferred", "Best"), ("preferred", "As good"), "same"),
        (("preferred",), ("walk-away", "Bad"), "worse"),
        (("walk-away", "Bad"), ("missing",), "unclear"),
        (("not-applicable",), ("walk-away", "Bad"), "worse"),
        (("walk-away", "Bad"), ("not-applicable",), "better"),
        (("not-applicable",), ("preferred", "Best"), "same"),
        (("not-applicable",), ("not-applicable",), "same"),
        (("not-applicable",), ("missing",), "unclear"),
    ],
)
def test_levels_of_a_burden_say_which_is_better(finding, before, after, direction):
    assert by_level(finding(*before), finding(*after)) == direction


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        (("missing",), ("fallback", "Fair"), "better"),
        (("preferred", "Best"), ("missing",), "worse"),
        (("not-applicable",), ("preferred", "Best"), "better"),
        (("preferred", "Best"), ("not-applicable",), "worse"),
    ],
)
def test_a_protection_that_comes_is_better_and_one_that_goes_is_worse(finding, before, after, direction):
    old, new = (finding(*given, nature="protection") for given in (before, after))
    assert by_level(old, new) == direction


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        (5, 15, "worse"),
        (15, 5, "better"),
        (2, 8, "worse"),
        (None, 15, "unclear"),
        (15, None, "unclear"),
    ],
)
def test_figures_that_may_be_at_most_so_much_are_better_the_less_they_are(finding, old, new, direction):
    entry = finding("preferred").clause
    assert by_facts(entry, [FactChange("days", old, new)], DeploymentProfile()) == direction


def test_facts_that_no_position_asks_about_tell_nothing(clause):
    entry = clause(["x"], facts=(FactSpec("law", "words"), FactSpec("mutual", "flag")))
    changes = [FactChange("mutual", False, True)]
    assert by_facts(entry, changes, DeploymentProfile()) == "unclear"


def test_without_a_fact_that_changed_nothing_is_better(finding):
    assert by_facts(finding("preferred").clause, [], DeploymentProfile()) == "same"


def test_words_that_were_not_found_any_more_tell_nothing(clause):
    entry = clause(
        ["x"],
        facts=(FactSpec("law", "words"),),
        positions=(
            Position("preferred", "None", (Test("fact", "law", "stated", False),)),
            Position("walk-away", "Law"),
        ),
    )
    assert by_facts(entry, [FactChange("law", "Texas", None)], DeploymentProfile()) == "unclear"
