"""The paragraphs of a file with the layers of its tracked changes: who inserted, and who deleted, each word."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from lxml import etree

from app.model.document import Document
from app.ooxml.names import MC, w
from app.ooxml.package import Package
from app.ooxml.runs import ParagraphText, emphasis_of, paragraphs_of, read_text
from app.text.words import plain, tokenise

END = "\u2029"
"""The unit that ends a paragraph."""

Story = str
"""What a paragraph stands in: "body", "header", "footer", "footnote" or "endnote"."""

_STORIES = {
    w("document"): "body",
    w("hdr"): "header",
    w("ftr"): "footer",
    w("footnotes"): "footnote",
    w("endnotes"): "endnote",
}
_INSERTED, _DELETED = frozenset((w("ins"), w("moveTo"))), frozenset((w("del"), w("moveFrom")))
_NOTES = (w("footnote"), w("endnote"))
_FALLBACK = f"{{{MC}}}Fallback"


class Mark(NamedTuple):
    """A tracked change, as it says of itself.

    Attributes:
        author: "" where it is not stated; so `date`.
        numbers: Its ids: several where it lies in the file in several pieces.
        is_move: Whether it says that the words were moved.
    """

    author: str
    date: str
    numbers: tuple[str, ...]
    is_move: bool = False


class Unit(NamedTuple):
    """A word, a stretch of blanks, a mark, or the end of a paragraph, all of it in the same tracked changes.

    Attributes:
        key: What it is compared by.
        paragraph: Ordinal of its paragraph among all that were read.
        at: Where it begins in the text of that, deleted words counted too.
        is_hidden: Whether it is kept out of sight.
        is_field: Whether a field shows it.
    """

    text: str
    key: str
    inserted: Mark | None
    deleted: Mark | None
    paragraph: int
    at: int
    is_hidden: bool = False
    is_field: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether no tracked change is on it."""
        return self.inserted is None and self.deleted is None


class Layer(NamedTuple):
    """The characters [start, end) of a paragraph, all in the same tracked changes."""

    start: int
    end: int
    inserted: Mark | None
    deleted: Mark | None
    is_hidden: bool
    is_field: bool


