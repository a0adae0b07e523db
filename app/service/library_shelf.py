"""The clause library entry by entry, for those who read and write it; and wording of it to begin with."""

from pathlib import Path

from app.errors import CounterdraftError
from app.library.files import parse
from app.library.loader import clause_files
from app.library.skeleton import new_entry
from app.library.written import as_yaml
from app.model.authoring import Shelf, ShelfEntry
from app.model.clause import ClauseType
from app.paths import data_dir
from app.service.jobs import Report, silent
from app.service.library_overlay import library_with
from app.service.settings import load_clause_library

_NEVER_CHANGED = ("id",)


def read_shelf(folder: Path | None, report: Report = silent) -> Shelf:  # noqa: ARG001 - a job of the window
    """Return the library that `folder` extends; files of it with mistakes are named and left out."""
    bundled = {clause.id: clause for clause in load_clause_library(None).clauses}
    if folder is None or not folder.is_dir():
        library = load_clause_library(None)
        gone = () if folder is None else (f"{folder}: there is no such folder; choose another",)
        entries = tuple(ShelfEntry(clause.id, clause, clause) for clause in library.clauses)
        return Shelf(library.version, library.title, entries, library.packs, None, gone)
    library, problems = library_with(folder, {})
    files = {path.stem: path for path in clause_files(folder)}
    for draft in sorted(folder.glob("*.yaml.draft")):  # of an entry that was begun and never saved
        path = draft.with_suffix("")
        if path.stem not in bundled:
            files.setdefault(path.stem, path)
    clauses = {clause.id: clause for clause in library.clauses}
    names = [*clauses, *(name for name in (*bundled, *files) if name not in clauses)]
    return Shelf(
        version=library.version,
        title=library.title,
        entries=tuple(_entry(name, clauses, bundled, files.get(name)) for name in dict.fromkeys(names)),
        packs=library.packs,
        folder=folder,
        problems=problems,
    )


def _entry(name: str, clauses: dict[str, ClauseType], bundled: dict[str, ClauseType], path: Path | None) -> ShelfEntry:
    fields = parse(path, path.read_bytes()) if path is not None and path.is_file() else {}
    changed = tuple(map(str, fields)) if isinstance(fields, dict) else ()
    return ShelfEntry(
        id=name,
        clause=clauses.get(name),
        bundled=bundled.get(name),
        path=path,
        changed=tuple(field for field in changed if field not in _NEVER_CHANGED),
        is_left_out=name not in clauses and name in bundled,
    )


def changed_entry(name: str, fields: tuple[str, ...], report: Report = silent) -> str:  # noqa: ARG001
    """Return the text of a file that sets `fields` of the bundled entry `name`, as they are there."""
    known = _bundled_fields(name)
    remark = f"# Changes {name} of the bundled library, field by field: what stands here replaces the whole field.\n"
    return remark + as_yaml({field: known[field] for field in fields if field in known}).decode()


def rung_wording(name: str, rung: int, report: Report = silent) -> str:  # noqa: ARG001
    """Return the edits and the clause of position `rung`, from 0, of the bundled entry `name`."""
    position = _bundled_fields(name)["positions"]
    chosen = position[rung] if isinstance(position, list) else {}
    return as_yaml({field: chosen[field] for field in ("edits", "clause") if field in chosen}).decode()


def begun_entry(name: str, title: str, group: str, report: Report = silent) -> str:  # noqa: ARG001
    """Return the text of a new entry: a small one that works, with a remark at each part.

    Raises:
        CounterdraftError: There can be no such id or group, or it is taken.
    """
    if any(path.stem == name for path in clause_files(data_dir("clause_library"))):
        raise CounterdraftError(f"{name!r} is an entry of the bundled library; choose another id, or change that entry")
    return new_entry(name, title=title, group=group)


def _bundled_fields(name: str) -> dict[str, object]:
    path = next((path for path in clause_files(data_dir("clause_library")) if path.stem == name), None)
    fields = parse(path, path.read_bytes()) if path is not None else None
    if not isinstance(fields, dict):
        raise CounterdraftError(f"{name!r} is no entry of the bundled library")
    return fields
