"""What of a text makes its fingerprint: letters and figures of its sentences, however they are set.

Line breaks, blanks, quotes, hyphens, letter case, accents, punctuation, Markdown and HTML marks, the beginning of web
addresses and the numbers before items do not count, because each transcription has its own.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate

from app.model.document import Document, Paragraph
from app.model.forms import FormUnit
from app.model.span import Span

_TAG = r"</?(?:a|b|br|div|em|font|h[1-6]|i|li|ol|p|span|strong|sub|sup|table|td|th|tr|u|ul)\b[^<>]{0,300}>"
_MARK = re.compile(rf"\]\([^()\s]{{0,500}}\)|{_TAG}|https?://|\bwww\.", re.IGNORECASE)
_CITING = "".join(rf"(?<!{word} \()" for word in ("section", "sections", "clause", "clauses", "paragraph", "article"))
_ENUMERATOR = re.compile(rf"\((?<![\w)\]]\(){_CITING}(?:[a-z]|[ivxlc]{{2,6}}|\d{{1,2}})\)", re.IGNORECASE)
_HALF_ENUMERATOR = re.compile(r"(?<=\s)(?:[a-z]|[ivx]{2,4}|\d{1,2})\)(?=\s)", re.IGNORECASE)
_LETTERED = re.compile(r"(?<=[;:]\s)(?:[a-z]|[ivx]{2,4}|\d{1,2})\.(?=\s)", re.IGNORECASE)
"""The number of an item ("(a)", "2)", "d."), which another transcription has at the beginning of a line of its own."""

_MARK_SIGNS = ("](", "<", "://", "www.", "WWW.")
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Of Chinese and Japanese, which do not part words: each sign counts as one."""

_WORD = re.compile(rf"\d+(?:[.,]\d+)*|[^\W\d_{_IDEOGRAPHS}]+|[{_IDEOGRAPHS}]|[%$€£]|[<>≤≥](?=\s*\d)")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_STOP = re.compile(r"(?<![^\s\w])[^\s\w.;:?!]*+[.;:?!][^\s\w]*+\s+|\n\s*\n|[。！？；]")
_COMMA = re.compile(r"(?<![^\s\w])[^\s\w,]*+,[^\s\w]*+\s+")
_ITEM_NUMBER = re.compile(
    r"\W*+(?:(?:section|article|clause)\s+[\divxlc.]++\W*\s|\d+(?:\.\d+)*[^\w.)]*+[.)]\W*\s|\d+(?:\.\d+)+\s|"
    r"(?:[a-z]|[ivxlc]{1,5})\.\W*\s)",
    re.IGNORECASE,
)
"""The number of an item at the beginning of a paragraph. A run of signs, long as it may be, is gone through once."""

_NUMBER_WORD = re.compile(r"[a-z]{1,2}|[ivxlc]{1,6}|\d{1,2}(?:\.\d{1,2})*")
_BLANK = re.compile(
    r"_{3,}|\.{5,}|…{2,}|\[[^\[\]\n]{0,80}\](?!\()|\{\{?[^{}\n]{0,80}\}?\}|<(?![/!])[A-Za-z][^<>\n@:]{0,60}>"
)
_OPENING = "opening"
"""What stands before the first section."""

_SHORTEST = 20
"""Characters; what is shorter belongs to what follows it in the paragraph ("Meta Platforms, Inc.")."""

_LONG = 60
"""Characters from which a sentence is parted at its next comma, so that a change is named within a few words."""


@dataclass(frozen=True, slots=True)
class TextUnit:
    """A sentence of a document: its letters and figures run together, their hash, and where it stands."""

    paragraph: int
    span: Span
    letters: str
    words: int
    digest: str


def units_of(paragraphs: Iterable[Paragraph]) -> tuple[TextUnit, ...]:
    """Return the sentences of `paragraphs`, running headers left out."""
    return tuple(unit for p in paragraphs if p.story not in ("header", "footer") for unit in _units(p.index, p.text))


def form_units(document: Document) -> tuple[tuple[FormUnit, ...], bool]:
    """Return the units of `document` as a standard form, parted at blanks, and whether it ends with a blank."""
    terms = {term.paragraph: term.term for term in reversed(document.terms)}
    units: list[FormUnit] = []
    blank = False
    for paragraph in document.paragraphs:
        text = _unmarked(paragraph.text)
        ends = [unit.span.end for unit in units_of((paragraph,))]
        for start, end, is_before_blank in _between_blanks(text, ends):
            words = _words(text, start, end)
            if letters := "".join(words):
                section = _section(document, paragraph, terms)
                units.append(FormUnit(digest_of(letters), len(letters), len(words), section, blank))
                blank = False
            blank = blank or is_before_blank
    return tuple(units), blank


