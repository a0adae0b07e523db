"""The pages of a PDF as they are printed, with the findings beside them and the redlines on them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from operator import itemgetter
from textwrap import wrap
from typing import NamedTuple

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from app.desktop.overview import OverviewMark
from app.desktop.page_delegate import GUTTER, PageDelegate, Shown, size_of
from app.desktop.page_drawer import PageDrawer
from app.desktop.page_marks import PageMark, Stretch, carrying, evidence_places, parts_of, stretches
from app.desktop.pages_model import PagesModel
from app.desktop.redline_text import View
from app.desktop.theme import GAP
from app.model.matter import Decision
from app.model.redline import Redline
from app.model.review import Finding, Review
from app.model.span import Place

_SMALLEST, _LARGEST = 0.2, 6.0  # pixels a point
_STEP = 1.2
_PAUSE_MS = 40  # before pages are drawn in another size
_TIP_LETTERS = 64
_UPPER = 0.2  # of the height: where a place that is looked up comes to stand


class _Spot(NamedTuple):
    """What stands at the top of the view: a row, and how far down its page, in points."""

    row: int
    down: float


class PageView(QListView):
    """Shows the pages of a review's document, drawn as they come into view; nothing can be changed here.

    Signals:
        finding_chosen: The Finding whose mark was clicked.
        laid_out: The pages, their marks or their heights changed.
    """

    finding_chosen = Signal(object)
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageView")
        self.setAccessibleName(self.tr("Pages"))
        self._review: Review | None = None
        self._came_from: list[int] = []
        self._fits = True
        self._drawer = PageDrawer(self)
        self._drawer.drawn.connect(self._show_drawn)
        self._pages = PagesModel(self)
        self._painter = PageDelegate(self._drawer, self)
        self.setModel(self._pages)
        self.setItemDelegate(self._painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAutoScroll(False)  # the reader scrolls; the current page only follows
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setMouseTracking(True)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_PAUSE_MS)
        self._settle.timeout.connect(self._want_pages)
        self.verticalScrollBar().valueChanged.connect(self._follow_scrolling)

    @property
    def scale(self) -> float:
        """How large the pages are shown, in pixels for each point."""
        return self._painter.scale

    def show_review(self, review: Review, password: str = "") -> None:
        """Show the pages of `review`; those of the document shown so far stay where they are."""
        is_other = self._review is None or review.document.sha256 != self._review.document.sha256
        self._review = review
        self._drawer.show_document(review.document, password)
        self._pages.show_review(review)
        if is_other:
            self._painter.shown = Shown(with_changes=self._painter.shown.with_changes)
            self._came_from.clear()
            self._fit()
            self.verticalScrollBar().setValue(0)
        elif self._painter.shown.finding is not None:
            chosen = self._painter.shown.finding.clause.id
            now = next((each for each in review.findings if each.clause.id == chosen), None)
            self._stand_out(replace(self._painter.shown, finding=now))
        self._refresh()

    def preview(self, redline: Redline | None) -> None:
        """Mark another redline of a finding in place of the review's, until None is given."""
        if self._review is not None:
            others = (each for each in self._review.redlines if redline is None or each.clause != redline.clause)
            redlines = (*others, *(() if redline is None else (redline,)))
            self._pages.show_review(replace(self._review, redlines=redlines))
            self._refresh()

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
        if not any(self._is_in_view(each) for each in evidence):
            carried = carrying(self._review, finding)
            parts = evidence or [part for index in carried for part in parts_of(paragraphs[index].boxes)]
            self._bring_into_view(parts)

    def show_paragraph(self, paragraph: int) -> None:
        """Bring a paragraph of the document into view."""
        if self._review is not None:
            self._bring_into_view(parts_of(self._review.document.paragraphs[paragraph].boxes))

    def show_place(self, place: Place) -> None:
        """Bring a place of the document into view and mark its words; `go_back` leads back."""
        if self._review is not None:
            self._came_from.append(self.verticalScrollBar().value())
            words = stretches(self._review.document.paragraphs[place.paragraph], place.span)
            self._stand_out(replace(self._painter.shown, evidence=tuple(words)))
            self._bring_into_view(words or parts_of(self._review.document.paragraphs[place.paragraph].boxes))

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
        if not any(self._is_in_view(each) for each in chosen):
            self._bring_into_view(chosen)

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
        numbers = {row + 1 for row in self._rows_in_view()}
        paragraphs = self._review.document.paragraphs if self._review is not None else ()
        return tuple(
            each.index
            for each in paragraphs
            if any(self._is_in_view(part) for part in parts_of([box for box in each.boxes if box.page in numbers]))
        )

    def zoom(self, steps: int) -> None:
        """Show the pages larger, or with negative steps smaller; 0 fits them to the width again."""
        self._fits = steps == 0
        self._scale_to(self._fitting() if self._fits else self.scale * _STEP**steps)

    def close_pages(self) -> None:
        """Draw nothing more and wait for what is being drawn: to be called before the window goes."""
        self._drawer.close()

    def sheet_of(self, row: int) -> QRectF:
        """Return where the sheet of the page in a row lies in the viewport."""
        return self._painter.sheet(self.visualRect(self._pages.index(row)), self._pages.pages[row])

    def place_of(self, stretch: Stretch) -> QRectF:
        """Return where a place of a page stands in the viewport."""
        return self._painter.on_sheet(stretch.place, self.sheet_of(stretch.page - 1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the finding of the mark that was clicked; a second click takes its next one."""
        super().mouseReleaseEvent(event)
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
        """Scroll and zoom with the keys that mean it."""
        bar = self.verticalScrollBar()
        page = self.viewport().height() - 3 * GAP
        steps = {
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: page,
            Qt.Key.Key_Up: -5 * GAP,
            Qt.Key.Key_Down: 5 * GAP,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.ZoomIn) or (is_control and event.key() == Qt.Key.Key_Equal):
            self.zoom(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom(-1)
        elif is_control and event.key() == Qt.Key.Key_0:
            self.zoom(0)
        elif event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as the view, where that is what was asked for."""
        super().resizeEvent(event)
        if self._fits:
            self._fit()
        self._settle.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is in view."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing while nothing is seen; wait for the page that is being drawn when the window goes."""
        super().hideEvent(event)
        self._settle.stop()
        self._drawer.stop()
        if not self.window().isVisible():
            self.close_pages()

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

    def _rows_in_view(self) -> range:
        """Return the rows of the pages of which some is in view."""
        count = self._pages.rowCount()
        if not count:
            return range(0)
        first = self.indexAt(QPoint(self.viewport().width() // 2, 0))
        last = self.indexAt(QPoint(self.viewport().width() // 2, self.viewport().height() - 1))
        return range(first.row() if first.isValid() else 0, (last.row() if last.isValid() else count - 1) + 1)

    def _is_in_view(self, stretch: Stretch) -> bool:
        place = self.place_of(stretch)
        return place.bottom() > 0 and place.top() < self.viewport().height()

    def _bring_into_view(self, parts: Sequence[Stretch]) -> None:
        """Scroll so that the first part stands in the upper part of the view, unless it is wholly in view."""
        if not parts or parts[0].page > self._pages.rowCount():
            return
        place = self.place_of(parts[0])
        if place.top() < 0 or place.bottom() > self.viewport().height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(place.top() - _UPPER * self.viewport().height()))
        across, width = self.horizontalScrollBar(), self.viewport().width()
        if place.left() < 0 or place.right() > width:
            across.setValue(across.value() + round(place.left() - GUTTER))

    def _fitting(self) -> float:
        """Return the scale at which pages of the usual width fill the view."""
        widths = Counter(round(size_of(page)[0]) for page in self._pages.pages)
        usual = widths.most_common(1)[0][0] if widths else 1
        return max(_SMALLEST, min(_LARGEST, (self.viewport().width() - 2 * GUTTER) / max(usual, 1)))

    def _fit(self) -> None:
        if self._fits and self._pages.rowCount():
            self._scale_to(self._fitting())

    def _scale_to(self, scale: float) -> None:
        """Show the pages at another scale; what stands at the top of the view stays there."""
        scale = max(_SMALLEST, min(_LARGEST, scale))
        if scale == self.scale:
            return
        spot = self._top()
        self._painter.scale = scale
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        if spot is not None:
            sheet = self.sheet_of(spot.row)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(sheet.top() + spot.down * scale))
        self._refresh()

    def _top(self) -> _Spot | None:
        rows = self._rows_in_view()
        return _Spot(rows.start, -self.sheet_of(rows.start).top() / self.scale) if rows else None

    def _refresh(self) -> None:
        self.viewport().update()
        self._settle.start()
        self.laid_out.emit()

    def _want_pages(self) -> None:
        """Have the pages in view drawn, then their neighbours."""
        if not self.isVisible():
            return
        rows, pages = self._rows_in_view(), self._pages.pages
        neighbours = (row for row in (rows.stop, rows.start - 1) if 0 <= row < len(pages))
        self._drawer.want([pages[row] for row in (*rows, *neighbours)], self.scale * self.devicePixelRatioF())

    def _follow_scrolling(self) -> None:
        """Have what came into view drawn; let a screen reader's page be the one in the middle."""
        if not self._settle.isActive():
            self._settle.start()
        middle = self.indexAt(self.viewport().rect().center())
        if middle.isValid() and middle != self.currentIndex():
            self.selectionModel().setCurrentIndex(middle, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _show_drawn(self, number: int) -> None:
        self.update(self._pages.index(number - 1))


def _folded(text: str) -> str:
    """Return a tip in lines of a readable length, escaped: Qt takes some texts for HTML, and folds no other."""
    lines = (line for part in text.split("\n") for line in (wrap(part, _TIP_LETTERS) or [""]))
    return escape("\n".join(lines)).replace("\n", "<br>")
