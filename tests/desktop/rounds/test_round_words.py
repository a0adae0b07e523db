from dataclasses import replace

import pytest

from app.desktop.rounds.round_words import (
    alarm_word,
    answer_word,
    change_word,
    end_word,
    given_word,
    level_word,
    point_word,
    spoken,
    spoken_move,
    summary_word,
    who_word,
)
from app.model.rounds import PointAnswer


def test_the_worst_is_said_in_words(rounds):
    assert alarm_word(rounds.last) == "1 edit without a trace · 1 closed point opened again"


def test_several_edits_without_a_trace_are_counted(rounds):
    edit = rounds.last.point("U2")
    assert alarm_word(replace(rounds.last, untracked=(edit, edit), reopened=())) == "2 edits without a trace"


def test_a_round_without_alarm_says_so(rounds):
    assert alarm_word(rounds.rounds[0]) == "Nothing was changed without a trace."


def test_a_file_that_shows_no_changes_is_told(rounds):
    assert alarm_word(replace(rounds.last, shows_changes=False)).startswith("This file cannot show tracked changes")


def test_the_asks_of_each_side_are_counted(rounds):
    assert summary_word(rounds.last) == "3 asks of ours · 2 asks of theirs"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("U2", "Edit without a trace: words changed, in our name"),
        ("R1", "Closed point opened again"),
        ("A2", "Our ask: countered"),
        ("N1", "Their ask"),
        ("N2", "Their comment"),
    ],
)
def test_a_point_says_what_it_is(rounds, name, told):
    assert point_word(rounds.last.point(name)) == told


@pytest.mark.parametrize(
    ("name", "told"), [("U2", "60 → 40"), ("A2", "thirty (30) → twenty (20)"), ("A3", "no time → ten (10)")]
)
def test_a_row_shows_what_changed(rounds, name, told):
    assert change_word(rounds.last.point(name)) == told


def test_a_point_stands_on_the_level_of_its_clause_type(rounds):
    assert level_word(rounds.last, rounds.last.point("A2")) == "◐ Fallback"


def test_a_point_is_spoken_in_full(rounds):
    told = spoken(rounds, rounds.last, rounds.last.point("N1"), 6, None)
    assert told == "Point 6 of 8, Their ask, Cure period, ◐ Fallback, 5, days → hours, not answered"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (None, ""),
        (PointAnswer("N1", "reject"), "We reject"),
        (PointAnswer("N1", "counter", words="weeks"), "We counter, own words"),
        (PointAnswer("N1", "counter", rung=1), "We counter, library"),
    ],
)
def test_own_words_are_told_from_the_librarys(answer, told):
    assert answer_word(answer) == told


@pytest.mark.parametrize(
    ("row", "who", "end", "given"),
    [
        (0, "They gave way", "✓ Preferred: 30 days to cure", "We gave nothing in that round"),
        (1, "We gave way", "◐ Fallback: 15 days to cure", "They gave way on Indemnity by the customer"),
        (2, "We gave way", "✓ Preferred: 30 days to cure. Indemnity: capped higher.", "Nothing was given for it"),
        (3, "They asked for more", "✗ Walk-away: No time to cure", ""),
    ],
)
def test_the_ledger_says_who_moved_where_and_for_what(rounds, row, who, end, given):
    move = rounds.ledger[row]
    assert (who_word(move), end_word(move), given_word(rounds, move)) == (who, end, given)


def test_a_line_of_the_ledger_is_spoken_in_full(rounds):
    assert spoken_move(rounds, rounds.ledger[0]) == (
        "Round 1, They gave way, Cure period, from ✗ Walk-away: No time to cure to ✓ Preferred: 30 days to cure, "
        "We gave nothing in that round"
    )
