"""The findings of a review as Qt models."""

from collections.abc import Collection, Mapping
from typing import Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from app.desktop import words
from app.desktop.plain_text import tip, visible
from app.model.clause import SEVERITIES, Severity
from app.model.matter import UNDECIDED, Decision, Standing
from app.model.review import Finding, Review
from app.service.moves import is_to_decide

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

Filter = Literal["all", "undecided", "decided"] | Severity
"""Which findings are listed: all on which something is to be settled, those of them that are or are not decided, or
those of one severity."""

Order = Literal["severity", "place", "title"]


class FindingsModel(QAbstractTableModel):
    """Shows the findings of one review that apply, worst first, one row each, with what was decided; read-only."""

    COLUMNS = ("Severity", "Clause", "Place", "Level", "Decision")
    FINDING_ROLE = Qt.ItemDataRole.UserRole
    DECISION_ROLE = Qt.ItemDataRole.UserRole + 1
    STANDING_ROLE = Qt.ItemDataRole.UserRole + 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._findings: tuple[Finding, ...] = ()
        self._decisions: Mapping[str, Decision] = {}
        self._standings: Mapping[str, Standing] = {}

    def show_review(
        self,
        review: Review,
        decisions: Mapping[str, Decision] | None = None,
        standings: Mapping[str, Standing] | None = None,
    ) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._review = review
        self._decisions = decisions or {}
        self._standings = standings or {}
        applying = (finding for finding in review.findings if finding.level != "not-applicable")
        self._findings = tuple(sorted(applying, key=_rank))
        self.endResetModel()

    def show_decisions(self, decisions: Mapping[str, Decision]) -> None:
        """Show what is decided now; the rows stay."""
        self._decisions = decisions
        if self._findings:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def decision_of(self, finding: Finding) -> Decision:
        """Return what was decided on a finding."""
        return self._decisions.get(finding.clause.id, UNDECIDED)

    def is_to_decide(self, finding: Finding) -> bool:
        """Return whether something is to be settled on a finding, decided or not."""
        return is_to_decide(finding, self._standings.get(finding.clause.id))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of findings."""
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, or the Finding, its Decision or its Standing for roles of their own."""
        if not index.isValid() or self._review is None:
            return None
        finding = self._findings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(finding)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(finding, index.row() + 1)
        known = {
            int(self.FINDING_ROLE): finding,
            int(self.DECISION_ROLE): self.decision_of(finding),
            int(self.STANDING_ROLE): self._standings.get(finding.clause.id),
            int(Qt.ItemDataRole.ToolTipRole): tip(finding.why),
        }
        return known.get(int(role))

    def _cells(self, finding: Finding) -> tuple[str, ...]:
        if self._review is None:
            return ("",) * len(self.COLUMNS)
        return (
            words.severity_word(finding.severity),
            visible(finding.clause.title),
            visible(words.places_word(self._review.document, finding)),
            words.level_word(finding.level),
            words.decision_word(self.decision_of(finding)) if self.is_to_decide(finding) else "",
        )

    def _spoken(self, finding: Finding, ordinal: int) -> str:
        if self._review is None:
            return ""
        decided = words.decision_word(self.decision_of(finding)) if self.is_to_decide(finding) else ""
        return visible(words.spoken(self._review.document, finding, ordinal, len(self._findings), decided))


class FindingsFilter(QSortFilterProxyModel):
    """Keeps the findings of one kind that hold some words, in one of three orders."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: Filter = "all"
        self._text = ""
        self._order: Order = "severity"
        self._held: Collection[str] = ()

    def keep(self, kept: Filter, text: str = "", held: Collection[str] = ()) -> None:
        """Keep findings of a kind whose columns or reason hold `text`, case aside.

        Those on the clause types `held` stay listed though they are decided now: what is worked on does not vanish.
        """
        self._kept, self._text, self._held = kept, text.strip().casefold(), held
        self.invalidate()

    def arrange(self, order: Order) -> None:
        """Put the findings in another order."""
        self._order = order
        self.invalidate()
        self.sort(0)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Return whether a row is kept."""
        source = self._source()
        index = source.index(row, 0, parent)
        finding: Finding = index.data(FindingsModel.FINDING_ROLE)
        if not self._is_kept(source, finding):
            return False
        if not self._text:
            return True
        cells = (str(source.index(row, column, parent).data()) for column in range(source.columnCount()))
        return self._text in " ".join((*cells, finding.why)).casefold()

    def lessThan(self, left: Index, right: Index) -> bool:
        """Return whether one row stands above another."""
        one, other = (index.data(FindingsModel.FINDING_ROLE) for index in (left, right))
        if self._order == "title":
            return bool(one.clause.title.casefold() < other.clause.title.casefold())
        if self._order == "place":
            return _place(one) < _place(other)
        return left.row() < right.row()

    def _source(self) -> FindingsModel:
        source = self.sourceModel()
        if not isinstance(source, FindingsModel):
            raise TypeError("a filter of findings needs findings")
        return source

    def _is_kept(self, source: FindingsModel, finding: Finding) -> bool:
        if self._kept == "none":
            return finding.severity == "none"
        if not source.is_to_decide(finding):
            return False
        if self._kept in ("undecided", "decided"):
            is_decided = source.decision_of(finding).verb is not None
            return is_decided == (self._kept == "decided") or finding.clause.id in self._held
        return self._kept in ("all", finding.severity)


def _rank(finding: Finding) -> tuple[int, bool, int]:
    """Return the place of a finding in the list: worst first, then in reading order, absent clauses last."""
    return SEVERITIES.index(finding.severity), *_place(finding)


def _place(finding: Finding) -> tuple[bool, int]:
    return not finding.paragraphs, min(finding.paragraphs, default=0)
