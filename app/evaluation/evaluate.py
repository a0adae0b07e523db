"""Holds what was read against our positions: words, facts, tests, level."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.model.clause import SEVERITIES, ClauseType, Level, Position, Severity, Value
from app.model.document import Document
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.review import ClauseReading, Finding, Readings, TestResult, Verdict
from app.model.tests import all_pass, passes, seen


def evaluate(
    document: Document, library: ClauseLibrary, readings: Readings, profile: DeploymentProfile
) -> tuple[Finding, ...]:
    """Return one finding for every clause type of `library`, in its order."""
    text = "\n".join((document.title, *(paragraph.text for paragraph in document.paragraphs))).casefold()
    return tuple(
        replace(
            _finding(clause, reading, readings, profile, document),
            claims=tuple(claim for claim in clause.claims if claim.about.casefold() in text),
        )
        for clause, reading in zip(library.clauses, readings.clauses, strict=True)
    )


def _finding(
    clause: ClauseType, reading: ClauseReading, readings: Readings, profile: DeploymentProfile, document: Document
) -> Finding:
    if not reading.matches:
        return _absent(clause, reading, readings, profile)
    facts = {fact.key: fact.value for fact in reading.facts}
    verdicts: list[Verdict] = []
    for position in clause.positions:
        verdicts.append(_try_position(position, facts, profile))
        if verdicts[-1].holds:
            break
    held = verdicts[-1].position
    level: Level = held.level if verdicts[-1].holds else "walk-away"
    name = held.name if verdicts[-1].holds else "None of our positions is met."
    return Finding(
        clause=clause,
        level=level,
        severity=_severity(clause, level, facts, profile),
        reading=reading,
        verdicts=tuple(verdicts),
        target=None if level == "preferred" else clause.positions[0],
        why=_with_place(name, verdicts, reading, document),
    )


def _absent(clause: ClauseType, reading: ClauseReading, readings: Readings, profile: DeploymentProfile) -> Finding:
    """Return the finding where no paragraph carries the type: nothing is wrong with a burden that is not there."""
    known = readings.document_type in clause.applies.documents and reading.concerned
    applies = known and all_pass(clause.applies.tests, {}, profile)
    if not applies:
        level: Level = "not-applicable"
        why = clause.applies.reason
    elif clause.nature == "burden":
        level, why = "preferred", "No words that put this on the customer were recognised."
    else:
        level, why = "missing", "No words that give this protection were recognised."
    target = clause.positions[0] if level == "missing" else None
    return Finding(clause, level, _severity(clause, level, {}, profile), reading, (), target, why)


def _try_position(position: Position, facts: Mapping[str, Value], profile: DeploymentProfile) -> Verdict:
    results = []
    for test in position.tests:
        value = seen(test, facts, profile)
        results.append(TestResult(test, value, passes(test, value, profile)))
    return Verdict(position, tuple(results))


def _severity(clause: ClauseType, level: Level, facts: Mapping[str, Value], profile: DeploymentProfile) -> Severity:
    if level in ("preferred", "not-applicable"):
        return "none"
    severity = next((r.severity for r in clause.severity_when if all_pass(r.tests, facts, profile)), clause.severity)
    if level == "fallback":
        return SEVERITIES[min(SEVERITIES.index(severity) + 1, SEVERITIES.index("low"))]
    return severity


def _with_place(name: str, verdicts: Sequence[Verdict], reading: ClauseReading, document: Document) -> str:
    """Return the position's name with the number of the paragraph that decided it, where that has one."""
    label = document.paragraphs[reading.deciding(verdicts).paragraph].label
    return f"{name.rstrip('.')} ({label})." if label else name.rstrip(".") + "."
