"""Tests of positions in an author's words, and profiles that pass them."""

from dataclasses import replace
from typing import get_args, get_origin, get_type_hints

from app.model.clause import Position, Test, Value
from app.model.profile import DeploymentProfile
from app.model.review import Finding, TestResult
from app.model.tests import passes, profile_value

_KINDS = get_type_hints(DeploymentProfile)
_WORDS = {
    "is": "{0}",
    "is_not": "anything but {0}",
    "one_of": "one of {0}",
    "includes": "one of {0} among them",
    "at_least": "at least {0}",
    "at_most": "at most {0}",
}


def shortfall(found: Finding, rung: int) -> str:
    """Return which tests of position `rung` did not pass, and what they saw."""
    failed = [result for result in found.verdicts[rung].results if not result.passed]
    return " and ".join(map(_failed, failed))


def in_words(test: Test) -> str:
    """Return what a test asks, such as "cure days: at least 30" or "our use: 'commercial'"."""
    whose = "our " if test.subject == "profile" else ""
    return f"{whose}{test.key.replace('_', ' ')}: {_asked(test)}"


def profile_for(position: Position, profile: DeploymentProfile | None = None) -> DeploymentProfile:
    """Return `profile`, or the default one, with other answers where `position` asks for them."""
    profile = profile or DeploymentProfile()
    for test in position.tests:
        if test.subject == "profile" and not passes(test, profile_value(profile, test.key), profile):
            profile = _answered(profile, test)
    return profile


def _answered(profile: DeploymentProfile, test: Test) -> DeploymentProfile:
    """Return `profile` with the first answer to the question of `test` that passes it; as it is where none does."""
    if test.key == "multimodal":
        return replace(profile, modalities=("text", "image") if test.operand is True else ("text",))
    for answer in _answers(test):
        changed = replace(profile, **{test.key: answer})  # type: ignore[arg-type]  # one of its own answers
        if passes(test, profile_value(changed, test.key), changed):
            return changed
    return profile


def _answers(test: Test) -> tuple[object, ...]:
    """Return answers to try: all that there are, or the figure that is asked for."""
    kind = _KINDS[test.key]
    if get_origin(kind) is tuple:
        return tuple((choice,) for choice in get_args(get_args(kind)[0]))
    if kind is bool:
        return (True, False)
    return get_args(kind) or (test.operand,)


def _failed(result: TestResult) -> str:
    test = result.test
    seen = "not stated" if result.value is None else _value(result.value)
    return f"{test.key} is {seen}, not {_asked(test)}"


def _asked(test: Test) -> str:
    if test.comparison == "stated":
        return "stated" if test.operand else "unstated"
    if test.comparison == "clear_of_profile" and isinstance(test.operand, tuple):
        return f"{_value(test.operand[1])} % clear of the profile's {test.operand[0]}"
    return _WORDS[test.comparison].format(_value(test.operand))


def _value(value: Value | tuple[Value, ...]) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_value, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else repr(value) if isinstance(value, str) else str(value)
