"""The list of answers that `counterdraft rounds` writes into a returned file, as JSON."""

import json
import re
from pathlib import Path
from typing import get_args

from app.errors import EditsError
from app.model.rounds import AnswerVerb, PointAnswer

_NOT_IN_WORD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2
_FIELDS = ("point", "answer", "words", "rung", "comment")


def read_answers(path: Path) -> tuple[PointAnswer, ...]:
    """Read the list of answers in the JSON file at `path`.

    Raises:
        EditsError: The file cannot be read, or is no such list; names the first mistake.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise EditsError(
            f"{path.name}: cannot be read ({error.strerror}); name a file with a list of answers"
        ) from error
    except UnicodeDecodeError as error:
        raise EditsError(f"{path.name}: this is not text in UTF-8; save it as UTF-8") from error
    except (json.JSONDecodeError, RecursionError) as error:
        where = f", line {error.lineno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else ""
        raise EditsError(f"{path.name}{where}: this is not JSON; correct it there") from error
    if not isinstance(entries, list):
        raise EditsError(f"{path.name}: a list of answers is due; put them into square brackets, [...]")
    answers = []
    for number, entry in enumerate(entries, start=1):
        try:
            answers.append(_answer(entry))
        except _MistakeError as mistake:
            raise EditsError(f"{path.name}: answer {number}: {mistake}") from mistake
    return tuple(answers)


class _MistakeError(Exception):
    """One entry is wrong; says how."""


def _answer(entry: object) -> PointAnswer:
    if not isinstance(entry, dict):
        raise _MistakeError('an object with "point" and "answer" is due')
    unknown = sorted(set(entry) - set(_FIELDS))
    if unknown:
        known = ", ".join(f'"{field}"' for field in _FIELDS)
        raise _MistakeError(f'"{unknown[0]}" means nothing; there are {known}')
    verb: AnswerVerb | None = next((each for each in get_args(AnswerVerb) if each == entry.get("answer")), None)
    if verb is None:
        raise _MistakeError(f'"answer" must be one of {", ".join(get_args(AnswerVerb))}')
    words = None if entry.get("words") is None else _text(entry, "words")
    rung = entry.get("rung")
    if rung is not None and (isinstance(rung, bool) or not isinstance(rung, int) or rung < 0):
        raise _MistakeError('"rung" must be a whole number from 0, the preferred position')
    if (words is not None or rung is not None) and verb != "counter":
        raise _MistakeError('"words" and "rung" are for a counter')
    if words is not None and rung is not None:
        raise _MistakeError('give "words" of your own or a "rung" of the library, not both')
    comment = _text(entry, "comment") if entry.get("comment") is not None else ""
    if verb == "comment" and not comment.strip():
        raise _MistakeError('"comment" is missing')
    return PointAnswer(_text(entry, "point"), verb, words, rung, comment)


def _text(entry: dict[str, object], name: str) -> str:
    text = entry.get(name)
    if not isinstance(text, str):
        raise _MistakeError(f'"{name}" must be text, "…"')
    if _NOT_IN_WORD.search(text):
        raise _MistakeError(f'"{name}" holds a control character, which Word cannot show')
    return text
