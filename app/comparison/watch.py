"""What changed from one version of a policy to the next, statement by statement, and which planned uses it touches."""

from collections.abc import Iterator, Sequence
from datetime import date

from app.comparison.pairs import Pair
from app.comparison.policy_words import what_of
from app.comparison.scale import by_statement
from app.comparison.statement_changes import StatementChange, changed_statements
from app.comparison.touching import ClausePlaces
from app.comparison.uses import PlannedUses
from app.model.comparison import Direction, JudgedComparison, WordChange
from app.model.span import Place, Span
from app.model.watch import PolicyChange, PolicyStep, Statement, TouchedUse
from app.text.diff import word_edits
from app.text.sentences import sentences_of


def watch_step(judged: JudgedComparison, old_day: date | None, new_day: date | None) -> PolicyStep:
    """Return what changed between the two documents of `judged`, for the profile that they were reviewed with."""
    found = changed_statements(judged.comparison)
    reader = _Reader(judged)
    changes = tuple(reader.change(number, change) for number, change in enumerate(found.changes, 1))
    return PolicyStep(judged, old_day, new_day, changes, tuple(found.names.items()))


class _Reader:
    """Tells of changed statements which clause types and which planned uses they touch."""

    def __init__(self, judged: JudgedComparison) -> None:
        self._judged = judged
        self._uses = PlannedUses(judged.new.profile)
        self._old_places, self._new_places = ClausePlaces(judged.old), ClausePlaces(judged.new)

    def change(self, number: int, change: StatementChange) -> PolicyChange:
        """Return a changed statement with what it touches."""
        pair, clauses = change.pair, self._clauses(change.pair)
        uses = tuple(self._touched(change))
        return PolicyChange(
            number=number,
            kind=change.kind,
            bearing=change.bearing,
            direction=self._direction(change, clauses),
            old=_place(pair.old),
            new=_place(pair.new),
            before=pair.before,
            after=pair.after,
            words=tuple(_words(pair)),
            lead_in=self._lead_in(pair),
            change=change.number,
            clauses=clauses,
            uses=uses,
            what=what_of(change, uses),
        )

    def _touched(self, change: StatementChange) -> Iterator[TouchedUse]:
        told = set()
        for statement in change.pair.new or change.pair.old:
            for touched in self._uses.touched(statement, change.bearing):
                if touched.use not in told:
                    told.add(touched.use)
                    yield touched

    def _clauses(self, pair: Pair) -> tuple[str, ...]:
        """Return the clause types that either side carries, in the order of the library."""
        found = {clause for each in pair.old for clause in self._old_places.carried(each.paragraph, each.span)}
        found |= {clause for each in pair.new for clause in self._new_places.carried(each.paragraph, each.span)}
        return tuple(finding.clause.id for finding in self._judged.new.findings if finding.clause.id in found)

    def _direction(self, change: StatementChange, clauses: Sequence[str]) -> Direction:
        """Return the direction by what the statement does; else that of a clause type on which it alone bears."""
        found = by_statement(change)
        if found != "unclear" or change.number is None or change.kind != "changed":
            return found
        effects = self._judged.effects_of(change.number)
        alone = (each for each in effects if each.clause.id in clauses and each.changes == (change.number,))
        told = {effect.direction for effect in alone} - {"same"}
        return told.pop() if len(told) == 1 else "unclear"

    def _lead_in(self, pair: Pair) -> str:
        """Return the last sentence before the list that a statement is an item of; "" where it is none."""
        document = self._judged.comparison.new if pair.new else self._judged.comparison.old
        above = (pair.new or pair.old)[0].lead_in
        text = "" if above is None else document.paragraphs[above].text
        sentences = sentences_of(text)
        return text[sentences[-1].start : sentences[-1].end] if sentences else ""


def _place(statements: Sequence[Statement]) -> Place | None:
    return Place(statements[0].paragraph, statements[0].span) if statements else None


def _words(pair: Pair) -> Iterator[WordChange]:
    """Yield the words that differ, where one statement became one."""
    if len(pair.old) != 1 or len(pair.new) != 1:
        return
    old, new = pair.old[0], pair.new[0]
    shift = 0
    for edit in word_edits(old.text, new.text):
        start = edit.start + shift
        shift += len(edit.text) - (edit.end - edit.start)
        gone, come = old.text[edit.start : edit.end], edit.text
        yield WordChange(
            old=Place(old.paragraph, Span(old.span.start + edit.start, old.span.start + edit.end)),
            new=Place(new.paragraph, Span(new.span.start + start, new.span.start + start + len(come))),
            before=gone,
            after=come,
            about="number" if any(map(str.isdigit, gone + come)) else "words",
        )
