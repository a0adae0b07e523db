"""Which blocks of an old text became which of a new one: paragraphs, rows of a table, sections."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.text.block_pairs import BlockPairs


@dataclass(frozen=True, slots=True)
class Aligned:
    """Blocks that belong together, by their places in either text.

    Attributes:
        old: Places in the old text, in order, side by side; none for what is new, several where they were merged.
        new: Places in the new text; none for what is gone, several where one was split.
        is_moved: Whether it stands elsewhere among the others than it did.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    is_moved: bool = False


def align_blocks(old: Sequence[str], new: Sequence[str]) -> tuple[Aligned, ...]:
    """Return which blocks of `old` became which of `new`; every block of either stands in the result once.

    Blocks are paired that are the same or share most of the words that say something, one with several where it was
    split or they were merged. The fewest possible count as moved, and only blocks with enough words to be told from
    others, with what moved beside them. A repeated or empty block goes with its neighbours.

    What did not move ascends on both sides. What is gone stands after the unmoved block that preceded it, and before
    what is new there; what moved stands at its new place. The way back pairs the same blocks.
    """
    if list(old) > list(new):
        groups = [(b, a, moved) for a, b, moved in BlockPairs(new, old).groups()]
    else:
        groups = BlockPairs(old, new).groups()
    return in_order([Aligned(*group) for group in groups], len(old), len(new))


def in_order(groups: Iterable[Aligned], old_count: int, new_count: int) -> tuple[Aligned, ...]:
    """Return `groups` and each other block of two texts by itself, in the order of the result of `align_blocks`."""
    old_start: dict[int, Aligned] = {}
    new_start: dict[int, Aligned] = {}
    paired: set[int] = set()
    paired_new: set[int] = set()
    for group in groups:
        old_start[group.old[0]] = new_start[group.new[0]] = group
        paired.update(group.old)
        paired_new.update(group.new)

    gone: dict[int, list[Aligned]] = {}  # by the place in the new text of the unmoved block before them
    last = -1
    for place in range(old_count):
        if place not in paired:
            gone.setdefault(last, []).append(Aligned((place,), ()))
        elif place in old_start and not old_start[place].is_moved:
            last = old_start[place].new[0]
    ordered = gone.get(-1, [])
    for place in range(new_count):
        if place not in paired_new:
            ordered.append(Aligned((), (place,)))
        elif place in new_start:
            ordered.append(new_start[place])
            ordered += gone.get(place, ())
    return tuple(ordered)
