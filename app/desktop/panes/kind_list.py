"""A list of rows that lead to places, of all kinds or of one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from app.desktop.panes.place_tree import PlaceTree
from app.desktop.place_rows import Row
from app.desktop.theme import GAP


@dataclass(frozen=True, slots=True)
class KindRow:
    """A row and the names of its kinds."""

    row: Row
    kinds: tuple[str, ...]


class KindList(QWidget):
    """Lists rows in the order given; the kinds are offered with their counts, the most frequent first.

    Signals:
        place_chosen: The Place to show.
    """

    place_chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = QComboBox()
        self.kinds.setObjectName(f"{name}Kinds")
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kinds.currentIndexChanged.connect(self._list)
        self.tree = PlaceTree(f"{name}Tree", "")
        self.tree.row_chosen.connect(lambda row: self.place_chosen.emit(row.place))
        self.remark = QLabel()
        self.remark.setTextFormat(Qt.TextFormat.PlainText)
        self.remark.setProperty("role", "muted")
        self.remark.setWordWrap(True)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GAP, 0, GAP, GAP)
        head.setSpacing(GAP)
        head.addWidget(self.remark)
        head.addWidget(self.kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        self._remarks = ("", "")
        self._shown: tuple[KindRow, ...] = ()

    def set_words(self, *, title: str, kinds: str, nothing: str, remark: str = "") -> None:
        """Name the list and the choice of kinds for a screen reader; say what stands above the rows, or without any."""
        self.tree.setAccessibleName(title)
        self.kinds.setAccessibleName(kinds)
        self._remarks = (nothing, remark)

    def show_rows(self, rows: Sequence[KindRow]) -> None:
        """List `rows` of all kinds."""
        self._shown = tuple(rows)
        counts = Counter(kind for each in rows for kind in each.kinds)
        with QSignalBlocker(self.kinds):
            self.kinds.clear()
            self.kinds.addItem(self.tr("All kinds ({0})").format(len(rows)), "")
            for kind, count in counts.most_common():
                self.kinds.addItem(f"{kind} ({count})", kind)
        self.kinds.setVisible(bool(rows))
        self.remark.setText(self._remarks[bool(rows)])
        self.remark.setVisible(bool(self.remark.text()))
        self._list()

    def _list(self) -> None:
        kind = self.kinds.currentData()
        self.tree.show_rows(each.row for each in self._shown if kind == "" or kind in each.kinds)
