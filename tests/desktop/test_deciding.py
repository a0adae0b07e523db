from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.desktop.deciding import changed_line, decided_line, refusals, rungs_of
from app.model.clause import NewClause, Position
from app.model.matter import UNDECIDED, Decision, JournalEntry, OwnWords, Standing
from app.model.redline import Redline
from app.model.review import Verdict

WORDED = NewClause("Cure.", ("Days to cure.",))
LADDER = (
    Position("preferred", "30 days", clause=WORDED),
    Position("fallback", "15 days", clause=WORDED, approver="Legal"),
    Position("fallback", "10 days"),
    Position("fallback", "5 days", clause=WORDED),
    Position("walk-away", "None", clause=WORDED),
)
WORDS = OwnWords(((13, "Ours."),))


@pytest.fixture
def finding(findings):
    """A clause that stands on its walk-away position, with three fallbacks, of which the second has no wording."""
    verdicts = tuple(
        Verdict(position, replace(findings[2].verdicts[0]).results if number < 4 else ())
        for number, position in enumerate(LADDER)
    )
    clause = replace(findings[2].clause, positions=LADDER)
    return replace(findings[2], clause=clause, verdicts=verdicts, target=LADDER[0])


@pytest.fixture
def on_fallback(finding):
    """The same clause, standing on the last fallback."""
    verdicts = (*finding.verdicts[:3], Verdict(LADDER[3], ()))
    return replace(finding, level="fallback", verdicts=verdicts)


def test_the_ladder_tells_where_the_document_stands_and_what_is_asked(finding):
    rungs = rungs_of(finding, UNDECIDED)
    assert [rung.number for rung in rungs if rung.is_here] == [4]
    assert [rung.number for rung in rungs if rung.is_asked] == [0]


@pytest.mark.parametrize("verb", ["skip", "accept-risk"])
def test_no_rung_is_asked_for_where_nothing_is(finding, verb):
    assert not any(rung.is_asked for rung in rungs_of(finding, Decision(verb)))


def test_no_rung_is_asked_for_where_another_document_gives_it_unless_so_decided(finding):
    covered = Standing("covered", 2, 4, "The order form gives it.")
    assert not any(rung.is_asked for rung in rungs_of(finding, UNDECIDED, covered))
    assert any(rung.is_asked for rung in rungs_of(finding, Decision("accept"), covered))
    assert decided_line(finding, UNDECIDED, covered).startswith("Not decided; nothing is asked")


def test_only_rungs_with_wording_above_the_walk_away_can_be_asked_for(finding):
    assert [rung.number for rung in rungs_of(finding, UNDECIDED) if not rung.refused] == [0, 1, 3]


def test_what_the_document_gives_already_is_not_asked_for(on_fallback):
    assert [rung.number for rung in rungs_of(on_fallback, UNDECIDED) if not rung.refused] == [0, 1]


def test_a_silent_document_stands_on_no_rung(findings):
    assert not any(rung.is_here for rung in rungs_of(findings[4], UNDECIDED))


def test_what_is_proposed_does_not_follow_what_a_decision_asks_for(finding):
    asked_anew = replace(finding, target=LADDER[1])
    assert [rung.number for rung in rungs_of(asked_anew, UNDECIDED) if rung.is_asked] == [0]
    assert rungs_of(replace(finding, target=None), Decision("skip"))[0].refused == ""


def test_every_move_makes_sense_on_a_deviation_but_taking_back_nothing(finding):
    why = refusals(finding, UNDECIDED, None)
    assert [move for move, reason in why.items() if reason] == ["undecide"]


@pytest.mark.parametrize(("number", "why"), [(5, "this is in order"), (6, "does not apply")])
def test_nothing_is_to_be_decided_where_nothing_deviates(findings, number, why):
    assert why in refusals(findings[number], UNDECIDED, None)["accept"]


def test_a_new_clause_can_be_edited_though_the_document_is_silent(findings, review):
    silent = findings[4]
    assert refusals(silent, UNDECIDED, Redline("warranty"))["edit"]
    assert not refusals(silent, UNDECIDED, review.redline_of("warranty"))["edit"]


def test_a_rung_that_the_library_has_no_more_is_told_as_the_one_proposed(finding):
    assert decided_line(finding, Decision("fallback", rung=9)) == "Decided: fallback – 30 days"


@pytest.mark.parametrize(
    ("decision", "line"),
    [
        (UNDECIDED, "Not decided"),
        (Decision("accept"), "Decided: ask for what is proposed – 30 days"),
        (Decision("fallback", rung=1), "Decided: fallback – 15 days"),
        (Decision("edit", words=WORDS), "Decided: ask in your own words"),
        (Decision("accept-risk", reason="A test only."), "Decided: risk accepted – A test only."),
        (Decision("skip"), "Decided: skipped, nothing is asked"),
    ],
)
def test_the_decision_is_told_in_a_line(finding, decision, line):
    assert decided_line(finding, decision) == line


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (UNDECIDED, Decision("skip"), "Decided: skipped, nothing is asked"),
        (Decision("skip"), UNDECIDED, "Decision taken back"),
        (UNDECIDED, Decision(rung=1), "Position chosen: 15 days"),
        (UNDECIDED, Decision("edit", words=WORDS), "Decided: ask in your own words"),
        (Decision("edit", words=WORDS), Decision("edit", words=OwnWords()), "Own words changed"),
        (Decision(words=WORDS), UNDECIDED, "Back to the library's words"),
        (UNDECIDED, Decision(comment="Hi."), "Comment changed"),
        (UNDECIDED, Decision("skip", note="Ours."), "Decided: skipped, nothing is asked; Internal note changed"),
        (UNDECIDED, Decision(reason="Perhaps."), "Reason noted: Perhaps."),
    ],
)
def test_a_change_is_told_in_a_line(finding, before, after, line):
    entry = JournalEntry(1, 1, "cure-period", before, after, datetime(2026, 11, 21, tzinfo=UTC))
    assert changed_line(finding, entry) == line
