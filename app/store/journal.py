"""The decisions of a matter, as a journal of changes.

An entry is done, undone (it can be done again), or dropped (undone when another change was made). Only what is done
counts; the rest is history.
"""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from app.model.matter import UNDECIDED, Decision, JournalEntry
from app.store import codes

_Row = tuple[int, int, str, str, str, str, str]
_COLUMNS = "number, document, clause, before, after, made, state"


def decisions_of(connection: sqlite3.Connection, document: int) -> dict[str, Decision]:
    """Return by clause id what is decided on the findings of a document, in the order of the last changes."""
    rows = connection.execute(
        "SELECT clause, after, max(number) AS last FROM journal WHERE document = ? AND state = 'done'"
        " GROUP BY clause ORDER BY last",
        (document,),
    )
    found = {clause: codes.read(after, Decision) for clause, after, _ in rows}
    return {clause: decision for clause, decision in found.items() if decision != UNDECIDED}


def add(
    connection: sqlite3.Connection, document: int, clause: str, decision: Decision, when: datetime
) -> JournalEntry | None:
    """Write that `decision` holds for a finding from now on; None, and nothing written, where it does already.

    What was undone before cannot be done again.
    """
    row = connection.execute(
        "SELECT after FROM journal WHERE document = ? AND clause = ? AND state = 'done' ORDER BY number DESC LIMIT 1",
        (document, clause),
    ).fetchone()
    before = UNDECIDED if row is None else codes.read(row[0], Decision)
    if decision == before:
        return None
    connection.execute("UPDATE journal SET state = 'dropped' WHERE state = 'undone'")
    number = connection.execute(
        "INSERT INTO journal (document, clause, before, after, made, state) VALUES (?, ?, ?, ?, ?, 'done')",
        (document, clause, codes.written(before), codes.written(decision), when.isoformat()),
    ).lastrowid
    return JournalEntry(number or 0, document, clause, before, decision, when)


def undo(connection: sqlite3.Connection) -> JournalEntry | None:
    """Take back the last change that holds; None where there is none."""
    return _moved(connection, "SELECT max(number) FROM journal WHERE state = 'done'", "undone")


def redo(connection: sqlite3.Connection) -> JournalEntry | None:
    """Do again the change that was undone last; None where there is none."""
    return _moved(connection, "SELECT min(number) FROM journal WHERE state = 'undone'", "done")


def entries(connection: sqlite3.Connection) -> tuple[JournalEntry, ...]:
    """Return all changes in order, undone ones too."""
    return _entries(connection.execute(f"SELECT {_COLUMNS} FROM journal ORDER BY number"))  # noqa: S608 - our own names


def stacked(connection: sqlite3.Connection) -> tuple[tuple[JournalEntry, ...], tuple[JournalEntry, ...]]:
    """Return the changes that hold, and those that can be done again, each in order."""
    query = f"SELECT {_COLUMNS} FROM journal WHERE state = ? ORDER BY number"  # noqa: S608 - our own names
    return _entries(connection.execute(query, ("done",))), _entries(connection.execute(query, ("undone",)))


def history(connection: sqlite3.Connection, document: int, clause: str) -> tuple[JournalEntry, ...]:
    """Return all changes of one finding in order, undone ones too."""
    return _entries(
        connection.execute(
            f"SELECT {_COLUMNS} FROM journal WHERE document = ? AND clause = ? ORDER BY number",  # noqa: S608 - the same
            (document, clause),
        )
    )


def _moved(connection: sqlite3.Connection, choice: str, state: str) -> JournalEntry | None:
    (number,) = connection.execute(choice).fetchone()
    if number is None:
        return None
    connection.execute("UPDATE journal SET state = ? WHERE number = ?", (state, number))
    row = connection.execute(f"SELECT {_COLUMNS} FROM journal WHERE number = ?", (number,))  # noqa: S608 - the same
    return _entries(row)[0]


def _entries(rows: Iterable[_Row]) -> tuple[JournalEntry, ...]:
    return tuple(
        JournalEntry(
            number,
            document,
            clause,
            codes.read(before, Decision),
            codes.read(after, Decision),
            codes.read_time(made),
            undone=state != "done",
        )
        for number, document, clause, before, after, made, state in rows
    )
