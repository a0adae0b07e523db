"""Words and pairs of words of sentences, of their headings and of their lead-ins, as stable numbers.

All of a document at once and in numpy: a loop over n-grams would take longer than the rest of the matching.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from app.matching.tokens import Integers, Words
from app.model.document import Document

TEXT, HEADING, LEAD_IN = range(3)
_NUMBER = re.compile(r"[\d.,:/%$]*\d[\d.,:/%$]*")
_SALTS = tuple(np.uint64(salt) for salt in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))
_FIRST, _SECOND = np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)
_SHIFT = np.uint64(32)
_STOPS = (".", ";")
_FEWEST, _FEWEST_LEFT = 8, 6
"""Words that a sentence has at least, and those that are left behind it."""

Keys = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Uses:
    """Which rows of words speak for which paragraphs, one entry for each pair."""

    paragraphs: Integers
    rows: Integers

    def within(self, first: int, end: int) -> "Uses":
        """Return those for the paragraphs [first, end), which are counted from 0."""
        kept = slice(*np.searchsorted(self.paragraphs, (first, end)).tolist())
        return Uses(self.paragraphs[kept] - first, self.rows[kept])


@dataclass(frozen=True, slots=True)
class Layout:
    """Which words stand in the paragraphs of a document, and above them.

    Attributes:
        texts: Their own; so that of `headings` are the titles of all sections that they stand in, those of
            `lead_ins` the paragraph whose list they continue.
    """

    count: int
    texts: Uses
    headings: Uses
    lead_ins: Uses

    def parts(self, size: int) -> Iterator["Layout"]:
        """Yield the layouts of `size` paragraphs each, in order."""
        for first in range(0, self.count, size):
            end = min(first + size, self.count)
            used = (uses.within(first, end) for uses in (self.texts, self.headings, self.lead_ins))
            yield Layout(end - first, *used)


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches of words, as `Words.numbers` counts them: the half-open ranges [firsts, ends).

    Attributes:
        paragraphs: The paragraph that each speaks for, in order.
    """

    paragraphs: Integers
    firsts: Integers
    ends: Integers


@dataclass(frozen=True, slots=True)
class Grams:
    """N-grams, one entry for each place where one stands.

    Attributes:
        stretches: The number of the stretch that it stands in.
        keys: A number for the n-gram and its block, the same on every machine.
        starts: Its first word, as `Words.numbers` counts them.
        lengths: Its words.
    """

    stretches: Integers
    keys: Keys
    starts: Integers
    lengths: Integers


def layout_of(document: Document, rows: Sequence[int]) -> Layout:
    """Return the layout of `document`; `rows` are those of its paragraphs and, behind them, of its sections' titles."""
    count = len(document.paragraphs)
    headings = [
        (paragraph, rows[count + section.index])
        for section in document.sections
        for paragraph in range(section.first, min(section.end, count))
    ]
    lead_ins = [(p.index, rows[p.parent]) for p in document.paragraphs if p.parent is not None]
    return Layout(count, uses(enumerate(rows[:count])), uses(headings), uses(lead_ins))


def uses(pairs: Iterable[tuple[int, int]]) -> Uses:
    """Return pairs of a paragraph and a row in order of the paragraphs."""
    table = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    return Uses(table[:, 0], table[:, 1])


def hashes_of(words: Words) -> Keys:
    """Return a number for each word of the vocabulary; all that are written in figures are one word."""
    return np.array([_hash(word) for word in words.vocabulary], np.uint64)


def whole(words: Words, used: Uses) -> Stretches:
    """Return the rows that are used as they are."""
    return Stretches(used.paragraphs, words.bounds[used.rows], words.bounds[used.rows + 1])


def sentences(words: Words, used: Uses) -> Stretches:
    """Return the rows that are used in sentences, and parts of sentences that a semicolon ends.

    Few words are left with what is before them. A row without words is one stretch without words.
    """
    stops = [number for number, word in enumerate(words.vocabulary) if word in _STOPS]
    behind = np.flatnonzero(np.isin(words.numbers, stops)) + 1
    table: list[tuple[int, int, int]] = []
    for paragraph, row in zip(used.paragraphs.tolist(), used.rows.tolist(), strict=True):
        first, end = words.bounds[row : row + 2].tolist()
        for cut in behind[slice(*np.searchsorted(behind, (first, end)))].tolist():
            if cut - first >= _FEWEST and end - cut >= _FEWEST_LEFT:
                table.append((paragraph, first, cut))
                first = cut
        table.append((paragraph, first, end))
    return Stretches(*np.array(table, np.int64).reshape(-1, 3).T)


def grams_of(words: Words, hashes: Keys, stretches: Stretches, block: int) -> Grams:
    """Return the words of each stretch, and the pairs of neighbouring words."""
    sizes = stretches.ends - stretches.firsts
    stretch = np.repeat(np.arange(len(sizes)), sizes)
    places = np.arange(len(stretch)) - np.repeat(np.cumsum(sizes) - sizes - stretches.firsts, sizes)
    single = hashes[words.numbers[places]]
    within = stretch[1:] == stretch[:-1]
    pairs = (single[:-1] * _FIRST + single[1:])[within]
    return Grams(
        stretches=np.concatenate((stretch, stretch[1:][within])),
        keys=np.concatenate((_mixed(single ^ _SALTS[block]), _mixed(pairs ^ ~_SALTS[block]))),
        starts=np.concatenate((places, places[:-1][within])),
        lengths=np.repeat(np.array([1, 2]), (len(single), len(pairs))),
    )


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    kept = "#" if _NUMBER.fullmatch(word) else word
    return int.from_bytes(hashlib.blake2b(kept.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _mixed(keys: Keys) -> Keys:
    """Return `keys` spread evenly, so that sums of two words do not meet."""
    keys = (keys ^ (keys >> _SHIFT)) * _FIRST
    return (keys ^ (keys >> _SHIFT)) * _SECOND
