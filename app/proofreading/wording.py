"""The words of a document in reading order, ready to be searched for phrases whatever their number and case."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from app.model.document import Document
from app.model.span import Place
from app.proofreading.citing import place_in

_WORD = re.compile(r"[^\W_]+(?:[-‐‑&.'’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_SENTENCE_END = re.compile(r"[.!?:;•“\"(\[]['”\"’)\]]*\s*$|^\W*$|\n\W*$")


class Word(NamedTuple):
    """A word as it stands; `stem` is its singular in small letters. A tuple, because a document has very many."""

    text: str
    stem: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wording:
    """All words of a document; `by_stem` says where each stem stands among them."""

    document: Document
    words: tuple[Word, ...]
    by_stem: dict[str, list[int]]

    def find(self, stems: Sequence[str]) -> Iterator[int]:
        """Yield where the words of `stems` stand one after another in a paragraph: the index of the first."""
        size = len(stems)
        for first in self.by_stem.get(stems[0], ()) if stems else ():
            found = self.words[first : first + size]
            same = len(found) == size and all(word.stem == stem for word, stem in zip(found, stems, strict=True))
            if same and all(map(self.adjoin, found, found[1:])):
                yield first

    def adjoin(self, word: Word, following: Word) -> bool:
        """Tell whether only blanks or a hyphen stand between two words."""
        if word.paragraph != following.paragraph:
            return False
        between = self.text(word)[word.end : following.start]
        return not between.strip("-‑ \t\n\xa0")

    def text(self, word: Word) -> str:
        """Return the text of the paragraph that `word` stands in."""
        return self.document.paragraphs[word.paragraph].text

    def place(self, first: int, size: int) -> Place:
        """Return the place of `size` words."""
        return place_in(self.words[first].paragraph, self.words[first].start, self.words[first + size - 1].end)

    def near(self, index: int, paragraph: int) -> str:
        """Return the stem of the word at `index`; "" where it stands in another paragraph."""
        inside = 0 <= index < len(self.words) and self.words[index].paragraph == paragraph
        return self.words[index].stem if inside else ""


def read_wording(document: Document) -> Wording:
    """Return the words of all paragraphs of `document`."""
    words: list[Word] = []
    by_stem: dict[str, list[int]] = {}
    for paragraph in document.paragraphs:
        for match in _WORD.finditer(paragraph.text):
            stem = singular(match[0])
            by_stem.setdefault(stem, []).append(len(words))
            words.append(Word(match[0], stem, paragraph.index, match.start(), match.end()))
    return Wording(document, tuple(words), by_stem)


def stems_of(phrase: str) -> tuple[str, ...]:
    """Return the stems of the words of `phrase`; a "(s)" at its end counts as no word."""
    return tuple(singular(word) for word in _WORD.findall(re.sub(r"\((?:e?s|ies)\)", "", phrase)))


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """Return `word` in small letters, without a plural or possessive ending; the same for all forms of a word."""
    low = _POSSESSIVE.sub("", word.casefold())
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    if len(low) > 4 and low.endswith(("sses", "shes", "ches", "xes")):
        return low[:-2]
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


def begins_sentence(text: str, start: int) -> bool:
    """Tell whether the word at `start` of `text` may be a capital only because it comes first."""
    return _SENTENCE_END.search(text[max(0, start - 12) : start] if start else "") is not None
