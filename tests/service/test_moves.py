from dataclasses import replace

import pytest

from app.model.clause import NewClause, Position, Test
from app.model.matter import UNDECIDED, Decision, OwnWords, Standing
from app.model.redline import Edit, Redline
from app.model.review import ClauseReading, Finding, Match, TestResult, Verdict
from app.model.span import Span
from app.service.moves import (
    accepted,
    asks_nothing,
    fallen_back,
    in_own_words,
    is_to_decide,
    next_fallback,
    refusals,
    rung_asked,
    rung_here,
    rung_refused,
    undecided,
    with_rung,
)

WORDED = NewClause("Cure.", ("Days to cure.",))
AT_LEAST = (Test("fact", "days", "at_least", 5),)
LADDER = (
    Position("preferred", "30 days", AT_LEAST, clause=WORDED),
    Position("fallback", "15 days", AT_LEAST, clause=WORDED, approver="Legal"),
    Position("fallback", "10 days", AT_LEAST),
    Position("fallback", "5 days", AT_LEAST, clause=WORDED),
    Position("walk-away", "None", clause=WORDED),
)
WORDS = OwnWords(((13, "Ours."),))
MISSED = (TestResult(AT_LEAST[0], 0, passed=False),)
FOUND = (Match("cure", 1, 0.9, (("cues", 0.9),), (Span(0, 4),)),)


@pytest.fixture
def finding(clause):
    """A clause that stands on its walk-away position, with three fallbacks, of which the second has no wording."""
    cure = clause(("cure",), positions=LADDER)
    verdicts = (*(Verdict(position, MISSED) for position in LADDER[:4]), Verdict(LADDER[4], ()))
    return Finding(cure, "walk-away", "high", ClauseReading("cure", FOUND, (), ()), verdicts, LADDER[0], "Why.")


@pytest.fixture
def unworded(finding):
    """The same clause, for which the library has no fallback with wording."""
    positions = (LADDER[0], *(replace(position, clause=None) for position in LADDER[1:4]), LADDER[4])
    return replace(finding, clause=replace(finding.clause, positions=positions))


def test_a_clause_stands_on_the_position_that_holds(finding):
    assert rung_here(finding) == 4


def test_a_silent_document_stands_on_no_position(finding):
    assert rung_here(replace(finding, reading=ClauseReading("cure", (), (), ()))) is None


@pytest.mark.parametrize("rung", [5, 99, -1])
def test_a_rung_that_the_library_has_no_more_gives_way_to_the_one_proposed(finding, rung):
    assert rung_asked(finding, Decision("fallback", rung=rung)) == 0
    assert accepted(finding, Decision(rung=rung)).verb == "accept"


def test_only_positions_with_wording_above_the_walk_away_can_be_asked_for(finding):
    why = [rung_refused(finding, number) for number in range(5)]
    assert why == [None, None, "no-wording", None, "walk-away"]


def test_what_the_document_gives_already_cannot_be_asked_for(finding):
    on_fallback = replace(finding, level="fallback", verdicts=(*finding.verdicts[:3], Verdict(LADDER[3], ())))
    assert [rung_refused(on_fallback, number) for number in range(4)] == [None, None, "no-wording", "given"]


def test_nothing_can_be_asked_for_where_all_is_in_order(finding):
    assert rung_refused(replace(finding, level="preferred"), 0) == "in-order"


@pytest.mark.parametrize(
    ("decision", "rung"),
    [
        (UNDECIDED, 1),
        (Decision("accept"), 1),
        (Decision("skip"), 1),
        (Decision("fallback", rung=1), 3),
        (Decision("fallback", rung=3), 3),
        (Decision(rung=3), 3),
    ],
)
def test_the_next_fallback_with_wording_is_taken_and_the_last_stays(finding, decision, rung):
    assert fallen_back(finding, decision) == Decision("fallback", rung=rung)


