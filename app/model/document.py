"""The document as read: an immutable sequence of numbered paragraphs and what they say of themselves."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PureWindowsPath
from typing import Literal

from app.model.clause import DocumentType
from app.model.marks import Box, FieldResult, Link, MarginComment, Revision, TextStyle
from app.model.span import Place, Span

FileKind = Literal["docx", "pdf", "text", "markdown", "html", "rtf", "odt", "doc"]
ParagraphKind = Literal["title", "heading", "body", "list-item", "table-cell"]
View = Literal["accepted", "original", "marked"]
PageWay = Literal["text", "layout", "ocr", "none"]
ReferenceKind = Literal["clause", "exhibit", "note", "bookmark"]
PartyRole = Literal["customer", "vendor", ""]


@dataclass(frozen=True, slots=True)
class Opening:
    """How a file is to be opened.

    Attributes:
        password: Of an encrypted file; never shown or kept.
        attachment: Name of the attachment to read, where the file is a message with several documents.
        view: Which side of earlier tracked changes is the text: what it becomes (accepted), what it was
            (original), or both (marked).
        document_type: What the document is, where the reader says so; None where it is to be recognised.
    """

    password: str = field(default="", repr=False)
    attachment: str = ""
    view: View = "accepted"
    document_type: DocumentType | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell of a table that a paragraph stands in.

    Attributes:
        table: Number of the table in the document, from 0 in reading order, nested tables counted.
        row: From 0; so `column`, in columns of the grid.
        rows: How many rows it spans; so `columns`.
        inside: The table in a cell of which this one is nested; None for a table of the story itself.
    """

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    inside: int | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where in the source file a paragraph came from.

    Attributes:
        part: Member of the package ("word/document.xml"); "" for files that are one piece.
        index: DOCX: ordinal of the `w:p` in its part, in document order, nested ones counted.
            Text: line (from 0) of its first line. PDF: ordinal of its first line on the page.
        offset: Code points of the source paragraph before `Paragraph.text` begins, that is the
            length of a hard-typed marker and the blanks after it.
        page: Page (from 1), where the format has pages.
        joined: DOCX: ordinals of the `w:p` that run on from `index` in this view, because a revision takes
            the mark between them away.
    """

    part: str
    index: int
    offset: int = 0
    page: int | None = None
    joined: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: a `w:p` of a DOCX, a block of lines of a text or PDF.

    Attributes:
        index: Place in the document, from 0 in reading order.
        text: What a reader sees, earlier tracked changes taken as accepted, without the marker.
        marker: The number or bullet as printed before the text ("i.", "(c)", "-"); "" without one.
        typed: Whether the marker is typed text (so that `anchor.offset` skips it) and not automatic numbering.
        label: The full number a reader would cite ("1.b.i", "5(c)"); "" for bullets and plain paragraphs.
        kind: What it is on the page.
        level: Depth of a heading or list item, from 0.
        section: Index into `Document.sections`; None before the first section.
        parent: Index of the lead-in paragraph whose list this paragraph continues; None elsewhere.
        story: "body", or the story it stands in ("header", "footer", "footnote", "endnote", "text-box").
        styles: Emphasis and hidden text.
        cell: Where it stands in a table; None outside.
        names: Bookmarks that begin in it and the name of the note it opens ("footnote-2"), for `Link.target`.
        boxes: Word for word where it is printed, for formats with pages.
    """

    index: int
    text: str
    anchor: Anchor
    marker: str = ""
    typed: bool = False
    label: str = ""
    kind: ParagraphKind = "body"
    level: int = 0
    section: int | None = None
    parent: int | None = None
    story: str = "body"
    styles: tuple[TextStyle, ...] = ()
    cell: Cell | None = None
    links: tuple[Link, ...] = ()
    names: tuple[str, ...] = ()
    fields: tuple[FieldResult, ...] = ()
    revisions: tuple[Revision, ...] = ()
    comments: tuple[MarginComment, ...] = ()
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the half-open range [first, end) of paragraph indexes that it and tables nested in it cover.

    Attributes:
        inside: As in `Cell`.
    """

    index: int
    first: int
    end: int
    rows: int
    columns: int
    inside: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the source and the way it was read.

    Attributes:
        number: From 1.
        width: In points; so `height`.
        way: By its text layer alone, with its lines and rectangles for tables too (layout), by text recognition
            (ocr), or not at all (none).
        turn: By how many degrees clockwise the reader turned it, beyond how the file shows it, so that its text is
            upright; width, height and all boxes are those of the turned page.
    """

    number: int
    width: float
    height: float
    way: PageWay
    turn: int = 0


