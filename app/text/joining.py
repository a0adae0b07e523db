"""Changes as a reader would cut them: at natural borders, and one where several read as one."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from app.text.alignment import Change, weight

_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*(?:\s|$)|\n")
_MOST_KEPT = 2.0  # weight of what may be struck and written again, between two changes, for the sake of reading
_PAIR_KEPT = 4.0  # so between an opening and a closing mark
_FURTHEST = 50  # units that a change is moved over, or that a pair of marks spans: no text takes long
_ROUNDING = 1e-6
_STOPS = ".!?"
_CLOSING = {")": "(", "]": "[", "”": "“"}
_CONJUNCTIONS = frozenset(("and", "or", "but", "nor", "provided", "except", "including"))


def slid(changes: Sequence[Change], a: Sequence[str], b: Sequence[str]) -> tuple[Change, ...]:
    """Return `changes` with each pure insertion or deletion where its ends fall on the most natural borders."""
    moved: list[Change] = []
    for number, change in enumerate(changes):
        before = change.start - (moved[-1].end if moved else 0)
        after = (changes[number + 1].start if number + 1 < len(changes) else len(a)) - change.end
        by = 0
        if change.start == change.end:
            by = _best_slide(b, change.new_start, change.new_end, before, after)
        elif change.new_start == change.new_end:
            by = _best_slide(a, change.start, change.end, before, after)
        moved.append(
            Change(change.start + by, change.end + by, change.new_start + by, change.new_end + by) if by else change
        )
    return tuple(moved)


def _best_slide(units: Sequence[str], start: int, end: int, before: int, after: int) -> int:
    """Return by how much [start, end) is best moved over at most so many equal units before and after it."""
    back = 0
    while back < min(before, _FURTHEST) and units[start - 1 - back] == units[end - 1 - back]:
        back += 1
    on = 0
    while on < min(after, _FURTHEST) and units[start + on] == units[end + on]:
        on += 1
    return max(range(-back, on + 1), key=lambda by: (_rank(units, start + by, end + by), -abs(by)), default=0)


def _rank(units: Sequence[str], start: int, end: int) -> float:
    whole = 3.0 if not _unmatched(units[start:end]) else 0.0
    return whole + _border(units, start) + _border(units, end)


def _border(units: Sequence[str], index: int) -> float:
    """Return how natural a border is between the units before and at `index`."""
    if index in (0, len(units)):
        return 5.0
    left, right = units[index - 1], units[index]
    if left.isspace():
        return _border_at_word(units[index - 2] if index > 1 else "", right)
    if right.isspace():
        return 5.5 if left[0] in _STOPS else 1.0  # so a sentence looks like the one it follows
    return 3.0 if right[0] in ",.;:)" else 0.5


def _border_at_word(last: str, word: str) -> float:
    """Return how natural a border is between the unit `last` with a blank after it and `word`."""
    if last and last[0] in _STOPS:
        return 5.0
    if last in (",", ";", ":"):
        return 4.0
    if word.lower() in _CONJUNCTIONS:
        return 3.5
    if last.isalpha() and weight(last) < 1:
        return 1.5  # an article or preposition would be parted from its noun
    return 3.0 if weight(word) < 1 else 2.5


def joined(changes: Sequence[Change], a: Sequence[str], b: Sequence[str]) -> tuple[Change, ...]:
    """Return `changes` with those made one that a reader would see as one.

    These are changes with only blanks between them, those that put in or take out the two marks of a pair, and those
    of a stretch of which too little stays to be read as kept.
    """
    beside = _merge_pairs(changes, a, b)
    return tuple(change for chain in _chains(beside, a) for change in _gathered(chain, a, b))


def _merge_pairs(changes: Sequence[Change], a: Sequence[str], b: Sequence[str]) -> list[Change]:
    merged: list[Change] = []
    for change in changes:
        if merged and _belong_together(merged[-1], change, a, b):
            merged[-1] = _merged(merged[-1], change)
        else:
            merged.append(change)
    return merged


def _belong_together(left: Change, right: Change, a: Sequence[str], b: Sequence[str]) -> bool:
    kept = a[left.end : right.start]
    if all(map(str.isspace, kept)):
        return True
    reach = max(right.end - left.start, right.new_end - left.new_start)
    if reach > _FURTHEST or sum(map(weight, kept)) > _PAIR_KEPT or _unmatched(kept):
        return False
    sides = ((left.start, left.end, right.end, a), (left.new_start, left.new_end, right.new_end, b))
    return any(_unmatched(units[start:end]) and not _unmatched(units[start:stop]) for start, end, stop, units in sides)


def _unmatched(units: Sequence[str]) -> bool:
    """Return whether parentheses or quotes open or close in `units` that do not both."""
    stack: list[str] = []
    for unit in units:
        for mark in unit if not unit[0].isalnum() else ():
            if mark in _CLOSING.values():
                stack.append(mark)
            elif mark in _CLOSING and (not stack or stack.pop() != _CLOSING[mark]):
                return True
    return bool(stack)


def _chains(changes: Sequence[Change], a: Sequence[str]) -> Iterator[list[Change]]:
    """Yield the changes in stretches inside which no sentence ends and little is kept between any two."""
    chain: list[Change] = []
    for change in changes:
        if chain:
            kept = a[chain[-1].end : change.start]
            if sum(map(weight, kept)) > _MOST_KEPT or _SENTENCE_END.search("".join(kept)):
                yield chain
                chain = []
        chain.append(change)
    if chain:
        yield chain


def _gathered(chain: Sequence[Change], a: Sequence[str], b: Sequence[str]) -> list[Change]:
    """Return `chain` as one change where it reads as one; else cut where most is kept, and each part so gathered.

    Two changes read as one if less than half of the words replaced is kept between them, more if less than all. Where
    nothing is replaced, words only put in or only taken out, any word kept is read as such.
    """
    kept = [sum(map(weight, a[left.end : right.start])) for left, right in pairwise(chain)]
    kept_before = [0.0, *accumulate(kept)]
    struck_before = [0.0, *accumulate(sum(map(weight, a[each.start : each.end])) for each in chain)]
    written_before = [0.0, *accumulate(sum(map(weight, b[each.new_start : each.new_end])) for each in chain)]
    done: list[Change] = []
    waiting = [(0, len(chain))]
    while waiting:
        first, end = waiting.pop()
        struck, written = struck_before[end] - struck_before[first], written_before[end] - written_before[first]
        patience = min(struck, written) * (0.5 if end - first == 2 else 1.0)
        if end - first == 1 or kept_before[end - 1] - kept_before[first] < patience - _ROUNDING:
            done.append(_merged(chain[first], chain[end - 1]))
            continue
        middle = (first + end) / 2
        cut = max(range(first + 1, end), key=lambda place: (kept[place - 1], -abs(place - middle)))
        waiting += [(cut, end), (first, cut)]
    return done


def _merged(first: Change, last: Change) -> Change:
    return Change(first.start, last.end, first.new_start, last.new_end)
