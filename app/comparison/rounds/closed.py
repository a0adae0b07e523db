"""Points that were agreed in one round, watched through the files of those that follow."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.comparison.rounds.asks import Stretch
from app.comparison.rounds.layered import END, Unit
from app.comparison.rounds.passages import Followed, follow_file
from app.comparison.rounds.steps import Rules, Step
from app.comparison.rounds.stretches import is_asked, is_quiet, new_words, old_words
from app.comparison.rounds.trace import Traced
from app.model.rounds import Ask, NewAsk, Reopened, Site
from app.model.span import Span

_BESIDE = 12  # characters on either side of a point, by any of which it is found again


Character = tuple[int, int]
"""The ordinal of a paragraph, and a place in its text, deleted words counted too."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A point that was agreed, or that we may agree to, in one of the files.

    Attributes:
        agreed: Its words.
        before: Characters of words that stand before it, the nearest first; so `after`.
    """

    point: Ask | NewAsk
    round: int
    agreed: str
    before: tuple[Character, ...]
    after: tuple[Character, ...]


def closed_by_them(traced: Traced, number: int) -> Iterator[Closed]:
    """Yield our asks that they accepted, as they stand in the file that they returned."""
    for found in traced.points.asks:
        if found.point.answer == "accepted" and found.stretch is not None:
            yield _closed(traced.followed, found.stretch, found.point, found.point.now, number)


def offered_by_them(traced: Traced, number: int) -> Iterator[Closed]:
    """Yield what they want in the place of our asks, and what they ask, in the file that they returned."""
    for found in traced.points.asks:
        if found.point.answer in ("countered", "rejected") and found.stretch is not None:
            yield _closed(traced.followed, found.stretch, found.point, found.point.now, number)
    for new in traced.points.new_asks:
        if new.stretch is not None:
            yield _closed(traced.followed, new.stretch, new.point, new.point.after, number)


class NextFile:
    """The file that we sent after what they had returned, and what it does to the points that were agreed."""

    def __init__(self, returned: Traced, sent: Traced) -> None:
        self._followed = follow_file(returned.followed.new, sent.followed.old, Rules(frozenset()))
        self._sent = sent

    def kept(self, points: Iterable[Closed]) -> Iterator[Closed]:
        """Yield those of the agreed `points` that we left alone, as they stand in that file."""
        for point in points:
            if not _is_touched(self._followed, point):
                yield from _carried(self._followed, point)

    def accepted(self, points: Iterable[Closed]) -> tuple[list[Closed], list[Closed]]:
        """Return those of the offered `points` that we accepted, and those that we left as they are.

        To accept is to make them part of the text, or to say so in a comment.
        """
        accepted: list[Closed] = []
        left: list[Closed] = []
        for point in points:
            if _is_touched(self._followed, point):
                continue
            for carried in _carried(self._followed, point):
                is_said = self._sent.remarks.has_accepted(_site(self._sent, carried))
                is_text = _is_made_text(_between(self._followed, point))
                (accepted if is_said or is_text else left).append(carried)
        return accepted, left


def untouched(traced: Traced, points: Iterable[Closed]) -> list[Closed]:
    """Return those of the `points` that they left alone, as they stand in the file that they returned."""
    return [
        carried
        for point in points
        if not _is_touched(traced.followed, point)
        for carried in _carried(traced.followed, point)
    ]


def reopened(traced: Traced, points: Iterable[Closed]) -> tuple[list[Reopened], list[Closed]]:
    """Return those of the agreed `points` that they changed again, and the others as they stand in their file."""
    found: list[Reopened] = []
    left: list[Closed] = []
    for point in points:
        where = _where(traced.followed, point)
        if where is None or not _is_touched(traced.followed, point):
            left += _carried(traced.followed, point)
        else:
            found.append(_reopened(traced, point, where, f"R{len(found) + 1}"))
    return found, left


def _reopened(traced: Traced, point: Closed, where: Stretch, name: str) -> Reopened:
    points = traced.points
    stretches = [(found.point.id, found.stretch) for found in points.untracked]
    stretches += [(found.point.id, found.stretch) for found in points.asks]
    stretches += [(found.point.id, found.stretch) for found in points.new_asks]
    by = [name for name, stretch in stretches if stretch is not None and _overlap(stretch, where)]
    steps = traced.followed.passages[where.passage].steps
    return Reopened(
        id=name,
        clause="",
        closed_in=point.round,
        closed_as=point.point.id,
        site=traced.returned.of_steps([step.new for step in steps], where.start, where.end),
        agreed=point.agreed,
        now=_in_the_place_of(point.agreed, steps[where.start : where.end]),
        by=tuple(by),
    )


def _in_the_place_of(agreed: str, steps: Sequence[Step]) -> str:
    """Return the new words among `steps`, without the marks on either side that stand beside `agreed` words too."""
    now = new_words(steps)
    before, found, after = old_words(steps, is_asked).partition(agreed) if agreed else ("", "", "")
    return now.removeprefix(before).removesuffix(after).strip() if found else now


def _closed(followed: Followed, stretch: Stretch, point: Ask | NewAsk, agreed: str, number: int) -> Closed:
    units = [step.new for step in followed.passages[stretch.passage].steps]
    before = _beside(reversed(units[: stretch.start]), is_backwards=True)
    return Closed(point, number, agreed, before, _beside(units[stretch.end :], is_backwards=False))


def _beside(units: Iterable[Unit | None], *, is_backwards: bool) -> tuple[Character, ...]:
    """Return the first characters of words among `units` that stand, or the end of a paragraph."""
    found: list[Character] = []
    for unit in units:
        if unit is None or unit.deleted is not None:
            continue
        if unit.text == END:
            found.append((unit.paragraph, unit.at))
            break
        places = [place for place, letter in enumerate(unit.text) if letter.isalnum()]
        found += [(unit.paragraph, unit.at + place) for place in (reversed(places) if is_backwards else places)]
        if len(found) >= _BESIDE:
            break
    return tuple(found[:_BESIDE])


def _where(followed: Followed, point: Closed) -> Stretch | None:
    """Return the steps between what stands before a point and what stands after it.

    None where nothing was done to its paragraph, or none of it is found again.
    """
    place = _passage_of(followed, (*point.before, *point.after))
    if place is None or not followed.passages[place].steps:
        return None
    steps = followed.passages[place].steps
    kept = [number for number, step in enumerate(steps) if step.old is not None and step.new is not None]
    start = next((n + 1 for each in point.before for n in kept if _holds(steps[n].old, each)), 0)
    end = next((n for each in point.after for n in kept if _holds(steps[n].old, each)), len(steps))
    return Stretch(place, start, end) if start <= end else None


def _passage_of(followed: Followed, characters: Sequence[Character]) -> int | None:
    ordinals = {ordinal for ordinal, _ in characters}
    return next((n for n, each in enumerate(followed.passages) if not ordinals.isdisjoint(each.old)), None)


def _holds(unit: Unit | None, character: Character) -> bool:
    ordinal, at = character
    return unit is not None and unit.paragraph == ordinal and unit.at <= at < unit.at + max(len(unit.text), 1)


def _is_touched(followed: Followed, point: Closed) -> bool:
    return any(
        followed.rules.is_tracked(step) or (followed.rules.is_untracked(step) and not is_quiet(step))
        for step in _between(followed, point)
    )


def _between(followed: Followed, point: Closed) -> Sequence[Step]:
    where = _where(followed, point)
    return () if where is None else followed.passages[where.passage].steps[where.start : where.end]


def _is_made_text(steps: Sequence[Step]) -> bool:
    """Tell whether the open tracked changes among `steps` were accepted."""
    was_open = any(step.old is not None and not step.old.is_plain for step in steps)
    is_plain = all(step.new is None or step.new.is_plain for step in steps)
    return was_open and is_plain and old_words(steps, is_asked) == new_words(steps)


def _carried(followed: Followed, point: Closed) -> Iterator[Closed]:
    """Yield a point as it stands in the new file; nothing where neither side of it is found there."""
    place = _passage_of(followed, (*point.before, *point.after))
    if place is None:
        return
    before, after = (tuple(_followed(followed, place, side)) for side in (point.before, point.after))
    if before or after:
        yield replace(point, before=before, after=after)


def _followed(followed: Followed, place: int, characters: Sequence[Character]) -> Iterator[Character]:
    passage = followed.passages[place]
    for ordinal, at in characters:
        if not passage.steps:
            yield passage.new[0], at
        for old, new in passage.steps:
            if old is not None and new is not None and _holds(old, (ordinal, at)):
                yield new.paragraph, new.at + at - old.at


def _site(traced: Traced, point: Closed) -> Site:
    """Return the site of a point of the file that was sent."""
    sites = traced.sent
    ordinal, start = point.before[0] if point.before else (point.after[0][0], -1)
    paragraph = sites.paragraphs[ordinal]
    end = point.after[0][1] if point.after and point.after[0][0] == ordinal else len(paragraph.text)
    begin = len(paragraph.accepted(0, start + 1))
    return sites.site(ordinal, Span(begin, max(begin, len(paragraph.accepted(0, end)))))


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.passage == other.passage and one.start < other.end and other.start < one.end
