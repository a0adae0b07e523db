"""A negotiation of two rounds, written out by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.model.clause import NewClause
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.rounds import (
    Ask,
    ClauseRound,
    Movement,
    NewAsk,
    Reopened,
    Round,
    Rounds,
    Said,
    Site,
    Stand,
    Untracked,
)
from app.model.span import Span

PART = "word/document.xml"
SIZE = "Products with more than 60 million users need a licence."
ENDING = "It ends unless the breach is cured within thirty (30) days."


def site(text, words, label="5", index=13):
    start = text.index(words)
    return Site(PART, index, label, index, text, Span(start, start + len(words)))


def ask(name, answer, before, asked, now, **fields):
    sent, back = ENDING.replace("thirty (30)", asked or "x"), ENDING.replace("thirty (30)", now or "x")
    clause = fields.pop("clause", "cure-period")
    return Ask(name, clause, site(sent, asked or "x"), site(back, now or "x"), before, asked, now, answer, **fields)


@pytest.fixture
def cure(findings):
    """The clause type of the cure period, whose two better rungs have wording."""
    clause = next(finding.clause for finding in findings if finding.clause.id == "cure-period")
    worded = tuple(replace(each, clause=NewClause("Cure.", ("Thirty days to cure.",))) for each in clause.positions[:2])
    return replace(clause, positions=(*worded, *clause.positions[2:]))


@pytest.fixture
def rounds(document, findings, cure):
    """In the first round little is agreed; in the second there is an edit without a trace, and a point comes back."""
    clauses = tuple(cure if finding.clause.id == cure.id else finding.clause for finding in findings)
    preferred, fallback = Stand("preferred", 0, "30 days to cure"), Stand("fallback", 1, "15 days to cure")
    walk_away = Stand("walk-away", 2, "No time to cure")
    indemnity = next(clause for clause in clauses if clause.id == "indemnity")
    names = ("sent.docx", "returned.docx", "sent again.docx", "returned again.docx")
    files = [replace(document, path=Path(name), data=name.encode()) for name in names]
    said = (Said("7", "Theo Theirs", "2026-03-08T09:00:00Z", "We cannot do this."),)
    first = Round(
        1,
        files[0],
        files[1],
        ("Ada Ours",),
        ("Theo Theirs",),
        shows_changes=True,
        untracked=(),
        reopened=(),
        asks=(
            ask("A1", "accepted", "no time", "thirty (30)", "thirty (30)"),
            ask("A2", "rejected", "no time", "sixty (60)", "no time", clause=""),
        ),
        new_asks=(),
        clauses=(ClauseRound(cure, walk_away, preferred, preferred, "same", "Cure period: as asked."),),
    )
    second = Round(
        2,
        files[2],
        files[3],
        ("Ada Ours",),
        ("Theo Theirs",),
        shows_changes=True,
        untracked=(
            Untracked("U1", "blanks", (), site(SIZE, " "), site(SIZE, " "), " ", "  "),
            Untracked(
                "U2",
                "changed",
                ("cure-period",),
                site(SIZE, "60"),
                site(SIZE.replace("60", "40"), "40"),
                "60",
                "40",
                in_our_name=True,
            ),
        ),
        reopened=(
            Reopened("R1", "cure-period", 1, "A1", site(ENDING, "thirty"), "thirty (30)", "twenty (20)", ("N1",)),
        ),
        asks=(
            ask("A1", "ignored", "sole", "joint", "joint", clause=""),
            ask("A2", "countered", "no time", "thirty (30)", "twenty (20)", is_tracked=True, ours="Please.", said=said),
            ask("A3", "accepted", "no time", "ten (10)", "ten (10)"),
        ),
        new_asks=(
            NewAsk("N1", ("cure-period",), site(ENDING, "days"), "days", "hours", "Theo Theirs", "2026-03-08"),
            NewAsk("N2", (), site(ENDING, "breach"), "breach", "breach", "Theo Theirs", "2026-03-08", said),
        ),
        clauses=(ClauseRound(cure, walk_away, preferred, fallback, "worse", "Cure period: 30 to 20 days."),),
        not_compared=("A picture was not compared.",),
    )
    ledger = (
        Movement(1, cure, "them", "conceded", walk_away, preferred, (), "Cure period: 0 to 30 days; better."),
        Movement(2, cure, "us", "conceded", preferred, fallback, ("indemnity",), "Cure period: 30 to 20 days; worse."),
        Movement(2, indemnity, "us", "conceded", preferred, preferred, (), "Indemnity: capped higher."),
        Movement(2, indemnity, "them", "hardened", fallback, walk_away, (), "Indemnity: no cap; worse."),
    )
    library = ClauseLibrary("2026.11", "0" * 64, clauses)
    return Rounds((first, second), ledger, library, DeploymentProfile(name="Product"))
