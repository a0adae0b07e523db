"""Flaws in the definitions: terms never used, terms defined twice."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.model.document import DefinedTerm, Document
from app.model.proofreading import Flaw
from app.model.span import Place
from app.proofreading.citing import times, where
from app.proofreading.wording import Wording, stems_of

_QUOTES = "\"“”„'‘’"
_ALIAS = re.compile(
    r"[\"“”'‘’*_,;\s]*(?:(?:and/or|or|and|also|the|an?|each|collectively|together|as|referred to|hereinafter|\()"
    r"[\"“”'‘’*_,;\s]*)*"
)
_MEANS = re.compile(
    r"[,\"”’'*_]*\s*(?:\([^()]{0,80}\)\s*)?,?\s*(?:shall\s+|will\s+)?(?:means?\b|ha(?:s|ve) the meanings?|refers? to\b)"
)
_POINTS = re.compile(
    r"(?:meanings?|terms?) (?:as )?(?:set|given|ascribed|assigned|specified|provided|defined|stated|in\b|that)"
    r"|\b(?:set forth|defined|given|ascribed) (?:to (?:it|such term) )?(?:in|under|by|above|below|herein)\b"
    r"|same meaning|in relation to|for (?:the )?purposes? of|as used in"
    r"|in this (?:section|clause|exhibit|schedule|paragraph|annex)",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"(?:for example|such as|as an?|e\.g\.|i\.e\.|either|the words?|marked|labell?ed)[,:]?\s*\W?\Z", re.IGNORECASE
)
_OWN_NAMES = {"agreement", "license", "licence", "contract", "addendum", "amendment", "term", "party"}
_PREAMBLE = re.compile(
    r"\b(?:agreement|assignment|addendum|lease|amendment)\b.{0,300}\b(?:made|entered into)\b", re.IGNORECASE | re.DOTALL
)
_PREAMBLE_WITHIN = 500
_LONG = 90


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where a term stands: indexes of its first words among all words.

    Attributes:
        size: How many words it has.
        defined: Where it is defined.
        used: Elsewhere, with a capital.
        small: Elsewhere, all in small letters; parts of addresses and quotations are left out.
    """

    size: int
    defined: tuple[int, ...]
    used: tuple[int, ...]
    small: tuple[int, ...]


def find_occurrences(term: DefinedTerm, wording: Wording) -> Occurrences:
    """Return where `term` stands in the document, in whatever number and case."""
    stems = stems_of(term.term)
    defined, used, small = [], [], []
    for first in wording.find(stems):
        words = wording.words[first : first + len(stems)]
        text, start, end = wording.text(words[0]), words[0].start, words[-1].end
        own = words[0].paragraph == term.paragraph and term.span.start <= start < term.span.end
        quoted = text[start - 1 : start] in _QUOTES and text[end : end + 1].strip(",.") in _QUOTES and start > 0
        if own or (quoted and (_MEANS.match(text, end) or _is_in_brackets(text, start, end))):
            defined.append(first)
        elif words[0].text[0].islower() and all(word.text.islower() for word in words):
            if _is_in_address(text, start, end):
                continue
            small.append(first)
        else:
            used.append(first)
    return Occurrences(len(stems), tuple(defined), tuple(used), tuple(small))


def find_unused_terms(document: Document, occurrences: Sequence[tuple[DefinedTerm, Occurrences]]) -> Iterator[Flaw]:
    """Yield the terms that stand nowhere but where they are defined.

    Names of the parties, other names of a term that is used ("X" or "Y"), and words defined in small letters are
    left out.
    """
    names = party_names(document)
    for term, found in occurrences:
        if found.used or term.uses or not found.defined or stems_of(term.term) in names:
            continue
        before = document.paragraphs[term.paragraph].text[max(0, term.span.start - 40) : term.span.start]
        if not term.term[0].isupper() or _EXAMPLE.search(before) or _has_other_name(document, term):
            continue
        how = f"used only in small letters ({times(len(found.small))})" if found.small else "never used"
        message = f"“{term.term}” is defined {where(document, term.paragraph)} and {how}."
        yield Flaw("unused-term", Place(term.paragraph, term.span), message)


