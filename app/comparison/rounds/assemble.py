"""All rounds of a negotiation, from the files that were followed and the reviews of their texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.comparison.rounds.clauses import ClauseFinder, Reviews, touched_by
from app.comparison.rounds.closed import Closed, NextFile, closed_by_them, offered_by_them, reopened, untouched
from app.comparison.rounds.ledger import Talk, ledger
from app.comparison.rounds.trace import Traced
from app.model.document import Document
from app.model.rounds import Ask, Reopened, Round, Rounds


@dataclass(frozen=True, slots=True)
class Judged:
    """A round as it was followed, with the reviews of its texts.

    Attributes:
        sent: As it was read; so `returned`.
        theirs: The names that their tracked changes bear.
        not_compared: What could not be read or compared, in words.
    """

    sent: Document
    returned: Document
    traced: Traced
    reviews: Reviews
    theirs: tuple[str, ...]
    not_compared: tuple[str, ...]


def assemble(judged: Sequence[Judged]) -> Rounds:
    """Return the rounds, with the points that were opened again and who gave what."""
    points = _reopened([each.traced for each in judged])
    rounds: list[Round] = []
    for number, (each, again) in enumerate(zip(judged, points, strict=True), start=1):
        rounds.append(_round(each, again, number, rounds))
    talks = [
        Talk(each.reviews, touched_by(one.asks, one.new_asks, one.untracked))
        for each, one in zip(judged, rounds, strict=True)
    ]
    last = judged[-1].reviews.now
    return Rounds(tuple(rounds), ledger(talks), last.library, last.profile)


def _round(judged: Judged, again: Iterable[Reopened], number: int, earlier: Sequence[Round]) -> Round:
    traced = judged.traced
    finder = ClauseFinder(traced, judged.reviews)
    asks, new, untracked = finder.asks(), finder.new_asks(), finder.untracked()
    rules = traced.followed.rules
    return Round(
        number=number,
        sent=judged.sent,
        returned=judged.returned,
        ours=tuple(sorted(rules.ours)),
        theirs=judged.theirs,
        shows_changes=rules.is_traced,
        untracked=untracked,
        reopened=tuple(replace(each, clause=_clause_of(each, earlier)) for each in again),
        asks=asks,
        new_asks=new,
        clauses=finder.rounds(touched_by(asks, new, untracked)),
        not_compared=judged.not_compared,
    )


def _clause_of(again: Reopened, earlier: Sequence[Round]) -> str:
    point = earlier[again.closed_in - 1].point(again.closed_as)
    if isinstance(point, Ask):
        return point.clause
    return next(iter(getattr(point, "clauses", ())), "")


def _reopened(traces: Sequence[Traced]) -> list[list[Reopened]]:
    """Return for each round the points agreed before it that they changed again."""
    found: list[list[Reopened]] = []
    closed: list[Closed] = []
    offered: list[Closed] = []
    for number, traced in enumerate(traces, start=1):
        if number > 1:
            following = NextFile(traces[number - 2], traced)
            accepted, offered = following.accepted(offered)
            closed = [*following.kept(closed), *accepted]
        again, left = reopened(traced, closed)
        found.append(again)
        closed = [*left, *closed_by_them(traced, number)]
        offered = [*untouched(traced, offered), *offered_by_them(traced, number)]
    return found
