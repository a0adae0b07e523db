"""Of many paragraphs that carry a clause, the few that carry it most clearly are told first."""

import pytest

from app.model.review import ClauseReading, Match


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
