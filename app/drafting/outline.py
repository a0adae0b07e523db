"""How the paragraphs of a document hang together: lists, their items, headings, and where the terms end."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from app.drafting.numbering import Style, parse_number, style_of, value_of
from app.model.document import Document, Paragraph, Section

_DEFINITION = re.compile(
    r"^\W{0,3}[“\"*][^”\"]{1,80}[”\"*].{0,60}?\b(?:means?|shall mean|refers? to|has the meaning|is defined)\b"
)
_RUN_IN = re.compile(
    r"((?:[A-Z][\w’'/-]*|&)(?:,? (?:[A-Z][\w’'/-]*|of|and|or|the|for|to|in|on|by|with|&)){0,9}[.:])(?=\s+\S)"
)
_ITEM_END = re.compile(r"[;,](?:\s*(?:and/or|and|or))?\s*$")
_TERMS_END = re.compile(
    r"\W*(?:END OF (?:THE )?(?:TERMS|AGREEMENT|LICEN[CS]E)|IN WITNESS WHEREOF|AGREED AND ACCEPTED|Executed (?:by|as)"
    r"|(?:Print(?:ed)? )?(?:Name|Title|Date)(?: \([^)]*\))?\s*[:：]?\s*_{5,}"
    r"|(?:Sign(?:ed)?|Print Name)\s*[:：]\s*(?:_|$)|By:|/s/"
    r"|(?:Signed|Signatures?)(?: by)?\s*(?:[:：_]|$)|(?:\w+ ){0,3}\w*signature\s*_{5,}|_{5,}"
    r"|(?:the )?(?:rest|remainder) of (?:this|the) page|(?:\w+ ){0,2}signature pages? (?:follow|to)|signatures follow)",
    re.IGNORECASE,
)
_RECITAL = re.compile(r"\W*(?:WHEREAS|NOW,? THEREFORE|WITNESSETH)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.:;!?…_][\"”’')\]*]*\s*$")
_RUNS_ON = re.compile(r"\b(?:of|the|and|or|to|for|by|in|any|with|an?|this|that|as|from|not)\s*$", re.IGNORECASE)
_NUMBER = r"(?:(?:[A-Z]\.)?\d+(?:\.[0-9a-z]+)*(?:\([0-9a-z]+\))*|[IVX]+\b|[a-z]\b|\([a-z]+\))"
_CITATION = re.compile(
    rf"\b(?:section|clause|article|paragraph)s? "
    rf"({_NUMBER}(?:(?: \([\w ]+\))?(?:, and|, or|,| and| or| to|–)\s?{_NUMBER})*)",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"\W*(?:Exhibit|Schedule|Annex|Appendix|Attachment)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outline:
    """The lists of a document.

    Attributes:
        lists: For each numbered paragraph, the list it stands in: its siblings and itself, in order.
        cited: Numbers of clauses that the text cites.
        start: Where the terms begin; so `stop`, where a further agreement in the same file does.
    """

    document: Document
    lists: dict[int, tuple[int, ...]]
    cited: frozenset[str]
    start: int
    stop: int

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs of the document."""
        return self.document.paragraphs

    @property
    def has_body(self) -> bool:
        """Whether anything stands outside text boxes, notes, headers and footers: only there clauses are put."""
        return any(paragraph.story == "body" for paragraph in self.paragraphs)

    def siblings(self, index: int) -> tuple[int, ...]:
        """Return the list that holds paragraph `index`, itself included, in order."""
        return self.lists.get(index, (index,))

    def style(self, index: int) -> Style:
        """Return how the list of the numbered paragraph `index` counts."""
        return style_of(_core(self.paragraphs[member]) for member in self.siblings(index))

    def is_cited(self, index: int) -> bool:
        """Tell whether the text cites paragraph `index`, or something under it, by its number."""
        label = _bare(self.paragraphs[index].label)
        return any(_is_at(label, cited) for cited in self.cited)

    def citing(self, index: int) -> tuple[int, ...]:
        """Return the paragraphs that cite paragraph `index`, or something under it, by its number."""
        references = self.document.references
        meant = {each.place.paragraph for each in references if each.kind == "clause" and each.target == index}
        label = _bare(self.paragraphs[index].label)
        typed = (p.index for p in self.paragraphs if any(_is_at(label, number) for number in _numbers_in(p.text)))
        return tuple(sorted({*meant, *typed} - {index}))

    def end_of(self, index: int) -> int:
        """Return the last paragraph of the clause or item that begins at `index`, with all that belongs to it."""
        last = index
        for paragraph in self.paragraphs[index + 1 :]:
            if paragraph.story == "body" and index in self._ancestors(paragraph):
                last = paragraph.index
        later = next((member for member in self.siblings(index) if member > index), None)
        section = next((section for section in self.document.sections if section.first == index), None)
        if section is not None:
            return max(last, min(section.end, later or section.end, self.terms_end(index)) - 1)
        if later is not None:
            between = self.paragraphs[last + 1 : later]
            last += next((n for n, p in enumerate(between) if p.kind in ("heading", "title")), len(between))
        return last

    def _ancestors(self, paragraph: Paragraph) -> Iterator[int]:
        parent = paragraph.parent
        while parent is not None:
            yield parent
            parent = self.paragraphs[parent].parent

    def is_fragment(self, paragraph: Paragraph) -> bool:
        """Tell whether a list item is a part of its lead-in's sentence, so that no sentence may stand beside it."""
        if paragraph.parent is None:
            return False
        lead = self.paragraphs[paragraph.parent].text.rstrip()
        return lead.endswith((":", "—")) or paragraph.text[:1].islower() or _ITEM_END.search(paragraph.text) is not None

    def is_plain(self, index: int) -> bool:
        """Tell whether a new clause may look like paragraph `index`: body text, no heading, table or definition."""
        paragraph = self.paragraphs[index]
        return paragraph.story == "body" and paragraph.kind in ("body", "list-item") and not self.is_definition(index)

    def is_definition(self, index: int) -> bool:
        """Tell whether paragraph `index` defines a term, or stands in a section of definitions."""
        paragraph = self.paragraphs[index]
        title = "" if paragraph.section is None else self.document.sections[paragraph.section].title
        return _DEFINITION.match(paragraph.text) is not None or "definition" in title.lower()

    def is_introduction(self, index: int) -> bool:
        """Tell whether paragraph `index` stands before the terms: a preamble or a recital."""
        if is_numbered(self.paragraphs[index]):
            return False
        return index < self.start or _RECITAL.match(self.paragraphs[index].text) is not None

    def has_titles(self, index: int) -> bool:
        """Tell whether at least half of the plain items in the list of paragraph `index` have run-in headings."""
        plain = [member for member in self.siblings(index) if self.is_plain(member)]
        titled = sum(bool(self.run_in_heading(member)) for member in plain)
        return bool(titled) and 2 * titled >= len(plain)

    def is_cut_off(self, index: int) -> bool:
        """Tell whether the sentence at the end of paragraph `index` goes on in the next, as on the lines of a page."""
        if index + 1 >= self.terms_end(index):
            return False
        here, there = self.paragraphs[index], self.paragraphs[index + 1]
        if {here.story, there.story} != {"body"} or there.marker or _SENTENCE_END.search(here.text):
            return False
        if not {here.kind, there.kind}.isdisjoint(("title", "heading", "table-cell")):
            return False
        runs_on = there.text[:1].islower() or _RUNS_ON.search(here.text) is not None
        return runs_on or self.document.kind in ("pdf", "text")

    def run_in_heading(self, index: int) -> str:
        """Return the heading run into the first sentence of a paragraph, its stop included; "" without one."""
        paragraph = self.paragraphs[index]
        if paragraph.kind in ("heading", "title", "table-cell"):
            return ""
        text = paragraph.text
        for section in self.document.sections:
            if section.first == index and section.title and text.startswith(section.title):
                if text[len(section.title) :].startswith(":") and not _RUN_IN.match(text):
                    return ""  # the first words of a list's lead-in
                stop = re.match(r"\s?[.:]|\s*[–—-]+", text[len(section.title) :])
                end = len(section.title) + (stop.end() if stop else 0)
                return text[:end] if text[end:].strip() else ""
        for style in paragraph.styles:
            emphasis = text[: style.span.end].rstrip() if style.span.start == 0 else ""
            if emphasis.endswith((".", ":")) and len(emphasis) < len(text.rstrip()):
                return emphasis
        match = _RUN_IN.match(text)
        return match[1] if match else ""

    def terms_end(self, start: int = 0) -> int:
        """Return where the terms end after `start`: at a signature block, a line that says so, an annex, or last."""
        first = max(start, self.start)
        last = self.stop if first < self.stop else len(self.paragraphs)
        body = [paragraph for paragraph in self.paragraphs[:last] if paragraph.story == "body"]
        ends = {signature.first for signature in self.document.signatures}
        ends |= {exhibit.first for exhibit in self.document.exhibits}
        for paragraph in body:
            if paragraph.index > first and (paragraph.index in ends or _ends_terms(paragraph)):
                return self._before_table(paragraph)
        return body[-1].index + 1 if body else len(self.paragraphs)

    def _before_table(self, paragraph: Paragraph) -> int:
        """Return the index of `paragraph`, or where it stands in a table that of the first one in the table."""
        if paragraph.cell is None:
            return paragraph.index
        table = self.document.tables[paragraph.cell.table]
        return table.first


