"""The matters opened last: where they are, how far they are, and which documents they hold.

Kept beside the settings of the program, never in a matter. It is a convenience: a list that cannot be read counts as
empty, and one that cannot be written is let go.
"""

import contextlib
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from platformdirs import user_state_path

from app.store import codes

_MOST = 50


@dataclass(frozen=True, slots=True)
class RecentMatter:
    """A matter that was open.

    Attributes:
        opened: When it was opened last.
        documents: The SHA-256 of each of its documents, in hexadecimal.
        to_decide: How many findings are to be decided; `decided` of them are.
        is_missing: Whether there is no file at `path` now.
    """

    path: Path
    title: str
    opened: datetime
    documents: tuple[str, ...]
    to_decide: int
    decided: int
    is_missing: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the list as it is written."""

    path: str
    title: str
    opened: str
    documents: tuple[str, ...]
    to_decide: int
    decided: int


def recent() -> tuple[RecentMatter, ...]:
    """Return the matters opened last, the last one first."""
    return tuple(
        RecentMatter(
            path := Path(entry.path),
            entry.title,
            codes.read_time(entry.opened),
            entry.documents,
            entry.to_decide,
            entry.decided,
            not path.is_file(),
        )
        for entry in _read()
    )


def holding(sha256: str) -> tuple[RecentMatter, ...]:
    """Return the recent matters that are there and hold a document with this hash, the last one first."""
    return tuple(each for each in recent() if sha256 in each.documents and not each.is_missing)


def remember(
    path: Path, title: str, opened: datetime, documents: Sequence[str], *, to_decide: int, decided: int
) -> None:
    """Put the matter at `path` first; `documents` are the hashes of its documents."""
    entry = _Entry(_place(path), title, opened.isoformat(), tuple(documents), to_decide, decided)
    _write([entry, *(each for each in _read() if each.path != entry.path)][:_MOST])


def forget(path: Path) -> None:
    """Take the matter at `path` off the list; its file stays."""
    _write([each for each in _read() if each.path != _place(path)])


def _place(path: Path) -> str:
    return str(path.absolute())


def _file() -> Path:
    return user_state_path("counterdraft") / "recent-matters.json"


def _read() -> tuple[_Entry, ...]:
    try:
        entries = codes.read(_file().read_text(encoding="utf-8"), tuple[_Entry, ...])
        for entry in entries:
            codes.read_time(entry.opened)
    except (OSError, ValueError):
        return ()
    return entries


def _write(entries: Sequence[_Entry]) -> None:
    file = _file()
    with contextlib.suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as waiting:
                waiting.write(json.dumps([asdict(entry) for entry in entries]))
            Path(name).replace(file)
        except OSError:
            Path(name).unlink(missing_ok=True)
