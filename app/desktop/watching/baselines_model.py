"""The baselines that a matter keeps, as a Qt model."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.desktop.plain_text import tip, visible
from app.desktop.watching.watch_words import next_look_word
from app.model.kept import KeptFile

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class BaselinesModel(QAbstractTableModel):
    """Shows baselines, a row each; read-only."""

    KEPT_ROLE = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[KeptFile, ...] = ()
        self._today = date.min

    def show_files(self, files: Sequence[KeptFile], today: date) -> None:
        """Show the baselines of a matter, as they are due on a day."""
        self.beginResetModel()
        self._files, self._today = tuple(files), today
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of baselines."""
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal or not 0 <= section < 4:
            return None
        return (self.tr("Baseline"), self.tr("Next look"), self.tr("Owner"), self.tr("Kept on"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, or the whole KeptFile."""
        if not index.isValid():
            return None
        kept = self._files[index.row()]
        if role == self.KEPT_ROLE:
            return kept
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        owner = kept.owner or self.tr("nobody named")
        told = (kept.name, next_look_word(kept, self._today), owner, kept.added.date().isoformat())[index.column()]
        return tip(told) if role == Qt.ItemDataRole.ToolTipRole else visible(told)
