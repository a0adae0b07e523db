"""Phrases numbered for a search: what several have in common is kept, and then looked up, once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from app.text.patterns import Element, Kind, Pattern, Piece, Token

Rows = tuple[tuple[int, ...], ...]
"""The rows of tokens that one element of a phrase may be, each token by its number."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with its parts by their numbers.

    Attributes:
        source: As in the library.
        pieces: Words that stand together.
        gaps: How many tokens may stand between each and the next.
        needed: The elements that may not be left out.
    """

    source: str
    pieces: tuple[int, ...]
    gaps: tuple[int, ...]
    needed: frozenset[int]


class Phrases:
    """Phrases and their parts, each part once.

    Attributes:
        phrases: In the order given.
        pieces: The elements of each piece.
        elements: The rows of tokens of each element.
        tokens: What each token is.
        by_form: For words and marks, the tokens that ask for a form.
        beginnings: The beginnings of words that are asked for, with the tokens that do.
        of_kind: The tokens that ask for numbers and for names of the parties.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        """Number the parts of `patterns`."""
        self._pieces: dict[str, int] = {}
        self._elements: dict[str, int] = {}
        self._tokens: dict[Token, int] = {}
        self.tokens: list[Token] = []
        self.elements: list[Rows] = []
        self.pieces: list[tuple[int, ...]] = []
        self.by_form: dict[Kind, defaultdict[str, list[int]]] = {"word": defaultdict(list), "mark": defaultdict(list)}
        self.beginnings: defaultdict[str, list[int]] = defaultdict(list)
        self.of_kind: defaultdict[Kind, list[int]] = defaultdict(list)
        self.phrases = tuple(map(self._phrase, patterns))

    def _phrase(self, pattern: Pattern) -> Phrase:
        pieces = tuple(map(self._piece, pattern.pieces))
        elements = {element for piece in pieces for element in self.pieces[piece]}
        needed = frozenset(element for element in elements if () not in self.elements[element])
        return Phrase(pattern.source, pieces, pattern.gaps, needed)

    def _piece(self, piece: Piece) -> int:
        if piece.source not in self._pieces:
            self._pieces[piece.source] = len(self.pieces)
            self.pieces.append(tuple(map(self._element, piece.source.split(), piece.elements)))
        return self._pieces[piece.source]

    def _element(self, source: str, element: Element) -> int:
        if source not in self._elements:
            self._elements[source] = len(self.elements)
            self.elements.append(tuple(tuple(map(self._token, row)) for row in element))
        return self._elements[source]

    def _token(self, token: Token) -> int:
        if token not in self._tokens:
            self._tokens[token] = number = len(self.tokens)
            self.tokens.append(token)
            if token.kind not in self.by_form:
                self.of_kind[token.kind].append(number)
            for form in token.forms:
                by = self.beginnings if form.endswith("*") else self.by_form[token.kind]
                by[form.removesuffix("*")].append(number)
        return self._tokens[token]
