"""spaCy as we use it: a blank English pipeline with sentences, party names, and a Matcher over the library's phrases."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import SpanRuler
from spacy.tokens import Doc

from app.text.patterns import Pattern, parse_pattern
from app.model.document import Parties, Span

_PREFIX_KEY = 3
_SAME_LENGTH = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "\u00a0": " ", "\u2011": "-", "‐": "-"})
_FORMS = {"you": ("your", "yours", "yourself"), "we": ("us", "our", "ours"), "they": ("them", "their")}
_BOUNDARY_CHARS = [".", "!", "?", "。"]


@dataclass(frozen=True, slots=True)
class Scan:
    """Where the phrases of the library stand in one text.

    Attributes:
        found: For each phrase that was found, its places in order.
        sentences: The sentences, which together cover the text.
    """

    found: dict[str, tuple[Span, ...]]
    sentences: tuple[Span, ...]

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds `offset`."""
        return next((sentence for sentence in self.sentences if offset < sentence.end), self.sentences[-1])

    def first(self, patterns: Iterable[str]) -> Span | None:
        """Return the first place in the text of any of `patterns`; None without one."""
        return min((self.found[p][0] for p in patterns if p in self.found), key=lambda s: s.start, default=None)

    def places(self, patterns: Iterable[str]) -> tuple[Span, ...]:
        """Return all places of `patterns` in order of the text."""
        return tuple(sorted((s for p in patterns for s in self.found.get(p, ())), key=lambda s: (s.start, s.end)))


class Scanner:
    """Finds phrases in the paragraphs of one document after another.

    A Matcher tries each of its patterns at each token, so the phrases are dealt out to small Matchers by a word that
    a text must hold for them: of thousands of phrases, a paragraph meets a few dozen.
    """

    def __init__(self, sources: Iterable[str]) -> None:
        self._nlp: Language = spacy.blank("en")
        self._nlp.add_pipe("sentencizer", config={"punct_chars": _BOUNDARY_CHARS})
        self._matchers: dict[str, Matcher] = {}
        self._patterns: dict[str, Pattern] = {}
        self._ruler = SpanRuler(self._nlp, annotate_ents=True, spans_key=None)
        for source in sorted(set(sources)):
            self._add(parse_pattern(source))

    def _add(self, pattern: Pattern) -> None:
        self._patterns[pattern.source] = pattern
        variants = [list(variant) for variant in pattern.variants]
        for key in pattern.keys or ("",):
            matcher = self._matchers.setdefault(key, Matcher(self._nlp.vocab))
            matcher.add(pattern.source, variants)

    def name_parties(self, parties: Parties) -> None:
        """Make `{customer}` and `{vendor}` mean the names that `parties` has, with their other forms."""
        self._ruler = SpanRuler(self._nlp, annotate_ents=True, spans_key=None)
        patterns: list[dict[str, str | list[dict[str, object]]]] = []
        for label, names in (("CUSTOMER", parties.customer), ("VENDOR", parties.vendor)):
            forms = {form for name in names for form in (name, *_FORMS.get(name.lower(), ()))}
            for form in sorted(forms):
                tokens: list[dict[str, object]] = [{"LOWER": token.lower_} for token in self._nlp.make_doc(form.translate(_SAME_LENGTH))]
                patterns.append({"label": label, "pattern": tokens})
        self._ruler.add_patterns(patterns)

    def scan(self, text: str) -> Scan:
        """Return where the phrases stand in `text`; offsets count its code points."""
        doc = self._nlp(text.translate(_SAME_LENGTH))
        if len(self._ruler):
            doc = self._ruler(doc)
        places: dict[str, dict[int, Span]] = {}
        for key in self._keys_in(doc):
            for match, start, end in self._matchers[key](doc):
                source = self._nlp.vocab.strings[match]
                pattern = self._patterns[source]
                if end - start > pattern.longest or doc[start].sent.end < end:
                    continue
                span = Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
                self._keep(places.setdefault(source, {}), span, gapped=pattern.gapped)
        found = {source: tuple(by_start[start] for start in sorted(by_start)) for source, by_start in places.items()}
        return Scan(found, tuple(_sentences(doc, len(text))))

    def _keep(self, by_start: dict[int, Span], span: Span, *, gapped: bool) -> None:
        """Keep one reading for each start: the shortest of a phrase with gaps, else the longest."""
        known = by_start.get(span.start)
        if known is None or (span.end < known.end) == gapped:
            by_start[span.start] = span

    def _keys_in(self, doc: Doc) -> Iterator[str]:
        if "" in self._matchers:
            yield ""
        yield from sorted({key for word in {token.lower_ for token in doc} for key in self._keys_of(word)})

    def _keys_of(self, word: str) -> Iterator[str]:
        if word in self._matchers:
            yield word
        for length in range(_PREFIX_KEY, len(word) + 1):
            if (key := word[:length] + "*") in self._matchers:
                yield key


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
