"""Cross-references: which paragraph "Section 5(c)" or "Exhibit A" means, and which are broken."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from app.intake.structure.citations import EXHIBIT_WORDS, Citation, find_citations
from app.intake.structure.contents import is_entry
from app.model.document import CrossReference, Exhibit, Paragraph, ReferenceKind
from app.model.marks import Link
from app.model.span import Place, Span
from app.text.numerals import read_roman, roman

_PART = re.compile(r"\d+|[A-Za-z]+")
_GOES_ON = re.compile(r"[ \xa0]?(?:\([^()]{0,80}\)|\[[^\[\]]{0,80}\])?(?:,|;|[ \xa0]+[a-z])")
_FIELD_ERROR = re.compile(r"Error! (?:Reference source not found|Bookmark not defined)")
_THIS = re.compile(r"\b[Tt]his[ \xa0]\Z")
_NOTE = re.compile(r"(?:footnote|endnote|comment)-(\d+)")
_AMENDMENT = re.compile(r"\b(?:AMENDMENT|Amendment)\b")
_TITLE_WITHIN = 3
_CITES = re.compile(
    r"(?:\b(?:sections?|clauses?|articles?|paragraphs?|sec\.|art\.|and|or|to|through)|§|[,–-])[ \xa0\n]{0,3}\Z",
    re.IGNORECASE,
)
_MOST = 10_000
_MOST_SOUGHT = 200
"""Numbers that lead nowhere and are looked for in the words; with more, the numbers were not read well."""
_FEW = 2
_NEAR = 20
_MAX_LINKS = 1000  # of one paragraph
_WITHIN = 40
"""Paragraphs of a clause in which an item of a list inside its sentences is looked for."""


def find_references(paragraphs: Sequence[Paragraph], exhibits: Sequence[Exhibit]) -> tuple[CrossReference, ...]:
    """Return what the paragraphs refer to in their own document, in reading order.

    Left out are references to other texts, relative ones ("clause (ii)") whose place cannot be told, and whatever
    is not found in a document whose numbers were not read well enough to call it broken; and all after some
    ten thousand.
    """
    index = _Index.of(paragraphs, exhibits)
    found: list[tuple[CrossReference, Citation | None]] = []
    for paragraph in paragraphs:
        found += islice(_in_paragraph(paragraph, index), _MOST)
        if len(found) >= _MOST:
            break
    if _AMENDMENT.search(" ".join(paragraph.text for paragraph in paragraphs[:_TITLE_WITHIN])):
        return tuple(reference for reference, _ in found if reference.target is not None)
    sought = dict.fromkeys(_number(citation) for reference, citation in found if reference.target is None)
    run_in = {number for number in islice(sought, _MOST_SOUGHT) if number and _is_run_in(number, paragraphs)}
    found = [each for each in found if each[0].target is not None or _number(each[1]) not in run_in]
    foreign = any("Contractual Clauses" in paragraph.text or "SCCs" in paragraph.text for paragraph in paragraphs)
    broken = _credible(found, ("clause", "annex") if foreign else ())
    return tuple(reference for reference, _ in found if reference.target is not None or id(reference) in broken)


@dataclass(slots=True)
class _Index:
    """Where clauses, exhibits and bookmarks of a document are.

    Attributes:
        clauses: Paragraphs by the parts of their number, in small letters ("5", "c").
        parents: Numbers under which others stand.
        regions: The exhibit (from 1) that each paragraph stands in; 0 outside.
        exhibits: First paragraphs of exhibits, by word and number; and by number alone.
        names: Paragraphs by the bookmarks that begin in them.
    """

    paragraphs: Sequence[Paragraph]
    clauses: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    parents: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    regions: list[int] = field(default_factory=list)
    exhibits: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], exhibits: Sequence[Exhibit]) -> "_Index":
        """Return the index of a document."""
        index = cls(paragraphs, regions=[0] * len(paragraphs))
        for number, exhibit in enumerate(exhibits, start=1):
            index.regions[exhibit.first : exhibit.end] = [number] * (exhibit.end - exhibit.first)
            word, _, label = exhibit.label.lower().partition(" ")
            for each in _spellings(label):
                index.exhibits.setdefault(f"{_plain_word(word)} {each}", exhibit.first)
                index.exhibits.setdefault(each, exhibit.first)
        for paragraph in paragraphs:
            for name in paragraph.names:
                index.names.setdefault(name, paragraph.index)
            if paragraph.label and paragraph.story == "body":
                parts = parts_of(paragraph.label)
                index.clauses.setdefault(parts, []).append(paragraph.index)
                index.parents.setdefault(parts[:-1], []).append(parts[-1])
        for places in index.clauses.values():  # those in brackets last: "(1)" is mostly a party or a recital
            places.sort(key=lambda place: paragraphs[place].label.startswith("("))
        return index

    def clause(self, parts: tuple[str, ...], near: int, *, region: int | None = None) -> int | None:
        """Return the clause of that number: in the exhibit of paragraph `near`, else in the body, else elsewhere."""
        places = self.clauses.get(parts)
        if not places:
            return None
        here = self.regions[near] if region is None else region
        order = (here, 0) if region is None else (here,)
        for wanted in order:
            inside = [place for place in places if self.regions[place] == wanted]
            if inside:
                return inside[0]
        return places[0] if region is None else None

    def ends_before(self, parts: tuple[str, ...]) -> bool:
        """Tell whether the numbers beside that one were read and end before it: a gap may be one that was not read."""
        if len(parts) > 1 and parts[:-1] not in self.clauses:
            return self.ends_before(parts[:-1])
        cited = _rank(parts[-1])
        beside = [rank for each in self.parents.get(parts[:-1], ()) if (rank := _rank(each))[0] == cited[0]]
        return len(beside) >= (1 if len(parts) > 1 else 3) and max(beside) < cited


def parts_of(label: str) -> tuple[str, ...]:
    """Return the parts of a number: "5", "c" of "5(c)"; words such as "Article" are left out."""
    parts = [part.lower() for part in _PART.findall(label)]
    return tuple(parts[1:] if len(parts) > 1 and parts[0] in ("article", "section", "clause") else parts)


def _rank(part: str) -> tuple[bool, int, str]:
    """Return what a part of a number is compared by with those beside it."""
    return (True, int(part), "") if part.isdigit() else (False, len(part), part)


def _plain_word(word: str) -> str:
    return "annex" if word.startswith("annex") else word


def _spellings(label: str) -> Iterator[str]:
    """Yield a number of an exhibit in small letters, and as the other kind of numeral where it may be one."""
    yield label.lower()
    if label.isdigit() and 0 < int(label) < 40:
        yield roman(int(label))
    elif value := read_roman(label):
        yield str(value)


def _in_paragraph(paragraph: Paragraph, index: _Index) -> Iterator[tuple[CrossReference, Citation | None]]:
    """Yield the references of one paragraph with the words they were read from; None for those of the format."""
    text = paragraph.text
    links = [link for link in paragraph.links if link.target.startswith("#") and not link.target.startswith("#_Toc")]
    citations = list(find_citations(text))
    told: list[Span] = []
    if citations and not is_entry(text):
        for citation in citations:
            reference = _resolved(citation, paragraph, links, index)
            if reference is not None:
                told.append(reference.place.span)
                yield reference, citation
    starts = [span.start for span in told]
    for link in links:
        before = bisect_left(starts, link.span.end) - 1
        covered = before >= 0 and told[before].end > link.span.start
        if (
            not covered
            and not _FIELD_ERROR.match(text, link.span.start)
            and (found := _of_link(link, paragraph, index))
        ):
            yield found, None
    if "Error!" in text:
        for match in _FIELD_ERROR.finditer(text):
            yield CrossReference(Place(paragraph.index, Span(*match.span())), "bookmark", match[0], None), None


def _resolved(citation: Citation, paragraph: Paragraph, links: Sequence[Link], index: _Index) -> CrossReference | None:
    """Return the reference that a citation makes; None where it is none of this document's, or cannot be told."""
    if citation.whose == "other" or _is_heading(paragraph, citation):
        return None
    target = _target(citation, paragraph, index)
    if target is None:
        target = _linked(citation, links, index)
    if target is None and not _may_be_broken(citation, paragraph, index):
        return None
    kind: ReferenceKind = "exhibit" if citation.is_exhibit else "clause"
    return CrossReference(Place(paragraph.index, Span(citation.start, citation.end)), kind, citation.label, target)


