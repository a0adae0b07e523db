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
_LONGEST_CUT = 8  # units that a word may be cut into by tracked changes in it

_Way = tuple[int, int, int]
"""How many old and how many new units a step takes, and what it costs."""


def follow(old: Sequence[Unit], new: Sequence[Unit], rules: Rules) -> tuple[Step, ...]:
    """Return what became of `old` in `new`: every unit of either stands in one step, in the order of both.

    Where tracked changes cut a word in one of the texts otherwise than in the other, it stands in several steps.
    """
    start, stop = _plain_ends(old, new)
    head = [Step(*pair) for pair in zip(old[:start], new[:start], strict=True)]
    tail = [Step(*pair) for pair in zip(old[len(old) - stop :], new[len(new) - stop :], strict=True)]
    steps = _followed(old[start : len(old) - stop], new[start : len(new) - stop], rules)
    return tidied((*head, *steps, *tail))


def _plain_ends(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[int, int]:
    """Return how many plain units both begin with, and how many they end with."""
    shortest = min(len(old), len(new))
    start = next((i for i in range(shortest) if not _is_plainly_kept(old[i], new[i])), shortest)
    rest = shortest - start
    return start, next((i for i in range(rest) if not _is_plainly_kept(old[-1 - i], new[-1 - i])), rest)


def _is_plainly_kept(old: Unit, new: Unit) -> bool:
    return old.key == new.key and old.is_plain and new.is_plain and old.is_field == new.is_field


def _followed(old: Sequence[Unit], new: Sequence[Unit], rules: Rules) -> Sequence[Step]:
    """Return the cheapest steps (Dijkstra), or where there are too many to try, those that keep the most."""
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
        for many, many_new, price in _ways(old, new, i, j, rules):
            place, total = (i + many, j + many_new), cost + price
            if total < best.get(place, total + 1):
                best[place] = total
                came[place] = (i, j)
                heappush(queue, (total, -sum(place), *place))
    return tuple(_coarse(old, new, rules))


def _ways(old: Sequence[Unit], new: Sequence[Unit], i: int, j: int, rules: Rules) -> Iterator[_Way]:
    """Yield how one can go on from before `old[i]` and `new[j]`."""
    if i < len(old) and j < len(new):
        if _is_plainly_kept(old[i], new[j]):  # nothing better can be made of the two
            yield 1, 1, 0
            return
        many, many_new = _same_words(old, new, i, j)
        kept = [rules.kept(*pair) for pair in _cut(old[i : i + many], new[j : j + many_new])] if many else []
        prices = [price for price in kept if price is not None]
        if prices and len(prices) == len(kept):
            yield many, many_new, sum(prices)
    if i < len(old):
        yield 1, 0, rules.gone(old[i])
    if j < len(new):
        yield 0, 1, rules.new(new[j])


def _same_words(old: Sequence[Unit], new: Sequence[Unit], i: int, j: int) -> tuple[int, int]:
    """Return how many units from `old[i]` and `new[j]` on have the same text, the fewest; 0 and 0 where none have."""
    text, new_text = old[i].key, new[j].key
    many = many_new = 1
    while text != new_text:
        if text.startswith(new_text) and j + many_new < len(new):
            new_text += new[j + many_new].key
            many_new += 1
        elif new_text.startswith(text) and i + many < len(old):
            text += old[i + many].key
            many += 1
        else:
            return 0, 0
        if many + many_new > _LONGEST_CUT:
            return 0, 0
    return many, many_new


def _cut(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Yield pieces of units whose texts are the same, as long as they can be."""
    if len(old) == len(new) == 1:  # of which the keys alone may be the same
        yield old[0], new[0]
        return
    i = j = at = at_new = 0
    while i < len(old) and j < len(new):
        length = min(len(old[i].text) - at, len(new[j].text) - at_new)
        yield _piece(old[i], at, length), _piece(new[j], at_new, length)
        at, at_new = at + length, at_new + length
        if at == len(old[i].text):
            i, at = i + 1, 0
        if at_new == len(new[j].text):
            j, at_new = j + 1, 0


def _piece(unit: Unit, start: int, length: int) -> Unit:
    if length == len(unit.text):
        return unit
    end = start + length
    return unit._replace(text=unit.text[start:end], key=unit.key[start:end], at=unit.at + start)


def _path(old: Sequence[Unit], new: Sequence[Unit], came: dict[tuple[int, int], tuple[int, int]]) -> list[Step]:
    steps: list[Step] = []
    at = (len(old), len(new))
    while at != (0, 0):
        i, j = came[at]
        if at[0] > i and at[1] > j:
            steps += reversed([Step(*pair) for pair in _cut(old[i : at[0]], new[j : at[1]])])
        else:
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
