"""The documents of a matter in their order of precedence, with their reviews.

A library that several reviews were made with is kept once: it is most of what a review takes.
"""

import hashlib
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from app.model.clause import DocumentType
from app.model.matter import DocumentRecord
from app.store import codes
from app.store.record import joined, parted

_Row = tuple[int, str, str, str, bytes | None, int | None, bytes | None]
_PRECEDENCE: tuple[DocumentType, ...] = (
    "order-form",
    "data-processing",
    "service-levels",
    "terms-of-service",
    "model-licence",
    "use-policy",
    "unknown",
)
"""What usually prevails: the special over the general, what was agreed over what is published."""


def records(connection: sqlite3.Connection) -> tuple[DocumentRecord, ...]:
    """Return the documents in order of precedence."""
    libraries = dict(connection.execute("SELECT id, data FROM libraries"))
    rows = connection.execute(
        "SELECT id, name, sha256, added, contents.data, library, reviews.data FROM documents"
        " LEFT JOIN contents ON contents.document = id LEFT JOIN reviews ON reviews.document = id"
        " ORDER BY precedence, id"
    )
    return tuple(_record(row, libraries) for row in rows)


def add(
    connection: sqlite3.Connection,
    kind: DocumentType,
    name: str,
    sha256: str,
    data: bytes,
    record: bytes,
    when: datetime,
) -> int:
    """Add a document where its kind usually stands in precedence, after others of its kind; return its id."""
    there = connection.execute("SELECT id, kind FROM documents ORDER BY precedence, id").fetchall()
    rank = _PRECEDENCE.index(kind)
    place = max((at + 1 for at, (_, other) in enumerate(there) if _PRECEDENCE.index(_kind(other)) <= rank), default=0)
    number = connection.execute(
        "INSERT INTO documents (precedence, kind, name, sha256, added) VALUES (0, ?, ?, ?, ?)",
        (kind, name, sha256, when.isoformat()),
    ).lastrowid
    connection.execute("INSERT INTO contents (document, data) VALUES (?, ?)", (number, data))
    library, review = _kept(connection, record)
    connection.execute("INSERT INTO reviews (document, library, data) VALUES (?, ?, ?)", (number, library, review))
    order = [each for each, _ in there]
    order.insert(place, number)
    reorder(connection, order)
    return number or 0


def replace_review(connection: sqlite3.Connection, document: int, record: bytes) -> None:
    """Put another review in the place of a document's."""
    library, review = _kept(connection, record)
    connection.execute("UPDATE reviews SET library = ?, data = ? WHERE document = ?", (library, review, document))
    _drop_unused_libraries(connection)


def remove(connection: sqlite3.Connection, document: int) -> None:
    """Remove a document with its decisions and exports."""
    connection.execute("DELETE FROM documents WHERE id = ?", (document,))
    _drop_unused_libraries(connection)


def reorder(connection: sqlite3.Connection, documents: Sequence[int]) -> None:
    """Set the order of precedence; `documents` are the ids of all."""
    connection.executemany("UPDATE documents SET precedence = ? WHERE id = ?", enumerate(documents))


def ids(connection: sqlite3.Connection) -> list[int]:
    """Return the ids of the documents in order of precedence."""
    return [number for (number,) in connection.execute("SELECT id FROM documents ORDER BY precedence, id")]


def _record(row: _Row, libraries: Mapping[int, bytes]) -> DocumentRecord:
    number, name, sha256, added, data, library, review = row
    if data is None or library is None or review is None:
        raise codes.WrongValueError("no whole document")
    return DocumentRecord(number, name, sha256, codes.read_time(added), data, joined(libraries[library], review))


def _kept(connection: sqlite3.Connection, record: bytes) -> tuple[int, bytes]:
    """Return the id of the library of a record, which is kept now, and the rest of the record."""
    library, review = parted(record)
    sha256 = hashlib.sha256(library).hexdigest()
    connection.execute("INSERT OR IGNORE INTO libraries (sha256, data) VALUES (?, ?)", (sha256, library))
    (number,) = connection.execute("SELECT id FROM libraries WHERE sha256 = ?", (sha256,)).fetchone()
    return number, review


def _drop_unused_libraries(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM libraries WHERE id NOT IN (SELECT library FROM reviews)")


def _kind(text: str) -> DocumentType:
    found = next((kind for kind in _PRECEDENCE if kind == text), None)
    if found is None:
        raise codes.WrongValueError("no kind of document")
    return found
