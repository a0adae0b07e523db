"""spaCy as we use it: a blank English pipeline with sentences, party names, and Matchers over the library's phrases."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Self

import spacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import SpanRuler
from spacy.tokens import Doc

from app.model.document import Parties
from app.model.span import Span
from app.text.patterns import Pattern, Piece, parse_pattern
from app.text.words import plain

_PREFIX_KEY = 3
_FORMS = {"you": ("your", "yours", "yourself"), "we": ("us", "our", "ours"), "they": ("them", "their")}


@dataclass(frozen=True, slots=True)
class Scan:
    """Where the phrases of the library stand in one text.

    Attributes:
        found: For each phrase that was found, its places in order.
        sentences: The sentences, without the blanks between them; at least one.
    """

    found: dict[str, tuple[Span, ...]]
    sentences: tuple[Span, ...]

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds `offset`; of a blank between two, the later."""
        number = bisect_right(self.sentences, offset, key=lambda sentence: sentence.end)
        return self.sentences[min(number, len(self.sentences) - 1)]

    def first(self, patterns: Iterable[str]) -> Span | None:
        """Return the first place in the text of any of `patterns`; None without one."""
        return min((self.found[p][0] for p in patterns if p in self.found), key=lambda s: s.start, default=None)

    def places(self, patterns: Iterable[str]) -> tuple[Span, ...]:
        """Return all places of `patterns` in order of the text."""
        return tuple(sorted((s for p in patterns for s in self.found.get(p, ())), key=lambda s: (s.start, s.end)))


