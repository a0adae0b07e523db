"""A document as statements: its sentences and the items of its lists, each with what it does."""

import re
from collections.abc import Iterator

from app.comparison.bearing import Sides
from app.model.document import Document, Paragraph
from app.model.watch import Bearing, Statement
from app.text.sentences import sentences_of

_LONGEST_HEADING = 16  # words
_LONGEST_TITLE = 8  # words, of a title run into its paragraph
_TITLED = 4  # letters from which on titles set a word with a capital
_MOST = 0.6
_ENDS = (".", ";", ":", "!", "?", ",")
_SET_ASIDE = ("header", "footer")
_GOES_ON = re.compile(r"\W*(?:this|these|that) includes?\b|\W*including\b|\W*for example\b", re.IGNORECASE)
_IS_LEAD_IN = re.compile(r"[:：]\W*$")


def statements_of(document: Document) -> tuple[Statement, ...]:
    """Return the statements of `document` in reading order; titles, running headers and footers are left out.

    What an item of a list does is said by its own words, else by the words that lead it in, else by its heading.
    """
    reader = _Reader(document)
    return tuple(statement for paragraph in document.paragraphs for statement in reader.statements(paragraph))


_Bearings = tuple[Bearing, ...]


class _Reader:
    """Reads one document; what its lead-ins do is found once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sides = Sides(document)
        self._led: dict[int, _Bearings] = {}

    def statements(self, paragraph: Paragraph) -> Iterator[Statement]:
        if paragraph.kind == "title" or paragraph.story in _SET_ASIDE:
            return
        spans = sentences_of(paragraph.text)
        for number, span in enumerate(spans):
            text = paragraph.text[span.start : span.end]
            if any(map(str.isalnum, text)):
                is_title = number == 0 < len(spans) - 1 and self._is_title(paragraph, text)
                is_heading = is_title or self._is_heading(paragraph)
                bearings = self._bearings(paragraph, text, is_heading=is_heading, is_first=number == 0)
                yield Statement(paragraph.index, span, text, bearings, paragraph.parent, is_heading)

    def _bearings(self, paragraph: Paragraph, text: str, *, is_heading: bool, is_first: bool) -> _Bearings:
        if is_heading:
            return self._sides.bearings_of_heading(text)
        own = self._sides.bearings(text)
        if own or not self._is_led(paragraph, text, is_first=is_first):
            return own
        return self._from_above(paragraph)

    def _is_led(self, paragraph: Paragraph, text: str, *, is_first: bool) -> bool:
        """Return whether a sentence goes on what stands above it: an item, or a lead-in under a heading.

        What follows in an item explains it; only what says what it includes is of the same kind.
        """
        if _IS_LEAD_IN.search(text):
            return True
        is_item = paragraph.parent is not None or paragraph.kind == "list-item"
        return is_item and (is_first or bool(_GOES_ON.match(text)))

    def _from_above(self, paragraph: Paragraph) -> _Bearings:
        """Return what the lead-in of an item does, or the heading that it stands under."""
        above = paragraph.parent
        if above is None:
            return self._of_headings(paragraph)
        if above not in self._led:
            self._led[above] = ()  # for lists that lead in themselves
            lead_in = self._document.paragraphs[above]
            self._led[above] = self._of_lead_in(lead_in.text) or self._from_above(lead_in)
        return self._led[above]

    def _of_lead_in(self, text: str) -> _Bearings:
        """Return what the last sentence before a list does, else the title that is run into it."""
        sentences = [text[span.start : span.end] for span in sentences_of(text)]
        last = self._sides.bearings(sentences[-1]) if sentences else ()
        if last or len(sentences) < 2 or len(sentences[0].split()) > _LONGEST_TITLE:
            return last
        return self._sides.bearings_of_heading(sentences[0])

    def _of_headings(self, paragraph: Paragraph) -> _Bearings:
        """Return what the nearest heading above does that does anything: first one set as body, then the sections'."""
        before = self._document.paragraphs[paragraph.index - 1] if paragraph.index else None
        if before is not None and before.parent is None and self._is_heading(before):
            told = self._sides.bearings_of_heading(before.text)
            if told:
                return told
        if paragraph.section is None:
            return ()
        inner = self._document.sections[paragraph.section]
        around = [each for each in self._document.sections if each.first <= inner.first and each.end >= inner.end]
        found = (self._sides.bearings_of_heading(each.title) for each in sorted(around, key=lambda each: -each.level))
        return next((bearings for bearings in found if bearings), ())

    def _is_title(self, paragraph: Paragraph, text: str) -> bool:
        """Return whether the first of several sentences is a title that is run into its paragraph: "Fees."."""
        return paragraph.parent is None and len(text.split()) <= _LONGEST_TITLE

    def _is_heading(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph is a heading, or set in the body as one."""
        if paragraph.kind == "heading":
            return True
        text = paragraph.text.rstrip()
        return (
            paragraph.kind == "body"
            and paragraph.parent is None
            and 0 < len(text.split()) <= _LONGEST_HEADING
            and not text.endswith(_ENDS)
            and _is_set_as_title(text)
        )


def _is_set_as_title(text: str) -> bool:
    """Return whether most words of a line that say something begin with a capital: it is no item of a list then."""
    words = [word for word in text.split() if len(word) >= _TITLED]
    return sum(word[:1].isupper() for word in words) > _MOST * len(words)