@dataclass(frozen=True, slots=True)
class Layered:
    """A paragraph.

    Attributes:
        index: Ordinal of its `w:p` in `part`, or of the paragraph in its document.
        text: All its words, inserted and deleted ones.
        layers: Apart and in order; what none of them covers is plain.
        inserted: The tracked change that inserted its end; None for none. So `deleted`.
        row_inserted: That which inserted the row of a table that it stands in; so `row_deleted`.
    """

    part: str
    index: int
    story: Story
    text: str
    layers: tuple[Layer, ...] = ()
    inserted: Mark | None = None
    deleted: Mark | None = None
    row_inserted: Mark | None = None
    row_deleted: Mark | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it has nothing but words."""
        return not (self.layers or self.inserted or self.deleted or self.row_inserted or self.row_deleted)

    def units(self, ordinal: int, *, is_lenient: bool = False) -> list[Unit]:
        """Return its units, the last of which is its end; `ordinal` is its place among all paragraphs read.

        A lenient key does not tell forms of quotes, dashes and blanks apart.
        """
        units: list[Unit] = []
        for layer in self._all_layers():
            at = layer.start
            inserted, deleted = layer.inserted or self.row_inserted, layer.deleted or self.row_deleted
            for text in tokenise(self.text[layer.start : layer.end]):
                key = _lenient(text) if is_lenient else text
                units.append(Unit(text, key, inserted, deleted, ordinal, at, layer.is_hidden, layer.is_field))
                at += len(text)
        inserted, deleted = self.inserted or self.row_inserted, self.deleted or self.row_deleted
        return [*units, Unit(END, END, inserted, deleted, ordinal, len(self.text))]

    def accepted(self, start: int = 0, end: int | None = None) -> str:
        """Return what [start, end) of the text becomes once all tracked changes in the paragraph are accepted."""
        end = len(self.text) if end is None else end
        gone = [layer for layer in self.layers if layer.deleted is not None]
        kept, at = [], start
        for layer in gone:
            if layer.start >= end or layer.end <= start:
                continue
            kept.append(self.text[at : max(at, layer.start)])
            at = max(at, layer.end)
        return "".join((*kept, self.text[at:end]))

    def from_offset(self, offset: int) -> "Layered":
        """Return the paragraph without the characters before `offset`."""
        moved = (
            layer._replace(start=max(layer.start - offset, 0), end=layer.end - offset)
            for layer in self.layers
            if layer.end > offset
        )
        return replace(self, text=self.text[offset:], layers=tuple(moved)) if offset else self

    def text_of(self, choice: Callable[[Layer], bool]) -> str:
        """Return the words of the chosen layers."""
        return "".join(self.text[layer.start : layer.end] for layer in self._all_layers() if choice(layer))

    def _all_layers(self) -> Iterator[Layer]:
        at = 0
        for layer in self.layers:
            if at < layer.start:
                yield Layer(at, layer.start, None, None, is_hidden=False, is_field=False)
            yield layer
            at = layer.end
        if at < len(self.text):
            yield Layer(at, len(self.text), None, None, is_hidden=False, is_field=False)


def layers_of_package(package: Package) -> tuple[Layered, ...]:
    """Return the paragraphs of all stories of a Word file, in the order of its parts.

    Of alternatives only the first is read, and of notes not the lines that part them from the text.
    """
    found: list[Layered] = []
    for part in package.stories():
        root = package.tree(part)
        story = _STORIES.get(str(root.tag), "body")
        rows: dict[etree._Element, tuple[Mark | None, Mark | None]] = {}
        for index, p in enumerate(paragraphs_of(root)):
            if _is_read(p, story):
                found.append(_layered(p, part, index, story, rows))
    return tuple(found)


def layers_of_document(document: Document) -> tuple[Layered, ...]:
    """Return the paragraphs of a document that shows no tracked changes: a PDF, a plain text."""
    return tuple(
        Layered(
            "", paragraph.index, paragraph.story if paragraph.story in _STORIES.values() else "body", paragraph.text
        )
        for paragraph in document.paragraphs
    )


def of_the_body(document: Document, paragraphs: Sequence[Layered]) -> tuple[Document, tuple[Layered, ...]]:
    """Return a document and its paragraphs as those of another format can be held against them.

    Typed numbers go, which other formats do not tell from automatic ones, and headers, footers and notes.
    """
    anchored = ((each, (each.anchor.part, each.anchor.index)) for each in document.paragraphs)
    offsets = {place: each.anchor.offset for each, place in anchored if each.anchor.part}
    bare = (
        paragraph.from_offset(offsets.get((paragraph.part, paragraph.index), 0))
        for paragraph in paragraphs
        if paragraph.story == "body"
    )
    shown = (replace(each, anchor=replace(each.anchor, offset=0)) for each in document.paragraphs)
    return replace(document, paragraphs=tuple(shown)), tuple(bare)


def _is_read(p: etree._Element, story: Story) -> bool:
    if next(p.iterancestors(_FALLBACK), None) is not None:
        return False
    if story not in ("footnote", "endnote"):
        return True
    note = next(p.iterancestors(*_NOTES), None)
    return note is None or note.get(w("type"), "normal") == "normal"


def _layered(
    p: etree._Element,
    part: str,
    index: int,
    story: Story,
    rows: dict[etree._Element, tuple[Mark | None, Mark | None]],
) -> Layered:
    read = read_text(p, "marked")
    rPr = p.find(f"{w('pPr')}/{w('rPr')}")  # noqa: N806 - elements are named by tag
    inserted = None if rPr is None else _mark_in(rPr, _INSERTED)
    deleted = None if rPr is None else _mark_in(rPr, _DELETED)
    row = _row_marks(p, rows)
    return Layered(part, index, story, read.text, _layers(read), inserted, deleted, *row)


def _row_marks(
    p: etree._Element, rows: dict[etree._Element, tuple[Mark | None, Mark | None]]
) -> tuple[Mark | None, Mark | None]:
    """Return what inserted and what deleted a row, or a cell, in which `p` stands."""
    inserted: Mark | None = None
    deleted: Mark | None = None
    for holder in p.iterancestors(w("tr"), w("tc")):
        if holder not in rows:
            own = holder.find(w("trPr") if holder.tag == w("tr") else w("tcPr"))
            rows[holder] = (
                (None, None)
                if own is None
                else (_mark_in(own, _INSERTED | {w("cellIns")}), _mark_in(own, _DELETED | {w("cellDel")}))
            )
        inserted, deleted = inserted or rows[holder][0], deleted or rows[holder][1]
    return inserted, deleted


def _mark_in(holder: etree._Element, tags: frozenset[str]) -> Mark | None:
    return next((_mark(child) for child in holder if child.tag in tags), None)


def _mark(element: etree._Element) -> Mark:
    author, date, number = (element.get(w(name), "") for name in ("author", "date", "id"))
    return Mark(author, date, (number,), element.tag in (w("moveFrom"), w("moveTo")))


def _layers(read: ParagraphText) -> tuple[Layer, ...]:
    """Return the layers of a paragraph, those that are alike and side by side as one."""
    revisions = [each for each in read.stretches if each.element.tag in _INSERTED | _DELETED and each.end > each.start]
    found: list[Layer] = []
    for piece in read.pieces:
        around = [each for each in revisions if each.start <= piece.start and piece.end <= each.end]
        inserted = _outermost([each.element for each in around if each.element.tag in _INSERTED])
        deleted = _outermost([each.element for each in around if each.element.tag in _DELETED])
        is_hidden = bool(emphasis_of(piece.rPr).hidden)
        layer = Layer(piece.start, piece.end, inserted, deleted, is_hidden, piece.field is not None)
        if any(layer[2:]):
            found.append(layer)
    return tuple(_joined(found))


def _outermost(elements: Sequence[etree._Element]) -> Mark | None:
    """Return the mark of the revision around the others, which was read last."""
    return _mark(elements[-1]) if elements else None


def _joined(layers: Sequence[Layer]) -> list[Layer]:
    """Return `layers`, those side by side that differ by nothing but the ids of their tracked changes as one."""
    joined: list[Layer] = []
    for layer in layers:
        if joined and joined[-1].end == layer.start and _alike(joined[-1]) == _alike(layer):
            last = joined.pop()
            inserted, deleted = _both(last.inserted, layer.inserted), _both(last.deleted, layer.deleted)
            joined.append(last._replace(end=layer.end, inserted=inserted, deleted=deleted))
        else:
            joined.append(layer)
    return joined


def _both(one: Mark | None, other: Mark | None) -> Mark | None:
    if one is None or other is None or one.numbers == other.numbers:
        return one
    return one._replace(numbers=tuple(dict.fromkeys((*one.numbers, *other.numbers))))


def _alike(layer: Layer) -> tuple[object, ...]:
    marks = (None if mark is None else (mark.author, mark.date) for mark in (layer.inserted, layer.deleted))
    return (*marks, layer.is_hidden, layer.is_field)


def _lenient(text: str) -> str:
    return " " if text.isspace() else plain(text)
