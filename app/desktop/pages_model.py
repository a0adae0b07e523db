"""The pages of a document as a Qt model, each with what is marked on it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.desktop import words
from app.desktop.page_marks import PageMarks, marks_by_page
from app.model.document import Page
from app.model.review import Review

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_UNMARKED = PageMarks()


class PagesModel(QAbstractListModel):
    """Holds one row for each page; read-only."""

    PAGE_ROLE = Qt.ItemDataRole.UserRole
    MARKS_ROLE = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._marks: dict[int, PageMarks] = {}

    def show_review(self, review: Review) -> None:
        """Replace all rows; those of the same document stay, with other marks."""
        marks = marks_by_page(review)
        if review.document.page_list == self._pages:
            self._marks = marks
            if self._pages:
                self.dataChanged.emit(self.index(0), self.index(len(self._pages) - 1))
            return
        self.beginResetModel()
        self._pages, self._marks = review.document.page_list, marks
        self.endResetModel()

    @property
    def pages(self) -> Sequence[Page]:
        """All pages in their order."""
        return self._pages

    def marks_of(self, number: int) -> PageMarks:
        """Return what is marked on the page with a number, from 1."""
        return self._marks.get(number, _UNMARKED)

    @property
    def is_marked_right(self) -> bool:
        """Whether there are marks to be set on the right of pages: some have several columns."""
        return any(
            any(mark.side == "right" for mark in marks.marks) or any(gap.side == "right" for gap in marks.gaps)
            for marks in self._marks.values()
        )

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of pages."""
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a page, its marks, or what a screen reader says of it."""
        if not index.isValid():
            return None
        page = self._pages[index.row()]
        if role == self.PAGE_ROLE:
            return page
        if role == self.MARKS_ROLE:
            return self.marks_of(page.number)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Page {0}").format(page.number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(page)
        return None

    def _spoken(self, page: Page) -> str:
        place = self.tr("Page {0} of {1}").format(page.number, len(self._pages))
        findings = self.marks_of(page.number).findings
        if not findings:
            return self.tr("{0}, no findings").format(place)
        told = (
            self.tr("{0} ({1})").format(finding.clause.title, words.severity_word(finding.severity).lower())
            for finding in findings
        )
        return self.tr("{0}, findings: {1}").format(place, ", ".join(told))