def _is_heading(paragraph: Paragraph, citation: Citation) -> bool:
    """Tell whether a number is that of a heading, here or run into the words: "Section 2 Fees" after a full stop."""
    before = paragraph.text[max(0, citation.start - _NEAR) : citation.start].rstrip()
    begins = not before or before[-1] in ".:;\t"
    return begins and _GOES_ON.match(paragraph.text, citation.end) is None


def _linked(citation: Citation, links: Sequence[Link], index: _Index) -> int | None:
    """Return where the format says that the words of a citation lead."""
    over = (link for link in links[:_MAX_LINKS] if link.span.start < citation.end and citation.start < link.span.end)
    targets = (index.names.get(link.target[1:]) for link in over)
    return next((target for target in targets if target is not None), None)


def _of_link(link: Link, paragraph: Paragraph, index: _Index) -> CrossReference | None:
    """Return the reference that a link makes; None for a bookmark that is unknown where the format keeps none."""
    name = link.target[1:]
    target = index.names.get(name)
    place = Place(paragraph.index, link.span)
    if note := _NOTE.fullmatch(name):
        return CrossReference(place, "note", note[1], target)
    if target is None and not index.names:
        return None
    words = " ".join(paragraph.text[link.span.start : link.span.end].split())
    if target is None and words[:1].isdigit():  # a field whose bookmark is gone still prints the number
        target = index.clause(parts_of(words), paragraph.index)
    return CrossReference(place, "bookmark", words or name, target)


