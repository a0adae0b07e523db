"""The navigator's item models: the documents with their outlines, and the clause types with their verdicts."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel

from app.desktop import words
from app.desktop.plain_text import tip, visible
from app.model.clause import DEVIATIONS, SEVERITIES, Level
from app.model.document import Section
from app.model.matter import HeldDocument
from app.model.review import Finding, Review

PARAGRAPH_ROLE = Qt.ItemDataRole.UserRole
FINDING_ROLE = Qt.ItemDataRole.UserRole + 1
LEVEL_ROLE = Qt.ItemDataRole.UserRole + 2
DOCUMENT_ROLE = Qt.ItemDataRole.UserRole + 3

_LEVELS: tuple[Level, ...] = (*DEVIATIONS, "preferred", "not-applicable")


class OutlineModel(QStandardItemModel):
    """The documents of a matter in their order of precedence, each with its sections, nested as they are.

    Beside a section stands the letter of its worst finding, beside a document how many are to be decided.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 2, parent)

    def show_documents(self, documents: Sequence[HeldDocument], to_decide: Mapping[int, int]) -> None:
        """Replace all rows; `to_decide` counts the findings to decide by document."""
        self.removeRows(0, self.rowCount())
        for held in documents:
            row = _row(held.review.document.name, "")
            row[0].setData(held.id, DOCUMENT_ROLE)
            font = QFont(row[0].font())
            font.setWeight(QFont.Weight.DemiBold)
            row[0].setFont(font)
            self.appendRow(row)
            _add_sections(row[0], held)
        self.show_progress(to_decide)

    def show_progress(self, to_decide: Mapping[int, int]) -> None:
        """Show how many findings are to be decided in each document."""
        for number in range(self.rowCount()):
            head, aside = self.item(number, 0), self.item(number, 1)
            count = to_decide.get(head.data(DOCUMENT_ROLE), 0)
            told = words.tr("{0} to decide").format(count) if count else words.tr("all decided")
            aside.setText(str(count) if count else "✓")
            aside.setToolTip(told)
            head.setData(f"{head.text()}, {told}", Qt.ItemDataRole.AccessibleTextRole)

    def index_of(self, document: int, paragraph: int | None = None) -> QModelIndex:
        """Return the row of a document, or of its section that a paragraph stands in."""
        for number in range(self.rowCount()):
            head = self.item(number)
            if head.data(DOCUMENT_ROLE) == document:
                inside = None if paragraph is None else _deepest(head, paragraph)
                return (inside or head).index()
        return QModelIndex()


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


def _add_sections(head: QStandardItem, held: HeldDocument) -> None:
    ranks = ((finding, SEVERITIES.index(finding.severity)) for finding in held.review.findings)
    marked = sorted((paragraph, rank) for finding, rank in ranks for paragraph in finding.paragraphs)
    open_sections: list[tuple[int, QStandardItem]] = [(-1, head)]
    for section in held.review.document.sections:
        while open_sections[-1][0] >= section.level:
            open_sections.pop()
        row = _row(f"{section.label}  {section.title}".strip(), _worst_word(marked, section))
        row[0].setData(held.id, DOCUMENT_ROLE)
        row[0].setData(section.first, PARAGRAPH_ROLE)
        open_sections[-1][1].appendRow(row)
        open_sections.append((section.level, row[0]))


def _deepest(head: QStandardItem, paragraph: int) -> QStandardItem | None:
    """Return the last row below `head`, in reading order, that begins at or before a paragraph."""
    found = None
    for row in _below(head):
        if row.data(PARAGRAPH_ROLE) <= paragraph:
            found = row
    return found


def _below(head: QStandardItem) -> Iterator[QStandardItem]:
    for number in range(head.rowCount()):
        yield head.child(number)
        yield from _below(head.child(number))


def _clause_row(finding: Finding) -> list[QStandardItem]:
    letter = "" if finding.severity == "none" else words.severity_letter(finding.severity)
    applies = finding.level != "not-applicable"
    row = _row(finding.clause.title if applies else f"{finding.clause.title} – {finding.why}", letter)
    row[0].setData(finding, FINDING_ROLE)
    spoken = f"{finding.clause.title}, {words.level_word(finding.level).lower()}"
    told = spoken if applies else f"{spoken}: {finding.why}"
    row[0].setData(visible(told), Qt.ItemDataRole.AccessibleTextRole)
    for item in row:
        item.setToolTip(tip(finding.why))
    return row


def _row(text: str, aside: str) -> list[QStandardItem]:
    row = [QStandardItem(visible(text)), QStandardItem(aside)]
    row[1].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for item in row:
        item.setEditable(False)
    row[0].setToolTip(tip(text))
    return row


def _worst_word(marked: Sequence[tuple[int, int]], section: Section) -> str:
    """Return the letter of the worst finding in a section; "" where nothing is to be decided.

    `marked` are the paragraphs with findings in order, each with the rank of the severity.
    """
    within = marked[bisect_left(marked, (section.first, 0)) : bisect_left(marked, (section.end, 0))]
    worst = SEVERITIES[min((rank for _, rank in within), default=-1)]
    return "" if worst == "none" else words.severity_letter(worst)
