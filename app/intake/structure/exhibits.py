"""Exhibits, schedules, annexes, appendices and attachments: where each begins and ends."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from app.intake.structure.contents import is_entry
from app.model.document import Exhibit, Paragraph

_HEAD = re.compile(
    r"(?P<word>(?i:exhibit|schedule|annex(?:ure)?|appendix|attachment))(?:[ \t\n\xa0]+[“\"]?"
    r"(?P<number>(?:\d{1,3}(?:\.\d{1,2})?|[IVXLC]{1,6})(?:\([a-z]\))?|[A-Z](?:[-.]?\d{1,2})?|AA|BB|CC)(?!\w)[”\"]?)?"
    r"(?P<rest>[^\n]*)",
)
_OF_FILING = re.compile(r"exhibit\s+\d+(?:\.|\([a-z])", re.IGNORECASE)
"""The number that a filing gives to the whole contract: "Exhibit 10.1"."""

_JOINT = " \t\xa0.:-–—)]"
_CONTINUED = re.compile(r"\(?\s*(?:continued|cont[’'.]?d?)\.?\s*\)?", re.IGNORECASE)
_OF_CONTRACT = re.compile(r"(?:to|of)\b", re.IGNORECASE)
_LONGEST = 120
_SENTENCE = re.compile(r"[a-z]{2,}\.\s|[;,]\s*\Z|\b(?:shall|will|may|is|are|means|has|have)\b")
_TITLE_WITHIN = 3


def find_exhibits(paragraphs: Sequence[Paragraph]) -> tuple[Exhibit, ...]:
    """Return the exhibits of the body in reading order; entries of a list or a table of contents are left out.

    An exhibit goes on to the next one or to the end of the body.
    """
    body = sum(paragraph.story == "body" for paragraph in paragraphs)
    heads = [(paragraph, head) for paragraph in paragraphs[:body] if (head := _head(paragraph)) is not None]
    heads = _without_lists(heads, paragraphs)
    exhibits = []
    for number, (paragraph, head) in enumerate(heads):
        end = heads[number + 1][0].index if number + 1 < len(heads) else body
        exhibits.append(Exhibit(_label(head), _title(head, paragraphs, paragraph.index, end), paragraph.index, end))
    return tuple(exhibits)


def _head(paragraph: Paragraph) -> re.Match[str] | None:
    """Return the words of a paragraph that heads an exhibit; None for any other."""
    text = paragraph.text
    if paragraph.cell is not None or len(text) > _LONGEST or not text[:1].isupper() or paragraph.marker:
        return None
    match = _HEAD.match(text)
    if match is None or is_entry(text):
        return None
    rest = match["rest"].strip()
    if match["number"] is None and (paragraph.kind not in ("title", "heading") or (rest and rest[0] not in ":-–—")):
        return None
    if _OF_FILING.match(text):
        return None
    said = paragraph.kind in ("title", "heading")
    if rest and not said and (rest[0] not in ".:-–—(" or _SENTENCE.search(text)):
        return None
    return None if rest and (rest[0] in ",;" or _SENTENCE.search(rest)) else match


def _label(head: re.Match[str]) -> str:
    word = head["word"].capitalize()
    return f"{word} {head['number']}" if head["number"] else word


def _without_lists(
    heads: Sequence[tuple[Paragraph, re.Match[str]]], paragraphs: Sequence[Paragraph]
) -> list[tuple[Paragraph, re.Match[str]]]:
    """Return `heads` without those that come again: in a list of exhibits before, or on later pages of one."""
    labels = [_label(head) for _, head in heads]
    last = {label: place for place, label in enumerate(labels)}
    change = [len(heads)] * (len(heads) + 1)  # where the next head with another label is
    for place in range(len(heads) - 2, -1, -1):
        change[place] = place + 1 if labels[place + 1] != labels[place] else change[place + 1]
    numbered = [paragraph.index for paragraph in paragraphs if paragraph.label]
    kept: list[int] = []
    for place, label in enumerate(labels):
        again = bool(kept) and labels[kept[-1]] == label
        if again and not _begins_anew(heads[kept[-1]][0].index, heads[place][0].index, numbered):
            continue
        if again:
            kept.pop()
        if change[place] > last[label]:
            kept.append(place)
    return [heads[place] for place in kept]


def _begins_anew(first: int, again: int, numbered: Sequence[int]) -> bool:
    """Tell whether the contract itself stands between two equal headings, so that the first only lists the exhibit.

    `numbered` are the paragraphs with numbers, in order.
    """
    before = bisect_left(numbered, first)
    return again == first + 1 or (not before and bisect_left(numbered, again) > bisect_right(numbered, first))


def _title(head: re.Match[str], paragraphs: Sequence[Paragraph], first: int, end: int) -> str:
    """Return the title of an exhibit: on its line, else the next heading under it."""
    title = head["rest"].strip(_JOINT)
    below = head.string[head.end() :].strip()
    if _CONTINUED.fullmatch(title) or _OF_CONTRACT.match(title):
        title = ""
    if title or below:
        return title or " ".join(below.split())
    for paragraph in paragraphs[first + 1 : min(end, first + 1 + _TITLE_WITHIN)]:
        if paragraph.kind in ("title", "heading") and not paragraph.marker:
            return " ".join(paragraph.text.split()).strip(_JOINT)
        if len(paragraph.text.split()) > 12:
            break
    return ""
