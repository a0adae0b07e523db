"""Sentences of a contract."""

import re
from collections.abc import Iterator

from app.model.span import Span


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_STOP = re.compile(r"(?:[.!?]+[\"”’'»)\]]*(?=\s|$)|[。！？]|\n\s*\n)")
_NEXT = re.compile(r"\s*[\"“‘'«(\[]*(\w+)")
_LAST_WORDS = re.compile(r"(?:([^\s(\[\"“‘«]+)\s+)?([^\s(\[\"“‘«]+)$")
_LONGEST_WORDS = 60  # characters of two words, so that no text takes long
_ITEM = re.compile(r"\s*\(\w{1,4}\)\s")  # "(a) ", which begins a sentence in any case
_NUMBER = re.compile(r"\d.*|[IVXLC]+|[A-Z]")
_BEFORE_NUMBER = _words(
    "no nos nr art arts sec secs para paras cl ch fig p pp vol exh sch app reg "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_NEVER_LAST = _words("mr mrs ms dr prof messrs hon rev v vs viz cf e.g i.e approx ca st")
_SELDOM_LAST = _words(
    "inc ltd co corp llc l.l.c l.p lp plc s.a s.p.a b.v n.v u.s u.s.a u.k e.u d.c a.m p.m etc jr sr bros al ph.d"
)
_FIRST_WORDS = _words(
    "the this these those that there a an any all each either neither every no nothing if in on upon unless until for "
    "from to by with without subject except when where while after before as at it its you your we our they their such "
    "notwithstanding however further both other then"
)
_LETTERED = _words("exhibit schedule annex appendix attachment section article clause part item class option")
_ENUMERATOR = re.compile(r"[(\[]?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxlcIVXLC]+)[.)\]]+")


def sentences_of(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text` without the blanks between them.

    No sentence ends at an abbreviation ("No. 5", "e.g.", "U.S. law", "Heron Inc. may"), at an initial or after a typed
    number alone ("5.2. Fees"); a run-in heading ("Fees.") is a sentence, and so is what stands without a stop at the
    end. A stop inside a quotation ends the sentence where a new one begins behind the quote.
    """
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Span]:
    start = _skip_blanks(text, 0)
    for stop in _STOP.finditer(text):
        if stop.start() < start or not _ends(text, start, stop):
            continue
        end = start + len(text[start : stop.end()].rstrip())
        yield Span(start, end)
        start = _skip_blanks(text, stop.end())
    end = len(text.rstrip())
    if start < end:
        yield Span(start, end)


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Return whether the sentence from `start` ends with `stop`."""
    if stop[0].isspace() or stop[0] in "。！？":
        return True
    following = _NEXT.match(text, stop.end())
    if following is None or _ITEM.match(text, stop.end()):
        return True
    word = following[1]
    if word[0].islower() or _ENUMERATOR.fullmatch(text[start : stop.end()]):
        return False
    found = _LAST_WORDS.search(text, max(start, stop.start() - _LONGEST_WORDS), stop.start())
    return stop[0] != "." or found is None or _may_be_last(found[2].lower(), (found[1] or "").lower(), before=word)


def _may_be_last(last: str, earlier: str, *, before: str) -> bool:
    """Return whether the word `last` with a full stop after it ends a sentence: `earlier` is the word before it."""
    if last in _NEVER_LAST:
        return False
    if last in _BEFORE_NUMBER and _NUMBER.fullmatch(before):
        return False
    is_initial = len(last) == 1 and last.isalpha() and earlier not in _LETTERED
    return before.lower() in _FIRST_WORDS if last in _SELDOM_LAST or is_initial else True


def _skip_blanks(text: str, place: int) -> int:
    return place + len(text[place:]) - len(text[place:].lstrip())
