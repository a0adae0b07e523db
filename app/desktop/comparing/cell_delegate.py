"""How the cells of a comparison look: their words, the ground of the chosen change, the marks beside them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desktop import theme
from app.desktop.comparing.cell_pages import CellPage, CellPages
from app.desktop.comparing.change_delegate import paint_entry
from app.desktop.comparing.change_words import direction_glyph
from app.desktop.comparing.entries import Entry
from app.desktop.comparing.lines import Line
from app.desktop.comparing.lines_model import PANES, LinesModel
from app.desktop.letters import MEASURE_EM, em
from app.desktop.text_search import as_qt_counts, find_words
from app.desktop.theme import GAP, Colours
from app.desktop.written import select
from app.model.clause import SEVERITIES

Index = QModelIndex | QPersistentModelIndex

SIDE = 2 * GAP
"""Room at the left and the right of the words of a cell, in pixels."""

_ABOVE = GAP // 2
_FAINT = 0.45
_BADGE = 18


@dataclass(slots=True)
class Marking:
    """What is marked in the panes.

    Attributes:
        entries: The changes, by their numbers.
        listed: The numbers of those that the list shows; the others stand back.
        chosen: The number of the chosen one; 0 for none.
        found: Words that are looked for, and whether capital letters count.
        current: Which of them is shown: the line, the column, and which one of the words found there.
    """

    entries: Mapping[int, Entry] = field(default_factory=dict)
    listed: Collection[int] = ()
    chosen: int = 0
    found: tuple[str, bool] = ("", False)
    current: tuple[int, int, int] | None = None


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a LinesModel; the view says how wide they are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.pages: CellPages | None = None
        self.marking = Marking()

    def width_in(self, width: int) -> int:
        """Return how wide the words are set in a cell of a width; never wider than can be read well."""
        measure = round(em(theme.reading_font(self._view.font())) * MEASURE_EM)
        return max(min(width - 2 * SIDE, measure), 4 * GAP)

    def mark_width(self) -> int:
        """Return how wide the column of the marks is."""
        return self._badge() + GAP + GAP // 2

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - the view sets the heights
        """Return the least size of a cell."""
        return QSize(4 * GAP, 4 * GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        line: Line = index.data(LinesModel.LINE_ROLE)
        ours = theme.colours(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.marking.chosen in line.changes:
            painter.fillRect(option.rect, QColor(ours.selected))
        pane = PANES[index.column()]
        if pane is None:
            self._paint_marks(painter, option.rect, line, ours)
        elif (pane == "old" and not line.old) or (pane == "new" and not line.new):
            painter.fillRect(option.rect.adjusted(1, 0, 0, 0), QBrush(QColor(ours.line), Qt.BrushStyle.BDiagPattern))
        elif self.pages is not None:
            painter.setPen(option.palette.color(QPalette.ColorRole.Text))
            page = self.pages.page(index.row(), pane, self.width_in(option.rect.width()))
            self._paint_words(painter, option, page, index)
        if index.column() > 1:
            painter.fillRect(QRect(option.rect.topLeft(), QSize(1, option.rect.height())), QColor(ours.line))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(ours.accent), ours.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(1.5, 0.5, -1.5, -0.5))
        painter.restore()

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, page: CellPage, index: Index) -> None:
        rect = option.rect
        free = rect.width() - 2 * SIDE - self.width_in(rect.width())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = option.palette
        context.selections = self._found_in(page, index, option.palette)
        painter.save()
        painter.setClipRect(rect)
        painter.translate(rect.left() + SIDE + max(free // 2, 0), rect.top() + self._above(index))
        page.text.documentLayout().draw(painter, context)
        painter.restore()

    def _found_in(self, page: CellPage, index: Index, palette: QPalette) -> list[QAbstractTextDocumentLayout.Selection]:
        """Return the words found in a cell, each on its ground."""
        wanted, match_case = self.marking.found
        if not wanted.strip():
            return []
        text = page.text.toRawText()[page.begins :]
        found = as_qt_counts(text, find_words(text, wanted, match_case=match_case))
        here = self.marking.current
        at = here[2] if here is not None and here[:2] == (index.row(), index.column()) else -1
        return [
            _selection(page, (start, end), palette, is_current=number == at)
            for number, (start, end) in enumerate(found)
        ]

    def _paint_marks(self, painter: QPainter, rect: QRect, line: Line, ours: Colours) -> None:
        """Paint a bar beside a line with changes, and the badge of the gravest: its severity, else what happened."""
        entries = [self.marking.entries[number] for number in line.changes if number in self.marking.entries]
        if not entries:
            return
        listed = [entry for entry in entries if entry.number in self.marking.listed]
        is_chosen = self.marking.chosen in line.changes
        painter.setOpacity(1.0 if listed else _FAINT)
        shown = min(listed or entries, key=_rank)
        colour = QColor(ours.of(shown.severity) if shown.severity is not None else ours.muted)
        wide = 4 if is_chosen else 2
        painter.fillRect(QRect(rect.right() - wide, rect.top() + 1, wide, rect.height() - 2), colour)
        side = self._badge()
        badge = QRectF(rect.left() + GAP / 2, rect.top() + _ABOVE + 2, side, side)
        paint_entry(painter, badge, shown, ours)
        if shown.direction is not None and rect.height() >= _ABOVE + 2 * side + GAP:
            painter.setPen(colour)
            below = badge.translated(0, side + 2)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, direction_glyph(shown.direction))
        painter.setOpacity(1.0)

    def _above(self, index: Index) -> int:
        return 0 if self.pages is None else self.pages.above(index.row())

    def _badge(self) -> int:
        """Return how large a badge is: as high as a line of text."""
        return max(_BADGE, self._view.fontMetrics().height())


def _rank(entry: Entry) -> tuple[bool, int]:
    """Return which of several changes of a line its badge is of: the gravest."""
    return entry.severity is None, SEVERITIES.index(entry.severity or "none")


def _selection(
    page: CellPage, found: tuple[int, int], palette: QPalette, *, is_current: bool
) -> QAbstractTextDocumentLayout.Selection:
    """Return words on the ground of those that were found."""
    letters = QTextCharFormat()
    if is_current:
        letters.setBackground(palette.color(QPalette.ColorRole.Highlight))
        letters.setForeground(palette.color(QPalette.ColorRole.HighlightedText))
    else:
        letters.setBackground(QColor(theme.colours(palette).note))
        letters.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)  # not by colour alone
    selection = QAbstractTextDocumentLayout.Selection()
    selection.cursor = select(page.begins, *found, QTextCursor(page.text))
    selection.format = letters
    return selection
