"""Small values of a matter as JSON: decisions, profiles, lists of files.

What is read may come from anyone, so every value is held against the type that it is to have.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields, is_dataclass
from datetime import datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

_Read = TypeVar("_Read")


class WrongValueError(ValueError):
    """A value that is not of the type that it is to have; a mistake of the file, not of the program."""


def written(value: object) -> str:
    """Return a dataclass, a tuple or a text as JSON, in plain ASCII, so that any text fits."""
    plain = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
    return json.dumps(plain, separators=(",", ":"))


def read(text: str, kind: type[_Read]) -> _Read:
    """Return the value of type `kind` that `written` gave.

    Raises:
        WrongValueError: It is none.
    """
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WrongValueError("no JSON") from error
    return cast("_Read", _value(plain, kind))


def plain(text: str) -> str:
    """Return `text` with what is no character written out: names of files can hold bytes that are none."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def read_time(text: str) -> datetime:
    """Return the time that `isoformat` wrote.

    Raises:
        WrongValueError: It is none.
    """
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise WrongValueError("no time") from error


def _value(plain: object, kind: Any) -> object:  # noqa: ANN401 - a type, of which Python has no type
    """Return `plain`, as JSON gave it, as a value of type `kind`."""
    if get_origin(kind) in (Union, UnionType):
        (other,) = (each for each in get_args(kind) if each is not NoneType)
        return None if plain is None else _value(plain, other)
    if get_origin(kind) is Literal:
        if isinstance(plain, str) and plain in get_args(kind):
            return plain
    elif get_origin(kind) is tuple:
        if isinstance(plain, list):
            return _items(plain, get_args(kind))
    elif is_dataclass(kind):
        if isinstance(plain, dict):
            return _fields(plain, cast("type", kind))
    elif type(plain) is kind or (kind is float and type(plain) is int):  # a share may have been typed as 100
        return plain
    raise WrongValueError(f"no {kind}")


def _items(plain: list[object], kinds: tuple[Any, ...]) -> tuple[object, ...]:
    if len(kinds) == 2 and kinds[1] is ...:
        return tuple(_value(item, kinds[0]) for item in plain)
    if len(plain) != len(kinds):
        raise WrongValueError(f"{len(plain)} values for {len(kinds)}")
    return tuple(_value(item, kind) for item, kind in zip(plain, kinds, strict=True))


def _fields(plain: Mapping[str, object], kind: type) -> object:
    kinds, needed = _form(kind)
    if not needed <= plain.keys() <= kinds.keys():
        raise WrongValueError(f"no {kind}")
    return kind(**{name: _value(value, kinds[name]) for name, value in plain.items()})


@cache
def _form(kind: type) -> tuple[dict[str, Any], set[str]]:
    """Return the types of the fields of a dataclass by name, and the names of those without a default."""
    return get_type_hints(kind), {each.name for each in fields(kind) if each.default is MISSING}
