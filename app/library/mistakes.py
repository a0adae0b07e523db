"""What YAML and pydantic find wrong with a file, in the words of those who write clause files."""

import re
from difflib import get_close_matches
from functools import cache

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from app.library import schema

_OF_KIND = {
    "missing": "is missing",
    "list_type": "must be a list: in square brackets, or one entry a line, each behind '- '",
    "int_type": "must be a number, without quotation marks",
    "float_type": "must be a number, without quotation marks",
    "bool_type": "must be true or false, without quotation marks",
    "dict_type": "must hold fields, one a line, as in 'name: value'",
    "model_type": "must hold fields, one a line, as in 'name: value'",
    "too_short": "must not be empty",
    "string_too_short": "must not be empty",
}
_OF_YAML = (
    ("character '\\t'", "a tab; begin the line with blanks, as many as its neighbours have"),
    ("mapping values are not allowed", "a colon within words; put the words in quotation marks"),
    ("found duplicate key", "the field {0} stands twice; keep one"),
    ("expected ',' or", "a list or a pair of braces is not closed, or lacks a comma between two entries"),
    ("that cannot start any token", "words that begin with {0} must stand in quotation marks"),
    ("unknown escape character", "a backslash within quotation marks; write it twice, or use ' for the marks"),
    ("could not find expected ':'", "a field lacks its colon, or words on this or the line above lack quotation marks"),
    ("found unexpected end of stream", "quotation marks or brackets are opened and not closed"),
    (
        "expected <block end>",
        "does not fit the lines above: quotation marks or braces in a wrong place, or other blanks at its start",
    ),
)


def message_of_form(mistake: ErrorDetails) -> str:
    """Return what is wrong with a field, and what may stand there."""
    kind, value = mistake["type"], mistake["input"]
    if kind == "extra_forbidden":
        name = str(mistake["loc"][-1])
        return f"is no field that belongs here{_nearest(name, _field_names())}"
    if kind == "literal_error":
        expected = str(mistake["ctx"]["expected"])
        near = _nearest(str(value), tuple(re.findall(r"'([^']*)'", expected)))
        return f"must be {expected}, not {value!r}{near}"
    if kind == "string_type":
        return "is empty" if value is None else f"must be words; put {value!r} in quotation marks"
    if kind == "string_pattern_mismatch":
        what = "one letter from A to H" if value and len(str(value)) == 1 else "small letters, digits and hyphens"
        return f"must be {what}, not {value!r}"
    return _OF_KIND.get(kind, mistake["msg"].removeprefix("Value error, "))


def message_of_yaml(problem: str) -> str:
    """Return what keeps a file from being read, and what to do; `problem` is what the YAML reader says."""
    quoted = re.search(r'"[^"]*"|\'[^\']*\'', problem)
    for part, message in _OF_YAML:
        if part in problem:
            return message.format(quoted[0] if quoted else "this")
    return problem


def _nearest(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name.lower(), known, n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


@cache
def _field_names() -> tuple[str, ...]:
    """Return the names of all fields that a clause file, guidance or `library.yaml` may hold."""
    forms = [form for form in vars(schema).values() if isinstance(form, type) and issubclass(form, BaseModel)]
    names = {field.alias or name for form in forms for name, field in form.model_fields.items()}
    return tuple(sorted(names))