def _section(document: Document, paragraph: Paragraph, terms: dict[int, str]) -> str:
    """Return where a paragraph stands as one would cite it in any file of the text."""
    if paragraph.label or paragraph.index not in terms:
        return document.place_of(paragraph.index) if paragraph.label or paragraph.section is not None else _OPENING
    return f"definition of {terms[paragraph.index]}"


def digest_of(letters: str) -> str:
    """Return the hash by which a run of letters and figures is known."""
    return blake2b(letters.encode(), digest_size=8).hexdigest()


def words_at(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """Yield where each word of a stretch of a paragraph begins, and its letters as they are hashed."""
    for found in _WORD.finditer(_unmarked(text), span.start, span.end):
        if letters := _plain(found[0]):
            yield found.start(), letters


def is_item_number(word: str) -> bool:
    """Return whether `word` may be the number of an item that a transcription has as text."""
    return _NUMBER_WORD.fullmatch(word) is not None


def _units(index: int, text: str) -> Iterator[TextUnit]:
    text = _unmarked(text)
    found = [(word.start(), letters) for word in _WORD.finditer(text, _start_of(text)) if (letters := _plain(word[0]))]
    starts = [start for start, _ in found]
    lengths = [0, *accumulate(len(letters) for _, letters in found)]
    begin = 0
    for end in _ends(text, starts, lengths):
        letters = "".join(word for _, word in found[begin:end])
        stop = starts[end] if end < len(starts) else len(text)
        span = Span(starts[begin], starts[begin] + len(text[starts[begin] : stop].rstrip()))
        yield TextUnit(index, span, letters, end - begin, digest_of(letters))
        begin = end


def _ends(text: str, starts: Sequence[int], lengths: Sequence[int]) -> Iterator[int]:
    """Yield before which of the words that begin at `starts` the sentences of a text end, and parts of long ones.

    `lengths` are the letters before each word, and those of all.
    """
    begin = 0
    for stop in (*(stop.end() for stop in _STOP.finditer(text)), len(text)):
        end = bisect_left(starts, stop)
        least = _SHORTEST if end < len(starts) else 1
        if lengths[end] - lengths[begin] < least:
            continue
        if lengths[end] - lengths[begin] >= _LONG + _SHORTEST:
            for comma in _COMMA.finditer(text, starts[begin], stop):
                part = bisect_left(starts, comma.end())
                if lengths[part] - lengths[begin] >= _LONG and lengths[end] - lengths[part] >= _SHORTEST:
                    yield part
                    begin = part
        yield end
        begin = end


def _words(text: str, start: int, end: int) -> list[str]:
    return [word for found in _WORD.findall(text, start, end) if (word := _plain(found))]


def _plain(word: str) -> str:
    if not word.isascii():
        folded = unicodedata.normalize("NFKD", word).casefold()
        return "".join(letter for letter in folded if letter.isalnum() or letter in "%$€£<>≤≥")
    return _THOUSANDS.sub("", word).lower() if "," in word else word.lower()


def _unmarked(text: str) -> str:
    """Return `text` with marks and numbers of items blotted out; every other character keeps its place."""
    if any(sign in text for sign in _MARK_SIGNS):
        text = _MARK.sub(_blotted, text)
    if ")" in text:
        text = _HALF_ENUMERATOR.sub(_blotted, _ENUMERATOR.sub(_blotted, text))
    return _LETTERED.sub(_blotted, text)


def _blotted(found: re.Match[str]) -> str:
    return "\0" * len(found[0])


def _between_blanks(text: str, ends: Iterable[int]) -> Iterator[tuple[int, int, bool]]:
    """Yield the stretches of a paragraph that end with a sentence or before a blank, and whether a blank follows."""
    start = _start_of(text)
    for end in (*ends, len(text)):
        for blank in _BLANK.finditer(text, start, end):
            yield start, blank.start(), True
            start = blank.end()
        yield start, end, False
        start = end


def _start_of(text: str) -> int:
    """Return where the words of a paragraph begin, after a number that was typed."""
    number = _ITEM_NUMBER.match(text)
    return number.end() if number else 0
