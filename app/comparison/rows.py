"""What stands side by side of two texts: what moved stands twice, where it was and where it is."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from app.text.blocks import Aligned

PlacedRow = tuple[tuple[int, ...], tuple[int, ...], int]
"""Places in the old text and in the new, and the place in the alignment of what they are of."""


def rows_of(aligned: Sequence[Aligned]) -> Iterator[PlacedRow]:
    """Yield the rows of an alignment; both sides ascend. What moved away follows what it followed and did not move."""
    left: dict[int, list[PlacedRow]] = {}  # what moved away, by the place in the old text that it stood after
    stayed = sorted(each.old[-1] for each in aligned if each.old and not _moved(each))
    for place, each in enumerate(aligned):
        if _moved(each):
            after = bisect_left(stayed, each.old[0])
            left.setdefault(stayed[after - 1] if after else -1, []).append((each.old, (), place))
    yield from sorted(left.get(-1, ()))
    for place, each in enumerate(aligned):
        if _moved(each):
            yield (), each.new, place
            continue
        yield each.old, each.new, place
        if each.old:
            yield from sorted(left.get(each.old[-1], ()))


def _moved(aligned: Aligned) -> bool:
    return aligned.is_moved and bool(aligned.old and aligned.new)