def _target(citation: Citation, paragraph: Paragraph, index: _Index) -> int | None:
    """Return the paragraph that a citation means; None where it is not found."""
    if citation.is_exhibit:
        return _exhibit(citation.word, citation.label, index)
    region = None
    if citation.within:
        word, _, label = citation.within.partition(" ")
        exhibit = _exhibit(word, label, index)
        if exhibit is None:
            return None
        region = index.regions[exhibit]
    if citation.label.startswith("("):
        return _relative(parts_of(citation.label), paragraph, index)
    found = next(
        (place for parts in _forms(citation) if (place := _clause(parts, paragraph.index, region, index)) is not None),
        None,
    )
    return found if found is not None or not citation.within else exhibit


def _exhibit(word: str, label: str, index: _Index) -> int | None:
    for each in _spellings(label):
        for key in (f"{word} {each}", each):
            if key in index.exhibits:
                return index.exhibits[key]
    whole = re.match(r"\d+|[A-Za-z]+", label)
    return _exhibit(word, whole[0], index) if whole and whole[0] != label else None


def _forms(citation: Citation) -> Iterator[tuple[str, ...]]:
    """Yield the parts of a clause number, and its first as the other kind of numeral for articles."""
    parts = parts_of(citation.label)
    yield parts
    if citation.word == "article":
        for first in tuple(_spellings(parts[0]))[1:]:
            yield first, *parts[1:]


def _clause(parts: tuple[str, ...], near: int, region: int | None, index: _Index) -> int | None:
    """Return the clause of that number, or the one in whose sentences its last parts are listed."""
    for count in range(len(parts), 0, -1):
        place = index.clause(parts[:count], near, region=region)
        if place is not None:
            return _listed(parts[count:], place, index)
    return None


