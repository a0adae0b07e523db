"""Word files read, and files put in their place: all of them or none, and never over what they were made from.

What is not finished has no name where the system can do that (Linux, most of its file systems), so that a program that
is killed leaves nothing of it. Elsewhere, and for the moment in which a file takes the place of an earlier one, it has
a hidden name that says whose it is; what a killed program left under such a name goes with the next export.
"""

import errno
import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from app.errors import ExportError, UnsupportedFormatError

if sys.platform != "win32":
    import fcntl

_HIDDEN = re.compile(r"\.counterdraft-\d+-\d+\.part")
_OPEN_FILES = Path("/proc/self/fd")
_MODE = 0o666  # less the umask, as for any new file
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

_Former = bytes | Path | None
"""What a path had: the bytes of a file, where a link leads, or nothing."""


def read_word_file(path: Path) -> bytes:
    """Return the bytes of the Word file at `path`; what they hold is not looked at.

    Raises:
        UnsupportedFormatError: They cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnsupportedFormatError(path, f"cannot be read ({error.strerror}); name a Word document") from error


def put_in_place(files: Mapping[Path, bytes], *, source: Path) -> None:
    """Write `files` aside, then put all in place; undo all if one cannot be.

    A link in the place of a file is replaced, not followed.

    Raises:
        ExportError: One of them is `source`, the document they were made from, or cannot be written.
    """
    drafts: dict[Path, _Draft] = {}
    former: dict[Path, _Former] = {}
    folders: list[Path] = []
    is_done = False
    try:
        for path, data in files.items():
            _refuse(path, source)
            _make_folder(path.parent, folders)
            _sweep(path.parent)
            drafts[path] = _Draft(path.parent, data)
        for path, draft in drafts.items():
            before = _content(path)
            draft.put(path)
            former[path] = before
        is_done = True
    except OSError as error:
        raise ExportError(_failure(next(iter(files)).parent, error)) from error
    finally:
        for draft in drafts.values():
            draft.close()
        if not is_done:
            _undo(former, folders)


class _Draft:
    """A file that is written, in the folder where it is to stand, before it has its name."""

    def __init__(self, folder: Path, data: bytes) -> None:
        self._folder = folder
        self._data = data
        self._hidden: Path | None = None
        self._file = self._open()
        try:
            self._write()
        except BaseException:
            self.close()
            raise

    def put(self, path: Path) -> None:
        """Give it the name `path`; what had that name is gone."""
        if self._hidden is None:
            try:
                self._link(path)
            except FileExistsError:
                hidden = _free_name(self._folder)
                self._link(hidden)
                self._hidden = hidden
            except OSError:  # a file system that has files without names, but gives them none
                self._release()
                self._file = self._create()
                self._write()
            else:
                return
        self._release()  # Windows renames no file that is open
        if self._hidden is not None:
            self._hidden.replace(path)
            self._hidden = None

    def close(self) -> None:
        """Let go of it: unless it was put in place, nothing is left of it."""
        self._release()
        if self._hidden is not None:
            self._hidden.unlink(missing_ok=True)
            self._hidden = None

    def _open(self) -> int:
        """Open a new file: without a name where the system and the file system have such."""
        if hasattr(os, "O_TMPFILE") and _OPEN_FILES.is_dir():
            with suppress(OSError):
                return os.open(self._folder, os.O_TMPFILE | os.O_WRONLY, _MODE)
        return self._create()

    def _create(self) -> int:
        """Open a new file under a hidden name."""
        hidden = _free_name(self._folder)
        file = os.open(hidden, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), _MODE)
        self._hidden = hidden
        return file

    def _write(self) -> None:
        """Write all, down to the disk."""
        if sys.platform != "win32":
            with suppress(OSError):  # a file system without locks, where `_sweep` cannot lock either
                fcntl.flock(self._file, fcntl.LOCK_EX)
        left = memoryview(self._data)
        while left:
            left = left[os.write(self._file, left) :]
        os.fsync(self._file)

    def _link(self, path: Path) -> None:
        """Give the open file this name, which must be free (open(2), O_TMPFILE)."""
        # Only with a folder given does os.link follow the link in /proc, whose path is absolute all the same.
        os.link(_OPEN_FILES / str(self._file), path, src_dir_fd=self._file)

    def _release(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def _refuse(path: Path, source: Path) -> None:
    """Refuse to write where something that is no earlier output would be lost, or where there is no folder."""
    if path.exists() and source.exists() and path.samefile(source):
        raise ExportError(
            f"{path.name}: this is the document itself, which is never written over; choose another name or folder"
        )
    if path.is_dir():
        raise ExportError(f"{path}: this is a folder; nothing was written; name a file")
    if path.exists() and not path.is_file():
        raise ExportError(f"{path}: this is a device or a pipe; nothing was written; name a file")
    if path.parent.is_file():
        raise ExportError(f"{path.parent}: this is a file; nothing was written; name a folder")


def _failure(folder: Path, error: OSError) -> str:
    advice = "choose a folder that you may write to, and close the files in it that are open elsewhere"
    if error.errno in _FULL:
        advice = "free some space, or choose a folder on another disk"
    return f"{folder}: nothing was written ({error.strerror or error}); {advice}"


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder, with those it lies in; note the new ones in `made`."""
    for each in reversed((folder, *folder.parents)):
        if not each.exists():
            each.mkdir(exist_ok=True)
            made.append(each)


def _free_name(folder: Path) -> Path:
    """Return a hidden name of ours that no file in `folder` has."""
    number = 0
    while os.path.lexists(path := folder / f".counterdraft-{os.getpid()}-{number}.part"):
        number += 1
    return path


def _sweep(folder: Path) -> None:
    """Remove what a killed program left of its files under hidden names of ours; not what one is writing now."""
    for path in folder.glob(".counterdraft-*.part"):
        if _HIDDEN.fullmatch(path.name) and path.is_file() and not path.is_symlink():
            with suppress(OSError):  # a running program holds it, or it is another user's
                _remove_abandoned(path)


def _remove_abandoned(path: Path) -> None:
    """Remove a file.

    Raises:
        OSError: A running program holds it.
    """
    if sys.platform == "win32":
        path.unlink()  # fails for a file that is open
        return
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink()


def _content(path: Path) -> _Former:
    if path.is_symlink():
        return path.readlink()
    return path.read_bytes() if path.exists() else None


def _undo(former: Mapping[Path, _Former], folders: list[Path]) -> None:
    """Give each path what it had, and take away the folders that were made."""
    for path, content in former.items():
        try:
            _restore(path, content)
        except OSError as error:
            raise ExportError(
                f"{path}: only some of the files were written, and this one could not be put back as it was "
                f"({error.strerror or error}); export again to another folder"
            ) from error
    for folder in reversed(folders):
        with suppress(OSError):  # somebody else has put something there
            folder.rmdir()


def _restore(path: Path, content: _Former) -> None:
    if isinstance(content, bytes):
        draft = _Draft(path.parent, content)
        try:
            draft.put(path)
        finally:
            draft.close()
        return
    path.unlink(missing_ok=True)
    if content is not None:
        path.symlink_to(content)
