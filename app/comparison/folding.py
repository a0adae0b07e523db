"""Text as it is compared: what only a typesetter sees is left out, and every character knows where it stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from app.model.document import Paragraph
from app.model.span import Place, Span
from app.text.words import plain

Notes = Mapping[int, Mapping[int, str]]
"""The numbers of notes, by the paragraphs and the places in them where they are printed."""

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "…": "..."}
_UNSEEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff", "")
_PAGE_NUMBER = re.compile(r"\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_FOLDS = str.maketrans(_LIGATURES | _UNSEEN)
_SET_APART = re.compile(
    r"[\s_•·▪●○◦\ue000-\uf8ff\ufffd]+|\.{3,}|(?<=[^\W\d])-(?=\s*[^\W\d])|\[(?=\s|\Z)|(?:(?<=\s)|\A)\]"
)
_HYPHEN_AT_END = re.compile(r"(?<=[^\W\d])-\Z")


def own_text(paragraph: Paragraph) -> str:
    """Return the text of a paragraph, with blanks for the page numbers that a program counts."""
    text = paragraph.text
    for field in paragraph.fields:
        if _PAGE_NUMBER.match(field.instruction):
            start, end = field.span.start, field.span.end
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def folded(text: str) -> str:
    """Return `text` with one form of quote, dash and blank, letters for ligatures, and single blanks."""
    return " ".join(plain(text.translate(_FOLDS)).split())


def squeezed(text: str) -> str:
    """Return what is left of a text when it was set by another program: no blanks, leaders, bullets or hyphens."""
    return _SET_APART.sub("", _HYPHEN_AT_END.sub("", folded(text)))


def is_set_alike(old: str, new: str) -> bool:
    """Return whether two texts differ only as two programs print the same words; one may be all capitals."""
    one, other = squeezed(old), squeezed(new)
    if one == other:
        return True
    return (one.isupper() or other.isupper()) and one.lower() == other.lower()


@dataclass(frozen=True, slots=True)
class FoldedText:
    """The folded text of some paragraphs, joined by blanks.

    Attributes:
        where: Of each character and of the end, the paragraph and the place in it; -1 in the number of a paragraph.
    """

    text: str
    where: tuple[tuple[int, int], ...]

    def places(self, start: int, end: int) -> list[Place]:
        """Return where the words of the characters [start, end) stand, one place a paragraph.

        One empty place where there are none; the number of a paragraph is no word.
        """
        spans: dict[int, tuple[int, int]] = {}
        for character, (paragraph, offset) in zip(self.text[start:end], self.where[start:end], strict=True):
            if character != " " and offset >= 0:
                first, _ = spans.get(paragraph, (offset, offset))
                spans[paragraph] = (first, offset + 1)
        if spans:
            return [Place(paragraph, Span(*span)) for paragraph, span in spans.items()]
        paragraph, offset = self.where[start]
        return [Place(paragraph, Span(max(0, offset), max(0, offset)))]


def fold_paragraphs(paragraphs: Sequence[Paragraph], *, numbered: bool, notes: Notes | None = None) -> FoldedText:
    """Return the folded text of `paragraphs`, of which there is at least one.

    Numbers of paragraphs are part of it before all but the first, and before that where they are asked for: in the
    other document they may be typed text. With `notes` the paragraphs are read as they are printed: these numbers,
    by paragraph and place, and page numbers are text.
    """
    text: list[str] = []
    where: list[tuple[int, int]] = []
    end = (paragraphs[0].index, 0)
    for place, paragraph in enumerate(paragraphs):
        waits = bool(text)
        with_number = numbered or place > 0
        for character, offset in _characters(paragraph, notes, with_number=with_number):
            if character.isspace():
                waits = bool(text)
                continue
            letters = character.translate(_FOLDS)
            if waits and letters:
                text.append(" ")
                where.append(end)
                waits = False
            text += letters
            where += [(paragraph.index, offset)] * len(letters)
            if letters and offset >= 0:
                end = (paragraph.index, offset + 1)
    return FoldedText("".join(text), (*where, end))


def _characters(paragraph: Paragraph, notes: Notes | None, *, with_number: bool) -> Iterator[tuple[str, int]]:
    """Yield the characters of a paragraph and their places; -1 for those of numbers."""
    if with_number and paragraph.marker:
        yield from ((character, -1) for character in plain(f"{paragraph.marker} "))
    marks = {} if notes is None else notes.get(paragraph.index, {})
    text = own_text(paragraph) if notes is None else paragraph.text
    for offset, character in enumerate(plain(text)):
        yield from ((digit, -1) for digit in marks.get(offset, ""))
        yield character, offset
    yield from ((digit, -1) for digit in marks.get(len(text), ""))


def side_by_side(old: Sequence[Place], new: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Yield the places of one change in pairs; where one side has fewer, the end of its last."""
    ends = [Place(places[-1].paragraph, Span(places[-1].span.end, places[-1].span.end)) for places in (old, new)]
    for one, other in zip_longest(old, new):
        yield one or ends[0], other or ends[1]
