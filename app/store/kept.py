"""The files that a matter keeps beside its documents."""

import sqlite3
from datetime import date
from typing import get_args

from app.model.kept import KeptFile, KeptKind
from app.store import codes

_Row = tuple[int, int | None, str, str, str, str, str, str | None]


def add(connection: sqlite3.Connection, kept: KeptFile, data: bytes) -> int:
    """Keep a file; return its id, whatever id `kept` has."""
    review_by = None if kept.review_by is None else kept.review_by.isoformat()
    number = connection.execute(
        "INSERT INTO kept (document, kind, name, sha256, added, owner, review_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            kept.document,
            kept.kind,
            codes.plain(kept.name),
            kept.sha256,
            kept.added.isoformat(),
            codes.plain(kept.owner),
            review_by,
        ),
    ).lastrowid
    connection.execute("INSERT INTO kept_contents (kept, data) VALUES (?, ?)", (number, data))
    return number or 0


def files(connection: sqlite3.Connection) -> tuple[KeptFile, ...]:
    """Return the files kept, in the order in which they came in."""
    rows = connection.execute(
        "SELECT id, document, kind, name, sha256, added, owner, review_by FROM kept ORDER BY id",
    )
    return tuple(_file(row) for row in rows)


def data(connection: sqlite3.Connection, number: int) -> bytes | None:
    """Return the bytes of a file kept; None where there is none with this id."""
    row: tuple[bytes] | None = connection.execute("SELECT data FROM kept_contents WHERE kept = ?", (number,)).fetchone()
    return None if row is None else row[0]


def look_after(connection: sqlite3.Connection, number: int, owner: str, review_by: date | None) -> None:
    """Set who looks after a file and by which day it is to be looked at again."""
    day = None if review_by is None else review_by.isoformat()
    connection.execute("UPDATE kept SET owner = ?, review_by = ? WHERE id = ?", (codes.plain(owner), day, number))


def remove(connection: sqlite3.Connection, number: int) -> None:
    """Let go of a file."""
    connection.execute("DELETE FROM kept WHERE id = ?", (number,))


def _file(row: _Row) -> KeptFile:
    number, document, kind, name, sha256, added, owner, review_by = row
    return KeptFile(number, document, _kind(kind), name, sha256, codes.read_time(added), owner, _day(review_by))


def _kind(text: str) -> KeptKind:
    found: KeptKind | None = next((kind for kind in get_args(KeptKind) if kind == text), None)
    if found is None:
        raise codes.WrongValueError("no kind of file kept")
    return found


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise codes.WrongValueError("no day") from error
