"""What became of each word of a text with tracked changes, as far as tracked changes allow.

A word with a tracked change on it may stand, or be gone: somebody accepted or rejected that. A plain word has to stand,
and nothing may be new but in a tracked change. What breaks these rules was done without a trace; of all the ways to
read what happened, the one with the least of that is taken.
"""

from collections.abc import Collection, Iterator, Sequence
from heapq import heappop, heappush

from app.comparison.rounds.layered import Unit
from app.comparison.rounds.steps import Rules, Step
from app.comparison.rounds.tidying import tidied
from app.text.alignment import align

_MOST_VISITED = 300_000
_MOST_REFINED = 160_000  # pairs of characters


def follow(old: Sequence[Unit], new: Sequence[Unit], rules: Rules) -> tuple[Step, ...]:
    """Return what became of `old` in `new`: every unit of either stands in one step, in the order of both."""
    start, stop = _plain_ends(old, new)
    head = [Step(*pair) for pair in zip(old[:start], new[:start], strict=True)]
    tail = [Step(*pair) for pair in zip(old[len(old) - stop :], new[len(new) - stop :], strict=True)]
    steps = _followed(old[start : len(old) - stop], new[start : len(new) - stop], rules)
    return tidied((*head, *_refined(steps, rules), *tail))


def _plain_ends(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[int, int]:
    """Return how many plain units both begin with, and how many they end with."""
    shortest = min(len(old), len(new))
    start = next((i for i in range(shortest) if not _is_plainly_kept(old[i], new[i])), shortest)
    rest = shortest - start
    return start, next((i for i in range(rest) if not _is_plainly_kept(old[-1 - i], new[-1 - i])), rest)


def _is_plainly_kept(old: Unit, new: Unit) -> bool:
    return old.key == new.key and old.is_plain and new.is_plain and old.is_field == new.is_field


def _followed(old: Sequence[Unit], new: Sequence[Unit], rules: Rules) -> list[Step]:
    """Return the cheapest steps (Dijkstra), or where there are too many to try, those that keep the most."""
    if not old or not new:
        return [*(Step(unit, None) for unit in old), *(Step(None, unit) for unit in new)]
    goal = (len(old), len(new))
    queue: list[tuple[int, int, int, int]] = [(0, 0, 0, 0)]
    came: dict[tuple[int, int], tuple[int, int]] = {}
    best = {(0, 0): 0}
    while queue:
        cost, _, i, j = heappop(queue)
        if cost > best[i, j]:
            continue
        if (i, j) == goal:
            return _path(old, new, came)
        if len(best) > _MOST_VISITED:
            break
        for i_next, j_next, price in _ways(old, new, i, j, rules):
            total = cost + price
            if total < best.get((i_next, j_next), total + 1):
                best[i_next, j_next] = total
                came[i_next, j_next] = (i, j)
                heappush(queue, (total, -(i_next + j_next), i_next, j_next))
    return list(_coarse(old, new, rules))


def _ways(old: Sequence[Unit], new: Sequence[Unit], i: int, j: int, rules: Rules) -> Iterator[tuple[int, int, int]]:
    """Yield where one can go from before `old[i]` and `new[j]`, and at what cost."""
    if i < len(old) and j < len(new):
        if _is_plainly_kept(old[i], new[j]):  # nothing better can be made of the two
            yield i + 1, j + 1, 0
            return
        kept = rules.kept(old[i], new[j])
        if kept is not None:
            yield i + 1, j + 1, kept
    if i < len(old):
        yield i + 1, j, rules.gone(old[i])
    if j < len(new):
        yield i, j + 1, rules.new(new[j])


def _path(old: Sequence[Unit], new: Sequence[Unit], came: dict[tuple[int, int], tuple[int, int]]) -> list[Step]:
    steps: list[Step] = []
    at = (len(old), len(new))
    while at != (0, 0):
        i, j = came[at]
        steps.append(Step(old[i] if at[0] > i else None, new[j] if at[1] > j else None))
        at = (i, j)
    steps.reverse()
    return _gone_first(steps)


def _gone_first(steps: Collection[Step]) -> list[Step]:
    """Return `steps` with what is gone before what is new wherever both stand between the same units kept."""
    ordered: list[Step] = []
    waiting: list[Step] = []
    for step in steps:
        if step.old is not None and step.new is None:
            ordered.append(step)
        elif step.old is None:
            waiting.append(step)
        else:
            ordered += [*waiting, step]
            waiting = []
    return [*ordered, *waiting]


def _coarse(old: Sequence[Unit], new: Sequence[Unit], rules: Rules) -> Iterator[Step]:
    i = j = 0
    changes = [(c.start, c.end, c.new_start, c.new_end) for c in align([u.key for u in old], [u.key for u in new])]
    for start, end, new_start, new_end in (*changes, (len(old), len(old), len(new), len(new))):
        for one, other in zip(old[i:start], new[j:new_start], strict=True):
            if rules.kept(one, other) is None:
                yield Step(one, None)
                yield Step(None, other)
            else:
                yield Step(one, other)
        yield from (Step(unit, None) for unit in old[start:end])
        yield from (Step(None, unit) for unit in new[new_start:new_end])
        i, j = end, new_end


def _refined(steps: Sequence[Step], rules: Rules) -> Iterator[Step]:
    """Yield `steps`; where tracked changes cut words, so that units do not fit, their characters are followed."""
    gap: list[Step] = []
    for step in (*steps, Step(None, None)):
        if step != (None, None) and (step.old is None or step.new is None):
            gap.append(step)
            continue
        yield from _refined_gap(gap, rules)
        gap = []
        if step != (None, None):
            yield step


def _refined_gap(gap: Sequence[Step], rules: Rules) -> Sequence[Step]:
    if not any(rules.is_untracked(step) for step in gap):
        return gap
    old = [each for step in gap if step.old is not None for each in _characters(step.old)]
    new = [each for step in gap if step.new is not None for each in _characters(step.new)]
    if not old or not new or len(old) * len(new) > _MOST_REFINED:
        return gap
    steps = _followed(old, new, rules)
    is_allowed = not any(rules.is_untracked(step) for step in steps)
    return steps if is_allowed and _keeps_whole_units(gap, steps) else gap


def _keeps_whole_units(gap: Sequence[Step], steps: Sequence[Step]) -> bool:
    """Tell whether of each unit of a gap all characters are kept, or none: else letters fit by chance."""
    for side in (0, 1):
        kept = {(unit.paragraph, unit.at) for step in steps if None not in step and (unit := step[side]) is not None}
        for unit in (step[side] for step in gap):
            places = () if unit is None else range(unit.at, unit.at + len(unit.text))
            if len({(unit is not None and (unit.paragraph, at) in kept) for at in places}) > 1:
                return False
    return True


def _characters(unit: Unit) -> Iterator[Unit]:
    for place, character in enumerate(unit.text):
        key = character if unit.key == unit.text else unit.key[place : place + 1]
        yield unit._replace(text=character, key=key, at=unit.at + place)
