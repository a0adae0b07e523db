"""The points of a round: what became of our asks, what they ask, and what was changed without a trace."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.comparison.rounds.earlier import Earlier
from app.comparison.rounds.layered import END, Mark, Unit
from app.comparison.rounds.passages import Followed, Passage
from app.comparison.rounds.sites import Sites
from app.comparison.rounds.steps import Step
from app.comparison.rounds.stretches import (
    Range,
    is_asked,
    is_blank,
    is_quiet,
    new_words,
    old_words,
    plainly,
    reached,
    stretches,
)
from app.model.rounds import AnswerKind, Ask, NewAsk, Site, Untracked, UntrackedKind


@dataclass(frozen=True, slots=True)
class Stretch:
    """The steps [start, end) of a passage."""

    passage: int
    start: int
    end: int


AnyPoint = TypeVar("AnyPoint", bound=Ask | NewAsk | Untracked)


@dataclass(frozen=True, slots=True)
class Found(Generic[AnyPoint]):
    """A point, and where it was found.

    Attributes:
        sent: Where it stood in the file that was sent.
        stretch: None for what was said in a comment alone.
    """

    point: AnyPoint
    sent: Site
    stretch: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Points:
    """All points of a round."""

    asks: tuple[Found[Ask], ...]
    new_asks: tuple[Found[NewAsk], ...]
    untracked: tuple[Found[Untracked], ...]


class PointFinder:
    """Finds the points in a file that was followed.

    Attributes:
        sent: The sites of the file that was sent; so `returned`.
    """

    def __init__(
        self, followed: Followed, sent: Sites, returned: Sites, earlier: Earlier, accepted: Callable[[Site], bool]
    ) -> None:
        """Take what was followed and was there `earlier`; `accepted` tells whether we accepted what a site holds."""
        self.sent = sent
        self.returned = returned
        self._passages = followed.passages
        self._rules = followed.rules
        self._earlier = earlier
        self._accepted = accepted

    def find(self) -> Points:
        """Return the points, each sort in the order of the file, without ids and comments."""
        asks: list[Found[Ask]] = []
        new: list[Found[NewAsk]] = []
        untracked: list[Found[Untracked]] = []
        for place, passage in enumerate(self._passages):
            regions = self._regions(passage.steps)
            own = (self._ask(place, passage.steps, *region) for region in regions)
            asks += (ask for ask in own if ask.point.before or ask.point.asked)  # not the end of a paragraph alone
            new += self._new_asks(place, passage.steps, regions)
            untracked += self._untracked(place, passage, regions)
        return Points(tuple(asks), tuple(new), tuple(untracked))

    def _is_ours(self, step: Step) -> bool:
        """Tell whether a step is part of an ask: a tracked change of ours that was not dealt with before."""
        old = step.old
        return old is not None and (self._asks(old, old.inserted) or self._asks(old, old.deleted))

    def _asks(self, unit: Unit, mark: Mark | None) -> bool:
        return mark is not None and self._rules.is_ours(mark) and not self._earlier.is_dealt_with(mark, unit)

    def _asks_anew(self, unit: Unit, mark: Mark | None) -> bool:
        return self._asks(unit, mark) and mark is not None and self._earlier.is_new(mark)

    def _is_changed(self, step: Step) -> bool:
        return self._rules.is_tracked(step) or (self._rules.is_untracked(step) and not is_quiet(step))

    def _before(self, inside: Sequence[Step]) -> str:
        """Return the words that stood there before we asked: what we asked anew counts, where there is such."""
        units = [step.old for step in inside if step.old is not None]
        is_anew = any(self._asks_anew(unit, mark) for unit in units for mark in (unit.inserted, unit.deleted))
        asks = self._asks_anew if is_anew else self._asks

        def stood(step: Step) -> bool:
            old = step.old
            return old is not None and not asks(old, old.inserted) and (old.deleted is None or asks(old, old.deleted))

        return old_words(inside, stood)

    def _regions(self, steps: Sequence[Step]) -> list[Range]:
        """Return where our asks stand, with what was changed right beside them."""
        changed, ours = list(map(self._is_changed, steps)), list(map(self._is_ours, steps))
        told = [own for own in stretches(steps, ours) if any(map(self._is_telling, steps[slice(*own)]))]
        return _merged([reached(steps, *own, changed) for own in told])

    def _is_telling(self, step: Step) -> bool:
        """Tell whether a step makes an ask of a round: marks and blanks of an earlier one alone do not."""
        old = step.old
        if old is None or not self._is_ours(step):
            return False
        has_word = old.text == END or any(map(str.isalnum, old.text))
        return has_word or self._asks_anew(old, old.inserted) or self._asks_anew(old, old.deleted)

    # Asks

    def _ask(self, place: int, steps: Sequence[Step], start: int, end: int) -> Found[Ask]:
        inside = steps[start:end]
        before, asked, now = self._before(inside), old_words(inside, is_asked), new_words(inside)
        ask = Ask(
            id="",
            clause="",
            sent=self._sent_site(place, steps, start, end),
            returned=self._returned_site(place, steps, start, end),
            before=before,
            asked=asked,
            now=now,
            answer=self._answer(inside, before, asked, now),
            is_tracked=any(map(self._rules.is_tracked, inside)),
        )
        return Found(ask, ask.sent, Stretch(place, start, end))

    def _answer(self, inside: Sequence[Step], before: str, asked: str, now: str) -> AnswerKind:
        is_open = all(self._is_untouched(step) for step in inside if self._is_ours(step))
        if is_open and not any(map(self._is_changed, inside)):
            return "ignored"
        if plainly(now) == plainly(asked):
            return "accepted"
        return "rejected" if plainly(now) == plainly(before) else "countered"

    def _is_untouched(self, step: Step) -> bool:
        old, new = step
        if old is None or new is None:
            return False
        return self._rules.is_same(old.inserted, new.inserted) and self._rules.is_same(old.deleted, new.deleted)

    # What they ask

    def _new_asks(self, place: int, steps: Sequence[Step], regions: Sequence[Range]) -> Iterator[Found[NewAsk]]:
        taken = {at for start, end in regions for at in range(start, end)}
        chosen = [self._rules.is_tracked(step) and at not in taken for at, step in enumerate(steps)]
        for start, end in stretches(steps, chosen):
            inside = steps[start:end]
            marks = [mark for step in inside if self._rules.is_tracked(step) and (mark := _mark_of(step)) is not None]
            ask = NewAsk(
                id="",
                clauses=(),
                site=self._returned_site(place, steps, start, end),
                before=old_words(inside, is_asked),
                after=new_words(inside),
                author=marks[0].author,
                date=marks[0].date,
            )
            if ask.before or ask.after:
                yield Found(ask, self._sent_site(place, steps, start, end), Stretch(place, start, end))

    # What was changed without a trace

    def _untracked(self, place: int, passage: Passage, regions: Sequence[Range]) -> Iterator[Found[Untracked]]:
        steps = passage.steps
        if passage.is_moved:
            yield self._edit(place, steps, (0, len(steps)), "moved")
        done = set[Range]()
        chosen = list(map(self._rules.is_untracked, steps))
        for own in stretches(steps, chosen):
            kind = _kind(
                [step for step, is_chosen in zip(steps[slice(*own)], chosen[slice(*own)], strict=True) if is_chosen]
            )
            whole = own if kind else next((each for each in regions if each[0] < own[1] and own[0] < each[1]), own)
            if whole not in done:
                yield self._edit(place, steps, whole, kind)
            done.add(whole)
        for own in stretches(steps, list(map(_is_put_out_of_sight, steps))):
            yield self._edit(place, steps, own, "hidden")
        for own in stretches(steps, list(map(self._rules.is_settled, steps))):
            is_answered = any(each[0] <= own[1] and own[0] <= each[1] for each in regions)
            if not is_answered and not self._accepted(self._sent_site(place, steps, *own)):
                yield self._edit(place, steps, own, "settled")

    def _edit(self, place: int, steps: Sequence[Step], own: Range, kind: UntrackedKind | None) -> Found[Untracked]:
        start, end = own
        inside = steps[start:end]
        before = old_words(inside, self._stood_before_theirs if kind == "settled" else is_asked)
        after = new_words(inside)
        if kind is None:
            kind = "changed" if before and after else "added" if after else "removed"
        marks = [
            mark
            for step in inside
            if step.new is not None and self._rules.is_untracked(step)
            for mark in (step.new.inserted, step.new.deleted)
        ]
        edit = Untracked(
            id="",
            kind=kind,
            clauses=(),
            sent=self._sent_site(place, steps, start, end),
            returned=self._returned_site(place, steps, start, end),
            before=before,
            after=after,
            in_our_name=any(map(self._rules.is_ours, marks)),
        )
        return Found(edit, edit.sent, Stretch(place, start, end))

    def _stood_before_theirs(self, step: Step) -> bool:
        """Tell whether the old unit of a step stood there before the open changes of the other side."""
        old, is_ours = step.old, self._rules.is_ours
        return old is not None and (old.inserted is None or is_ours(old.inserted)) and not is_ours(old.deleted)

    # Sites

    def _sent_site(self, place: int, steps: Sequence[Step], start: int, end: int) -> Site:
        units = [step.old for step in steps]
        if any(unit is not None for unit in units):
            return self.sent.of_steps(units, start, end)
        last = next((passage.old[-1] for passage in reversed(self._passages[:place]) if passage.old), None)
        return self.sent.after(last)

    def _returned_site(self, place: int, steps: Sequence[Step], start: int, end: int) -> Site:
        units = [step.new for step in steps]
        if any(unit is not None for unit in units):
            return self.returned.of_steps(units, start, end)
        last = next((passage.new[-1] for passage in reversed(self._passages[:place]) if passage.new), None)
        return self.returned.after(last)


def _merged(regions: Sequence[Range]) -> list[Range]:
    """Return `regions` with those that overlap as one."""
    merged: list[Range] = []
    for start, end in regions:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is_put_out_of_sight(step: Step) -> bool:
    old, new = step
    return old is not None and new is not None and new.is_hidden and not old.is_hidden and new.deleted is None


def _kind(steps: Sequence[Step]) -> UntrackedKind | None:
    units = [unit for step in steps for unit in step if unit is not None]
    if all(unit.is_field for unit in units):
        return "field"
    if all(unit.text == END for unit in units):
        return "parted"
    if all(is_blank(unit.text) for unit in units):
        return "blanks"
    return None


def _mark_of(step: Step) -> Mark | None:
    new = step.new
    return None if new is None else new.inserted if step.old is None else new.deleted
