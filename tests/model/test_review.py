"""Of many paragraphs that carry a clause, the few that carry it most clearly are told first."""

import pytest

from app.model.clause import Position, Test
from app.model.review import ClauseReading, Fact, Finding, Match, TestResult, Verdict
from app.model.span import Place, Span


def reading(*scores):
    return ClauseReading(
        "liability-cap",
        tuple(Match("liability-cap", place, score, (), ()) for place, score in enumerate(scores)),
        (),
        (),
    )


@pytest.mark.parametrize(
    ("scores", "paragraphs"),
    [
        ((0.4, 0.9, 0.7), [1, 2]),
        ((0.9, 0.4, 0.7), [0, 2]),
        ((0.9, 0.9, 0.9), [0, 1]),
        ((0.9,), [0]),
    ],
)
def test_the_clearest_matches_stand_in_reading_order_and_of_equals_the_first(scores, paragraphs):
    assert [match.paragraph for match in reading(*scores).clearest_few(2)] == paragraphs


def test_the_paragraph_that_gave_the_last_tested_fact_decides_and_not_the_clearest():
    matches = tuple(Match("liability-cap", place, score, (), ()) for place, score in ((3, 0.6), (7, 0.9)))
    found = ClauseReading("liability-cap", matches, (Fact("mutual", False, Place(3, Span(0, 4))),), ())
    asked = TestResult(Test("fact", "mutual", "is", True), value=False, passed=False)
    assert found.deciding((Verdict(Position("preferred", "Mutual"), (asked,)),)).paragraph == 3
    assert found.deciding(()).paragraph == 7


def test_a_finding_stands_on_the_last_position_that_holds(clause):
    missed = (TestResult(Test("fact", "mutual", "is", True), value=False, passed=False),)
    best, walk_away = Position("preferred", "Mutual"), Position("walk-away", "One-way")
    tried = (Verdict(best, missed), Verdict(walk_away, ()))
    finding = Finding(clause(("exit",)), "walk-away", "high", reading(0.9), tried, None, "Why.")
    assert finding.held is walk_away


def test_a_finding_on_which_nothing_holds_stands_on_no_position(clause):
    finding = Finding(clause(("exit",)), "missing", "high", reading(), (), None, "Why.")
    assert finding.held is None
