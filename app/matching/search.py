"""Finds phrases in tokens: the sentences that hold all words of a phrase first, then its places in those."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import reduce
from operator import and_, or_

from app.matching.index import Found, Names, Wanted
from app.matching.phrases import Phrase, Phrases
from app.matching.tokens import Tokens

Place = tuple[int, int]
"""The tokens [start, end)."""

_SEVERAL = 2


def find_phrases(phrases: Phrases, tokens: Tokens, names: Names) -> Iterator[tuple[str, list[Place]]]:
    """Yield each phrase that is found with its places in order.

    The places of a phrase are the shortest from each start. One without gaps does not begin again inside itself
    ("thirty (30) days"). None goes beyond a sentence.
    """
    search = _Search(phrases, tokens, names)
    for phrase in phrases.phrases:
        if places := search.places(phrase):
            yield phrase.source, places


class _Search:
    """The search in the tokens of some texts. What several phrases ask for is looked up once."""

    def __init__(self, phrases: Phrases, tokens: Tokens, names: Names) -> None:
        self._phrases = phrases
        self._bounds: list[int] = tokens.sentences.tolist()
        self._tokens = Found(phrases, tokens, names)
        self._missing = {n for n, rows in enumerate(phrases.elements) if not any(map(self._tokens.holds, rows))}
        self._sentences: dict[int, int] = {}
        self._finders: dict[int, _Finder] = {}
        self._places: dict[tuple[int, int], list[Place]] = {}

    def places(self, phrase: Phrase) -> list[Place]:
        """Return the places of `phrase` in order."""
        if not phrase.needed.isdisjoint(self._missing):
            return []
        sentences = -1
        for element in phrase.needed:
            sentences &= self._sentences_with(element)
            if not sentences:
                return []
        places: list[Place] = []
        while sentences:
            lowest = sentences & -sentences
            places += self._in_sentence(phrase, lowest.bit_length() - 1)
            sentences ^= lowest
        return places

    def _sentences_with(self, element: int) -> int:
        """Return the sentences that hold all tokens of one row of an element, as bits of a number."""
        sentences = self._sentences.get(element)
        if sentences is None:
            rows = ([wanted.sentences() for wanted in row if not wanted.optional] for row in self._rows(element))
            sentences = self._sentences[element] = reduce(or_, (reduce(and_, row) for row in rows))
        return sentences

    def _in_sentence(self, phrase: Phrase, sentence: int) -> list[Place]:
        """Return the places of `phrase` in a sentence: those of its last piece, then what comes before."""
        reached = self._places_of(phrase.pieces[-1], sentence)
        for number in range(len(phrase.gaps) - 1, -1, -1):
            if not reached:
                break
            reached = _bridged(self._places_of(phrase.pieces[number], sentence), reached, phrase.gaps[number])
        return reached if phrase.gaps or len(reached) < _SEVERAL else _apart(reached)

    def _places_of(self, piece: int, sentence: int) -> list[Place]:
        """Return the longest place of a piece from each start in a sentence."""
        key = (piece, sentence)
        places = self._places.get(key)
        if places is None:
            finder = self._finders.get(piece)
            if finder is None:
                finder = self._finders[piece] = self._finder(piece)
            places = self._places[key] = finder.places(self._bounds[sentence], self._bounds[sentence + 1])
        return places

    def _finder(self, piece: int) -> "_Finder":
        elements = [self._rows(element) for element in self._phrases.pieces[piece]]
        single = [row[0] for rows in elements for row in rows if len(rows) == len(row) == 1]
        is_row = len(single) == len(elements) and not any(t.optional or t.repeated or t.is_party for t in single)
        return _Row(single) if is_row else _Maze(elements)

    def _rows(self, element: int) -> list[list[Wanted]]:
        """Return the rows of an element that may be in the texts, without the optional tokens that are not."""
        return [self._tokens.wanted(row) for row in self._phrases.elements[element] if self._tokens.holds(row)]


class _Row:
    """Finds tokens that stand one after the other, from the place of the rarest."""

    def __init__(self, tokens: list[Wanted]) -> None:
        rarest = min(range(len(tokens)), key=lambda number: len(tokens[number].places))
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

    def __init__(self, elements: list[list[list[Wanted]]]) -> None:
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


def _firsts(elements: list[list[list[Wanted]]]) -> Iterator[list[int]]:
    """Yield the places of each token that may be the first."""
    for element in elements:
        for row in element:
            for token in row:
                yield token.places
                if not token.optional:
                    break
        if all(any(not token.optional for token in row) for row in element):
            return


def _after(element: list[list[Wanted]], starts: set[int], limit: int) -> set[int]:
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
