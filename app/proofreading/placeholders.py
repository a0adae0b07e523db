"""What was to be filled in or settled before signing and was not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.model.document import Document, Paragraph
from app.model.proofreading import Flaw
from app.model.span import Place
from app.proofreading.citing import place_in, times, where, words_at
from app.text.numerals import TENS, UNITS

_BRACKETED = re.compile(r"\[([^\[\]]{0,200})\]")
_NAMED = re.compile(
    r"\$?\{{1,2}\s?[A-Za-z][\w .-]{1,60}\}{1,2}(?!@)"
    r"|<(?![A-Z]+>|(?:page|table|body|div|span|caption)>)[A-Za-z][A-Za-z' -]{2,60}>"
)
_DUMMY = re.compile(
    r"\bTBD\b|\bTBC\b|(?<=\$)X{2,}\b|\bX{2,}(?=%|\s(?:days|months|years)\b)|\bX{4,}\b"
    r"|\blorem ipsum\b"
    r"|\b(?:Click|Tap|Click or tap)(?: here)? to (?:enter|add|type) (?:text|a date)\b|\bChoose an item\b"
)
_DUMMY_SIGNS = ("TB", "XX", "orem", "Click", "Tap", "Choose")
_BLANK = re.compile(r"\[[\s_.…●•■]*\]|(?<!\[)_{2,}(?:[\s/.,-]{0,3}_{2,})*(?!\])")
_ASKS = re.compile(
    r"(?:please\s+)?(?:insert|enter|add|fill|describe|specify|list|select|choose|provide|complete|customi[sz]e|delete"
    r"|type|drafting note|note to draft(?:er)?|placeholder|tbd|tbc|your|full|legal|names?|dates?|number|amount|address"
    r"|company|customer|vendor|provider|client|licens[oe]r|licensee|title|state|country|city|jurisdiction|e-?mail|url"
    r"|phone|telephone|currency|price|percentage|year|month|day|party|recipient|discloser|location|period|purpose|term)\b"
    r"|(?:[a-z'/-]+ ){0,4}(?:name|date|number|amount|address|jurisdiction|title)s?$",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    rf"[$€£]?\s?[\d.,]+\s?%?|(?:(?:{'|'.join((*UNITS, *TENS, 'hundred', 'thousand', 'and'))})[\s-]?)+(?:\(\d[\d,]*\))?",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\s?%|\s(?:per\s?cent|days?|business|calendar|months?|years?|hours?|weeks?|dollars|USD|EUR)\b", re.IGNORECASE
)
_SETTLED = re.compile(
    r"\W*(?:x|sic|reserved|.*redacted.*|.*omitted.*|not (?:used|applicable)|intentionally .*|deleted|n/?a"
    r"|(?:the )?remainder .*"
    r"|.*signatures?.*|.*\bfollows?|.*logo|.*letterhead|.*(?:left|page) blank.*|seal|.{0,20}\bprotected|e?mphasis.*"
    r"|[a-z]{1,2}|[ivx]+|.*\*.*|end of .*|\d+)\W*",
    re.IGNORECASE,
)
_TITLE_CITED = re.compile(r"(?:section|clause|article|paragraph|exhibit|schedule)s?\s+[\w.()]+\s?\Z", re.IGNORECASE)
_REDACTED = re.compile(
    r"\[\s?\*+\s?\]|\*\*\*|confidential treatment|(?:omitted|redacted).{0,60}(?:confidential|commission|exhibit)",
    re.IGNORECASE,
)
_TO_SIGN = re.compile(
    r"(?:\b(?:by|its|name|title|dated?|sign(?:ed|ature)?(?: of [\w ]+)?|initial(?:s|ed)?|print(?:ed)?|witness(?:es)?"
    r"|attest|seal|company|place|tel|fax|e-?mail|phone|position|authori[sz]ed \w+|representative|\(?s\)?)|/s/|x)"
    r"\W*\Z|\A\W*\Z",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"/s/|\bBy:|\b(?:Name|Title):|\bprint(?:ed)? name|\binitial|\bsignature\b", re.IGNORECASE)
_TICKED = re.compile(r"\[\s?[xX✓]\s?\]")
_NEAR = 3
"""Paragraphs between two blanks of one form."""
_AROUND = 60
"""Characters on both sides of a line in which it is told to be one to sign on."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place to be filled in; `name` is what it calls itself, "" for a blank."""

    place: Place
    name: str


