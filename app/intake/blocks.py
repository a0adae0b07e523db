"""What a format reader hands to `structure`: the paragraphs as cut, before anything is read from them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.model.document import Anchor, FileKind, Span, TextStyle


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
        cell: Whether it stands in a table.
        plain: Whether the format marks no headings, so that they are known by their form alone.
        story: As in `Paragraph`.
        styles: Emphasis, in offsets of `text`.
    """

    text: str
    anchor: Anchor
    marker: str = ""
    indent: int | None = None
    heading: int | None = None
    title: bool = False
    cell: bool = False
    plain: bool = False
    story: str = "body"
    styles: tuple[TextStyle, ...] = ()

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
    """What a format reader makes of a file; `pages` and `not_read` as in `Document`."""

    kind: FileKind
    blocks: Sequence[Block]
    pages: int | None = None
    not_read: tuple[str, ...] = ()


def shift_styles(styles: tuple[TextStyle, ...], offset: int) -> tuple[TextStyle, ...]:
    """Return `styles` for a text whose first `offset` characters were taken off."""
    return tuple(
        replace(style, span=Span(max(0, style.span.start - offset), style.span.end - offset))
        for style in styles
        if style.span.end > offset
    )
