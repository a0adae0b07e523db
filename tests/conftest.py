"""Fixtures that tests of several stages share."""

import os
import signal
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from app.cli.main import main
from app.model.clause import ClauseType, Condition, Cues, Position
from app.model.document import Anchor, Document, Paragraph, Parties, Section
from app.model.library import ClauseLibrary
from app.ooxml.changes import Deletion, Insertion, Place, Remark, Rewording, Wording
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.resolution import settle
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.writer import write_changes
from app.text.diff import word_edits

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True, scope="session")
def folders_of_their_own(tmp_path_factory):
    """Keep what the program remembers, and what the user set, out of the user's own folders and these out of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        patch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path_factory.mktemp("documents")))
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))  # a window of the user's own is not ours
        yield


PARTIES = Parties(customer=("you",), vendor=("Acme", "we"))


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

    def make(*paragraphs, heading="", parties=PARTIES):
        made = []
        for index, given in enumerate(paragraphs):
            text, fields = given if isinstance(given, tuple) else (given, {})
            made.append(Paragraph(index, text, Anchor("", index), section=0, **fields))
        sections = (Section(0, "1", heading, 0, len(made)),)
        return Document(Path("x.txt"), b"", "0", "text", "X", tuple(made), sections, parties=parties)

    return make


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def make_package():
    """Return the bytes of a Word file with this WordprocessingML in its body, and other parts by their kind."""

    def build(body, **parts):
        namespaces = (
            f'xmlns:w="{_W}" xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        )
        links = "".join(f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts)
        members = {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_MAIN_TYPE}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONSHIPS}">'
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {namespaces}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONSHIPS}">{links}</Relationships>',
        }
        for kind, xml in parts.items():
            root = xml.split(">", 1)[0].rstrip("/")
            members[f"word/{kind}.xml"] = xml.replace(root, f"{root} {namespaces}", 1)
        data = BytesIO()
        with ZipFile(data, "w") as archive:
            for name, xml in members.items():
                archive.writestr(name, xml)
        return data.getvalue()

    return build


_MAIN_TYPES = {
    ".docx": _MAIN_TYPE,
    ".docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    ".dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ".dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}


@pytest.fixture
def word_file(make_package):
    """Return the bytes of a Word file of the kind whose names end so."""

    def build(ending, body="<w:p><w:r><w:t>Fees fall due in thirty days.</w:t></w:r></w:p>"):
        data = BytesIO()
        with ZipFile(BytesIO(make_package(body))) as plain, ZipFile(data, "w") as archive:
            for name in plain.namelist():
                archive.writestr(name, plain.read(name).replace(_MAIN_TYPE.encode(), _MAIN_TYPES[ending].encode()))
        return data.getvalue()

    return build


@pytest.fixture
def decided_until_killed():
    """Have a program decide on the matter at `path`, and kill it after so many decisions were told to be written.

    The program is a child of `deciding`, which says its number, then that of each decision, then "dead". The number of
    the last decision told is given back, `told` where none was.
    """

    def deciding_until_killed(deciding, path, decisions, told):
        deciding.stdin.write(f"{path}\n")
        deciding.stdin.flush()
        child = int(deciding.stdout.readline())
        for _ in range(decisions):
            told = int(deciding.stdout.readline())
        os.kill(child, signal.SIGKILL)
        while (line := deciding.stdout.readline()) != "dead\n":
            told = int(line)
        return told

    return deciding_until_killed


class Negotiator:
    """Plays both sides of a negotiation over a Word file; each move writes a new file and returns its path."""

    def __init__(self, folder):
        self._folder = folder
        self._made = 0

    def paper(self, *paragraphs, cells=(), header=""):
        """Write the paper that is negotiated."""
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        if cells:
            table = document.add_table(rows=1, cols=len(cells))
            for cell, text in zip(table.rows[0].cells, cells, strict=True):
                cell.text = text
        if header:
            document.sections[0].header.paragraphs[0].text = header
        data = BytesIO()
        document.save(data)
        return self._write(data.getvalue())

    def edit(self, path, author, day, words=(), after=(), without=(), said=()):
        """Change words, put paragraphs after others, take some out and comment on words, by tracked changes."""
        package = open_package(path.read_bytes(), path)
        changes = []
        for place, text in self._texts(package):
            new = text
            for old, other in words:
                new = new.replace(old, other, 1)
            if new != text:
                changes.append(Rewording(place, word_edits(text, new)))
            changes += [Insertion(place, (Wording(other, place),)) for start, other in after if text.startswith(start)]
            changes += [Deletion(place) for start in without if text.startswith(start)]
            found = ((each, text.find(each), comment) for each, comment in said)
            changes += [Remark(place, comment, at, at + len(each)) for each, at, comment in found if at >= 0]
        when = datetime(2026, 3, day, 9, tzinfo=UTC)
        return self._write(write_changes(package, changes, author=author, when=when).data)

    def settle(self, path, *starts, accepting, author=None):
        """Accept or reject the tracked changes in the paragraphs that begin so; those of an author, or all."""
        package = open_package(path.read_bytes(), path)
        paragraphs = [
            paragraphs_of(package.tree(place.part))[place.index]
            for place, text in self._texts(package)
            if text.startswith(starts)
        ]
        chosen = {
            mark.get(w("id"))
            for p in paragraphs
            for mark in p.iter(w("ins"), w("del"))
            if author in (None, mark.get(w("author")))
        }
        settle(package, accepting=accepting, choice=lambda mark: mark.get(w("id")) in chosen)
        return self._write(package.save())

    def silently(self, path, *words):
        """Put other words in the place of some, without a tracked change."""
        package = open_package(path.read_bytes(), path)
        for part in package.stories():
            for t in package.edit(part).iter(w("t")):
                for old, other in words:
                    t.text = (t.text or "").replace(old, other)
        return self._write(package.save())

    def texts(self, path):
        """Return what the paragraphs of a file say, all tracked changes accepted."""
        return [text for _, text in self._texts(open_package(path.read_bytes(), path)) if text]

    def _texts(self, package):
        for part in package.stories():
            for index, p in enumerate(paragraphs_of(package.tree(part))):
                yield Place(part, index), read_text(p).text

    def _write(self, data):
        self._made += 1
        path = self._folder / f"move{self._made}.docx"
        path.write_bytes(data)
        return path


@pytest.fixture(scope="module")
def negotiator(tmp_path_factory):
    return Negotiator(tmp_path_factory.mktemp("negotiation"))


@pytest.fixture(scope="module")
def three_rounds(negotiator):
    """A negotiation of three rounds, our side Ada, theirs Bo: what was sent and returned, in turn."""
    play = negotiator
    paper = play.paper(
        "This Agreement is between Northwind Cloud Ltd. (“Provider”) and the company in the order (“Customer”).",
        "1. Term. This Agreement runs for twelve (12) months from the date of the order and ends on its own then.",
        "2. Cure. If Customer breaches this Agreement, Provider may terminate it unless Customer cures the breach "
        "within ten (10) days of written notice of the breach.",
        "3. Liability. Provider’s liability under this Agreement is limited to the fees that Customer paid in the "
        "three (3) months before the claim arose.",
        "4. Fees. Customer shall pay each invoice within fifteen (15) days of receipt. Late payments bear interest at "
        "two percent (2%) a month.",
        "5. Confidentiality. Each party shall keep the other party’s confidential information secret for one (1) year "
        "after this Agreement ends.",
        "6. Suspension. Provider may suspend the services at any time without notice if it believes that Customer "
        "violates this Agreement.",
        "7. Governing law. This Agreement is governed by the laws of the State of Delaware.",
        cells=("Uptime", "99.5 percent"),
        header="Draft of 1 March 2026",
    )
    sent = play.edit(
        paper,
        "Ada",
        2,
        words=[
            ("ten (10)", "sixty (60)"),
            ("three (3)", "twelve (12)"),
            ("fifteen (15)", "forty-five (45)"),
            ("one (1) year", "three (3) years"),
            ("at any time without notice", "on ten (10) days’ notice"),
        ],
        after=[("7. Gov", "8. Data. Provider shall not use Customer’s data to train any model.")],
    )
    taken = play.settle(sent, "3. Liability", accepting=True)
    refused = play.settle(taken, "6. Suspension", accepting=False)
    answered = play.edit(
        refused,
        "Bo",
        5,
        words=[("sixty (60)", "thirty (30)"), ("State of Delaware", "State of Nevada")],
        said=[("forty-five (45)", "We will come back on this.")],
    )
    returned = play.silently(
        answered, ("99.5 percent", "95 percent"), ("two percent (2%)", "three percent (3%)"), ("1 March", "4 March")
    )
    again = play.edit(
        returned,
        "Ada",
        8,
        words=[("thirty (30)", "forty-five (45)"), ("95 percent", "99.5 percent")],
        said=[("Nevada", "Accepted")],
    )
    settled = play.settle(again, "2. Cure", "7. Governing", accepting=True)
    offered = play.edit(settled, "Bo", 11, words=[("twelve (12) months before", "nine (9) months before")])
    second = play.silently(offered, ("twelve (12) months from", "thirty-six (36) months from"))
    last = play.edit(second, "Ada", 14, words=[("nine (9) months before", "twelve (12) months before")])
    third = play.edit(last, "Bo", 17, words=[("forty-five (45) days of written", "twenty (20) days of written")])
    final = play.silently(third, ("Nevada", "Nevada, USA"))
    return [sent, returned, again, second, last, final]
