"""How a change looks in the list: its badge, what it does to which clause type, and its direction, kind and place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desktop import theme
from app.desktop.badge import paint_badge
from app.desktop.comparing.change_words import clauses_word, kind_sign, kind_word, state_word, where_word
from app.desktop.comparing.changes_model import ChangesModel
from app.desktop.comparing.entries import Entry
from app.desktop.plain_text import visible
from app.desktop.row_text import draw_line
from app.desktop.theme import GAP, Colours

Index = QModelIndex | QPersistentModelIndex
_BADGE = 20  # pixels at least; with larger text as high as a line


class ChangeDelegate(QStyledItemDelegate):
    """Paints a row of the model of changes: the clause type and what is done to it, or the change, and where it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row; those that do something to a clause type have a line more."""
        lines = 3 if index.data(ChangesModel.ENTRY_ROLE).effects else 2
        return QSize(10 * GAP, lines * option.fontMetrics.height() + 2 * GAP + GAP // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        entry: Entry = index.data(ChangesModel.ENTRY_ROLE)
        ours = theme.colours(option.palette)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(ours.selected))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(ours.accent))
        side = max(_BADGE, option.fontMetrics.height())
        paint_entry(painter, QRectF(option.rect.x() + 2 * GAP, option.rect.y() + GAP, side, side), entry, ours)
        text = option.rect.adjusted(2 * GAP + side + GAP + GAP // 2, GAP, -GAP, -GAP)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        if entry.effects:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            draw_line(painter, text, visible(clauses_word(entry)))
            text.setTop(text.top() + option.fontMetrics.height())
        painter.setFont(option.font)
        draw_line(painter, text, index.data())
        text.setTop(text.top() + option.fontMetrics.height())
        painter.setPen(QColor(ours.muted))
        draw_line(painter, text, visible(_last_line(index, entry)))
        painter.setPen(QColor(ours.line))
        painter.drawLine(text.left(), option.rect.bottom(), option.rect.right(), option.rect.bottom())
        painter.restore()


def paint_entry(painter: QPainter, place: QRectF, entry: Entry, colours: Colours) -> None:
    """Paint the badge of a change: the severity of what it bears on, else what happened as a sign in an outline."""
    if entry.severity is not None:
        paint_badge(painter, place, entry.severity, colours)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(QColor(colours.muted), 1, Qt.PenStyle.DashLine if entry.is_uncovered else Qt.PenStyle.SolidLine)
    )
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    font = QFont(painter.font())
    font.setPixelSize(int(place.height() * 0.66))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, kind_sign(entry.change) if entry.change is not None else "")
    painter.restore()


def _last_line(index: Index, entry: Entry) -> str:
    model = index.model()
    comparison = model.comparison if isinstance(model, ChangesModel) else None
    if entry.change is None or comparison is None:
        return state_word(entry)
    parts = (state_word(entry), kind_word(entry.change), where_word(comparison, entry.change))
    return "  ·  ".join(part for part in parts if part)
