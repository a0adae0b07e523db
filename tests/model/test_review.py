"""Of many paragraphs that carry a clause, the few that carry it most clearly are told first."""

import pytest

from app.model.clause import Position, Test
from app.model.review import ClauseReading, Fact, Match, TestResult, Verdict
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
