"""Finds phrases in tokens: the sentences that hold all words of a phrase first, then its places in those."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from app.matching.tokens import Tokens
from app.text.patterns import Element, Pattern, Piece, Token

Place = tuple[int, int]
"""The tokens [start, end)."""

Names = dict[str, tuple[tuple[str, ...], ...]]
"""For "customer" and "vendor", the names of that side, each in words."""

Rows = tuple[tuple[int, ...], ...]
"""The rows of tokens that one element of a phrase may be, each token by its number."""

_NOWHERE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with its parts by their number in the `Phrases` it is one of."""

    source: str
    pieces: tuple[int, ...]
    gaps: tuple[int, ...]
    needed: frozenset[int]


class Phrases:
    """Phrases to look for, with what several have in common kept once.

    Attributes:
        phrases: In order of their sources.
        pieces: The words that stand together, by the numbers of their elements.
        elements: Rows of tokens, by their numbers.
        tokens: The tokens.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        """Number the parts of `patterns`."""
        self._tokens: dict[Token, int] = {}
        self._elements: dict[Element, int] = {}
        self._pieces: dict[str, int] = {}
        self.elements: list[Rows] = []
        self.pieces: list[tuple[int, ...]] = []
        self.phrases = [self._phrase(pattern) for pattern in patterns]
        self.tokens = list(self._tokens)

    def _phrase(self, pattern: Pattern) -> Phrase:
        pieces = tuple(map(self._piece, pattern.pieces))
        elements = {number for piece in pieces for number in self.pieces[piece]}
        needed = frozenset(number for number in elements if () not in self.elements[number])
        return Phrase(pattern.source, pieces, pattern.gaps, needed)

    def _piece(self, piece: Piece) -> int:
        number = self._pieces.setdefault(piece.source, len(self._pieces))
        if number == len(self.pieces):
            self.pieces.append(tuple(map(self._element, piece.elements)))
        return number

    def _element(self, element: Element) -> int:
        number = self._elements.setdefault(element, len(self._elements))
        if number == len(self.elements):
            self.elements.append(tuple(tuple(map(self._token, row)) for row in element))
        return number

    def _token(self, token: Token) -> int:
        return self._tokens.setdefault(token, len(self._tokens))


def find_phrases(phrases: Phrases, tokens: Tokens, names: Names) -> Iterator[tuple[str, list[Place]]]:
    """Yield each phrase that is found with its places in order.

    The places of a phrase are the shortest from each start. One without gaps does not begin again inside itself
    ("thirty (30) days"). None goes beyond a sentence.
    """
    search = _Search(phrases, tokens, names)
    for phrase in phrases.phrases:
        if places := list(search.places(phrase)):
            yield phrase.source, places


class _Search:
    """The search in the tokens of some texts. What several phrases ask for is looked up once."""

    def __init__(self, phrases: Phrases, tokens: Tokens, names: Names) -> None:
        self._phrases = phrases
        self._bounds = tokens.sentences.tolist()
        self._index = index = _Index(tokens, names)
        self._tokens = [_Wanted(token, index.values_of(token), index) for token in phrases.tokens]
        self._missing = frozenset(n for n, rows in enumerate(phrases.elements) if not self._may_stand(rows))
        self._sentences: dict[int, frozenset[int]] = {}
        self._finders: dict[int, _Finder] = {}
        self._places: dict[tuple[int, int], list[Place]] = {}

    def places(self, phrase: Phrase) -> Iterator[Place]:
        """Yield the places of `phrase` in order."""
        if phrase.needed.isdisjoint(self._missing):
            fewest, *others = sorted(map(self._sentences_with, phrase.needed), key=len)
            for sentence in sorted(fewest.intersection(*others)):
                yield from self._in_sentence(phrase, sentence)

    def _may_stand(self, rows: Rows) -> bool:
        return any(all(self._tokens[n].optional or self._tokens[n].values for n in row) for row in rows)

    def _sentences_with(self, element: int) -> frozenset[int]:
        """Return the sentences that hold all tokens of one row of an element."""
        if element not in self._sentences:
            rows = (
                [t.sentences for n in row if not (t := self._tokens[n]).optional]
                for row in self._phrases.elements[element]
            )
            each = [row[0].intersection(*row[1:]) if len(row) > 1 else row[0] for row in rows]
            self._sentences[element] = each[0].union(*each[1:]) if len(each) > 1 else each[0]
        return self._sentences[element]

    def _in_sentence(self, phrase: Phrase, sentence: int) -> list[Place]:
        """Return the places of `phrase` in a sentence: those of its last piece, then what comes before."""
        reached = self._places_of(phrase.pieces[-1], sentence)
        for piece, gap in zip(phrase.pieces[-2::-1], phrase.gaps[::-1], strict=True):
            if not reached:
                break
            reached = _bridged(self._places_of(piece, sentence), reached, gap)
        return reached if phrase.gaps or len(reached) < 2 else _apart(reached)

    def _places_of(self, piece: int, sentence: int) -> list[Place]:
        """Return the longest place of a piece from each start in a sentence."""
        key = (piece, sentence)
        if key not in self._places:
            if piece not in self._finders:
                rows = (self._phrases.elements[element] for element in self._phrases.pieces[piece])
                self._finders[piece] = _finder(
                    [[[self._tokens[n] for n in row] for row in element] for element in rows]
                )
            self._places[key] = self._finders[piece].places(self._bounds[sentence], self._bounds[sentence + 1])
        return self._places[key]


class _Wanted:
    """A token of a phrase in some texts: those tokens whose value in `column` is one of `values`."""

    def __init__(self, token: Token, values: frozenset[int], index: "_Index") -> None:
        self.optional = token.optional
        self.repeated = token.repeated
        self.values = values
        self.is_party = token.kind in index.parties
        self.column = index.every if self.is_party else index.forms
        self._index = index

    @cached_property
    def places(self) -> list[int]:
        """The tokens in order."""
        if self.is_party:
            return sorted(self.values)
        groups = [self._index.places_of(form) for form in self.values]
        return groups[0] if len(groups) == 1 else sorted(chain.from_iterable(groups))

    @cached_property
    def sentences(self) -> frozenset[int]:
        """The sentences that hold one."""
        if self.is_party:
            return frozenset(map(self._index.sentence_of.__getitem__, self.values))
        return frozenset(chain.from_iterable(map(self._index.sentences_of, self.values)))


class _Row:
    """Finds tokens that stand one after the other, from the place of the rarest."""

    def __init__(self, tokens: list[_Wanted]) -> None:
        rarest = min(range(len(tokens)), key=lambda n: len(tokens[n].places))
        self._length = len(tokens)
        self._offset = rarest
        self._rarest = tokens[rarest].places
        self._column = tokens[0].column
        self._others = [(n - rarest, token.values) for n, token in enumerate(tokens) if n != rarest]

    def places(self, start: int, limit: int) -> list[Place]:
        found: list[Place] = []
        first, last = start + self._offset, limit - self._length + self._offset
        rarest, column = self._rarest, self._column
        for number in range(bisect_left(rarest, first), len(rarest)):
            place = rarest[number]
            if place > last:
                break
            for offset, values in self._others:
                if column[place + offset] not in values:
                    break
            else:
                found.append((place - self._offset, place - self._offset + self._length))
        return found


class _Maze:
    """Finds elements one after the other, of which some may be missing, be repeated or be rows of several tokens."""

    def __init__(self, elements: list[list[list[_Wanted]]]) -> None:
        self._elements = elements
        self._firsts = list(_firsts(elements))

    def places(self, start: int, limit: int) -> list[Place]:
        starts: set[int] = set()
        for places in self._firsts:
            starts.update(places[bisect_left(places, start) : bisect_left(places, limit)])
        found: list[Place] = []
        for begin in sorted(starts):
            ends = {begin}
            for element in self._elements:
                ends = _after(element, ends, limit)
                if not ends:
                    break
            else:
                found.append((begin, max(ends)))
        return found


_Finder = _Row | _Maze


def _finder(elements: list[list[list[_Wanted]]]) -> _Finder:
    single = [row[0] for element in elements for row in element if len(element) == len(row) == 1]
    is_row = len(single) == len(elements) and not any(t.optional or t.repeated or t.is_party for t in single)
    return _Row(single) if is_row else _Maze(elements)


def _firsts(elements: list[list[list[_Wanted]]]) -> Iterator[list[int]]:
    """Yield the places of each token that may be the first."""
    for element in elements:
        for row in element:
            for token in row:
                yield token.places
                if not token.optional:
                    break
        if all(any(not token.optional for token in row) for row in element):
            return


def _after(element: list[list[_Wanted]], starts: set[int], limit: int) -> set[int]:
    """Return where an element that begins at one of `starts` may end."""
    reached: set[int] = set()
    for row in element:
        ends = starts
        for token in row:
            column, values = token.column, token.values
            after = {end + 1 for end in ends if end < limit and column[end] in values}
            more = after if token.repeated else None
            while more:
                more = {end + 1 for end in more if end < limit and column[end] in values}
                after |= more
            ends = after | ends if token.optional else after
            if not ends:
                break
        reached |= ends
    return reached


def _bridged(places: list[Place], following: list[Place], gap: int) -> list[Place]:
    """Return the places that one of `following` comes after within `gap` tokens, each up to the end of the nearest."""
    bridged: list[Place] = []
    for start, end in places:
        nearest = bisect_left(following, (end, 0))
        if nearest < len(following) and following[nearest][0] <= end + gap:
            bridged.append((start, following[nearest][1]))
    return bridged


def _apart(places: list[Place]) -> list[Place]:
    """Return the places without those that begin inside an earlier one."""
    apart: list[Place] = []
    for place in places:
        if not apart or place[0] >= apart[-1][1]:
            apart.append(place)
    return apart


class _Index:
    """Where the forms of some texts stand."""

    def __init__(self, tokens: Tokens, names: Names) -> None:
        self.forms: Sequence[int] = tokens.forms.tolist()
        self.every: Sequence[int] = range(len(self.forms))
        self.sentence_of: Sequence[int] = tokens.sentence_of.tolist()
        self.parties = _parties(tokens, names)
        self._order: list[int] = tokens.order.tolist()
        self._sentences: list[int] = tokens.sentence_of[tokens.order].tolist()
        self._groups: list[int] = tokens.groups.tolist()
        self._by_word = _grouped(tokens.words)
        self._by_text = _grouped(tokens.texts)
        self._sorted = sorted(self._by_word)
        self._numbers = frozenset(tokens.is_number.nonzero()[0].tolist())

    def places_of(self, form: int) -> list[int]:
        """Return the tokens of a form, in order."""
        return self._order[self._groups[form] : self._groups[form + 1]]

    def sentences_of(self, form: int) -> list[int]:
        """Return the sentence of each token of a form."""
        return self._sentences[self._groups[form] : self._groups[form + 1]]

    def values_of(self, token: Token) -> frozenset[int]:
        """Return which forms a token of a phrase may be; of a party's name, which tokens."""
        if token.kind == "number":
            return self._numbers
        if token.kind in self.parties:
            return self.parties[token.kind]
        by = self._by_text if token.kind == "mark" else self._by_word
        found: list[int] = []
        for form in token.forms:
            if form in by:
                found += by[form]
            elif form.endswith("*"):
                for word in self._beginning(form[:-1]):
                    found += self._by_word[word]
        return frozenset(found) if found else _NOWHERE

    def _beginning(self, prefix: str) -> Iterator[str]:
        for number in range(bisect_left(self._sorted, prefix), len(self._sorted)):
            if not self._sorted[number].startswith(prefix):
                return
            yield self._sorted[number]


