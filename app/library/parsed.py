"""Clause files as plain data, remembered between runs: reading YAML takes ten times as long as checking it."""

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any


class ParsedFiles:
    """What clause files without mistakes held, by the hash of their bytes.

    It is a convenience only: a file that cannot be read or written is passed over, and what it holds is checked
    again on every load.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._known = _read(file)
        self._used: dict[str, Any] = {}

    def get(self, data: bytes) -> dict[str, Any] | None:
        """Return the fields of the file with the bytes `data`; None where they are not known."""
        fields = self._known.get(_key(data))
        return fields if isinstance(fields, dict) else None

    def put(self, data: bytes, fields: dict[str, Any]) -> None:
        """Remember the fields of the file with the bytes `data`."""
        self._used[_key(data)] = fields

    def save(self) -> None:
        """Write what this load used, if that is not what is written already."""
        if self._file is None or self._used == self._known:
            return
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._file.parent, suffix=".tmp")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(self._used, file)
            Path(name).replace(self._file)


def _key(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _read(file: Path | None) -> dict[str, Any]:
    try:
        known = json.loads(file.read_text(encoding="utf-8")) if file is not None else {}
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
