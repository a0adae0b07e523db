"""Rungs of a ladder that contradict one another: looked for by trying all values that tell their tests apart."""

import itertools
from collections.abc import Iterator, Sequence
from math import prod
from typing import Literal, get_args, get_origin, get_type_hints

from app.library.lint import Mistake
from app.model.clause import ClauseType, FactSpec, Position, Test, Value
from app.model.profile import DeploymentProfile
from app.model.tests import passes

_Key = tuple[Literal["fact", "profile"], str]
_MOST_CASES = 200_000
_PROFILE = DeploymentProfile()
_KINDS = get_type_hints(DeploymentProfile)
_HUGE = 1e15
"""More than any figure of a contract or a profile: clear of every threshold."""
_OTHER = "something else"


def lint_rungs(clause: ClauseType) -> Iterator[Mistake]:
    """Yield the positions of `clause` on which no document can stand."""
    positions = clause.positions
    keys = {(test.subject, test.key): None for position in positions for test in position.tests}
    domains = {key: _values(clause, key) for key in keys}
    if prod(map(len, domains.values())) > _MOST_CASES:
        return
    reached, implied = _tried(positions, domains)
    for rung, position in enumerate(positions):
        place = ("positions", rung)
        if rung in reached:
            continue
        same = next((above for above in range(rung) if set(positions[above].tests) == set(position.tests)), None)
        over = next((above for above in range(rung) if (rung, above) in implied), None)
        if same is not None:
            yield Mistake(place, f"has the tests of position {same + 1}, so nothing stands on it; change or drop it")
        elif over is not None:
            message = f"whatever passes its tests passes those of position {over + 1} ({positions[over].name}) before"
            yield Mistake(place, f"{message}, so nothing stands on it; make one of them stricter, or drop this one")
        else:
            yield Mistake(place, "no document can pass its tests, or those above take all that does; loosen them")


def _tried(
    positions: Sequence[Position], domains: dict[_Key, tuple[Value | None, ...]]
) -> tuple[set[int], set[tuple[int, int]]]:
    """Return the rungs that some case stands on, and the pairs of a rung and one above that every case of it passes."""
    reached: set[int] = set()
    implied = {(below, above) for below in range(len(positions)) for above in range(below)}
    passed: set[int] = set()
    for values in itertools.product(*domains.values()):
        case = dict(zip(domains, values, strict=True))
        held = [rung for rung, position in enumerate(positions) if _holds(position, case)]
        reached.update(held[:1])
        passed.update(held)
        implied -= {(below, above) for below in held for above in range(below) if above not in held}
    return reached, {pair for pair in implied if pair[0] in passed}


def _holds(position: Position, case: dict[_Key, Value | None]) -> bool:
    return all(passes(test, case[test.subject, test.key], _PROFILE) for test in position.tests)


def _values(clause: ClauseType, key: _Key) -> tuple[Value | None, ...]:
    """Return values of a fact or an answer of the profile, enough to tell apart all tests of it."""
    tests = [test for position in clause.positions for test in position.tests if (test.subject, test.key) == key]
    if key[0] == "profile":
        return _answers(key[1], tests)
    spec = next(spec for spec in clause.facts if spec.key == key[1])
    return (*_readings(spec, tests), *(() if spec.silent is not None else (None,)))


def _readings(spec: FactSpec, tests: Sequence[Test]) -> tuple[Value, ...]:
    if spec.reader == "flag":
        return (True, False)
    if any(test.comparison in ("at_least", "at_most", "clear_of_profile") for test in tests):
        return _figures(tests)
    known: list[Value] = [option.value for option in spec.options] or [*_named(tests), _OTHER]
    return tuple(dict.fromkeys([*known, *([] if spec.silent is None else [spec.silent])]))


def _figures(tests: Sequence[Test]) -> tuple[float, ...]:
    """Return the figures that tests name, and some between and above them; none is below 0."""
    named = sorted({0.0, *(float(value) for value in _named(tests) if isinstance(value, (int, float)))})
    between = [(low + high) / 2 for low, high in itertools.pairwise(named)]
    return (*named, *between, named[-1] + 1, _HUGE)


def _answers(name: str, tests: Sequence[Test]) -> tuple[Value, ...]:
    """Return the answers to a question of the profile; of several at once, joined as tests see them."""
    kind = bool if name == "multimodal" else _KINDS[name]
    if kind is bool:
        return (True, False)
    if get_origin(kind) is tuple:
        asked = [str(value) for value in _named(tests)]
        sizes = range(len(asked) + 1)
        return tuple(", ".join(some) for size in sizes for some in itertools.combinations(asked, size))
    if kind in (int, float):
        return _figures(tests)
    return get_args(kind) or (*_named(tests), _OTHER)


def _named(tests: Sequence[Test]) -> tuple[Value, ...]:
    """Return the values that tests name, each once."""
    operands = [test.operand for test in tests if test.comparison not in ("stated", "clear_of_profile")]
    flat = [value for operand in operands for value in (operand if isinstance(operand, tuple) else (operand,))]
    return tuple(dict.fromkeys(flat))