def _grouped(words: Sequence[str]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        groups.setdefault(word, []).append(number)
    return groups


def _parties(tokens: Tokens, names: Names) -> dict[str, frozenset[int]]:
    """Return the tokens that name each side; where names overlap, the longest counts, then the first."""
    lowered = [text.lower() for text in tokens.texts]
    forms_of = _grouped(lowered)
    forms = tokens.forms
    found: list[tuple[int, int, str]] = []
    for side, sides_names in names.items():
        for name in sides_names:
            for form in forms_of.get(name[0], ()):
                for start in tokens.order[tokens.groups[form] : tokens.groups[form + 1]].tolist():
                    stop = start + len(name)
                    if len(name) == 1 or (
                        stop <= len(tokens)
                        and all(lowered[forms[start + k]] == name[k] for k in range(1, len(name)))
                        and tokens.bounds.searchsorted(start, "right") == tokens.bounds.searchsorted(stop - 1, "right")
                    ):
                        found.append((stop - start, -start, side))
    taken: dict[str, set[int]] = {side: set() for side in ("customer", "vendor")}
    seen: set[int] = set()
    for length, start, side in sorted(found, key=lambda f: f[:2], reverse=True):
        span = range(-start, -start + length)
        if seen.isdisjoint(span):
            seen.update(span)
            taken[side].update(span)
    return {side: frozenset(places) for side, places in taken.items()}