def find_duplicate_terms(
    document: Document, wording: Wording, occurrences: Sequence[tuple[DefinedTerm, Occurrences]]
) -> Iterator[Flaw]:
    """Yield the terms that have two definitions with different words.

    A definition that points to another, one for a single section or exhibit, short forms in capitals and names of
    the parties and of the agreement itself are left out.
    """
    names, scopes = party_names(document), _scopes(document)
    told: set[str] = set()
    for term, found in occurrences:
        stems = stems_of(term.term)
        if len(found.defined) < 2 or stems in names or stems[-1] in _OWN_NAMES or term.term in told:
            continue
        if term.term.isupper() or not term.term[0].isupper():
            continue
        told.add(term.term)
        definitions = [wording.place(first, found.size) for first in found.defined]
        same = [place for place in definitions if _words(document, place) == term.term]
        scope = bisect_right(scopes, term.paragraph)
        said: dict[str, Place] = {}
        for place in same:
            words = _definition(document, place)
            if words and bisect_right(scopes, place.paragraph) == scope:
                said.setdefault(words, place)
        first, *others = said.values() or (Place(term.paragraph, term.span),)
        others = [place for place in others if place.paragraph != first.paragraph]
        if others:
            yield Flaw(
                "duplicate-term",
                others[0],
                f"“{term.term}” is defined {where(document, others[0].paragraph)} and in other words "
                f"{where(document, first.paragraph)}.",
                related=(first, *others[1:]),
            )


def _is_in_address(text: str, start: int, end: int) -> bool:
    """Tell whether words are part of an address or stand in quotation marks."""
    return text[start - 1 : start] in tuple("/@.\"“‘'-_") or text[end : end + 1] in tuple('/@_”"’')


def _is_in_brackets(text: str, start: int, end: int) -> bool:
    """Tell whether a quoted term stands in brackets of a few words, as (the "Term") does."""
    before, after = text[max(0, start - _LONG) : start], text[end : end + _LONG]
    opening = before.rfind("(")
    return opening >= 0 and ")" not in before[opening:] and ")" in after and "(" not in after[: after.index(")")]


def _has_other_name(document: Document, term: DefinedTerm) -> bool:
    """Tell whether another term is defined by the same words: "X" or "Y"."""
    text = document.paragraphs[term.paragraph].text
    for other in document.terms:
        if other.paragraph == term.paragraph and other is not term:
            between = text[min(other.span.end, term.span.end) : max(other.span.start, term.span.start)]
            if _ALIAS.fullmatch(between):
                return True
    return False


def _definition(document: Document, place: Place) -> str:
    """Return the words that define the term at `place`, to be compared; "" where they only point elsewhere."""
    text = document.paragraphs[place.paragraph].text
    meaning = _MEANS.match(text, place.span.end)
    said = text[meaning.end() :] if meaning else text[: place.span.start]
    around = text[max(0, place.span.start - _LONG) : place.span.end + _LONG]
    if _POINTS.search(around) or _EXAMPLE.search(text[: place.span.start]):
        return ""
    words = re.findall(r"\w+", said.casefold())
    return " ".join(words[:12] if meaning else words[-12:])


def _words(document: Document, place: Place) -> str:
    return document.paragraphs[place.paragraph].text[place.span.start : place.span.end]


def party_names(document: Document) -> set[tuple[str, ...]]:
    """Return the words by which the parties are called."""
    parties = document.parties
    names = [*parties.customer, *parties.vendor]
    names += [name for party in parties.named for name in (party.name, *party.short)]
    return {stems_of(name) for name in names}


def _scopes(document: Document) -> list[int]:
    """Return where the parts begin that define terms for themselves: exhibits, agreements after the first is signed."""
    begins = [each.first for each in document.exhibits] + [each.end for each in document.signatures]
    begins += [each.index for each in document.paragraphs if _PREAMBLE.search(each.text[:_PREAMBLE_WITHIN])]
    return sorted(begins)
