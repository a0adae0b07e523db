"""How a cell looks: its level by sign, word and colour, its facts each in a line of its own, its first words."""

from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desktop import theme
from app.desktop.plain_text import visible
from app.desktop.row_text import draw_line, draw_lines
from app.desktop.theme import GAP, Colours
from app.desktop.vendors import cell_words
from app.desktop.vendors.matrix_model import MatrixModel
from app.model.matrix import CellLevel, FactHead, MatrixColumn, MatrixRow, Term

Index = QModelIndex | QPersistentModelIndex
_FACTS = 3
_WORD_LINES = 2
_BAR = 4  # pixels


@dataclass(frozen=True, slots=True)
class CellMetrics:
    """How high the parts of a cell are, the same for all cells of a row so that facts stand beside one another.

    Attributes:
        line: Height of a line of the window's text; `serif` that of a line of contract text.
        is_layered: Whether a column is made of layers, so that each cell says which it comes from.
        with_words: Whether cells show the first words.
    """

    line: int
    serif: int
    is_layered: bool
    with_words: bool

    @classmethod
    def of(cls, font: QFont, *, is_layered: bool, with_words: bool) -> Self:
        """Return those for the window's font."""
        return cls(QFontMetrics(font).height(), QFontMetrics(serif(font)).height(), is_layered, with_words)

    def height(self, row: MatrixRow) -> int:
        """Return the height of a row."""
        lines = 1 + self.is_layered + min(len(row.heads), _FACTS)
        has_words = self.with_words and any(cell.term.words for cell in row.cells)
        return lines * self.line + has_words * (_WORD_LINES * self.serif + GAP // 2) + 2 * GAP + GAP // 2


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a matrix."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.metrics = CellMetrics.of(QFont(), is_layered=False, with_words=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell: the height of its row."""
        row: MatrixRow = index.data(MatrixModel.ROW_ROLE)
        return QSize(width_of(option.font), self.metrics.height(row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        row: MatrixRow = index.data(MatrixModel.ROW_ROLE)
        column: MatrixColumn = index.data(MatrixModel.COLUMN_ROLE)
        cell = row.cells[index.column()]
        ours, text = theme.colours(option.palette), option.palette.color(QPalette.ColorRole.Text)
        painter.save()
        painter.setClipRect(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(option.rect, QColor(ours.selected))
        colour = colour_of(cell.term, ours)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(_BAR, option.rect.height())), QColor(colour))
        place = option.rect.adjusted(GAP + _BAR, GAP, -GAP, -GAP)
        best = cell_words.best_sign(row) if index.column() in row.best else ""
        _draw_level(painter, place, option.font, cell.term.level, (colour, best, ours.accent))
        line = place.translated(0, self.metrics.line)
        painter.setFont(option.font)
        _draw_facts(painter, line, row.heads[:_FACTS], cell.term, (QColor(ours.muted), text))
        line.translate(0, min(len(row.heads), _FACTS) * self.metrics.line + GAP // 2)
        if self.metrics.with_words and cell.term.words:
            painter.setFont(serif(option.font))
            painter.setPen(text)
            lines = visible(cell_words.begins_word(cell.term))
            draw_lines(painter, QRect(line.left(), line.top(), line.width(), _WORD_LINES * self.metrics.serif), lines)
        if column.is_layered:
            painter.setFont(option.font)
            painter.setPen(QColor(ours.muted))
            more = f" +{len(cell.beside)}" if cell.beside else ""
            told = visible(cell_words.layer_word(column, cell)) + more
            draw_line(painter, place.adjusted(0, place.height() - self.metrics.line, 0, 0), told)
        if is_chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(ours.accent))
            for inset in range(ours.ring + 1):
                painter.drawRect(option.rect.adjusted(inset, inset, -1 - inset, -1 - inset))
        painter.restore()


def colour_of(term: Term, colours: Colours) -> str:
    """Return the colour of a term: that of its severity, muted where it is not judged."""
    return colours.of(term.severity) if term.is_judged else colours.muted


def serif(font: QFont) -> QFont:
    """Return the serif of the first words, as large as the text beside it."""
    made = theme.reading_font(font)
    made.setPointSizeF(font.pointSizeF())
    return made


def width_of(font: QFont) -> int:
    """Return the least width of a column."""
    return QFontMetrics(font).averageCharWidth() * 30


def _draw_level(painter: QPainter, place: QRect, font: QFont, level: CellLevel, drawn: tuple[str, str, str]) -> None:
    """Draw sign and word of a level in its colour; at the right the sign of the best term, and its word if it fits."""
    colour, best, accent = drawn
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    told = f"{cell_words.level_glyph(level)} {cell_words.level_word(level)}"
    painter.setPen(QColor(colour))
    draw_line(painter, place, told)
    letters = painter.fontMetrics()
    room = place.width() - letters.horizontalAdvance(told) - GAP
    painter.setPen(QColor(accent))
    shown = best if letters.horizontalAdvance(best) <= room else best[:1]
    painter.drawText(place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, shown)


def _draw_facts(
    painter: QPainter, place: QRect, heads: tuple[FactHead, ...], term: Term, inks: tuple[QColor, QColor]
) -> None:
    """Draw the facts, each in the line of its head: a cell without one has that line empty."""
    stated = {fact.key: cell_words.stated_word(fact) for fact in term.facts}
    line, letters, gap = QRect(place), painter.fontMetrics(), GAP // 2
    for head in heads:
        if head.key in stated:
            value = visible(stated[head.key])
            name = f"{visible(cell_words.head_word(head))}:"
            room = max(line.width() - letters.horizontalAdvance(value) - gap, line.width() // 3)
            shown = letters.elidedText(name, Qt.TextElideMode.ElideRight, room)
            painter.setPen(inks[0])
            draw_line(painter, line, shown)
            painter.setPen(inks[1])
            draw_line(painter, line.adjusted(letters.horizontalAdvance(shown) + gap, 0, 0, 0), value)
        line.translate(0, letters.height())
