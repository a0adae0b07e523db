"""What the changes between two versions do to each clause type that a review judges."""

from collections.abc import Sequence
from dataclasses import replace

from app.comparison.effect_words import what_of, what_without_change
from app.comparison.scale import by_facts, by_level, by_statements, forbids_more
from app.comparison.statement_changes import StatementChange, changed_statements
from app.comparison.traces import Traces
from app.model.clause import SEVERITIES, FactSpec, Value
from app.model.comparison import Comparison, Direction, Effect, FactChange, JudgedComparison
from app.model.review import Finding, Review

_WORST_FIRST: tuple[Direction, ...] = ("worse", "unclear", "better", "same")


def judge(comparison: Comparison, old: Review, new: Review) -> JudgedComparison:
    """Return what the changes of `comparison` do to the clause types of two reviews of its documents.

    Both reviews are by the same library and profile. A statement whose words are the same never counts, even where it
    is judged otherwise because of what stands around it.
    """
    changes = changed_statements(comparison).changes
    traces = Traces(changes)
    before = {finding.clause.id: finding for finding in old.findings}
    is_other_kind = old.document_type != new.document_type
    absent = _left_the_file(comparison)
    found = (
        _doubted(_effect(before[after.clause.id], after, traces, new, is_other_kind=is_other_kind), absent)
        for after in new.findings
    )
    effects = tuple(sorted((effect for effect in found if effect is not None), key=_order))
    return JudgedComparison(comparison, old, new, effects, _uncovered(changes, effects))


def _left_the_file(comparison: Comparison) -> frozenset[int]:
    """Return the numbers of changes that take out the text of a document which the new version still refers to."""
    new = comparison.new
    names = {
        each.name.casefold() for each in new.incorporated if each.attached is None and not each.name.startswith("http")
    }
    removed = {i: change.number for change in comparison.changes if change.kind == "removed" for i in change.old}
    found: set[int] = set()
    for section in comparison.old.sections:
        if any(name in section.title.casefold() for name in names):
            at = section.first
            while at in removed:  # what follows under headings of its own belongs to it too
                found.add(removed[at])
                at += 1
    return frozenset(found)


def _doubted(effect: Effect | None, absent: frozenset[int]) -> Effect | None:
    """Return an effect that calls nothing better for what only left the file."""
    if effect is None or effect.direction != "better" or not absent.intersection(effect.changes):
        return effect
    what = effect.what.removesuffix(".").replace("; better, ", "; ")
    what += "; but these words left a file that still refers to them: a reader has to say whether that is better."
    return replace(effect, direction="unclear", what=what)


def _order(effect: Effect) -> tuple[bool, int, int]:
    return not effect.changes, _WORST_FIRST.index(effect.direction), SEVERITIES.index(effect.severity)


def _effect(before: Finding, after: Finding, traces: Traces, new: Review, *, is_other_kind: bool) -> Effect | None:
    facts = _fact_changes(before, after, traces)
    is_judged_otherwise = before.level != after.level or before.held != after.held or bool(facts)
    touched = traces.touching(before, after) or (traces.around(before, after) if is_judged_otherwise else ())
    if touched:
        direction = _direction(before, after, facts, touched, new)
        what = what_of(before, after, direction, facts, touched)
    elif before.level != after.level:
        direction = "unclear"
        what = what_without_change(before, after, is_other_kind=is_other_kind)
    else:
        return None
    return Effect(
        clause=after.clause,
        direction=direction,
        old_level=before.level,
        new_level=after.level,
        severity=after.severity,
        facts=facts,
        changes=tuple(sorted({change.number for change in touched if change.number is not None})),
        what=what,
    )


def _direction(
    before: Finding, after: Finding, facts: Sequence[FactChange], touched: Sequence[StatementChange], new: Review
) -> Direction:
    """Return the direction by the level, else by the facts, else by what is forbidden, demanded or granted more.

    A better level does not make up for more that is forbidden, nor a better fact for more burdens of any kind.
    """
    found = by_level(before, after)
    if found != "same":
        return "unclear" if found == "better" and forbids_more(touched) else found
    by_fact, by_words = by_facts(after.clause, facts, new.profile), by_statements(touched)
    if by_fact == "same":
        return by_words
    return "unclear" if (by_fact, by_words) == ("better", "worse") else by_fact


def _fact_changes(before: Finding, after: Finding, traces: Traces) -> tuple[FactChange, ...]:
    """Return the facts that changed words make read otherwise; none where the clause type is new, or gone."""
    if not before.reading.matches or not after.reading.matches:
        return ()
    old, new = ({fact.key: fact for fact in each.reading.facts} for each in (before, after))
    found = []
    for spec in after.clause.facts:
        one, other = old.get(spec.key), new.get(spec.key)
        values = (None if one is None else one.value, None if other is None else other.value)
        if values[0] != values[1] and not _says_as_much(spec, *values) and traces.changed(one, other):
            found.append(FactChange(spec.key, *values))
    return tuple(found)


def _says_as_much(spec: FactSpec, old: Value | None, new: Value | None) -> bool:
    """Return whether words that were read say the same, one with more of the sentence: "Texas", "State of Texas"."""
    if spec.reader != "words" or not isinstance(old, str) or not isinstance(new, str):
        return False
    return old.casefold() in new.casefold() or new.casefold() in old.casefold()


def _uncovered(changes: Sequence[StatementChange], effects: Sequence[Effect]) -> tuple[int, ...]:
    """Return the numbers of the changes that bind or allow something else than before and touch no clause type."""
    covered = {number for effect in effects for number in effect.changes}
    operative = {
        change.number
        for change in changes
        if change.kind in ("added", "removed", "changed") and change.bearing != "other" and not change.is_heading
    }
    return tuple(sorted(number for number in operative - covered if number is not None))
