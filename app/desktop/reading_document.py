"""The reading text: a document with its redlines, written into a QTextDocument."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from app.desktop.changes import Changes
from app.desktop.letters import Letters
from app.desktop.looks import Looks
from app.desktop.plain_text import tip, visible
from app.desktop.redline_text import Piece, View, pieces_of, with_signs
from app.desktop.table_grid import Grid, Item, items_of
from app.desktop.text_marks import DocumentMarks, Look, Sign, TextMark
from app.desktop.words import story_word
from app.desktop.written import LEAD, Block, Written, units
from app.model.document import Document, Paragraph
from app.model.redline import NewParagraph, Redline

_BOLD: tuple[Look, ...] = ("bold",)
_STORIES = ("text-box", "footnote", "endnote", "header", "footer")
_ALL = 1_000_000
_OF_A_BLOCK = 100  # letters that are written in the time of beginning a block


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
        self.written = Written()
        self._text = text
        self._letters = letters
        self._document = document
        self._changes = Changes(redlines, view)
        self._marks = DocumentMarks(document)
        self._width = letters.measure / 2
        self._blocks: dict[int, Block] = {}  # by the state that a block of the text document bears
        self._states = count()
        self._in_cells: dict[int, Letters] = {}
        self._left: Iterator[int] | None = None
        self._last = 0
        self._cursor = QTextCursor(text)
        self._is_fresh = True
        self._in_cell = False

    @property
    def is_finished(self) -> bool:
        """Whether the whole document is written."""
        return self._left is None

    @property
    def shows_changes(self) -> bool:
        """Whether insertions and deletions are marked as such."""
        return self._changes.view == "redlined"

    def write(self) -> Written:
        """Replace the text by what the view shows of the document."""
        self.begin()
        while not self.is_finished:
            self.write_some(_ALL)
        return self.written

    def begin(self) -> None:
        """Clear the text; nothing of the document is written yet."""
        self._text.clear()
        self._text.setDefaultFont(self._letters.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._text.setDefaultTextOption(option)
        self._cursor = QTextCursor(self._text)
        self._left = self._parts()

    def write_some(self, letters: int, width: float | None = None) -> None:
        """Write on, about so many letters; tables are set as wide as `width`, or later by `set_widths`."""
        self._width = width or self._width
        self._cursor.beginEditBlock()
        while letters > 0 and self._left is not None:
            written = next(self._left, None)
            if written is None:
                self._left = None
            else:
                letters -= written
        self._cursor.endEditBlock()
        self._number_from(self._last)

    def take(self, redlines: Iterable[Redline], view: View) -> tuple[int, ...]:
        """Take other redlines or another view; return the paragraphs that are written and have to be rewritten."""
        before, self._changes = self._changes, Changes(redlines, view)
        changed = (before.paragraphs | self._changes.paragraphs) & self.written.numbers.keys()
        return tuple(sorted(each for each in changed if before.at(each) != self._changes.at(each)))

    def rewrite(self, paragraph: int) -> None:
        """Write a paragraph again, with the new ones after it; the rest of the text stays."""
        number = self.written.numbers[paragraph]
        end = number + 1
        while (after := self.written.blocks.get(end)) is not None and after.after == paragraph:
            end += 1
        first, last = self._text.findBlockByNumber(number), self._text.findBlockByNumber(end - 1)
        for each in range(number, end):
            del self._blocks[self._text.findBlockByNumber(each).userState()]
        outside = self._cursor, self._is_fresh, self._letters, self._in_cell
        self._letters, self._in_cell = self._in_cells.get(paragraph, self._letters), paragraph in self._in_cells
        self._cursor, self._is_fresh = QTextCursor(first), True
        self._cursor.beginEditBlock()
        self._cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        self._cursor.removeSelectedText()
        self._write_items((self._document.paragraphs[paragraph],))
        self._cursor.endEditBlock()
        has_new = max(end - 1, self._cursor.blockNumber()) > number
        self._cursor, self._is_fresh, self._letters, self._in_cell = outside
        if has_new:
            self.written.forget_places()
            self._number_from(0)
        else:
            self.written.blocks[number] = self._blocks[first.userState()]

    def _parts(self) -> Iterator[int]:
        """Write the document part by part, and yield about how many letters each was."""
        for story, paragraphs in _by_story(self._document.paragraphs):
            if story != "body":
                self._write_story_heading(story)
            for item in items_of(paragraphs, self._document.tables):
                self._write_items((item,))
                yield len(item.text) + _OF_A_BLOCK if isinstance(item, Paragraph) else _OF_A_BLOCK * len(item.cells)

    def _number_from(self, number: int) -> None:
        """Number the blocks from one on, which each bear the place of their Block as state."""
        block = self._text.findBlockByNumber(number)
        while block.isValid():
            if block.userState() >= 0 and number not in self.written.blocks:
                self.written.add(number, self._blocks[block.userState()])
            self._last = number
            number += 1
            block = block.next()

    def _write_items(self, items: Iterable[Item]) -> None:
        for item in items:
            if isinstance(item, Grid):
                self._write_table(item)
            else:
                self._write_paragraph(item)
                if self._in_cell:
                    self._in_cells[item.index] = self._letters
                for clause, new in self._changes.insertions.get(item.index, ()):
                    self._write_new(clause, new)

    def _write_table(self, grid: Grid) -> None:
        outside = self._letters, self._in_cell
        table = self._cursor.insertTable(
            grid.rows,
            grid.columns,
            self._letters.table(grid, self._letters.measure / 2 if self._in_cell else self._width),
        )
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
        pieces = pieces_of(paragraph.text, self._changes.edits.get(paragraph.index, ()), self._changes.view)
        pieces = with_signs(pieces, ((sign.at, sign.text) for sign in signs))
        marker = self._marks.marker_of(paragraph)
        layout = self._letters.lines(paragraph, marker, loose=not self._in_cell)
        self._start_block(layout, base, Block(paragraph.index, "", pieces, _lead(marker), self._in_cell))
        self._insert_marker(marker, base)
        shown = Looks(self._marks.marks_of(paragraph))
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
        self._start_block(layout, inserted, Block(None, clause, pieces, _lead(new.marker), self._in_cell, new.after))
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
        state = next(self._states)
        self._cursor.block().setUserState(state)
        self._blocks[state] = block

    def _insert_marker(self, marker: str, letters: QTextCharFormat) -> None:
        if marker:
            self._cursor.insertText(marker + "\t", letters)

    def _insert(self, text: str, base: QTextCharFormat, marks: Sequence[TextMark | Sign]) -> None:
        letters = self._letters.looking(base, {mark.look for mark in marks}) if marks else base
        tips = dict.fromkeys(mark.tip for mark in marks if mark.tip)
        if tips:
            letters.setToolTip(tip("\n".join(tips)))
        for mark in marks:
            if mark.lead is not None:
                letters.setAnchor(True)
                letters.setAnchorHref(f"{LEAD}{len(self.written.leads)}")
                self.written.leads.append(mark.lead)
        self._cursor.insertText(_lines(text), letters)

    def _changed(self, base: QTextCharFormat, piece: Piece) -> QTextCharFormat:
        return self._letters.changed(base, piece.kind) if self.shows_changes else base


def _by_story(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, list[Paragraph]]]:
    """Yield the body, then each other story that there is."""
    stories: dict[str, list[Paragraph]] = {"body": [], **{story: [] for story in _STORIES}}
    for paragraph in paragraphs:
        stories.setdefault(paragraph.story, []).append(paragraph)
    yield from ((story, found) for story, found in stories.items() if found)


def _lead(marker: str) -> int:
    return units(marker) + 1 if marker else 0


def _lines(text: str) -> str:
    """Return `text` with line ends that stay inside one block, and with signs for what is not seen."""
    return visible(text.replace("\r", "").replace("\n", "\u2028"))
