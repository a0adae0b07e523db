"""The files that were written for the documents of a matter."""

import sqlite3

from app.model.matter import ExportRecord
from app.store import codes

_Files = tuple[tuple[str, str], ...]


def add(connection: sqlite3.Connection, export: ExportRecord) -> None:
    """Write down what was exported."""
    connection.execute(
        "INSERT INTO exports (document, made, author, folder, files) VALUES (?, ?, ?, ?, ?)",
        (
            export.document,
            export.when.isoformat(),
            codes.plain(export.author),
            codes.plain(export.folder),
            codes.written(export.files),
        ),
    )


def exports(connection: sqlite3.Connection) -> tuple[ExportRecord, ...]:
    """Return what was exported, in order."""
    rows = connection.execute("SELECT document, made, author, folder, files FROM exports ORDER BY number")
    return tuple(
        ExportRecord(document, codes.read_time(made), author, folder, codes.read(files, _Files))
        for document, made, author, folder, files in rows
    )
