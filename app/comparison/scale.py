"""Whether one reading of a clause type is better for us than another, on the clause's own scale."""

from collections.abc import Iterable, Mapping, Sequence

from app.comparison.statement_changes import StatementChange
from app.model.clause import SEVERITIES, ClauseType, Reader, Test, Value
from app.model.comparison import Direction, FactChange
from app.model.profile import DeploymentProfile
from app.model.review import Finding
from app.model.tests import all_pass, passes
from app.model.watch import Bearing

_BURDENS: tuple[Bearing, ...] = ("prohibition", "condition", "duty", "reservation")
_OURS: Mapping[Bearing, int] = {"permission": 0, "condition": 1, "duty": 2, "prohibition": 2}
_THEIRS: Mapping[Bearing, int] = {"promise": 0, "reservation": 1}
"""What either side does, by how much it binds us."""

_OPPOSITE: Mapping[Direction, Direction] = {"worse": "better", "better": "worse", "unclear": "unclear"}
_WORDS: tuple[Reader, ...] = ("words", "quote")
_MORE = ("at_least", "clear_of_profile")


def by_level(before: Finding, after: Finding) -> Direction:
    """Return the direction from one finding to the other by the positions they stand on.

    Between a protection that is missing and one that falls short of all we accept nothing is told.
    """
    if "not-applicable" in (before.level, after.level):
        return _by_presence(before, after)
    if {before.level, after.level} == {"walk-away", "missing"}:
        return "unclear"
    old, new = _rung(before), _rung(after)
    if old == new:
        return "same"
    return "worse" if new > old else "better"


def _rung(finding: Finding) -> int:
    """Return on which position a finding stands, counted from the best; all preferred ones count as one."""
    if finding.level == "preferred":
        return 0
    if finding.level != "fallback" or finding.held is None:
        return len(finding.clause.positions)
    return finding.clause.positions.index(finding.held)


def _by_presence(before: Finding, after: Finding) -> Direction:
    """Return the direction where one document has no words on it, and is of a kind of which none are expected."""
    if not before.reading.matches and not after.reading.matches:
        return "same" if before.level == after.level else "unclear"
    came = bool(after.reading.matches)
    there = after if came else before
    is_protection = there.clause.nature == "protection"
    if there.level == "preferred" and not is_protection:
        return "same"
    is_good = is_protection and there.level in ("preferred", "fallback")
    return "better" if came == is_good else "worse"


def by_facts(clause: ClauseType, changes: Sequence[FactChange], profile: DeploymentProfile) -> Direction:
    """Return the direction of facts that are read otherwise.

    Where those that the clause type asks about contradict one another, or it asks about none of them, it is unclear.
    """
    told = {_by_fact(clause, change, profile) for change in changes} - {"unclear"}
    if len(told) == 1:
        return told.pop()
    return "unclear" if changes else "same"


def _by_fact(clause: ClauseType, change: FactChange, profile: DeploymentProfile) -> Direction:
    """Return the direction of one fact: by the first position that each value reaches, by size, by severity.

    Positions and rules that ask of the profile what ours does not answer count for nothing.
    """
    if None in (change.old, change.new) and _reader(clause, change.key) in _WORDS:
        return "unclear"  # words that were not found say little
    ladder = _asked((position.tests for position in clause.positions), change.key, profile)
    if None in (change.old, change.new) and any(test.comparison == "at_most" for tests in ladder for test in tests):
        return "unclear"  # a burden that is not there, or a promise that has no limit
    old, new = (_first(ladder, value, profile) for value in (change.old, change.new))
    if old != new:
        return "worse" if new > old else "better"
    by_size = _by_size([test for tests in ladder for test in tests], change)
    return _by_severity(clause, change, profile) if by_size == "unclear" else by_size


def _reader(clause: ClauseType, key: str) -> Reader:
    return next(spec.reader for spec in clause.facts if spec.key == key)


def _asked(groups: Iterable[Sequence[Test]], key: str, profile: DeploymentProfile) -> list[Sequence[Test]]:
    """Return the tests on the fact `key`, group by group, of those groups whose tests on the profile all pass."""
    found: list[Sequence[Test]] = []
    for tests in groups:
        on_fact = [test for test in tests if test.subject == "fact" and test.key == key]
        on_profile = [test for test in tests if test.subject == "profile"]
        if on_fact and all_pass(on_profile, {}, profile):
            found.append(on_fact)
    return found


def _first(groups: Sequence[Sequence[Test]], value: Value | None, profile: DeploymentProfile) -> int:
    """Return the first of the groups all tests of which the value passes; one more than all where it passes none."""
    return next(
        (at for at, tests in enumerate(groups) if all(passes(test, value, profile) for test in tests)), len(groups)
    )


def _by_size(tests: Sequence[Test], change: FactChange) -> Direction:
    if isinstance(change.old, bool | str | None) or isinstance(change.new, bool | str | None):
        return "unclear"
    ways = {test.comparison in _MORE for test in tests if test.comparison in (*_MORE, "at_most")}
    if len(ways) != 1 or change.old == change.new:
        return "unclear"
    return "better" if (change.new > change.old) == ways.pop() else "worse"


def _by_severity(clause: ClauseType, change: FactChange, profile: DeploymentProfile) -> Direction:
    """Return the direction by the severity that a rule gives to a clause with the one value and with the other."""
    weights = [SEVERITIES.index(clause.severity)] * 2
    for at, value in enumerate((change.old, change.new)):
        for rule in clause.severity_when:
            tests = _asked((rule.tests,), change.key, profile)
            if tests and _first(tests, value, profile) == 0:
                weights[at] = SEVERITIES.index(rule.severity)
                break
    if weights[0] == weights[1]:
        return "unclear"
    return "worse" if weights[1] < weights[0] else "better"


def by_statements(changes: Iterable[StatementChange]) -> Direction:
    """Return the direction of statements that are new, gone, or stricter than they were; "same" without such."""
    told = {by_statement(change) for change in changes if not change.is_heading} & {"better", "worse"}
    if len(told) == 1:
        return "better" if "better" in told else "worse"
    return "unclear" if told else "same"


def forbids_more(changes: Iterable[StatementChange]) -> bool:
    """Return whether prohibitions are new and none is gone."""
    kinds = {change.kind for change in changes if change.bearing == "prohibition" and change.counts}
    return "added" in kinds and "removed" not in kinds


def by_statement(change: StatementChange) -> Direction:
    """Return what one statement more, one less, or another one in its place does for us."""
    if change.kind in ("moved", "reworded"):
        return "same"
    if change.is_elsewhere:
        return "same" if change.kind == "added" else "unclear"
    if change.kind == "added":
        return _of_more(change.after)
    if change.kind == "removed":
        return _OPPOSITE[_of_more(change.before)]
    for strictness in (_OURS, _THEIRS):
        old, new = strictness.get(change.before), strictness.get(change.after)
        if old is not None and new is not None and old != new:
            return "worse" if new > old else "better"
    return "unclear"


def _of_more(bearing: Bearing) -> Direction:
    """Return what one more statement of a kind does for us."""
    if bearing in _BURDENS:
        return "worse"
    return "unclear" if bearing == "other" else "better"
