"""What narrows the list of changes: what they do for us, what they are of, how bad it is, which clause type."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QPushButton, QVBoxLayout, QWidget

from app.desktop import words
from app.desktop.comparing.change_words import aspect_word, standing_sign, standing_word
from app.desktop.comparing.entries import (
    ASPECTS,
    STANDINGS,
    Aspect,
    Entry,
    Filter,
    Standing,
    aspect_counts,
    clauses_of,
    counts,
)
from app.desktop.flow_layout import FlowLayout
from app.desktop.theme import GAP
from app.desktop.words import unmarked
from app.model.clause import SEVERITIES

_SHARE = 6  # of the height that chips in words may take


class StandingChips(QWidget):
    """One chip for each thing that changes do for us, with how many do; hidden while that is not known.

    Signals:
        changed: Another chip is chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._counts: Mapping[Standing, int] = dict.fromkeys(STANDINGS, 0)
        self._row = FlowLayout(self)
        self.chips: dict[Standing, QPushButton] = {}
        for standing in STANDINGS:
            chip = QPushButton()
            chip.setObjectName(f"changeChip-{standing}")
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(self.changed)
            self._group.addButton(chip)
            self._row.addWidget(chip)
            self.chips[standing] = chip
        self.reset()

    @property
    def standing(self) -> Standing:
        """What is chosen."""
        return next((standing for standing, chip in self.chips.items() if chip.isChecked()), "all")

    def reset(self) -> None:
        """Choose all."""
        self.chips["all"].setChecked(True)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Say how many of the entries each chip keeps."""
        self._counts = counts(entries)
        for standing, chip in self.chips.items():
            chip.setVisible(standing in ("all", self.standing) or self._counts[standing] > 0)
        self.setVisible(any(entry.is_judged for entry in entries))

    def fit(self, width: int, height: int) -> None:
        """Name the chips in words; by signs where the words would take too much of a height."""
        for is_short in (False, True):
            for standing, chip in self.chips.items():
                told = f"{standing_word(standing)} {self._counts[standing]}"
                chip.setText(f"{standing_sign(standing)} {self._counts[standing]}" if is_short else told)
                chip.setToolTip(told if is_short else "")
                chip.setAccessibleName(told)
            if self._row.heightForWidth(width) <= height // _SHARE:
                break


class ChangeFilters(QWidget):
    """Ticks for what changes are of, and boxes for severity and clause type.

    Signals:
        changed: One of them says something else.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aspects: dict[Aspect, QCheckBox] = {}
        ticks = FlowLayout()
        for aspect in ASPECTS:
            box = QCheckBox(aspect_word(aspect))
            box.setObjectName(f"changeAspect-{aspect}")
            box.setChecked(True)
            box.toggled.connect(self.changed)
            ticks.addWidget(box)
            self.aspects[aspect] = box
        self.severity = self._box("changeSeverity", self.tr("Severity of the finding"))
        self.clause = self._box("changeClause", self.tr("Clause type"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(ticks)
        column.addWidget(self.severity)
        column.addWidget(self.clause)

    @property
    def in_use(self) -> bool:
        """Whether something is left out."""
        return self.filter("all") != Filter()

    def filter(self, standing: Standing) -> Filter:
        """Return the filter that is asked for, for what a chip keeps."""
        return Filter(
            standing,
            frozenset(aspect for aspect, box in self.aspects.items() if box.isChecked()),
            self.severity.currentData() or None,
            self.clause.currentData() or "",
        )

    def reset(self) -> None:
        """Leave nothing out."""
        with QSignalBlocker(self):
            for box in self.aspects.values():
                box.setChecked(True)
            self.severity.setCurrentIndex(0)
            self.clause.setCurrentIndex(0)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Offer what the entries have, with how many of them; what is chosen stays."""
        for aspect, count in aspect_counts(entries).items():
            self.aspects[aspect].setText(f"{aspect_word(aspect)} {count}")
            self.aspects[aspect].setEnabled(count > 0)
        found = [(severity, sum(entry.severity == severity for entry in entries)) for severity in SEVERITIES]
        severities = [(f"{words.severity_word(severity)} ({count})", severity) for severity, count in found if count]
        clauses = [
            (f"{unmarked(clause.title)} ({count})", name) for name, (clause, count) in clauses_of(entries).items()
        ]
        with QSignalBlocker(self):
            _offer(self.severity, self.tr("Any severity"), severities)
            _offer(self.clause, self.tr("Any clause type"), clauses)

    def _box(self, name: str, title: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setAccessibleDescription(title)  # on Linux its name is its choice
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.currentIndexChanged.connect(self.changed)
        return box


def _offer(box: QComboBox, any_word: str, choices: Sequence[tuple[str, str]]) -> None:
    """Offer choices after one for any; what is chosen stays, where it is there still."""
    chosen = box.currentData()
    box.clear()
    box.addItem(any_word, "")
    for told, value in choices:
        box.addItem(told, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    box.setVisible(bool(choices))