class Scanner:
    """Finds phrases in the paragraphs of a document.

    The Matcher tries each of its patterns at each token, and a wildcard in them grows with the square of the
    sentence. So only the pieces of a phrase that stand together are left to it, each when a text holds the words
    for the whole phrase; the gaps between are bridged here.
    """

    def __init__(self, sources: Iterable[str]) -> None:
        self._nlp: Language = spacy.blank("en")
        self._nlp.max_length = sys.maxsize  # its limit is for parsers, which need memory for every word
        self._nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?"]})
        self._ruler = self._new_ruler()
        self._pieces: dict[str, Piece] = {}
        self._matchers: dict[str, Matcher] = {}
        self._patterns: dict[str, Pattern] = {}
        self._by_key: dict[str, list[str]] = {}
        self._longest_prefix = 0
        for source in sorted(set(sources)):
            self._add(parse_pattern(source))

    def _new_ruler(self) -> SpanRuler:
        return SpanRuler(self._nlp, annotate_ents=True, spans_key=None)

    def _add(self, pattern: Pattern) -> None:
        self._patterns[pattern.source] = pattern
        self._pieces.update((piece.source, piece) for piece in pattern.pieces)
        telling = max(pattern.pieces, key=lambda piece: min(map(len, piece.keys), default=0))
        keys = [key for piece in pattern.pieces for key in piece.keys]
        self._longest_prefix = max(self._longest_prefix, *(len(key) - 1 for key in keys), 0)
        for key in telling.keys or ("",):
            self._by_key.setdefault(key, []).append(pattern.source)

    def with_parties(self, parties: Parties) -> Self:
        """Return a scanner to which `{customer}` and `{vendor}` mean the names of `parties`, with their other forms.

        This one stays as it is: a review that was stopped may still be using it beside the next one.
        """
        ruler = self._new_ruler()
        patterns: list[dict[str, str | list[dict[str, object]]]] = []
        for label, names in (("CUSTOMER", parties.customer), ("VENDOR", parties.vendor)):
            forms = {form for name in names for form in (name, *_FORMS.get(name.lower(), ()))}
            for form in sorted(forms):
                tokens: list[dict[str, object]] = [{"LOWER": token.lower_} for token in self._nlp.make_doc(plain(form))]
                patterns.append({"label": label, "pattern": tokens})
        ruler.add_patterns(patterns)
        named = copy(self)
        named._ruler = ruler  # noqa: SLF001 - of this very class
        return named

    def scan(self, text: str) -> Scan:
        """Return where the phrases stand in `text`; offsets count its code points."""
        doc = self._nlp(plain(text))
        _mend_sentences(doc)
        if len(self._ruler):
            doc = self._ruler(doc)
        keys = self._keys_in(doc)
        sentence_ends = [end for sentence in doc.sents for end in [sentence.end] * len(sentence)]
        places: dict[str, list[tuple[int, int]]] = {}
        found: dict[str, tuple[Span, ...]] = {}
        for source in dict.fromkeys(source for key in keys for source in self._by_key.get(key, ())):
            pattern = self._patterns[source]
            if all(not piece.keys or any(key in keys for key in piece.keys) for piece in pattern.pieces):
                spans = tuple(self._find(pattern, doc, places, sentence_ends))
                if spans:
                    found[source] = spans
        return Scan(found, tuple(_sentences(doc, len(text))))

    def _find(
        self, pattern: Pattern, doc: Doc, places: dict[str, list[tuple[int, int]]], sentence_ends: list[int]
    ) -> Iterator[Span]:
        """Yield the places of a phrase, the shortest from each start.

        A phrase without gaps does not begin again inside itself ("thirty (30) days").
        """
        pieces = [self._places(piece.source, doc, places) for piece in pattern.pieces]
        last = 0
        for start, end in pieces[0]:
            if not pattern.gaps and start < last:
                continue
            last = _reach(end, pieces[1:], pattern.gaps, sentence_ends[start])
            if last:
                yield Span(doc[start].idx, doc[last - 1].idx + len(doc[last - 1]))

    def _places(self, piece: str, doc: Doc, places: dict[str, list[tuple[int, int]]]) -> list[tuple[int, int]]:
        """Return the longest place of `piece` from each start, looked up once a text."""
        if piece not in places:
            longest: dict[int, int] = {}
            for _, start, end in self._matcher(piece)(doc):
                longest[start] = max(end, longest.get(start, 0))
            places[piece] = sorted(longest.items())
        return places[piece]

    def _matcher(self, piece: str) -> Matcher:
        """Return the Matcher of one piece, made when a text first needs it."""
        if piece not in self._matchers:
            matcher = self._matchers[piece] = Matcher(self._nlp.vocab)
            matcher.add(piece, [list(variant) for variant in self._pieces[piece].variants])
        return self._matchers[piece]

    def _keys_in(self, doc: Doc) -> dict[str, None]:
        """Return the keys whose words the text holds; "" for phrases that nothing can be told of beforehand."""
        keys = {"": None}
        for word in sorted({token.norm_ for token in doc}):
            keys[word] = None
            for length in range(_PREFIX_KEY, min(len(word), self._longest_prefix) + 1):
                keys[word[:length] + "*"] = None
        return keys


def _reach(end: int, pieces: list[list[tuple[int, int]]], gaps: tuple[int, ...], limit: int) -> int:
    """Return where the nearest row of `pieces` after token `end` ends, each within its gap; 0 without one."""
    if not pieces:
        return end if end <= limit else 0
    first = bisect_left(pieces[0], (end, 0))
    for start, stop in pieces[0][first:]:
        if start > end + gaps[0] or start >= limit:
            return 0
        if reached := _reach(stop, pieces[1:], gaps[1:], limit):
            return reached
    return 0


def _mend_sentences(doc: Doc) -> None:
    """Take back the ends of sentences inside words, as in "Heron.AI"."""
    for token in doc[1:]:
        if token.is_sent_start and not doc[token.i - 1].whitespace_:
            token.is_sent_start = False


def _sentences(doc: Doc, length: int) -> Iterator[Span]:
    """Yield the sentences without the blanks between them."""
    for sentence in doc.sents:
        yield Span(sentence.start_char, min(sentence.end_char, length))
    if not len(doc):
        yield Span(0, length)


@cache
def scanner_for(sources: frozenset[str]) -> Scanner:
    """Return the scanner over `sources`, built on first use."""
    return Scanner(sources)
