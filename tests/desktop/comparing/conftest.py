"""Two versions of a licence of our own, compared and judged by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.desktop.comparing.meaning import meaning_of
from app.model.comparison import (
    Change,
    Comparison,
    Effect,
    FactChange,
    JudgedComparison,
    Row,
    WordChange,
)
from app.model.document import Anchor, Cell, Document, Paragraph, Table
from app.model.span import Place, Span

_OLD = (
    ("title", "", "", "Example Weights Licence"),
    ("heading", "1.", "1", "Grant"),
    ("list-item", "(a)", "1(a)", "You may use the Weights for any purpose."),
    ("heading", "2.", "2", "Ending"),
    ("body", "", "", "The Provider may end this licence after thirty (30) days."),
    ("body", "", "", "Each side keeps its own marks."),
    ("heading", "4.", "4", "Law"),
    ("body", "", "", "The law of the Provider's seat governs. Its courts decide."),
    ("body", "", "", "Notices go by post."),
)
_NEW = (
    ("title", "", "", "Example Weights Licence"),
    ("heading", "1.", "1", "Grant"),
    ("list-item", "(a)", "1(a)", "You may use the Weights for any purpose."),
    ("body", "", "", "You publish a list of your uses."),
    ("heading", "3.", "3", "Ending"),
    ("body", "", "", "The Provider may end this licence after ten (10) days."),
    ("heading", "4.", "4", "Law"),
    ("body", "", "", "The law of the Provider's seat governs."),
    ("body", "", "", "Its courts decide."),
    ("body", "", "", "Each side keeps its own names."),
)


def document_of(name, lines):
    """Return a document of lines (kind, marker, label, text)."""
    paragraphs = tuple(
        Paragraph(index, text, Anchor("", index), marker=marker, label=label, kind=kind)
        for index, (kind, marker, label, text) in enumerate(lines)
    )
    return Document(Path(name), b"", name[:1] * 64, "docx", lines[0][3], paragraphs)


def words_between(old, before, new, after):
    """Return that `before` in the old paragraph became `after` in the new one."""
    first, second = old.text.index(before), new.text.index(after)
    return WordChange(
        Place(old.index, Span(first, first + len(before))),
        Place(new.index, Span(second, second + len(after))),
        before,
        after,
        "duration" if before[:1].isdigit() or "(" in before else "words",
    )


@pytest.fixture
def comparison():
    """One change of each kind but formatting: added, renumbered, edited, moved and edited, split, removed."""
    old, new = document_of("old.docx", _OLD), document_of("new.docx", _NEW)
    days = words_between(old.paragraphs[4], "thirty (30)", new.paragraphs[5], "ten (10)")
    marks = words_between(old.paragraphs[5], "marks", new.paragraphs[9], "names")
    return Comparison(
        old,
        new,
        rows=(
            Row((0,), (0,)),
            Row((1,), (1,)),
            Row((2,), (2,)),
            Row((), (3,), 1),
            Row((3,), (4,), 2),
            Row((4,), (5,), 3),
            Row((5,), (), 4),
            Row((6,), (6,)),
            Row((7,), (7, 8), 5),
            Row((8,), (), 6),
            Row((), (9,), 4),
        ),
        changes=(
            Change(1, "added", (), (3,)),
            Change(2, "renumbered", (3,), (4,), labels=("2", "3")),
            Change(3, "edited", (4,), (5,), (days,), formats=("“days” is bold",)),
            Change(4, "moved", (5,), (9,), (marks,)),
            Change(5, "split", (7,), (7, 8)),
            Change(6, "removed", (8,), ()),
        ),
        not_compared=("The pictures of new.docx.",),
    )


@pytest.fixture
def judged(comparison, review, findings):
    """What it means: worse on the cure period, better on indemnity, the threshold judged otherwise."""
    clauses = {finding.clause.id: finding.clause for finding in findings}
    whole = JudgedComparison(
        comparison,
        replace(review, document=comparison.old, not_checked=()),
        replace(review, document=comparison.new, not_checked=("The use policy is not attached.",)),
        effects=(
            Effect(
                clauses["cure-period"],
                "worse",
                "fallback",
                "walk-away",
                "high",
                (FactChange("cure_days", 30, 10),),
                (3,),
                "Cure period: 30 to 10 days; worse, now walk-away",
            ),
            Effect(
                clauses["mau-threshold"],
                "unclear",
                "missing",
                "walk-away",
                "critical",
                (),
                (),
                "User threshold: judged otherwise",
            ),
            Effect(
                clauses["indemnity"],
                "better",
                "walk-away",
                "fallback",
                "medium",
                (),
                (1, 3),
                "Indemnity by the customer: better, now fallback",
            ),
        ),
        uncovered=(6,),
    )
    return meaning_of(whole)


@pytest.fixture
def tables():
    """Two tables of two rows: a cell edited, a row removed and one added."""

    def cells(name, *rows):
        texts = [(row, column, text) for row, line in enumerate(rows) for column, text in enumerate(line)]
        paragraphs = tuple(
            Paragraph(index, text, Anchor("", index), kind="table-cell", cell=Cell(0, row, column))
            for index, (row, column, text) in enumerate(texts)
        )
        table = Table(0, 0, len(paragraphs), len(rows), 2)
        return Document(Path(name), b"", name[:1] * 64, "docx", "", paragraphs, tables=(table,))

    old = cells("old.docx", ("Fee", "100 euro"), ("Term", "one year"))
    new = cells("new.docx", ("Fee", "200 euro"), ("Notice", "by post"))
    fee = words_between(old.paragraphs[1], "100", new.paragraphs[1], "200")
    return Comparison(
        old,
        new,
        rows=(
            Row((0,), (0,)),
            Row((1,), (1,), 1),
            Row((2,), (), 2),
            Row((3,), (), 3),
            Row((), (2,), 4),
            Row((), (3,), 5),
        ),
        changes=(
            Change(1, "edited", (1,), (1,), (fee,)),
            Change(2, "removed", (2,), ()),
            Change(3, "removed", (3,), ()),
            Change(4, "added", (), (2,)),
            Change(5, "added", (), (3,)),
        ),
    )
