"""What a policy watch shows, as a Qt model of a tree."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.desktop.plain_text import tip, visible
from app.desktop.watching.branches import Branch

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TOP = -1


@dataclass(frozen=True, slots=True)
class _Node:
    """A branch with its place in the tree: the number of the node above it and of those under it."""

    branch: Branch
    above: int
    row: int
    under: list[int]


class WatchModel(QAbstractItemModel):
    """Shows branches in one column; read-only."""

    BRANCH_ROLE = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[_Node] = []
        self._top: list[int] = []

    def show_branches(self, branches: Sequence[Branch]) -> None:
        """Show other branches."""
        self.beginResetModel()
        self._nodes = []
        self._top = self._add(branches, _TOP)
        self.endResetModel()

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return the index of a row under another."""
        under = self._under(parent)
        if column != 0 or not 0 <= row < len(under):
            return QModelIndex()
        return self.createIndex(row, 0, under[row])

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """Return the index of the row above."""
        above = self._nodes[index.internalId()].above if index.isValid() else _TOP
        return QModelIndex() if above == _TOP else self.createIndex(self._nodes[above].row, 0, above)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows under another."""
        return len(self._under(parent))

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: ARG002 - it is one everywhere
        """Return the number of columns."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows, what a screen reader says of it, or the whole branch."""
        if not index.isValid():
            return None
        branch = self._nodes[index.internalId()].branch
        if role == self.BRANCH_ROLE:
            return branch
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(branch.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return visible(branch.spoken)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(branch.title)
        return None

    def _under(self, parent: Index) -> list[int]:
        return self._nodes[parent.internalId()].under if parent.isValid() else self._top

    def _add(self, branches: Sequence[Branch], above: int) -> list[int]:
        """Add nodes for branches, and for those under them; return their numbers."""
        numbers = []
        for row, branch in enumerate(branches):
            number = len(self._nodes)
            numbers.append(number)
            under: list[int] = []
            self._nodes.append(_Node(branch, above, row, under))
            under.extend(self._add(branch.under, number))
        return numbers