@dataclass(frozen=True, slots=True)
class SetAside:
    """A running header, footer, page number or the number of a line, which is no text of the contract."""

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the paragraphs under it: the half-open range [first, end) of paragraph indexes.

    The heading may be a paragraph of its own or run into the first sentence ("6. Term and Termination. The term ...").
    """

    index: int
    label: str
    title: str
    first: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class DefinedTerm:
    """A term as defined in the document, with the paragraph and place of its definition.

    Attributes:
        uses: Where it stands elsewhere, in reading order, plural forms included; the definition is left out.
    """

    term: str
    paragraph: int
    span: Span
    uses: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossReference:
    """Words that refer to another place of the same document ("Section 5(c)", "Exhibit A").

    Attributes:
        label: What is cited, without the word for its kind ("5(c)", "A").
        target: Index of the paragraph meant; None where there is none: the reference is broken.
    """

    place: Place
    kind: ReferenceKind
    label: str
    target: int | None


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An exhibit, schedule, annex, appendix or attachment: the half-open range [first, end) of paragraph indexes."""

    label: str
    title: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class IncorporatedDocument:
    """A document that the words make part of the contract, or that they send the reader to.

    Attributes:
        url: Where it is said to be found; "" where no address is given.
        attached: Index of the paragraph where it begins in this file; None where it is not attached.
    """

    name: str
    place: Place
    url: str = ""
    attached: int | None = None


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date in the words; `role` says of what ("effective", "updated", "signed"), "" where it is not told."""

    place: Place
    date: date
    role: str = ""


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Lines to sign on: the half-open range [first, end) of paragraph indexes, and the party named there."""

    first: int
    end: int
    party: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A party as it is introduced.

    Attributes:
        name: In full ("Acme Widgets GmbH"); "" where only short names are given.
        short: Names that the contract uses for it, most used first.
        place: Where it is introduced; None where only its roles are known.
    """

    name: str
    short: tuple[str, ...]
    role: PartyRole
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Parties:
    """How the document names each side, the name used most first; empty where it was not found."""

    customer: tuple[str, ...] = ()
    vendor: tuple[str, ...] = ()
    named: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A contract as read from a file.

    Attributes:
        path: Where it was read; never written to.
        data: The bytes of the file.
        sha256: Their hash, in hexadecimal.
        pages: Number of pages where the format has them.
        not_read: What could not be read, in words for the reader.
        attachment: Name of the attachment it is, where `path` is a message; `data` is then the attachment's.
        word: The Word file that a redline is written into: `data` itself, or what an old .doc was converted
            to; None where one has to be set.
        view: Which side of earlier tracked changes `paragraphs` show.
        page_list: One for each page.
        set_aside: Running headers, footers and page numbers of the pages.
        language: ISO 639-1 code of the language it is written in; "" where it cannot be told.
    """

    path: Path
    data: bytes = field(repr=False)
    sha256: str
    kind: FileKind
    title: str
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...] = ()
    terms: tuple[DefinedTerm, ...] = ()
    parties: Parties = Parties()
    pages: int | None = None
    not_read: tuple[str, ...] = ()
    attachment: str = ""
    word: bytes | None = field(default=None, repr=False)
    view: View = "accepted"
    tables: tuple[Table, ...] = ()
    page_list: tuple[Page, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    references: tuple[CrossReference, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    incorporated: tuple[IncorporatedDocument, ...] = ()
    dates: tuple[StatedDate, ...] = ()
    signatures: tuple[SignatureBlock, ...] = ()
    language: str = ""

    @property
    def name(self) -> str:
        """What the user calls it: the attachment, else the file."""
        return self.attachment or self.path.name

    @property
    def stem(self) -> str:
        """Its name without the ending, for files that are made of it; never with a folder in it."""
        return PureWindowsPath(self.name).stem  # takes both kinds of slash for one

    def place_of(self, paragraph: int) -> str:
        """Return where a paragraph stands as a reader would cite it: "1.b.i", "Termination", "paragraph 12"."""
        return self.name_of(paragraph) or f"paragraph {paragraph + 1}"

    def name_of(self, paragraph: int) -> str:
        """Return the number of a paragraph, or what its section is called; "" where neither is given."""
        there = self.paragraphs[paragraph]
        section = None if there.section is None else self.sections[there.section]
        named = (section.label or section.title) if section else ""
        return there.label or named


def page_runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and the last of each run of page numbers without a gap, in order."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
