"""What leaves with a Word file, and copies of it without what need not leave."""

from collections.abc import Collection
from pathlib import Path

from app.errors import ExportError
from app.export.inspection.inspect import inspect
from app.export.inspection.remove import REMOVABLE, remove
from app.model.inspection import Inspection, ItemKind
from app.ooxml.package import open_package
from app.service.endings import check_ending
from app.service.files import put_in_place, read_word_file

__all__ = ["ALL", "REMOVABLE", "check_kinds", "inspect", "inspect_file", "taken_out", "without", "write_without"]

ALL = "all"
"""Stands for every kind that can be taken out of a file."""


def inspect_file(path: Path) -> Inspection:
    """Return what leaves with the Word file at `path`, most telling first.

    Raises:
        DocumentError: It cannot be read as a Word document.
    """
    return inspect(read_word_file(path), path)


def check_kinds(names: Collection[str]) -> None:
    """Check that each of `names` is a kind that can be taken out, or `ALL`.

    Raises:
        ExportError: One is not.
    """
    for name in names:
        if name not in (*REMOVABLE, ALL):
            raise ExportError(
                f"{name} cannot be taken out; what can: {', '.join((*REMOVABLE, ALL))}. Tracked changes are accepted "
                "or rejected with `counterdraft resolve`; of others `counterdraft inspect` gives the reason"
            )


def without(data: bytes, path: Path, names: Collection[str], *, ours: Collection[str] = ()) -> bytes:
    """Return the Word file `data`, read from `path`, without what it holds of the kinds `names`.

    Comments with the ids `ours` stay, and whatever the words need.

    Raises:
        DocumentError: It is no Word file that can be read.
        ExportError: One of `names` cannot be taken out, or not of this file.
    """
    check_kinds(names)
    if not names:
        return data
    kinds = [kind for kind in REMOVABLE if kind in names]
    if ALL in names:
        removable = {item.kind for item in inspect(data, path).items if item.removable}
        kinds = [kind for kind in REMOVABLE if kind in removable or kind in names]
    return remove(data, path, kinds, ours=ours)


def taken_out(before: bytes, after: bytes, path: Path) -> tuple[ItemKind, ...]:
    """Return the kinds of which the Word file `after` holds less than `before`, of which it is a copy without some.

    Raises:
        DocumentError: One of them is no Word file that can be read.
    """
    if before == after:
        return ()
    had, has = ([item for item in inspect(data, path).items if item.kind in REMOVABLE] for data in (before, after))
    changed = {item.kind for item in had if item not in has}
    return tuple(kind for kind in REMOVABLE if kind in changed)


def write_without(path: Path, names: Collection[str], out: Path) -> tuple[ItemKind, ...]:
    """Write the Word file at `path` to `out` without what it holds of the kinds `names`, and return what that was.

    All else stays as it is.

    Raises:
        DocumentError: It cannot be read as a Word document.
        ExportError: One of `names` cannot be taken out, or `out` is the document itself, ends as no such file
            or cannot be written.
    """
    check_kinds(names)
    data = read_word_file(path)
    check_ending(out, open_package(data, path))
    cleaned = without(data, path, names)
    put_in_place({out: cleaned}, source=path)
    return taken_out(data, cleaned, path)
