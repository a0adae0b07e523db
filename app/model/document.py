"""The document as read: an immutable sequence of numbered paragraphs and what they say of themselves."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

FileKind = Literal["docx", "pdf", "text", "markdown"]
ParagraphKind = Literal["title", "heading", "body", "list-item", "table-cell"]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range [start, end) of code points in the text of one paragraph."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what is no span."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a stretch of a paragraph looks in the source; stretches without emphasis are left out."""

    span: Span
    bold: bool = False
    italic: bool = False
    underline: bool = False


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
    """

    part: str
    index: int
    offset: int = 0
    page: int | None = None


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
        story: "body", or the story it stands in ("header", "footer", "footnote", ...).
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
    """A term as defined in the document, with the paragraph and place of its definition."""

    term: str
    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class Parties:
    """How the document names each side, the name used most first; empty where it was not found."""

    customer: tuple[str, ...] = ()
    vendor: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A contract as read from a file.

    Attributes:
        path: Where it was read; never written to.
        data: The bytes of the file.
        sha256: Their hash, in hexadecimal.
        pages: Number of pages where the format has them.
        not_read: What could not be read, in words for the reader.
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

    def place_of(self, paragraph: int) -> str:
        """Return where a paragraph stands as a reader would cite it: "1.b.i", "Termination", "paragraph 12"."""
        there = self.paragraphs[paragraph]
        section = None if there.section is None else self.sections[there.section]
        named = (section.label or section.title) if section else ""
        return there.label or named or f"paragraph {paragraph + 1}"
