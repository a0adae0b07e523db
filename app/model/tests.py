"""The closed set of tests a position may ask of a fact or of the profile: one function each.

A test on a fact that the text does not state fails, except for `stated: false`.
"""

from collections.abc import Callable, Iterable, Mapping

from app.model.clause import Test, Value
from app.model.profile import DeploymentProfile

Operand = Value | tuple[Value, ...]


def passes(test: Test, value: Value | None, profile: DeploymentProfile) -> bool:
    """Return whether `value` passes `test`; `value` is None where it is not stated."""
    if test.comparison == "stated":
        return (value is not None) == test.operand
    if value is None:
        return False
    return _COMPARISONS[test.comparison](value, test.operand, profile)


def seen(test: Test, facts: Mapping[str, Value], profile: DeploymentProfile) -> Value | None:
    """Return the value that `test` asks about; None where it is not stated."""
    return profile_value(profile, test.key) if test.subject == "profile" else facts.get(test.key)


def all_pass(tests: Iterable[Test], facts: Mapping[str, Value], profile: DeploymentProfile) -> bool:
    """Return whether all `tests` pass."""
    return all(passes(test, seen(test, facts, profile), profile) for test in tests)


def profile_value(profile: DeploymentProfile, key: str) -> Value:
    """Return the profile's answer to `key`; several answers are joined with commas."""
    value = getattr(profile, key)
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, (bool, int, float, str)):
        return value
    raise TypeError(f"profile field {key!r} holds {type(value).__name__}")


def _is(value: Value, operand: Operand, _: DeploymentProfile) -> bool:
    return value == operand and isinstance(value, bool) == isinstance(operand, bool)


def _is_not(value: Value, operand: Operand, profile: DeploymentProfile) -> bool:
    return not _is(value, operand, profile)


def _one_of(value: Value, operand: Operand, profile: DeploymentProfile) -> bool:
    return isinstance(operand, tuple) and any(_is(value, each, profile) for each in operand)


def _includes(value: Value, operand: Operand, _: DeploymentProfile) -> bool:
    """Return whether the answers, joined with commas, name one of the values asked for."""
    return isinstance(operand, tuple) and not set(str(value).split(", ")).isdisjoint(map(str, operand))


def _at_least(value: Value, operand: Operand, _: DeploymentProfile) -> bool:
    return _number(value) >= _number(operand)


def _at_most(value: Value, operand: Operand, _: DeploymentProfile) -> bool:
    return _number(value) <= _number(operand)


def _clear_of_profile(value: Value, operand: Operand, profile: DeploymentProfile) -> bool:
    """Return whether the fact stands more than so many per cent of itself above the profile's number."""
    if not isinstance(operand, tuple):
        raise TypeError("clear_of_profile takes a profile field and a per cent")
    key, percent = operand
    return _number(profile_value(profile, str(key))) < _number(value) * (1 - _number(percent) / 100)


def _number(value: Operand) -> float:
    if isinstance(value, (tuple, str)):
        raise TypeError(f"not a number: {value!r}")
    return float(value)


_COMPARISONS: dict[str, Callable[[Value, Operand, DeploymentProfile], bool]] = {
    "is": _is,
    "is_not": _is_not,
    "one_of": _one_of,
    "includes": _includes,
    "at_least": _at_least,
    "at_most": _at_most,
    "clear_of_profile": _clear_of_profile,
}
