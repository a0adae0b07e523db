"""How a finding looks in the list: its badge, its title with what was decided, and a line with level and place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.desktop import theme, words
from app.desktop.badge import paint_badge
from app.desktop.findings_model import FindingsModel
from app.desktop.plain_text import visible
from app.desktop.row_text import draw_line
from app.desktop.theme import GAP
from app.model.matter import Decision, Standing
from app.model.review import Finding

Index = QModelIndex | QPersistentModelIndex
_BADGE = 20  # pixels at least; with larger text as high as a line
_FADED = 0.55


class FindingDelegate(QStyledItemDelegate):
    """Paints a row of the findings model in two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - see below
        """Return the size of a row; all are alike."""
        return QSize(10 * GAP, 2 * option.fontMetrics.height() + 2 * GAP + GAP // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        finding: Finding = index.data(FindingsModel.FINDING_ROLE)
        decision: Decision = index.data(FindingsModel.DECISION_ROLE)
        standing: Standing | None = index.data(FindingsModel.STANDING_ROLE)
        ours = theme.colours(option.palette)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(ours.selected))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(ours.accent))
        side = max(_BADGE, option.fontMetrics.height())
        badge = QRectF(option.rect.x() + 2 * GAP, option.rect.y() + GAP, side, side)
        painter.setOpacity(1.0 if decision.verb is None else _FADED)
        paint_badge(painter, badge, finding.severity, ours)
        painter.setOpacity(1.0)
        text = option.rect.adjusted(2 * GAP + side + GAP + GAP // 2, GAP, -GAP, -GAP)
        title = QRect(text)
        if decision.verb is not None:
            title.setRight(_draw_decision(painter, text, decision, ours.accent) - GAP)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if decision.verb is None else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        draw_line(painter, title, visible(finding.clause.title))
        painter.setFont(option.font)
        painter.setPen(QColor(ours.muted))
        draw_line(painter, text.adjusted(0, text.height() // 2, 0, 0), _second_line(index, finding, standing))
        painter.setPen(QColor(ours.line))
        painter.drawLine(text.left(), option.rect.bottom(), option.rect.right(), option.rect.bottom())
        painter.restore()


def _second_line(index: Index, finding: Finding, standing: Standing | None) -> str:
    level = f"{words.level_glyph(finding.level)} {words.level_word(finding.level)}"
    place = index.model().index(index.row(), 2).data()
    parts = (level, place, words.standing_word(standing) if standing else "")
    return "  ·  ".join(part for part in parts if part)


def _draw_decision(painter: QPainter, text: QRect, decision: Decision, colour: str) -> int:
    """Draw what was decided at the right of the first line; return where it begins."""
    told = f"{words.decision_glyph(decision)} {words.decision_word(decision)}"
    width = painter.fontMetrics().horizontalAdvance(told)
    painter.setPen(QColor(colour))
    painter.drawText(text, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, told)
    return text.right() - width
