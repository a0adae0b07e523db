"""What the window that compares two versions shows: the panes, the strip, the list of changes and one in full."""

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.desktop.comparing.change_detail import ChangeDetail
from app.desktop.comparing.change_strip import ChangeStrip
from app.desktop.comparing.changes_pane import ChangesPane
from app.desktop.comparing.entries import Aspect, Entry
from app.desktop.comparing.lines_search import LinesSearch
from app.desktop.comparing.lines_view import Face, LinesView
from app.desktop.comparing.meaning import Meaning
from app.desktop.finder import Finder
from app.desktop.message_bar import MessageBar
from app.desktop.panes.find_bar import FindBar
from app.desktop.plain_text import visible
from app.desktop.theme import GAP
from app.model.comparison import Comparison

_STRIP_MS = 60  # after a change of the heights, before the strip follows


class ComparePage(QWidget):
    """Holds the parts of the window, and carries a choice made in one of them to the others.

    Signals:
        again_asked: The user wants the two versions compared again.
    """

    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.messages = MessageBar()
        self.find_bar = FindBar()
        self.view = LinesView()
        self.strip = ChangeStrip()
        self.changes = ChangesPane()
        self.detail = ChangeDetail()
        self._search = LinesSearch(self.view)
        self._finder = Finder(self.find_bar, self._search, self)
        self._listed: frozenset[int] = frozenset()
        self._strip_due = QTimer(self)
        self._strip_due.setSingleShot(True)
        self._strip_due.setInterval(_STRIP_MS)
        self._waiting = QLabel()
        self._waiting.setObjectName("comparisonState")
        self._waiting.setTextFormat(Qt.TextFormat.PlainText)
        self._waiting.setProperty("role", "prompt")
        self._waiting.setWordWrap(True)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.again = QPushButton(self.tr("Compare again"))
        self.again.setObjectName("compareAgain")
        self.again.setProperty("role", "primary")
        self.again.clicked.connect(self.again_asked)
        self._stack = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.right = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect()

    @property
    def is_shown(self) -> bool:
        """Whether a comparison is shown."""
        return self._stack.currentIndex() == 1

    def wait_for(self, told: str, *, can_ask: bool) -> None:
        """Say in place of a comparison what goes on, or that nothing does and it can be asked for again."""
        self._waiting.setText(visible(told))
        self.again.setVisible(can_ask)
        self._stack.setCurrentIndex(0)

    def show_comparison(self, comparison: Comparison, meaning: Meaning | None = None) -> None:
        """Show a comparison; of the one that is shown, what is known now of what it does."""
        is_other = self.changes.model.comparison is not comparison
        if is_other:
            self.view.show_comparison(comparison)
        self.detail.show_comparison(comparison, meaning)
        self.changes.show_comparison(comparison, meaning)
        entries = {entry.number: entry for entry in self.changes.entries if entry.change is not None}
        self.view.show_entries(entries, lambda number: self.changes.model.spoken(entries[number]))
        self._strip_due.start()
        self._stack.setCurrentIndex(1)
        if is_other:
            self._finder.look_again()
            self.changes.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_face(self, face: Face) -> None:
        """Show two panes or one."""
        self.view.show_face(face)
        self._finder.look_again()

    def find_words(self) -> None:
        """Ask for words to be found."""
        self.find_bar.open_bar()

    def focus_pane(self, number: int) -> None:
        """Move to the panes (0), the list of changes (1) or the chosen change (2)."""
        self._panes[number].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next_pane(self, by: int) -> None:
        """Move to the next part, or with -1 to the one before."""
        focused = self.focusWidget()
        here = next(
            (number for number, pane in enumerate(self._panes) if focused is not None and pane.isAncestorOf(focused)),
            next((number for number, pane in enumerate(self._panes) if pane is focused), 0 if by < 0 else -1),
        )
        self.focus_pane((here + by) % len(self._panes))

    def restore_sizes(self, remembered: QSettings) -> None:
        """Divide the window as it was divided before."""
        for name, splitter in (("columns", self.splitter), ("right", self.right)):
            state = remembered.value(f"comparing/{name}")
            if state is not None:
                splitter.restoreState(state)

    def keep_sizes(self, remembered: QSettings) -> None:
        """Remember how the window is divided."""
        remembered.setValue("comparing/columns", self.splitter.saveState())
        remembered.setValue("comparing/right", self.right.saveState())

    @property
    def _panes(self) -> tuple[QWidget, ...]:
        return self.view, self.changes.list, self.detail

    def _show_entry(self, entry: Entry | None) -> None:
        self.detail.show_entry(entry)
        number = entry.number if entry is not None else 0
        self.view.choose(number)
        self.strip.choose(number)

    def _show_listed(self, numbers: frozenset[int], aspects: frozenset[Aspect]) -> None:
        self._listed = numbers
        self.view.show_listed(numbers, aspects)
        self._strip_due.start()

    def _show_strip(self) -> None:
        listed = [entry for entry in self.changes.entries if entry.number in self._listed]
        self.strip.show_marks(listed, self.view.shares())

    def _lay_out(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.view, 1)
        beside.addWidget(self.strip)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addLayout(beside, 1)
        self.right.addWidget(self.changes)
        self.right.addWidget(self.detail)
        self.right.setChildrenCollapsible(False)
        self.right.setSizes([380, 320])
        self.detail.setMinimumHeight(12 * GAP)
        for widget in (centre, self.right):
            self.splitter.addWidget(widget)
        centre.setMinimumWidth(360)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([880, 380])
        waiting = QWidget()
        middle = QVBoxLayout(waiting)
        middle.setContentsMargins(4 * GAP, 4 * GAP, 4 * GAP, 4 * GAP)
        middle.setSpacing(2 * GAP)
        middle.addStretch(1)
        middle.addWidget(self._waiting)
        middle.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(2)
        self._stack.addWidget(waiting)
        self._stack.addWidget(self.splitter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.messages)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.changes.entry_chosen.connect(self._show_entry)
        self.changes.place_asked.connect(self.view.show_chosen)
        self.changes.listed.connect(self._show_listed)
        self.changes.notes_asked.connect(self.detail.show_notes)
        self.view.change_chosen.connect(self.changes.choose)
        self.view.laid_out.connect(self._strip_due.start)
        self.strip.change_chosen.connect(self.changes.choose)
        self.strip.share_chosen.connect(self.view.go_to_share)
        self.detail.place_asked.connect(lambda is_old, index: self.view.show_place(index, is_old=is_old))
        self._strip_due.timeout.connect(self._show_strip)
        self._finder.closed.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
