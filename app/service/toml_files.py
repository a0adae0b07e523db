"""TOML files that people write themselves, read and refused in one way.

A message names file and field, what is allowed there and the nearest right word.
"""

import json
import tomllib
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from unicodedata import category

from app.errors import CounterdraftError, ExportError
from app.service.files import put_in_place

_NO_LINE = ("Cc", "Cn", "Cs", "Zl", "Zp")
"""Unicode categories of what no export shows on a line: control characters, line breaks, what is no character."""


def read_toml(
    path: Path, what: str, refusal: type[CounterdraftError], number: Callable[[str], Any] = float
) -> dict[str, Any]:
    """Return the entries of the TOML file at `path`, which messages call `what` ("profile").

    Numbers with a point are read by `number`.

    Raises:
        refusal: It cannot be read, is no text, or no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=number)
    except OSError as error:
        raise refusal(f"{path.name}: the {what} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise refusal(f"{path.name}: the {what} is not a text file; save it as UTF-8") from error
    except RecursionError as error:
        raise refusal(f"{path.name}: the {what} is nested too deeply; take brackets out") from error
    except ValueError as error:  # tomllib's own, and Python's for a number of thousands of digits
        raise refusal(f"{path.name}: the {what} is not valid TOML: {error}") from error


def write_toml(path: Path, text: str, what: str, refusal: type[CounterdraftError]) -> Path:
    """Write `text` to `path` in one step, so that the file is whole at any time; return `path`.

    Raises:
        refusal: It cannot be written.
    """
    try:
        put_in_place({path: text.encode()}, source=path.parent)
    except ExportError as error:
        raise refusal(f"{path.name}: the {what} cannot be saved: {error}") from error
    return path


def toml_value(value: object) -> str:
    """Return `value` as TOML writes it, which for words, numbers, yes or no and lists of them is as JSON does."""
    return json.dumps(value, ensure_ascii=False)


def is_line(value: object) -> bool:
    """Return whether `value` is words on one line, as every export can hold them; "" is."""
    return isinstance(value, str) and not any(category(letter) in _NO_LINE for letter in value)


def shown(value: object) -> str:
    """Return a value as the file has it, cut short."""
    try:
        if isinstance(value, list):
            text = f"[{', '.join(shown(each) for each in value)}]"
        else:
            text = str(value) if isinstance(value, Decimal | date) else repr(value)
    except ValueError:  # a number of more digits than Python writes
        return "a number of thousands of digits"
    return text if len(text) <= 40 else f"{text[:39]}…"


def listed(words: Iterable[str]) -> str:
    """Return `words` as they are named in a message."""
    return ", ".join(f'"{word}"' for word in words)


def suggestion(value: object, known: Iterable[str]) -> str:
    """Return the known word nearest to `value` as a question; "" where none is near."""
    if not isinstance(value, str):
        return ""
    names = tuple(known)
    near = get_close_matches(value.lower(), [name.lower() for name in names], n=1)
    return f'; did you mean "{next(name for name in names if name.lower() == near[0])}"?' if near else ""
