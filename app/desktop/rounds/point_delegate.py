"""How a point looks in the list: its sign, what became of it, the words, the clause type and level, the place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desktop import theme
from app.desktop.plain_text import visible
from app.desktop.rounds.entries import ALARMS, group_of
from app.desktop.rounds.points_model import PointsModel
from app.desktop.rounds.round_words import change_word, group_sign
from app.desktop.row_text import draw_line
from app.desktop.theme import GAP, Colours
from app.model.rounds import Point

Index = QModelIndex | QPersistentModelIndex
_SIGN = 20  # pixels at least; with larger text as high as a line


class PointDelegate(QStyledItemDelegate):
    """Paints a row of the model of points; what must be seen first has a filled sign and red letters."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row; those that touch a clause type have a line more."""
        lines = 4 if index.data(PointsModel.CLAUSE_ROLE) else 3
        return QSize(10 * GAP, lines * option.fontMetrics.height() + 2 * GAP + GAP // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        point: Point = index.data(PointsModel.POINT_ROLE)
        ours = theme.colours(option.palette)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(ours.selected))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(ours.accent))
        side = max(_SIGN, option.fontMetrics.height())
        paint_sign(painter, QRectF(option.rect.x() + 2 * GAP, option.rect.y() + GAP, side, side), point, ours)
        text = option.rect.adjusted(2 * GAP + side + GAP + GAP // 2, GAP, -GAP, -GAP)
        plain = option.palette.color(QPalette.ColorRole.Text)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        lines = [
            (strong, QColor(ours.critical) if group_of(point) in ALARMS else plain, index.data()),
            (option.font, plain, visible(change_word(point))),
            (option.font, plain, index.data(PointsModel.CLAUSE_ROLE)),
            (option.font, QColor(ours.muted), index.data(PointsModel.STATE_ROLE)),
        ]
        for font, colour, said in lines:
            if said:
                painter.setFont(font)
                painter.setPen(colour)
                draw_line(painter, text, said)
                text.setTop(text.top() + option.fontMetrics.height())
        painter.setPen(QColor(ours.line))
        painter.drawLine(text.left(), option.rect.bottom(), option.rect.right(), option.rect.bottom())
        painter.restore()


def paint_sign(painter: QPainter, place: QRectF, point: Point, colours: Colours) -> None:
    """Paint the sign of a point: filled where it must be seen first, else in an outline."""
    group = group_of(point)
    is_alarm = group in ALARMS
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if is_alarm else QPen(QColor(colours.muted), 1))
    painter.setBrush(QColor(colours.critical) if is_alarm else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QColor(colours.on_badge if is_alarm else colours.muted))
    font = QFont(painter.font())
    font.setPixelSize(int(place.height() * 0.66))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, group_sign(group))
    painter.restore()
