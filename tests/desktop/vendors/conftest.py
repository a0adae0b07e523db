"""A small matrix, written out by hand: two vendors, and one whose cloud terms lie over a licence."""

from dataclasses import replace

import pytest

from app.model.matrix import (
    Cell,
    FactHead,
    Fit,
    Layer,
    Matrix,
    MatrixColumn,
    MatrixRow,
    Quotation,
    Reason,
    Term,
    TermFact,
)
from app.model.span import Place, Span

CURE = FactHead("cure_days", "cure period", "days")
LINK = FactHead("by_link", "incorporated by link", "yes/no")
WORDS = "The Provider may end this licence at any time if you breach it."


def quote(paragraph, end, cited, words):
    return Quotation(Place(paragraph, Span(0, end)), cited, words)


def cure_fact(days):
    return TermFact("cure_days", days, f"{days} days", quote=quote(13, 9, "5", WORDS))


def term(level, severity="none", **fields):
    return Term(fields.pop("layer", 0), level, severity, None, f"It is {level}.", **fields)


def row_of(finding, heads, cells, best=(), best_why=""):
    return MatrixRow(finding.clause, 8, heads, tuple(cells), best, best_why)


@pytest.fixture
def matrix(review, findings):
    """Rows on a cure period, an indemnity and a warranty; service levels apply to no column."""
    known = {finding.clause.id: finding for finding in findings}
    words = (quote(13, 12, "5", WORDS),)
    cure = row_of(
        known["cure-period"],
        (CURE, LINK),
        (
            Cell(
                term(
                    "preferred",
                    facts=(cure_fact(30), TermFact("by_link", False, "no (silent)", derivation="nothing says so")),
                    words=words,
                )
            ),
            Cell(
                term("walk-away", "high", facts=(cure_fact(10), TermFact("by_link", None, "not stated")), words=words),
                points=8,
            ),
            Cell(
                term("fallback", "medium", layer=1, facts=(cure_fact(15),), words=words, standing_why="It prevails."),
                beside=(term("walk-away", "high", facts=(cure_fact(10),), words=words),),
            ),
        ),
        (0,),
        "Vendor A gives the longest time.",
    )
    indemnity = row_of(known["indemnity"], (), [Cell(term("walk-away", "high"))] * 3, (0, 1), "All are alike.")
    warranty = row_of(
        known["warranty"], (), (Cell(term("missing", "low")), Cell(term("unknown")), Cell(term("missing", "low")))
    )
    apart = row_of(known["service-levels"], (), [Cell(term("not-applicable"))] * 3)
    licence = replace(review, document=replace(review.document, sha256="9" * 64))
    costs = (Reason("indemnity", "Indemnity by the customer", 8),)
    return Matrix(
        profile=review.profile,
        library=review.library,
        columns=(
            MatrixColumn("Vendor A", (Layer("a", review),), 1, Fit(8, 24, 0, 3, 0), costs=costs, verdict="A leads."),
            MatrixColumn(
                "Vendor B",
                (Layer("b", review, ("page 3 was not read",)),),
                3,
                Fit(16, 16, 8, 2, 1),
                costs=costs,
                verdict="B is last.",
            ),
            MatrixColumn(
                "Cloud",
                (Layer("cloud terms", review), Layer("weights licence", licence)),
                2,
                Fit(12, 24, 0, 3, 0),
                ahead=(Reason("cure-period", "Cure period", 4, of_next=8, next_is_known=False),),
                verdict="The cloud is between.",
            ),
        ),
        rows=(cure, indemnity, warranty),
        apart=(apart,),
        remarks=("A point is what a lawyer weighs.",),
    )
