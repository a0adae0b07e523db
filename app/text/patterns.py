"""Phrases in the notation of the clause library, taken apart into the tokens they ask for.

indemnify             the word, in any case
indemnif*             any word that begins so (at least three letters)
hold|holds|held       any of the words
[fully]               the word or nothing
not                   "n't" too, as in "don't"; likewise "will" finds "'ll"
third-party           the words with or without the hyphen
title,                the word with or without the comma
..                    up to 4 words, in the same sentence
...                   up to 20 words, in the same sentence
{customer} {vendor}   a name of that side, as the document calls it ("you", "Licensee's")
{number}              a number in digits or words
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import prod
from typing import Literal

from app.text.spelling import one_spelling

Kind = Literal["word", "mark", "number", "customer", "vendor"]


@dataclass(frozen=True, slots=True)
class Token:
    """One token that a phrase asks for.

    Attributes:
        kind: A word, by its normal form in lower case and one spelling; a mark, as it is written; a number; a
            name of a party.
        forms: Of a word or mark: any of these, those of words ending in "*" as beginnings.
        optional: Whether it may be missing.
        repeated: Whether several may stand in a row.
    """

    kind: Kind
    forms: tuple[str, ...] = ()
    optional: bool = False
    repeated: bool = False


Element = tuple[tuple[Token, ...], ...]
"""The rows of tokens that one element of a phrase may be; one without tokens where it may be left out."""

_GAPS = {"..": 4, "...": 20}
_PIECE = re.compile(r"[-,;:%$§]|'s\b|[\w&./+]+\*?")
_WORD = re.compile(rf"(?:{_PIECE.pattern})+")
_LOOSE = "-,;:"
_SHORTEST_PREFIX = 3
_MOST_VARIANTS = 64
_POSSESSIVE = Token("mark", ("'s", "'S", "'"), optional=True)
_PARTIES: dict[str, tuple[Token, ...]] = {
    "{customer}": (Token("customer", repeated=True), _POSSESSIVE),
    "{vendor}": (Token("vendor", repeated=True), _POSSESSIVE),
}
_NUMBER = (  # "30", "thirty", "thirty (30)", "30 (thirty)"
    Token("number"),
    Token("mark", ("(",), optional=True),
    Token("number", optional=True),
    Token("mark", (")",), optional=True),
)


class PatternError(ValueError):
    """A phrase does not follow the notation; the message says how."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a phrase that stand together.

    Attributes:
        source: As written in the library, a blank between two elements.
        elements: Of each element, what it asks for.
    """

    source: str
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One phrase: its pieces, and how many words may stand between each and the next."""

    source: str
    pieces: tuple[Piece, ...]
    gaps: tuple[int, ...]


@cache
def parse_pattern(source: str) -> Pattern:
    """Return what the phrase `source` asks for.

    Raises:
        PatternError: It is empty, begins or ends with a gap, or a word cannot be read.
    """
    elements = source.split()
    if not elements:
        raise PatternError("an empty phrase")
    if elements[0] in _GAPS or elements[-1] in _GAPS:
        raise PatternError(f"{source!r} begins or ends with a gap")
    groups: list[list[str]] = []
    gaps: list[int] = []
    for is_gap, group in groupby(elements, key=lambda element: element in _GAPS):
        if is_gap:
            gaps.append(sum(_GAPS[element] for element in group))
        else:
            groups.append(list(group))
    try:
        return Pattern(source, tuple(map(_piece, groups)), tuple(gaps))
    except PatternError as error:
        raise PatternError(f"{source!r}: {error}") from None


def _piece(elements: list[str]) -> Piece:
    choices = tuple(map(_element, elements))
    if prod(map(len, choices)) > _MOST_VARIANTS:
        raise PatternError(f"{' '.join(elements)!r} leaves too much open; write several phrases")
    if all(() in choice for choice in choices):
        raise PatternError(f"{' '.join(elements)!r} may be nothing at all")
    return Piece(" ".join(elements), choices)


@cache
def _element(element: str) -> Element:
    """Return the rows of tokens that one element of a phrase may be."""
    if element in _PARTIES:
        return (_PARTIES[element],)
    if element == "{number}":
        return (_NUMBER,)
    optional = element.startswith("[") and element.endswith("]")
    words = element[1:-1].split("|") if optional else element.split("|")
    if bad := [word for word in words if not _WORD.fullmatch(word)]:
        raise PatternError(f"{bad[0]!r} is not a word")
    if short := [word for word in words if word.endswith("*") and len(word) <= _SHORTEST_PREFIX]:
        raise PatternError(f"{short[0]!r} is too short, give at least {_SHORTEST_PREFIX} letters")
    pieces = {word: _PIECE.findall(word) for word in words}
    simple = tuple(_normal(word) for word in words if len(pieces[word]) == 1)
    rows: list[tuple[Token, ...]] = [(Token("word", simple),)] if simple else []
    rows += [tuple(map(_part, pieces[word])) for word in words if len(pieces[word]) > 1]
    return ((), *rows) if optional else tuple(rows)


def _part(piece: str) -> Token:
    """Return a token of a word that spaCy takes apart; hyphens and commas may be missing in the text."""
    return Token("mark", (piece,), optional=True) if piece in _LOOSE else Token("word", (_normal(piece),))


def _normal(word: str) -> str:
    """Return a word, or the beginning of one with its star, in the form in which texts hold it."""
    stem = word.removesuffix("*")
    return one_spelling(stem.lower()) + word[len(stem) :]
