"""Phrases in the notation of the clause library, as token patterns of spaCy's Matcher.

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
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, product
from math import prod

Token = dict[str, object]
"""One element of a spaCy Matcher pattern."""

PARTIES = {"{customer}": "CUSTOMER", "{vendor}": "VENDOR"}
_GAPS = {"..": 4, "...": 20}
_PIECE = re.compile(r"[-,;:%$§]|'s\b|[\w&./+]+\*?")
_WORD = re.compile(rf"(?:{_PIECE.pattern})+")
_LOOSE = "-,;:"
_SHORTEST_PREFIX = 3
_MOST_VARIANTS = 64
_NUMBER: tuple[Token, ...] = (  # "30", "thirty", "thirty (30)", "30 (thirty)"
    {"LIKE_NUM": True},
    {"ORTH": "(", "OP": "?"},
    {"LIKE_NUM": True, "OP": "?"},
    {"ORTH": ")", "OP": "?"},
)


class PatternError(ValueError):
    """A phrase does not follow the notation; the message says how."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a phrase that stand together.

    Attributes:
        source: As written in the library.
        variants: Token patterns; any of them is the piece.
        keys: Lowercase words of which a text must hold one, those ending in "*" as beginnings of words;
            empty where nothing can be told beforehand.
    """

    source: str
    variants: tuple[tuple[Token, ...], ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One phrase: its pieces, and how many words may stand between each and the next."""

    source: str
    pieces: tuple[Piece, ...]
    gaps: tuple[int, ...]


@cache
def parse_pattern(source: str) -> Pattern:
    """Return the phrase `source` as token patterns.

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
    return Pattern(source, tuple(_piece(group, source) for group in groups), tuple(gaps))


def _piece(elements: list[str], source: str) -> Piece:
    choices = [_variants_of(element, source) for element in elements]
    if prod(map(len, choices)) > _MOST_VARIANTS:
        raise PatternError(f"{source!r}: {' '.join(elements)!r} leaves too much open; write several phrases")
    variants = tuple(tuple(token for part in combination for token in part) for combination in product(*choices))
    if not all(variants):
        raise PatternError(f"{source!r}: {' '.join(elements)!r} may be nothing at all")
    return Piece(" ".join(elements), variants, _keys(elements))


def _variants_of(element: str, source: str) -> tuple[tuple[Token, ...], ...]:
    """Return the token sequences that one element of a phrase may be."""
    if element in PARTIES:
        return (({"ENT_TYPE": PARTIES[element], "OP": "+"}, {"LOWER": {"IN": ["'s", "'"]}, "OP": "?"}),)
    if element == "{number}":
        return (_NUMBER,)
    optional = element.startswith("[") and element.endswith("]")
    words = element[1:-1].split("|") if optional else element.split("|")
    if bad := [word for word in words if not _WORD.fullmatch(word)]:
        raise PatternError(f"{source!r}: {bad[0]!r} is not a word")
    if short := [word for word in words if word.endswith("*") and len(word) <= _SHORTEST_PREFIX]:
        raise PatternError(f"{source!r}: {short[0]!r} is too short, give at least {_SHORTEST_PREFIX} letters")
    pieces = {word: _PIECE.findall(word) for word in words}
    simple = [word for word in words if len(pieces[word]) == 1]
    variants: list[tuple[Token, ...]] = [(_one_of(simple),)] if simple else []
    variants += [tuple(_joined(pieces[word])) for word in words if len(pieces[word]) > 1]
    return ((), *variants) if optional else tuple(variants)


def _one_of(words: list[str]) -> Token:
    if any(word.endswith("*") for word in words):
        either = "|".join(re.escape(word[:-1]) if word.endswith("*") else re.escape(word) + "$" for word in words)
        return {"NORM": {"REGEX": f"^(?:{either.lower()})"}}
    lowered = [word.lower() for word in words]
    return {"NORM": lowered[0]} if len(lowered) == 1 else {"NORM": {"IN": lowered}}


def _joined(pieces: list[str]) -> Iterator[Token]:
    """Yield the tokens of a word that spaCy takes apart; hyphens and commas may be missing in the text."""
    for piece in pieces:
        yield {"ORTH": piece, "OP": "?"} if piece in _LOOSE else _one_of([piece])


def _keys(elements: list[str]) -> tuple[str, ...]:
    """Return the words of the element that narrows a text down most: the one whose shortest word is longest."""
    best: tuple[str, ...] = ()
    for element in elements:
        if element.startswith(("{", "[")):
            continue
        words = tuple(_longest_part(word).lower() for word in element.split("|"))
        if not best or min(map(len, words)) > min(map(len, best)):
            best = words
    return best


def _longest_part(word: str) -> str:
    pieces: list[str] = _PIECE.findall(word)
    return max(pieces, key=len)
