"""What leaves with a Word file, and copies of it without what need not leave."""

from collections.abc import Collection
from pathlib import Path

from app.errors import UnsupportedFormatError
from app.export.inspection.inspect import inspect
from app.export.inspection.remove import remove
from app.model.inspection import Inspection, ItemKind
from app.service.files import put_in_place

__all__ = ["inspect", "inspect_file", "remove", "write_without"]


def inspect_file(path: Path) -> Inspection:
    """Return what leaves with the Word file at `path`, most telling first.

    Raises:
        DocumentError: It cannot be read as a Word document.
    """
    return inspect(_read(path), path)


def write_without(path: Path, kinds: Collection[ItemKind], out: Path) -> None:
    """Write the Word file at `path` to `out` without what it holds of `kinds`; all else stays as it is.

    Raises:
        DocumentError: It cannot be read as a Word document.
        ExportError: A kind cannot be taken out, or `out` is the document itself or cannot be written.
    """
    put_in_place({out: remove(_read(path), path, kinds)}, source=path)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnsupportedFormatError(path, f"cannot be read ({error.strerror}); name a Word document") from error
