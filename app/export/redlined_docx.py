"""Redlines to a Word file: the document as it was received, with tracked changes and comments."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from lxml import etree

from app.errors import ExportError
from app.model.document import Document
from app.model.redline import Edit, NewParagraph, Redline
from app.ooxml.changes import Change, Insertion, Place, Remark, Rewording, Wording, write_changes
from app.ooxml.package import Package, open_package
from app.ooxml.runs import paragraphs_of, read_text
from app.text.diff import TextEdit, edits_within, overlap


def write_redlined_docx(
    data: bytes, path: Path, document: Document, redlines: tuple[Redline, ...], *, author: str, when: datetime
) -> bytes:
    """Return the Word file `data`, from which `document` was read, with `redlines` as tracked changes and comments.

    Only words that differ are marked. The comment of a redline is anchored to its first edit, else to its first new
    paragraph, else to its anchor.

    Raises:
        ExportError: Two redlines change the same words, or `document` was not read from `data`.
        ProofError: What was written failed its own check.
        DocumentError: `data` cannot be read as a Word file.
    """
    package = open_package(data, path)
    changes = tuple(_changes(package, document, redlines))
    return write_changes(package, changes, author=author, when=when)


def _changes(package: Package, document: Document, redlines: tuple[Redline, ...]) -> Iterator[Change]:
    """Give the changes to the file that `redlines` ask for."""
    paragraphs = _Paragraphs(package, document)
    asked: dict[Place, list[tuple[TextEdit, str]]] = {}
    for redline in redlines:
        comment = redline.comment.text if redline.comment else None
        for edit in redline.edits:
            change = paragraphs.rewording(edit, comment)
            _refuse_conflict(
                change, redline.clause, asked.setdefault(change.place, []), document.place_of(edit.paragraph)
            )
            yield change
            comment = None
        for new in redline.insertions:
            yield paragraphs.insertion(new, comment)
            comment = None
        if comment and redline.anchor is not None:
            yield Remark(paragraphs.place(redline.anchor), comment)


def _refuse_conflict(change: Rewording, clause: str, asked: list[tuple[TextEdit, str]], where: str) -> None:
    """Note the edits of `change` among those asked for in its paragraph.

    Raises:
        ExportError: One of them changes words that another changes too.
    """
    for edit in change.edits:
        other = next((name for earlier, name in asked if overlap(earlier, edit)), None)
        if other is not None:
            raise ExportError(
                f"{where}: the redlines for {other} and for {clause} change the same words; decline one of them"
            )
    asked += [(edit, clause) for edit in change.edits]


class _Paragraphs:
    """Finds the paragraphs of a document in the file it was read from."""

    def __init__(self, package: Package, document: Document) -> None:
        self._package = package
        self._document = document
        self._elements: dict[str, tuple[etree._Element, ...]] = {}

    def place(self, index: int) -> Place:
        """Return the place of a paragraph of the document.

        Raises:
            ExportError: The file has another paragraph there.
        """
        self._text(index)
        anchor = self._document.paragraphs[index].anchor
        return Place(anchor.part, anchor.index)

    def rewording(self, edit: Edit, comment: str | None) -> Rewording:
        """Return the word-level edits that make `edit`; its marker, if typed, is text of the file."""
        offset = self._document.paragraphs[edit.paragraph].anchor.offset
        span = edit.span
        edits = edits_within(self._text(edit.paragraph), offset + span.start, offset + span.end, edit.text)
        return Rewording(self.place(edit.paragraph), edits, comment)

    def insertion(self, new: NewParagraph, comment: str | None) -> Insertion:
        """Return the insertion of `new`."""
        offset = self._document.paragraphs[new.like].anchor.offset
        wording = Wording(new.text, self.place(new.like), offset, new.marker, new.heading)
        return Insertion(self.place(new.after), (wording,), comment)

    def _text(self, index: int) -> str:
        paragraph = self._document.paragraphs[index]
        part, offset = paragraph.anchor.part, paragraph.anchor.offset
        if part not in self._elements:
            self._elements[part] = paragraphs_of(self._package.tree(part)) if self._package.has(part) else ()
        elements = self._elements[part]
        text = read_text(elements[paragraph.anchor.index]).text if paragraph.anchor.index < len(elements) else ""
        if not text[offset:].startswith(paragraph.text):
            name = self._package.path.name
            raise ExportError(f"{name}: {self._document.place_of(index)} is no longer what was read; review it again")
        return text
