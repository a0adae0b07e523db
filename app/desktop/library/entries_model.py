"""The entries of the library as a tree: groups, and in them the clause types."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from app.desktop import words
from app.desktop.library.entry_words import group_word, nature_word
from app.model.authoring import Shelf, ShelfEntry
from app.model.clause import ClauseType

Index = QModelIndex | QPersistentModelIndex


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


class EntriesModel(QStandardItemModel):
    """Shows the entries of a shelf in their groups; read-only."""

    ENTRY_ROLE = Qt.ItemDataRole.UserRole
    STATUS_ROLE = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)

    def show_shelf(self, shelf: Shelf) -> None:
        """Replace all rows."""
        by_group: dict[str, list[ShelfEntry]] = {}
        for entry in shelf.entries:
            by_group.setdefault(entry.shown.group if entry.shown is not None else "", []).append(entry)
        self.removeRows(0, self.rowCount())
        for group, entries in sorted(by_group.items(), key=lambda pair: (pair[0] == "", pair[0])):
            head = QStandardItem(f"{group_word(group)} ({len(entries)})")
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.appendRow(head)
            for entry in sorted(entries, key=lambda entry: (title_of(entry).casefold(), entry.id)):
                head.appendRow(_row(entry))

    def index_of(self, name: str) -> QModelIndex:
        """Return the row of the entry with this id; an invalid index without one."""
        for group in map(self.item, range(self.rowCount())):
            for entry in map(group.child, range(group.rowCount())):
                if entry.data(self.ENTRY_ROLE).id == name:
                    return entry.index()
        return QModelIndex()

    @property
    def count(self) -> int:
        """How many entries there are."""
        return sum(self.item(row).rowCount() for row in range(self.rowCount()))


def _row(entry: ShelfEntry) -> QStandardItem:
    item = QStandardItem(title_of(entry))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setData(entry, EntriesModel.ENTRY_ROLE)
    item.setData(status_of(entry), EntriesModel.STATUS_ROLE)
    item.setData(_spoken(entry), Qt.ItemDataRole.AccessibleTextRole)
    return item


class EntriesFilter(QSortFilterProxyModel):
    """Keeps the entries that a filter lets through, and their groups."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setRecursiveFilteringEnabled(True)
        self._filter = EntryFilter()

    def keep(self, wanted: EntryFilter) -> None:
        """Keep only what `wanted` lets through."""
        self._filter = wanted
        self.invalidate()

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
        parts.append(words.tr("cannot be used yet"))
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
