"""What is asked of the counterparty, and what stays in the house: two channels, two types."""

from dataclasses import dataclass
from typing import Literal

from app.model.span import Span

Degree = Literal["surgical", "sentence", "clause"]
"""How much is marked as changed: the words that differ, the sentences they stand in, or their whole paragraphs."""

Copy = Literal["ours-only", "clean"]
"""A further copy of a redlined file: with our changes alone, all earlier ones accepted; or with all accepted and no
comment."""


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
class Citation:
    """Words of ours that cite a paragraph of the document.

    Attributes:
        text: As they stand in what we insert, such as "Section 5.c".
        number: The part of `text` that is the number cited, such as "5.c".
        paragraph: The paragraph that bears this number.
    """

    text: str
    number: str
    paragraph: int


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
        citations: The places that its wording cites.
        rewritten: Words it strikes and inserts, as a share of all words before and after in the paragraphs it
            changes, from 0 to 1; new paragraphs are not counted.
    """

    clause: str
    edits: tuple[Edit, ...] = ()
    insertions: tuple[NewParagraph, ...] = ()
    comment: Comment | None = None
    anchor: int | None = None
    citations: tuple[Citation, ...] = ()
    rewritten: float = 0.0

    def text_of(self, paragraph: int, text: str) -> str:
        """Return what `text`, that of a paragraph, becomes with its edits."""
        for edit in sorted((edit for edit in self.edits if edit.paragraph == paragraph), key=_end, reverse=True):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        return text

    @property
    def percent_rewritten(self) -> int:
        """`rewritten` as a reader is told: in percent, at least 1 where there is any."""
        return max(round(100 * self.rewritten), 1) if self.rewritten else 0


def _end(edit: Edit) -> tuple[int, int]:
    return edit.span.end, edit.span.start
