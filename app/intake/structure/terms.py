"""Defined terms: "X" means ..., (the "X"), hereinafter "X"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.model.document import DefinedTerm, Paragraph, Section
from app.model.span import Span

Group = tuple[Span, ...]
Definitions = Mapping[int, tuple[Group, ...]]

_QUOTE = re.compile(  # begins with a set, which is found much faster than a choice
    r"[\"“”„‘'](?:(?<=[\"“”„])([^\"“”\n]{1,80})[\"“”]|(?<=[‘'])(?<!\w.)([^‘’'\n]{1,80})[’'](?!\w))"
)
_MEANS = re.compile(
    r"\s{0,40}(?:\([^()]{0,120}\)\s{0,40})?,?\s{0,40}(?:as used (?:herein|in this [A-Z]?\w{1,40}),?\s{0,9})?"
    r"(?:shall\s{1,9}|will\s{1,9}|we\s{1,9})?"
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
_NAME = re.compile(r"[\"“”„‘'](?:[^a-z]|[a-z]+[A-Z]|(?:you|your|we|us|our|it)\b)")
_BARE = re.compile(
    r"([A-Z][\w’'-]*(?:\s+(?:(?:and|of|or|the|for|to|in)\s+){0,2}[A-Z][\w’'-]*){0,6})\s+(?:shall\s+)?means?\b"
)
_ENTRY = re.compile(r"([A-Z][\w’'/ -]{1,60}?)\s*[:–—]\s+(?=\S)")
_EMPHASISED_ENTRY = re.compile(
    r"[”\"’']?\s{0,9}(?:[:–—-]|\([^()]{0,80}\)|,[^.;:]{0,80},)?\s{0,9}(?:shall |will )?"
    r"(?:means?\b|ha(?:s|ve) the meaning|refers? to|is\b|are\b|includes?\b|:|[A-Za-z])"
)
_ANNOUNCED = re.compile(
    r"\bfollowing\s(?:\w{1,30}\s){0,3}(?:definitions?\b[^.]{0,120}\bappl|(?:terms|words|expressions|phrases)\b[^.]{0,120}"
    r"(?:\bmeanings?\b|\bdefin))",
    re.IGNORECASE,
)
_TERM_COLUMN = re.compile(r"\W*(?:defined\s)?(?:terms?|expressions?|words?)(?:\sdefined)?\W*", re.IGNORECASE)
_MEANING_COLUMN = re.compile(r"\W*(?:meanings?|definitions?|descriptions?|explanations?)\W*", re.IGNORECASE)
_MEANING = re.compile(r"(?:shall )?(?:means?|has the meaning|have the meaning|refers to)\b", re.IGNORECASE)
_MAX_WORDS = 8
_DEFINITIONS = re.compile(r"\b(?:definitions?|defined terms|interpretation|glossary)\b", re.IGNORECASE)
_AROUND = " \t\xa0,.;"
_MARKS = " \t\xa0\"“”„‘’':"
_REACH = 120
_CLOSE = 50


def find_terms(
    paragraphs: Sequence[Paragraph], sections: Sequence[Section], definitions: Definitions
) -> tuple[DefinedTerm, ...]:
    """Return the terms that `paragraphs` define, in reading order, each where it is defined first.

    `definitions` are those in quotes, as `definitions_in` finds them.
    """
    opening = {section.first for section in sections}
    glossary = _glossary(paragraphs, sections, opening)
    entries = _table_entries(paragraphs, glossary)
    seen: set[str] = set()
    terms = []
    for paragraph in paragraphs:
        index = paragraph.index
        if index in entries:
            spans: Iterable[Span] = (entries[index],)
        elif index in definitions:
            spans = (span for group in definitions[index] for span in group)
        else:
            spans = _unquoted_terms(paragraph, glossary=index in glossary, titled=index in opening)
        for span in spans:
            term = paragraph.text[span.start : span.end]
            if term not in seen:
                seen.add(term)
                terms.append(DefinedTerm(term=term, paragraph=paragraph.index, span=span))
    return tuple(terms)


def _glossary(paragraphs: Sequence[Paragraph], sections: Sequence[Section], opening: set[int]) -> set[int]:
    """Return the paragraphs that stand under a heading for definitions, or under words that announce them."""
    found = {
        index
        for section in sections
        if _DEFINITIONS.search(section.title)
        for index in range(section.first + 1, section.end)
    }
    announced = False
    for paragraph in paragraphs:
        if paragraph.index in opening or paragraph.story != "body":
            announced = False
        elif announced:
            found.add(paragraph.index)
        if "following" in paragraph.text and _ANNOUNCED.search(paragraph.text):
            announced = True
    return found


def _table_entries(paragraphs: Sequence[Paragraph], glossary: set[int]) -> dict[int, Span]:
    """Return the terms in the first column of tables whose second column holds their meanings, by their paragraph."""
    tables: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        if paragraph.cell is not None:
            tables.setdefault(paragraph.cell.table, []).append(paragraph)
    entries: dict[int, Span] = {}
    for cells in tables.values():
        for paragraph in _terms_column(cells, in_definitions=cells[0].index in glossary):
            span = _unquoted(paragraph.text)
            if 0 < len(paragraph.text[span.start : span.end].split()) <= _MAX_WORDS:
                entries[paragraph.index] = span
    return entries


def _terms_column(cells: Sequence[Paragraph], *, in_definitions: bool) -> list[Paragraph]:
    """Return the first column of a table of definitions, without its heading; nothing for other tables."""
    rows: dict[int, dict[int, list[Paragraph]]] = {}
    for paragraph in cells:
        if paragraph.cell is not None:
            rows.setdefault(paragraph.cell.row, {}).setdefault(paragraph.cell.column, []).append(paragraph)
    pairs = [(columns[min(columns)][0], columns[max(columns)][0]) for columns in rows.values() if len(columns) == 2]
    if not pairs or len(pairs) < len(rows) - 1:
        return []
    headed = bool(_TERM_COLUMN.fullmatch(pairs[0][0].text) and _MEANING_COLUMN.fullmatch(pairs[0][1].text))
    entries = pairs[1:] if headed else pairs
    said = sum(_MEANING.match(meaning.text) is not None for _, meaning in entries)
    if headed or in_definitions or (len(entries) > 1 and said * 2 > len(entries)):
        return [term for term, _ in entries]
    return []


def _unquoted(text: str) -> Span:
    words = text.strip(_AROUND + _MARKS)
    start = text.index(words) if words else 0
    return Span(start, start + len(words))


def definitions_in(paragraphs: Sequence[Paragraph]) -> Definitions:
    """Return the groups of terms that are defined together in quotes, by the index of their paragraph."""
    found = {paragraph.index: tuple(_defined_groups(paragraph.text)) for paragraph in paragraphs}
    return {index: groups for index, groups in found.items() if groups}


def _defined_groups(text: str) -> Iterator[tuple[Span, ...]]:
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


def _unquoted_terms(paragraph: Paragraph, *, glossary: bool, titled: bool) -> Iterator[Span]:
    """Yield the place of the term that a paragraph without definitions in quotes begins with."""
    if paragraph.kind in ("title", "heading"):
        return
    bare = _BARE.match(paragraph.text) or (_ENTRY.match(paragraph.text) if glossary else None)
    if bare is not None:
        yield Span(*bare.span(1))
    elif (
        glossary and not titled and (end := _emphasised_end(paragraph)) and _EMPHASISED_ENTRY.match(paragraph.text, end)
    ):
        span = _unquoted(paragraph.text[:end].rstrip(":–—- \t\xa0"))
        if 0 < len(paragraph.text[span.start : span.end].split()) <= _MAX_WORDS:
            yield span


def _emphasised_end(paragraph: Paragraph) -> int:
    """Return where bold or italic words at the beginning of a paragraph end; 0 where it begins without."""
    end = 0
    for style in paragraph.styles:
        if (style.bold or style.italic or style.underline) and not paragraph.text[end : style.span.start].strip(_MARKS):
            end = max(end, style.span.end)
    return end if end < len(paragraph.text.rstrip()) else 0


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
