"""One line of a comparison, set as one pane shows it."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Mapping, Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from app.desktop.comparing.change_words import captions_of
from app.desktop.comparing.entries import Aspect
from app.desktop.comparing.lines import Line
from app.desktop.comparing.stretches import Pane, Shown, Stretch, StretchKind, shown_in
from app.desktop.letters import Letters, em
from app.desktop.looks import Looks
from app.desktop.plain_text import visible
from app.desktop.redline_text import PieceKind
from app.desktop.table_grid import Grid, items_of
from app.desktop.text_marks import DocumentMarks, Look, Sign, TextMark
from app.desktop.theme import Colours
from app.desktop.words import story_word
from app.model.comparison import Comparison
from app.model.document import Document

_LOOKS: tuple[Look, ...] = ("bold", "italic", "underlined", "hidden")
_SMALL = 0.85
_PLAIN: Mapping[StretchKind, PieceKind] = {"kept": "kept", "removed": "deleted", "added": "inserted"}
_Underline = QTextCharFormat.UnderlineStyle


class CellWriter:
    """Writes lines of a comparison into text documents, each with what is said above it.

    Of changes of the aspects that are not in `told` nothing is said above; words that differ are marked in any case.
    """

    def __init__(self, comparison: Comparison, letters: Letters, colours: Colours, told: Collection[Aspect]) -> None:
        self._comparison = comparison
        self._letters = letters
        self._colours = colours
        self._told = told
        self._marks = {True: DocumentMarks(comparison.old), False: DocumentMarks(comparison.new)}
        self._grids = {True: _grids(comparison.old), False: _grids(comparison.new)}

    def write(self, text: QTextDocument, line: Line, pane: Pane, width: float) -> int:
        """Write a line into `text`, which is empty; return where in it the words begin, after what is said above."""
        text.setUndoRedoEnabled(False)
        text.setDocumentMargin(0)
        text.setDefaultFont(self._letters.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        text.setDefaultTextOption(option)
        cursor = QTextCursor(text)
        said = self._captions(line)
        for number, caption in enumerate(said):
            self._write_caption(cursor, caption, is_first=number == 0)
        begins = cursor.position() + 1 if said else 0
        shown = [each for row in line.rows for each in shown_in(self._comparison, row, pane)]
        grid = self._grid_of(shown) if line.is_tabular else None
        layout = None if grid is None else self._row_format(grid, width)
        if grid is not None and layout is not None:
            self._write_row(cursor, shown, grid, layout)
        else:
            for number, each in enumerate(shown):
                self._write_paragraph(cursor, each, self._letters, is_fresh=number == 0 and not said, is_loose=True)
        text.setTextWidth(width)
        return begins

    def _captions(self, line: Line) -> tuple[str, ...]:
        """Return what is said above a line: the same in each pane, so that its words stand at one height."""
        heading = (story_word(line.story),) if line.story else ()
        changes = [self._comparison.change(number) for number in line.changes]
        rows = {row.change: row for row in reversed(line.rows)}
        return (
            *heading,
            *(
                caption
                for change in changes
                for caption in captions_of(self._comparison, change, rows[change.number], self._told)
            ),
        )

    def _write_caption(self, cursor: QTextCursor, caption: str, *, is_first: bool) -> None:
        layout = QTextBlockFormat()
        layout.setTopMargin(em(self._letters.font) * (0.4 if is_first else 0))
        letters = QTextCharFormat()
        letters.setForeground(QColor(self._colours.muted))
        letters.setFontPointSize(self._letters.font.pointSizeF() * _SMALL)
        letters.setFontWeight(QFont.Weight.DemiBold)
        _begin(cursor, layout, letters, is_fresh=is_first)
        cursor.insertText(visible(caption), letters)

    def _grid_of(self, shown: Sequence[Shown]) -> Grid | None:
        """Return the table that a line is a row of; None where it is too large to be set as one."""
        for each in sorted(shown, key=lambda each: each.is_old):
            if each.paragraph.cell is not None:
                return self._grids[each.is_old].get(each.paragraph.cell.table)
        return None

    def _row_format(self, grid: Grid, width: float) -> QTextTableFormat | None:
        """Return how a row of a table is set in a width; None where words would break, so that cells are stacked."""
        layout = self._letters.table(grid, width)
        if layout.width().type() == QTextLength.Type.FixedLength:
            return None
        layout.setTopMargin(0)
        layout.setBottomMargin(0)
        return layout

    def _write_row(self, cursor: QTextCursor, shown: Sequence[Shown], grid: Grid, layout: QTextTableFormat) -> None:
        table = cursor.insertTable(1, grid.columns, layout)
        columns: Mapping[int, list[Shown]] = defaultdict(list)
        for each in shown:
            column = each.paragraph.cell.column if each.paragraph.cell is not None else 0
            columns[min(column, grid.columns - 1)].append(each)
        letters = self._letters.within(grid)
        for column, cell in sorted(columns.items()):
            wide = max(each.paragraph.cell.columns if each.paragraph.cell is not None else 1 for each in cell)
            free = next((other for other in sorted(columns) if other > column), grid.columns) - column
            if min(wide, free) > 1:
                table.mergeCells(0, column, 1, min(wide, free))
            inside = table.cellAt(0, column).firstCursorPosition()
            for number, each in enumerate(cell):
                self._write_paragraph(inside, each, letters, is_fresh=number == 0, is_loose=False)

    def _write_paragraph(
        self, cursor: QTextCursor, shown: Shown, letters: Letters, *, is_fresh: bool, is_loose: bool
    ) -> None:
        marks = self._marks[shown.is_old]
        marker = marks.marker_of(shown.paragraph)
        printed = " ".join(filter(None, (shown.former, marker)))
        base = letters.base(shown.paragraph)
        _begin(cursor, letters.lines(shown.paragraph, printed, loose=is_loose), base, is_fresh=is_fresh)
        if shown.former:
            self._insert(cursor, shown.former, self._lettered(letters, base, "removed"))
            cursor.insertText(" " if marker else "", base)
        if marker:
            self._insert(cursor, marker, self._lettered(letters, base, _kind_of_number(shown)))
        if printed:
            cursor.insertText("\t", base)
        looks = Looks(mark for mark in marks.marks_of(shown.paragraph) if mark.look in _LOOKS)
        signs = deque(sign for sign in marks.signs_of(shown.paragraph) if sign.look == "note")
        for stretch in shown.stretches:
            lettered = self._lettered(letters, base, stretch.kind)
            for text, found in _pieces(stretch, looks, signs):
                self._insert(cursor, text, letters.looking(lettered, found) if found else lettered)
        for sign in signs:
            self._insert(cursor, sign.text, letters.looking(base, (sign.look,)))

    def _insert(self, cursor: QTextCursor, text: str, letters: QTextCharFormat) -> None:
        """Insert `text`, with line ends that stay inside its block and signs for what is not seen."""
        cursor.insertText(visible(text.replace("\r", "").replace("\n", "\u2028")), letters)

    def _lettered(self, letters: Letters, base: QTextCharFormat, kind: StretchKind) -> QTextCharFormat:
        """Return the letters of words that are kept, taken out, put in or moved."""
        if kind in _PLAIN:
            return letters.changed(base, _PLAIN[kind])
        moved = QTextCharFormat(base)
        moved.setForeground(QColor(self._colours.moved))
        if kind == "moved-away":
            moved.setFontStrikeOut(True)
        else:
            moved.setUnderlineStyle(_Underline.DashUnderline)
        return moved


def _begin(cursor: QTextCursor, layout: QTextBlockFormat, letters: QTextCharFormat, *, is_fresh: bool) -> None:
    """Begin a block: the empty one where the cursor stands, if it is a fresh one."""
    if is_fresh:
        cursor.setBlockFormat(layout)
    else:
        cursor.insertBlock(layout, letters)


def _kind_of_number(shown: Shown) -> StretchKind:
    """Return what became of the number of a paragraph: what became of all its words, or its own lot."""
    if shown.is_renumbered:
        return "removed" if shown.is_old else "added"
    kinds = {stretch.kind for stretch in shown.stretches}
    return kinds.pop() if len(kinds) == 1 else "kept"


def _pieces(stretch: Stretch, looks: Looks, signs: deque[Sign]) -> Iterator[tuple[str, tuple[Look, ...]]]:
    """Yield the words of a stretch, cut where their looks change, and the signs of notes among them."""
    if stretch.start is None:
        yield stretch.text, ()
        return
    end = stretch.start + len(stretch.text)
    for span, marks in looks.within(stretch.start, end):
        done = span.start
        while signs and signs[0].at < span.end:
            sign = signs.popleft()
            if sign.at > done:
                yield _within(stretch, done, sign.at), _named(marks)
                done = sign.at
            yield sign.text, (sign.look,)
        if done < span.end:
            yield _within(stretch, done, span.end), _named(marks)


def _within(stretch: Stretch, start: int, end: int) -> str:
    """Return the words of a stretch between two places of its paragraph."""
    at = stretch.start or 0
    return stretch.text[start - at : end - at]


def _named(marks: Sequence[TextMark]) -> tuple[Look, ...]:
    return tuple(mark.look for mark in marks)


def _grids(document: Document) -> Mapping[int, Grid]:
    """Return the tables of a document that are set as such, by their numbers."""
    items = items_of(document.paragraphs, document.tables) if document.tables else ()
    return {item.table: item for item in items if isinstance(item, Grid)}
