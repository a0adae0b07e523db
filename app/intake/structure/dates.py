"""Dates in the words, and what each is the date of."""

import re
from collections.abc import Sequence
from itertools import islice

from app.model.document import Paragraph, SignatureBlock, StatedDate
from app.model.span import Place, Span
from app.text import dates

_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_ROLES = (
    ("expiry", re.compile(r"expir|terminat(?:es|ing) (?:on|as of)|\bends? on|until|valid through|no later than")),
    ("updated", re.compile(r"updated|revised|modified|last (?:change|amend)|as amended on|posted on")),
    (
        "effective",
        re.compile(
            r"effective|in effect|takes? effect|commenc|\bmade\b|entered into|\bdated|as of|\bbegins?\b|\bstarts?\b"
        ),
    ),
    ("signed", re.compile(r"\bsign|execut|in witness")),
)
_BEFORE, _AFTER = 80, 40
_MOST = 2000


def find_dates(paragraphs: Sequence[Paragraph], signatures: Sequence[SignatureBlock] = ()) -> tuple[StatedDate, ...]:
    """Return the full dates in reading order; a date such as 03/04/2025, which is read in two ways, is left out."""
    signing = {index for block in signatures for index in range(block.first, block.end)}
    found: list[StatedDate] = []
    for paragraph in paragraphs:
        if _ANY_YEAR.search(paragraph.text):
            for span, stated in islice(dates.find_dates(paragraph.text), max(0, _MOST - len(found))):
                role = "signed" if paragraph.index in signing else _role(paragraph.text, span)
                found.append(StatedDate(Place(paragraph.index, span), stated, role))
    return tuple(found)


def _role(text: str, span: Span) -> str:
    """Return what the nearest words before a date, or just after it, say it is the date of."""
    before = text[max(0, span.start - _BEFORE) : span.start].lower()
    before = before[max(before.rfind(". "), before.rfind("; ")) + 1 :]
    best, role = -1, ""
    for name, words in _ROLES:
        for word in words.finditer(before):
            if word.start() > best:
                best, role = word.start(), name
    if role:
        return role
    after = text[span.end : span.end + _AFTER].lower()
    return "effective" if re.match(r"[\s,]*\(?[\s“\"‘']*(?:the\s[“\"‘']?)?effective", after) else ""