def find_placeholders(document: Document) -> Iterator[Flaw]:
    """Yield the placeholders left in: one Flaw for all that bear the same name, one for each run of blanks.

    Lines to sign on, boxes to tick, words blacked out for publication and exhibits that are forms are left out.
    """
    forms = {
        index
        for exhibit in document.exhibits
        if re.search(r"\bforms?\b", exhibit.title, re.IGNORECASE)
        for index in range(exhibit.first, exhibit.end)
    }
    forms.update(index for block in document.signatures for index in range(block.first, block.end))
    redacted = any(_REDACTED.search(paragraph.text) for paragraph in document.paragraphs)
    gaps: list[_Gap] = []
    open_brackets: list[_Gap] = []
    for paragraph in document.paragraphs:
        if paragraph.index not in forms:
            gaps += _named_gaps(paragraph)
            gaps += _blanks(paragraph, redacted=redacted)
            open_brackets += _open_brackets(paragraph)
    if len(gaps) >= _NEAR:  # the document is a draft, and so its brackets are too
        gaps += open_brackets
    for group in _grouped(sorted(gaps, key=lambda gap: (gap.place.paragraph, gap.place.span.start))):
        yield _flaw(document, group)


def _flaw(document: Document, group: Sequence[_Gap]) -> Flaw:
    first, *others = (gap.place for gap in group)
    here = where(document, first.paragraph)
    again = f", {times(len(group))} in all" if others else ""
    if group[0].name:
        message = f"{words_at(document, first)} is still to be filled in or settled {here}{again}."
    else:
        message = f"A blank is still to be filled in {here}{again}."
    return Flaw("placeholder", first, message, tuple(others))


def _grouped(gaps: Sequence[_Gap]) -> Iterator[list[_Gap]]:
    """Yield gaps of the same name together, and blanks that stand near one another."""
    named: dict[str, list[_Gap]] = {}
    run: list[_Gap] = []
    for gap in gaps:
        if gap.name:
            named.setdefault(gap.name.casefold(), []).append(gap)
        elif run and gap.place.paragraph - run[-1].place.paragraph <= _NEAR:
            run.append(gap)
        else:
            if run:
                yield run
            run = [gap]
    if run:
        yield run
    yield from named.values()


def _named_gaps(paragraph: Paragraph) -> Iterator[_Gap]:
    """Yield what says by its own words that it is to be replaced: "[insert date]", "{{name}}", "TBD"."""
    text = paragraph.text
    bracketed = []
    for match in _BRACKETED.finditer(text):
        inside = match[1].strip()
        figure = _FIGURE.fullmatch(inside) is not None and _MEASURE.match(text, match.end()) is not None
        settled = _SETTLED.fullmatch(inside) or _TITLE_CITED.search(text, max(0, match.start() - 30), match.start())
        if figure or (not settled and _ASKS.match(inside)):
            bracketed.append(match)
            yield _Gap(place_in(paragraph.index, *match.span()), match[0])
    if "{" in text or "<" in text:
        for match in _NAMED.finditer(text):
            yield _Gap(place_in(paragraph.index, *match.span()), match[0])
    if any(mark in text for mark in _DUMMY_SIGNS):
        for match in _DUMMY.finditer(text):
            if any(each.start() < match.start() < each.end() for each in bracketed):
                continue  # "[TBD]" is one
            yield _Gap(place_in(paragraph.index, *match.span()), match[0])


def _blanks(paragraph: Paragraph, *, redacted: bool) -> Iterator[_Gap]:
    """Yield empty brackets and lines to write on; boxes to tick and lines to sign on are none."""
    text = paragraph.text
    ticked = _TICKED.search(text) is not None
    for match in _BLANK.finditer(text):
        before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 1]
        if match[0][0] == "[":
            empty = not match[0].strip("[ ]")
            if empty and (
                redacted or ticked or not before.strip() or before[-1] in '\t\n“"' or after in ("\t", "”", '"')
            ):
                continue
        elif (
            before[-1:].isalnum()
            or _TO_SIGN.search(before)
            or _SIGNED.search(text, max(0, match.start() - _AROUND), match.end() + _AROUND)
        ):
            continue
        yield _Gap(place_in(paragraph.index, *match.span()), "")


def _open_brackets(paragraph: Paragraph) -> Iterator[_Gap]:
    """Yield other words in square brackets, which in a draft are alternatives still open."""
    text = paragraph.text
    for match in _BRACKETED.finditer(text):
        inside = match[1].strip()
        if inside.strip("_.…●•■ ") and not _SETTLED.fullmatch(inside) and not _ASKS.match(inside):
            touching = text[max(0, match.start() - 1) : match.start()].isalnum()
            if not touching and not _FIGURE.fullmatch(inside):
                yield _Gap(place_in(paragraph.index, *match.span()), match[0])
