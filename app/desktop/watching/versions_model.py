"""The versions that are watched, as a Qt model."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QDate, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.desktop.plain_text import tip, visible
from app.desktop.watching.watch_words import day_word

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

NAME, DAY, STATE = range(3)


@dataclass(frozen=True, slots=True)
class VersionRow:
    """What a row shows.

    Attributes:
        id: Of its version.
        state: What became of it, in a word or two.
        why: The same in full.
    """

    id: int
    name: str
    day: date | None
    state: str
    why: str


class VersionsModel(QAbstractTableModel):
    """Shows versions, a row each; the day can be edited.

    Signals:
        day_corrected: The id of a version, and the date that the user said.
    """

    day_corrected = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[VersionRow, ...] = ()

    @property
    def rows(self) -> tuple[VersionRow, ...]:
        """The rows."""
        return self._rows

    def show_rows(self, rows: Sequence[VersionRow]) -> None:
        """Show other versions."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of versions."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal or not 0 <= section < 3:
            return None
        return (self.tr("Version"), self.tr("Day"), self.tr("State"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, the day that is edited, or what a screen reader says."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        shown = (row.name, day_word(row.day), row.state)[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(shown)
        if role == Qt.ItemDataRole.EditRole and column == DAY:
            return QDate.currentDate() if row.day is None else QDate(row.day.year, row.day.month, row.day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            day = self.tr("day not known") if row.day is None else shown
            return visible((row.name, day, row.why)[column])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip((row.name, self.tr("The day of this version; press F2 to correct it"), row.why)[column])
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on the day that the user said."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or index.column() != DAY:
            return False
        if not isinstance(value, QDate) or not value.isValid():
            return False
        row, day = self._rows[index.row()], date(value.year(), value.month(), value.day())
        if day != row.day:
            self.day_corrected.emit(row.id, day)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that the day can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() == DAY else flags
