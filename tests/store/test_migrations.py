"""Matters that earlier versions made, written out as they made them."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from app.errors import MatterError
from app.model.matter import Decision, ExportRecord
from app.model.profile import DeploymentProfile
from app.service.kept import keep_file, kept_file
from app.service.matters import create_matter, open_matter
from app.store import codes
from app.store.schema import VERSION

WHEN = datetime(2026, 11, 21, 14, 2, 11, tzinfo=UTC)
VERSION_1 = (
    """CREATE TABLE matter (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        title TEXT NOT NULL,
        created TEXT NOT NULL,
        profile TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE libraries (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        data BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE documents (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        precedence INTEGER NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        added TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE contents (
        document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
        data BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE reviews (
        document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
        library INTEGER NOT NULL REFERENCES libraries,
        data BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE journal (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        clause TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        made TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
    ) STRICT""",
    "CREATE INDEX journal_of_finding ON journal (document, clause, number)",
    "PRAGMA application_id = 1128550982",
    "PRAGMA user_version = 1",
)
VERSION_2 = (
    """CREATE TABLE exports (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        made TEXT NOT NULL,
        author TEXT NOT NULL,
        folder TEXT NOT NULL,
        files TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE view_state (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "PRAGMA user_version = 2",
)
UNDECIDED = '{"verb":null,"rung":null,"reason":"","words":null,"comment":null,"note":null}'
ACCEPT = UNDECIDED.replace('"verb":null', '"verb":"accept"')


@pytest.fixture
def version_1(tmp_path):
    """Write a matter of version 1 with a document and two decisions, one of them undone."""
    path = tmp_path / "old.counterdraft"
    profile = codes.written(DeploymentProfile())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in VERSION_1:
            connection.execute(statement)
        connection.execute("INSERT INTO matter VALUES (1, 'Old', ?, ?)", (WHEN.isoformat(), profile))
        connection.execute("INSERT INTO libraries VALUES (1, 'c', x'6c')")
        document = (3, 0, "model-licence", "a.txt", "d", WHEN.isoformat())
        connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)", document)
        connection.execute("INSERT INTO contents VALUES (3, x'50')")
        connection.execute("INSERT INTO reviews VALUES (3, 1, x'72')")
        for number, clause, state in ((1, "indemnity", "done"), (2, "cure-period", "undone")):
            row = (number, clause, UNDECIDED, ACCEPT, WHEN.isoformat(), state)
            connection.execute("INSERT INTO journal VALUES (?, 3, ?, ?, ?, ?, ?)", row)
    return path


@pytest.fixture
def version_2(version_1):
    """Make a matter of version 2 of it, with an export."""
    with closing(sqlite3.connect(version_1, isolation_level=None)) as connection:
        for statement in VERSION_2:
            connection.execute(statement)
        connection.execute("INSERT INTO exports VALUES (1, 3, ?, 'A. Author', '/home/a', '[]')", (WHEN.isoformat(),))
    return version_1


@pytest.fixture
def opened(version_1):
    matter = open_matter(version_1)
    yield matter
    matter.close()


def version_of(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def test_a_matter_of_version_1_keeps_its_documents_and_decisions(opened):
    (record,) = opened.records()
    assert (record.id, record.name, record.data, record.review) == (3, "a.txt", b"P", b"\x00\x00\x00\x01lr")
    assert opened.decisions(3) == {"indemnity": Decision("accept")}
    assert opened.redo().clause == "cure-period"


def test_a_matter_of_version_1_takes_exports_and_view_state_as_in_version_2(opened):
    export = ExportRecord(3, WHEN, "A. Author", "/home/a", (("redlined.docx", "b" * 64),))
    opened.record_export(export)
    opened.set_view_state({"document": "3"})
    assert (opened.exports(), opened.view_state()) == ((export,), {"document": "3"})


def test_a_matter_of_version_2_takes_kept_files_and_keeps_what_it_had(version_2):
    matter = open_matter(version_2)
    file = keep_file(matter, "sent", "sent.docx", b"S", WHEN, document=3)
    assert (kept_file(matter, file.id).data, matter.decisions(3)) == (b"S", {"indemnity": Decision("accept")})
    assert [export.author for export in matter.exports()] == ["A. Author"]
    matter.close()


def test_a_matter_of_version_1_is_of_the_version_in_use_once_it_was_open(opened):
    opened.close()
    assert version_of(opened.path) == VERSION


def test_a_matter_that_was_migrated_opens_again(opened):
    held = opened.order()
    opened.close()
    again = open_matter(opened.path)
    assert again.order() == held
    again.close()


def test_a_migration_that_fails_leaves_the_matter_as_it_was(version_1, monkeypatch):
    monkeypatch.setattr("app.store.matter_file.STEPS", (VERSION_1[:7], ("CREATE TABLE exports (x)", "NONSENSE")))
    with pytest.raises(sqlite3.OperationalError, match="NONSENSE"):
        open_matter(version_1)
    monkeypatch.undo()
    open_matter(version_1).close()


def test_a_matter_of_a_newer_version_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "new.counterdraft"
    create_matter(path, "New", DeploymentProfile(), WHEN).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(MatterError, match=r"new\.counterdraft: a newer version of Counterdraft made this matter; open"):
        open_matter(path)
    assert path.read_bytes() == before
