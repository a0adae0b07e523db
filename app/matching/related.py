"""Words elsewhere that bear on a clause: lead-ins, items, carve-outs, definitions, sections cited."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from app.matching.pipeline import Scan
from app.model.document import CrossReference, DefinedTerm, Document, Paragraph
from app.model.review import Match, Related, RelatedKind
from app.model.span import Place, Span

_LIMITS_THIS = re.compile(
    r"\b(?:except|unless|other than|subject to|save (?:as|for|to)|excluding|to the extent)"
    r"\b[^.;]{0,80}\Z",
    re.IGNORECASE,
)
_LIMITS_THAT = re.compile(
    r"\b(?:notwithstanding|despite|in spite of|irrespective of|regardless of|in derogation of)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
_NOT_APPLIED = re.compile(
    r"[^.;]{0,60}\b(?:do(?:es)?|shall|will)(?: not|n['’]t) (?:apply|limit|restrict|affect|prevent)\b", re.IGNORECASE
)
_MEANS = re.compile(
    r"[”\"'’)\s]*(?:\([^)]{0,80}\)\s*)?(?:,[^,]{0,80},\s*)?"
    r"(?:shall mean|means?|shall include|includes?|refers? to|has the meaning|is defined|are defined|:)",
    re.IGNORECASE,
)
_ITSELF = re.compile(r"\bthis\W+\Z", re.IGNORECASE)
_BEFORE = 120
_EVERYWHERE = 0.15
"""Share of the paragraphs from which on a term stands everywhere ("Services") and decides nothing in one of them."""
_FEW = 8


class Surroundings:
    """What stands around the paragraphs of one document, looked up once.

    `scans` are those of its paragraphs, in order.
    """

    def __init__(self, document: Document, scans: Sequence[Scan]) -> None:
        self._document = document
        self._scans = scans
        self._sides = {"Party", "Parties", *document.parties.customer, *document.parties.vendor}
        self._items: defaultdict[int, list[int]] = defaultdict(list)
        self._cited: defaultdict[int, list[CrossReference]] = defaultdict(list)
        self._carve_outs: defaultdict[int, list[CrossReference]] = defaultdict(list)
        self._terms: defaultdict[int, list[tuple[DefinedTerm, Span]]] = defaultdict(list)
        for paragraph in document.paragraphs:
            if paragraph.parent is not None:
                self._items[paragraph.parent].append(paragraph.index)
        for reference in document.references:
            if reference.kind == "clause" and reference.target is not None:
                self._cited[reference.place.paragraph].append(reference)
                if self._overrides(reference):
                    self._carve_outs[reference.target].append(reference)
        for term in document.terms:
            if self._decides(term):
                for use in term.uses:
                    self._terms[use.paragraph].append((term, use.span))

    def of(self, matches: Sequence[Match]) -> tuple[Related, ...]:
        """Return what bears on the paragraphs of `matches` of one clause type; the same words once."""
        carrying = {match.paragraph for match in matches}
        found: dict[tuple[RelatedKind, Place], Related] = {}
        for match in matches:
            for related in self._around(match, carrying):
                found.setdefault((related.kind, related.place), related)
        return tuple(found.values())

    def _around(self, match: Match, carrying: Collection[int]) -> Iterator[Related]:
        """Yield what bears on the paragraph of `match`; what the other paragraphs of `carrying` say is known anyway."""
        paragraph = self._document.paragraphs[match.paragraph]
        known = {*carrying, match.paragraph}
        if paragraph.parent is not None and paragraph.parent not in known and not self._is_heading(paragraph.parent):
            yield self._whole("lead-in", paragraph.parent, match, "the lead-in of this list item")
        for item in self._items[match.paragraph]:
            if item not in known:
                yield self._whole("item", item, match, "an item of this list")
        yield from self._definitions(match)
        yield from self._references(match, known)
        yield from self._exceptions(paragraph, match, known)

    def _references(self, match: Match, known: Collection[int]) -> Iterator[Related]:
        for reference in self._cited[match.paragraph]:
            if reference.target is None or self._under_heading(reference.target) in known:
                continue
            text = self._document.paragraphs[match.paragraph].text
            words = _words(text, reference)
            if _LIMITS_THIS.search(text, max(0, reference.place.span.start - _BEFORE), reference.place.span.start):
                yield self._whole("exception", reference.target, match, f"this clause is limited by {words}")
            else:
                yield self._whole("reference", reference.target, match, f"{words} is cited here")

    def _exceptions(self, paragraph: Paragraph, match: Match, known: Collection[int]) -> Iterator[Related]:
        """Yield sentences elsewhere that take something out of this paragraph, its lead-in or its section."""
        for target in dict.fromkeys(self._numbers_of(paragraph)):
            for reference in self._carve_outs.get(target, ()):
                there = reference.place.paragraph
                if there not in known:
                    span = self._scans[there].sentence_at(reference.place.span.start)
                    words = _words(self._document.paragraphs[there].text, reference)
                    yield Related("exception", Place(there, span), match.paragraph, f"takes something out of {words}")

    def _numbers_of(self, paragraph: Paragraph) -> Iterator[int]:
        """Yield the paragraphs that a citation of this one may lead to: itself, its lead-ins, its sections' first."""
        at: int | None = paragraph.index
        while at is not None:
            yield at
            at = self._document.paragraphs[at].parent
        if paragraph.section is not None:
            section = self._document.sections[paragraph.section]
            yield from (s.first for s in self._document.sections if s.first <= section.first and s.end >= section.end)

    def _definitions(self, match: Match) -> Iterator[Related]:
        """Yield the definitions of terms in the sentences that carry the type, in the order of their first use."""
        scan = self._scans[match.paragraph]
        cued = {scan.sentence_at(span.start) for span in match.evidence}
        told = set()
        for term, use in self._terms[match.paragraph]:
            if term.term in told or (cued and scan.sentence_at(use.start) not in cued):
                continue
            told.add(term.term)
            span = self._scans[term.paragraph].sentence_at(term.span.start)
            yield Related("definition", Place(term.paragraph, span), match.paragraph, f"defines “{term.term}”")

    def _decides(self, term: DefinedTerm) -> bool:
        """Return whether what the term means may decide a clause: it is explained, and does not stand everywhere."""
        if not term.term[:1].isupper() or term.term in self._sides:
            return False
        if not _MEANS.match(self._document.paragraphs[term.paragraph].text, term.span.end):
            return False
        used = len({use.paragraph for use in term.uses} - {term.paragraph})
        return used <= max(_FEW, _EVERYWHERE * len(self._document.paragraphs))

    def _overrides(self, reference: CrossReference) -> bool:
        """Return whether the sentence of a citation takes something out of what it cites."""
        text, span = self._document.paragraphs[reference.place.paragraph].text, reference.place.span
        if reference.place.paragraph == reference.target or _ITSELF.search(text, 0, span.start):
            return False
        before = _LIMITS_THAT.search(text, max(0, span.start - _BEFORE), span.start)
        return bool(before or _NOT_APPLIED.match(text, span.end))

    def _whole(self, kind: RelatedKind, there: int, match: Match, why: str) -> Related:
        """Return all of a paragraph as what bears on `match`; of a section the first words under its heading."""
        there = self._under_heading(there)
        return Related(kind, Place(there, Span(0, len(self._document.paragraphs[there].text))), match.paragraph, why)

    def _under_heading(self, index: int) -> int:
        """Return the first paragraph at or behind `index` that is no heading, or else the last."""
        while self._is_heading(index) and index + 1 < len(self._document.paragraphs):
            index += 1
        return index

    def _is_heading(self, index: int) -> bool:
        return self._document.paragraphs[index].kind in ("title", "heading")


def _words(text: str, reference: CrossReference) -> str:
    return text[reference.place.span.start : reference.place.span.end]
