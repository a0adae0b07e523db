"""How a row of the tree looks: what it does as a sign, what it is in a few lines, and below it how and where."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from app.desktop import theme
from app.desktop.badge import paint_badge
from app.desktop.plain_text import visible
from app.desktop.row_text import draw_lines
from app.desktop.theme import GAP, Colours
from app.desktop.watching.branches import Branch
from app.desktop.watching.watch_model import WatchModel

Index = QModelIndex | QPersistentModelIndex
_BADGE = 20  # pixels at least; with larger text as high as a line
_LINES = 3  # of a title and of what is told below it, at most
_NARROW = 160
_FILLED = 0.94  # of a line, on average, before a word that has no room


class WatchDelegate(QStyledItemDelegate):
    """Paints the rows of the tree."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row, by the width that its view has for it."""
        view = option.widget
        width = view.viewport().width() - view.indentation() * _depth(index) if isinstance(view, QTreeView) else _NARROW
        branch: Branch = index.data(WatchModel.BRANCH_ROLE)
        room = max(width - _left(option, branch) - GAP, _NARROW)
        lines = _shown(_metrics(option, branch), visible(branch.title), room)
        told = _shown(option.fontMetrics, visible(branch.told), room)
        return QSize(10 * GAP, max((lines + told) * option.fontMetrics.height(), _side(option)) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        branch: Branch = index.data(WatchModel.BRANCH_ROLE)
        ours = theme.colours(option.palette)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(ours.selected))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(ours.accent))
        side = _side(option)
        _paint_sign(painter, QRectF(option.rect.x() + GAP, option.rect.y() + GAP // 2, side, side), branch, ours)
        text = option.rect.adjusted(_left(option, branch), GAP // 2, -GAP, 0)
        letters, height = _metrics(option, branch), option.fontMetrics.height()
        lines = _shown(letters, visible(branch.title), text.width())
        painter.setFont(_font(option, branch))
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        draw_lines(painter, QRect(text.topLeft(), QSize(text.width(), lines * letters.height())), visible(branch.title))
        text.setTop(text.top() + lines * letters.height())
        painter.setFont(option.font)
        painter.setPen(QColor(ours.muted))
        told = _shown(option.fontMetrics, visible(branch.told), text.width())
        draw_lines(painter, QRect(text.topLeft(), QSize(text.width(), told * height)), visible(branch.told))
        painter.restore()


def _depth(index: Index) -> int:
    """Return how many branchings there are to the left of a row."""
    depth, above = 1, index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return depth


def _shown(letters: QFontMetrics, text: str, width: int) -> int:
    """Return in how many lines a text is shown; measured as a whole, for there are hundreds of rows."""
    if not text:
        return 0
    return min(1 + int(letters.horizontalAdvance(text) / (width * _FILLED)), _LINES)


def _font(option: QStyleOptionViewItem, branch: Branch) -> QFont:
    font = QFont(option.font)
    if branch.sort in ("step", "part"):
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _metrics(option: QStyleOptionViewItem, branch: Branch) -> QFontMetrics:
    return QFontMetrics(_font(option, branch))


def _side(option: QStyleOptionViewItem) -> int:
    return max(_BADGE, option.fontMetrics.height())


def _left(option: QStyleOptionViewItem, branch: Branch) -> int:
    """Return how far from the left the text begins."""
    return GAP + (_side(option) + GAP if branch.sign else 0)


def _paint_sign(painter: QPainter, place: QRectF, branch: Branch, colours: Colours) -> None:
    """Paint the badge of a severity, else the sign in an outline."""
    if branch.severity is not None:
        paint_badge(painter, place, branch.severity, colours)
    elif branch.sign:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.muted), 1))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        font = QFont(painter.font())
        font.setPixelSize(int(place.height() * 0.66))
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, branch.sign)
        painter.restore()
