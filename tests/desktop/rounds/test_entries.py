import pytest

from app.desktop.rounds.entries import answerable, counts, differing, group_of, listed_points


def test_edits_without_a_trace_come_first_and_blanks_last(rounds):
    listed = [(group_of(point), point.id) for point in listed_points(rounds.last)]
    assert listed == [
        ("untracked", "U2"),
        ("reopened", "R1"),
        ("accepted", "A3"),
        ("countered", "A2"),
        ("ignored", "A1"),
        ("new", "N1"),
        ("new", "N2"),
        ("quiet", "U1"),
    ]


def test_points_are_counted_by_group(rounds):
    assert counts(rounds.last.points())["new"] == 2


def test_only_the_last_round_is_answered(rounds):
    assert [answerable(rounds.rounds, one.number) for one in rounds.rounds] == [False, True]


@pytest.mark.parametrize(
    ("sent", "back", "expected"),
    [
        ("cure within thirty (30) days", "cure within twenty (20) days", ("thirty (30)", "twenty (20)")),
        ("exclusive courts", "non-exclusive courts", ("exclusive", "non-exclusive")),
        ("", "all of it", ("", "all of it")),
        ("all of it", "", ("all of it", "")),
        ("the same", "the same", ("", "")),
    ],
)
def test_only_what_differs_is_cut_out_word_by_word(sent, back, expected):
    old, new = differing(sent, back)
    assert (sent[old.start : old.end], back[new.start : new.end]) == expected
