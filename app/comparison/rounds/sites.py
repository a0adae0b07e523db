"""Where a stretch of what was followed stands in either file, as a reader finds it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.comparison.rounds.layered import END, Layered, Unit
from app.model.document import Document, Paragraph
from app.model.rounds import Site
from app.model.span import Place, Span

_STORIES = {"header": "a header", "footer": "a footer", "footnote": "a footnote", "endnote": "an endnote"}


@dataclass(frozen=True, slots=True)
class Reader:
    """A paragraph of a file as its document shows it.

    Attributes:
        paragraph: Its index in the document.
        offset: Where its text begins in that of the file's paragraph; negative where others run into it before.
    """

    paragraph: int
    offset: int


class Sites:
    """The paragraphs of one file, beside the document that was read from it."""

    def __init__(self, paragraphs: Sequence[Layered], document: Document) -> None:
        self.paragraphs = paragraphs
        self.document = document
        self._accepted: dict[int, str] = {}
        self._ordinals = {(each.part, each.index): place for place, each in enumerate(paragraphs)}
        self._is_word = any(each.part for each in paragraphs)
        self._shown: dict[int, Reader] = {}
        for shown in document.paragraphs:
            self._place(shown)

    def accepted(self, ordinal: int) -> str:
        """Return the text of a paragraph with all tracked changes in it accepted."""
        if ordinal not in self._accepted:
            self._accepted[ordinal] = self.paragraphs[ordinal].accepted()
        return self._accepted[ordinal]

    def reader(self, ordinal: int) -> Reader | None:
        """Return how the document shows a paragraph; None where it does not."""
        return self._shown.get(ordinal)

    def ordinal(self, site: Site) -> int:
        """Return the ordinal of the paragraph of a site."""
        return self._ordinals[site.part, site.index]

    def shown_span(self, site: Site) -> Place | None:
        """Return the words of a site in the document; None where that does not show them."""
        reader = self._shown.get(self.ordinal(site))
        if reader is None:
            return None
        start, end = (max(at - reader.offset, 0) for at in (site.span.start, site.span.end))
        return Place(reader.paragraph, Span(start, end))

    def stretch_of(self, place: Place) -> tuple[int, Span] | None:
        """Return the paragraph of the file and the characters of its accepted text that a place of the document is."""
        best: tuple[int, Span] | None = None
        for at, reader in self._shown.items():
            if reader.paragraph == place.paragraph and place.span.start + reader.offset >= 0:
                start, end = place.span.start + reader.offset, place.span.end + reader.offset
                best = at, Span(min(start, end), min(end, len(self.accepted(at))) if end > start else end)
        return best

    def site(self, ordinal: int, span: Span) -> Site:
        """Return the site of the characters `span` of the accepted text of a paragraph."""
        return self._site(ordinal, span.start, span.end, 1)

    def of_steps(self, units: Sequence[Unit | None], start: int, end: int) -> Site:
        """Return the site of the units [start, end) of one side of some steps."""
        inside = [unit for unit in units[start:end] if unit is not None]
        before = next((unit for unit in reversed(units[:start]) if unit is not None), None)
        return self._of(inside, before, next((unit for unit in units[end:] if unit is not None), None))

    def after(self, ordinal: int | None) -> Site:
        """Return the end of a paragraph; the beginning of the file for None."""
        return self._point(0, 0) if ordinal is None else self._point(ordinal, len(self.paragraphs[ordinal].text))

    def _of(self, inside: Sequence[Unit], before: Unit | None, after: Unit | None) -> Site:
        """Return the site of the units `inside` that stand; of none, the place between those before and after."""
        standing = [unit for unit in inside if unit.deleted is None]
        words = [unit for unit in standing if unit.text != END] or standing
        if words:
            first, last = words[0], words[-1]
            start = self._offset(first.paragraph, first.at)
            own = last.paragraph == first.paragraph
            end = self._offset(last.paragraph, last.at + _length(last)) if own else len(self.accepted(first.paragraph))
            return self._site(first.paragraph, start, end, len({unit.paragraph for unit in words}))
        if before is not None and before.text != END:
            return self._point(before.paragraph, before.at + len(before.text))
        if after is not None:
            return self._point(after.paragraph, after.at)
        if before is not None:
            return self._point(before.paragraph, before.at)
        return self._point(0, 0)

    def _place(self, shown: Paragraph) -> None:
        """Note which paragraphs of the file a paragraph of the document was read from."""
        anchor = shown.anchor
        own = [self._ordinals.get((anchor.part, index)) for index in (anchor.index, *anchor.joined)]
        if not self._is_word:
            own = [shown.index]
        lengths = accumulate((0 if at is None else len(self.accepted(at)) for at in own), initial=0)
        for at, before in zip(own, lengths, strict=False):
            if at is not None:
                self._shown[at] = Reader(shown.index, (anchor.offset if self._is_word else 0) - before)

    def _point(self, ordinal: int, at: int) -> Site:
        place = self._offset(ordinal, at)
        return self._site(ordinal, place, place, 1)

    def _offset(self, ordinal: int, at: int) -> int:
        return len(self.paragraphs[ordinal].accepted(0, at))

    def _site(self, ordinal: int, start: int, end: int, count: int) -> Site:
        there = self.paragraphs[ordinal]
        reader = self.reader(ordinal)
        shown = None if reader is None else reader.paragraph
        label = self._label(ordinal, shown)
        return Site(there.part, there.index, label, shown, self.accepted(ordinal), Span(start, end), count)

    def _label(self, ordinal: int, shown: int | None) -> str:
        story = _STORIES.get(self.paragraphs[ordinal].story, "")
        if story:
            return story
        if shown is None:
            shown = self._nearest(ordinal)
        if shown is None:
            return "the document"
        cell = self.document.paragraphs[shown].cell
        name = self.document.place_of(shown)
        return name if cell is None else f"{name}, table {cell.table + 1}, row {cell.row + 1}"

    def _nearest(self, ordinal: int) -> int | None:
        """Return the last paragraph of the document before one that it does not show."""
        before = (reader for at in range(ordinal, -1, -1) if (reader := self._shown.get(at)) is not None)
        return next((reader.paragraph for reader in before), None)


def _length(unit: Unit) -> int:
    return 0 if unit.text == END else len(unit.text)
