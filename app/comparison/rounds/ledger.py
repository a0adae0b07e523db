"""The concession ledger: who moved on what, round by round, and what the other side gave in the same round."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.comparison.rounds.clauses import Reviews, moved, stand_of, what_moved
from app.model.comparison import Direction
from app.model.review import Finding, Review
from app.model.rounds import Movement, MovementKind, Side

_KINDS: Mapping[tuple[Side, Direction], MovementKind] = {
    ("us", "worse"): "conceded",
    ("us", "better"): "hardened",
    ("them", "better"): "conceded",
    ("them", "worse"): "hardened",
}


@dataclass(frozen=True, slots=True)
class Talk:
    """The texts of a round, and the clause types that its points are about."""

    reviews: Reviews = field(repr=False)
    touched: frozenset[str]


def ledger(talks: Sequence[Talk]) -> tuple[Movement, ...]:
    """Return who moved in which round.

    We stand where we should stand if all that we sent were accepted, they where we should stand by what they returned;
    before the first round, both by the document without our asks.
    """
    touched = frozenset().union(*(talk.touched for talk in talks))
    found: list[Movement] = []
    for number, talk in enumerate(talks, start=1):
        before = talks[number - 2].reviews if number > 1 else None
        ours = () if before is None else _moves(before.asked, talk.reviews.asked, number, "us", touched)
        start = talk.reviews.before if before is None else before.now
        found += _linked([*ours, *_moves(start, talk.reviews.now, number, "them", touched)])
    return tuple(found)


def _moves(old: Review, new: Review, number: int, side: Side, touched: frozenset[str]) -> Iterator[Movement]:
    for before, after in zip(old.findings, new.findings, strict=True):
        if after.clause.id in touched:
            yield from _move(before, after, new, number, side)


def _move(before: Finding, after: Finding, review: Review, number: int, side: Side) -> Iterator[Movement]:
    direction, facts = moved(before, after, review)
    kind = _KINDS.get((side, direction))
    if kind is not None:
        what = what_moved(before, after, direction, facts)
        yield Movement(number, after.clause, side, kind, stand_of(before), stand_of(after), (), what)


def _linked(moves: Sequence[Movement]) -> Iterator[Movement]:
    """Yield the moves of a round, each with what the other side gave in it."""
    given = {
        side: tuple(each.clause.id for each in moves if (each.side, each.kind) == (side, "conceded"))
        for side in ("us", "them")
    }
    for move in moves:
        other = given["them" if move.side == "us" else "us"]
        yield replace(move, given_for=other) if move.kind == "conceded" else move
