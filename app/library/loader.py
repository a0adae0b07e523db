"""Reads folders of clause files and guidance into a ClauseLibrary, or says every mistake with file and line.

A folder may extend another: its clause files add clause types, or change those of the other by id, field by field.
"""

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from app.errors import LibraryError
from app.library import entries
from app.library.files import lines, mistakes_of_form, parse
from app.library.forms import load_families, load_forms
from app.library.guidance_schema import GuidanceFile, LibraryFile
from app.library.lint import Mistake, lint
from app.library.parsed import ParsedFiles
from app.library.schema import ClauseEntry
from app.model.clause import ClauseType, DocumentType, Pack
from app.model.forms import Family, StandardForm
from app.model.guidance import Argument, ComparisonTable, Measure
from app.model.library import ClauseLibrary

LIBRARY_FILE = "library.yaml"
GUIDANCE_FOLDER = "guidance"
FORMS_FOLDER, FAMILIES_FOLDER = "forms", "families"
_OTHER_FOLDERS = (GUIDANCE_FOLDER, FORMS_FOLDER, FAMILIES_FOLDER)
_Read = TypeVar("_Read", StandardForm, Family)
_Known = TypeVar("_Known", Measure, Argument, ComparisonTable)


@dataclass(slots=True)
class _Gathered:
    """What was read of the folders so far.

    Attributes:
        fields: Of each clause type by id, with those that a later folder changed.
        files: The last file of each clause type, and its bytes.
        packs: Of each clause type the folder it lies in.
    """

    problems: list[str] = field(default_factory=list)
    fields: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, tuple[Path, bytes]] = field(default_factory=dict)
    packs: dict[str, str] = field(default_factory=dict)
    heads: list[LibraryFile] = field(default_factory=list)
    guidance: list[GuidanceFile] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)


def load_library(folder: Path, base: Path | None = None, remembered: Path | None = None) -> ClauseLibrary:
    """Read the library in `folder`; where it extends the one in `base`, both.

    `remembered` is a file in which parsed files are kept for the next load.

    Raises:
        LibraryError: A folder or a file is wrong; it lists all mistakes of all files.
    """
    parsed = ParsedFiles(remembered)
    gathered = _Gathered()
    folders = folders_of(folder, base)
    for each in folders:
        _gather(each, parsed, gathered)
    known = (_loaded(load_forms, each / FORMS_FOLDER, parsed, gathered) for each in folders)
    forms = {form.id: form for some in known for form in some}
    related = (_loaded(load_families, each / FAMILIES_FOLDER, parsed, gathered) for each in folders)
    families = {family.id: family for some in related for family in some}
    packs = _packs(gathered.heads)
    clauses = [clause for name in gathered.fields for clause in _clause(name, gathered, packs)]
    if gathered.problems:
        raise LibraryError(gathered.problems)
    parsed.save()
    left_out = {clause for head in gathered.heads for clause in head.leave_out}
    kept = [clause for clause in clauses if clause.id not in left_out]
    return ClauseLibrary(
        version=" + ".join(head.version for head in gathered.heads if head.version) or folder.name,
        sha256=gathered.digest.hexdigest(),
        clauses=tuple(sorted(kept, key=lambda clause: (clause.group, clause.id))),
        title=next((head.title for head in reversed(gathered.heads) if head.title), folder.name),
        effective=max((date.fromisoformat(head.effective) for head in gathered.heads if head.effective), default=None),
        packs=packs,
        claims=tuple(entries.claim(each) for file in gathered.guidance for each in file.claims),
        measures=_latest(entries.measure(each) for file in gathered.guidance for each in file.measures),
        arguments=_latest(entries.argument(each) for file in gathered.guidance for each in file.arguments),
        tables=_latest(entries.table(each) for file in gathered.guidance for each in file.tables),
        forms=tuple(forms.values()),
        families=tuple(families.values()),
    )


def folders_of(folder: Path, base: Path | None) -> tuple[Path, ...]:
    """Return the folders that make the library in `folder`: before it `base`, unless it stands on its own."""
    if base is None or base.resolve() == folder.resolve():
        return (folder,)
    head = _head(folder, [])
    return (folder,) if head is not None and head.extends == "none" else (base, folder)


def clause_files(folder: Path) -> list[Path]:
    """Return the clause files of `folder`, sub-folders included, in order of name."""
    return sorted(
        path
        for path in folder.rglob("*.yaml")
        if path.relative_to(folder).parts[0] not in _OTHER_FOLDERS and path != folder / LIBRARY_FILE
    )


def _gather(folder: Path, parsed: ParsedFiles, gathered: _Gathered) -> None:
    """Add what lies in `folder` to what was read before."""
    if not folder.is_dir():
        gathered.problems.append(f"{folder}: there is no such folder; give the folder that holds the clause files")
        return
    paths = clause_files(folder)
    if not any(path.is_file() for path in folder.rglob("*.yaml")):
        gathered.problems.append(f"{folder}: holds no clause files (*.yaml)")
    head = _head(folder, gathered.problems)
    gathered.heads.append(head or LibraryFile())
    seen: set[str] = set()
    for path in sorted([*paths, *guidance_files(folder), *(p for p in (folder / LIBRARY_FILE,) if p.is_file())]):
        try:
            data = path.read_bytes()
        except OSError as error:
            gathered.problems.append(f"{path.name}:1: cannot be read: {error.strerror}")
            continue
        gathered.digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + data)
        if path.name == LIBRARY_FILE and path.parent == folder:
            continue
        fields = parsed.get(data)
        if fields is None:
            read = parse(path, data)
            if isinstance(read, str):
                gathered.problems.append(read)
                continue
            fields = read
        if path not in paths:
            _add_guidance(path, data, fields, gathered)
        elif (name := path.stem) in seen:
            gathered.problems.append(f"{path.name}:1: id: another folder holds a clause type {name!r} too")
            continue
        else:
            seen.add(name)
            gathered.fields[name] = _merged(gathered.fields.get(name, {}), fields)
            gathered.files[name] = (path, data)
            gathered.packs.setdefault(name, path.parent.name if path.parent != folder else "")
        parsed.put(data, fields)
    gathered.problems.extend(_unknown_left_out(folder / LIBRARY_FILE, gathered))


