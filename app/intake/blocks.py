"""What a format reader hands to `structure`: the paragraphs as cut, before anything is read from them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from app.model.document import Anchor, Cell, FileKind, Page, SetAside
from app.model.marks import Box, FieldResult, Link, MarginComment, Revision, TextStyle
from app.model.span import Span

MAX_BLOCKS = 60_000
MAX_CHARACTERS = 8_000_000
MAX_IN_ONE = 1_000_000
"""More paragraphs, characters, and characters in one paragraph than any contract has."""

Step = Callable[[int, int], None]
"""Called with what is done and how much there is, at least for every page, part or thousand paragraphs.

It raises what the caller wants to end the reading with: the user's stop, or a budget that is used up.
"""


def go_on(_done: int, _total: int) -> None:
    """Go on without telling anybody."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the file.

    Attributes:
        text: Its text, a hard-typed marker included.
        anchor: Where it stands; its offset is set by `structure` once the marker is taken off.
        marker: A number or bullet that the format supplies and the text does not hold; "" without one.
        indent: Columns, points or list levels from the margin: it is only compared within one document.
            None where indentation says nothing.
        heading: Heading level that the format states, from 0; None where it states none.
        title: Whether the format calls it the document's title.
        cell: Where it stands in a table; None outside.
        plain: Whether the format marks no headings, so that they are known by their form alone.
        story: As in `Paragraph`, and so all below, in offsets of `text`.
    """

    text: str
    anchor: Anchor
    marker: str = ""
    indent: int | None = None
    heading: int | None = None
    title: bool = False
    cell: Cell | None = None
    plain: bool = False
    story: str = "body"
    styles: tuple[TextStyle, ...] = ()
    links: tuple[Link, ...] = ()
    names: tuple[str, ...] = ()
    fields: tuple[FieldResult, ...] = ()
    revisions: tuple[Revision, ...] = ()
    comments: tuple[MarginComment, ...] = ()
    boxes: tuple[Box, ...] = ()

    @property
    def is_emphasised(self) -> bool:
        """Whether bold or underline covers all of the text but blanks and punctuation."""
        end = 0
        for style in self.styles:
            if style.bold or style.underline:
                if any(map(str.isalnum, self.text[end : style.span.start])):
                    return False
                end = max(end, style.span.end)
        return end > 0 and not any(map(str.isalnum, self.text[end:]))

    def emphasised_prefix(self) -> int:
        """Return how many characters at the start of the text are bold or underlined; all blanks count."""
        end = 0
        for style in self.styles:
            if (style.bold or style.underline) and not self.text[end : style.span.start].strip():
                end = max(end, style.span.end)
        return end


@dataclass(frozen=True, slots=True)
class Content:
    """What a format reader makes of a file; all but `blocks` as in `Document`."""

    kind: FileKind
    blocks: Sequence[Block]
    pages: int | None = None
    not_read: tuple[str, ...] = ()
    word: bytes | None = None
    page_list: tuple[Page, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


_M = TypeVar("_M", TextStyle, Link, FieldResult, Revision, MarginComment)


def shifted(marks: tuple[_M, ...], offset: int) -> tuple[_M, ...]:
    """Return `marks` for a text whose first `offset` characters were taken off; what stood only there goes.

    Marks of no width stay, at the beginning if they stood before it.
    """
    if not offset:
        return marks
    return tuple(
        replace(mark, span=Span(max(0, mark.span.start - offset), max(0, mark.span.end - offset)))
        for mark in marks
        if mark.span.end > offset or mark.span.start == mark.span.end
    )


def shifted_boxes(boxes: tuple[Box, ...], offset: int) -> tuple[Box, ...]:
    """Return `boxes` in the same way."""
    if not offset:
        return boxes
    return tuple(
        Box(max(0, start - offset), end - offset, page, left, top, right, bottom, confidence)
        for start, end, page, left, top, right, bottom, confidence in boxes
        if end > offset
    )
