"""Fixtures that tests of several stages share."""

import os
import signal
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from app.cli.main import main
from app.model.clause import ClauseType, Condition, Cues, Position
from app.model.document import Anchor, Document, Paragraph, Parties, Section
from app.model.library import ClauseLibrary

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