def test_without_a_fallback_nothing_changes(unworded):
    assert next_fallback(unworded, UNDECIDED) is None
    assert fallen_back(unworded, Decision("skip")) == Decision("skip")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (UNDECIDED, Decision("accept")),
        (Decision(rung=1), Decision("fallback", rung=1)),
        (Decision(words=WORDS), Decision("edit", words=WORDS)),
        (Decision("fallback", rung=1), Decision("accept")),
        (Decision("edit", words=WORDS), Decision("accept")),
        (Decision("accept-risk", reason="Why."), Decision("accept")),
    ],
)
def test_accepting_settles_what_is_shown_and_else_asks_for_what_is_proposed(finding, before, after):
    assert accepted(finding, before) == after


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        (UNDECIDED, 1, Decision(rung=1)),
        (Decision(rung=1), 0, UNDECIDED),
        (Decision("accept"), 3, Decision("fallback", rung=3)),
        (Decision("fallback", rung=3), 0, Decision("accept")),
        (Decision("edit", words=WORDS), 1, Decision("fallback", rung=1)),
        (Decision("accept-risk", reason="Why."), 1, Decision("fallback", rung=1)),
    ],
)
def test_another_rung_is_asked_for_in_the_words_of_the_library(finding, before, number, after):
    assert with_rung(finding, before, number) == after


def test_own_words_are_a_decision_to_ask_in_them():
    assert in_own_words(Decision("skip", note="Ours."), WORDS) == Decision("edit", words=WORDS, note="Ours.")


def test_giving_up_own_words_gives_up_the_decision_to_ask_in_them():
    assert in_own_words(Decision("edit", words=WORDS), None) == UNDECIDED
    assert in_own_words(Decision("skip", words=WORDS), None) == Decision("skip")


def test_words_comment_and_note_stay_when_a_decision_is_taken_back():
    before = Decision("accept-risk", 1, "Why.", None, "Comment.", "Note.")
    assert undecided(before) == Decision(comment="Comment.", note="Note.")
    assert undecided(replace(before, words=WORDS)) == Decision(None, 1, "", WORDS, "Comment.", "Note.")


@pytest.mark.parametrize(
    ("decision", "standing", "nothing"),
    [
        (UNDECIDED, None, False),
        (UNDECIDED, "covered", True),
        (UNDECIDED, "also", False),
        (Decision("accept"), "covered", False),
        (Decision("skip"), None, True),
        (Decision("accept-risk"), None, True),
    ],
)
def test_nothing_is_asked_where_so_decided_or_where_another_document_gives_it(decision, standing, nothing):
    told = None if standing is None else Standing(standing, 2, 4, "The order form gives it.")
    assert asks_nothing(decision, told) is nothing


@pytest.mark.parametrize(("kind", "due"), [(None, True), ("also", True), ("overridden", True), ("covered", False)])
def test_a_deviation_is_to_be_decided_unless_another_document_gives_what_is_missing(finding, kind, due):
    standing = None if kind is None else Standing(kind, 2, 4, "The order form gives it.")
    assert is_to_decide(finding, standing) is due


def test_what_is_in_order_is_not_to_be_decided(finding):
    assert not is_to_decide(replace(finding, level="preferred", severity="none"), None)


def test_every_move_makes_sense_on_a_deviation_but_taking_back_nothing(finding):
    assert {move: why for move, why in refusals(finding, UNDECIDED, None).items() if why} == {"undecide": "undecided"}


@pytest.mark.parametrize(("level", "why"), [("preferred", "in-order"), ("not-applicable", "not-applicable")])
def test_nothing_is_to_be_decided_where_nothing_deviates(finding, level, why):
    refused = refusals(replace(finding, level=level), UNDECIDED, None)
    assert {refused[move] for move in ("accept", "fallback", "edit", "accept-risk", "skip")} == {why}


def test_words_can_be_edited_where_the_document_has_some_or_some_were_drafted(finding):
    silent = replace(finding, level="missing", reading=ClauseReading("cure", (), (), ()))
    assert refusals(silent, UNDECIDED, Redline("cure"))["edit"] == "no-words"
    assert refusals(silent, UNDECIDED, Redline("cure", edits=(Edit(1, Span(0, 0), "New."),)))["edit"] is None
    assert refusals(finding, UNDECIDED, None)["edit"] is None
