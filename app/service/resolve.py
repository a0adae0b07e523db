"""The tracked changes of a Word file: listed, accepted and rejected."""

from collections.abc import Collection, Sequence
from pathlib import Path

from app.errors import ExportError
from app.export.receipt_text import KINDS, part_name, words_of
from app.model.receipt import TrackedChange
from app.ooxml.census import tracked_changes
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.ranges import Choice, with_other_halves
from app.ooxml.resolution import settle
from app.ooxml.resolver import every, revised_parts
from app.service.endings import check_ending
from app.service.files import put_in_place, read_word_file

__all__ = ["KINDS", "changes_of", "part_name", "resolve", "words_of"]

_SHOWN = 12  # ids or names in a message


def changes_of(path: Path) -> tuple[TrackedChange, ...]:
    """Return the tracked changes of the Word file at `path`, part by part in document order.

    Raises:
        DocumentError: It cannot be read as a Word document.
    """
    return tracked_changes(open_package(read_word_file(path), path))


def resolve(
    path: Path, out: Path, *, accepting: bool, authors: Collection[str] = (), revisions: Collection[str] = ()
) -> tuple[TrackedChange, ...]:
    """Write the Word file at `path` to `out` with tracked changes accepted or rejected; return those.

    All of them, or those by one of `authors` and with one of the ids `revisions`, as far as these are given. A move
    is resolved whole: its other half goes with each half chosen.

    Raises:
        DocumentError: The file cannot be read as a Word document.
        ExportError: There is no such author or id, or `out` is the document itself, ends as no such file
            or cannot be written.
    """
    package = open_package(read_word_file(path), path)
    check_ending(out, package)
    changes = tracked_changes(package)
    _refuse_unknown(path, "no tracked change is by", authors, [change.author for change in changes])
    _refuse_unknown(path, "no tracked change has the id", revisions, [change.id for change in changes])
    for part in revised_parts(package) if revisions else ():
        revisions = with_other_halves(package.tree(part), revisions)
    chosen = tuple(
        change
        for change in changes
        if (not authors or change.author in authors) and (not revisions or change.id in revisions)
    )
    if not chosen and changes:
        raise ExportError(f"{path.name}: no tracked change has both such an author and such an id; nothing was written")
    settle(package, accepting=accepting, choice=_choice(authors, revisions))
    put_in_place({out: package.save()}, source=path)
    return chosen


def _choice(authors: Collection[str], revisions: Collection[str]) -> Choice:
    if not authors and not revisions:
        return every
    return lambda mark: (
        (not authors or mark.get(w("author"), "") in authors) and (not revisions or mark.get(w("id")) in revisions)
    )


def _refuse_unknown(path: Path, problem: str, asked: Collection[str], there: Sequence[str]) -> None:
    known = list(dict.fromkeys(there))
    for name in asked:
        if name not in known:
            shown = ", ".join(each or "(no name)" for each in known[:_SHOWN]) + (", …" if len(known) > _SHOWN else "")
            has = f"there are {shown}" if known else "the file has no tracked changes"
            raise ExportError(f"{path.name}: {problem} {name}; {has}; nothing was written")
