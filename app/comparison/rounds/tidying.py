"""Of several ways to read the same changes, the one that a reader would: whole paragraphs, and blanks at the ends."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from app.comparison.rounds.layered import END, Unit
from app.comparison.rounds.steps import Step


def tidied(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return steps that keep as much as `steps` do."""
    return tuple(_with_blanks_at_ends(_with_whole_paragraphs(list(steps))))


def _with_whole_paragraphs(steps: list[Step]) -> list[Step]:
    """Return `steps` with what is gone, or new, from the beginning of a paragraph to an end of one where it can be."""
    at = 0
    while at < len(steps):
        end = _run_end(steps, at)
        if end > at:
            _slide(steps, at, end)
        at = max(end, at + 1)
    return steps


def _run_end(steps: Sequence[Step], start: int) -> int:
    """Return where the run of plain units ends that are all gone, or all new, and hold the end of a paragraph."""
    side = _side(steps[start])
    end = start
    while side is not None and end < len(steps) and _side(steps[end]) == side:
        end += 1
    return end if any(_alone(step).text == END for step in steps[start:end]) else start


def _side(step: Step) -> int | None:
    """Return on which side alone a plain unit stands; None for what stands on both, or bears a tracked change."""
    if step.new is None and step.old is not None and step.old.is_plain:
        return 0
    if step.old is None and step.new is not None and step.new.is_plain:
        return 1
    return None


def _alone(step: Step) -> Unit:
    unit = step.old or step.new
    if unit is None:
        raise ValueError("a step without units")
    return unit


def _slide(steps: list[Step], start: int, end: int) -> None:
    """Move the run [start, end) back or on, unit by unit, to where it begins with a paragraph, if it stays the same."""
    if _begins(steps, start):
        return
    for way in (-1, 1):
        moved, first, last = list(steps), start, end
        while first > 0 and last <= len(moved) and not _begins(moved, first) and _turn(moved, first, last, way):
            first, last = first + way, last + way
        if _begins(moved, first):
            steps[:] = moved
            return


def _turn(steps: list[Step], start: int, end: int, way: int) -> bool:
    """Move a run by one unit, if it can be, and tell that: what stood beside it is in it now, its other end kept."""
    beside, far = (start - 1, end - 1) if way < 0 else (end, start)
    if beside >= len(steps):
        return False
    (old, new), lone = steps[beside], _alone(steps[far])
    if old is None or new is None or not (old.is_plain and new.is_plain) or lone.key != old.key:
        return False
    is_gone = steps[far].new is None
    steps[far] = Step(lone, new) if is_gone else Step(old, lone)
    steps[beside] = Step(old, None) if is_gone else Step(None, new)
    return True


def _begins(steps: Sequence[Step], start: int) -> bool:
    return start == 0 or any(unit is not None and unit.text == END for unit in steps[start - 1])


def _with_blanks_at_ends(steps: Sequence[Step]) -> Iterator[Step]:
    """Yield `steps`; in each stretch without a word that is kept, blanks at both its ends are kept, if any are."""
    for is_gap, found in groupby(steps, key=lambda step: not _is_anchor(step)):
        own = list(found)
        yield from _gap(own) if is_gap and any(None in step for step in own) else own


def _is_anchor(step: Step) -> bool:
    unit = step.old
    return unit is not None and step.new is not None and (unit.text == END or any(map(str.isalnum, unit.text)))


def _gap(steps: list[Step]) -> list[Step]:
    for place in (-1, 0):
        old, new = ([unit for unit in side if unit is not None] for side in zip(*steps, strict=True))
        if old and new and _is_blank(old[place]) and _is_blank(new[place]) and old[place].key == new[place].key:
            steps = _paired(steps, old[place], new[place])
    return steps


def _is_blank(unit: Unit) -> bool:
    return unit.text.isspace() and unit.text != END and unit.is_plain


def _paired(steps: list[Step], old: Unit, new: Unit) -> list[Step]:
    """Return `steps` with `old` and `new` as one, where one of the two was alone and the other with another blank."""
    partner = next(step.new for step in steps if step.old is old)
    other = next(step.old for step in steps if step.new is new)
    if (partner is None) == (other is None):
        return steps
    paired: list[Step] = []
    for step in steps:
        if step.old is not old and step.new is not new:
            paired.append(step)
        elif None in step:
            paired.append(Step(old, new))
        else:
            paired.append(Step(None, partner) if step.old is old else Step(other, None))
    return paired
