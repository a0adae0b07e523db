"""What is marked in the words of a document beside findings: looks, links, notes, comments, tracked changes."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from app.desktop.comments import Thread, threads
from app.desktop.plain_text import unseen
from app.desktop.words import moment_word, percent_word, place_word, target_word, tr
from app.model.document import CrossReference, Document, Paragraph
from app.model.marks import Link, Revision, RevisionKind, TextStyle
from app.model.span import Span

Look = Literal[
    "bold",
    "italic",
    "underlined",
    "commented",
    "comment",
    "reference",
    "address",
    "note",
    "reformatted",
    "hidden",
    "unsure",
    "inserted",
    "deleted",
]
LOOKS: tuple[Look, ...] = get_args(Look)
"""In the order in which they are put on: of two underlines the later is seen."""

SURE = 0.8
"""The confidence of text recognition below which a word is marked."""

_NOTES = ("footnote", "endnote")
_ADDED: tuple[RevisionKind, ...] = ("insertion", "moved-to", "mark-insertion", "row-insertion")
_BACK = "\u2191"  # an arrow up


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a link leads: to a paragraph, to a comment thread by its number, or to an address elsewhere."""

    paragraph: int | None = None
    thread: int | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class TextMark:
    """A stretch of a paragraph's text that looks or leads otherwise."""

    span: Span
    look: Look
    tip: str = ""
    lead: Lead | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """Letters that are set at an offset of the text and are none of it."""

    at: int
    text: str
    look: Look
    tip: str = ""
    lead: Lead | None = None


class DocumentMarks:
    """Finds the marks of each paragraph of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._named = {name: each.index for each in document.paragraphs for name in each.names}
        self._references: dict[int, list[CrossReference]] = defaultdict(list)
        for reference in document.references:
            self._references[reference.place.paragraph].append(reference)
        self._threads: dict[int, list[Thread]] = defaultdict(list)
        for thread in threads(document):
            self._threads[thread.place.paragraph].append(thread)
        self._cited_from: dict[int, int] = {}
        self._note_numbers: dict[int, str] = {}
        self._number_notes()

    def marker_of(self, paragraph: Paragraph) -> str:
        """Return the number of a paragraph as printed; of a note also where the file leaves it to the program."""
        return paragraph.marker or self._note_numbers.get(paragraph.index, "")

    def marks_of(self, paragraph: Paragraph) -> Iterator[TextMark]:
        """Yield the marks of a paragraph's words."""
        for style in paragraph.styles:
            yield from _style_marks(style)
        for box in paragraph.boxes:
            if box.confidence < SURE:
                tip = tr("Read from the image of the page: {0} sure").format(percent_word(box.confidence))
                yield TextMark(Span(box.start, box.end), "unsure", tip)
        for thread in self._threads.get(paragraph.index, ()):
            yield TextMark(thread.place.span, "commented", thread.spoken)
        for at, name in unseen(paragraph.text):
            yield TextMark(Span(at, at + 1), "hidden", tr("A character that is not seen: {0}").format(name))
        if self._document.view == "marked":
            for revision in paragraph.revisions:
                yield TextMark(revision.span, _revision_look(revision), revision_word(revision))
        yield from self._leads_of(paragraph)

    def signs_of(self, paragraph: Paragraph) -> tuple[Sign, ...]:
        """Return the signs among a paragraph's words, in order."""
        signs = [*self._note_signs(paragraph)]
        for thread in self._threads.get(paragraph.index, ()):
            lead = Lead(thread=thread.number)
            signs.append(Sign(thread.place.span.end, thread.sign, "comment", thread.spoken, lead))
        if self._document.view == "marked":
            signs += (
                Sign(revision.span.end, sign, _revision_look(revision), revision_word(revision))
                for revision in paragraph.revisions
                if (sign := _revision_sign(revision.kind))
            )
        return tuple(sorted(signs, key=lambda sign: sign.at))

    def _leads_of(self, paragraph: Paragraph) -> Iterator[TextMark]:
        """Yield the words that lead elsewhere; those that refer to a clause come last and so count."""
        for link in paragraph.links:
            if link.span.start < link.span.end:
                target = self._target_of(link)
                if target is not None:
                    yield self._jump(link.span, target)
                elif not link.target.startswith("#"):
                    yield TextMark(link.span, "address", link.target, Lead(address=link.target))
        for reference in self._references.get(paragraph.index, ()):
            if reference.target is not None:
                yield self._jump(reference.place.span, reference.target)

    def _jump(self, span: Span, target: int) -> TextMark:
        return TextMark(span, "reference", target_word(self._document, target), Lead(paragraph=target))

    def _note_signs(self, paragraph: Paragraph) -> Iterator[Sign]:
        for link in paragraph.links:
            target = self._target_of(link)
            if link.span.start == link.span.end and target in self._note_numbers:
                note = self._document.paragraphs[target]
                yield Sign(link.span.start, self.marker_of(note), "note", note.text, Lead(paragraph=target))
        source = self._cited_from.get(paragraph.index)
        if source is not None:
            tip = tr("Back to {0}").format(place_word(self._document, source))
            yield Sign(len(paragraph.text), f" {_BACK}", "address", tip, Lead(paragraph=source))

    def _number_notes(self) -> None:
        """Find from where each note is cited first, and number the notes in that order, story by story."""
        counts = dict.fromkeys(_NOTES, 0)
        for paragraph in self._document.paragraphs:
            cited = [self._target_of(link) for link in paragraph.links]
            cited += [each.target for each in self._references.get(paragraph.index, ()) if each.kind == "note"]
            for target in cited:
                if target is None or target in self._cited_from or target == paragraph.index:
                    continue
                note = self._document.paragraphs[target]
                if note.story in _NOTES:
                    counts[note.story] += 1
                    self._cited_from[target] = paragraph.index
                    self._note_numbers[target] = note.marker or str(counts[note.story])

    def _target_of(self, link: Link) -> int | None:
        return self._named.get(link.target[1:]) if link.target.startswith("#") else None


def revision_word(revision: Revision) -> str:
    """Return what a tracked change did, by whom and when."""
    what = {
        "insertion": tr("Inserted"),
        "deletion": tr("Deleted"),
        "moved-to": tr("Moved here"),
        "moved-from": tr("Moved away"),
        "formatting": tr("Looks changed"),
        "mark-insertion": tr("Paragraph split"),
        "mark-deletion": tr("Joined to the next paragraph"),
        "row-insertion": tr("Row inserted"),
        "row-deletion": tr("Row deleted"),
    }[revision.kind]
    by = tr("by {0}").format(revision.author) if revision.author else ""
    return " ".join(filter(None, (what, by, moment_word(revision.date))))


def _style_marks(style: TextStyle) -> Iterator[TextMark]:
    if style.bold:
        yield TextMark(style.span, "bold")
    if style.italic:
        yield TextMark(style.span, "italic")
    if style.underline:
        yield TextMark(style.span, "underlined")
    if style.hidden:
        yield TextMark(style.span, "hidden", tr("Hidden text: the source keeps it out of sight"))


def _revision_look(revision: Revision) -> Look:
    if revision.kind == "formatting":
        return "reformatted"
    return "inserted" if revision.kind in _ADDED else "deleted"


def _revision_sign(kind: RevisionKind) -> str:
    return {
        "mark-insertion": "¶",
        "mark-deletion": "¶",
        "row-insertion": tr("[row]"),
        "row-deletion": tr("[row]"),
    }.get(kind, "")
