"""How much two statements have in common, by the words that say something, in the form that all their forms share.

Beside the likeness of blocks (`app/text/likeness.py`), which goes by words as written and is strict.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import nlargest
from math import log

_UNIT = 1000  # weight of a word that stands in one statement only; whole numbers, so that no order of sums counts
_FEWEST = 10  # a short text says little about which words are rare

_SOUGHT = 12  # heaviest words by which candidates are sought
_MOST_HOLDERS = 40  # a word that more hold finds none

Bag = Mapping[str, int]
"""The weight of each word of a statement, all its occurrences together."""


class StemBags:
    """Weighs words: the more statements hold one, the less it says."""

    def __init__(self, statements: Iterable[Sequence[str]]) -> None:
        listed = list(statements)
        self._holders = Counter(word for words in listed for word in set(words))
        self._scale = 1 / log(len(listed) + _FEWEST)

    def bag(self, words: Sequence[str]) -> Bag:
        """Return the words of a statement with their weights."""
        return {word: number * self._weight(word) for word, number in Counter(words).items()}

    def _weight(self, word: str) -> int:
        return max(1, round(_UNIT * (1 - log(max(1, self._holders[word])) * self._scale)))


def common(one: Bag, other: Bag) -> float:
    """Return what two statements share, in words that stand in no other."""
    return sum(min(one[word], other[word]) for word in one.keys() & other.keys()) / _UNIT


def total(bag: Bag) -> float:
    """Return what a statement weighs, in the same measure."""
    return sum(bag.values()) / _UNIT


class Holders:
    """Which of some statements hold a word, so that not every two need be compared."""

    def __init__(self, statements: Mapping[int, Iterable[str]]) -> None:
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for at, words in statements.items():
            for word in set(words):
                self._holders[word].append(at)

    def sharing(self, bag: Bag) -> Collection[int]:
        """Return, in order, those that hold one of the heaviest words of `bag`."""
        sought = nlargest(_SOUGHT, bag, key=lambda word: (bag[word], word))
        found = (holders for word in sought if len(holders := self._holders.get(word, [])) <= _MOST_HOLDERS)
        return sorted({at for holders in found for at in holders})
