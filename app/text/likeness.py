"""How alike blocks of two texts are, by the words that say something."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from math import log

from app.text.alignment import weight
from app.text.words import WORD, in_small_letters, plain

_WORDS = re.compile(rf"{WORD}|[^\W_]")
_PLURAL = re.compile(r"(?<=[^\W\d_]{2}[^\W\d_s])s\b")
_LEAD = re.compile(r"\W*[“\"]([^”\"]{2,60})[”\"]|\W*([^.:]{3,60})[.:](?=\s)")
_UNIT = 1000  # weight of a word that stands in one block only; whole numbers, so that sums do not hang on their order
_FEWEST_BLOCKS = 10  # a short text says little about which words are rare
_MOST_HOLDERS = 30  # a word that more blocks hold finds no candidate
_MOST_WORDS = 20  # rarest words by which candidates are sought
_MOST_CANDIDATES = 6
_COMMON = 0.1  # weight of a word that any sentence has
_FIGURE = 0.3  # of a number or month: often what is edited, seldom what a block is known by
_MONTHS_WORDS = (
    "january february march april june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec"
)
_MONTHS = frozenset(_MONTHS_WORDS.split())
_SMALL_WORDS = (
    "we us our you your i my he she his her who what when where how not nor but so do does did done have has had was "
    "were been being can could must should would might each both either neither also only than then thus here there "
    "hereby herein hereof hereto hereunder thereof therein thereto whether while within without about after before "
    "between during including out over some one two more most very"
)
_SMALL = frozenset(_SMALL_WORDS.split())


@lru_cache(maxsize=8192)  # most blocks of a text are in the other too
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of `text` in small letters and the singular, without marks and blanks."""
    return tuple(_WORDS.findall(_PLURAL.sub("", in_small_letters(plain(text)))))


def lead_of(text: str) -> tuple[str, ...]:
    """Return the words that a block is known by: the term that it defines, or the heading that it begins with."""
    found = _LEAD.match(text)
    return words_of(found[1] or found[2]) if found else ()


def has_content(words: Sequence[str], least: float) -> bool:
    """Return whether words say something that weighs `least`, in words that say something."""
    found = 0.0
    for word in words:
        found += _weight(word)
        if found >= least:
            return True
    return False


def _weight(word: str) -> float:
    if word[0].isdecimal() or word in _MONTHS:
        return _FIGURE
    return 1.0 if weight(word) == 1 and word not in _SMALL else _COMMON


_Bag = tuple[dict[str, int], int]
"""The weight of each word of a block, all its occurrences together, and of them all."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two blocks share.

    Attributes:
        common: Weight of the words of both, in words that no other block has.
        dice: Share of the words of both that is shared, from 0 to 1.
        contained: The same of the words of the lesser block.
    """

    common: float
    dice: float
    contained: float

    @property
    def score(self) -> int:
        """Return how likely one became the other, from 0 to 1000."""
        return round(1000 * (0.7 * self.dice + 0.3 * self.contained))


class Bags:
    """The blocks of two texts as bags of weighted words: the more blocks hold a word, the less it says."""

    def __init__(self, old: Sequence[Sequence[str]], new: Sequence[Sequence[str]], copies: Collection[int]) -> None:
        """Weigh the words of the blocks of two texts; `copies` are blocks of the new one that the old one has too."""
        self._old, self._new = old, new
        self._holders: Counter[str] = Counter()
        for words in (*old, *(words for place, words in enumerate(new) if place not in copies)):
            self._holders.update(set(words))
        self._scale = 1 / log(_FEWEST_BLOCKS + len(old) + len(new) - len(copies))
        self._weights: dict[str, int] = {}
        self._old_bags: dict[int, _Bag] = {}
        self._new_bags: dict[int, _Bag] = {}

    def likeness(self, old: int, new: int) -> Likeness:
        """Return what two blocks share."""
        a, a_total = self._old_bag(old)
        b, b_total = self._new_bag(new)
        lesser = min(a_total, b_total)
        if not lesser:
            return Likeness(0, 0, 0)
        common = sum(min(a[word], b[word]) for word in a.keys() & b.keys())
        return Likeness(common / _UNIT, 2 * common / (a_total + b_total), common / lesser)

    def candidates(self, old: Iterable[int], new: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield the pairs of some blocks that share some of their rarest words, those of each old one together."""
        holders: dict[str, list[int]] = {}
        for j in new:
            for word in self._new_bag(j)[0]:
                holders.setdefault(word, []).append(j)
        for i in old:
            shared: dict[int, int] = {}
            for word in self._rarest(i):
                found = holders.get(word, ())
                if len(found) <= _MOST_HOLDERS:
                    weight_of_word = self._weights[word]
                    for j in found:
                        shared[j] = shared.get(j, 0) + weight_of_word
            for j in nsmallest(_MOST_CANDIDATES, shared, key=lambda j: (-shared[j], j)):
                yield i, j

    def _old_bag(self, place: int) -> _Bag:
        if place not in self._old_bags:
            self._old_bags[place] = self._bag(self._old[place])
        return self._old_bags[place]

    def _new_bag(self, place: int) -> _Bag:
        if place not in self._new_bags:
            self._new_bags[place] = self._bag(self._new[place])
        return self._new_bags[place]

    def _bag(self, words: Sequence[str]) -> _Bag:
        """Return the weight that each of `words` has in them, all its occurrences together, and their sum."""
        bag: dict[str, int] = {}
        for word in words:
            bag[word] = bag.get(word, 0) + self._word_weight(word)
        return bag, sum(bag.values())

    def _word_weight(self, word: str) -> int:
        """Return what a word says, of `_UNIT` at most and 1 at least."""
        known = self._weights.get(word)
        if known is None:
            rarity = 1 - log(max(1, self._holders[word])) * self._scale
            known = self._weights[word] = max(1, round(_UNIT * _weight(word) * rarity))
        return known

    def _rarest(self, place: int) -> list[str]:
        """Return the words of an old block that say most, the rarest first."""
        return nsmallest(_MOST_WORDS, self._old_bag(place)[0], key=lambda word: (self._holders[word], word))
