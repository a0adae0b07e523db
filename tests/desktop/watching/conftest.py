"""A small policy watch, written out by hand: one step, with a change of each kind."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.model.comparison import Change, Comparison, Effect, JudgedComparison, Row, WordChange
from app.model.span import Place, Span
from app.model.watch import PlannedUse, PolicyChange, PolicyStep, PolicyWatch, TouchedUse

HEALTH = PlannedUse("regulated", "health", "output used for medical advice", "Example use policy, 1.4")


def statement(number, kind, direction="unclear", **fields):
    """Return a change of a statement, of the first nine letters of paragraph 13 where nothing else is said."""
    place = Place(13, Span(0, 9))
    given = {
        "bearing": "prohibition",
        "old": None if kind == "added" else place,
        "new": None if kind == "removed" else place,
        "before": "" if kind == "added" else "Old words",
        "after": "" if kind == "removed" else "New words",
        "words": (),
        "lead_in": "",
        "change": None,
        "clauses": (),
        "uses": (),
        "what": f"A prohibition is {kind}.",
    }
    return PolicyChange(number, kind, direction=direction, **(given | fields))


@pytest.fixture
def step(review):
    """The step from one version to the next."""
    old = replace(
        review, document=replace(review.document, path=Path("use-policy-2025-05-01.md")), not_checked=("a page",)
    )
    new = replace(review, document=replace(review.document, path=Path("use-policy-2025-06-03.md"), sha256="8" * 64))
    word = WordChange(Place(13, Span(0, 3)), Place(13, Span(0, 3)), "Old", "New")
    comparison = Comparison(
        old.document, new.document, (Row((13,), (13,), 1),), (Change(1, "edited", (13,), (13,), (word,)),), ("a note",)
    )
    clauses = {finding.clause.id: finding.clause for finding in review.findings}
    effects = (
        Effect(clauses["cure-period"], "worse", "fallback", "walk-away", "high", (), (1,), "Cure period: shorter."),
        Effect(clauses["warranty"], "same", "missing", "missing", "low", (), (), "Authority: as before."),
    )
    touched = TouchedUse(HEALTH, Place(13, Span(0, 3)), "New")
    changes = (
        statement(
            1, "added", "better", uses=(touched,), what="A new permission touches: output used for medical advice."
        ),
        statement(
            2, "added", "worse", uses=(touched,), what="A new prohibition touches: output used for medical advice."
        ),
        statement(3, "added", "worse"),
        statement(4, "removed", "better", clauses=("cure-period",)),
        statement(5, "changed", words=(word,)),
        statement(6, "moved", "same", new=Place(8, Span(0, 9)), after="Old words"),
        statement(7, "reworded", "same", words=(word,)),
    )
    judged = JudgedComparison(comparison, old, new, effects)
    return PolicyStep(judged, date(2025, 5, 1), date(2025, 6, 3), changes, (("trust team", "safety team"),))


@pytest.fixture
def found(step):
    """The watch of that step alone."""
    return PolicyWatch(
        (step,), (HEALTH,), "Compliance", date(2026, 3, 4), date(2026, 6, 4), "quarterly", ("notes.txt: left out.",)
    )