def outline_of(document: Document) -> Outline:
    """Return the lists of `document`. A list that begins again with a lower number is another list.

    Where it is no Word file its numbers are typed in the one that is made of it, whatever they were before.
    """
    if document.kind != "docx":
        paragraphs = tuple(replace(paragraph, typed=bool(paragraph.marker)) for paragraph in document.paragraphs)
        document = replace(document, paragraphs=paragraphs)
    families: defaultdict[tuple[object, ...], list[Paragraph]] = defaultdict(list)
    for paragraph in document.paragraphs:
        if is_numbered(paragraph):
            families[_family(paragraph)].append(paragraph)
    lists = {}
    for members in families.values():
        for run in _runs(members):
            lists.update(dict.fromkeys(run, run))
    numbers = {number for paragraph in document.paragraphs for number in _numbers_in(paragraph.text)}
    targets = (reference.target for reference in document.references if reference.kind == "clause")
    numbers |= {_bare(document.paragraphs[target].label) for target in targets if target is not None}
    return Outline(document, lists, frozenset(numbers), *_terms_of(document))


def _terms_of(document: Document) -> tuple[int, int]:
    """Return the half-open range of the terms: the longest of the agreements in a file, each numbered from 1.

    They begin with the first section, where most sections are numbered with the first of these.
    """
    end = len(document.paragraphs)
    numbered = [section for section in document.sections if section.label]
    counted = [section for section in numbered if section.label.isdecimal()]
    starts = [section.first for section in counted if section.label == "1"]
    runs = [(first, stop) for first, stop in pairwise((*starts, end)) if _is_agreement(counted, first, stop)]
    if len(runs) > 1:
        first, _ = max(runs, key=lambda run: run[1] - run[0])
        return first, min((start for start, _ in runs if start > first), default=end)
    sections = numbered if 2 * len(numbered) > len(document.sections) else document.sections
    return min((section.first for section in sections), default=0), end


