"""The list of findings, with its filters."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from app.desktop import words
from app.desktop.finding_delegate import FindingDelegate
from app.desktop.findings_model import FindingsFilter, FindingsModel
from app.desktop.flow_layout import FlowLayout
from app.desktop.theme import GAP
from app.model.clause import SEVERITIES, Severity
from app.model.review import Finding, Review

_TO_DECIDE: frozenset[Severity] = frozenset({"critical", "high", "medium", "low"})


class FindingsPane(QWidget):
    """Lists the findings, worst first; one is chosen.

    Signals:
        finding_chosen: The Finding of the chosen row.
    """

    finding_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsModel(self)
        self.shown = FindingsFilter(self)
        self.shown.setSourceModel(self.model)
        self.chips = QButtonGroup(self)
        self._chip_of: dict[frozenset[Severity], QPushButton] = {}
        chip_row = FlowLayout()
        for severities in (_TO_DECIDE, *(frozenset({severity}) for severity in SEVERITIES)):
            chip_row.addWidget(self._add_chip(severities))
        self._chip_of[_TO_DECIDE].setChecked(True)
        self.search = QLineEdit()
        self.search.setObjectName("findingsFilter")
        self.search.setPlaceholderText(self.tr("Filter findings"))
        self.search.setAccessibleName(self.tr("Filter findings by words"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.list = QListView()
        self.list.setObjectName("findingsList")
        self.list.setAccessibleName(self.tr("Findings"))
        self.list.setModel(self.shown)
        self.list.setModelColumn(1)
        self.list.setItemDelegate(FindingDelegate(self.list))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.selectionModel().currentChanged.connect(self._choose_row)
        self._nothing = QLabel(self.tr("No finding fits this filter."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GAP, GAP + GAP // 2, 2 * GAP, GAP)
        head.setSpacing(GAP)
        head.addLayout(chip_row)
        head.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)

    def show_review(self, review: Review) -> None:
        """List the findings of `review` that ask for a decision, and choose the worst."""
        self.model.show_review(review)
        counted = [finding.severity for finding in review.findings if finding.level != "not-applicable"]
        for severities, chip in self._chip_of.items():
            count = sum(severity in severities for severity in counted)
            chip.setText(f"{_chip_word(severities)} {count}")
            chip.setVisible(count > 0 or severities == _TO_DECIDE)
        self._chip_of[_TO_DECIDE].setChecked(True)
        self.search.clear()
        self._filter()

    def choose(self, finding: Finding) -> None:
        """Choose the row of `finding`; the filters give way where they hide it."""
        if self._row_of(finding) is None:
            self.search.clear()
            severities = _TO_DECIDE if finding.severity in _TO_DECIDE else frozenset({finding.severity})
            self._chip_of[severities].setChecked(True)
            self._filter()
        row = self._row_of(finding)
        if row is not None:
            self.list.setCurrentIndex(row)

    def step(self, by: int) -> None:
        """Choose the row `by` rows further down; the ends of the list are kept to."""
        last = self.shown.rowCount() - 1
        if last >= 0:
            row = min(max(self.list.currentIndex().row() + by, 0), last)
            self.list.setCurrentIndex(self.shown.index(row, 1))

    def _row_of(self, finding: Finding) -> QModelIndex | None:
        for row in range(self.shown.rowCount()):
            index = self.shown.index(row, 1)
            if index.data(FindingsModel.FINDING_ROLE).clause.id == finding.clause.id:
                return index
        return None

    def _add_chip(self, severities: frozenset[Severity]) -> QPushButton:
        chip = QPushButton(_chip_word(severities))
        chip.setObjectName(f"chip-{'all' if severities == _TO_DECIDE else next(iter(severities))}")
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.clicked.connect(self._filter)
        self.chips.addButton(chip)
        self._chip_of[severities] = chip
        return chip

    def _filter(self) -> None:
        for severities, chip in self._chip_of.items():
            if chip.isChecked():
                self.shown.keep_severities(severities)
        self.shown.keep_text(self.search.text())
        self._nothing.setVisible(self.shown.rowCount() == 0 and self.model.rowCount() > 0)
        if not self.list.currentIndex().isValid():
            self.step(1)

    def _choose_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self.finding_chosen.emit(index.data(FindingsModel.FINDING_ROLE))


def _chip_word(severities: frozenset[Severity]) -> str:
    return words.tr("To decide") if severities == _TO_DECIDE else words.severity_word(next(iter(severities)))
