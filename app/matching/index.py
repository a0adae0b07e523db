"""Where the tokens that phrases ask for stand in some texts."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain
from operator import or_
from typing import Literal

import numpy as np

from app.matching.phrases import Phrases
from app.matching.tokens import Tokens
from app.text.patterns import Token

Side = Literal["customer", "vendor"]
Names = dict[Side, tuple[tuple[str, ...], ...]]
"""The names of each side, each in words."""


class Index:
    """The tokens of some texts by their form.

    Attributes:
        forms: The form of each token.
        every: Each token's own number.
    """

    def __init__(self, tokens: Tokens) -> None:
        """Sort `tokens`."""
        self.forms: Sequence[int] = tokens.forms.tolist()
        self.every: Sequence[int] = range(len(self.forms))
        self._order: list[int] = tokens.order.tolist()
        self._groups: list[int] = tokens.groups.tolist()
        self._sentence_of = tokens.sentence_of
        self._sentences: list[int] = self._sentence_of[tokens.order].tolist()
        self._bits: dict[int, int] = {}

    def places_of(self, form: int) -> list[int]:
        """Return the tokens of a form, in order."""
        return self._order[self._groups[form] : self._groups[form + 1]]

    def sentences_of(self, form: int) -> int:
        """Return the sentences that hold a form, as bits of a number."""
        if form not in self._bits:
            self._bits[form] = _bits(self._sentences[self._groups[form] : self._groups[form + 1]])
        return self._bits[form]

    def sentences_at(self, places: Sequence[int]) -> int:
        """Return the sentences of some tokens, as bits of a number."""
        return _bits(self._sentence_of[places].tolist())


def _bits(numbers: Sequence[int]) -> int:
    bits, last = bytearray((max(numbers) >> 3) + 1), -1
    for number in numbers:
        if number != last:
            bits[number >> 3] |= 1 << (number & 7)
            last = number
    return int.from_bytes(bits, "little")


class Wanted:
    """A token of a phrase in some texts: the tokens whose value in `column` is one of `values`.

    Attributes:
        optional: As in the phrase; so `repeated`.
        is_party: Whether it is the name of a party, which each token is or is not whatever its form.
        places: The tokens, in order.
    """

    __slots__ = ("_index", "column", "is_party", "optional", "places", "repeated", "values")

    def __init__(self, token: Token, values: Sequence[int], index: Index) -> None:
        """Look for `values`, which are forms; for the name of a party, the very tokens."""
        self.optional = token.optional
        self.repeated = token.repeated
        self.values = frozenset(values)
        self.is_party = token.kind in ("customer", "vendor")
        self.column = index.every if self.is_party else index.forms
        self._index = index
        if self.is_party:
            self.places = sorted(self.values)
        else:
            groups = map(index.places_of, self.values)
            self.places = next(groups) if len(self.values) == 1 else sorted(chain.from_iterable(groups))

    def sentences(self) -> int:
        """Return the sentences that hold one, as bits of a number."""
        if self.is_party:
            return self._index.sentences_at(self.places)
        return reduce(or_, map(self._index.sentences_of, self.values))


class Found:
    """The tokens that phrases ask for and texts hold, by their numbers in `Phrases`; each is looked up on first use."""

    def __init__(self, phrases: Phrases, tokens: Tokens, names: Names) -> None:
        """Look for the tokens of `phrases` in `tokens`."""
        self._tokens = phrases.tokens
        self._index = Index(tokens)
        self._values = _values(phrases, tokens, names)
        self._wanted: dict[int, Wanted] = {}

    def holds(self, row: Iterable[int]) -> bool:
        """Return whether the texts hold all tokens of a row that may not be missing."""
        return all(number in self._values or self._tokens[number].optional for number in row)

    def wanted(self, row: Iterable[int]) -> list[Wanted]:
        """Return the tokens of a row that the texts hold."""
        return [self._wanted.get(number) or self._look_up(number) for number in row if number in self._values]

    def _look_up(self, number: int) -> Wanted:
        self._wanted[number] = wanted = Wanted(self._tokens[number], self._values[number], self._index)
        return wanted


def _values(phrases: Phrases, tokens: Tokens, names: Names) -> dict[int, list[int]]:
    """Return the forms that each token asked for may have here; of names of the parties, the very tokens."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for by, texts in ((phrases.by_form["word"], tokens.words), (phrases.by_form["mark"], tokens.texts)):
        for form, text in enumerate(texts):
            if text in by:
                for number in by[text]:
                    found[number].append(form)
    for number, form in _beginning(phrases, tokens.words):
        found[number].append(form)
    numbers: list[int] = tokens.is_number.nonzero()[0].tolist()
    found.update((number, numbers) for number in phrases.of_kind["number"] if numbers)
    for side, places in _parties(tokens, names).items():
        found.update((number, places) for number in phrases.of_kind[side] if places)
    return dict(found)


def _beginning(phrases: Phrases, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the tokens that ask for the beginning of a word, each with the forms of such words."""
    in_order = sorted(range(len(words)), key=words.__getitem__)
    sorted_words = [words[form] for form in in_order]
    for beginning, asking in phrases.beginnings.items():
        for place in range(bisect_left(sorted_words, beginning), len(sorted_words)):
            if not sorted_words[place].startswith(beginning):
                break
            for number in asking:
                yield number, in_order[place]


def _parties(tokens: Tokens, names: Names) -> dict[Side, list[int]]:
    """Return the tokens that name each side; where names overlap, the longest counts, then the first."""
    lowered = [text.lower() for text in tokens.texts]
    forms_of: dict[str, list[int]] = {}
    for form, word in enumerate(lowered):
        forms_of.setdefault(word, []).append(form)
    found: list[tuple[int, int, Side]] = []
    for side, of_side in names.items():
        for name in of_side:
            for form in forms_of.get(name[0], ()):
                starts = tokens.order[tokens.groups[form] : tokens.groups[form + 1]].tolist()
                found += [(len(name), -start, side) for start in starts if _is_named(name, start, tokens, lowered)]
    taken: dict[Side, list[int]] = {side: [] for side in names}
    seen: set[int] = set()
    for length, before, side in sorted(found, key=lambda place: place[:2], reverse=True):
        span = range(-before, length - before)
        if seen.isdisjoint(span):
            seen.update(span)
            taken[side] += span
    return taken


def _is_named(name: tuple[str, ...], start: int, tokens: Tokens, lowered: Sequence[str]) -> bool:
    """Return whether a name of which the first word stands at `start` stands there, in one text."""
    if len(name) == 1:
        return True
    words = tuple(lowered[form] for form in tokens.forms[start : start + len(name)])
    first, last = np.searchsorted(tokens.bounds, (start, start + len(name) - 1), "right")
    return words == name and bool(first == last)
