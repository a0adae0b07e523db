"""Findings and recognised forms without what they share with the library: places in it stand for that.

A place is an index; what is not the library's own is written whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.model.clause import Claim, ClauseType, Level, Position, Severity, Test, Value
from app.model.forms import FormChange, RecognisedForm, Recognition, StandardForm
from app.model.library import ClauseLibrary
from app.model.review import ClauseReading, Finding, TestResult, Verdict

_Shared = TypeVar("_Shared")


@dataclass(frozen=True, slots=True)
class BareResult:
    """A TestResult; `test` is the place of its test in the position."""

    test: int | Test
    value: Value | None
    passed: bool


@dataclass(frozen=True, slots=True)
class BareVerdict:
    """A Verdict; `position` is the place of its position in the clause type."""

    position: int | Position
    results: tuple[BareResult, ...]


@dataclass(frozen=True, slots=True)
class BareFinding:
    """A Finding; `clause` is the place of its clause type in the library, `target` as `BareVerdict.position`."""

    clause: int | ClauseType
    level: Level
    severity: Severity
    reading: ClauseReading
    verdicts: tuple[BareVerdict, ...]
    target: int | Position | None
    why: str
    claims: tuple[int | Claim, ...]


@dataclass(frozen=True, slots=True)
class BareForm:
    """A RecognisedForm; `form` is the place of its form in the library."""

    form: int | StandardForm
    first: int
    end: int
    share: float
    changes: tuple[FormChange, ...]


@dataclass(frozen=True, slots=True)
class BareRecognition:
    """A Recognition of such forms."""

    forms: tuple[BareForm, ...]
    beside: tuple[tuple[int, int], ...]


def bare(finding: Finding, library: ClauseLibrary) -> BareFinding:
    """Return `finding` without what it shares with `library`."""
    clause, positions = finding.clause, finding.clause.positions
    return BareFinding(
        clause=_place(clause, library.clauses),
        level=finding.level,
        severity=finding.severity,
        reading=finding.reading,
        verdicts=tuple(
            BareVerdict(
                _place(verdict.position, positions),
                tuple(
                    BareResult(_place(result.test, verdict.position.tests), result.value, result.passed)
                    for result in verdict.results
                ),
            )
            for verdict in finding.verdicts
        ),
        target=None if finding.target is None else _place(finding.target, positions),
        why=finding.why,
        claims=tuple(_place(claim, clause.claims) for claim in finding.claims),
    )


def whole(finding: BareFinding, library: ClauseLibrary) -> Finding:
    """Return the finding that `bare` was given.

    Raises:
        IndexError: A place is none of the library's.
    """
    clause = _at(finding.clause, library.clauses)
    return Finding(
        clause=clause,
        level=finding.level,
        severity=finding.severity,
        reading=finding.reading,
        verdicts=tuple(_whole_verdict(verdict, clause) for verdict in finding.verdicts),
        target=None if finding.target is None else _at(finding.target, clause.positions),
        why=finding.why,
        claims=tuple(_at(claim, clause.claims) for claim in finding.claims),
    )


def bare_recognition(recognised: Recognition, library: ClauseLibrary) -> BareRecognition:
    """Return `recognised` without the forms that are those of `library`."""
    forms = tuple(
        BareForm(_place(each.form, library.forms), each.first, each.end, each.share, each.changes)
        for each in recognised.forms
    )
    return BareRecognition(forms, recognised.beside)


def whole_recognition(recognised: BareRecognition, library: ClauseLibrary) -> Recognition:
    """Return what `bare_recognition` was given.

    Raises:
        IndexError: A place is none of the library's.
    """
    forms = tuple(
        RecognisedForm(_at(each.form, library.forms), each.first, each.end, each.share, each.changes)
        for each in recognised.forms
    )
    return Recognition(forms, recognised.beside)


def _whole_verdict(verdict: BareVerdict, clause: ClauseType) -> Verdict:
    position = _at(verdict.position, clause.positions)
    results = (TestResult(_at(each.test, position.tests), each.value, each.passed) for each in verdict.results)
    return Verdict(position, tuple(results))


def _place(value: _Shared, shared: Sequence[_Shared]) -> int | _Shared:
    """Return the index of `value` in `shared`, or `value` where it is not in there."""
    return next((index for index, each in enumerate(shared) if each is value), value)


def _at(place: int | _Shared, shared: Sequence[_Shared]) -> _Shared:
    if not isinstance(place, int):
        return place
    if place < 0:
        raise IndexError(place)
    return shared[place]
