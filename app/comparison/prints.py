"""What a document reads like when it is printed: with the numbers of its paragraphs and notes."""

import re
from collections.abc import Sequence

from app.comparison.folding import squeezed
from app.model.document import Document, Paragraph

RUNNING = ("header", "footer")
_FIGURES = re.compile(r"\d")
_MANY_PAGES, _LONG = 3, 30  # pages with the same line of so many characters
_ENTRY = re.compile(r"(?:[\dIVXivx.]+[.)]?\s+)?(.*?)(?:\t|\s*\.{4,})[\s.]*\d*\s*", re.DOTALL)  # of a table of contents


class Print:
    """The printed text of the paragraphs of one document.

    Attributes:
        notes: Of paragraphs with numbers of notes that are no text of theirs, the numbers by their places.
    """

    def __init__(self, document: Document) -> None:
        """Learn the notes, running headers and footers, and the numbers of paragraphs of a document."""
        self.notes = _notes(document)
        running = [each.text for each in document.paragraphs if each.story in RUNNING]
        self._running = {
            _bare(without_figures(text)) for text in (*running, *(each.text for each in document.set_aside))
        }
        self._repeated = _repeated(document)
        self._numbers = {_bare(number) for each in document.paragraphs for number in (each.marker, each.label)}

    def is_running(self, text: str) -> bool:
        """Return whether a text is a header or footer here."""
        return _bare(without_figures(text)) in self._running

    def is_repeated(self, text: str) -> bool:
        """Return whether a text is printed here on so many pages that it is no text of the contract."""
        return _bare(text) in self._repeated

    def has_beside(self, text: str) -> bool:
        """Return whether a text says nothing, or is a header, a footer or the number of a paragraph here."""
        bare = _bare(text)
        return self.is_running(text) or bare in self._numbers or not any(map(str.isalnum, bare))

    def text(self, paragraph: Paragraph) -> str:
        """Return a paragraph with the numbers of its notes."""
        text = paragraph.text
        pieces, start = [], 0
        for place, number in self.notes.get(paragraph.index, {}).items():
            pieces += [text[start:place], number]
            start = place
        return "".join((*pieces, text[start:]))

    def numbered_text(self, paragraph: Paragraph) -> str:
        """Return a paragraph with its own number too."""
        return f"{paragraph.marker} {self.text(paragraph)}" if paragraph.marker else self.text(paragraph)

    def title(self, paragraph: Paragraph) -> str:
        """Return an entry of a table of contents without its number and page; any other paragraph as it is."""
        text = self.text(paragraph)
        entry = _ENTRY.fullmatch(text)
        return entry[1] if entry else text

    def run_together(self, paragraphs: Sequence[Paragraph]) -> str:
        """Return paragraphs as one text; the number of the first is left out."""
        return " ".join((self.text(paragraphs[0]), *map(self.numbered_text, paragraphs[1:])))


def without_figures(text: str) -> str:
    """Return a running header or footer without its figures: they count the pages."""
    return _FIGURES.sub(" ", text)


def _repeated(document: Document) -> set[str]:
    """Return the texts that stand on so many pages that they are printed beside the text."""
    pages: dict[str, set[int]] = {}
    for paragraph in document.paragraphs:
        if paragraph.anchor.page and len(paragraph.text) >= _LONG:
            pages.setdefault(_bare(paragraph.text), set()).add(paragraph.anchor.page)
    return {bare for bare, found in pages.items() if len(found) >= _MANY_PAGES}


def _bare(text: str) -> str:
    return squeezed(text).lower()


def _notes(document: Document) -> dict[int, dict[int, str]]:
    """Return the numbers of the notes that paragraphs refer to at places where no text stands."""
    numbers = {f"#{name}": each.marker.strip(".()[] ") for each in document.paragraphs for name in each.names}
    found: dict[int, dict[int, str]] = {}
    for paragraph in document.paragraphs:
        for link in sorted(paragraph.links, key=lambda link: link.span.start):
            is_mark = link.span.start == link.span.end and link.target.startswith(("#footnote-", "#endnote-"))
            if is_mark and numbers.get(link.target):
                found.setdefault(paragraph.index, {})[link.span.start] = numbers[link.target]
    return found
