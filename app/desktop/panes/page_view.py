"""The pages of a PDF as they are printed, with the findings beside them and the redlines on them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from operator import itemgetter
from textwrap import wrap

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.desktop.overview import OverviewMark
from app.desktop.page_delegate import Shown
from app.desktop.page_marks import PageMark, carrying, evidence_places, parts_of, stretches
from app.desktop.panes.page_list import PageList
from app.desktop.plain_text import visible
from app.desktop.redline_text import View
from app.model.matter import Decision
from app.model.redline import Redline
from app.model.review import Finding, Review
from app.model.span import Place

_TIP_LETTERS = 64


class PageView(PageList):
    """Shows the pages of a review's document, drawn as they come into view; nothing can be changed here.

    Signals:
        finding_chosen: The Finding whose mark was clicked.
        password_asked: The user wants to give the password of the file, without which its pages cannot be drawn.
    """

    finding_chosen = Signal(object)
    password_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageView")
        self.setAccessibleName(self.tr("Pages"))
        self._review: Review | None = None
        self._came_from: list[int] = []
        self.setMouseTracking(True)

    def show_review(self, review: Review) -> None:
        """Show the pages of `review`; those of the document shown so far stay where they are."""
        is_other = self._review is None or review.document.sha256 != self._review.document.sha256
        self._review = review
        self._drawer.show_document(review.document)
        self._pages.show_review(review)
        self._painter.is_marked_right = self._pages.is_marked_right
        if is_other:
            self._painter.shown = Shown(with_changes=self._painter.shown.with_changes)
            self._came_from.clear()
            self.fit()
            self.verticalScrollBar().setValue(0)
            self.follow_scrolling()
        elif self._painter.shown.finding is not None:
            chosen = self._painter.shown.finding.clause.id
            now = next((each for each in review.findings if each.clause.id == chosen), None)
            self._stand_out(replace(self._painter.shown, finding=now))
        self.refresh()

    @property
    def wants_password(self) -> bool:
        """Whether pages in view cannot be drawn because the file is encrypted."""
        return any(self._drawer.problem_of(row + 1) == "protected" for row in self.rows_in_view())

    def give_password(self, password: str) -> None:
        """Draw the pages with the password of the file."""
        self._drawer.give_password(password)
        self.refresh()

    def preview(self, redline: Redline | None) -> None:
        """Mark another redline of a finding in place of the review's, until None is given."""
        if self._review is not None:
            others = (each for each in self._review.redlines if redline is None or each.clause != redline.clause)
            redlines = (*others, *(() if redline is None else (redline,)))
            self._pages.show_review(replace(self._review, redlines=redlines))
            self.refresh()

    def show_view(self, view: View) -> None:
        """Show the pages with the redlines marked on them, or as they are ("original")."""
        self._stand_out(replace(self._painter.shown, with_changes=view != "original"))
        self.laid_out.emit()

    def show_finding(self, finding: Finding) -> None:
        """Mark a finding's paragraphs and evidence; bring one of them into view, the first unless another is."""
        if self._review is None:
            return
        paragraphs = self._review.document.paragraphs
        evidence = [
            each for place in evidence_places(finding) for each in stretches(paragraphs[place.paragraph], place.span)
        ]
        self._stand_out(replace(self._painter.shown, finding=finding, evidence=tuple(evidence)))
        if not any(self.is_in_view(each) for each in evidence):
            carried = carrying(self._review, finding)
            parts = evidence or [part for index in carried for part in parts_of(paragraphs[index].boxes)]
            self.bring_into_view(parts)

    def show_paragraph(self, paragraph: int) -> None:
        """Bring a paragraph of the document into view."""
        if self._review is not None:
            self.bring_into_view(parts_of(self._review.document.paragraphs[paragraph].boxes))

    def show_place(self, place: Place) -> None:
        """Bring a place of the document into view and mark its words; `go_back` leads back."""
        if self._review is not None:
            self._came_from.append(self.verticalScrollBar().value())
            words = stretches(self._review.document.paragraphs[place.paragraph], place.span)
            self._stand_out(replace(self._painter.shown, evidence=tuple(words)))
            self.bring_into_view(words or parts_of(self._review.document.paragraphs[place.paragraph].boxes))

    def go_back(self) -> None:
        """Return to where the last jump began."""
        if self._came_from:
            self.verticalScrollBar().setValue(self._came_from.pop())

    def show_decisions(self, decisions: Mapping[str, Decision]) -> None:
        """Show beside the findings what was decided on them, by clause type."""
        self._stand_out(replace(self._painter.shown, decisions=dict(decisions)))

    def show_found(self, places: Sequence[Place], current: int) -> None:
        """Mark words that were found, the current one more; bring that into view. -1 is none."""
        if self._review is None:
            return
        paragraphs = self._review.document.paragraphs
        found = [stretches(paragraphs[place.paragraph], place.span) for place in places]
        chosen = found[current] if 0 <= current < len(found) else []
        marked = tuple(each for words in found for each in words)
        self._stand_out(replace(self._painter.shown, found=marked, current=tuple(chosen)))
        if not any(self.is_in_view(each) for each in chosen):
            self.bring_into_view(chosen)

    def overview(self) -> tuple[OverviewMark, ...]:
        """Return where findings and changes stand in the height of all pages."""
        height = self.verticalScrollBar().maximum() + self.viewport().height()
        marks: list[tuple[float, OverviewMark]] = []
        for page in self._pages.pages if self._pages.pages and height else ():
            on_page = self._pages.marks_of(page.number)
            top = self.sheet_of(page.number - 1).top() + self.verticalScrollBar().value()
            for mark in on_page.marks:
                share = (top + mark.place.top() * self.scale) / height
                marks += [(share, OverviewMark(share, finding)) for finding in mark.findings]
            for change in on_page.changes if self._painter.shown.with_changes else ():
                share = (top + change.place.top() * self.scale) / height
                marks.append((share, OverviewMark(share, kind="inserted" if change.inserted else "deleted")))
        return tuple(mark for _, mark in sorted(marks, key=itemgetter(0)))

    def in_view(self) -> tuple[int, ...]:
        """Return the paragraphs of which words are in view."""
        numbers = {row + 1 for row in self.rows_in_view()}
        paragraphs = self._review.document.paragraphs if self._review is not None else ()
        return tuple(
            each.index
            for each in paragraphs
            if any(self.is_in_view(part) for part in parts_of([box for box in each.boxes if box.page in numbers]))
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the finding of the mark that was clicked; a second click takes its next one."""
        super().mouseReleaseEvent(event)
        if self.wants_password:
            self.password_asked.emit()
            return
        findings = [each for mark in self._marks_at(event.position().toPoint()) for each in mark.findings]
        if findings and event.button() == Qt.MouseButton.LeftButton:
            shown = self._painter.shown.finding
            following = findings.index(shown) + 1 if shown in findings else 0
            self.finding_chosen.emit(findings[following % len(findings)])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked."""
        super().mouseMoveEvent(event)
        is_mark = bool(self._marks_at(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_mark else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the mark under the pointer means."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            told = ""
            if index.isValid():
                marks = self._pages.marks_of(index.row() + 1)
                told = self._painter.tip_at(event.pos().toPointF(), self.sheet_of(index.row()), marks)
            QToolTip.showText(event.globalPos(), _folded(told), self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the password with Enter, where one is wanted."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.wants_password:
            self.password_asked.emit()
        else:
            super().keyPressEvent(event)

    def _stand_out(self, shown: Shown) -> None:
        """Let other marks stand out."""
        self._painter.shown = shown
        self.viewport().update()

    def _marks_at(self, point: QPoint) -> list[PageMark]:
        index = self.indexAt(point)
        if not index.isValid():
            return []
        sheet = self.sheet_of(index.row())
        marks = self._pages.marks_of(index.row() + 1).marks
        return [mark for mark in marks if self._painter.reach_of(mark, sheet).contains(point.toPointF())]


def _folded(text: str) -> str:
    """Return a tip in lines of a readable length, escaped: Qt takes some texts for HTML, and folds no other."""
    lines = (line for part in text.split("\n") for line in (wrap(part, _TIP_LETTERS) or [""]))
    return escape(visible("\n".join(lines))).replace("\n", "<br>")
