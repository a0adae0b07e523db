"""Reviews built by hand, one finding at a time."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.model.clause import ClauseType, Condition, Cues, Position
from app.model.document import Anchor, Document, Paragraph, Parties
from app.model.library import ClauseLibrary
from app.model.plan import Ask, Quote
from app.model.profile import DeploymentProfile
from app.model.redline import Edit, Redline
from app.model.review import ClauseReading, Fact, Finding, Match, Receipt, Review, Verdict
from app.model.span import Place, Span
from app.planning.scene import scene_of

TEXT = "The vendor may end this licence at once, and the customer stops using the Llama model."
POSITIONS = (
    Position("preferred", "Thirty days"),
    Position("fallback", "Fifteen days", approver="Head of Legal"),
    Position("walk-away", "At once", approver="General Counsel"),
)


@pytest.fixture
def finding():
    """Make a finding of a clause type; what it carries stands in paragraph 0, unless it is missing."""

    def make(clause="exit", level="walk-away", severity="high", facts=(), **fields):
        kind = ClauseType(
            id=clause,
            title=fields.pop("title", clause.capitalize()),
            group=fields.pop("group", "D"),
            nature="protection",
            cues=Cues(("end",)),
            applies=Condition(("model-licence",), (), "Not here."),
            facts=tuple(fields.pop("specs", ())),
            positions=tuple(fields.pop("positions", POSITIONS)),
            severity="high",
            severity_when=(),
            ask=f"Ask on {clause}.",
            rationale=f"Why {clause} matters.",
            comment="Please.",
            note="Internal.",
            owner=fields.pop("owner", "Legal"),
            negotiability=fields.pop("negotiability", "open"),
            sources=("practice",),
            obligations=tuple(fields.pop("obligations", ())),
        )
        carried = level not in ("missing", "not-applicable") and fields.pop("carried", True)
        matches = (Match(clause, 0, 1.0, (), (Span(0, 10),)),) if carried else ()
        read = tuple(Fact(key, value, Place(0, Span(0, 10))) for key, value in facts)
        held = next((position for position in kind.positions if position.level == level), None)
        verdicts = (Verdict(held, ()),) if held is not None and carried else ()
        return Finding(
            kind, level, severity, ClauseReading(clause, matches, read, ()), verdicts, None, "Why.", **fields
        )

    return make


@pytest.fixture
def review():
    """Make a review of findings; `profile` holds answers, `library` guidance, the rest fields of the document."""

    def make(*findings, profile=None, library=None, kind="model-licence", redlined=(), uncovered=(), **document):
        paragraphs = document.pop("paragraphs", (Paragraph(0, TEXT, Anchor("", 0), label="5"),))
        read = Document(
            Path("x.txt"),
            b"",
            "abcdef",
            "text",
            "X",
            paragraphs,
            parties=Parties(("Licensee",), ("Heron",)),
            **document,
        )
        return Review(
            document=read,
            document_type=kind,
            profile=replace(DeploymentProfile(), **(profile or {})),
            library=ClauseLibrary("1", "0" * 64, tuple(each.clause for each in findings), **(library or {})),
            findings=findings,
            redlines=tuple(Redline(clause, (Edit(0, Span(0, 0), "x"),)) for clause in redlined),
            notes=(),
            not_checked=(),
            receipt=Receipt("abcdef", "1", "0" * 64, "1" * 64, "counterdraft"),
            uncovered=uncovered,
        )

    return make


@pytest.fixture
def scene(review):
    """Make what parts of a plan look at."""
    return lambda *findings, **given: scene_of(review(*findings, **given))


@pytest.fixture
def ask():
    """Make a point."""

    def make(number=1, clause="exit", **fields):
        made = Ask(
            number=number,
            clause=clause,
            title=clause.capitalize(),
            level="walk-away",
            severity="high",
            tier="must-have",
            stage="must-haves",
            lever="",
            quote=Quote("5", "The vendor may end"),
            ask="Ask.",
            fallbacks=(),
            walk_away=None,
            stands_on=None,
            proposed=False,
            owner="Legal",
        )
        return replace(made, **fields)

    return make
