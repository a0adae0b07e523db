"""What is asked of the counterparty, and what stays in the house: two channels, two types."""

from dataclasses import dataclass

from app.model.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement inside one paragraph: its text in `span` becomes `text`.

    An empty span inserts, an empty text deletes. Offsets count code points of `Paragraph.text`.
    """

    paragraph: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class NewParagraph:
    """A paragraph to insert after paragraph `after`, in the manner of paragraph `like`.

    Attributes:
        after: Index of the paragraph it follows.
        like: Index of the paragraph whose style, numbering and spacing it copies.
        text: Its wording, without a marker.
        marker: The number to type before it where the document types its numbers; "" where numbering
            is automatic or absent.
        heading: The part of `text` at its start that is set as `like` sets its run-in heading; "" for none.
    """

    after: int
    like: int
    text: str
    marker: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark to the counterparty, shown in the margin of the exported document."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """An internal remark: fallbacks, walk-away, rationale. No counterparty exporter takes this type."""

    text: str


@dataclass(frozen=True, slots=True)
class Redline:
    """All changes for one finding, with the comment that explains them to the counterparty.

    Attributes:
        clause: Clause type of the finding.
        edits: Replacements inside existing paragraphs, in document order.
        insertions: New paragraphs, in the order they are to stand.
        comment: Anchored to the first change; None for none.
        anchor: Paragraph that carries the comment where there is no edit and no insertion.
    """

    clause: str
    edits: tuple[Edit, ...] = ()
    insertions: tuple[NewParagraph, ...] = ()
    comment: Comment | None = None
    anchor: int | None = None
