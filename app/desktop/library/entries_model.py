"""The entries of the library as a tree: groups, and in them the clause types."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from app.desktop import words
from app.desktop.library.entry_words import group_word, nature_word
from app.model.authoring import Shelf, ShelfEntry
from app.model.clause import ClauseType

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_GROUP = 0  # the internal id of a group; of an entry the number of its group, from 1


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries are kept; what is empty keeps all.

    Attributes:
        text: Words that must all be in the entry, in any place.
        marks: Natures and severities, of each kind one of those named.
        pack: The id of a pack; `OWN` for entries of no pack.
        changed: Whether only those are kept that our folder adds or changes.
    """

    text: str = ""
    marks: frozenset[str] = frozenset()
    pack: str = ""
    changed: bool = False


OWN = "(own)"


class EntriesModel(QAbstractItemModel):
    """Shows the entries of a shelf in their groups; read-only."""

    ENTRY_ROLE = Qt.ItemDataRole.UserRole
    NAMED_ROLE = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[tuple[str, tuple[ShelfEntry, ...]], ...] = ()

    def show_shelf(self, shelf: Shelf) -> None:
        """Replace all rows."""
        by_group: dict[str, list[ShelfEntry]] = {}
        for entry in shelf.entries:
            by_group.setdefault(entry.shown.group if entry.shown is not None else "", []).append(entry)
        self.beginResetModel()
        self._groups = tuple(
            (group, tuple(sorted(entries, key=lambda entry: (title_of(entry).casefold(), entry.id))))
            for group, entries in sorted(by_group.items(), key=lambda pair: (pair[0] == "", pair[0]))
        )
        self.endResetModel()

    def index_of(self, name: str) -> QModelIndex:
        """Return the row of the entry with this id; an invalid index without one."""
        for number, (_, entries) in enumerate(self._groups):
            for row, entry in enumerate(entries):
                if entry.id == name:
                    return self.createIndex(row, 0, number + 1)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return the index of a group or of an entry in it."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]  # QObject.parent() is no part of it
        """Return the group of an entry."""
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, _GROUP)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of groups, or of entries in a group."""
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()][1]) if parent.internalId() == _GROUP else 0

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: ARG002
        """Return the one column."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that entries can be chosen, groups not."""
        flags = super().flags(index)
        return flags & ~Qt.ItemFlag.ItemIsSelectable if index.internalId() == _GROUP else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows, or the ShelfEntry for its own role; None for a group."""
        if not index.isValid():
            return None
        if index.internalId() == _GROUP:
            group, entries = self._groups[index.row()]
            return f"{group_word(group)} ({len(entries)})" if role in _SAID else None
        entry = self._groups[int(index.internalId()) - 1][1][index.row()]
        if role == self.ENTRY_ROLE:
            return entry
        known = {
            int(self.NAMED_ROLE): status_of,
            int(Qt.ItemDataRole.DisplayRole): title_of,
            int(Qt.ItemDataRole.AccessibleTextRole): _spoken,
        }
        said = known.get(int(role))
        return said(entry) if said is not None else None


_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class EntriesFilter(QSortFilterProxyModel):
    """Keeps the entries that a filter lets through, and their groups."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setRecursiveFilteringEnabled(True)
        self._filter = EntryFilter()

    def keep(self, wanted: EntryFilter) -> None:
        """Keep only what `wanted` lets through."""
        self.beginFilterChange()
        self._filter = wanted
        self.invalidateFilter()

    @property
    def count(self) -> int:
        """How many entries are kept."""
        return sum(self.rowCount(self.index(row, 0)) for row in range(self.rowCount()))

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Return whether an entry is kept; groups follow their entries."""
        entry = self.sourceModel().index(row, 0, parent).data(EntriesModel.ENTRY_ROLE)
        return isinstance(entry, ShelfEntry) and _passes(entry, self._filter)


def title_of(entry: ShelfEntry) -> str:
    """Return the title of an entry; its id where it cannot be read."""
    return entry.shown.title if entry.shown is not None else entry.id


def status_of(entry: ShelfEntry) -> str:
    """Return the nature of an entry, and what our folder does to it."""
    parts = [nature_word(entry.shown.nature)] if entry.shown is not None else []
    if entry.clause is None and not entry.is_left_out:
        parts.append(words.tr("has mistakes"))
    elif entry.is_left_out:
        parts.append(words.tr("left out"))
    if entry.path is not None:
        parts.append(words.tr("changed by us") if entry.bundled is not None else words.tr("ours"))
    return ", ".join(parts)


def _spoken(entry: ShelfEntry) -> str:
    """Return what a screen reader says of an entry."""
    severity = (words.severity_word(entry.shown.severity),) if entry.shown is not None else ()
    return ", ".join((title_of(entry), *severity, status_of(entry)))


def _passes(entry: ShelfEntry, wanted: EntryFilter) -> bool:
    clause = entry.shown
    if wanted.changed and entry.path is None and not entry.is_left_out:
        return False
    if clause is None:
        return not (wanted.marks or wanted.pack) and all(word in entry.id for word in wanted.text.casefold().split())
    if wanted.pack and wanted.pack != (clause.pack or OWN):
        return False
    for one in (("protection", "burden"), ("critical", "high", "medium", "low")):
        kept = wanted.marks & set(one)
        if kept and not kept & {clause.nature, clause.severity}:
            return False
    return not wanted.text.strip() or _holds(_told(clause), wanted.text.casefold().split())


def _holds(told: str, asked: Collection[str]) -> bool:
    return all(word in told for word in asked)


def _told(clause: ClauseType) -> str:
    """Return the words of an entry that a search goes through: what it is called, holds and writes."""
    parts = [clause.title, clause.id, clause.ask, clause.comment, clause.note, clause.rationale]
    for position in clause.positions:
        parts += [position.name, *(rule.text for group in position.edits for rule in group)]
        if position.clause is not None:
            parts += [position.clause.heading, *position.clause.text]
    return " ".join(" ".join(parts).casefold().split())
