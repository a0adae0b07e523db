"""The list of the library's entries, with its search and filters."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTreeView, QVBoxLayout, QWidget

from app.desktop import words
from app.desktop.flow_layout import FlowLayout
from app.desktop.library.entries_model import OWN, EntriesFilter, EntriesModel, EntryFilter
from app.desktop.library.entry_delegate import EntryDelegate
from app.desktop.library.entry_words import nature_word
from app.desktop.theme import GAP
from app.model.authoring import Shelf
from app.model.clause import SEVERITIES

_MARKS = ("protection", "burden", *(severity for severity in SEVERITIES if severity != "none"))


class EntriesPane(QWidget):
    """Lists the entries in their groups; one is chosen.

    Signals:
        entry_chosen: The ShelfEntry of the chosen row.
    """

    entry_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = EntriesModel(self)
        self.shown = EntriesFilter(self)
        self.shown.setSourceModel(self.model)
        self.search = QLineEdit()
        self.search.setObjectName("librarySearch")
        self.search.setPlaceholderText(self.tr("Search the library"))
        self.search.setAccessibleName(self.tr("Search titles, positions and wording"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.chips: dict[str, QPushButton] = {}
        chip_row = FlowLayout()
        for mark in (*_MARKS, "changed"):
            chip_row.addWidget(self._add_chip(mark))
        self.packs = QComboBox()
        self.packs.setObjectName("libraryPacks")
        self.packs.setAccessibleName(self.tr("Pack"))
        self.packs.setAccessibleDescription(self.tr("Pack"))  # on Linux its name is its choice
        self.packs.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.packs.setMinimumContentsLength(8)
        self.packs.currentIndexChanged.connect(self._filter)
        self.count = QLabel(self.tr("Loading the clause library …"))
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setObjectName("libraryCount")
        self.count.setProperty("role", "muted")
        self.count.setWordWrap(True)
        self.tree = QTreeView()
        self.tree.setObjectName("libraryTree")
        self.tree.setAccessibleName(self.tr("Clause types"))
        self.tree.setModel(self.shown)
        self.tree.setHeaderHidden(True)
        self.tree.setItemDelegate(EntryDelegate(self.tree))
        self.tree.setFrameShape(QTreeView.Shape.NoFrame)
        self.tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.tree.setIndentation(2 * GAP)
        self.tree.selectionModel().currentChanged.connect(self._choose_row)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GAP, GAP + GAP // 2, 2 * GAP, GAP)
        head.setSpacing(GAP)
        head.addWidget(self.search)
        head.addLayout(chip_row)
        head.addWidget(self.packs)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tree, 1)

    def show_shelf(self, shelf: Shelf) -> None:
        """List the entries of `shelf`; the filters stay."""
        chosen = self.packs.currentData()
        self.packs.blockSignals(True)
        self.packs.clear()
        self.packs.addItem(self.tr("All packs"), "")
        for pack in shelf.packs:
            self.packs.addItem(pack.title, pack.id)
        self.packs.addItem(self.tr("Entries of no pack"), OWN)
        self.packs.setCurrentIndex(max(self.packs.findData(chosen), 0))
        self.packs.blockSignals(False)
        self.model.show_shelf(shelf)
        self._filter()

    def choose(self, name: str) -> bool:
        """Choose the entry with this id, whatever the filters hide; return whether there is one."""
        source = self.model.index_of(name)
        if not source.isValid():
            return False
        if not self.shown.mapFromSource(source).isValid():
            self._clear()
        self.tree.setCurrentIndex(self.shown.mapFromSource(source))
        self.tree.scrollTo(self.tree.currentIndex(), QTreeView.ScrollHint.PositionAtCenter)
        return True

    def _add_chip(self, mark: str) -> QPushButton:
        word: dict[str, str] = {
            "changed": self.tr("Changed by us"),
            "protection": nature_word("protection"),
            "burden": nature_word("burden"),
        }
        word |= {severity: words.severity_word(severity) for severity in SEVERITIES}
        chip = QPushButton(word[mark])
        chip.setObjectName(f"libraryChip-{mark}")
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.toggled.connect(self._filter)
        self.chips[mark] = chip
        return chip

    def _clear(self) -> None:
        self.search.clear()
        self.packs.setCurrentIndex(0)
        for chip in self.chips.values():
            chip.setChecked(False)

    def _filter(self) -> None:
        marks = frozenset(mark for mark in _MARKS if self.chips[mark].isChecked())
        pack = self.packs.currentData() or ""
        self.shown.keep(EntryFilter(self.search.text(), marks, pack, self.chips["changed"].isChecked()))
        self.tree.expandAll()
        shown, every = self.shown.count, self.model.count
        if not shown and every:
            self.count.setText(self.tr("No entry fits. Take out a word or a filter."))
        elif shown == every:
            self.count.setText(self.tr("{0} clause types").format(every))
        else:
            self.count.setText(self.tr("{0} of {1} clause types").format(shown, every))
        if not self.tree.currentIndex().isValid() and shown:
            self.tree.setCurrentIndex(self.shown.index(0, 0, self.shown.index(0, 0)))

    def _choose_row(self, index: QModelIndex) -> None:
        entry = index.data(EntriesModel.ENTRY_ROLE) if index.isValid() else None
        if entry is not None:
            self.entry_chosen.emit(entry)

    def focus_search(self) -> None:
        """Go to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
