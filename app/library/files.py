"""One YAML file of a library to plain fields, and mistakes in it to lines "file:line: field: message"."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import inf
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from app.library.lint import Mistake
from app.library.mistakes import message_of_form, message_of_yaml

_LARGEST = 5_000_000
"""Bytes of one file."""
_MOST = 200_000
"""Values of one file, its aliases written out: a few written in a chain could stand for more than any machine holds."""


def parse(path: Path, data: bytes) -> dict[str, Any] | str:
    """Return the fields of one file, or what is wrong with it as YAML."""
    try:
        fields = _loaded(data)
    except UnicodeDecodeError:
        return f"{path.name}:1: not a text file in UTF-8"
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return f"{path.name}:{mark.line + 1 if mark else 1}: {_first_line(error.problem or error.context)}"
    except RecursionError:
        return f"{path.name}:1: its brackets or lists are nested too deep"
    except (YAMLError, ValueError) as error:  # ValueError: a date that is none, or what is too much
        return f"{path.name}:1: {_first_line(str(error))}"
    return fields if isinstance(fields, dict) else f"{path.name}:1: a clause file holds fields such as 'id: ...'"


def _loaded(data: bytes) -> Any:
    """Return what the bytes of a file hold.

    Raises:
        ValueError: It is more than any file of a library holds.
    """
    if len(data) > _LARGEST:
        raise ValueError(f"has more than {_LARGEST:,} bytes, which is no file of a library; divide or shorten it")
    fields = YAML(typ="safe", pure=True).load(data.decode("utf-8"))
    if _weight(fields, {}) > _MOST:
        raise ValueError("its aliases (*) stand for more than a library can hold; write out what they stand for")
    return fields


def _weight(value: Any, known: dict[int, float]) -> float:
    """Return how many values `value` holds with all its aliases written out; without end where it holds itself."""
    if not isinstance(value, dict | list):
        return 1
    if id(value) not in known:
        known[id(value)] = inf
        members = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + sum(_weight(member, known) for member in members)
    return known[id(value)]


def mistakes_of_form(error: ValidationError) -> Iterator[Mistake]:
    """Yield what pydantic found wrong, each with the field as the author knows it."""
    for mistake in error.errors(include_url=False):
        field = tuple(part for part in mistake["loc"] if not _is_union_branch(part))
        yield Mistake(field, message_of_form(mistake))


def lines(path: Path, data: bytes, mistakes: Iterable[Mistake]) -> list[str]:
    """Return mistakes as lines "file:line: field: message" in the order of the file."""
    node = _with_places(data)
    placed = sorted((_line_of(node, mistake.field), _dotted(mistake.field), mistake.message) for mistake in mistakes)
    return [f"{path.name}:{line}: {field}: {message}" for line, field, message in placed]


def _first_line(message: str | None) -> str:
    return message_of_yaml((message or "cannot be read as YAML").strip().splitlines()[0])


def _is_union_branch(part: int | str) -> bool:
    """Return whether pydantic added `part` to a location to name a member of a union."""
    return part in ("bool", "int", "float", "str")


def _dotted(field: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in field) or "file"


@lru_cache(maxsize=8)
def _with_places(data: bytes) -> Any:
    """Return the fields of a file that was parsed before, with their lines; it takes longer than to parse."""
    return YAML(typ="rt").load(data.decode("utf-8"))


def _line_of(node: Any, field: tuple[int | str, ...]) -> int:
    """Return the line (from 1) of the deepest part of `field` that exists."""
    line = int(node.lc.line)
    for key in field:
        if not hasattr(node, "lc") or key not in (node.lc.data or {}):
            break
        line, node = int(node.lc.data[key][0]), node[key]
    return line + 1
