"""A matter that is open: its documents, its decisions and all else that its file holds, every change written at once.

Light to import, so that the window shows quickly and a decision never waits for what a review needs.
"""

import re
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from app.errors import MatterError
from app.model.clause import DocumentType
from app.model.kept import KeptFile
from app.model.matter import Decision, DocumentRecord, ExportRecord, JournalEntry
from app.model.profile import DeploymentProfile
from app.store import codes, documents, exports, journal, kept
from app.store.matter_file import copy_file, create_file, identity, open_file, told, transaction
from app.store.record import joined

SUFFIX = ".counterdraft"
"""How the names of matters end."""

UNRECORDED = joined(b"", b"")
"""The record of a review that is not kept yet: `app.service.records` refuses it, and the document is reviewed again."""

_LONGEST = 110
"""Bytes of a name, so that with its ending, a number and what SQLite adds it fits every file system in use."""

_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)


class _ClosedError(MatterError):
    """The matter was closed by another thread, or before this was asked of it."""


class OpenMatter:
    """A matter in its file, locked for this window until it is closed; several threads may use it.

    Every method that changes something returns when it is on the disk, and changes nothing where it raises.

    Raises (all methods):
        MatterError: The file cannot be read or written, or the matter was closed meanwhile.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = threading.Lock()
        self._is_closed = False
        self._identity = identity(path)
        with told(path):
            row = connection.execute("SELECT title, created, profile FROM matter").fetchone()
            if row is None:
                raise codes.WrongValueError("no matter")
            self.title: str = row[0]
            self.created = codes.read_time(row[1])
            self._profile = codes.read(row[2], DeploymentProfile)
            journal.entries(connection)  # so that what cannot be read of it is told now, and not at an undo
            exports.exports(connection)
            kept.files(connection)

    @property
    def profile(self) -> DeploymentProfile:
        """The deployment profile that the documents are reviewed for."""
        return self._profile

    def set_profile(self, profile: DeploymentProfile) -> None:
        """Set the deployment profile; reviews are left as they are."""
        with self._writing() as connection:
            connection.execute("UPDATE matter SET profile = ?", (codes.written(profile),))
        self._profile = profile

    def records(self) -> tuple[DocumentRecord, ...]:
        """Return the documents in order of precedence."""
        with self._reading() as connection:
            return documents.records(connection)

    def add_document(
        self, name: str, sha256: str, data: bytes, record: bytes, when: datetime, document_type: DocumentType
    ) -> int:
        """Add a document with the record of its review; return its id.

        It takes the place that documents of its type usually have in precedence.
        """
        with self._writing() as connection:
            return documents.add(connection, document_type, codes.plain(name), sha256, data, record, when)

    def replace_review(self, document: int, record: bytes) -> None:
        """Put the record of another review in the place of a document's; its decisions are kept.

        Nothing is written where the document was removed or the matter closed meanwhile.
        """
        with suppress(_ClosedError), self._writing() as connection:
            documents.replace_review(connection, document, record)

    def remove_document(self, document: int) -> None:
        """Remove a document, with its decisions and what it says of exports."""
        with self._writing() as connection:
            documents.remove(connection, document)

    def order(self) -> tuple[int, ...]:
        """Return the ids of the documents in order of precedence."""
        with self._reading() as connection:
            return tuple(documents.ids(connection))

    def reorder(self, order: Sequence[int]) -> None:
        """Set the order of precedence.

        Raises:
            ValueError: `order` does not name every document once.
        """
        with self._writing() as connection:
            if sorted(order) != sorted(documents.ids(connection)):
                raise ValueError(f"not the documents of the matter: {order}")
            documents.reorder(connection, order)

    def decisions(self, document: int) -> dict[str, Decision]:
        """Return by clause id what is decided on the findings of a document; what is undecided is left out."""
        with self._reading() as connection:
            return journal.decisions_of(connection, document)

    def decide(self, document: int, clause: str, decision: Decision, when: datetime) -> JournalEntry | None:
        """Write down what is decided on a finding; None, and nothing is written, where that is what holds already.

        What was undone before stays in the history but cannot be done again.
        """
        with self._writing() as connection:
            return journal.add(connection, document, clause, decision, when)

    def undo(self) -> JournalEntry | None:
        """Take back the last change that holds, of whatever document; None where there is none."""
        with self._writing() as connection:
            return journal.undo(connection)

    def redo(self) -> JournalEntry | None:
        """Do again the change that was undone last; None where there is none."""
        with self._writing() as connection:
            return journal.redo(connection)

    def journal(self) -> tuple[JournalEntry, ...]:
        """Return all changes in order, undone ones too."""
        with self._reading() as connection:
            return journal.entries(connection)

    def undo_journal(self) -> tuple[tuple[JournalEntry, ...], tuple[JournalEntry, ...]]:
        """Return the changes that hold, which can be undone, and those that can be done again, each in order."""
        with self._reading() as connection:
            return journal.stacked(connection)

    def history(self, document: int, clause: str) -> tuple[JournalEntry, ...]:
        """Return all changes of one finding in order, undone ones too."""
        with self._reading() as connection:
            return journal.history(connection, document, clause)

    def record_export(self, export: ExportRecord) -> None:
        """Write down what was exported."""
        with self._writing() as connection:
            exports.add(connection, export)

    def exports(self) -> tuple[ExportRecord, ...]:
        """Return what was exported, in order."""
        with self._reading() as connection:
            return exports.exports(connection)

    def keep(self, file: KeptFile, data: bytes) -> int:
        """Keep a file beside the documents; return its id."""
        with self._writing() as connection:
            return kept.add(connection, file, data)

    def kept(self) -> tuple[KeptFile, ...]:
        """Return the files kept beside the documents, in the order in which they came in."""
        with self._reading() as connection:
            return kept.files(connection)

    def kept_data(self, number: int) -> bytes | None:
        """Return the bytes of the kept file with this id; None where there is none."""
        with self._reading() as connection:
            return kept.data(connection, number)

    def look_after_kept(self, number: int, owner: str, review_by: date | None) -> None:
        """Set who looks after a kept file and by which day it is to be looked at again."""
        with self._writing() as connection:
            kept.look_after(connection, number, owner, review_by)

    def drop_kept(self, number: int) -> None:
        """Let go of a kept file."""
        with self._writing() as connection:
            kept.remove(connection, number)

    def view_state(self) -> dict[str, str]:
        """Return where the reader stood, under the names that the window gave."""
        with self._reading() as connection:
            return dict(connection.execute("SELECT name, value FROM view_state ORDER BY name"))

    def set_view_state(self, state: Mapping[str, str]) -> None:
        """Keep where the reader stands, in the place of all that was kept before."""
        with self._writing() as connection:
            connection.execute("DELETE FROM view_state")
            connection.executemany(
                "INSERT INTO view_state (name, value) VALUES (?, ?)",
                ((name, codes.plain(value)) for name, value in state.items()),
            )

    def copy_to(self, path: Path) -> None:
        """Write a whole copy to `path`, in the place of a file that is there; this matter stays the one in use."""
        with self._reading() as connection:
            copy_file(connection, path)

    def close(self) -> None:
        """Let go of the file; the matter cannot be used any more."""
        with self._lock:
            self._is_closed = True
            self._connection.close()

    def discard(self) -> None:
        """Close the matter and delete its file: for one whose first document did not come in."""
        self.close()
        if identity(self.path) == self._identity:
            with suppress(OSError):
                self.path.unlink()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, told(self.path):
            if self._is_closed:
                raise _ClosedError(f"{self.path.name}: the matter was closed meanwhile; open it and do this again")
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._reading() as connection:
            if identity(self.path) != self._identity:
                raise MatterError(
                    f"{self.path.name}: the file was moved or deleted while it was open, and the last change is not "
                    "saved; save a copy of the matter and go on with that"
                )
            with transaction(connection):
                yield connection


def create_matter(path: Path, title: str, profile: DeploymentProfile, when: datetime) -> OpenMatter:
    """Make a matter at `path` and open it.

    Raises:
        MatterError: There is a file at `path`, or none can be made there.
    """
    return _opened(path, create_file(path, codes.plain(title), when.isoformat(), codes.written(profile)))


def open_matter(path: Path) -> OpenMatter:
    """Open the matter at `path`.

    Raises:
        MatterInUseError: Another window has it open.
        MatterError: It is no matter, damaged, of a newer version, or cannot be read or written.
    """
    return _opened(path, open_file(path))


def safe_stem(name: str) -> str:
    """Return what a file may be called on every system after one called `name`, without ending; "" for nothing."""
    line = " ".join(_UNSAFE.sub(" ", Path(name).stem).split())
    stem = line.encode()[:_LONGEST].decode("utf-8", "ignore").strip(". ")
    return f"_{stem}" if _RESERVED.fullmatch(stem.split(".")[0].strip()) else stem


def free_path(folder: Path, name: str) -> Path:
    """Return a path in `folder` that nothing has, for a matter called after a document called `name`.

    It can be written on every system that people move matters to.
    """
    stem = safe_stem(name) or "Matter"
    path, number = folder / f"{stem}{SUFFIX}", 1
    while path.exists() or path.is_symlink():
        number += 1
        path = folder / f"{stem} {number}{SUFFIX}"
    return path


def _opened(path: Path, connection: sqlite3.Connection) -> OpenMatter:
    try:
        return OpenMatter(path, connection)
    except BaseException:
        connection.close()
        raise
