"""Redlines to a Word file: the document as it was received, with tracked changes and comments."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from lxml import etree

from app.errors import ExportError
from app.model.document import Document
from app.model.redline import Edit, NewParagraph, Redline
from app.ooxml.changes import Change, Insertion, Place, Remark, Rewording, Wording
from app.ooxml.package import Package, open_package
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.writer import Redlined, write_changes
from app.text.diff import TextEdit, edits_within, overlap


def write_redlined_docx(
    data: bytes, path: Path, document: Document, redlines: tuple[Redline, ...], *, author: str, when: datetime
) -> Redlined:
    """Return the Word file `data`, from which `document` was read, with `redlines` as tracked changes and comments.

    Only words that differ are marked. The comment of a redline is anchored to its first edit, else to its first new
    paragraph, else to its anchor.

    Raises:
        ExportError: Two redlines change the same words, or `document` was not read from `data`, or not in the view
            with earlier changes accepted.
        ProofError: What was written failed its own check.
        DocumentError: `data` cannot be read as a Word file.
    """
    if document.view != "accepted":
        raise ExportError(f"{path.name}: it was read in the {document.view} view; review it with its changes accepted")
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
            where = document.place_of(edit.paragraph)
            for change in paragraphs.rewordings(edit, comment):
                _refuse_conflict(change, redline.clause, asked.setdefault(change.place, []), where)
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
        """Return the place of a paragraph of the document, the first where it runs over several.

        Raises:
            ExportError: The file has another paragraph there.
        """
        self._texts(index)
        return self._places(index)[0]

    def rewordings(self, edit: Edit, comment: str | None) -> tuple[Rewording, ...]:
        """Return the word-level edits that make `edit`, one for each `w:p` they touch, with the comment on the first.

        A typed marker is text of the file. What an edit across two `w:p` inserts goes where it begins.
        """
        offset = self._document.paragraphs[edit.paragraph].anchor.offset
        texts = self._texts(edit.paragraph)
        edits = edits_within("".join(texts), offset + edit.span.start, offset + edit.span.end, edit.text)
        parts: dict[int, list[TextEdit]] = defaultdict(list)
        for each in edits:
            for number, part in _split(each, texts):
                parts[number].append(part)
        places = self._places(edit.paragraph)
        comments = (comment, *(None for _ in parts))
        return tuple(
            Rewording(places[number], tuple(own), remark)
            for (number, own), remark in zip(parts.items(), comments, strict=False)
        ) or (Rewording(places[0], (), comment),)

    def insertion(self, new: NewParagraph, comment: str | None) -> Insertion:
        """Return the insertion of `new`."""
        like = self._places(new.like)
        self._texts(new.like)
        offset = self._document.paragraphs[new.like].anchor.offset if len(like) == 1 else 0
        self._texts(new.after)
        wording = Wording(new.text, like[-1], offset, new.marker, new.heading)
        return Insertion(self._places(new.after)[-1], (wording,), comment)

    def _places(self, index: int) -> tuple[Place, ...]:
        anchor = self._document.paragraphs[index].anchor
        return tuple(Place(anchor.part, ordinal) for ordinal in (anchor.index, *anchor.joined))

    def _texts(self, index: int) -> tuple[str, ...]:
        """Return the texts of each `w:p` of a paragraph."""
        paragraph = self._document.paragraphs[index]
        part, offset = paragraph.anchor.part, paragraph.anchor.offset
        if part not in self._elements:
            self._elements[part] = paragraphs_of(self._package.tree(part)) if self._package.has(part) else ()
        elements = self._elements[part]
        texts = tuple(read_text(elements[at.index]).text for at in self._places(index) if at.index < len(elements))
        if not "".join(texts)[offset:].startswith(paragraph.text):
            name = self._package.path.name
            raise ExportError(f"{name}: {self._document.place_of(index)} is no longer what was read; review it again")
        return texts


def _split(edit: TextEdit, texts: Sequence[str]) -> Iterator[tuple[int, TextEdit]]:
    """Yield the parts of an edit of all `texts` together, each with the number of the text that it changes."""
    begin, wording = 0, edit.text
    for number, text in enumerate(texts):
        end = begin + len(text)
        if edit.start == edit.end and edit.start <= end:
            yield number, TextEdit(edit.start - begin, edit.end - begin, wording)
            return
        start, stop = max(edit.start, begin), min(edit.end, end)
        if start < stop:
            yield number, TextEdit(start - begin, stop - begin, wording)
            wording = ""
        begin = end
