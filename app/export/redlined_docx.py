"""Redlines to a Word file: the document as it was received, with tracked changes and comments."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import product
from pathlib import Path

from lxml import etree

from app.errors import ExportError
from app.model.document import Document
from app.model.redline import Citation, Degree, Edit, NewParagraph, Redline
from app.ooxml.changes import Change, Cited, Insertion, Place, Remark, Rewording, Wording
from app.ooxml.names import w
from app.ooxml.package import Package, open_package
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.writer import Redlined, write_changes
from app.text.degrees import became, edits_at
from app.text.diff import TextEdit, edits_within, overlap


def write_redlined_docx(
    data: bytes,
    path: Path,
    document: Document,
    redlines: tuple[Redline, ...],
    *,
    author: str,
    when: datetime,
    degree: Degree = "surgical",
) -> Redlined:
    """Return the Word file `data`, from which `document` was read, with `redlines` as tracked changes and comments.

    Only words that differ are marked, or at another `degree` the sentences or paragraphs they stand in. The comment of
    a redline is anchored to its first edit, or to the sentence or paragraph that it became part of; else to its first
    new paragraph, else to its anchor.

    Raises:
        ExportError: Two redlines change the same words, or `document` was not read from `data`, or not in the view
            with earlier changes accepted.
        ProofError: What was written failed its own check.
        DocumentError: `data` cannot be read as a Word file.
    """
    if document.view != "accepted":
        raise ExportError(f"{path.name}: it was read in the {document.view} view; review it with its changes accepted")
    package = open_package(data, path)
    changes = plan_changes(package, document, redlines, degree)
    return write_changes(package, changes, author=author, when=when)


def plan_changes(
    package: Package, document: Document, redlines: tuple[Redline, ...], degree: Degree = "surgical"
) -> tuple[Change, ...]:
    """Return the changes to `package` that `redlines` ask for; several of one place may hold the same edit.

    Raises:
        ExportError: Two redlines change the same words, or `document` was not read from `package`.
    """
    return tuple(_changes(_Paragraphs(package, document), redlines, degree))


def _changes(paragraphs: "_Paragraphs", redlines: tuple[Redline, ...], degree: Degree) -> Iterator[Change]:
    """Give the changes to the file that `redlines` ask for."""
    asked: dict[int, list[tuple[TextEdit, str]]] = defaultdict(list)
    for redline in redlines:
        for edit in redline.edits:
            for each in paragraphs.edits(edit):
                paragraphs.refuse_conflict(edit.paragraph, each, redline.clause, asked[edit.paragraph])
                asked[edit.paragraph].append((each, redline.clause))
    wanted = {
        index: paragraphs.at_degree(index, dict.fromkeys(each for each, _ in edits), degree)
        for index, edits in asked.items()
    }
    for redline in redlines:
        comment = redline.comment.text if redline.comment else None
        for edit in redline.edits:
            made = became(paragraphs.edits(edit), wanted.get(edit.paragraph, ()))
            yield from paragraphs.rewordings(edit.paragraph, made, comment, redline.citations)
            comment = None
        for new in redline.insertions:
            yield paragraphs.insertion(new, comment, redline.citations)
            comment = None
        if comment and redline.anchor is not None:
            yield Remark(paragraphs.place(redline.anchor), comment)


class _Paragraphs:
    """Finds the paragraphs of a document in the file it was read from."""

    def __init__(self, package: Package, document: Document) -> None:
        self._package = package
        self._document = document
        self._elements: dict[str, tuple[etree._Element, ...]] = {}
        self._terms = frozenset(term.term for term in document.terms)

    def place(self, index: int) -> Place:
        """Return the place of a paragraph of the document, the first where it runs over several.

        Raises:
            ExportError: The file has another paragraph there.
        """
        self._texts(index)
        return self._places(index)[0]

    def edits(self, edit: Edit) -> tuple[TextEdit, ...]:
        """Return the word-level edits that make `edit`, of the text of the file, to which a typed marker belongs.

        The terms that the document defines are replaced whole.
        """
        offset = self._document.paragraphs[edit.paragraph].anchor.offset
        text = "".join(self._texts(edit.paragraph))
        return edits_within(text, offset + edit.span.start, offset + edit.span.end, edit.text, self._terms)

    def refuse_conflict(self, index: int, edit: TextEdit, clause: str, asked: Sequence[tuple[TextEdit, str]]) -> None:
        """Check `edit` against those asked for already in its paragraph.

        Raises:
            ExportError: One of them changes words that it changes too.
        """
        other = next((name for earlier, name in asked if overlap(earlier, edit)), None)
        if other is not None:
            where = self._document.place_of(index)
            raise ExportError(
                f"{where}: the redlines for {other} and for {clause} change the same words; decline one of them"
            )

    def at_degree(self, index: int, edits: Iterable[TextEdit], degree: Degree) -> tuple[TextEdit, ...]:
        """Return all `edits` of a paragraph at `degree`."""
        ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
        return edits_at("".join(self._texts(index)), ordered, degree, self._document.paragraphs[index].anchor.offset)

    def rewordings(
        self, index: int, edits: Sequence[TextEdit], comment: str | None, citations: Sequence[Citation]
    ) -> tuple[Rewording, ...]:
        """Return what makes `edits`, for each `w:p` they touch, with the comment on the first.

        What an edit across two `w:p` inserts goes where it begins.
        """
        texts = self._texts(index)
        cited = self._cited("".join(texts), edits, citations)
        parts: dict[int, list[TextEdit]] = defaultdict(list)
        for each in edits:
            for number, part in _split(each, texts):
                parts[number].append(part)
        places = self._places(index)
        comments = (comment, *(None for _ in parts))
        return tuple(
            Rewording(places[number], tuple(own), remark, cited)
            for (number, own), remark in zip(parts.items(), comments, strict=False)
        ) or (Rewording(places[0], (), comment),)

    def insertion(self, new: NewParagraph, comment: str | None, citations: Sequence[Citation]) -> Insertion:
        """Return the insertion of `new`, with an empty paragraph where these part the paragraphs of the file."""
        like = self._places(new.like)
        self._texts(new.like)
        offset = self._document.paragraphs[new.like].anchor.offset if len(like) == 1 else 0
        self._texts(new.after)
        after = self._places(new.after)[-1]
        cited = self._cited("", (TextEdit(0, 0, new.text),), citations)
        wordings = [Wording(new.text, like[-1], offset, new.marker, new.heading, cited)]
        if blank := self._blank_after(after):
            wordings += [Wording("", blank)] if self._blank_after(like[-1]) else []
        return Insertion(blank or after, tuple(wordings), comment)

    def _blank_after(self, place: Place) -> Place | None:
        """Return the empty paragraph that stands right after `place`, and does nothing but part; None without one."""
        elements = self._elements[place.part]
        p, further = elements[place.index], elements[place.index + 1 : place.index + 2]
        if not further or p.getnext() is not further[0] or not _is_blank(further[0]):
            return None
        return Place(place.part, place.index + 1)

    def _cited(self, text: str, edits: Sequence[TextEdit], citations: Sequence[Citation]) -> tuple[Cited, ...]:
        """Return the places cited in what `edits` of `text` insert: by their number alone where the noun was kept."""
        found: dict[Cited, None] = {}
        for citation, edit in product(citations, edits):
            context = text[: edit.start][-len(citation.text) :] + edit.text + text[edit.end :][: len(citation.text)]
            if citation.text in edit.text:
                found[Cited(citation.text, citation.number, self.place(citation.paragraph))] = None
            elif citation.number in edit.text and citation.text in context:
                found[Cited(citation.number, citation.number, self.place(citation.paragraph))] = None
        return tuple(found)

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


def _is_blank(p: etree._Element) -> bool:
    """Tell whether a `w:p` has no number, revision, section's end or content of any kind."""
    allowed = (w("pPr"), w("r"), w("rPr"), w("bookmarkStart"), w("bookmarkEnd"), w("proofErr"))
    special = (w("numPr"), w("sectPr"), w("ins"), w("del"), w("moveFrom"), w("moveTo"))
    inside = (element for child in p for element in ((child, *child) if child.tag == w("r") else (child,)))
    return all(element.tag in allowed for element in inside) and next(p.iter(*special), None) is None


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
