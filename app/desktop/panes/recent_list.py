"""The matters that were open lately, on the start page."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desktop import theme, words
from app.desktop.plain_text import tip, visible
from app.desktop.row_text import draw_line
from app.desktop.theme import GAP
from app.service.recent import RecentMatter

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SHOWN = 4  # matters at once, where there is room


class RecentModel(QAbstractListModel):
    """The matters, the one opened last first."""

    MATTER_ROLE = Qt.ItemDataRole.UserRole
    DETAIL_ROLE = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matters: tuple[RecentMatter, ...] = ()
        self._titles: Counter[str] = Counter()

    def show_matters(self, matters: Sequence[RecentMatter]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._matters = tuple(matters)
        self._titles = Counter(matter.title for matter in matters)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of matters."""
        return 0 if parent.isValid() else len(self._matters)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, what stands below it, or the matter itself."""
        if not index.isValid():
            return None
        matter = self._matters[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(matter.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(str(matter.path))
        detail = _detail(matter, name=matter.path.name if self._titles[matter.title] > 1 else "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{visible(matter.title)}, {detail}"
        return {int(self.MATTER_ROLE): matter, int(self.DETAIL_ROLE): detail}.get(int(role))


class RecentList(QListView):
    """Lists the matters; a click or Enter opens one, Delete takes it from the list.

    Signals:
        matter_chosen: The Path of the matter to open.
        matter_forgotten: The Path of the one to leave out from now on; its file stays.
    """

    matter_chosen = Signal(object)
    matter_forgotten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recentMatters")
        self.setAccessibleName(self.tr("Recent matters"))
        self.matters = RecentModel(self)
        self.setModel(self.matters)
        self.setItemDelegate(_RecentDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def sizeHint(self) -> QSize:
        """Return a size that all matters have room in, up to a few."""
        return QSize(super().sizeHint().width(), self._height(min(self.matters.rowCount(), _SHOWN)))

    def minimumSizeHint(self) -> QSize:
        """Return a size that one matter has room in."""
        return QSize(super().minimumSizeHint().width(), self._height(1))

    def _height(self, rows: int) -> int:
        return rows * (2 * self.fontMetrics().height() + 2 * GAP) + GAP

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete for leaving out the matter."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            self.matter_forgotten.emit(index.data(RecentModel.MATTER_ROLE).path)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.matter_chosen.emit(index.data(RecentModel.MATTER_ROLE).path)


class _RecentDelegate(QStyledItemDelegate):
    """Paints a matter in two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - all are alike
        return QSize(10 * GAP, 2 * option.fontMetrics.height() + 2 * GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ours = theme.colours(option.palette)
        matter: RecentMatter = index.data(RecentModel.MATTER_ROLE)
        pointed = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)
        painter.save()
        if pointed:
            painter.fillRect(option.rect, QColor(ours.selected))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(ours.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        text = option.rect.adjusted(GAP, GAP, -GAP, -GAP)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(ours.muted) if matter.is_missing else option.palette.color(QPalette.ColorRole.Text))
        draw_line(painter, text, visible(matter.title))
        painter.setFont(option.font)
        painter.setPen(QColor(ours.muted))
        draw_line(painter, text.adjusted(0, text.height() // 2, 0, 0), index.data(RecentModel.DETAIL_ROLE))
        painter.restore()


def _detail(matter: RecentMatter, name: str) -> str:
    """Return what is told of a matter below its title; `name` tells it from another of that title."""
    if matter.is_missing:
        return words.tr("The file is no longer there: {0}").format(visible(str(matter.path)))
    held = len(matter.documents)
    documents = words.tr("1 document") if held == 1 else words.tr("{0} documents").format(held)
    decided = words.tr("{0} of {1} decided").format(matter.decided, matter.to_decide) if matter.to_decide else ""
    return " · ".join(filter(None, (visible(name), _day(matter.opened), documents, decided)))


def _day(when: datetime) -> str:
    return when.astimezone().strftime("%Y-%m-%d %H:%M")
