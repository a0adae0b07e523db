"""Defined terms: "X" means ..., (the "X"), hereinafter "X"."""

import re
from collections.abc import Iterator, Sequence

from app.model.document import DefinedTerm, Paragraph, Section
from app.model.span import Span

_QUOTE = re.compile(r"[\"“”]([^\"“”\n]{1,80})[\"“”]|(?<!\w)[‘']([^‘’'\n]{1,80})[’'](?!\w)")
_MEANS = re.compile(
    r"\s*(?:\([^()]{0,120}\)\s*)?,?\s*(?:as used (?:herein|in this [A-Z]?\w+),?\s*)?(?:shall\s+|will\s+|we\s+)?"
    r"(?:means?\b|ha(?:s|ve) the (?:same )?meanings?|refers? to|includes?\b|(?:is|are) defined|is the\b)"
)
_LINK = re.compile(r"\s*(?:,\s*)?(?:(?:and/or|or|and)\s+)?(?:the\s+)?|\s*\(\s*(?:or|and)\s*")
_CALLED = re.compile(
    r"(?:hereinafter|hereafter|collectively|referred to as|called|known as|defined as|the terms?)[\s,]*"
    r"(?:(?:as|the|an?|called|referred to as)\s+)*$",
    re.IGNORECASE,
)
_NOT_DEFINING = re.compile(
    r"\b(?:e\.g|i\.e|including|such as|defined|marked|labell?ed|entitled|titled|see|like|under|within)\b", re.IGNORECASE
)
_NAME = re.compile(r"[\"“”‘'](?:[^a-z]|[a-z]+[A-Z]|(?:you|your|we|us|our|it)\b)")
_BARE = re.compile(
    r"([A-Z][\w’'-]*(?:\s+(?:(?:and|of|or|the|for|to|in)\s+){0,2}[A-Z][\w’'-]*){0,6})\s+(?:shall\s+)?means?\b"
)
_ENTRY = re.compile(r"([A-Z][\w’'/ -]{1,60}?)\s*[:–—]\s+(?=\S)")
_DEFINITIONS = re.compile(r"\b(?:definitions?|defined terms|interpretation|glossary)\b", re.IGNORECASE)
_AROUND = " \t\xa0,.;"
_REACH = 120
_CLOSE = 50


def find_terms(paragraphs: Sequence[Paragraph], sections: Sequence[Section] = ()) -> tuple[DefinedTerm, ...]:
    """Return the terms that `paragraphs` define, in reading order, each where it is defined first."""
    glossary = {
        index
        for section in sections
        if _DEFINITIONS.search(section.title)
        for index in range(section.first, section.end)
    }
    seen: set[str] = set()
    terms = []
    for paragraph in paragraphs:
        for span in _spans(paragraph, in_definitions=paragraph.index in glossary):
            term = paragraph.text[span.start : span.end]
            if term not in seen:
                seen.add(term)
                terms.append(DefinedTerm(term=term, paragraph=paragraph.index, span=span))
    return tuple(terms)


def defined_groups(text: str) -> Iterator[tuple[Span, ...]]:
    """Yield the terms that are defined together in `text` ("You", "Your" or "Licensee"), as spans without quotes."""
    group: list[Span] = []
    last_end = 0
    for quote, defines in _quotes(text):
        if not defines:
            continue
        if group and not _LINK.fullmatch(text[last_end : quote.start()]):
            yield tuple(group)
            group = []
        group.append(_inside(quote))
        last_end = quote.end()
    if group:
        yield tuple(group)


def _spans(paragraph: Paragraph, *, in_definitions: bool) -> Iterator[Span]:
    """Yield the places of the terms that one paragraph defines."""
    quoted = [span for group in defined_groups(paragraph.text) for span in group]
    yield from quoted
    if quoted or paragraph.kind in ("title", "heading"):
        return
    bare = _BARE.match(paragraph.text) or (_ENTRY.match(paragraph.text) if in_definitions else None)
    if bare is not None:
        yield Span(*bare.span(1))


def _quotes(text: str) -> list[tuple[re.Match[str], bool]]:
    """Return what is quoted in `text`, and whether it is defined there: a list is, where its last one is."""
    quotes = [quote for quote in _QUOTE.finditer(text) if any(map(str.isalnum, quote[0]))]
    judged: list[tuple[re.Match[str], bool]] = []
    for quote in reversed(quotes):
        defines = _defines(text, quote)
        if not defines and judged and judged[-1][1]:
            defines = _LINK.fullmatch(text[quote.end() : judged[-1][0].start()]) is not None
        judged.append((quote, defines))
    return judged[::-1]


def _defines(text: str, quote: re.Match[str]) -> bool:
    """Tell whether the words around a quotation make it a term."""
    if _MEANS.match(text, quote.end()):
        return True
    before = text[max(0, quote.start() - _REACH) : quote.start()]
    if _CALLED.search(before[-_CLOSE:]):
        return True
    opening = before.rfind("(")
    if opening < 0 or ")" in before[opening:] or ")" not in text[quote.end() : quote.end() + _REACH]:
        return False
    words = _QUOTE.sub("", before[opening + 1 :]).split()
    named = _NAME.match(quote[0]) is not None or words[-1:] in (["the"], ["an"], ["a"], ["this"])
    return named and len(words) <= 10 and not _NOT_DEFINING.search(before[opening:])


def _inside(quote: re.Match[str]) -> Span:
    """Return the span of a quoted term without blanks and the comma that may stand before the closing quote."""
    start, end = quote.span(1) if quote[1] is not None else quote.span(2)
    words = quote.string[start:end]
    return Span(start + len(words) - len(words.lstrip(_AROUND)), start + len(words.rstrip(_AROUND)))
