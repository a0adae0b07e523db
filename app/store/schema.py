"""What the file of a matter is made of, version by version.

A new matter is made by the same steps that an old one is migrated by, so that both are alike to the letter and
whatever differs is no matter of ours.
"""

APPLICATION_ID = 0x43445246
"""Stands in the head of the file and says what it is ("CDRF")."""

_VERSION_1 = (
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
)
"""Documents and decisions. An entry of the journal that is undone can be done again until it is dropped.

Bytes stand in tables of their own, because SQLite writes a whole row anew where a part of it changes.
"""

_VERSION_2 = (
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
)
"""What was exported, and where the reader stood."""

_VERSION_3 = (
    """CREATE TABLE kept (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document INTEGER REFERENCES documents ON DELETE CASCADE,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        added TEXT NOT NULL,
        owner TEXT NOT NULL,
        review_by TEXT
    ) STRICT""",
    """CREATE TABLE kept_contents (
        kept INTEGER PRIMARY KEY REFERENCES kept ON DELETE CASCADE,
        data BLOB NOT NULL
    ) STRICT""",
)
"""Files kept beside the documents: what was sent, what came back, and baselines of what is watched."""

STEPS: tuple[tuple[str, ...], ...] = (_VERSION_1, _VERSION_2, _VERSION_3)
"""The statements that lead to each version from the one before; never changed once released."""

VERSION = len(STEPS)
