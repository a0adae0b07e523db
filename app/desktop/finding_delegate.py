"""How a finding looks in the list: its badge, its title, and a line with place and level."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desktop import theme, words
from app.desktop.badge import paint_badge
from app.desktop.findings_model import FindingsModel
from app.desktop.theme import GAP

Index = QModelIndex | QPersistentModelIndex
_BADGE = 20


class FindingDelegate(QStyledItemDelegate):
    """Paints a row of the findings model in two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - see below
        """Return the size of a row; all are alike."""
        return QSize(10 * GAP, 2 * option.fontMetrics.height() + 2 * GAP + GAP // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        finding = index.data(FindingsModel.FINDING_ROLE)
        ours = theme.colours(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, QColor(ours.selected))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(ours.accent))
        badge = QRectF(option.rect.x() + 2 * GAP, option.rect.y() + GAP, _BADGE, _BADGE)
        paint_badge(painter, badge, finding.severity, ours)
        text = option.rect.adjusted(2 * GAP + _BADGE + GAP + GAP // 2, GAP, -GAP, -GAP)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        _draw_line(painter, text, finding.clause.title)
        painter.setFont(option.font)
        painter.setPen(QColor(ours.muted))
        level = f"{words.level_glyph(finding.level)} {words.level_word(finding.level)}"
        place = index.model().index(index.row(), 2).data()
        _draw_line(painter, text.adjusted(0, text.height() // 2, 0, 0), f"{level}  ·  {place}")
        painter.setPen(QColor(ours.line))
        painter.drawLine(text.left(), option.rect.bottom(), option.rect.right(), option.rect.bottom())
        painter.restore()


def _draw_line(painter: QPainter, place: QRect, text: str) -> None:
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, elided)
