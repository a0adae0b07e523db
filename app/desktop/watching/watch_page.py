"""What the window of the policy watch shows: how to begin; then versions, what changed, the detail, a document."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from app.desktop.message_bar import MessageBar
from app.desktop.theme import GAP
from app.desktop.vendors.place_pane import PlacePane
from app.desktop.watching.begin_page import BeginPage
from app.desktop.watching.branches import Branch
from app.desktop.watching.duty_strip import DutyStrip
from app.desktop.watching.versions_model import VersionRow
from app.desktop.watching.versions_table import VersionsTable
from app.desktop.watching.watch_delegate import WatchDelegate
from app.desktop.watching.watch_detail import WatchDetail
from app.desktop.watching.watch_model import WatchModel
from app.model.span import Place
from app.model.watch import PolicyChange, PolicyWatch

_STEPS_OPEN = 3  # of more steps only the last is unfolded at first


class WatchTree(QTreeView):
    """The tree of what changed; rows are set anew in another width, for they are of several lines."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the rows in the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()


class WatchPage(QWidget):
    """Arranges the parts and carries what is chosen in one to the others; none of them knows another.

    Signals:
        step_chosen: The index of the step of the chosen row; -1 where it is of none.
    """

    step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: PolicyWatch | None = None
        self.messages = MessageBar()
        self.begin = BeginPage()
        self.versions = VersionsTable()
        self.model = WatchModel(self)
        self.tree = self._tree()
        self.detail = WatchDetail()
        self.place = PlacePane()
        self.duty = DutyStrip()
        self.waiting = QLabel()
        self.waiting.setObjectName("watchWaiting")
        self.waiting.setTextFormat(Qt.TextFormat.PlainText)
        self.waiting.setWordWrap(True)
        self.waiting.setProperty("role", "muted")
        self.waiting.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        self.left = QSplitter(Qt.Orientation.Vertical)
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.middle = QSplitter(Qt.Orientation.Horizontal)
        self.pages = QStackedWidget()
        self._arrange()
        self.tree.selectionModel().currentChanged.connect(self._show_row)
        self.tree.activated.connect(self._open)
        self.detail.place_asked.connect(self.show_place)
        self.place.closed.connect(self.tree.setFocus)

    @property
    def found(self) -> PolicyWatch | None:
        """What is shown."""
        return self._found

    @property
    def chosen_step(self) -> int:
        """The index of the step of the chosen row; -1 where it is of none."""
        index = self.tree.currentIndex()
        return index.data(WatchModel.BRANCH_ROLE).step if index.isValid() else -1

    def show_versions(self, rows: Sequence[VersionRow]) -> None:
        """Show which versions there are; without any, how to begin."""
        self.versions.show_rows(rows)
        self.pages.setCurrentIndex(1 if rows else 0)

    def show_found(self, found: PolicyWatch | None, branches: Sequence[Branch] = ()) -> None:
        """Show what changed, by its branches; None for nothing yet."""
        self._found = found
        self.place.hide()
        self.model.show_branches(branches)
        self.tree.setVisible(found is not None)
        self.waiting.setVisible(found is None)
        self.detail.show_branch(None, None)
        if found is not None:
            self.tree.scheduleDelayedItemsLayout()  # else it is laid out at every row that is unfolded
            self._unfold(len(found.steps))
            self.tree.setCurrentIndex(self._first())
            if not self.versions.hasFocus():
                self.tree.setFocus()

    def say(self, text: str) -> None:
        """Say why nothing is shown yet."""
        self.waiting.setText(text)

    def show_place(self, step: int, is_old: bool, place: Place) -> None:
        """Show a version at a place, below the detail."""
        if self._found is not None:
            judged = self._found.steps[step].judged
            review = judged.old if is_old else judged.new
            told = self.tr("Old: {0}") if is_old else self.tr("New: {0}")
            self.place.show_place(told.format(review.document.name), review, place)

    def close_document(self) -> None:
        """Close the document that is read."""
        self.place.dismiss.click()

    def step(self, by: int) -> None:
        """Choose the next change, or the one before, whatever it is folded under."""
        rows = list(self._changes())
        current = self.tree.currentIndex()
        order = list(self._walk())
        at = order.index(current) if current in order else -1
        ahead = [row for row in rows if (order.index(row) - at) * by > 0]
        if ahead:
            chosen = ahead[0] if by > 0 else ahead[-1]
            self.tree.setCurrentIndex(chosen)
            self.tree.scrollTo(chosen)

    def panes(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        if self.pages.currentIndex() == 0:
            kept = (self.begin.table, self.duty.owner) if self.begin.baselines.rowCount() else ()
            return (self.begin.files, *kept)
        tree = (self.tree,) if self._found is not None else ()
        reading = (self.place.reading,) if self.place.isVisible() else ()
        return (*tree, self.detail, *reading, self.versions, self.duty.owner)

    def focus_next_pane(self, by: int = 1) -> None:
        """Move the focus to the next pane, or the one before."""
        panes, focused = self.panes(), self.focusWidget()
        current = next((n for n, pane in enumerate(panes) if focused is pane), -1 if by > 0 else 0)
        panes[(current + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _walk(self, under: QModelIndex | None = None) -> list[QModelIndex]:
        """Return all rows, in reading order."""
        above = QModelIndex() if under is None else under
        rows = []
        for row in range(self.model.rowCount(above)):
            index = self.model.index(row, 0, above)
            rows += [index, *self._walk(index)]
        return rows

    def _changes(self) -> list[QModelIndex]:
        return [index for index in self._walk() if index.data(WatchModel.BRANCH_ROLE).about is not None]

    def _first(self) -> QModelIndex:
        """Return the row that is chosen at first: the first change that touches a planned use, else the step."""
        latest = self.model.index(self._shown_first(), 0)
        part = self.model.index(0, 0, latest)
        first = self.model.index(0, 0, part)
        about = first.data(WatchModel.BRANCH_ROLE).about if first.isValid() else None
        return first if isinstance(about, PolicyChange) and about.uses else latest

    def _shown_first(self) -> int:
        """Return the row of the step that is unfolded and chosen at first."""
        steps = 0 if self._found is None else len(self._found.steps)
        return 0 if steps <= _STEPS_OPEN else steps - 1

    def _unfold(self, steps: int) -> None:
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            is_other = steps > _STEPS_OPEN and index.data(WatchModel.BRANCH_ROLE).sort == "step"
            self._unfold_parts(index)
            self.tree.setExpanded(index, not is_other or row == self._shown_first())

    def _unfold_parts(self, above: QModelIndex) -> None:
        for row in range(self.model.rowCount(above)):
            part = self.model.index(row, 0, above)
            if part.data(WatchModel.BRANCH_ROLE).is_open:
                self.tree.expand(part)

    def _show_row(self, index: QModelIndex) -> None:
        branch = index.data(WatchModel.BRANCH_ROLE) if index.isValid() else None
        self.detail.show_branch(self._found, branch)
        self.step_chosen.emit(-1 if branch is None else branch.step)

    def _open(self, index: QModelIndex) -> None:
        """Show the place of a change in the new version; of what is gone in the old one."""
        branch: Branch = index.data(WatchModel.BRANCH_ROLE)
        if isinstance(branch.about, PolicyChange):
            place = branch.about.new or branch.about.old
            if place is not None:
                self.detail.place_asked.emit(branch.step, branch.about.new is None, place)

    def _tree(self) -> QTreeView:
        tree = WatchTree()
        tree.setObjectName("watchTree")
        tree.setAccessibleName(self.tr("What changed"))
        tree.setModel(self.model)
        tree.setItemDelegate(WatchDelegate(tree))
        tree.setHeaderHidden(True)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setIndentation(2 * GAP)
        tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return tree

    def _arrange(self) -> None:
        changes = QWidget()
        inside = QVBoxLayout(changes)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.waiting)
        inside.addWidget(self.tree, 1)
        inside.addStretch()
        self.left.addWidget(self.versions)
        self.left.addWidget(changes)
        self.right.addWidget(self.detail)
        self.right.addWidget(self.place)
        self.middle.addWidget(self.left)
        self.middle.addWidget(self.right)
        for splitter, shares in ((self.left, (0, 1)), (self.right, (2, 3)), (self.middle, (1, 1))):
            splitter.setChildrenCollapsible(False)
            for number, share in enumerate(shares):
                splitter.setStretchFactor(number, share)
        self.middle.setSizes([68 * GAP, 72 * GAP])
        self.pages.addWidget(self.begin)
        self.pages.addWidget(self.middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.messages)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self.duty)
        self.show_found(None)
