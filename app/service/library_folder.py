"""The files of our own library: written whole or not at all, with drafts beside them of what cannot be loaded yet."""

from pathlib import Path

from app.errors import LibraryError
from app.library.skeleton import new_head
from app.service.files import put_in_place

LIBRARY_FILE = "library.yaml"
_LARGEST = 1_000_000
"""Bytes of a clause file that is opened to be changed."""


def read_entry(path: Path) -> str:
    """Return the text of a clause file.

    Raises:
        LibraryError: It cannot be read, is no text, or is too large for a clause file.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise LibraryError([f"{path.name}: has more than {_LARGEST:,} bytes, which is no clause file; shorten it"])
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise LibraryError(
            [f"{path.name}: cannot be read ({error.strerror}); look whether it is still there"]
        ) from error
    except UnicodeDecodeError as error:
        raise LibraryError([f"{path.name}: not a text file in UTF-8; save it as such"]) from error


def save_entry(path: Path, folder: Path, text: str) -> None:
    """Write a clause file of `folder`, and `library.yaml` where there is none; its draft is gone.

    Raises:
        ExportError: It cannot be written.
    """
    files = {path: text.encode()}
    head = folder / LIBRARY_FILE
    if not head.exists():
        files[head] = new_head(f"{folder.resolve().name} library").encode()
    put_in_place(files, source=folder)
    draft_of(path).unlink(missing_ok=True)


def keep_draft(path: Path, text: str) -> Path:
    """Write the text of an entry beside its file, where no review reads it; return the draft.

    Raises:
        ExportError: It cannot be written.
    """
    put_in_place({draft_of(path): text.encode()}, source=path.parent)
    return draft_of(path)


def draft_of(path: Path) -> Path:
    """Return where the draft of a clause file is kept."""
    return path.with_name(f"{path.name}.draft")


def set_aside(path: Path) -> Path:
    """Take a clause file out of the library; return what it is called now, in the place of an earlier one.

    Raises:
        LibraryError: It cannot be renamed.
    """
    aside = path.with_name(f"{path.name}.bak")
    try:
        path.replace(aside)
        draft_of(path).unlink(missing_ok=True)
    except OSError as error:
        raise LibraryError(
            [f"{path.name}: cannot be taken out ({error.strerror}); close it where it is open"]
        ) from error
    return aside
