"""Which rows of the table are listed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.desktop import words
from app.desktop.flow_layout import FlowLayout
from app.desktop.theme import GAP
from app.desktop.vendors.matrix_model import RowFilter
from app.model.clause import SEVERITIES


class FilterBar(QWidget):
    """Takes words, severities, and whether rows are listed that do not differ or do not apply.

    Signals:
        changed: The RowFilter that is asked for now.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vendorFilters")
        self.search = QLineEdit()
        self.search.setObjectName("vendorSearch")
        self.search.setPlaceholderText(self.tr("Filter clause types"))
        self.search.setAccessibleName(self.tr("Filter by title, fact or words"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._tell)
        self.chips = {severity: self._chip(words.severity_word(severity), severity) for severity in SEVERITIES}
        self.differing = self._box("vendorDiffering", self.tr("Only where they differ"), ticked=False)
        self.applying = self._box("vendorApplying", self.tr("Hide what does not apply"), ticked=True)
        self.count = QLabel()
        self.count.setObjectName("vendorCount")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty("role", "muted")
        row = FlowLayout()
        around = QVBoxLayout(self)
        around.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        around.addLayout(row)
        for widget in (self.search, *self.chips.values(), self.differing, self.applying, self.count):
            row.addWidget(widget)

    @property
    def kept(self) -> RowFilter:
        """Which rows are asked for."""
        severities = frozenset(severity for severity, chip in self.chips.items() if chip.isChecked())
        return RowFilter(
            self.search.text(),
            severities,
            is_differing=self.differing.isChecked(),
            with_apart=not self.applying.isChecked(),
        )

    def show_count(self, shown: int, every: int) -> None:
        """Say how many rows are listed."""
        if not shown and every:
            self.count.setText(self.tr("No clause type fits. Take out a word or a filter."))
        elif shown == every:
            self.count.setText(self.tr("{0} clause types").format(every))
        else:
            self.count.setText(self.tr("{0} of {1} clause types").format(shown, every))

    def clear(self) -> None:
        """Ask for all rows that apply."""
        self.search.clear()
        for chip in self.chips.values():
            chip.setChecked(False)
        self.differing.setChecked(False)

    def focus_search(self) -> None:
        """Go to the field for words."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _chip(self, word: str, severity: str) -> QPushButton:
        chip = QPushButton(word)
        chip.setObjectName(f"vendorChip-{severity}")
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.toggled.connect(self._tell)
        return chip

    def _box(self, name: str, text: str, *, ticked: bool) -> QCheckBox:
        box = QCheckBox(text)
        box.setObjectName(name)
        box.setChecked(ticked)
        box.toggled.connect(self._tell)
        return box

    def _tell(self) -> None:
        self.changed.emit(self.kept)
