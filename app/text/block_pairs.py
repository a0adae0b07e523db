"""Pairs of blocks of two texts, found from the surest to the least sure."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import count, pairwise, takewhile

from app.text.alignment import align
from app.text.block_parts import parts_beside
from app.text.chains import Pair, heaviest_chain
from app.text.likeness import Bags, Likeness, has_content, lead_of, words_of

Group = tuple[tuple[int, ...], tuple[int, ...], bool]
"""Places of blocks that belong together in the old and in the new text, and whether they moved."""

_Gap = tuple[list[int], list[int]]
"""Places without a partner between two pairs, in the old text and in the new."""

_RECOGNISED = 3.0  # words that say something: with fewer, a block at another place is another block
_SURE = 1000  # weight of a block that is the same; what was edited weighs less
_UNKNOWN = 0.4  # share of the weight of others that such a block has
_LONGEST = 200  # words that count where either of two blocks could be the one that moved: rather the shorter
_RIVAL = 150  # by how much a pair may be less alike than the best and still be considered
_SAME_LEAD = 300  # how much more alike two blocks of a gap are that begin with the same heading or term
_LEAST_UNDER_LEAD = 0.8  # weight of words that these share at least, the heading among them
_MOST_IN_GAP = 900  # pairs of blocks in a gap that are all looked at


class BlockPairs:
    """The blocks of two texts, and which of them are paired. Each step pairs only what has no partner yet."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        """Pair the blocks of `old` and `new`."""
        self._old = [text.strip() for text in old]
        self._new = [text.strip() for text in new]
        self._words = [words_of(text) for text in self._old]
        self._new_words = [words_of(text) for text in self._new]
        self._is_known = [has_content(words, _RECOGNISED) for words in self._words]
        self._free = set(range(len(old)))
        self._new_free = set(range(len(new)))
        self._pairs: dict[int, int] = {}
        self._split: dict[int, tuple[int, ...]] = {}  # all parts, by the old place of the pair
        self._merged: dict[int, tuple[int, ...]] = {}
        self._pair_the_same()
        self._bags = Bags(self._words, self._new_words, copies=set(self._pairs.values()))
        self._candidates: dict[int, list[tuple[int, Likeness]]] = defaultdict(list)
        self._pair_the_edited()
        self._gather_parts()
        self._part_the_unrecognised()
        self._spread(sorted(self._pairs.items()))
        self._pair_within_gaps(self._alike_in)
        self._gather_parts()
        self._pair_within_gaps(self._equal_in)

    def groups(self) -> list[Group]:
        """Return the blocks that belong together, in the order of the old text."""
        stayed = set(self._chain())
        return [
            (self._merged.get(i, (i,)), self._split.get(i, (j,)), (i, j) not in stayed)
            for i, j in sorted(self._pairs.items())
        ]

    def _pair(self, pairs: Iterable[Pair]) -> None:
        for i, j in pairs:
            if i in self._free and j in self._new_free:
                self._pairs[i] = j
                self._free.remove(i)
                self._new_free.remove(j)

    def _chain(self, edges: Sequence[tuple[int, int, int]] = ()) -> list[Pair]:
        """Return the pairs that stayed in order, with those of `edges` (old, new, likeness) that go with them."""
        sure = [(i, j, self._chain_weight(i, _SURE)) for i, j in self._pairs.items()]
        return heaviest_chain([*sure, *((i, j, self._chain_weight(i, score)) for i, j, score in edges)])

    def _chain_weight(self, i: int, score: int) -> int:
        """Return what it weighs that a block stays: most that it does, and a little how long it is."""
        known = score if self._is_known[i] else score * _UNKNOWN
        return round(known) * _LONGEST + min(len(self._words[i]), _LONGEST - 1) + 1

    def _pair_the_same(self) -> None:
        """Pair the blocks that are the same and like no other, and what is the same beside them or between them."""
        self._pair(_unique(dict(enumerate(self._old)), dict(enumerate(self._new))))
        self._pair(_unique(*self._free_words()))
        stayed = self._chain()
        self._spread(stayed)
        self._pair_within_gaps(self._recognised_equal_in)
        self._spread(sorted(self._pairs.items()))

    def _free_words(self) -> tuple[dict[int, tuple[str, ...]], dict[int, tuple[str, ...]]]:
        """Return the words of the blocks without a partner that have any."""
        old = {i: self._words[i] for i in sorted(self._free) if self._words[i]}
        return old, {j: self._new_words[j] for j in sorted(self._new_free) if self._new_words[j]}

    def _spread(self, pairs: Iterable[Pair]) -> None:
        """Pair the equal blocks that follow or precede `pairs`."""
        for pair in pairs:
            for step in (1, -1):
                i, j = pair[0] + step, pair[1] + step
                while i in self._free and j in self._new_free and self._old[i] == self._new[j]:
                    self._pair([(i, j)])
                    i, j = i + step, j + step

    def _recognised_equal_in(self, gap: _Gap) -> Iterable[Pair]:
        olds, news = gap
        return self._equal_in(([i for i in olds if self._is_known[i]], news))

    def _equal_in(self, gap: _Gap) -> Iterator[Pair]:
        """Yield the equal blocks of a gap, as many as stand in the same order."""
        olds, news = gap
        i = j = 0
        for change in align([self._old[place] for place in olds], [self._new[place] for place in news]):
            yield from zip(olds[i : change.start], news[j : change.new_start], strict=True)
            i, j = change.end, change.new_end
        yield from zip(olds[i:], news[j:], strict=True)

    def _pair_the_edited(self) -> None:
        """Pair the blocks that are surely alike, wherever they stand; those in order have precedence."""
        for i, j in self._bags.candidates(*self._free_words()):
            self._candidates[i].append((j, self._bags.likeness(i, j)))
        alike = ((i, j, likeness) for i, found in self._candidates.items() for j, likeness in found)
        edges = _without_rivals((i, j, likeness.score) for i, j, likeness in alike if _is_sure(likeness))
        self._pair(self._chain(edges))
        elsewhere = sorted(edges, key=lambda edge: (-edge[2], edge[0], edge[1]))
        self._pair((i, j) for i, j, _ in elsewhere)

    def _alike_in(self, gap: _Gap) -> Iterable[Pair]:
        """Return the blocks of a gap that are alike, as far as they stand in the same order."""
        olds, news = [i for i in gap[0] if self._words[i]], {j for j in gap[1] if self._new_words[j]}
        if len(olds) * len(news) <= _MOST_IN_GAP:
            alike = [(i, j, self._bags.likeness(i, j)) for i in olds for j in sorted(news)]
        else:
            alike = [(i, j, likeness) for i in olds for j, likeness in self._candidates[i] if j in news]
        leads = {i: lead_of(self._old[i]) for i in olds}
        new_leads = {j: lead_of(self._new[j]) for j in news}
        edges = []
        for i, j, likeness in alike:
            has_same_lead = bool(leads[i]) and leads[i] == new_leads[j]
            if _is_likely(likeness) or (has_same_lead and likeness.common >= _LEAST_UNDER_LEAD):
                edges.append((i, j, likeness.score + _SAME_LEAD * has_same_lead))
        return heaviest_chain(_without_rivals(edges))

    def _part_the_unrecognised(self) -> None:
        """Part the pairs that would have moved and have too few words to say so, without a neighbour that has."""
        stayed = set(self._chain())
        moved = {i: j for i, j in sorted(self._pairs.items()) if (i, j) not in stayed}
        known = {i for i in moved if self._is_known[i]}
        for order, step in ((sorted(moved), 1), (sorted(moved, reverse=True), -1)):
            known |= {i for i in order if moved.get(i - step) == moved[i] - step and i - step in known}
        for i in moved.keys() - known:
            j = self._pairs.pop(i)
            self._free.update(self._merged.pop(i, (i,)))
            self._new_free.update(self._split.pop(i, (j,)))

    def _pair_within_gaps(self, find: Callable[[_Gap], Iterable[Pair]]) -> None:
        """Pair what `find` finds in each stretch between two pairs that stayed, and beside those that moved."""
        for olds, news in self._gaps():
            if olds and news:
                self._pair(find((olds, news)))

    def _gaps(self) -> Iterator[_Gap]:
        """Yield what has no partner between two pairs that stayed, then what has none beside those that moved."""
        chain = self._chain()
        for one, other in pairwise([(-1, -1), *chain, (len(self._old), len(self._new))]):
            yield self._free_between(one, other)
        stayed = set(chain)
        for i, j in sorted(self._pairs.items()):
            if (i, j) not in stayed:
                yield self._free_beside(i, j, 1)
                yield self._free_beside(i, j, -1)

    def _free_between(self, one: Pair, other: Pair) -> _Gap:
        olds = [i for i in range(one[0] + 1, other[0]) if i in self._free]
        return olds, [j for j in range(one[1] + 1, other[1]) if j in self._new_free]

    def _free_beside(self, i: int, j: int, step: int) -> _Gap:
        """Return the blocks without a partner that follow a pair on either side, or precede it."""
        olds = list(takewhile(self._free.__contains__, count(i + step, step)))
        news = list(takewhile(self._new_free.__contains__, count(j + step, step)))
        return olds[::step], news[::step]

    def _gather_parts(self) -> None:
        """Add to each edited pair the blocks beside it that hold the rest of the words of one of the two."""
        for i, j in sorted(self._pairs.items()):
            if i in self._split or i in self._merged or self._words[i] == self._new_words[j]:
                continue
            parts = parts_beside(self._words[i], j, self._new_words, self._new_free)
            if len(parts) > 1:
                self._split[i] = parts
                self._new_free.difference_update(parts)
                continue
            parts = parts_beside(self._new_words[j], i, self._words, self._free)
            if len(parts) > 1:
                self._merged[i] = parts
                self._free.difference_update(parts)


def _unique(old: Mapping[int, Hashable], new: Mapping[int, Hashable]) -> list[Pair]:
    """Return the places of what is not empty and stands once in either text."""
    places, new_places = _places(old), _places(new)
    return [
        (found[0], new_places[key][0])
        for key, found in places.items()
        if key and len(found) == 1 and len(new_places.get(key, ())) == 1
    ]


def _places(blocks: Mapping[int, Hashable]) -> dict[Hashable, list[int]]:
    places: dict[Hashable, list[int]] = defaultdict(list)
    for place, key in blocks.items():
        places[key].append(place)
    return places


def _is_sure(likeness: Likeness) -> bool:
    """Return whether two blocks are alike enough to belong together wherever they stand."""
    return (likeness.dice >= 0.5 and likeness.common >= 1.5) or (likeness.contained >= 0.75 and likeness.common >= 3)


def _is_likely(likeness: Likeness) -> bool:
    """Return whether two blocks belong together that stand at the same place among the others."""
    return (
        (likeness.dice >= 0.3 and likeness.common >= 0.8)
        or (likeness.dice >= 0.4 and likeness.common >= 0.4)
        or (likeness.contained >= 0.6 and likeness.common >= 1.5)
    )


def _without_rivals(edges: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the pairs (old, new, likeness) that are nearly as alike as the most alike of either of the two."""
    found = list(edges)
    best: dict[int, int] = defaultdict(int)
    new_best: dict[int, int] = defaultdict(int)
    for i, j, score in found:
        best[i], new_best[j] = max(best[i], score), max(new_best[j], score)
    return [(i, j, score) for i, j, score in found if score + _RIVAL >= max(best[i], new_best[j])]
