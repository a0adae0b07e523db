"""Columns of a matrix made by hand: what each document says of two clause types, judged by the real evaluation."""

from pathlib import Path

import pytest

from app.comparison.matrix import make_matrix
from app.comparison.stacks import Held, Stack
from app.evaluation.evaluate import evaluate
from app.evaluation.layers import standings
from app.model.clause import FactSpec, Position, SeverityRule, Test
from app.model.document import Anchor, Document, Paragraph, Parties, Section
from app.model.matter import HeldDocument
from app.model.profile import DeploymentProfile
from app.model.review import ClauseReading, Fact, Match, Readings, Receipt, Review
from app.model.span import Place, Span

PROFILE = DeploymentProfile()
TEXTS = (
    "You must pay within 30 days.",
    "We may end this at any time on 10 days' notice.",
    "We are liable up to USD 500.",
)


@pytest.fixture
def exit_clause(clause):
    """Give a burden whose positions ask for days of notice: the more the better."""
    return clause(
        ["end"],
        id="exit",
        facts=(FactSpec("notice_days", "notice"), FactSpec("mutual", "flag", silent=False)),
        positions=(
            Position("preferred", "90 days", (Test("fact", "notice_days", "at_least", 90),)),
            Position("fallback", "30 days", (Test("fact", "notice_days", "at_least", 30),)),
            Position("walk-away", "Less"),
        ),
        severity_when=(SeverityRule("critical", (Test("fact", "mutual", "is", False),)),),
    )


@pytest.fixture
def cap_clause(clause):
    """Give a protection whose positions ask for a sum."""
    return clause(
        ["liable"],
        id="cap",
        nature="protection",
        facts=(FactSpec("cap_amount", "money"),),
        positions=(
            Position("preferred", "A high cap", (Test("fact", "cap_amount", "at_least", 1000),)),
            Position("fallback", "A cap", (Test("fact", "cap_amount", "at_least", 100),)),
            Position("walk-away", "None"),
        ),
    )


@pytest.fixture
def days():
    """Make the fact of so many days of notice, read from words or following from silence."""

    def make(number, *, is_silent=False):
        return Fact("notice_days", number, None if is_silent else Place(1, Span(33, 40)))

    return make


@pytest.fixture
def money():
    """Make the fact of a cap, read from words at the end of the last paragraph."""
    return lambda number: Fact("cap_amount", number, Place(2, Span(20, 27)))


@pytest.fixture
def read():
    """Make a review of a short document from the facts of each clause type that it carries."""

    def make(library, said, *, name="terms", kind="terms-of-service", texts=TEXTS, profile=PROFILE, **fields):
        paragraphs = tuple(
            Paragraph(index, text, Anchor("", index), label=f"{index + 1}.", section=0)
            for index, text in enumerate(texts)
        )
        fields = {"parties": Parties(vendor=("Northwind",)), "language": "en"} | fields
        sections = (Section(0, "", "", 0, len(paragraphs)),)
        document = Document(Path(f"{name}.txt"), b"", "0", "text", name, paragraphs, sections, **fields)
        carried = {"exit": 1, "cap": 2}
        readings = tuple(
            ClauseReading(
                each.id,
                (Match(each.id, carried[each.id], 1.0, (), (Span(0, 6),)),) if each.id in said else (),
                tuple(said.get(each.id, ())),
                (),
            )
            for each in library.clauses
        )
        findings = evaluate(document, library, Readings(kind, readings), profile)
        receipt = Receipt("0" * 64, library.version, library.sha256, "1" * 64, "counterdraft")
        return Review(document, kind, profile, library, findings, (), (), (), receipt)

    return make


@pytest.fixture
def stack():
    """Make a column of reviews."""

    def make(title, *reviews, lost=(), absent=None):
        held = [HeldDocument(number, review) for number, review in enumerate(reviews)]
        layers = tuple(Held(each, each.review.document.name, (), absent or {}) for each in held)
        return Stack(title, layers, standings(held), lost)

    return make


@pytest.fixture
def matrix_of(exit_clause, cap_clause, library, read, stack):
    """Make a matrix of documents that stand alone: by title the facts of what each carries."""

    def make(profile=PROFILE, **columns):
        clauses = library(exit_clause, cap_clause)
        stacks = [stack(title, read(clauses, said, name=title, profile=profile)) for title, said in columns.items()]
        return make_matrix(stacks, clauses, profile)

    return make
