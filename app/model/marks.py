"""What stands at a stretch of a paragraph beside its words: looks, links, tracked changes, comments, print."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from app.model.span import Span

RevisionKind = Literal[
    "insertion",
    "deletion",
    "moved-to",
    "moved-from",
    "formatting",
    "mark-insertion",
    "mark-deletion",
    "row-insertion",
    "row-deletion",
]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a stretch of a paragraph looks in the source; plain stretches are left out.

    Attributes:
        hidden: Whether the source keeps it out of sight (`w:vanish`); it is text all the same.
    """

    span: Span
    bold: bool = False
    italic: bool = False
    underline: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead elsewhere.

    Attributes:
        span: The words; empty for the mark of a note.
        target: An address ("https://..."), or "#" and a name that a paragraph bears (`Paragraph.names`).
    """

    span: Span
    target: str


@dataclass(frozen=True, slots=True)
class FieldResult:
    """Words that a field of the source computes, and its instruction ("REF _Ref12"), which is no text."""

    span: Span
    instruction: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change that the source holds.

    Attributes:
        span: Where it stands in the text of the view; empty for words that the view leaves out.
        author: As stated; "" where it is not.
        date: As stated ("2026-03-31T10:00:00Z"); "" where it is not.
        text: The words inserted, deleted or moved; "" for a change of looks, of a mark or of a row.
    """

    span: Span
    kind: RevisionKind
    author: str = ""
    date: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class MarginComment:
    """A comment or annotation that the source holds: never contract text, never passed on.

    Attributes:
        span: The words it is on, as far as they stand in the paragraph that holds it.
        id: Of the comment in the source.
        reply_to: Id of the comment that it answers; "" for the first of a thread.
        resolved: Whether its thread is marked as done.
    """

    span: Span
    id: str
    text: str
    author: str = ""
    date: str = ""
    reply_to: str = ""
    resolved: bool = False


class Box(NamedTuple):
    """Where the word [start, end) of a paragraph's text is printed: a page (from 1), points from its top left corner.

    A word split at a line's end has two. A tuple, because a document has hundreds of thousands.

    Attributes:
        confidence: Of text recognition, from 0 to 1; 1 for text of the file itself.
    """

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float
    confidence: float = 1.0
