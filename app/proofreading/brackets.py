"""Brackets and quotation marks without their partners."""

import re
from collections.abc import Iterator, Sequence

from app.model.document import Document, Paragraph
from app.model.proofreading import Flaw
from app.model.span import Place
from app.proofreading.citing import place_in, where

_PARTNER = {"(": ")", "[": "]"}
_WHAT = {
    "(": "A bracket is not closed",
    ")": "A bracket closes nothing",
    "[": "A square bracket is not closed",
    "]": "A square bracket closes nothing",
}
_ODD_QUOTE = "A quotation mark has no partner"
_ALONE = re.compile(r"(?<![^\s(\[;,:.“\"])(?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,3})\Z|[:;]-?\Z")
_QUOTES = re.compile(r"[\"“”]|''|``")
_PROSE = re.compile(r"[^\W\d_]{4}")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_QUOTED_CLAUSE = re.compile(r"[“\"]\(?(?:\d+(?:\.\d+)*|[a-z]{1,4})[.)]")
_REACH = 12
"""Paragraphs in which what one opens may be closed: a list or an optional clause in brackets."""


def find_unpaired_brackets(document: Document) -> Iterator[Flaw]:
    """Yield the brackets and double quotation marks that have no partner in their paragraph or list.

    There is one Flaw for the same marks of a paragraph. Figures and formulas, of which a PDF leaves odd marks, are not
    read, nor words written from right to left.
    """
    stories: dict[str, list[Paragraph]] = {}
    for paragraph in document.paragraphs:
        stories.setdefault(paragraph.story, []).append(paragraph)
    for story in stories.values():
        odd: dict[tuple[int, str], list[Place]] = {}
        for place in (*_unpaired(story, "("), *_unpaired(story, "["), *_odd_quotes(story)):
            mark = document.paragraphs[place.paragraph].text[place.span.start]
            odd.setdefault((place.paragraph, _WHAT.get(mark, _ODD_QUOTE)), []).append(place)
        for (index, what), (first, *others) in odd.items():
            if _is_read(document.paragraphs[index].text):
                yield Flaw("unpaired-bracket", first, f"{what} {where(document, index)}.", related=tuple(others))


def _is_read(text: str) -> bool:
    """Tell whether a paragraph is prose whose marks come in pairs."""
    return _PROSE.search(text) is not None and not _RIGHT_TO_LEFT.search(text) and not _QUOTED_CLAUSE.match(text)


def _unpaired(story: Sequence[Paragraph], opener: str) -> Iterator[Place]:
    """Yield the brackets of one kind left over in `story`."""
    closer = _PARTNER[opener]
    waiting: list[Place] = []
    for paragraph in story:
        text = paragraph.text
        if opener not in text and closer not in text:
            continue
        for at, letter in enumerate(text):
            if letter == opener:
                waiting.append(place_in(paragraph.index, at, at + 1))
            elif letter == closer:
                if waiting and paragraph.index - waiting[-1].paragraph <= _REACH:
                    waiting.pop()
                elif not _may_stand_alone(text, at):
                    yield place_in(paragraph.index, at, at + 1)
    yield from waiting


def _may_stand_alone(text: str, at: int) -> bool:
    """Tell whether a closing bracket needs no partner: "a)", the edge of a signature block, a face."""
    before = text[max(0, at - 6) : at]
    set_off = not before.strip() or before[-1].isspace()
    return (set_off and text[at + 1 : at + 2] in ("", " ", "\n", "\t")) or _ALONE.search(before) is not None


def _odd_quotes(story: Sequence[Paragraph]) -> Iterator[Place]:
    """Yield the quotation mark without a partner of each paragraph that has an odd number of them.

    A quotation of several paragraphs is closed by a later one.
    """
    opened: Place | None = None
    for paragraph in story:
        loose = _loose_quote(paragraph.text)
        if loose is None:
            continue
        at, opens = loose
        here = place_in(paragraph.index, at, at + 1)
        if opened is not None and not opens:
            ends = not paragraph.text[at + 1 :].strip(" .,;")
            if (ends and not opened.span.start) or paragraph.index - opened.paragraph <= _REACH:
                opened = None
                continue
        if opened is not None:
            yield opened
        opened = here if opens else None
        if not opens:
            yield here
    if opened is not None:
        yield opened


def _loose_quote(text: str) -> tuple[int, bool] | None:
    """Return the quotation mark without a partner and whether it opens, as far as its form tells; None for none."""
    loose: list[tuple[int, bool]] = []
    opened: int | None = None
    count = 0
    for match in _QUOTES.finditer(text):
        at, form = match.start(), _form(match)
        if form == "inch" and opened is None:
            continue
        count += 1
        if form == "opens" or (opened is None and form != "closes"):
            if opened is not None:
                loose.append((opened, True))
            opened = at
        elif opened is None:
            loose.append((at, False))
        else:
            opened = None
    if opened is not None:
        loose.append((opened, True))
    return loose[0] if count % 2 and loose else None


def _form(mark: re.Match[str]) -> str:
    """Return what a quotation mark does: "opens", "closes", "inch" (closes, or measures), "" where it is not clear."""
    before, after = mark.string[max(0, mark.start() - 1) : mark.start()], mark.string[mark.end() : mark.end() + 1]
    if mark[0] != '"':
        return "opens" if mark[0] in ("“", "``") else "closes"
    if before.isdigit():
        return "inch"
    if after.isalnum() and not before.isalnum():
        return "opens"
    return "closes" if (before.isalnum() or before in (".", ",")) and not after.isalnum() else ""
