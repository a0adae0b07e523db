"""Parts of a block that was split: the blocks beside one of them that hold the rest of its words."""

from collections.abc import Collection, Sequence

from app.text.alignment import align, weight

_LEAST_REST = 1.0  # weight of words that a part must take of what the others leave
_LEAST_SHARE = 0.6  # share of the words of a part that come from the whole
_MOST_EMPTY = 2  # empty blocks between two parts


def parts_beside(
    whole: Sequence[str], seed: int, blocks: Sequence[Sequence[str]], free: Collection[int]
) -> tuple[int, ...]:
    """Return the places of `blocks` that `whole` was split into, `seed` among them, in order and without a gap.

    Each takes words that stand beside those of the others in the whole. The words of all blocks are given.
    """
    parts = [seed]
    for step in (1, -1):
        while True:
            beside = _next_part(parts[-1] if step > 0 else parts[0], step, blocks, free)
            if not beside or not _belongs(whole, parts, beside[-1], blocks):
                break
            parts = sorted(parts + beside)
    return tuple(parts)


def _next_part(place: int, step: int, blocks: Sequence[Sequence[str]], free: Collection[int]) -> list[int]:
    """Return the place of the next block with words and of the empty ones before it; none where one is taken."""
    found: list[int] = []
    while len(found) <= _MOST_EMPTY:
        place += step
        if not 0 <= place < len(blocks) or place not in free:
            return []
        found.append(place)
        if blocks[place]:
            return found
    return []


def _belongs(whole: Sequence[str], parts: Sequence[int], other: int, blocks: Sequence[Sequence[str]]) -> bool:
    """Return whether most of what a further part says is in the whole, where the other parts leave it."""
    words: list[str] = []
    starts = {}
    for part in sorted((*parts, other)):
        starts[part] = len(words)
        words += blocks[part]
    start, end = starts[other], starts[other] + len(blocks[other])
    taken = sum(map(weight, blocks[other]))
    new = sum(
        sum(map(weight, words[max(change.new_start, start) : min(change.new_end, end)]))
        for change in align(whole, words)
    )
    return taken - new >= max(_LEAST_REST, _LEAST_SHARE * taken)