def _listed(items: tuple[str, ...], place: int, index: _Index) -> int | None:
    """Return the paragraph of the clause at `place` whose sentences list `items`; `place` for none."""
    if not items:
        return place
    clause = index.paragraphs[place]
    end = place + 1
    while end < min(place + _WITHIN, len(index.paragraphs)) and _is_under(index.paragraphs[end], clause):
        end += 1
    for at in range(place, end):
        if f"{items[-1]})" in index.paragraphs[at].text.lower():
            return at
    return None


def _is_under(paragraph: Paragraph, clause: Paragraph) -> bool:
    return not paragraph.label or paragraph.label.startswith(clause.label)


def _relative(parts: tuple[str, ...], paragraph: Paragraph, index: _Index) -> int | None:
    """Return the item "(b)" that stands nearest above in the numbering, or in the same sentences."""
    at = paragraph.index
    while at > 0 and not index.paragraphs[at].label and paragraph.index - at < _WITHIN:
        at -= 1
    own = parts_of(index.paragraphs[at].label)
    for count in range(len(own), -1, -1):
        place = index.clause((*own[:count], *parts), at, region=index.regions[at])
        if place is not None:
            return place
    item = f"({parts[0]})"
    for near in range(paragraph.index, max(-1, paragraph.index - _WITHIN), -1):
        text = index.paragraphs[near].text
        if text.lower().count(item) > (1 if near == paragraph.index else 0):
            return near
        if index.paragraphs[near].label and near != paragraph.index:
            break
    return None


def _may_be_broken(citation: Citation, paragraph: Paragraph, index: _Index) -> bool:
    """Tell whether a citation that leads nowhere is this document's and would be found if it were there."""
    if citation.whose != "this" or citation.within or citation.label.startswith("("):
        return False
    if citation.is_exhibit:
        return paragraph.text[citation.start].isupper() and "." not in citation.label
    if _THIS.search(paragraph.text, max(0, citation.start - 6), citation.start):
        return False  # it speaks of the clause that it stands in, whose number was not read
    parts = parts_of(citation.label)
    return parts[0].isdigit() and int(parts[0]) < 100 and index.ends_before(parts)


def _number(citation: Citation | None) -> str:
    """Return the number that the label of a clause begins with; "" without one."""
    number = re.match(r"\d+(?:\.\d+)*", citation.label) if citation and not citation.is_exhibit else None
    return number[0] if number else ""


def _is_run_in(number: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether the clause begins within a paragraph, so that it has no number of its own: "... 17.6 Notices"."""
    begins = re.compile(rf"(?:[.;:)\]]|[ \xa0]|\n)[ \xa0]*{re.escape(number)}\.?[ \xa0]+[A-Z“\"]")
    return any(
        _CITES.search(paragraph.text, max(0, match.start() - _NEAR), match.start() + 1) is None
        for paragraph in paragraphs
        if number in paragraph.text
        for match in begins.finditer(paragraph.text)
    )


def _credible(found: Sequence[tuple[CrossReference, Citation | None]], foreign: Sequence[str]) -> set[int]:
    """Return the ids of references that may be called broken: by a word that this document mostly resolves.

    The words in `foreign` cite another text here, such as the clauses of the European Commission.
    """
    resolved = Counter(citation.word for reference, citation in found if citation and reference.target is not None)
    missing: dict[str, dict[int, str]] = {}
    credible: set[int] = set()
    for reference, citation in found:
        if reference.target is None and citation is None:
            credible.add(id(reference))
        elif reference.target is None and citation is not None and citation.word not in foreign:
            missing.setdefault(citation.word, {})[id(reference)] = citation.label
    for word, labels in missing.items():
        few = len(set(labels.values())) <= _FEW + resolved[word] // 8
        if few and (resolved[word] or not resolved or word in EXHIBIT_WORDS):
            credible |= labels.keys()
    return credible
