"""The lines of PDF pages: words with their fonts, without running headers, footers and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.intake.decoding import clean_characters
from app.intake.placed import PlacedWord

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?(?:[ivxlc]+|\d{1,4})(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_EDGE = 0.12
_SAME_LINE = 0.4


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line and how it looks."""

    text: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Attributes:
        number: Its ordinal on the page, from 0.
        page: From 1.
        left: Points from the left edge of the page; so `right`.
        bottom: Points from the top of the page.
        height: Of its letters, in points.
        share: Where it stands on the page, from 0 at the top to 1.
        step: Points down from the line above it on the page; 0 for the first.
    """

    number: int
    page: int
    left: float
    right: float
    bottom: float
    height: float
    share: float
    step: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words, parted by blanks."""
        return " ".join(word.text for word in self.words)

    @property
    def first_word_width(self) -> float:
        """About how wide its first word is, in points."""
        return (self.right - self.left) * len(self.words[0].text) / len(self.text)


def lines_of_page(words: Sequence[PlacedWord], page: int, height: float) -> list[Line]:
    """Return the lines that `words` of a page of that height make, from top to bottom."""
    lines: list[Line] = []
    for row in _rows(words):
        shown = [(clean_characters(word.text).strip(), word.font) for word in row]
        if not any(text for text, _ in shown):
            continue
        bottom = max(word.bottom for word in row)
        lines.append(
            Line(
                number=len(lines),
                page=page,
                left=row[0].left,
                right=max(word.right for word in row),
                bottom=bottom,
                height=max(word.bottom - word.top for word in row),
                share=bottom / height,
                step=bottom - lines[-1].bottom if lines else 0.0,
                words=tuple(Word(text, _has(_BOLD, font), _has(_ITALIC, font)) for text, font in shown if text),
            )
        )
    return lines


def without_furniture(pages: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """Yield the lines of all pages but page numbers, and what stands at the edge of half of the pages or more."""
    edges = Counter(key for lines in pages for key in {_key(line) for line in lines if _is_at_edge(line)})
    often = max(2, len(pages) // 2)
    for lines in pages:
        for line in lines:
            number = _PAGE_NUMBER.fullmatch(line.text) is not None
            if not (_is_at_edge(line) and (number or edges[_key(line)] >= often)):
                yield line


def _rows(words: Sequence[PlacedWord]) -> list[list[PlacedWord]]:
    """Return the words line by line, each from left to right."""
    rows: list[list[PlacedWord]] = []
    for word in sorted(words, key=lambda word: (word.bottom, word.left)):
        height = word.bottom - word.top
        if rows and abs(rows[-1][-1].bottom - word.bottom) <= _SAME_LINE * height:
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word.left)
    return rows


def _has(look: re.Pattern[str], font: str) -> bool:
    return look.search(font) is not None


def _is_at_edge(line: Line) -> bool:
    return not _EDGE < line.share < 1 - _EDGE


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)
