"""The findings of a review as Qt models."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from app.desktop import words
from app.model.clause import SEVERITIES, Severity
from app.model.review import Finding, Review

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class FindingsModel(QAbstractTableModel):
    """Shows the findings of one review that apply, worst first, one row each; read-only."""

    COLUMNS = ("Severity", "Clause", "Place", "Level")
    FINDING_ROLE = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._findings: tuple[Finding, ...] = ()

    def show_review(self, review: Review) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._review = review
        applying = (finding for finding in review.findings if finding.level != "not-applicable")
        self._findings = tuple(sorted(applying, key=_rank))
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of findings."""
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, or the Finding for its own role."""
        if not index.isValid() or self._review is None:
            return None
        finding = self._findings[index.row()]
        if role == self.FINDING_ROLE:
            return finding
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                words.severity_word(finding.severity),
                finding.clause.title,
                words.places_word(self._review.document, finding),
                words.level_word(finding.level),
            )[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.why
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.spoken(self._review.document, finding, index.row() + 1, len(self._findings))
        return None


class FindingsFilter(QSortFilterProxyModel):
    """Keeps the findings of some severities that hold some words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._severities: frozenset[Severity] = frozenset(SEVERITIES)
        self._text = ""

    def keep_severities(self, severities: frozenset[Severity]) -> None:
        """Keep only findings of these severities."""
        self._severities = severities
        self.invalidate()

    def keep_text(self, text: str) -> None:
        """Keep only findings whose columns or reason hold `text`, case aside."""
        self._text = text.strip().casefold()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Return whether a row is kept."""
        source = self.sourceModel()
        finding = source.index(row, 0, parent).data(FindingsModel.FINDING_ROLE)
        cells = (source.index(row, column, parent).data() for column in range(source.columnCount()))
        return finding.severity in self._severities and self._text in " ".join((*cells, finding.why)).casefold()


def _rank(finding: Finding) -> tuple[int, bool, int]:
    """Return the place of a finding in the list: worst first, then in reading order, absent clauses last."""
    first = min(finding.paragraphs, default=0)
    return SEVERITIES.index(finding.severity), not finding.paragraphs, first
