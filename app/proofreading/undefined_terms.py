"""Words used like a defined term that nothing defines."""

import re
from collections.abc import Iterator, Sequence

from app.model.document import Document
from app.model.proofreading import Flaw
from app.proofreading.citing import times, where
from app.proofreading.terms import party_names
from app.proofreading.wording import Word, Wording, begins_sentence, stems_of

_DETERMINERS = {
    *("the", "each", "any", "such", "all", "every", "no", "applicable"),
    *("this", "these", "those", "its", "their", "said"),
}
_JOINTS = {"of", "in", "for", "to"}
_OTHERWISE_KNOWN = {
    *("agreement", "contract", "amendment", "addendum", "exhibit", "schedule", "section", "article", "clause"),
    *("annex", "appendix", "appendice", "attachment", "party", "term", "licence", "license", "policy", "act"),
    *("law", "code", "state", "federal", "government", "governmental", "county", "city", "country", "court"),
    *("commission", "board", "director", "president", "vice-president", "chairman", "vice-chairman", "secretary"),
    *("officer", "office", "bank", "association", "department", "committee", "union", "convention", "regulation"),
    *("directive", "rule", "standard", "recital", "preamble", "parties", "document", "form", "page", "table"),
    *("time", "internet", "web", "treaty", "executive", "republic", "kingdom", "north", "south", "east", "west"),
    *("international", "national", "notary", "administration", "lease", "assignment"),
    *("paragraph", "subparagraph", "sub-paragraph", "subsection", "sub-section", "subclause", "sub-clause", "item"),
}
"""Last words of names of documents, laws, offices and places: a capital there defines nothing."""
_QUOTED = re.compile(r"[\"“„‘']([^\"“”„‘’\n]{1,80})[\"”’']")
_IN_BRACKETS = re.compile(r"\(([^()]{1,60})\)")
_LEADING = re.compile(
    r"^\W*(?:(?:the|an?|each|any|this|such|collectively|individually|together|hereinafter|referred to as|as|called|or"
    r"|and|our|its|your)\b\W*)+",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"\W*([A-Z][^.:–—]{0,60}?)\W*(?::|[–—]|\s-\s|\b(?:shall )?means?\b|\b(?:is|are) defined\b|\t)")
_DEFINED_ELSEWHERE = re.compile(
    r"(?:capitali[sz]ed|terms? used|defined terms?)[^.]{0,80}\bnot\b[^.]{0,40}\bdefin"
    r"|capitali[sz]ed [^.]{0,60}(?:defined|meanings?)[^.]{0,60}\bin (?:the|our|its|that)\b"
    r"(?! (?:following|preamble|recitals))"
    r"|(?:terms|words)[^.]{0,60}have the same meanings?[^.]{0,40}\bin (?:the|our|that)\b",
    re.IGNORECASE,
)
_SUPPLEMENT = re.compile(
    r"\b(?:amendment|addendum|supplement|order form|statement of work|policy|joinder|resolution|consent|form of"
    r"|(?:exhibit|schedule|annex|appendix)(?! \d+\.))\b",
    re.IGNORECASE,
)
_AS_DEFINED = re.compile(r"\W{0,3}(?:as (?:such term is )?(?:defined|described|set)|\(?defined)", re.IGNORECASE)
_SURE_USES = 3
_LONGEST = 5


def find_undefined_terms(document: Document, wording: Wording) -> Iterator[Flaw]:
    """Yield the phrases that stand like a term ("the X", "each X"), capital and all, and are not defined.

    Told only where the phrase stands so three times in two paragraphs at least, more often than in small letters,
    and all its words are ordinary words of the document, not names. Documents that say that their terms are defined
    elsewhere, and those that supplement another one, are left out.
    """
    if _defines_elsewhere(document):
        return
    known = _known(document)
    parts = {key[start:end] for key in known for start in range(len(key)) for end in range(start + 1, len(key) + 1)}
    parts -= {key[start:] for key in known for start in range(1, len(key))} - known
    small = {word.stem for word in wording.words if word.text[0].islower()}
    for key, firsts in _candidates(document, wording).items():
        paragraphs = {wording.words[first].paragraph for first in firsts}
        if len(firsts) < _SURE_USES or len(paragraphs) < 2 or key[-1] in _OTHERWISE_KNOWN or key[0] in _OTHERWISE_KNOWN:
            continue
        if key in parts or not small.issuperset(key) or any(key[start:] in known for start in range(len(key))):
            continue
        if _is_told_elsewhere(wording, key):
            continue
        place = wording.place(firsts[0], len(key))
        words = document.paragraphs[place.paragraph].text[place.span.start : place.span.end]
        yield Flaw(
            "undefined-term",
            place,
            f"“{' '.join(words.split())}” is used like a defined term {times(len(firsts))}, first "
            f"{where(document, place.paragraph)}, and is not defined.",
            related=tuple(wording.place(first, len(key)) for first in firsts[1:]),
        )


