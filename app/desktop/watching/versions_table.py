"""The table of the versions that are watched, with days that can be corrected."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app.desktop.theme import GAP
from app.desktop.watching.day_edit import DayEdit
from app.desktop.watching.versions_model import DAY, NAME, STATE, VersionRow, VersionsModel

Index = QModelIndex | QPersistentModelIndex
_ROWS = 6  # in view at first


class DayDelegate(QStyledItemDelegate):
    """Edits the day of a version."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Return the field that the day is edited in."""
        return DayEdit("versionDay", self.tr("Day of the version"), parent)


class VersionsTable(QTableView):
    """Shows the versions, the oldest of each policy first.

    Signals:
        version_chosen: The id of the chosen version; 0 without one.
    """

    version_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("watchVersions")
        self.setAccessibleName(self.tr("Versions, the oldest first"))
        self.model_of_versions = VersionsModel(self)
        self.setModel(self.model_of_versions)
        self.setItemDelegateForColumn(DAY, DayDelegate(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(DAY, QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(STATE, QHeaderView.ResizeMode.ResizeToContents)
        self.selectionModel().currentChanged.connect(lambda: self.version_chosen.emit(self.chosen))

    @property
    def chosen(self) -> int:
        """The id of the chosen version; 0 without one."""
        row = self.currentIndex().row()
        rows = self.model_of_versions.rows
        return rows[row].id if 0 <= row < len(rows) else 0

    def show_rows(self, rows: Sequence[VersionRow]) -> None:
        """Show other versions; the chosen one stays chosen."""
        chosen = self.chosen
        self.model_of_versions.show_rows(rows)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GAP)
        place = next((place for place, row in enumerate(rows) if row.id == chosen), -1)
        if place >= 0:
            self.setCurrentIndex(self.model_of_versions.index(place, NAME))
        self.version_chosen.emit(self.chosen)
        self.updateGeometry()

    def edit_day(self) -> None:
        """Let the user correct the day of the chosen version."""
        index = self.model_of_versions.index(max(self.currentIndex().row(), 0), DAY)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first version where none is, so that the keyboard has a place."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model_of_versions.rowCount():
            self.setCurrentIndex(self.model_of_versions.index(0, NAME))

    def sizeHint(self) -> QSize:
        """Return a size for all versions, if they are few."""
        rows = min(max(self.model_of_versions.rowCount(), 2), _ROWS)
        height = self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize() + 4
        return QSize(40 * GAP, height)

    def minimumSizeHint(self) -> QSize:
        """Return a size for two versions."""
        rows = 2 * self.verticalHeader().defaultSectionSize()
        return QSize(20 * GAP, self.horizontalHeader().sizeHint().height() + rows + 4)
