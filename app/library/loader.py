"""Reads a folder of clause files into a ClauseLibrary, or says every mistake with file and line."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from app.errors import LibraryError
from app.library import entries
from app.library.lint import Mistake, lint
from app.library.parsed import ParsedFiles
from app.library.schema import ClauseEntry
from app.model.clause import ClauseLibrary, ClauseType

VERSION_FILE = "VERSION"


def load_library(folder: Path, remembered: Path | None = None) -> ClauseLibrary:
    """Read all clause files (`*.yaml`, sub-folders included) of `folder`, sorted by group and name.

    `remembered` is a file in which parsed clause files are kept for the next load.

    Raises:
        LibraryError: The folder or a file is wrong; it lists all mistakes of all files.
    """
    if not folder.is_dir():
        raise LibraryError([f"{folder}: there is no such folder; give the folder that holds the clause files"])
    paths = sorted(folder.rglob("*.yaml"))
    if not paths:
        raise LibraryError([f"{folder}: holds no clause files (*.yaml)"])
    problems: list[str] = []
    clauses: dict[str, ClauseType] = {}
    parsed = ParsedFiles(remembered)
    digest = hashlib.sha256()
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as error:
            problems.append(f"{path.name}:1: cannot be read: {error.strerror}")
            continue
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + data)
        loaded = _load_file(path, data, parsed)
        if not isinstance(loaded, ClauseType):
            problems.extend(loaded)
        elif loaded.id in clauses:
            problems.append(f"{path.name}:1: id: another folder holds a clause type {loaded.id!r} too")
        else:
            clauses[loaded.id] = loaded
    if problems:
        raise LibraryError(problems)
    parsed.save()
    ordered = sorted(clauses.values(), key=lambda clause: (clause.group, clause.id))
    return ClauseLibrary(_version(folder), digest.hexdigest(), tuple(ordered))


def line_of(path: Path, field: tuple[int | str, ...]) -> int:
    """Return the line (from 1) of `field` in the clause file at `path`, which was loaded before."""
    return _line_of(_with_places(path.read_bytes()), field)


def _version(folder: Path) -> str:
    file = folder / VERSION_FILE
    return file.read_text(encoding="utf-8", errors="replace").strip() if file.is_file() else folder.name


def _load_file(path: Path, data: bytes, parsed: ParsedFiles) -> ClauseType | list[str]:
    """Return the clause type of one file, or its mistakes as lines "file:line: field: message"."""
    known = parsed.get(data)
    fields = _parse(path, data) if known is None else known
    if isinstance(fields, str):
        return [fields]
    mistakes = list(lint(path, fields))
    try:
        entry = ClauseEntry.model_validate(fields)
    except ValidationError as error:
        return _lines(path, data, [*_mistakes_of_form(error), *mistakes])
    if mistakes:
        return _lines(path, data, mistakes)
    parsed.put(data, fields)
    return entries.clause_type(entry)


def _parse(path: Path, data: bytes) -> dict[str, Any] | str:
    """Return the fields of one file, or what is wrong with it as YAML."""
    try:
        fields = YAML(typ="safe", pure=True).load(data.decode("utf-8"))
    except UnicodeDecodeError:
        return f"{path.name}:1: not a text file in UTF-8"
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return f"{path.name}:{mark.line + 1 if mark else 1}: {_first_line(error.problem or error.context)}"
    except RecursionError:
        return f"{path.name}:1: its brackets or lists are nested too deep"
    except (YAMLError, ValueError) as error:  # ValueError: a number or a date that is none
        return f"{path.name}:1: {_first_line(str(error))}"
    return fields if isinstance(fields, dict) else f"{path.name}:1: a clause file holds fields such as 'id: ...'"


def _first_line(message: str | None) -> str:
    return (message or "cannot be read as YAML").strip().splitlines()[0]


def _mistakes_of_form(error: ValidationError) -> Iterator[Mistake]:
    for mistake in error.errors(include_url=False):
        field = tuple(part for part in mistake["loc"] if not _is_union_branch(part))
        yield Mistake(field, mistake["msg"].removeprefix("Value error, "))


def _lines(path: Path, data: bytes, mistakes: list[Mistake]) -> list[str]:
    """Return mistakes as lines "file:line: field: message" in the order of the file."""
    node = _with_places(data)
    placed = sorted((_line_of(node, mistake.field), _dotted(mistake.field), mistake.message) for mistake in mistakes)
    return [f"{path.name}:{line}: {field}: {message}" for line, field, message in placed]


def _is_union_branch(part: int | str) -> bool:
    """Return whether pydantic added `part` to a location to name a member of a union."""
    return part in ("bool", "int", "float", "str")


def _dotted(field: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in field) or "file"


def _with_places(data: bytes) -> Any:
    """Return the fields of a clause file that was parsed before, with their lines; it takes longer than to parse."""
    return YAML(typ="rt").load(data.decode("utf-8"))


def _line_of(node: Any, field: tuple[int | str, ...]) -> int:
    """Return the line (from 1) of the deepest part of `field` that exists."""
    line = int(node.lc.line)
    for key in field:
        if not hasattr(node, "lc") or key not in (node.lc.data or {}):
            break
        line, node = int(node.lc.data[key][0]), node[key]
    return line + 1
