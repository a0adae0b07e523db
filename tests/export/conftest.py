"""A review built by hand: four clauses of a short licence, each on another level."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from app.comparison.matrix import make_matrix
from app.comparison.stacks import Held, Stack
from app.model.clause import Claim, ClauseType, Condition, Cues, FactSpec, Position, Test
from app.model.document import Anchor, Document, Page, Paragraph, Parties, Section
from app.model.library import ClauseLibrary
from app.model.matter import HeldDocument
from app.model.profile import DeploymentProfile
from app.model.redline import Comment, Edit, NewParagraph, Note, Redline
from app.model.review import (
    ClauseReading,
    Fact,
    Finding,
    Match,
    Receipt,
    Related,
    Review,
    TestResult,
    Uncovered,
    Verdict,
)
from app.model.span import Place, Span

TERMINATION = "The Provider may terminate this licence at once if the Customer is in breach of it."
LAW = "The law of Malta & Gozo governs this licence."
TEXTS = (
    ("", "Heron Model Licence"),
    ("1.", "Termination. " + TERMINATION),
    ("2.", "Law. " + LAW),
    ("3.", "Rules. The Customer shall follow the Rules at heron.example, which may change.\n\tThey bind at once."),
)
INTERNAL_WORDS = (
    "Rationalemarker",
    "Notemarker",
    "Fallbackmarker",
    "Walkawaymarker",
    "Ownermarker",
    "Sourcemarker",
    "Claimmarker",
    "Textmarker",
    "Whymarker",
    "Askmarker",
    "Profilemarker",
    "Librarymarker",
    "Notcheckedmarker",
    "Relatedmarker",
    "Derivationmarker",
    "Not covered by the clause library",
)


@pytest.fixture
def internal_words():
    """Give a word for every field that must not leave the house."""
    return INTERNAL_WORDS


@pytest.fixture
def document():
    """Give the licence as read from a text file."""
    data = "\n\n".join(f"{marker} {text}".strip() for marker, text in TEXTS).encode()
    paragraphs = tuple(
        Paragraph(
            index=index,
            text=text,
            anchor=Anchor("", 2 * index, len(marker) + 1 if marker else 0),
            marker=marker,
            typed=bool(marker),
            label=marker.rstrip("."),
            kind="list-item" if marker else "title",
            section=index - 1 if marker else None,
        )
        for index, (marker, text) in enumerate(TEXTS)
    )
    sections = tuple(
        Section(index - 1, str(index), text.split(".")[0], index, index + 1)
        for index, (_, text) in enumerate(TEXTS)
        if index
    )
    return Document(
        path=Path("heron.txt"),
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        kind="text",
        title="Heron Model Licence",
        paragraphs=paragraphs,
        sections=sections,
        parties=Parties(("Customer",), ("Provider",)),
    )


@pytest.fixture
def make_clause():
    """Make a clause type whose internal fields carry the marker words."""

    def make(identifier, title):
        return ClauseType(
            id=identifier,
            title=title,
            group="D",
            nature="protection",
            cues=Cues(strong=("terminat*",)),
            applies=Condition(documents=("model-licence",), tests=(), reason="Whymarker: it is no such document."),
            facts=(),
            positions=(
                Position("preferred", "Notice and 30 days to cure", (Test("fact", "cure_days", "at_least", 30),)),
                Position("fallback", "Fallbackmarker: 15 days", (Test("fact", "cure_days", "at_least", 15),)),
                Position("walk-away", "Walkawaymarker: ends at once"),
            ),
            severity="high",
            severity_when=(),
            ask="Askmarker: thirty days to cure.",
            rationale="Rationalemarker: production depends on it.",
            comment="Never printed: it may hold {slots}.",
            note="Never printed where the draft has a note.",
            owner="Ownermarker",
            negotiability="open",
            sources=("Sourcemarker, page 3",),
            claims=(Claim("Claimmarker: ends by itself", "A guide", "disputed", "Textmarker: it may be ended"),),
        )

    return make


@pytest.fixture
def review(document, make_clause):
    """Give a review with a walk-away, a missing, a preferred and a not applicable finding."""
    breach, notice, law, fees = (
        make_clause("termination-for-breach", "Termination for breach"),
        make_clause("aup-change-notice", "Notice of rule changes"),
        make_clause("governing-law", "Governing law"),
        make_clause("fees-payment", "Fees"),
    )
    start = document.paragraphs[1].text.index("at once")
    place = Place(1, Span(start, start + len("at once")))
    reading = ClauseReading(
        breach.id,
        (Match(breach.id, 1, 0.91, (("cues", 0.91),), (place.span,)),),
        (Fact("cure_days", 0, place, "Derivationmarker: at once counts as 0 days"),),
        (),
        related=(Related("exception", Place(3, Span(0, 4)), 1, "Relatedmarker: takes something out of 1"),),
    )
    verdicts = (
        Verdict(breach.positions[0], (TestResult(breach.positions[0].tests[0], 0, passed=False),)),
        Verdict(breach.positions[1], (TestResult(breach.positions[1].tests[0], 0, passed=False),)),
        Verdict(breach.positions[2], ()),
    )
    law_reading = ClauseReading(law.id, (Match(law.id, 2, 1.0, (("cues", 1.0),), (Span(5, 12),)),), (), ())
    end = len(document.paragraphs[1].text) - 1
    redlines = (
        Redline(
            breach.id,
            edits=(
                Edit(1, Span(start - 1, start + len("at once")), ""),
                Edit(1, Span(end, end), " and fails to cure it within 30 days"),
            ),
            comment=Comment("We ask for time to put a breach right."),
        ),
        Redline(
            notice.id,
            insertions=(
                NewParagraph(3, 3, "Notice. The Provider gives 90 days' notice of a change.", "4.", "Notice."),
            ),
            comment=Comment("We ask to know of changes in time."),
        ),
    )
    return Review(
        document=document,
        document_type="model-licence",
        profile=DeploymentProfile(name="Profilemarker"),
        library=ClauseLibrary("Librarymarker", "c" * 64, (breach, notice, law, fees)),
        findings=(
            Finding(
                breach,
                "walk-away",
                "critical",
                reading,
                verdicts,
                breach.positions[0],
                "Whymarker: ends at once.",
                breach.claims,
            ),
            Finding(
                notice, "missing", "high", ClauseReading(notice.id, (), (), ()), (), notice.positions[0], "Whymarker."
            ),
            Finding(law, "preferred", "none", law_reading, (), None, "Whymarker: our law."),
            Finding(fees, "not-applicable", "none", ClauseReading(fees.id, (), (), ()), (), None, "Whymarker: free."),
        ),
        redlines=redlines,
        notes=((breach.id, Note("Notemarker: 15 days will do.")), (notice.id, Note("Notemarker: 30 days will do."))),
        not_checked=("Notcheckedmarker: a picture on page 2.",),
        receipt=Receipt(document.sha256, "Librarymarker", "c" * 64, "d" * 64, "counterdraft 0.1.0"),
        uncovered=(Uncovered(3, ("duty",), (Span(0, 4),)),),
    )


@pytest.fixture
def with_facts(review):
    """Give the review with specs for facts of every kind of value, all of them read from the first clause."""
    breach = review.findings[0]
    place = breach.reading.facts[0].place
    specs = (
        FactSpec("cure_days", "duration"),
        FactSpec("uptime", "percent"),
        FactSpec("automatic", "flag"),
        FactSpec("since", "date"),
        FactSpec("forum", "words"),
        FactSpec("cap", "money"),
        FactSpec("who", "choice"),
    )
    facts = (
        *breach.reading.facts,
        Fact("uptime", 99.9, place),
        Fact("automatic", True, place),
        Fact("since", "2026-03-31", place),
        Fact("forum", "=Malta", place),
        Fact("cap", 1500, None, "nothing is said of it"),
    )
    found = replace(breach, clause=replace(breach.clause, facts=specs), reading=replace(breach.reading, facts=facts))
    library = replace(review.library, clauses=(found.clause, *review.library.clauses[1:]))
    return replace(review, findings=(found, *review.findings[1:]), library=library)


@pytest.fixture
def matrix_of():
    """Make a matrix of columns, each of titled reviews."""

    def make(columns, left_out=()):
        first = next(iter(next(iter(columns.values())).values()))
        stacks = [
            Stack(
                title,
                tuple(
                    Held(HeldDocument(number, found), name, found.unread)
                    for number, (name, found) in enumerate(layers.items())
                ),
            )
            for title, layers in columns.items()
        ]
        return make_matrix(stacks, first.library, first.profile, left_out)

    return make


@pytest.fixture
def matrix(with_facts, matrix_of):
    """Give Heron alone, Kite that says the same but for a page that was not read, and both as layers of one column."""
    silent = replace(
        with_facts,
        document=replace(with_facts.document, path=Path("kite.txt"), page_list=(Page(1, 1, 1, "none"),)),
        findings=(
            replace(
                with_facts.findings[0],
                level="missing",
                severity="high",
                verdicts=(),
                reading=replace(with_facts.findings[0].reading, matches=(), facts=()),
            ),
            *with_facts.findings[1:],
        ),
    )
    columns = {"Heron": {"heron": with_facts}, "Kite": {"kite": silent}, "Both": {"kite": silent, "heron": with_facts}}
    return matrix_of(columns, ("lost.pdf: it is encrypted",))
