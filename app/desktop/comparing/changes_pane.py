"""The list of changes, with its filters."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from app.desktop.comparing.change_delegate import ChangeDelegate
from app.desktop.comparing.change_filters import ChangeFilters, StandingChips
from app.desktop.comparing.change_text import notes_of
from app.desktop.comparing.change_words import summary_word
from app.desktop.comparing.changes_model import ChangesModel
from app.desktop.comparing.entries import Entry, Order, arranged, entries_of
from app.desktop.comparing.meaning import Meaning
from app.desktop.flow_layout import FlowLayout
from app.desktop.panes.detail_part import Disclosure
from app.desktop.theme import GAP
from app.model.comparison import Comparison

_NARROWEST = 280


class ChangesPane(QWidget):
    """Lists the changes of a comparison; one is chosen.

    Signals:
        entry_chosen: The Entry of the chosen row; None where none is listed.
        place_asked: The chosen row was clicked: its place is to be seen.
        listed: The numbers of the changes that are listed now, and the aspects that they may be of.
        notes_asked: The user wants to know what was not compared.
    """

    entry_chosen = Signal(object)
    place_asked = Signal()
    listed = Signal(object, object)
    notes_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ChangesModel(self)
        self._entries: tuple[Entry, ...] = ()
        self._noted = 0
        self.summary = QLabel()
        self.summary.setObjectName("changesSummary")
        self.summary.setProperty("role", "heading")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.notes = QPushButton()
        self.notes.setObjectName("comparisonNotes")
        self.notes.setProperty("role", "chip")
        self.notes.clicked.connect(self.notes_asked)
        self.search = QLineEdit()
        self.search.setObjectName("changesFilter")
        self.search.setPlaceholderText(self.tr("Filter changes"))
        self.search.setAccessibleName(self.tr("Filter changes by words"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.order = self._order_box()
        self.chips = StandingChips()
        self.chips.changed.connect(self._filter)
        self.filters = ChangeFilters()
        self.filters.changed.connect(self._filter)
        self.more = Disclosure("changeFilters", self.filters)
        self.more.button.toggled.connect(self._fit)
        self.list = self._list_view()
        self._nothing = QLabel()
        self._nothing.setObjectName("noChanges")
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        self._lay_out()

    def show_comparison(self, comparison: Comparison, meaning: Meaning | None) -> None:
        """List the changes of a comparison; of the one that is listed, what is known of them now."""
        is_other = self.model.comparison is not comparison
        chosen = None if is_other else self.current_entry()
        self._entries = entries_of(comparison, meaning)
        self.model.show_comparison(comparison, self._entries)
        if is_other:
            self.search.clear()
            self.chips.reset()
            self.filters.reset()
        self.chips.show_entries(self._entries)
        self.filters.show_entries(self._entries)
        count = sum(len(lines) for _, lines in notes_of(comparison, meaning))
        self._noted = count
        self.notes.setVisible(count > 0)
        self._list(chosen)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, listed or not."""
        return self._entries

    def current_entry(self) -> Entry | None:
        """Return the chosen entry."""
        index = self.list.currentIndex()
        return index.data(ChangesModel.ENTRY_ROLE) if index.isValid() else None

    def entry_of(self, number: int) -> Entry | None:
        """Return the entry of the change with a number."""
        return next((entry for entry in self._entries if entry.number == number), None)

    def choose(self, number: int) -> None:
        """Choose the change with a number; the filters give way where they hide it."""
        entry = self.entry_of(number)
        if entry is None:
            return
        if self.model.row_of(entry) < 0:
            self.search.clear()
            self.chips.reset()
            self.filters.reset()
            self._list(entry)
        self.list.setCurrentIndex(self.model.index(self.model.row_of(entry)))

    def step(self, by: int, *, worse: bool = False) -> bool:
        """Choose the next row in the direction of `by`, of those that are worse for us if so wished.

        Returns:
            Whether there was one; at the ends of the list the choice stays.
        """
        row = self.list.currentIndex().row() + by
        while 0 <= row < self.model.rowCount():
            index = self.model.index(row)
            if not worse or index.data(ChangesModel.ENTRY_ROLE).direction == "worse":
                self.list.setCurrentIndex(index)
                return True
            row += by
        return False

    def minimumSizeHint(self) -> QSize:
        """Return a size that cuts off no chip and shows a change."""
        width = max(super().minimumSizeHint().width(), _NARROWEST)
        head = self._head.heightForWidth(max(self.width(), width))
        row = self.list.sizeHintForRow(0) if self.model.rowCount() else 0
        return QSize(width, head + max(row, self.list.minimumSizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less on the chips where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the chips to another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Say less above the list where there is little room; what is chosen stays in view."""
        pane, width = self.parentWidget() or self, self.width() - 4 * GAP
        told = self.tr("Not compared or read: {0}").format(self._noted)
        is_wide = self.notes.fontMetrics().horizontalAdvance(told) + 4 * GAP <= width
        self.notes.setText(told if is_wide else self.tr("Not read: {0}").format(self._noted))
        self.notes.setAccessibleName(told)
        self.summary.setText(summary_word(self._entries, self.model.rowCount(), short=not is_wide))
        self.chips.fit(width, pane.height())
        self.updateGeometry()
        QTimer.singleShot(0, self, lambda: self.list.scrollTo(self.list.currentIndex()))

    def _filter(self) -> None:
        self._list(self.current_entry())

    def _list(self, chosen: Entry | None) -> None:
        """List what the filters keep; what was chosen stays chosen, where it is listed still."""
        comparison = self.model.comparison
        if comparison is None:
            return
        kept = self.filters.filter(self.chips.standing)
        found = self.model.saying(self.search.text())
        listed = tuple(entry for entry in found if kept.keeps(entry))
        before = chosen.number if chosen is not None else 0
        self.model.list_entries(arranged(listed, self.order.currentData()))
        self.more.set_title(self.tr("Filters (in use)") if self.filters.in_use else self.tr("Filters"))
        self._nothing.setText(
            self.tr("No change fits this filter.") if self._entries else self.tr("The two versions say the same.")
        )
        self._nothing.setVisible(not listed)
        self._fit()
        self.listed.emit(frozenset(entry.number for entry in listed), kept.aspects)
        same = next((entry for entry in listed if entry.number == before and before), None)
        if same is not None:
            self.list.setCurrentIndex(self.model.index(self.model.row_of(same)))
        elif not self.step(1):
            self.entry_chosen.emit(None)

    def _choose_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entry_chosen.emit(index.data(ChangesModel.ENTRY_ROLE))

    def _order_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("changesOrder")
        box.setAccessibleName(self.tr("Order of the changes"))
        box.setAccessibleDescription(self.tr("Order of the changes"))  # on Linux its name is its choice
        orders: tuple[tuple[str, Order], ...] = ((self.tr("By place"), "place"), (self.tr("Worst first"), "weight"))
        for told, order in orders:
            box.addItem(told, order)
        box.currentIndexChanged.connect(self._filter)
        return box

    def _list_view(self) -> QListView:
        view = QListView()
        view.setObjectName("changesList")
        view.setAccessibleName(self.tr("Changes"))
        view.setModel(self.model)
        view.setItemDelegate(ChangeDelegate(view))
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.selectionModel().currentChanged.connect(self._choose_row)
        view.clicked.connect(self.place_asked)
        return view

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.search, 1)
        row.addWidget(self.order)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        self._head.setSpacing(GAP)
        told = FlowLayout()
        told.addWidget(self.summary)
        told.addWidget(self.notes)
        self._head.addLayout(told)
        self._head.addLayout(row)
        self._head.addWidget(self.chips)
        self._head.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
