"""The list of points, with the chips and the words that narrow it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from app.desktop.flow_layout import FlowLayout
from app.desktop.rounds.entries import GROUPS, Group, counts, group_of
from app.desktop.rounds.point_delegate import PointDelegate
from app.desktop.rounds.points_model import PointsModel
from app.desktop.rounds.round_words import group_sign, group_word
from app.desktop.theme import GAP
from app.model.rounds import Point, PointAnswer, Round, Rounds

_NARROWEST = 280
_SHARE = 4  # of the height that chips in words may take


class GroupChips(QWidget):
    """One chip for all points, and one for each group that has some, with how many.

    Signals:
        changed: Another chip is chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[Group, int] = {}
        self._row = FlowLayout(self)
        group = QButtonGroup(self)
        self.every = QPushButton()
        self.chips = {each: QPushButton() for each in GROUPS}
        for name, chip in (("all", self.every), *self.chips.items()):
            chip.setObjectName(f"pointChip-{name}")
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(self.changed)
            group.addButton(chip)
            self._row.addWidget(chip)
        self.reset()

    @property
    def group(self) -> Group | None:
        """The chosen group; None for all."""
        return next((group for group, chip in self.chips.items() if chip.isChecked()), None)

    def reset(self) -> None:
        """Choose all."""
        self.every.setChecked(True)

    def show_points(self, points: Sequence[Point]) -> None:
        """Say how many points each group has; those without any are not offered."""
        self._counts = counts(points)
        self.every.setText(self.tr("All {0}").format(len(points)))
        for group, chip in self.chips.items():
            chip.setVisible(self._counts.get(group, 0) > 0)
        self.reset()

    def fit(self, width: int, height: int) -> None:
        """Name the chips by sign and word; by signs alone where the words would take too much of a height."""
        for is_short in (False, True):
            for group, chip in self.chips.items():
                count = self._counts.get(group, 0)
                told = f"{group_sign(group)} {group_word(group)} {count}"
                chip.setText(f"{group_sign(group)} {count}" if is_short else told)
                chip.setToolTip(told if is_short else "")
                chip.setAccessibleName(told)
            if self._row.heightForWidth(width) <= height // _SHARE:
                break


class PointsPane(QWidget):
    """Lists the points of a round; one is chosen.

    Signals:
        point_chosen: The chosen Point; None where none is listed.
    """

    point_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PointsModel(self)
        self.search = QLineEdit()
        self.search.setObjectName("pointsFilter")
        self.search.setPlaceholderText(self.tr("Filter points"))
        self.search.setAccessibleName(self.tr("Filter points by words"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.chips = GroupChips()
        self.chips.changed.connect(self._filter)
        self.list = QListView()
        self.list.setObjectName("pointsList")
        self.list.setAccessibleName(self.tr("Points of the round"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(PointDelegate(self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.nothing = QLabel()
        self.nothing.setObjectName("noPoints")
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        self._head.setSpacing(GAP)
        self._head.addWidget(self.search)
        self._head.addWidget(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)

    def show_round(self, rounds: Rounds, one: Round) -> None:
        """List all points of a round."""
        self.model.show_round(rounds, one)
        self.search.clear()
        self.chips.show_points(self.model.every)
        self._fit()
        self._filter()

    def show_answers(self, answers: Mapping[str, PointAnswer]) -> None:
        """Show what is answered to the points."""
        self.model.show_answers(answers)

    @property
    def point(self) -> Point | None:
        """The chosen point."""
        index = self.list.currentIndex()
        return index.data(PointsModel.POINT_ROLE) if index.isValid() else None

    def choose(self, name: str) -> None:
        """Choose the point with an id; the filters give way where they hide it."""
        if self.model.row_of(name) < 0:
            self.search.clear()
            self.chips.reset()
            self._filter()
        row = self.model.row_of(name)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def step(self, by: int) -> None:
        """Choose the next row in the direction of `by`; at the ends of the list the choice stays."""
        row = self.list.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row))

    def minimumSizeHint(self) -> QSize:
        """Return a size that cuts off no chip and shows a point."""
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
        if event.type() == QEvent.Type.FontChange and hasattr(self, "chips"):
            self._fit()

    def _fit(self) -> None:
        height = (self.parentWidget() or self).height()
        self.chips.fit(self.width() - 4 * GAP, height)
        self.updateGeometry()

    def _filter(self) -> None:
        """List what the chip and the words keep; what was chosen stays chosen, where it is listed still."""
        before, kept = self.point, self.chips.group
        found = self.model.saying(self.search.text())
        listed = tuple(point for point in found if kept is None or group_of(point) == kept)
        self.model.list_points(listed)
        self.nothing.setText(
            self.tr("No point fits this filter.") if self.model.every else self.tr("What came back is what was sent.")
        )
        self.nothing.setVisible(not listed)
        row = self.model.row_of(before.id) if before is not None else -1
        if listed:
            self.list.setCurrentIndex(self.model.index(max(row, 0)))
        else:
            self.point_chosen.emit(None)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.point_chosen.emit(index.data(PointsModel.POINT_ROLE))
