"""Rounds as JSON, as words and as a Word file."""

import json
from datetime import date
from io import BytesIO

import docx
import pytest

from app.export.rounds_docx import rounds_docx
from app.export.rounds_json import rounds_json
from app.export.rounds_text import (
    alarm_line,
    change_line,
    given_line,
    level_phrase,
    movement_line,
    point_title,
    summary_line,
    unreturned_line,
)
from app.model.profile import DeploymentProfile
from app.model.rounds import Site
from app.model.span import Span
from app.service.rounds import Exchange, compare_rounds
from app.service.settings import load_clause_library


@pytest.fixture(scope="module")
def rounds(three_rounds):
    exchanges = [Exchange(*pair) for pair in zip(three_rounds[::2], three_rounds[1::2], strict=True)]
    return compare_rounds(exchanges, load_clause_library(None), DeploymentProfile(), authors=["Ada"])


@pytest.fixture(scope="module")
def record(rounds):
    return json.loads(rounds_json(rounds))


@pytest.fixture(scope="module")
def report(rounds):
    return rounds_docx(rounds, author="Ada", when=date(2026, 3, 20))


def words(report):
    return [
        "".join(t.text or "" for t in p.iter("{*}t", "{*}delText"))
        for p in docx.Document(BytesIO(report)).element.body.iter("{*}p")
    ]


def test_a_round_begins_with_what_was_done_without_a_trace(record):
    first = record["rounds"][0]
    assert list(first)[6:11] == ["untracked", "reopened", "asks", "new_asks", "clauses"]
    assert record["schema"] == 1


def test_an_ask_is_told_with_its_words_place_and_possible_answers(record):
    ask = record["rounds"][0]["asks"][0]
    assert (ask["id"], ask["clause"], ask["answer"], ask["tracked"]) == (
        "A1",
        "termination-for-breach",
        "countered",
        True,
    )
    assert (ask["before"], ask["asked"], ask["now"]) == ("ten (10)", "sixty (60)", "thirty (30)")
    assert ask["returned"]["place"] == "2"
    assert ask["answers"] == ["accept", "reject", "counter", "comment"]


def test_their_comment_is_told_with_its_author(record):
    said = record["rounds"][0]["asks"][2]["their_comments"]
    assert said == [{"author": "Bo", "date": "2026-03-05T09:00:00Z", "text": "We will come back on this."}]


def test_the_ledger_names_both_rungs_and_what_was_given_for_it(record):
    move = record["ledger"][0]
    assert (move["side"], move["kind"], move["from"]["level"], move["to"]["level"]) == (
        "them",
        "conceded",
        "walk-away",
        "fallback",
    )
    assert record["ledger"][3]["given_for"] == ["termination-for-breach"]


def test_the_summary_counts_answers_and_alarms(rounds):
    first = rounds.rounds[0]
    assert alarm_line(first) == "3 changes were made without a trace."
    assert summary_line(first) == (
        "6 asks of ours: 1 accepted, 1 rejected, 1 countered, 1 open, with a comment, 2 no answer; 1 ask of theirs."
    )


def test_an_opened_point_is_told_with_where_it_was_agreed(rounds):
    assert point_title(rounds.rounds[1].reopened[0]) == "Agreed in round 1 as A2"


def test_a_counter_is_told_with_its_level(rounds):
    first = rounds.rounds[0]
    assert level_phrase(first, first.asks[0]) == "Fallback: Ends after notice and a short time to cure"


def test_a_movement_is_told_with_both_rungs(rounds):
    assert movement_line(rounds, rounds.ledger[0]) == (
        "They gave way on Cap on liability: Walk-away: No cap that binds both sides, a nominal one, or under 12 "
        "months' fees → Fallback: At least 12 months' fees. We gave nothing in that round."
    )


def test_what_was_given_is_told_with_what_came_back(rounds):
    assert given_line(rounds, rounds.ledger[3]) == "In the same round they gave way on: Termination for breach."
    assert unreturned_line(rounds) == ""


@pytest.mark.parametrize(
    ("text", "start", "end", "given", "shown"),
    [
        ("Draft of 4 March", 9, 10, ("1", "4"), "Draft of [1 → 4] March"),
        ("Fees are fixed.", 9, 9, ("not", ""), "Fees are [not → ∅]fixed."),
        ("Fees", 0, 4, ("Fees", "Fees"), "[Fees]"),
        ("x" * 50, 0, 50, ("", "x" * 50), f"∅ → {'x' * 50}"),
    ],
)
def test_a_change_is_shown_among_the_words_beside_it(text, start, end, given, shown):
    assert change_line(Site("", 0, "1", 0, text, Span(start, end)), *given) == shown


def test_the_report_begins_with_the_last_round_and_its_alarm(report):
    found = words(report)
    at = next(n for n, text in enumerate(found) if text.startswith("Round 3"))
    assert found[at + 1] == "1 change was made without a trace. 2 closed points were opened again."
    assert found[at + 3] == "Changed without a trace (1)"


def test_what_was_changed_without_a_trace_stands_in_red(report):
    body = docx.Document(BytesIO(report)).element.body
    red = [
        "".join(t.text for t in r.iter("{*}t"))
        for r in body.iter("{*}r")
        if "SeverityCritical" in str(r.xpath("./w:rPr/w:rStyle/@w:val"))
    ]
    assert "two percent (2%)" in red
    assert "three percent (3%)" in red


def test_the_report_says_that_it_is_internal(report):
    assert words(report)[0] == "Internal: do not send to the counterparty."


def test_the_same_rounds_give_the_same_bytes(rounds, report):
    assert rounds_docx(rounds, author="Ada", when=date(2026, 3, 20)) == report
