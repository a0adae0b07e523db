"""The phrases of the library in the texts of a document: each where it stands, with the sentences around it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby, pairwise
from typing import Self

from app.matching.index import Names
from app.matching.phrases import Phrases
from app.matching.search import find_phrases
from app.matching.tokens import Tokens, Words, WordsJoined, tokenise, words_of
from app.model.document import Parties
from app.model.span import Span
from app.text.patterns import parse_pattern

_FORMS = {"you": ("your", "yours", "yourself"), "we": ("us", "our", "ours"), "they": ("them", "their")}
_BATCH = 200_000
"""Characters that are searched at once: enough to share the work, few enough that a job can be stopped between."""


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


@dataclass(frozen=True, slots=True)
class Scans:
    """What the scanner found in the texts of a document.

    Attributes:
        each: The scan of each text.
        holders: For each phrase that was found, the numbers of the texts that hold it, in order.
        words: The words of the texts.
    """

    each: tuple[Scan, ...]
    holders: dict[str, tuple[int, ...]]
    words: Words

    def holding(self, patterns: Iterable[str]) -> list[int]:
        """Return the numbers of the texts that hold any of `patterns`, in order."""
        return sorted({number for pattern in patterns for number in self.holders.get(pattern, ())})


class Scanner:
    """Finds phrases in the texts of a document."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._phrases = Phrases(map(parse_pattern, sorted(set(sources))))
        self._names: Names = {"customer": (), "vendor": ()}

    def with_parties(self, parties: Parties) -> Self:
        """Return a scanner to which `{customer}` and `{vendor}` mean the names of `parties`, with their other forms.

        This one stays as it is: a review that was stopped may still be using it beside the next one.
        """
        named = copy(self)
        names: Names = {"customer": _names(parties.customer), "vendor": _names(parties.vendor)}
        named._names = names  # noqa: SLF001 - of this very class
        return named

    def scan(self, texts: Sequence[str], step: Callable[[int], None] = lambda _: None) -> Scans:
        """Return where the phrases stand in each of `texts`; offsets count code points.

        `step` is called with the number of each text before it is read, and now and then while they are searched.
        Texts that are the same are read once.
        """
        rows: dict[str, int] = {}
        words = WordsJoined()
        scans: list[Scan] = []
        batch: list[str] = []
        size = 0
        for number, text in enumerate(texts):
            step(number)
            if text not in rows:
                rows[text] = len(rows)
                batch.append(text)
                size += len(text)
            if batch and (size > _BATCH or number == len(texts) - 1):
                tokens = tokenise(batch)
                words.add(tokens)
                scans += self._scan(batch, tokens, partial(step, number))
                batch, size = [], 0
        each = tuple(scans[rows[text]] for text in texts)
        return Scans(each, _holders(each), words.words(rows[text] for text in texts))

    def _scan(self, texts: list[str], tokens: Tokens, go_on: Callable[[], None]) -> Iterator[Scan]:
        """Yield the scan of each text."""
        starts, ends, text_of = tokens.starts.tolist(), tokens.ends.tolist(), tokens.text_of.tolist()
        found: list[dict[str, tuple[Span, ...]]] = [{} for _ in texts]
        for source, places in find_phrases(self._phrases, tokens, self._names):
            go_on()
            for number, inside in groupby(places, key=lambda place: text_of[place[0]]):
                found[number][source] = tuple([Span(starts[first], ends[end - 1]) for first, end in inside])
        sentences: list[list[Span]] = [[] for _ in texts]
        for first, end in pairwise(tokens.sentences.tolist()):
            sentences[text_of[first]].append(Span(starts[first], ends[end - 1]))
        for number, text in enumerate(texts):
            yield Scan(found[number], tuple(sentences[number]) or (Span(0, len(text)),))


def _holders(scans: Sequence[Scan]) -> dict[str, tuple[int, ...]]:
    holders: dict[str, list[int]] = {}
    for number, scan in enumerate(scans):
        for pattern in scan.found:
            holders.setdefault(pattern, []).append(number)
    return {pattern: tuple(numbers) for pattern, numbers in holders.items()}


def _names(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    forms = {form for name in names for form in (name, *_FORMS.get(name.lower(), ()))}
    return tuple(words for form in sorted(forms) if (words := words_of(form)))


@cache
def scanner_for(sources: frozenset[str]) -> Scanner:
    """Return the scanner over `sources`, built on first use."""
    return Scanner(sources)
