"""Rows that lead to places of the document, as a Qt model and as they look."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from app.desktop import theme
from app.desktop.theme import GAP
from app.model.span import Place

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
_HALF = GAP // 2
_LONG = 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list.

    Attributes:
        text: What it says.
        caption: A quiet line above the text.
        aside: A word or count at its right.
        place: Where it leads; None for nowhere.
        uses: Where else the same stands, to be gone through.
        under: The rows below it.
        head: Whether it only heads the rows below it.
    """

    text: str
    caption: str = ""
    aside: str = ""
    place: Place | None = None
    uses: tuple[Place, ...] = ()
    under: tuple["Row", ...] = ()
    head: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return ", ".join(filter(None, (self.caption, self.text, self.aside)))


class PlaceModel(QStandardItemModel):
    """Shows rows as a tree of one column; read-only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Replace all rows."""
        self.removeRows(0, self.rowCount())
        self.invisibleRootItem().appendRows([_item(row) for row in rows])


class PlaceDelegate(QStyledItemDelegate):
    """Paints a row of a PlaceModel in as many lines as its text needs in the width of the tree."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row in the width of the tree."""
        row: Row = index.data(ROW_ROLE)
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        width = self._tree.viewport().width() - depth * self._tree.indentation()
        lines = option.fontMetrics.height() if row.caption else 0
        text = _text_box(option, QRect(0, 0, width, _LONG), row)
        return QSize(width, lines + text.height() + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: Row = index.data(ROW_ROLE)
        ours = theme.colours(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setFont(option.font)
        if chosen:
            painter.fillRect(option.rect, QColor(ours.selected))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(ours.accent))
        inside = option.rect.adjusted(_HALF + 3, _HALF, -GAP, -_HALF)
        if row.caption:
            painter.setPen(QColor(ours.muted))
            caption = painter.fontMetrics().elidedText(row.caption, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, caption)
        painter.setPen(QColor(ours.muted))
        top = inside.top() + (option.fontMetrics.height() if row.caption else 0)
        painter.drawText(QRect(inside.left(), top, inside.width(), _LONG), Qt.AlignmentFlag.AlignRight, row.aside)
        if not row.head:
            painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(_text_box(option, option.rect, row).translated(0, top - inside.top()), _flags(), row.text)
        painter.restore()


def _text_box(option: QStyleOptionViewItem, rect: QRect, row: Row) -> QRect:
    """Return where the text of a row stands, a caption left aside."""
    aside = option.fontMetrics.horizontalAdvance(row.aside) + GAP if row.aside else 0
    inside = rect.adjusted(_HALF + 3, _HALF, -GAP - aside, 0)
    inside.setHeight(_LONG)
    return option.fontMetrics.boundingRect(inside, _flags(), row.text)


def _flags() -> int:
    return int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop.value) | int(Qt.AlignmentFlag.AlignLeft.value)


def _item(row: Row) -> QStandardItem:
    item = QStandardItem(row.text)
    item.setData(row, ROW_ROLE)
    item.setData(row.spoken, Qt.ItemDataRole.AccessibleTextRole)
    item.setEditable(False)
    item.setSelectable(not row.head)
    if row.under:
        item.appendRows([_item(each) for each in row.under])
    return item
