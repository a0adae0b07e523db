"""Fixtures that tests of several stages share."""

import os
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

from app.cli.main import main
from app.model.clause import ClauseLibrary, ClauseType, Condition, Cues, Position
from app.model.document import Anchor, Document, Paragraph, Parties, Section

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@dataclass(frozen=True)
class Outcome:
    """What a command left: exit status, stdout and stderr."""

    status: int
    out: str
    err: str

    @property
    def problems(self):
        return self.err.splitlines()


@pytest.fixture
def run(capfd):
    """Call the command line as a user does, in this process."""

    def call(*arguments):
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Outcome(status, out, err)

    return call


@pytest.fixture
def make_docx(tmp_path):
    """Write a Word document of plain paragraphs and return its path."""

    def write(*paragraphs, name="contract.docx"):
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        path = tmp_path / name
        document.save(path)
        return path

    return write


@pytest.fixture
def clause():
    """Make a clause type from its cues, facts and what else is given."""

    def make(cues, *, facts=(), positions=(), id="exit", nature="burden", **fields):  # noqa: A002 - the field's name
        return ClauseType(
            id=id,
            title="Exit",
            group="D",
            nature=nature,
            cues=cues if isinstance(cues, Cues) else Cues(tuple(cues)),
            applies=fields.pop("applies", Condition(("unknown", "model-licence", "terms-of-service"), (), "Not here.")),
            facts=tuple(facts),
            positions=tuple(positions) or (Position("preferred", "Fine"),),
            severity="high",
            severity_when=fields.pop("severity_when", ()),
            ask="Ask.",
            rationale="Because.",
            comment="Please.",
            note="Internal.",
            owner="Legal",
            negotiability="open",
            sources=("practice",),
            **fields,
        )

    return make


@pytest.fixture
def library():
    """Make a library of the clause types given."""
    return lambda *clauses: ClauseLibrary("1", "0" * 64, clauses)


@pytest.fixture
def document():
    """Make a document of paragraphs: texts, or (text, fields) pairs; all stand under one heading."""

    def make(*paragraphs, heading="", parties=Parties(("you",), ("Acme", "we"))):
        made = []
        for index, given in enumerate(paragraphs):
            text, fields = given if isinstance(given, tuple) else (given, {})
            made.append(Paragraph(index, text, Anchor("", index), section=0, **fields))
        sections = (Section(0, "1", heading, 0, len(made)),)
        return Document(Path("x.txt"), b"", "0", "text", "X", tuple(made), sections, parties=parties)

    return make
