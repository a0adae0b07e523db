"""The cell of a column: of its layers the term that holds, and what the others say."""

from collections.abc import Sequence

from app.comparison.points import points_of
from app.model.matrix import Cell, Term

_SETTLED = ("covered", "overridden")


def cell_of(terms: Sequence[Term]) -> Cell:
    """Return the cell of a column from the terms of its layers, which are in order of precedence.

    A gap that another layer fills and words that another layer prevails over do not count. Of what is left the term
    that costs most holds, the first of several, since a burden binds wherever it stands and a protection binds only
    the party that gives it. Where none costs anything, one that is not known makes the cell unknown.
    """
    counting = [term for term in terms if term.standing not in _SETTLED] or list(terms)
    costly = [term for term in counting if points_of(term)]
    unknown = [term for term in counting if term.level == "unknown"]
    judged = [term for term in counting if term.is_judged]
    if costly:
        holds = max(costly, key=lambda term: points_of(term) or 0)
    else:
        holds = next(iter((*unknown, *_said_first(judged), *counting)))
    beside = tuple(term for term in terms if term is not holds and term.level != "not-applicable")
    return Cell(holds, beside, points_of(holds))


def _said_first(terms: Sequence[Term]) -> list[Term]:
    """Return terms with words before those that are silent."""
    return sorted(terms, key=lambda term: not term.words)
