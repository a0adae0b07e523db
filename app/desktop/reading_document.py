"""The reading text: a document with its redlines, written into a QTextDocument."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from app.desktop.letters import Letters
from app.desktop.redline_text import Piece, View, pieces_of, shown_spans, with_signs
from app.desktop.table_grid import Grid, Item, items_of
from app.desktop.text_marks import DocumentMarks, Lead, Look, Sign, TextMark
from app.desktop.words import story_word
from app.model.document import Document, Paragraph
from app.model.redline import Edit, NewParagraph, Redline
from app.model.span import Place, Span

LEAD = "lead:"
"""What the address of a link in the text begins with; the number of its Lead follows."""

_BOLD: tuple[Look, ...] = ("bold",)
_STORIES = ("text-box", "footnote", "endnote", "header", "footer")


@dataclass(frozen=True, slots=True)
class Block:
    """What one block of the text document shows.

    Attributes:
        paragraph: Index of the paragraph shown; None for a new paragraph of a redline, or a heading of ours.
        clause: Clause type whose redline brought a new paragraph; "" for a paragraph of the document.
        pieces: Its text, without the marker.
        lead: Length of the marker and the tab after it, in UTF-16 units.
        in_cell: Whether it stands in a cell of a table.
    """

    paragraph: int | None
    clause: str
    pieces: tuple[Piece, ...]
    lead: int
    in_cell: bool = False

    @property
    def text(self) -> str:
        """What the block shows after its marker."""
        return "".join(piece.text for piece in self.pieces)

    def positions(self, span: Span) -> tuple[tuple[int, int], ...]:
        """Return where original text in `span` stands in the block: (from, to), counted as Qt does."""
        text = self.text
        return tuple(
            (self.lead + _units(text[: shown.start]), self.lead + _units(text[: shown.end]))
            for shown in shown_spans(self.pieces, span)
        )


@dataclass(frozen=True, slots=True)
class Written:
    """What was written.

    Attributes:
        blocks: By their number in the text document, in its order; what is empty beside a table is left out.
        numbers: The number of the block that shows a paragraph, by its index.
        leads: Where its links lead; their number stands in the address of a link.
    """

    blocks: dict[int, Block]
    numbers: dict[int, int]
    leads: tuple[Lead, ...]

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


class ReadingWriter:
    """Writes a document into a QTextDocument, one block a paragraph, tables as tables, notes below the body."""

    def __init__(
        self,
        text: QTextDocument,
        letters: Letters,
        document: Document,
        redlines: Iterable[Redline] = (),
        view: View = "redlined",
    ) -> None:
        self._text = text
        self._letters = letters
        self._document = document
        self._view = view
        self._marks = DocumentMarks(document)
        self._edits: dict[int, list[Edit]] = defaultdict(list)
        self._insertions: dict[int, list[tuple[str, NewParagraph]]] = defaultdict(list)
        for redline in redlines:
            for edit in redline.edits:
                self._edits[edit.paragraph].append(edit)
            if view != "original":
                for new in redline.insertions:
                    self._insertions[new.after].append((redline.clause, new))
        self._blocks: list[Block] = []
        self._leads: list[Lead] = []
        self._cursor = QTextCursor(text)
        self._is_fresh = True
        self._in_cell = False

    def write(self) -> Written:
        """Replace the text by what the view shows of the document."""
        self._text.clear()
        self._text.setDefaultFont(self._letters.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._text.setDefaultTextOption(option)
        self._cursor = QTextCursor(self._text)
        self._cursor.beginEditBlock()
        for story, paragraphs in _by_story(self._document.paragraphs):
            if story != "body":
                self._write_story_heading(story)
            self._write_items(items_of(paragraphs, self._document.tables))
        self._cursor.endEditBlock()
        blocks = self._numbered()
        numbers = {block.paragraph: number for number, block in blocks.items() if block.paragraph is not None}
        return Written(blocks, numbers, tuple(self._leads))

    def _numbered(self) -> dict[int, Block]:
        """Return the blocks by their number in the text document, which each bears the place of its Block as state."""
        numbered = {}
        block = self._text.begin()
        while block.isValid():
            if block.userState() >= 0:
                numbered[block.blockNumber()] = self._blocks[block.userState()]
            block = block.next()
        return numbered

    def _write_items(self, items: Iterable[Item]) -> None:
        for item in items:
            if isinstance(item, Grid):
                self._write_table(item)
            else:
                self._write_paragraph(item)
                for clause, new in self._insertions.get(item.index, ()):
                    self._write_new(clause, new)

    def _write_table(self, grid: Grid) -> None:
        outside = self._letters, self._in_cell
        table = self._cursor.insertTable(grid.rows, grid.columns, self._letters.table(grid))
        self._letters, self._in_cell = self._letters.within(grid), True
        for cell in grid.cells.values():
            if cell.rows > 1 or cell.columns > 1:
                table.mergeCells(cell.row, cell.column, cell.rows, cell.columns)
        for (row, column), cell in sorted(grid.cells.items()):
            self._cursor = table.cellAt(row, column).firstCursorPosition()
            self._is_fresh = True
            self._write_items(cell.items)
        self._letters, self._in_cell = outside
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        self._is_fresh = True

    def _write_story_heading(self, story: str) -> None:
        layout, letters = self._letters.story_heading()
        self._start_block(layout, letters, Block(None, "", (), 0))
        self._cursor.insertText(story_word(story), letters)

    def _write_paragraph(self, paragraph: Paragraph) -> None:
        base = self._letters.base(paragraph)
        signs = self._marks.signs_of(paragraph)
        pieces = pieces_of(paragraph.text, self._edits.get(paragraph.index, ()), self._view)
        pieces = with_signs(pieces, ((sign.at, sign.text) for sign in signs))
        marker = self._marks.marker_of(paragraph)
        layout = self._letters.lines(paragraph, marker, loose=not self._in_cell)
        self._start_block(layout, base, Block(paragraph.index, "", pieces, _lead(marker), self._in_cell))
        self._insert_marker(marker, base)
        shown = _Looks(self._marks.marks_of(paragraph))
        left = iter(signs)
        for piece in pieces:
            if piece.kind == "sign":
                sign = next(left)
                self._insert(sign.text, base, (sign,))
            elif piece.kind == "inserted":
                self._cursor.insertText(_lines(piece.text), self._changed(base, piece))
            else:
                letters = self._changed(base, piece)
                for span, marks in shown.within(piece.start, piece.start + len(piece.text)):
                    self._insert(paragraph.text[span.start : span.end], letters, marks)

    def _write_new(self, clause: str, new: NewParagraph) -> None:
        like = self._document.paragraphs[new.like]
        pieces = (Piece("inserted", new.text, 0),)
        inserted = self._changed(self._letters.base(like), pieces[0])
        layout = self._letters.lines(like, new.marker or like.marker, loose=not self._in_cell)
        if not new.marker:  # Word numbers it: its text stands in line with that of its neighbour
            layout.setTextIndent(0)
        self._start_block(layout, inserted, Block(None, clause, pieces, _lead(new.marker), self._in_cell))
        self._insert_marker(new.marker, inserted)
        self._cursor.insertText(_lines(new.heading), self._letters.looking(inserted, _BOLD))
        self._cursor.insertText(_lines(new.text.removeprefix(new.heading)), inserted)

    def _start_block(self, layout: QTextBlockFormat, letters: QTextCharFormat, block: Block) -> None:
        """Begin a block: the empty one where the cursor stands, if none has taken it."""
        if self._is_fresh:
            self._cursor.setBlockFormat(layout)
        else:
            self._cursor.insertBlock(layout, letters)
        self._is_fresh = False
        self._cursor.block().setUserState(len(self._blocks))
        self._blocks.append(block)

    def _insert_marker(self, marker: str, letters: QTextCharFormat) -> None:
        if marker:
            self._cursor.insertText(marker + "\t", letters)

    def _insert(self, text: str, base: QTextCharFormat, marks: Sequence[TextMark | Sign]) -> None:
        letters = self._letters.looking(base, {mark.look for mark in marks}) if marks else base
        tips = dict.fromkeys(mark.tip for mark in marks if mark.tip)
        if tips:
            letters.setToolTip("\n".join(tips))
        for mark in marks:
            if mark.lead is not None:
                letters.setAnchor(True)
                letters.setAnchorHref(f"{LEAD}{len(self._leads)}")
                self._leads.append(mark.lead)
        self._cursor.insertText(_lines(text), letters)

    def _changed(self, base: QTextCharFormat, piece: Piece) -> QTextCharFormat:
        return self._letters.changed(base, piece.kind) if self._view == "redlined" else base


class _Looks:
    """The marks of one paragraph, cut where one begins or ends."""

    def __init__(self, marks: Iterable[TextMark]) -> None:
        self._begins: dict[int, list[TextMark]] = defaultdict(list)
        self._ends: dict[int, list[TextMark]] = defaultdict(list)
        for mark in marks:
            if mark.span.start < mark.span.end:
                self._begins[mark.span.start].append(mark)
                self._ends[mark.span.end].append(mark)
        self._cuts = sorted({*self._begins, *self._ends})
        self._next = 0
        self._open: dict[int, TextMark] = {}

    def within(self, start: int, end: int) -> Iterator[tuple[Span, tuple[TextMark, ...]]]:
        """Yield the stretches of [start, end) with their marks; to be called from left to right."""
        while start < end:
            while self._next < len(self._cuts) and self._cuts[self._next] <= start:
                self._pass(self._cuts[self._next])
                self._next += 1
            stop = min(self._cuts[self._next], end) if self._next < len(self._cuts) else end
            yield Span(start, stop), tuple(self._open.values())
            start = stop

    def _pass(self, cut: int) -> None:
        for mark in self._ends.get(cut, ()):
            self._open.pop(id(mark), None)
        for mark in self._begins.get(cut, ()):
            self._open[id(mark)] = mark


def select(base: int, first: int, last: int, cursor: QTextCursor) -> QTextCursor:
    """Return `cursor` with the text [first, last) after `base` selected."""
    cursor.setPosition(base + first)
    cursor.setPosition(base + last, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _by_story(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, list[Paragraph]]]:
    """Yield the body, then each other story that there is."""
    stories: dict[str, list[Paragraph]] = {"body": [], **{story: [] for story in _STORIES}}
    for paragraph in paragraphs:
        stories.setdefault(paragraph.story, []).append(paragraph)
    yield from ((story, found) for story, found in stories.items() if found)


def _lead(marker: str) -> int:
    return _units(marker) + 1 if marker else 0


def _units(text: str) -> int:
    """Return the length of `text` in UTF-16 units, which is how Qt counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def _lines(text: str) -> str:
    """Return `text` with line ends that stay inside one block."""
    return text.replace("\r", "").replace("\n", "\u2028")
