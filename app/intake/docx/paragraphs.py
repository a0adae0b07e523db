"""The paragraphs of a Word file as blocks: words, numbers, and what stands at the words."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from app.intake.blocks import Block, Step
from app.intake.docx.comments import CommentPlaces
from app.intake.docx.flow import Found
from app.intake.docx.marks import Part, fields_of, links_of, looks_of, names_of
from app.intake.docx.notes import NoteNumbers
from app.intake.docx.revisions import revisions_of
from app.intake.structure.headings import is_styled_heading
from app.model.document import Anchor
from app.model.marks import FieldResult, Link, MarginComment, Revision, TextStyle
from app.model.span import Span
from app.ooxml.names import w
from app.ooxml.numbering import Mark, Numbering
from app.ooxml.runs import ParagraphText, Point, read_text
from app.ooxml.styles import Properties, properties_of

_SECTION_BREAK, _LISTED, _MARK = w("sectPr"), w("numPr"), w("rPr")
_INSERTED, _RUN_IN = w("ins"), w("specVanish")
_COLUMN = 120  # twips
_STEP = 1000


class _Read(NamedTuple):
    """A `w:p` with its text, which begins at `base` of the text of the block."""

    found: Found
    text: ParagraphText
    base: int


class Paragraphs:
    """Makes blocks of the paragraphs of a document, part by part and in order.

    A paragraph that shows nothing makes none: its revisions hang on the one before it, or on the next where there is
    none before it in its story; its bookmarks go to the next.
    """

    def __init__(self, notes: NoteNumbers, comments: Sequence[MarginComment], total: int, step: Step) -> None:
        self._notes = notes
        self._total = total
        self._comments = comments
        self._places = CommentPlaces()
        self._step = step
        self._blocks: list[Block] = []
        self._first = 0  # the first block of the story
        self._names: list[str] = []  # that wait for the next block
        self._waiting: list[Revision] = []  # likewise
        self._hung: dict[int, list[Revision]] = {}  # on blocks, by their number, beside their own
        self._opened: set[str] = set()  # notes whose first paragraph was read
        self._done = 0

    def read(self, flow: Sequence[Found], part: Part, numbering: Numbering) -> None:
        """Read the paragraphs of a part or of a text box."""
        self._first = len(self._blocks)
        self._names, self._waiting = [], []
        group: list[Found] = []
        for found in flow:
            group.append(found)
            if not found.runs_on:
                self._read_group(group, part, numbering)
                group = []
        if group:
            self._read_group(group, part, numbering)
        if len(self._blocks) > self._first:
            self._places.end_story(len(self._blocks) - 1)

    def blocks(self) -> list[Block]:
        """Return all blocks, with the comments at their words."""
        placed = self._places.place(self._comments, [block.text for block in self._blocks])
        for number, hung in self._hung.items():
            block = self._blocks[number]
            self._blocks[number] = replace(block, revisions=(*block.revisions, *hung))
        for number, comments in placed.items():
            self._blocks[number] = replace(self._blocks[number], comments=tuple(comments))
        return self._blocks

    def _read_group(self, group: Sequence[Found], part: Part, numbering: Numbering) -> None:
        """Read a paragraph, or several that run on into one another."""
        if self._done % _STEP < len(group):
            self._step(self._done, self._total)
        self._done += len(group)
        reads = _read_all(group, part)
        text = "".join(each.text.text for each in reads if not each.found.left_out)
        shows = bool(text) and not text.isspace()
        properties = properties_of(group[-1].p, part.view)
        revisions = _revisions(reads, properties) if part.revised else []
        self._take_points(reads, shows=shows)
        mark = self._number(reads, part, properties, numbering, shows=shows)
        if _SECTION_BREAK in properties:
            self._notes.end_section()
        if shows:
            self._blocks.append(self._block(reads, part, text, properties, mark, revisions))
            self._names, self._waiting = [], []
        else:
            self._hang(revisions)

    def _take_points(self, reads: Sequence[_Read], *, shows: bool) -> None:
        """Keep the bookmarks, notes and ends of comments of a paragraph."""
        for each in reads:
            base = each.base if shows else 0
            before = [Point(element, 0) for element in each.found.points]
            points = (*before, *each.text.points)
            if points:
                self._places.note(points, len(self._blocks), base, shows=shows)
                self._names += names_of(points)
                self._notes.count(each.text.points)

    def _number(
        self, reads: Sequence[_Read], part: Part, properties: Properties, numbering: Numbering, *, shows: bool
    ) -> Mark | None:
        """Return the number of a paragraph, and count it, unless Word prints no such paragraph.

        Word prints none that is left out, that is only a section break, or of which nothing is in sight.
        """
        last = reads[-1].found
        if last.left_out or (not shows and (_SECTION_BREAK in properties or last.mark_gone)):
            return None
        look = part.styles.emphasis(part.styles.of_paragraph(properties), properties.get(_MARK))
        if look.hidden and _is_out_of_sight(reads, part, properties):
            return None
        listed = properties.get(_LISTED)
        if part.view == "original" and listed is not None and any(child.tag == _INSERTED for child in listed):
            return None
        return numbering.mark(properties)

    def _block(
        self,
        reads: Sequence[_Read],
        part: Part,
        text: str,
        properties: Properties,
        mark: Mark | None,
        revisions: Sequence[Revision],
    ) -> Block:
        """Return the block of a paragraph that shows something."""
        styles, style = part.styles, part.styles.of_paragraph(properties)
        shown = next(place for place, each in enumerate(reads) if each.text.text)
        found = reads[shown].found
        names, marker = tuple(self._names), "" if mark is None else mark.text
        if found.note and found.note not in self._opened:
            self._opened.add(found.note)
            names, marker = (found.note, *names), self._notes.marks.get(found.note, "") or marker
        heading = styles.outline_level(properties)
        looks: list[TextStyle] = []
        links: list[Link] = []
        fields: list[FieldResult] = []
        for each in reads:
            looks += looks_of(each.text, each.base, style, part)
            if each.text.results or each.text.stretches or each.text.points:
                links += links_of(each.text, each.base, part)
                fields += fields_of(each.text, each.base)
        return Block(
            text=text,
            anchor=Anchor(part.name, found.index, joined=tuple([each.found.index for each in reads[shown + 1 :]])),
            marker=marker,
            indent=styles.indent(properties) // _COLUMN if mark is None else None,
            heading=heading if heading is not None and is_styled_heading(text.strip()) else None,
            title=styles.is_title(style),
            cell=found.cell,
            story=found.story,
            styles=tuple(looks),
            links=tuple(links),
            names=names,
            fields=tuple(fields),
            revisions=(*self._waiting, *revisions),
        )

    def _hang(self, revisions: Sequence[Revision]) -> None:
        """Hang the revisions of a paragraph that shows nothing on the block before it, else on the next."""
        if revisions and len(self._blocks) > self._first:
            end = len(self._blocks[-1].text)
            hung = self._hung.setdefault(len(self._blocks) - 1, [])
            hung += (replace(each, span=Span(end, end)) for each in revisions)
        else:
            self._waiting += (replace(each, span=Span(0, 0)) for each in revisions)


def _read_all(group: Sequence[Found], part: Part) -> list[_Read]:
    """Return the texts of paragraphs that run on into one another; of those left out, what revisions hold in them."""
    reads = []
    base = 0
    for found in group:
        text = read_text(found.p, "marked" if found.left_out else part.view)
        reads.append(_Read(found, text, base))
        base += 0 if found.left_out else len(text.text)
    return reads


def _revisions(reads: Sequence[_Read], properties: Properties) -> list[Revision]:
    """Return the revisions of paragraphs that run on into one another; `properties` are those of the last."""
    revisions = []
    for each in reads:
        own = properties if each is reads[-1] else properties_of(each.found.p)
        revisions += revisions_of(each.found, each.text, own, each.base)
    return revisions


def _is_out_of_sight(reads: Sequence[_Read], part: Part, properties: Properties) -> bool:
    """Tell whether a paragraph with a hidden mark is hidden whole; one that runs into the next in print is not."""
    mark = properties.get(_MARK)
    if mark is not None and next(mark.iterchildren(_RUN_IN), None) is not None:
        return False
    style = part.styles.of_paragraph(properties)
    return all(
        part.styles.emphasis(style, piece.rPr).hidden
        for each in reads
        for piece in each.text.pieces
        if each.text.text[piece.start : piece.end].strip()
    )