def _unknown_left_out(path: Path, gathered: _Gathered) -> list[str]:
    """Return what the library read last leaves out although there is no such clause type, as mistakes in `path`."""
    unknown = [
        Mistake(("leave_out", place), f"there is no clause type {name!r} that could be left out")
        for place, name in enumerate(gathered.heads[-1].leave_out)
        if name not in gathered.fields
    ]
    return lines(path, path.read_bytes(), unknown) if unknown else []


def _merged(earlier: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a clause type as a later library changes them.

    Where it has other positions and no examples of its own, the levels and rungs of the earlier examples say nothing
    any more.
    """
    merged = {**earlier, **fields}
    if earlier and "positions" in fields and "examples" not in fields and isinstance(earlier.get("examples"), dict):
        merged["examples"] = {
            kind: [{key: value for key, value in each.items() if key not in ("level", "rung")} for each in examples]
            for kind, examples in earlier["examples"].items()
        }
    return merged


def _clause(name: str, gathered: _Gathered, packs: Sequence[Pack]) -> Iterator[ClauseType]:
    """Yield the clause type `name`; where it has mistakes, add them to the problems and yield nothing."""
    fields = gathered.fields[name]
    path, data = gathered.files[name]
    mistakes = list(lint(path, fields))
    try:
        entry = ClauseEntry.model_validate(fields)
    except ValidationError as error:
        gathered.problems.extend(lines(path, data, [*mistakes_of_form(error), *mistakes]))
        return
    if mistakes:
        gathered.problems.extend(lines(path, data, mistakes))
        return
    pack = next((each for each in packs if each.id == gathered.packs[name]), None)
    documents = tuple(entry.applies.documents) or (pack.documents if pack else ())
    if problem := _documents_problem(documents, pack):
        gathered.problems.extend(lines(path, data, [Mistake(("applies", "documents"), problem)]))
        return
    yield entries.clause_type(entry, pack.id if pack else "", documents)


def _documents_problem(documents: tuple[DocumentType, ...], pack: Pack | None) -> str:
    """Return what is wrong with the types of document in which the absence of a clause type is to mean something."""
    if not documents:
        return "name the types of document, or put the file in the folder of a pack"
    others = [each for each in documents if pack is not None and each not in pack.documents]
    return f"{others[0]!r} is no document of its pack {pack.id!r} (library.yaml)" if pack is not None and others else ""


def _loaded(
    load: Callable[[Path, ParsedFiles], tuple[_Read, ...]], folder: Path, parsed: ParsedFiles, gathered: _Gathered
) -> tuple[_Read, ...]:
    """Return the standard forms or families in `folder`; add its mistakes to the problems."""
    for path in sorted(folder.glob("*.yaml")):
        with contextlib.suppress(OSError):  # which the reader of the files tells
            gathered.digest.update(f"{folder.name}/{path.name}".encode() + b"\0" + path.read_bytes())
    try:
        return load(folder, parsed)
    except LibraryError as error:
        gathered.problems.extend(error.problems)
        return ()


def _head(folder: Path, problems: list[str]) -> LibraryFile | None:
    """Return what `library.yaml` says; None without one, or where it is wrong, which is added to `problems`."""
    path = folder / LIBRARY_FILE
    if not path.is_file():
        return None
    try:
        data = path.read_bytes()
    except OSError:  # which the reader of the files tells
        return None
    fields = parse(path, data)
    if isinstance(fields, str):
        problems.append(fields)
        return None
    try:
        return LibraryFile.model_validate(fields)
    except ValidationError as error:
        problems.extend(lines(path, data, mistakes_of_form(error)))
        return None


def guidance_files(folder: Path) -> list[Path]:
    """Return the files of guidance of `folder`, in order of name."""
    return sorted((folder / GUIDANCE_FOLDER).glob("*.yaml"))


def _add_guidance(path: Path, data: bytes, fields: dict[str, Any], gathered: _Gathered) -> None:
    try:
        gathered.guidance.append(GuidanceFile.model_validate(fields))
    except ValidationError as error:
        gathered.problems.extend(lines(path, data, mistakes_of_form(error)))


def _packs(heads: Sequence[LibraryFile]) -> tuple[Pack, ...]:
    found = {
        name: Pack(name, entry.title, tuple(entry.documents)) for head in heads for name, entry in head.packs.items()
    }
    return tuple(found.values())


def _latest(found: Iterator[_Known]) -> tuple[_Known, ...]:
    """Return pieces of guidance, of those with the same id the last."""
    return tuple({piece.id: piece for piece in found}.values())
