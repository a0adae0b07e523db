"""The navigator's item models: the document's outline, and the clause types with their verdicts."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from app.desktop import words
from app.model.clause import DEVIATIONS, SEVERITIES, Level
from app.model.document import Section
from app.model.review import Finding, Review

PARAGRAPH_ROLE = Qt.ItemDataRole.UserRole
FINDING_ROLE = Qt.ItemDataRole.UserRole + 1
LEVEL_ROLE = Qt.ItemDataRole.UserRole + 2

_LEVELS: tuple[Level, ...] = (*DEVIATIONS, "preferred", "not-applicable")


class OutlineModel(QStandardItemModel):
    """The sections of a document, nested as they are, each with the letter of its worst finding."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 2, parent)

    def show_review(self, review: Review) -> None:
        """Replace all rows."""
        self.removeRows(0, self.rowCount())
        ranks = ((finding, SEVERITIES.index(finding.severity)) for finding in review.findings)
        marked = sorted((paragraph, rank) for finding, rank in ranks for paragraph in finding.paragraphs)
        open_sections: list[tuple[int, QStandardItem]] = [(-1, self.invisibleRootItem())]
        for section in review.document.sections:
            while open_sections[-1][0] >= section.level:
                open_sections.pop()
            row = _row(f"{section.label}  {section.title}".strip(), _worst_word(marked, section))
            row[0].setData(section.first, PARAGRAPH_ROLE)
            open_sections[-1][1].appendRow(row)
            open_sections.append((section.level, row[0]))


class ClauseTypesModel(QStandardItemModel):
    """The clause types of the library under their verdict, those to decide first, with the letter of their severity."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 2, parent)

    def show_review(self, review: Review) -> None:
        """Replace all rows."""
        self.removeRows(0, self.rowCount())
        for level in _LEVELS:
            findings = [finding for finding in review.findings if finding.level == level]
            if findings:
                head = _row(f"{words.level_glyph(level)}  {words.level_word(level)}", str(len(findings)))
                head[0].setData(level, LEVEL_ROLE)
                self.appendRow(head)
                for finding in findings:
                    head[0].appendRow(_clause_row(finding))

    def index_of(self, finding: Finding) -> QModelIndex:
        """Return the row of a finding's clause type."""
        for top in range(self.rowCount()):
            head = self.item(top)
            for row in range(head.rowCount()):
                if head.child(row).data(FINDING_ROLE).clause.id == finding.clause.id:
                    return head.child(row).index()
        return QModelIndex()


def _clause_row(finding: Finding) -> list[QStandardItem]:
    letter = "" if finding.severity == "none" else words.severity_letter(finding.severity)
    row = _row(finding.clause.title, letter)
    row[0].setData(finding, FINDING_ROLE)
    spoken = f"{finding.clause.title}, {words.level_word(finding.level).lower()}"
    row[0].setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    for item in row:
        item.setToolTip(finding.why)
    return row


def _row(text: str, aside: str) -> list[QStandardItem]:
    row = [QStandardItem(text), QStandardItem(aside)]
    row[1].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for item in row:
        item.setEditable(False)
    row[0].setToolTip(text)
    return row


def _worst_word(marked: Sequence[tuple[int, int]], section: Section) -> str:
    """Return the letter of the worst finding in a section; "" where nothing is to be decided.

    `marked` are the paragraphs with findings in order, each with the rank of the severity.
    """
    within = marked[bisect_left(marked, (section.first, 0)) : bisect_left(marked, (section.end, 0))]
    worst = SEVERITIES[min((rank for _, rank in within), default=-1)]
    return "" if worst == "none" else words.severity_letter(worst)
