"""The reading text: a review's document with its redlines, written into a QTextDocument."""

from collections import defaultdict
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from app.desktop.redline_text import Piece, PieceKind, View, pieces_of, shown_spans
from app.desktop.theme import Colours
from app.model.document import Paragraph
from app.model.redline import Edit, NewParagraph
from app.model.review import Review
from app.model.span import Span


@dataclass(frozen=True, slots=True)
class Block:
    """What one block of the text document shows.

    Attributes:
        paragraph: Index of the paragraph shown; None for a new paragraph of a redline.
        clause: Clause type whose redline brought a new paragraph; "" for a paragraph of the document.
        pieces: Its text, without the marker.
        lead: Length of the marker and the tab after it, in UTF-16 units.
    """

    paragraph: int | None
    clause: str
    pieces: tuple[Piece, ...]
    lead: int

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


class ReadingWriter:
    """Writes a document of a review into a QTextDocument, one block a paragraph."""

    def __init__(self, document: QTextDocument, font: QFont, colours: Colours) -> None:
        self._document = document
        self._font = font
        self._colours = colours
        self._unit = font.pointSizeF() * 1.35  # about one em at 96 dpi
        self._marks = False
        self._blocks: list[Block] = []
        self._cursor = QTextCursor(document)

    def write(self, review: Review, view: View) -> tuple[Block, ...]:
        """Replace the text by what `view` shows of `review`; return what each block is."""
        self._document.clear()
        self._document.setDefaultFont(self._font)
        self._document.setDefaultTextOption(QTextOption())
        self._marks = view == "redlined"
        self._cursor = QTextCursor(self._document)
        self._blocks = []
        edits: dict[int, list[Edit]] = defaultdict(list)
        insertions: dict[int, list[tuple[str, NewParagraph]]] = defaultdict(list)
        for redline in review.redlines:
            for edit in redline.edits:
                edits[edit.paragraph].append(edit)
            for new in redline.insertions:
                insertions[new.after].append((redline.clause, new))
        self._cursor.beginEditBlock()
        for paragraph in review.document.paragraphs:
            self._write_paragraph(paragraph, pieces_of(paragraph.text, edits[paragraph.index], view))
            if view != "original":
                for clause, new in insertions[paragraph.index]:
                    self._write_new(clause, new, review.document.paragraphs[new.like])
        self._cursor.endEditBlock()
        return tuple(self._blocks)

    def _write_paragraph(self, paragraph: Paragraph, pieces: tuple[Piece, ...]) -> None:
        base = self._letters(paragraph)
        marker = paragraph.marker or _story_word(paragraph.story)
        lead = self._start_block(self._layout(paragraph, hanging=bool(marker)), marker, base)
        block = Block(paragraph.index, "", pieces, lead)
        for piece in pieces:
            self._cursor.insertText(_lines(piece.text), self._marked(base, piece.kind))
        for style in paragraph.styles:
            change = QTextCharFormat()
            if style.bold:
                change.setFontWeight(QFont.Weight.Bold)
            if style.italic:
                change.setFontItalic(True)
            if style.underline:
                change.setFontUnderline(True)
            for first, last in block.positions(style.span):
                select(self._cursor.block().position(), first, last, self._cursor).mergeCharFormat(change)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._blocks.append(block)

    def _write_new(self, clause: str, new: NewParagraph, like: Paragraph) -> None:
        inserted = self._marked(self._letters(like), "inserted")
        layout = self._layout(like, hanging=bool(like.marker))
        if not new.marker:  # Word numbers it: its text stands in line with that of its neighbour
            layout.setTextIndent(0)
        lead = self._start_block(layout, new.marker, inserted)
        heading = QTextCharFormat(inserted)
        heading.setFontWeight(QFont.Weight.Bold)
        self._cursor.insertText(_lines(new.heading), heading)
        self._cursor.insertText(_lines(new.text.removeprefix(new.heading)), inserted)
        self._blocks.append(Block(None, clause, (Piece("inserted", new.text, 0),), lead))

    def _start_block(self, layout: QTextBlockFormat, marker: str, letters: QTextCharFormat) -> int:
        """Begin a block with its marker; return the length of the marker and its tab."""
        if self._blocks:
            self._cursor.insertBlock(layout, letters)
        else:
            self._cursor.setBlockFormat(layout)
        if not marker:
            return 0
        self._cursor.insertText(marker + "\t", letters)
        return _units(marker) + 1

    def _layout(self, paragraph: Paragraph, *, hanging: bool) -> QTextBlockFormat:
        layout = QTextBlockFormat()
        layout.setLineHeight(142, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        opens = paragraph.kind in ("title", "heading")
        layout.setTopMargin(self._unit * (1.1 if opens else 0.25))
        layout.setBottomMargin(self._unit * (0.4 if opens else 0.45))
        if paragraph.kind == "title":
            layout.setBottomMargin(self._unit)
        if paragraph.kind == "table-cell":
            layout.setLeftMargin(self._unit)
            layout.setTopMargin(0)
        indent = self._unit * 1.5 * paragraph.level if paragraph.kind == "list-item" else 0
        if hanging:
            hang = self._unit * 2
            layout.setLeftMargin(indent + hang)
            layout.setTextIndent(-hang)
            layout.setTabPositions([QTextOption.Tab(hang, QTextOption.TabType.LeftTab)])
        elif indent:
            layout.setLeftMargin(indent)
        return layout

    def _letters(self, paragraph: Paragraph) -> QTextCharFormat:
        letters = QTextCharFormat()
        if paragraph.kind in ("title", "heading"):
            letters.setFontWeight(QFont.Weight.Bold)
            larger = 1.4 if paragraph.kind == "title" else max(1.0, 1.18 - 0.09 * paragraph.level)
            letters.setFontPointSize(self._font.pointSizeF() * larger)
        if paragraph.story != "body":
            letters.setForeground(QColor(self._colours.muted))
        return letters

    def _marked(self, base: QTextCharFormat, kind: PieceKind) -> QTextCharFormat:
        letters = QTextCharFormat(base)
        if self._marks and kind == "inserted":
            letters.setForeground(QColor(self._colours.inserted))
            letters.setFontUnderline(True)
        elif self._marks and kind == "deleted":
            letters.setForeground(QColor(self._colours.deleted))
            letters.setFontStrikeOut(True)
        return letters


def select(base: int, first: int, last: int, cursor: QTextCursor) -> QTextCursor:
    """Return `cursor` with the text [first, last) after `base` selected."""
    cursor.setPosition(base + first)
    cursor.setPosition(base + last, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _units(text: str) -> int:
    """Return the length of `text` in UTF-16 units, which is how Qt counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def _lines(text: str) -> str:
    """Return `text` with line ends that stay inside one block."""
    return text.replace("\r", "").replace("\n", "\u2028")


def _story_word(story: str) -> str:
    return "" if story == "body" else f"[{QCoreApplication.translate('words', story)}]"
