import re
from dataclasses import replace
from pathlib import Path

import pytest

from app.drafting.numbering import parse_number
from app.model.clause import ClauseType, Condition, Cues, Position
from app.model.document import Anchor, DefinedTerm, Document, Paragraph, Parties, Section
from app.model.review import ClauseReading, Finding, Located, Match
from app.model.span import Place, Span

_MARKER = re.compile(r"(\(?(?:\d+(?:\.\d+)*|[a-z]{1,4}|[A-Z])[.)]|\d+(?:\.\d+)+|-)\s+")
_KINDS = {"=": "title", "#": "heading", "|": "table-cell"}


def _paragraph(index, line, *, automatic):
    """Read one line: "= Title", "# Heading", "| Cell", "1. Item"; two blanks of indent a level."""
    level = (len(line) - len(line.lstrip())) // 2
    kind = _KINDS.get(line.strip()[0])
    text = line.strip().lstrip("=#| ")
    found = _MARKER.match(text)
    return Paragraph(
        index=index,
        text=text[found.end() :] if found else text,
        anchor=Anchor("", index),
        marker=found[1] if found else "",
        typed=found is not None and not automatic,
        kind=kind or ("list-item" if found else "body"),
        level=level,
    )


def _label(paragraph, above):
    number = parse_number(paragraph.marker)
    if number is None:
        return ""
    cited = paragraph.marker.rstrip(".")
    if not above or number.before.endswith("."):
        return cited
    return above + cited if cited.startswith("(") else f"{above}.{cited}"


def _with_places(paragraphs):
    """Give every paragraph its label, lead-in and section; headings and clauses with run-in headings open sections."""
    leads, placed, starts = [], [], []
    for p in paragraphs:
        while leads and (leads[-1].level >= p.level or p.kind == "heading"):
            leads.pop()
        label = _label(p, leads[-1].label if leads else "")
        run_in = re.match(r"([A-Z][^.]{2,40})\. ", p.text)
        if p.kind == "heading" or (run_in and label and p.level == 0):
            starts.append((label, run_in[1] if run_in else p.text, p.index))
        section = len(starts) - 1 if starts else None
        placed.append(replace(p, label=label, section=section, parent=leads[-1].index if leads else None))
        if p.marker or p.text.endswith(":"):
            leads.append(placed[-1])
    ends = [start[2] for start in starts[1:]] + [len(paragraphs)]
    sections = tuple(
        Section(number, label, title, first, ends[number]) for number, (label, title, first) in enumerate(starts)
    )
    return tuple(placed), sections


@pytest.fixture
def make_document():
    """Return a maker of documents from lines; see `_paragraph` for how a line is read."""

    def make(*lines, customer="Licensee", vendor="Northwind", terms=(), automatic=False):
        paragraphs, sections = _with_places(
            [_paragraph(index, line, automatic=automatic) for index, line in enumerate(lines)]
        )
        return Document(
            path=Path("terms.txt"),
            data=b"",
            sha256="0" * 64,
            kind="docx" if automatic else "text",
            title="Terms",
            paragraphs=paragraphs,
            sections=sections,
            terms=tuple(DefinedTerm(term, 0, Span(0, 0)) for term in terms),
            parties=Parties((customer,) if customer else (), (vendor,) if vendor else ()),
        )

    return make


def _sentence(text, place):
    start = max((m.end() for m in re.finditer(r"[.!?]\s+", text[:place])), default=0)
    end = re.compile(r"[.!?](?=\s|$)").search(text, place)
    return Span(start, end.end() if end else len(text))


@pytest.fixture
def locate():
    """Return a finder of words in a document, as matching locates the patterns of edit rules."""

    def find(document, *words):
        found = []
        for word in words:
            for paragraph in document.paragraphs:
                start = paragraph.text.find(word)
                if start >= 0:
                    place = Place(paragraph.index, Span(start, start + len(word)))
                    found.append(Located(word, place, _sentence(paragraph.text, start)))
        return tuple(found)

    return find


@pytest.fixture
def make_finding():
    """Return a maker of findings that ask for `edits` or `clause`."""

    def make(
        clause_id="termination-for-breach",
        *,
        paragraphs=(),
        located=(),
        edits=(),
        clause=None,
        level="walk-away",
        severity="high",
        comment="We ask for this change.",
        note="",
        asked=True,
        heading=(),
    ):
        target = Position("preferred", "What we want", edits=edits, clause=clause)
        matches = tuple(Match(clause_id, index, 1.0, (), ()) for index in paragraphs)
        return Finding(
            clause=ClauseType(
                id=clause_id,
                title=clause_id.replace("-", " ").capitalize(),
                group="D",
                nature="burden",
                cues=Cues((), heading=heading),
                applies=Condition((), (), ""),
                facts=(),
                positions=(target,),
                severity=severity,
                severity_when=(),
                ask="",
                rationale="",
                comment=comment,
                note=note,
                owner="Legal",
                negotiability="open",
                sources=(),
            ),
            level=level,
            severity=severity,
            reading=ClauseReading(clause_id, matches, (), located),
            verdicts=(),
            target=target if asked else None,
            why="",
        )

    return make
