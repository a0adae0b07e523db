"""How an entry looks in the list: its badge, its title, and a line with its nature and what we changed."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desktop import theme
from app.desktop.badge import paint_badge
from app.desktop.library.entries_model import EntriesModel, Index
from app.desktop.row_text import draw_line
from app.desktop.theme import GAP


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry in two lines, a group in one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        lines = 1 if index.data(EntriesModel.ENTRY_ROLE) is None else 2
        return QSize(10 * GAP, lines * option.fontMetrics.height() + GAP + GAP // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        entry = index.data(EntriesModel.ENTRY_ROLE)
        ours = theme.colours(option.palette)
        painter.save()
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        if entry is None:
            painter.setFont(bold)
            painter.setPen(QColor(ours.muted))
            draw_line(painter, option.rect.adjusted(0, GAP // 2, -GAP, 0), str(index.data()))
            self._draw_focus(painter, option)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(ours.selected))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(ours.accent))
        side = option.fontMetrics.height() + 2
        if entry.shown is not None:
            badge = QRectF(option.rect.x() + GAP, option.rect.y() + GAP // 2 + 2, side, side)
            paint_badge(painter, badge, entry.shown.severity, ours)
        text = option.rect.adjusted(2 * GAP + side, GAP // 2 + 2, -GAP, -GAP // 2)
        painter.setFont(bold)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        draw_line(painter, text, str(index.data()))
        painter.setFont(option.font)
        painter.setPen(QColor(ours.muted))
        below = text.adjusted(0, option.fontMetrics.height(), 0, 0)
        draw_line(painter, below, str(index.data(EntriesModel.STATUS_ROLE)))
        self._draw_focus(painter, option)
        painter.restore()

    def _draw_focus(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.colours(option.palette).accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