def _defines_elsewhere(document: Document) -> bool:
    """Tell whether the terms of a document need no definition in it."""
    if document.language not in ("", "en") or _SUPPLEMENT.search(document.title):
        return True
    return any(_DEFINED_ELSEWHERE.search(paragraph.text) for paragraph in document.paragraphs)


def _known(document: Document) -> set[tuple[str, ...]]:
    """Return what is defined, quoted, named, or a heading, an entry or a cell by itself."""
    known = {stems_of(term.term) for term in document.terms} | party_names(document)
    known |= {stems_of(section.title) for section in document.sections}
    for paragraph in document.paragraphs:
        text = paragraph.text
        if paragraph.kind in ("title", "heading", "table-cell") and len(text) < 80:
            known.add(stems_of(text))
        if entry := _ENTRY.match(text):
            known.add(stems_of(entry[1]))
        for pattern in (_QUOTED, _IN_BRACKETS):
            known |= {stems_of(_LEADING.sub("", match[1])) for match in pattern.finditer(text)}
        known |= {stems_of(text[link.span.start : link.span.end]) for link in paragraph.links}
    return known - {()}


def _candidates(document: Document, wording: Wording) -> dict[tuple[str, ...], list[int]]:
    """Return the capitalised phrases that stand after "the", "each" and the like, and where."""
    candidates: dict[tuple[str, ...], list[int]] = {}
    end = 0
    for index, word in enumerate(wording.words):
        if index < end or not word.text[0].isupper() or wording.near(index - 1, word.paragraph) not in _DETERMINERS:
            continue
        paragraph = document.paragraphs[word.paragraph]
        end = _phrase_end(wording, index)
        phrase = wording.words[index:end]
        if paragraph.kind in ("title", "heading") or len(phrase) > _LONGEST or any(map(_is_shouted, phrase)):
            continue
        if not begins_sentence(paragraph.text, word.start) and not _is_cut_off(wording, end):
            candidates.setdefault(tuple(each.stem for each in phrase), []).append(index)
    return candidates


def _is_shouted(word: Word) -> bool:
    """Tell whether a word is all in capitals, which mean nothing then."""
    return word.text.isupper()


def _phrase_end(wording: Wording, first: int) -> int:
    """Return where the capitalised phrase beginning at `first` ends; "of" and the like within it belong to it."""
    end = first + 1
    words = wording.words
    while end < len(words) and wording.adjoin(words[end - 1], words[end]):
        if words[end - 1].text.endswith(("'s", "’s", "'", "’")):
            break
        joins = words[end].text in _JOINTS and end + 1 < len(words) and words[end + 1].text[0].isupper()
        if not words[end].text[0].isupper() and not (joins and wording.adjoin(words[end], words[end + 1])):
            break
        end += 1
    return end


def _is_cut_off(wording: Wording, end: int) -> bool:
    """Tell whether a phrase that ends before the word `end` may be the beginning of a longer name."""
    if end + 1 >= len(wording.words):
        return False
    last, following, after = wording.words[end - 1 : end + 2]
    if not wording.adjoin(last, following):
        return False
    listed = following.text in ("and", "or", "&") and after.text[0].isupper() and wording.adjoin(following, after)
    return listed or following.text[0].isupper()


def _is_told_elsewhere(wording: Wording, key: Sequence[str]) -> bool:
    """Tell whether a phrase is as common in small letters, or is said to be defined somewhere."""
    capital = small = 0
    for first in wording.find(key):
        begin, end = wording.words[first], wording.words[first + len(key) - 1]
        if begin.text[0].islower():
            small += 1
        else:
            capital += 1
        if _AS_DEFINED.match(wording.text(begin), end.end):
            return True
    return small >= capital
