"""Values of a clause file as the text of one cell, and back: what people edit who have no editor for YAML."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

_PLAIN = re.compile(r"[A-Za-z][\w /&().'’-]*")
_SIZES = {"at_least": "at least", "at_most": "at most"}
_TEST = re.compile(
    r"(?P<whose>our )?(?P<key>\S+) (?:is (?P<stated>not stated|stated)"
    r"|clear of our (?P<field>\S+) by (?P<percent>\S+) %"
    r"|(?P<how>is not|is|one of|includes|at least|at most) (?P<value>.+))",
    re.DOTALL,
)
_AND = re.compile(r" and (?=(?:our )?\S+ (?:is|clear of our|one of|includes|at least|at most) )")
_HOW_TO_TEST = (
    "write a test a line, such as “cure_days at least 30”, “automatic is false”, “our use is commercial”, "
    "“owner one of customer, both”, “notice_days is stated”"
)


class CellError(ValueError):
    """A cell does not say what it should; the message says what it may."""


@dataclass(frozen=True, slots=True)
class Codec:
    """How a value is written into a cell, and read from one that is not blank.

    Attributes:
        read: It raises CellError.
    """

    write: Callable[[Any], str]
    read: Callable[[str], Any]


def write_scalar(value: object) -> str:
    """Return yes or no, a number or words so that they are read again as what they are."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = str(value)
    return text if _PLAIN.fullmatch(text) and read_scalar(text) == text else json.dumps(text, ensure_ascii=False)


def read_scalar(text: str) -> object:
    """Return what `text` says: true or false, a number, or words."""
    try:
        value = YAML(typ="safe", pure=True).load(text)
    except (YAMLError, ValueError):
        value = text
    return value if isinstance(value, bool | int | float | str) else text


def write_test(test: dict[str, Any]) -> str:
    """Return one test: "cure_days at least 30"."""
    subject = f"our {test['profile']}" if "profile" in test else str(test.get("fact", ""))
    name, operand = next((name, value) for name, value in test.items() if name not in ("fact", "profile"))
    if name == "stated":
        return f"{subject} is {'stated' if operand else 'not stated'}"
    if name == "clear_of_profile":
        field, percent = next(iter(operand.items()))
        return f"{subject} clear of our {field} by {percent!r} %"
    if name in ("one_of", "includes"):
        return f"{subject} {name.replace('_', ' ')} {', '.join(map(write_scalar, operand))}"
    return f"{subject} {_SIZES.get(name, name.replace('_', ' '))} {write_scalar(operand)}"


def read_test(text: str) -> dict[str, Any]:
    """Return the test that `text` is.

    Raises:
        CellError: It is none.
    """
    found = _TEST.fullmatch(" ".join(text.split()))
    if found is None:
        raise CellError(f"“{text}” is no test; {_HOW_TO_TEST}")
    subject = {"profile" if found["whose"] else "fact": found["key"]}
    if found["stated"]:
        return {**subject, "stated": found["stated"] == "stated"}
    if found["field"]:
        return {**subject, "clear_of_profile": {found["field"]: _number(found["percent"])}}
    name = found["how"].replace(" ", "_")
    if name in ("one_of", "includes"):
        return {**subject, name: _several(found["value"])}
    if name in _SIZES:
        return {**subject, name: _number(found["value"])}
    return {**subject, name: read_scalar(found["value"])}


def _number(text: str) -> object:
    value = read_scalar(text)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise CellError(f"{text!r} is no number")
    return value


def _several(text: str) -> list[object]:
    try:
        values = YAML(typ="safe", pure=True).load(f"[{text}]")
    except (YAMLError, ValueError) as error:
        raise CellError(f"{text!r} is no list of values with commas between them") from error
    return [value for value in values if isinstance(value, bool | int | float | str)]


def _write_lines(values: list[str]) -> str:
    return "\n".join(values)


def _read_lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _write_names(names: list[str]) -> str:
    return ", ".join(names)


def _read_names(text: str) -> list[str]:
    return [name.strip() for name in re.split(r"[,\n]", text) if name.strip()]


def _write_tests(tests: list[dict[str, Any]]) -> str:
    return "\n".join(map(write_test, tests))


def _read_tests(text: str) -> list[dict[str, Any]]:
    return [read_test(line) for line in _read_lines(text)]


def _write_paragraphs(texts: list[str]) -> str:
    return "\n".join(" ".join(text.split()) for text in texts)


def _pairs(text: str) -> list[tuple[str, str]]:
    pairs = []
    for line in _read_lines(text):
        name, equals, value = line.partition("=")
        if not equals or not name.strip():
            raise CellError(f"“{line}” is no pair; write a line each such as “cure_days = 30”")
        pairs.append((name.strip(), value.strip()))
    return pairs


def _write_options(options: dict[str, list[str]]) -> str:
    return "\n".join(
        line for name, some in options.items() for line in ([f"{name} = {one}" for one in some] or [f"{name} ="])
    )


def _read_options(text: str) -> dict[str, list[str]]:
    options: dict[str, list[str]] = {}
    for name, value in _pairs(text):
        options.setdefault(name, []).extend([value] if value else [])
    return options


def _read_answers(text: str) -> dict[str, Any]:
    """Return answers of a profile; a value in square brackets is several."""
    answers: dict[str, Any] = {}
    for name, value in _pairs(text):
        is_list = value.startswith("[") and value.endswith("]")
        answers[name] = _several(value[1:-1]) if is_list else read_scalar(value)
    return answers


def _write_answers(answers: dict[str, Any]) -> str:
    return "\n".join(
        f"{name} = [{', '.join(map(write_scalar, value))}]"
        if isinstance(value, list)
        else f"{name} = {write_scalar(value)}"
        for name, value in answers.items()
    )


def _write_cases(cases: list[dict[str, Any]]) -> str:
    return "\n".join(f"{case['severity']} if {' and '.join(map(write_test, case['if']))}" for case in cases)


def _read_cases(text: str) -> list[dict[str, Any]]:
    cases = []
    for line in _read_lines(text):
        severity, found, tests = line.partition(" if ")
        if not found:
            raise CellError(f"“{line}” is no case; write “critical if our critical is true and automatic is true”")
        cases.append({"severity": severity.strip(), "if": [read_test(each) for each in _AND.split(tests)]})
    return cases


def _write_levels(findings: dict[str, list[str]]) -> str:
    return "\n".join(f"{clause}: {', '.join(levels)}" for clause, levels in findings.items())


def _read_levels(text: str) -> dict[str, list[str]]:
    findings: dict[str, list[str]] = {}
    for line in _read_lines(text):
        clause, colon, levels = line.partition(":")
        if not colon:
            raise CellError(f"“{line}” names no levels; write a line each such as “liability-cap: walk-away, missing”")
        findings[clause.strip()] = [level.strip() for level in levels.split(",") if level.strip()]
    return findings


TEXT = Codec(str, str.strip)
SCALAR = Codec(write_scalar, read_scalar)
NAMES = Codec(_write_names, _read_names)
LINES = Codec(_write_lines, _read_lines)
PARAGRAPHS = Codec(_write_paragraphs, _read_lines)
TESTS = Codec(_write_tests, _read_tests)
OPTIONS = Codec(_write_options, _read_options)
ANSWERS = Codec(_write_answers, _read_answers)
CASES = Codec(_write_cases, _read_cases)
LEVELS = Codec(_write_levels, _read_levels)
