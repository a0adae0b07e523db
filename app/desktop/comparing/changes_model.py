"""The changes that are listed, as a Qt model."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.desktop.comparing.change_words import said_of, spoken, title_word
from app.desktop.comparing.entries import Entry
from app.desktop.plain_text import tip, visible
from app.model.comparison import Comparison

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ChangesModel(QAbstractListModel):
    """Shows entries of one comparison, a row each; read-only."""

    ENTRY_ROLE = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._entries: tuple[Entry, ...] = ()
        self._every: Sequence[Entry] = ()
        self._ordinals: Mapping[int, int] = {}
        self._said: tuple[str, ...] = ()

    def show_comparison(self, comparison: Comparison, every: Sequence[Entry]) -> None:
        """Show no entry yet of a comparison, whose entries are `every`."""
        self.beginResetModel()
        self._comparison, self._every, self._entries, self._said = comparison, every, (), ()
        self._ordinals = {id(entry): place + 1 for place, entry in enumerate(every)}
        self.endResetModel()

    def list_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show some of the entries, in an order."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def saying(self, text: str) -> tuple[Entry, ...]:
        """Return the entries, listed or not, that say `text`, case aside; all for ""."""
        wanted = text.strip().casefold()
        if not wanted or self._comparison is None:
            return tuple(self._every)
        if not self._said:
            self._said = tuple(said_of(self._comparison, entry).casefold() for entry in self._every)
        return tuple(entry for entry, said in zip(self._every, self._said, strict=True) if wanted in said)

    def row_of(self, entry: Entry) -> int:
        """Return the row of an entry; -1 where it is not listed."""
        return next((row for row, each in enumerate(self._entries) if each is entry), -1)

    def spoken(self, entry: Entry) -> str:
        """Return what a screen reader says of an entry, listed or not."""
        if self._comparison is None:
            return ""
        return spoken(self._comparison, entry, self._ordinals.get(id(entry), 0), len(self._every))

    @property
    def comparison(self) -> Comparison | None:
        """The comparison whose entries are listed."""
        return self._comparison

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of entries listed."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows, what a screen reader says of it, or the whole entry."""
        if not index.isValid() or self._comparison is None:
            return None
        entry = self._entries[index.row()]
        if role == self.ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(title_word(self._comparison, entry))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(title_word(self._comparison, entry))
        return None