def _is_agreement(counted: Iterable[Section], first: int, stop: int) -> bool:
    """Tell whether the sections in a range are numbered as those of an agreement are, 1 to 3 at the least."""
    labels = [section.label for section in counted if first <= section.first < stop]
    return labels[:3] == ["1", "2", "3"]


def _runs(members: Iterable[Paragraph]) -> Iterator[tuple[int, ...]]:
    """Yield the indexes of paragraphs of one form, cut where the numbers begin again."""
    cores = [(paragraph.index, _core(paragraph)) for paragraph in members]
    style = style_of(core for _, core in cores)
    run: list[int] = []
    last = 0
    for index, core in cores:
        value = value_of(core, style)
        if run and value <= last:
            yield tuple(run)
            run = []
        run.append(index)
        last = value
    yield tuple(run)


def is_numbered(paragraph: Paragraph) -> bool:
    """Tell whether the paragraph has a number, typed or automatic, and not a bullet or nothing."""
    return bool(paragraph.label) and parse_number(paragraph.marker) is not None


def has_small_letters(paragraph: Paragraph) -> bool:
    """Tell whether the paragraph is numbered with small letters or small Roman numbers."""
    return bool(paragraph.label) and _core(paragraph).islower()


def _ends_terms(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip().replace("\N{FULLWIDTH LOW LINE}", "_")
    if _TERMS_END.match(text):
        return len(text) <= 400
    return _ANNEX.match(text) is not None and len(text) <= 100 and text[-1] not in ".;,"


def _numbers_in(text: str) -> Iterator[str]:
    """Yield the numbers of clauses that `text` cites."""
    for match in _CITATION.finditer(text):
        yield from re.findall(_NUMBER, match[1])


def _is_at(label: str, cited: str) -> bool:
    """Tell whether the number `cited` is `label` or that of something under it."""
    return bool(label) and re.match(rf"{re.escape(label)}(?:[.(]|$)", cited) is not None


def _bare(label: str) -> str:
    """Return a label without the word for its kind: "5.c" for "Section 5.c"."""
    return re.sub(r"^\D+ ", "", label)


def _core(paragraph: Paragraph) -> str:
    number = parse_number(paragraph.marker)
    return number.core if number else ""


def _family(paragraph: Paragraph) -> tuple[object, ...]:
    """Return what the items of one list share: lead-in, beginning of the label, form of the marker."""
    number = parse_number(paragraph.marker)
    form = (number.before, number.after, number.core.isdecimal(), number.core.isupper()) if number else ()
    stem = re.sub(r"[0-9A-Za-z]+\)?$", "", paragraph.label)
    return (paragraph.parent, stem, paragraph.story, *form)
