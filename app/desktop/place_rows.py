"""Rows that lead to places of the document, as a Qt model and as they look."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from app.desktop import theme
from app.desktop.plain_text import visible
from app.desktop.theme import GAP
from app.model.span import Place

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
_LONG = 100_000
_LONG_WORD = re.compile(r"\S{20,}")
_BREAK = re.compile(r"[/._-](?=\S{3})|[^\s/._-]{14}(?=[^\s/._-]{3})")
_WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value | Qt.AlignmentFlag.AlignLeft.value


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
        is_open: Whether these are shown from the beginning.
    """

    text: str
    caption: str = ""
    aside: str = ""
    place: Place | None = None
    uses: tuple[Place, ...] = ()
    under: tuple["Row", ...] = ()
    head: bool = False
    is_open: bool = True

    @property
    def breakable(self) -> str:
        """The text with places to break in words too long for a narrow column."""
        return _LONG_WORD.sub(lambda word: _BREAK.sub("\\g<0>\u200b", word[0]), visible(self.text))

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return visible(", ".join(filter(None, (self.caption, self.text, self.aside))))


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
        caption, text = _boxes(option, QRect(0, 0, width, 0), row)
        return QSize(width, caption.height() + text.height() + GAP)

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
        caption, text = _boxes(option, option.rect, row)
        aside = QRect(caption.left(), text.top(), option.rect.right() - GAP - caption.left(), text.height())
        painter.setPen(QColor(ours.muted))
        painter.drawText(caption, _WRAPPED, visible(row.caption))
        painter.drawText(aside, Qt.AlignmentFlag.AlignRight, row.aside)
        if not row.head:
            painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(text, _WRAPPED, row.breakable)
        painter.restore()


def _boxes(option: QStyleOptionViewItem, rect: QRect, row: Row) -> tuple[QRect, QRect]:
    """Return where caption and text of a row stand from the top of `rect` down."""
    metrics = option.fontMetrics
    inside = rect.adjusted(GAP - 1, GAP // 2, -GAP, 0)
    inside.setHeight(_LONG)
    caption = metrics.boundingRect(inside, _WRAPPED, row.caption) if row.caption else QRect(inside.topLeft(), QSize())
    beside = metrics.horizontalAdvance(row.aside) + GAP if row.aside else 0
    text = metrics.boundingRect(inside.adjusted(0, caption.height(), -beside, 0), _WRAPPED, row.breakable)
    return caption, text


def _item(row: Row) -> QStandardItem:
    item = QStandardItem(visible(row.text))
    item.setData(row, ROW_ROLE)
    item.setData(row.spoken, Qt.ItemDataRole.AccessibleTextRole)
    item.setEditable(False)
    item.setSelectable(not row.head)
    if row.under:
        item.appendRows([_item(each) for each in row.under])
    return item
