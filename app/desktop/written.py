"""What was written of a document into the reading text, block by block."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtGui import QTextCursor

from app.desktop.redline_text import Piece, shown_spans
from app.desktop.text_marks import Lead
from app.model.span import Place, Span

LEAD = "lead:"
"""What the address of a link in the text begins with; the number of its Lead follows."""


@dataclass(frozen=True, slots=True)
class Block:
    """What one block of the text document shows.

    Attributes:
        paragraph: Index of the paragraph shown; None for a new paragraph of a redline, or a heading of ours.
        clause: Clause type whose redline brought a new paragraph; "" for a paragraph of the document.
        pieces: Its text, without the marker.
        lead: Length of the marker and the tab after it, in UTF-16 units.
        in_cell: Whether it stands in a cell of a table.
        after: Index of the paragraph that a new one follows.
    """

    paragraph: int | None
    clause: str
    pieces: tuple[Piece, ...]
    lead: int
    in_cell: bool = False
    after: int | None = None

    @property
    def text(self) -> str:
        """What the block shows after its marker."""
        return "".join(piece.text for piece in self.pieces)

    def positions(self, span: Span) -> tuple[tuple[int, int], ...]:
        """Return where original text in `span` stands in the block: (from, to), counted as Qt does."""
        text = self.text
        return tuple(
            (self.lead + units(text[: shown.start]), self.lead + units(text[: shown.end]))
            for shown in shown_spans(self.pieces, span)
        )


@dataclass(frozen=True, slots=True)
class Written:
    """What was written so far, kept up while more is.

    Attributes:
        blocks: By their number in the text document; what is empty beside a table is left out.
        numbers: The number of the block that shows a paragraph, by its index.
        new: The numbers of the blocks that show new paragraphs, by the clause type whose redline brought them.
        leads: Where its links lead; their number stands in the address of a link.
    """

    blocks: dict[int, Block] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)
    new: dict[str, list[int]] = field(default_factory=dict)
    leads: list[Lead] = field(default_factory=list)

    def add(self, number: int, block: Block) -> None:
        """Take in a block that was written."""
        self.blocks[number] = block
        if block.paragraph is not None:
            self.numbers[block.paragraph] = number
        elif block.clause:
            self.new.setdefault(block.clause, []).append(number)

    def forget_places(self) -> None:
        """Forget which block is where; where links lead stays."""
        for places in (self.blocks, self.numbers, self.new):
            places.clear()

    def lead_of(self, address: str) -> Lead | None:
        """Return where the link with an address leads; None where it is none of ours."""
        return self.leads[int(address.removeprefix(LEAD))] if address.startswith(LEAD) else None

    def words_at(self, place: Place) -> Iterator[tuple[int, int, int]]:
        """Yield where the words of a place stand: block, first and last position in it."""
        number = self.number_of(place.paragraph)
        if number is not None:
            for first, last in self.blocks[number].positions(place.span):
                yield number, first, last

    def number_of(self, paragraph: int) -> int | None:
        """Return the number of the block that shows a paragraph; None where none does."""
        return self.numbers.get(paragraph)


def select(base: int, first: int, last: int, cursor: QTextCursor) -> QTextCursor:
    """Return `cursor` with the text [first, last) after `base` selected."""
    cursor.setPosition(base + first)
    cursor.setPosition(base + last, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 units, which is how Qt counts."""
    if max(text, default="") <= "\uffff":  # nearly all text: a long document has its words counted again and again
        return len(text)
    return len(text) + sum(character > "\uffff" for character in text)
