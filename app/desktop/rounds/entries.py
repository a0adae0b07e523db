"""The points of a round as they are listed: in groups, those first that must be seen first, and kept by a filter."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

from app.model.rounds import QUIET, AnswerKind, Ask, Point, Reopened, Round, Site, Untracked
from app.model.span import Span

Group = Literal["untracked", "reopened", "new", "quiet"] | AnswerKind
"""What a point is: an edit without a trace, a closed point opened again, what became of an ask, an ask of theirs, or
something without a trace that changes no words."""

GROUPS: tuple[Group, ...] = ("untracked", "reopened", *get_args(AnswerKind), "new", "quiet")
"""In the order in which they are listed."""

ALARMS: tuple[Group, ...] = ("untracked", "reopened")
"""What must be seen first."""


def group_of(point: Point) -> Group:
    """Return the group of a point."""
    if isinstance(point, Untracked):
        return "quiet" if point.kind in QUIET else "untracked"
    if isinstance(point, Reopened):
        return "reopened"
    return point.answer if isinstance(point, Ask) else "new"


def listed_points(one: Round) -> tuple[Point, ...]:
    """Return the points of a round, group by group."""
    return tuple(sorted(one.points(), key=lambda point: GROUPS.index(group_of(point))))


def counts(points: Iterable[Point]) -> Mapping[Group, int]:
    """Return how many points each group has."""
    return Counter(group_of(point) for point in points)


def sites_of(point: Point) -> tuple[Site | None, Site]:
    """Return where a point stood in what was sent, None where that is not known, and where it stands now."""
    if isinstance(point, Ask | Untracked):
        return point.sent, point.returned
    return None, point.site


def words_of(point: Point) -> tuple[str, str]:
    """Return the words that were sent, or were agreed, and those that came back."""
    if isinstance(point, Ask):
        return point.asked, point.now
    if isinstance(point, Reopened):
        return point.agreed, point.now
    return point.before, point.after


def answerable(rounds: Sequence[Round], number: int) -> bool:
    """Return whether the points of the round with a number are to be answered: those of the last one are."""
    return bool(rounds) and rounds[-1].number == number


def differing(sent: str, back: str) -> tuple[Span, Span]:
    """Return where two texts differ: all between the words with which both begin and those with which both end."""
    start = end = 0
    least = min(len(sent), len(back))
    while start < least and sent[start] == back[start]:
        start += 1
    while start and start < max(len(sent), len(back)) and not _is_between(sent, back, start):
        start -= 1
    while end < least - start and sent[-1 - end] == back[-1 - end]:
        end += 1
    while end and not _is_between(sent, back, -end):
        end -= 1
    return Span(start, len(sent) - end), Span(start, len(back) - end)


def _is_between(sent: str, back: str, at: int) -> bool:
    """Return whether a place has a blank, or an end of the text, on one side at least, in both texts."""
    return all(
        not text[:at].strip() or not text[at:] or text[:at][-1].isspace() or text[at:][0].isspace()
        for text in (sent, back)
    )
