"""The clause library in use, loaded once and again when a file of it changes."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from app.model.library import ClauseLibrary
from app.service.settings import library_folder, load_clause_library

_Stamp = tuple[tuple[str, int, int], ...]


def held_library(choice: Path | None) -> ClauseLibrary:
    """Return the clause library in use; the same object as long as its files are what they were.

    Raises:
        LibraryError: It has mistakes; all are named.
    """
    return _loaded(choice, (*_stamp(library_folder(None)), *(_stamp(choice) if choice else ())))


@lru_cache(maxsize=2)
def _loaded(choice: Path | None, _stamp: _Stamp) -> ClauseLibrary:
    return load_clause_library(choice)


def _stamp(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield name, time and size of each file below a folder, in order."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            state = path.stat()
            yield str(path), state.st_mtime_ns, state.st_size
