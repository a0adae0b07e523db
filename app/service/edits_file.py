"""The list of edits that `counterdraft redline` makes, as JSON."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from app.errors import EditsError

_NOT_IN_WORD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2


@dataclass(frozen=True, slots=True)
class Replace:
    """Replace the words `find`; the `occurrence`-th of them, from 1, or the only one."""

    number: int
    find: str
    replace: str
    occurrence: int | None
    comment: str | None


@dataclass(frozen=True, slots=True)
class InsertAfter:
    """Insert paragraphs after the `occurrence`-th that begins with `after`, or the only one."""

    number: int
    after: str
    insert: tuple[str, ...]
    occurrence: int | None
    comment: str | None


@dataclass(frozen=True, slots=True)
class Delete:
    """Delete the `occurrence`-th paragraph that begins with `delete`, or the only one."""

    number: int
    delete: str
    occurrence: int | None
    comment: str | None


Asked = Replace | InsertAfter | Delete
_FIELDS = {
    "find": ("replace", "occurrence", "comment"),
    "after": ("insert", "occurrence", "comment"),
    "delete": ("occurrence", "comment"),
}


def read_edits(path: Path) -> tuple[Asked, ...]:
    """Read the list of edits in the JSON file at `path`; they are numbered from 1.

    Raises:
        EditsError: The file cannot be read, or is no such list; names the first mistake.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise EditsError(f"{path.name}: cannot be read ({error.strerror}); name a file with a list of edits") from error
    except UnicodeDecodeError as error:
        raise EditsError(f"{path.name}: this is not text in UTF-8; save it as UTF-8") from error
    except (json.JSONDecodeError, RecursionError) as error:
        where = f", line {error.lineno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else ""
        raise EditsError(f"{path.name}{where}: this is not JSON; correct it there") from error
    if not isinstance(entries, list):
        raise EditsError(f"{path.name}: a list of edits is due; put them into square brackets, [...]")
    try:
        return tuple(_asked(number, entry) for number, entry in enumerate(entries, start=1))
    except _MistakeError as mistake:
        raise EditsError(f"{path.name}: {mistake}") from mistake


class _MistakeError(Exception):
    """One entry is wrong; says which and how."""


def _asked(number: int, entry: object) -> Asked:
    kinds = [kind for kind in _FIELDS if isinstance(entry, dict) and kind in entry]
    if not isinstance(entry, dict) or len(kinds) != 1:
        raise _MistakeError(f'edit {number}: an object with one of "find", "after" and "delete" is due')
    kind = kinds[0]
    unknown = sorted(set(entry) - {kind, *_FIELDS[kind]})
    if unknown:
        known = ", ".join(f'"{field}"' for field in _FIELDS[kind])
        raise _MistakeError(f'edit {number}: "{unknown[0]}" means nothing beside "{kind}", where {known} may stand')
    fields = _Fields(number, entry)
    comment = fields.text("comment") if entry.get("comment") is not None else None
    if kind == "delete":
        return Delete(number, fields.words("delete"), fields.occurrence(), comment)
    if kind == "after":
        return InsertAfter(number, fields.words("after"), fields.texts("insert"), fields.occurrence(), comment)
    return Replace(number, fields.words("find"), fields.text("replace"), fields.occurrence(), comment)


class _Fields:
    """The fields of one entry, checked as they are read."""

    def __init__(self, number: int, entry: dict[str, object]) -> None:
        self._number = number
        self._entry = entry

    def text(self, name: str) -> str:
        return self._checked(name, self._entry.get(name))

    def words(self, name: str) -> str:
        text = self.text(name)
        if not text.strip():
            raise _MistakeError(f'edit {self._number}: "{name}" holds no words; quote some of the document')
        return text

    def texts(self, name: str) -> tuple[str, ...]:
        texts = self._entry.get(name)
        if not isinstance(texts, list) or not texts:
            raise _MistakeError(f'edit {self._number}: "{name}" must be a list of paragraphs, ["…"]')
        return tuple(self._checked(name, text) for text in texts)

    def occurrence(self) -> int | None:
        count = self._entry.get("occurrence")
        if count is None:
            return None
        if isinstance(count, bool) or not isinstance(count, int) or count < 1:
            raise _MistakeError(f'edit {self._number}: "occurrence" must be a whole number from 1')
        return count

    def _checked(self, name: str, text: object) -> str:
        if not isinstance(text, str):
            raise _MistakeError(f'edit {self._number}: "{name}" must be text, "…"')
        if _NOT_IN_WORD.search(text):
            raise _MistakeError(f'edit {self._number}: "{name}" holds a control character, which Word cannot show')
        return text
