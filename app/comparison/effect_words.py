"""The one sentence that says what changes do to a clause type."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from app.comparison.bearing import STRICTEST
from app.comparison.fact_words import change_phrase
from app.comparison.policy_words import statements_phrase
from app.comparison.statement_changes import StatementChange
from app.model.clause import Level
from app.model.comparison import Direction, FactChange
from app.model.review import Finding
from app.model.watch import PolicyChangeKind

_DIRECTIONS: Mapping[Direction, str] = {
    "better": "better",
    "worse": "worse",
    "same": "no other position",
    "unclear": "a reader has to say whether that is better",
}
_LEVELS: Mapping[Level, str] = {
    "preferred": "preferred",
    "fallback": "fallback",
    "walk-away": "walk-away",
    "missing": "missing",
    "not-applicable": "not expected in such a document",
}
_TOLD = 3  # facts in one sentence


def what_of(
    before: Finding,
    after: Finding,
    direction: Direction,
    facts: Sequence[FactChange],
    touched: Sequence[StatementChange],
) -> str:
    """Return what happened: "Cure period: 30 to 10 days; worse, now walk-away"."""
    how = "still" if before.level == after.level else "now"
    happened = _happened(before, after, facts, touched)
    return f"{happened}; {_DIRECTIONS[direction]}, {how} {_LEVELS[after.level]}."


def _happened(before: Finding, after: Finding, facts: Sequence[FactChange], touched: Sequence[StatementChange]) -> str:
    if not before.reading.matches and after.reading.matches:
        how = "New" if _has(touched, "added") else "Now read from words that changed"
        return f"{how}: {_position(after)}"
    if before.reading.matches and not after.reading.matches:
        return (
            f"{'Gone' if _has(touched, 'removed') else 'No longer read from words that changed'}: {_position(before)}"
        )
    told = [change_phrase(after.clause, change) for change in facts[:_TOLD]]
    if len(facts) > _TOLD:
        told.append(f"{len(facts) - _TOLD} more fact{'s'[: len(facts) > _TOLD + 1]}")
    if not told and before.held != after.held:
        told.append(f"{_position(after)}, before: {_position(before)}")
    told += _counted(touched)
    if told:
        said = "; ".join(told)
        return said[:1].upper() + said[1:]
    if all(change.kind == "reworded" for change in touched):
        return "Only reworded"
    return "Its words changed, but no fact that is read from them"


def _has(touched: Sequence[StatementChange], kind: PolicyChangeKind) -> bool:
    return any(change.kind == kind for change in touched)


def _counted(touched: Sequence[StatementChange]) -> Iterator[str]:
    """Yield how many statements that bind or allow something are new, and how many are gone."""
    for kind, how in (("added", "more"), ("removed", "fewer")):
        counts = Counter(change.bearing for change in touched if change.kind == kind and change.counts)
        for bearing in STRICTEST:
            if counts[bearing]:
                yield f"{statements_phrase(counts[bearing], bearing)} {how}"
    turned = Counter((change.before, change.after) for change in touched if change.is_turned)
    for (before, after), number in sorted(turned.items()):
        yield f"{statements_phrase(number, before)} turned into {statements_phrase(number, after)}"


def _position(finding: Finding) -> str:
    """Return the position that a finding stands on, in its own words."""
    return (finding.held.name if finding.held else finding.clause.title).rstrip(".")


def what_without_change(before: Finding, after: Finding, *, is_other_kind: bool) -> str:
    """Return that a clause type is judged otherwise though none of its words changed."""
    why = "the two are taken for different kinds of document" if is_other_kind else "what stands around them changed"
    levels = f"{_LEVELS[before.level]} before and {_LEVELS[after.level]} now"
    return f"Judged otherwise, {levels}, though none of its words changed: {why}."
