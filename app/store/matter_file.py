"""The file of a matter, opened and made: checked, locked for this window alone, brought to the version in use.

The lock is the system's, so that it goes with the program that holds it, however that ends. Nothing here may open the
file but through SQLite: closing it would let go of that lock (https://www.sqlite.org/howtocorrupt.html, section 2.2).
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from app.errors import MatterError, MatterInUseError
from app.store.codes import WrongValueError
from app.store.schema import APPLICATION_ID, STEPS, VERSION

_PROBLEMS = {
    sqlite3.SQLITE_READONLY: "this matter cannot be written, so that no decision could be saved; copy it to a folder "
    "of your own, or ask for the right to change it",
    sqlite3.SQLITE_PERM: "this matter may not be opened; ask whoever keeps it for the right to",
    sqlite3.SQLITE_CANTOPEN: "this matter cannot be opened; see that the file and its folder are there and that you "
    "may read and write them",
    sqlite3.SQLITE_NOTADB: "this is no matter of Counterdraft; name a file that Counterdraft made",
    sqlite3.SQLITE_CORRUPT: "this matter is damaged; take the last copy of it that is whole",
    sqlite3.SQLITE_FULL: "the disk is full and the last change was not saved; free some space, then do it again",
    sqlite3.SQLITE_IOERR: "the disk failed and the last change may not be saved; save a copy of the matter elsewhere",
    sqlite3.SQLITE_TOOBIG: "what was to be saved is too large for a matter; split the document",
}
_IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_PATIENCE_S = 0.25
"""How long a lock is waited for: another window that tries to open the file holds it for a moment."""

_SETTINGS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "foreign_keys = ON",
    "secure_delete = ON",  # a document that was removed does not go along with the file
    "synchronous = FULL",
)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell what goes wrong with the file at `path` in words for the user.

    Raises:
        MatterInUseError: Another window has it open.
        MatterError: It cannot be used, or could not be written.
    """
    try:
        yield
    except (WrongValueError, UnicodeDecodeError) as error:  # of SQLite's message, where it quotes a damaged file
        raise MatterError(f"{path.name}: {_PROBLEMS[sqlite3.SQLITE_CORRUPT]}") from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            raise
        if code & 0xFF in _IN_USE:
            raise MatterInUseError(
                f"{path.name}: this matter is open in another window; go on there, or close it there first"
            ) from error
        if code & 0xFF not in _PROBLEMS:
            raise
        raise MatterError(f"{path.name}: {_PROBLEMS[code & 0xFF]}") from error


def identity(path: Path) -> tuple[int, int] | None:
    """Return what the system knows the file at `path` by, whatever it is called; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all that is done within, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite has rolled back on its own where the disk is full
            connection.execute("ROLLBACK")
        raise


def create_file(path: Path, title: str, created: str, profile: str) -> sqlite3.Connection:
    """Make a matter without documents at `path`, locked for this window; its folder is made where there is none.

    Raises:
        MatterError: There is a file at `path`, or none can be made there.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        if path.exists():
            raise MatterError(f"{path}: there is such a file or folder already; choose another name") from error
        raise MatterError(f"{path}: no matter can be made there ({error.strerror}); choose another folder") from error
    try:
        with told(path), _locked(path) as connection:
            _step(connection, 0)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("INSERT INTO matter VALUES (1, ?, ?, ?)", (title, created, profile))
            connection.execute("COMMIT")
    except BaseException:
        path.unlink()
        raise
    return connection


def open_file(path: Path) -> sqlite3.Connection:
    """Open the matter at `path`, lock it, and bring it to the version in use.

    Raises:
        MatterInUseError: Another window has it open.
        MatterError: It is no matter, damaged, of a newer version, or cannot be read or written.
    """
    if not path.exists():
        raise MatterError(f"{path}: there is no such matter; it was moved, renamed or deleted")
    if not path.is_file():
        raise MatterError(f"{path}: this is no file; name a file that Counterdraft made")
    with told(path), _locked(path) as connection:
        with _unread():
            version = _checked_version(connection, path)
        _step(connection, version)  # writes in any case, so that a file that cannot be written is refused here
        connection.execute("COMMIT" if version < VERSION else "ROLLBACK")
        connection.execute("PRAGMA journal_mode = DELETE")
    return connection


def copy_file(connection: sqlite3.Connection, path: Path) -> None:
    """Write a whole copy of an open matter, without what was deleted from it, in the place of `path`.

    Raises:
        MatterInUseError: There is a matter at `path` that a window has open.
        MatterError: It cannot be written.
    """
    waiting = path.with_name(f".counterdraft-{os.getpid()}.part")
    try:
        if path.exists():
            with told(path):
                _refuse_in_use(path)
        os.close(os.open(waiting, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection.execute("VACUUM INTO ?", (str(waiting),))
        with waiting.open("rb+") as file:
            os.fsync(file.fileno())
        waiting.replace(path)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", error)
        raise MatterError(f"{path}: the copy cannot be written ({reason}); choose another folder") from error
    finally:
        with suppress(OSError):
            waiting.unlink(missing_ok=True)


@contextmanager
def _locked(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file at `path`, which is there, and begin a transaction; lock it until the connection is closed.

    The connection stays open unless what is done within fails. A file may come from a stranger, so what it says of
    itself is trusted no further than it must be.
    """
    # Slashes: as many as a network folder of Windows needs ("file:////server/share").
    place = path.absolute().as_posix()
    address = f"file://{'' if place.startswith('/') else '/'}{quote(os.fsencode(place))}?mode=rw"
    connection = sqlite3.connect(address, uri=True, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False)
    try:
        connection.text_factory = _text
        with _unread():
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        yield connection
    except BaseException:
        connection.close()
        raise


@contextmanager
def _unread() -> Iterator[None]:
    """Take what SQLite says is wrong for the file's fault: nothing of ours has been asked of it yet."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
            raise WrongValueError("no database") from error
        raise


def _text(data: bytes) -> str:
    """Return what a file has for a text; what is no UTF-8 in it is found wrong where it is used."""
    return data.decode("utf-8", "replace")


def _checked_version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the file, which is whole and a matter."""
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID or version < 1:
        raise MatterError(f"{path.name}: {_PROBLEMS[sqlite3.SQLITE_NOTADB]}")
    if version > VERSION:
        raise MatterError(
            f"{path.name}: a newer version of Counterdraft made this matter; open it with that version, or update "
            "this one"
        )
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    astray = connection.execute("PRAGMA foreign_key_check").fetchone()
    if verdict != "ok" or astray is not None or _tables(connection) != _tables_of_version(version):
        raise MatterError(f"{path.name}: {_PROBLEMS[sqlite3.SQLITE_CORRUPT]}")
    return version


def _tables(connection: sqlite3.Connection) -> set[tuple[str | None, ...]]:
    return set(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


def _tables_of_version(version: int) -> set[tuple[str | None, ...]]:
    """Return what a matter of this version is made of: no trigger or view that a stranger added."""
    with closing(sqlite3.connect(":memory:")) as fresh:
        for statements in STEPS[:version]:
            for statement in statements:
                fresh.execute(statement)
        return _tables(fresh)


def _step(connection: sqlite3.Connection, version: int) -> None:
    """Bring a file of this version to the one in use."""
    for statements in STEPS[version:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _refuse_in_use(path: Path) -> None:
    """Raise what SQLite does where a window has the matter at `path` open."""
    try:
        with _locked(path) as other:
            other.close()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in _IN_USE:
            raise
