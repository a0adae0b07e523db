"""The list of findings, with its filters."""

from collections.abc import Mapping
from typing import get_args

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desktop import words
from app.desktop.decision_keys import asked_by
from app.desktop.finding_delegate import FindingDelegate
from app.desktop.findings_model import Filter, FindingsFilter, FindingsModel, Order
from app.desktop.flow_layout import FlowLayout
from app.desktop.theme import GAP
from app.model.clause import SEVERITIES, Severity
from app.model.matter import Decision, Standing
from app.model.review import Finding, Review

_CHIPS_SHARE = 6  # of the height of findings and detail that chips in words may take
_FILTERS: tuple[Filter, ...] = ("all", *SEVERITIES, "undecided", "decided")


class FindingsPane(QWidget):
    """Lists the findings, worst first; one is chosen.

    Signals:
        finding_chosen: The Finding of the chosen row.
        key_pressed: What a letter asks for that was pressed on the list, one of the values of `decision_keys.KEYS`.
    """

    finding_chosen = Signal(object)
    key_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsModel(self)
        self.shown = FindingsFilter(self)
        self.shown.setSourceModel(self.model)
        self.progress = QLabel()
        self.progress.setTextFormat(Qt.TextFormat.PlainText)
        self.progress.setObjectName("decisionProgress")
        self.progress.setProperty("role", "heading")
        self.order = self._order_box()
        self.chips = QButtonGroup(self)
        self._chip_of: dict[Filter, QPushButton] = {}
        self._counts: dict[Filter, int] = dict.fromkeys(_FILTERS, 0)
        self._chip_row = FlowLayout()
        self._chip_row.addWidget(self.progress)
        for kept in _FILTERS:
            self._chip_row.addWidget(self._add_chip(kept))
        self._chip_of["all"].setChecked(True)
        self.search = QLineEdit()
        self.search.setObjectName("findingsFilter")
        self.search.setPlaceholderText(self.tr("Filter findings"))
        self.search.setAccessibleName(self.tr("Filter findings by words"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.list = self._list_view()
        self._nothing = QLabel(self.tr("No finding fits this filter."))
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setProperty("role", "muted")
        self._nothing.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.search, 1)
        row.addWidget(self.order)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        self._head.setSpacing(GAP)
        self._head.addLayout(row)
        self._head.addLayout(self._chip_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)

    def show_review(
        self,
        review: Review,
        decisions: Mapping[str, Decision] | None = None,
        standings: Mapping[str, Standing] | None = None,
    ) -> None:
        """List the findings of `review` that ask for a decision, and choose the worst."""
        self.model.show_review(review, decisions, standings)
        self._count()
        self._chip_of["all"].setChecked(True)
        self.search.clear()
        self._filter()

    def show_decisions(self, decisions: Mapping[str, Decision]) -> None:
        """Show what is decided now; the finding worked on stays listed and chosen."""
        current = self.current_finding()
        self._keep(() if current is None else (current.clause.id,))
        self.model.show_decisions(decisions)  # the filter takes a row away at once if it is not held
        self._count()

    def current_finding(self) -> Finding | None:
        """Return the chosen finding."""
        index = self.list.currentIndex()
        return index.data(FindingsModel.FINDING_ROLE) if index.isValid() else None

    def choose(self, finding: Finding) -> None:
        """Choose the row of `finding`; the filters give way where they hide it."""
        if self._row_of(finding) is None:
            self.search.clear()
            self._chip_of["all" if self.model.is_to_decide(finding) else "none"].setChecked(True)
            self._filter()
        row = self._row_of(finding)
        if row is not None:
            self.list.setCurrentIndex(row)

    def step(self, by: int, *, severe: bool = False, undecided: bool = False) -> bool:
        """Choose the next row in the direction of `by`, of those that are severe or undecided if so wished.

        Returns:
            Whether there was one; at the ends of the list the choice stays.
        """
        row = self.list.currentIndex().row() + by
        while 0 <= row < self.shown.rowCount():
            index = self.shown.index(row, 1)
            finding: Finding = index.data(FindingsModel.FINDING_ROLE)
            is_open = index.data(FindingsModel.DECISION_ROLE).verb is None
            if (not severe or finding.severity in ("critical", "high")) and (not undecided or is_open):
                self.list.setCurrentIndex(index)
                return True
            row += by
        return False

    def minimumSizeHint(self) -> QSize:
        """Return a size that cuts off no chip and shows a finding."""
        least = super().minimumSizeHint()
        head = self._head.heightForWidth(max(self.width(), least.width()))
        row = self.list.sizeHintForRow(0) if self.shown.rowCount() else 0
        return QSize(least.width(), head + max(row, self.list.minimumSizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less on the chips where there is little room."""
        super().resizeEvent(event)
        self._name_chips()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the chips to another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._name_chips()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the letters that decide, before the list takes them for a search."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            asked = asked_by(event)
            if asked is not None:
                if not event.isAutoRepeat():  # each press moves on: a key held down would decide finding after finding
                    self.key_pressed.emit(asked)
                return True
        return super().eventFilter(watched, event)

    def _row_of(self, finding: Finding) -> QModelIndex | None:
        for row in range(self.shown.rowCount()):
            index = self.shown.index(row, 1)
            if index.data(FindingsModel.FINDING_ROLE).clause.id == finding.clause.id:
                return index
        return None

    def _count(self) -> None:
        """Say on each chip how many findings it shows, and above them how far the user is."""
        rows = [self.model.index(row, 0) for row in range(self.model.rowCount())]
        findings = [row.data(FindingsModel.FINDING_ROLE) for row in rows]
        asked = [finding for finding in findings if self.model.is_to_decide(finding)]
        decided = sum(self.model.decision_of(finding).verb is not None for finding in asked)
        self._counts = {
            **{severity: sum(finding.severity == severity for finding in asked) for severity in SEVERITIES},
            "none": sum(finding.severity == "none" for finding in findings),
            "all": len(asked),
            "undecided": len(asked) - decided,
            "decided": decided,
        }
        for kept, chip in self._chip_of.items():
            count = self._counts[kept]
            chip.setVisible(kept == "all" or (count > 0 and (kept != "undecided" or decided > 0)))
        self._name_chips()
        self.progress.setText(
            self.tr("{0} to decide · {1} decided").format(len(asked) - decided, decided) if findings else ""
        )

    def _name_chips(self) -> None:
        """Name the chips in words; by a sign where the words would take more of the height than they may."""
        pane = self.parentWidget() or self
        for is_short in (False, True):
            for kept, chip in self._chip_of.items():
                told = f"{_chip_word(kept)} {self._counts[kept]}"
                chip.setText(f"{_chip_sign(kept)} {self._counts[kept]}" if is_short else told)
                chip.setToolTip(told if is_short else "")
                chip.setAccessibleName(told)
            if self._chip_row.heightForWidth(self.width() - 4 * GAP) <= pane.height() // _CHIPS_SHARE:
                break
        self.updateGeometry()

    def _add_chip(self, kept: Filter) -> QPushButton:
        chip = QPushButton(_chip_word(kept))
        chip.setObjectName(f"chip-{kept}")
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.clicked.connect(self._filter)
        self.chips.addButton(chip)
        self._chip_of[kept] = chip
        return chip

    def _order_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("findingsOrder")
        box.setAccessibleName(self.tr("Order of the findings"))
        box.setAccessibleDescription(self.tr("Order of the findings"))  # on Linux its name is its choice
        named = {"severity": self.tr("Worst first"), "place": self.tr("By place"), "title": self.tr("By title")}
        for order in get_args(Order):
            box.addItem(named[order], order)
        box.currentIndexChanged.connect(lambda: self.shown.arrange(box.currentData()))
        return box

    def _list_view(self) -> QListView:
        view = QListView()
        view.setObjectName("findingsList")
        view.setAccessibleName(self.tr("Findings"))
        view.setModel(self.shown)
        view.setModelColumn(1)
        view.setItemDelegate(FindingDelegate(view))
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.selectionModel().currentChanged.connect(self._choose_row)
        view.installEventFilter(self)
        return view

    @Slot()
    def _filter(self) -> None:
        self._keep(())

    def _keep(self, held: tuple[str, ...]) -> None:
        """List what the chips and the words keep, and the clause types `held`."""
        kept: Filter = next((kept for kept, chip in self._chip_of.items() if chip.isChecked()), "all")
        self.shown.keep(kept, self.search.text(), held)
        self._nothing.setVisible(self.shown.rowCount() == 0 and self.model.rowCount() > 0)
        if not self.list.currentIndex().isValid():
            self.step(1)

    def _choose_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self.finding_chosen.emit(index.data(FindingsModel.FINDING_ROLE))


def _chip_word(kept: Filter) -> str:
    named: dict[str, str] = {
        "all": words.tr("All"),
        "undecided": words.tr("Undecided"),
        "decided": words.tr("Decided"),
    }
    severities: dict[str, Severity] = {severity: severity for severity in SEVERITIES}
    return named[kept] if kept in named else words.severity_word(severities[kept])


def _chip_sign(kept: Filter) -> str:
    named: dict[str, str] = {"all": words.tr("All"), "none": "✓", "undecided": "○", "decided": "●"}
    severities: dict[str, Severity] = {severity: severity for severity in SEVERITIES}
    return named[kept] if kept in named else words.severity_letter(severities[kept])
