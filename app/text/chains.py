"""The heaviest run of pairs that ascends on both sides: what stayed in order while the rest moved."""

from collections.abc import Iterable

Pair = tuple[int, int]


def heaviest_chain(edges: Iterable[tuple[int, int, int]]) -> list[Pair]:
    """Return pairs that ascend on both sides and weigh most together; `edges` are (old, new, weight above 0).

    Among chains of equal weight the same one is always returned, whatever the order of `edges`.
    """
    ordered = sorted(edges, key=lambda edge: (edge[0], -edge[1], edge[2]))
    size = max((new for _, new, _ in ordered), default=-1) + 1
    best = [(0, -1)] * (size + 1)  # a Fenwick tree: weight of the best chain that ends below a place, and its last edge
    before: list[int] = []
    for number, (_, new, weight) in enumerate(ordered):
        total, previous = _best_below(best, new)
        before.append(previous)
        place = new + 1
        while place <= size:
            if best[place][0] < total + weight:
                best[place] = (total + weight, number)
            place += place & -place
    _, last = _best_below(best, size)
    chain = []
    while last >= 0:
        chain.append(ordered[last][:2])
        last = before[last]
    return chain[::-1]


def _best_below(best: list[tuple[int, int]], place: int) -> tuple[int, int]:
    """Return the weight and the last edge of the best chain that ends before `place`."""
    found = (0, -1)
    while place:
        if best[place][0] > found[0]:
            found = best[place]
        place -= place & -place
    return found
