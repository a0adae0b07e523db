"""The best term of a row: by the position that is met, then by its severity, then by its figures.

A figure decides only where all that stand equal state it, and the positions of the clause type say whether more or less
of it is better.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.model.clause import SEVERITIES, ClauseType
from app.model.matrix import Cell, FactHead, Term, TermFact

_Wanted = Literal["more", "less"]
_WORSE: Mapping[str, int] = {"preferred": 0, "fallback": 1, "walk-away": 2}


@dataclass(frozen=True, slots=True)
class _Entrant:
    """A column that may have the best term."""

    column: int
    term: Term


def best_of(
    clause: ClauseType, heads: Sequence[FactHead], cells: Sequence[Cell], titles: Sequence[str]
) -> tuple[tuple[int, ...], str]:
    """Return the columns with the best term of a row, and why; none where nothing is to be compared."""
    judged = [_Entrant(column, cell.term) for column, cell in enumerate(cells) if cell.term.is_judged]
    unknown = [titles[column] for column, cell in enumerate(cells) if cell.term.level == "unknown"]
    remark = f" Not known of {', '.join(unknown)}." if unknown else ""
    standing = [each for each in judged if each.term.level != "missing"]
    if len(judged) < 2:
        return (), f"Nothing to compare: it is judged in one column only.{remark}"
    if not standing:
        return (), f"It is missing everywhere.{remark}"
    left, why = _narrowed(clause, heads, standing)
    best = tuple(each.column for each in left)
    if left[0].term.level == "walk-away":
        if len(left) == len(judged):
            return (), f"All stand alike at our walk-away.{remark}"
        why = f"Least bad, at our walk-away all the same: {why}"
    elif len(left) == len(judged):
        why = f"All alike: {why}"
    elif len(left) > 1:
        why = f"Tie of {len(left)}: {why}"
    return best, why + remark


def _narrowed(
    clause: ClauseType, heads: Sequence[FactHead], standing: Sequence[_Entrant]
) -> tuple[list[_Entrant], str]:
    """Return those that are left after every step, and what they have in common that others have not."""
    left = _least(standing, lambda each: _position(each.term))
    left = _least(left, lambda each: SEVERITIES[::-1].index(each.term.severity))
    why = _what(clause, [each.term for each in left])
    wanted = _directions(clause)
    for place, head in enumerate(heads):
        kept = _by_figure(left, place, wanted.get(head.key)) if len(left) > 1 else left
        if len(kept) < len(left):
            figure = _fact(kept[0].term, place)
            superlative = "most" if wanted[head.key] == "more" else "least"
            why = f"{why.rstrip('.')}; {head.name} {figure.shown}, the {superlative} of {len(left)}."
            left = kept
    return left, why


def _position(term: Term) -> tuple[int, int]:
    """Return how far down the positions a term stands; where nothing stands and that is as we want it, at the top."""
    return _WORSE[term.level], 0 if not term.words else 99 if term.rung is None else term.rung


def _what(clause: ClauseType, terms: Sequence[Term]) -> str:
    """Return what terms on one position have in common: its name, or that nothing of the kind stands there."""
    said = next((term for term in terms if term.words), None)
    if said is None:
        return "Nothing of the kind stands there, as we want it."
    name = "none of our positions is met" if said.rung is None else clause.positions[said.rung].name.rstrip(".")
    silent = "" if all(term.words for term in terms) else ", or nothing of the kind stands there"
    return f"{said.level.capitalize()}: {name}{silent}."


def _directions(clause: ClauseType) -> Mapping[str, _Wanted]:
    """Return of which facts the positions want more or less; those that they want both of are left out."""
    asked: dict[str, set[_Wanted]] = {}
    for position in clause.positions:
        for test in position.tests:
            if test.subject == "fact" and position.level != "walk-away":
                if test.comparison in ("at_least", "clear_of_profile"):
                    asked.setdefault(test.key, set()).add("more")
                elif test.comparison == "at_most":
                    asked.setdefault(test.key, set()).add("less")
    return {key: next(iter(wanted)) for key, wanted in asked.items() if len(wanted) == 1}


def _by_figure(left: Sequence[_Entrant], place: int, wanted: _Wanted | None) -> list[_Entrant]:
    """Return those with the best figure; all of them where not every one states it in the same currency."""
    if wanted is None or not all(each.term.facts for each in left):
        return list(left)
    facts = [_fact(each.term, place) for each in left]
    if any(not _is_figure(fact) for fact in facts) or len({fact.currency for fact in facts}) > 1:
        return list(left)
    sign = -1 if wanted == "more" else 1
    return _least(left, lambda each: sign * float(_fact(each.term, place).value or 0))


def _fact(term: Term, place: int) -> TermFact:
    return term.facts[place]


def _is_figure(fact: TermFact) -> bool:
    return isinstance(fact.value, (int, float)) and not isinstance(fact.value, bool)


def _least(entrants: Sequence[_Entrant], measure: Callable[[_Entrant], float | tuple[int, int]]) -> list[_Entrant]:
    least = min(measure(each) for each in entrants)
    return [each for each in entrants if measure(each) == least]
