"""How alike blocks of two texts are, by the words that say something."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from app.text.alignment import weight
from app.text.words import WORD, in_small_letters, plain

_WORDS = re.compile(rf"{WORD}|[^\W_]")
_UNIT = 1000  # weight of a word that stands in one block only; whole numbers, so that sums do not hang on their order
_FEWEST_BLOCKS = 10  # a short text says little about which words are rare
_MOST_HOLDERS = 40  # a word that more blocks hold finds no candidate
_MOST_WORDS = 24  # rarest words by which candidates are sought
_MOST_CANDIDATES = 6
_COMMON = 0.1  # weight of a word that any sentence has
_SMALL_WORDS = (
    "we us our you your i my he she his her who what when where how not nor but so do does did done have has had was "
    "were been being can could must should would might each both either neither also only than then thus here there "
    "hereby herein hereof hereto hereunder thereof therein thereto whether while within without about after before "
    "between during including out over some one two more most very"
)
_SMALL = frozenset(_SMALL_WORDS.split())


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of `text` in small letters, without marks and blanks."""
    return tuple(_WORDS.findall(in_small_letters(plain(text))))


def has_content(words: Sequence[str], least: float) -> bool:
    """Return whether words say something that weighs `least`, in words that say something."""
    found = 0.0
    for word in words:
        found += _weight(word)
        if found >= least:
            return True
    return False


def _weight(word: str) -> float:
    return 1.0 if weight(word) == 1 and word not in _SMALL else _COMMON


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


class Vocabulary:
    """Weights of the words of some blocks: the more blocks hold a word, the less it says."""

    def __init__(self, blocks: Iterable[Sequence[str]]) -> None:
        """Count how many of `blocks` hold each word."""
        holders: Counter[str] = Counter()
        count = _FEWEST_BLOCKS
        for words in blocks:
            holders.update(set(words))
            count += 1
        self._holders = holders
        self._scale = 1 / log(count)

    def weight(self, word: str) -> int:
        """Return what a word says, of `_UNIT` at most and 1 at least."""
        rarity = 1 - log(max(1, self._holders[word])) * self._scale
        return max(1, round(_UNIT * _weight(word) * rarity))

    def bag(self, words: Sequence[str]) -> dict[str, int]:
        """Return the weight that each of `words` has in them, all its occurrences together."""
        return {word: count * self.weight(word) for word, count in Counter(words).items()}

    def rarest(self, bag: Mapping[str, int]) -> list[str]:
        """Return the words of a bag that say most, the rarest first."""
        return sorted(bag, key=lambda word: (self._holders[word], word))[:_MOST_WORDS]


class Bags:
    """Blocks of two texts that may belong together, as bags of weighted words."""

    def __init__(
        self, vocabulary: Vocabulary, old: Mapping[int, Sequence[str]], new: Mapping[int, Sequence[str]]
    ) -> None:
        """Weigh the words of the blocks at some places of either text."""
        self._vocabulary = vocabulary
        self._old = {place: vocabulary.bag(words) for place, words in old.items()}
        self._new = {place: vocabulary.bag(words) for place, words in new.items()}
        self._old_total = {place: sum(bag.values()) for place, bag in self._old.items()}
        self._new_total = {place: sum(bag.values()) for place, bag in self._new.items()}

    def likeness(self, old: int, new: int) -> Likeness:
        """Return what two blocks share."""
        a, b = self._old[old], self._new[new]
        common = sum(min(a[word], b[word]) for word in a.keys() & b.keys())
        a_total, b_total = self._old_total[old], self._new_total[new]
        lesser = min(a_total, b_total)
        if not lesser:
            return Likeness(0, 0, 0)
        return Likeness(common / _UNIT, 2 * common / (a_total + b_total), common / lesser)

    def candidates(self) -> Iterable[tuple[int, int]]:
        """Yield the pairs that share some of their rarest words, those of each old block together."""
        holders: dict[str, list[int]] = {}
        for new, bag in self._new.items():
            for word in bag:
                holders.setdefault(word, []).append(new)
        for old, bag in self._old.items():
            shared: Counter[int] = Counter()
            for word in self._vocabulary.rarest(bag):
                found = holders.get(word, ())
                if len(found) <= _MOST_HOLDERS:
                    for new in found:
                        shared[new] += min(bag[word], self._new[new][word])
            for new, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_MOST_CANDIDATES]:
                yield old, new
