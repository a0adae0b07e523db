"""What two texts, cut into units, have in common."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_COMMON_WORDS = (
    "a an and any all as at be been by for from if in into is are it its may no of on or other per shall such than "
    "that the their them these this those to under upon which will with "
    "percent dollars euros pounds thousand million billion"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_MARK_WEIGHT, _COMMON_WEIGHT = 0.1, 0.4

_Pair = tuple[int, int]
"""Indices of the same unit in the old and the new text."""


@dataclass(frozen=True, slots=True)
class Change:
    """Units [start, end) of the old text become units [new_start, new_end) of the new."""

    start: int
    end: int
    new_start: int
    new_end: int


def weight(unit: str) -> float:
    """Return how much a unit says that stays where it was: blanks nothing, a word that any sentence has little."""
    if not any(map(str.isalnum, unit)):
        return 0.0 if unit.isspace() else _MARK_WEIGHT
    return _COMMON_WEIGHT if unit.lower() in _COMMON else 1.0


def align(a: Sequence[str], b: Sequence[str]) -> tuple[Change, ...]:
    """Return the changes that make `b` of `a`, in order, with something kept between any two.

    As many as possible of the words that say something are kept, and between those as many of all units as possible.
    """
    shortest = min(len(a), len(b))
    prefix = next((i for i in range(shortest) if a[i] != b[i]), shortest)
    rest = shortest - prefix
    suffix = next((i for i in range(rest) if a[-1 - i] != b[-1 - i]), rest)
    ends = len(a) - suffix, len(b) - suffix
    kept = [ends]
    for find in (_common_words, _common_units, _common_blanks):
        kept = [pair for gap in _gaps(kept, prefix) for pair in (*find(a, b, *gap), gap[1])]
    return tuple(_between(kept, prefix))


def _gaps(pairs: Sequence[_Pair], start: int) -> Iterator[tuple[_Pair, _Pair]]:
    """Yield where each stretch that ends with one of `pairs` begins, after the pair before it, and that pair."""
    begin = (start, start)
    for i, j in pairs:
        yield begin, (i, j)
        begin = (i + 1, j + 1)


def _common_words(a: Sequence[str], b: Sequence[str], begin: _Pair, end: _Pair) -> list[_Pair]:
    return _common(a, b, begin, end, least=1.0)


def _common_units(a: Sequence[str], b: Sequence[str], begin: _Pair, end: _Pair) -> list[_Pair]:
    return _common(a, b, begin, end, least=_MARK_WEIGHT)


def _common_blanks(a: Sequence[str], b: Sequence[str], begin: _Pair, end: _Pair) -> Iterator[_Pair]:
    """Yield the blanks that a stretch begins and ends with in both texts."""
    (i, j), (i_end, j_end) = begin, end
    if i < i_end and j < j_end and a[i] == b[j] and a[i].isspace():
        yield i, j
        i, j = i + 1, j + 1
    if i < i_end and j < j_end and a[i_end - 1] == b[j_end - 1] and a[i_end - 1].isspace():
        yield i_end - 1, j_end - 1


def _between(pairs: Sequence[_Pair], prefix: int) -> Iterator[Change]:
    """Yield what lies between the pairs of units kept, the last of which stands for the common end."""
    start, new_start = prefix, prefix
    for i, j in pairs:
        if i > start or j > new_start:
            yield Change(start, i, new_start, j)
        start, new_start = i + 1, j + 1


def _common(a: Sequence[str], b: Sequence[str], begin: _Pair, end: _Pair, *, least: float) -> list[_Pair]:
    """Return the index pairs of a longest common subsequence of the units that weigh at least so much."""
    places = [i for i in range(begin[0], end[0]) if weight(a[i]) >= least]
    new_places = [j for j in range(begin[1], end[1]) if weight(b[j]) >= least]
    pairs = _subsequence([a[i] for i in places], [b[j] for j in new_places])
    return [(places[i], new_places[j]) for i, j in pairs]


def _subsequence(a: Sequence[str], b: Sequence[str]) -> list[_Pair]:
    """Return the index pairs of a longest common subsequence.

    Bit-parallel, after Hyyrö, "Bit-Parallel LCS-length Computation Revisited" (2004): in row j the bit i is 0
    where a[i] adds to what a[:i] has in common with b[:j + 1].
    """
    if not a or not b:
        return []
    places: dict[str, int] = {}
    for i, unit in enumerate(a):
        places[unit] = places.get(unit, 0) | 1 << i
    mask = (1 << len(a)) - 1
    row, rows = mask, [mask]
    for unit in b:
        hits = row & places.get(unit, 0)
        row = ((row + hits) | (row - hits)) & mask
        rows.append(row)
    pairs = []
    i, j = len(a), len(b)
    while i and j:
        if rows[j] >> (i - 1) & 1:
            i -= 1
        elif not rows[j - 1] >> (i - 1) & 1:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]
