"""The document as a page to read, with its findings in the margin and its redlines in the text."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from app.desktop import theme
from app.desktop.finding_marks import blocks_of, evidence_of, marks_of, uncovered_in
from app.desktop.letters import Letters
from app.desktop.link_menu import lead_word, menu_for
from app.desktop.margin import MarkedBlock, paint_margin
from app.desktop.panes.page_browser import PageBrowser
from app.desktop.reading_document import ReadingWriter, Written, select
from app.desktop.redline_text import View
from app.desktop.source_views import index_in
from app.model.document import Document
from app.model.review import Finding, Review
from app.model.span import Place, Span

_NOTHING = Written({}, {}, ())
_BEGINNING = 80  # letters that are marked where a link leads


class ReadingView(PageBrowser):
    """Shows the document of a review, or another view of its tracked changes; the text cannot be changed here.

    Nothing is ever fetched: a link to an address offers to copy it.

    Signals:
        finding_chosen: The Finding whose paragraph was clicked.
        thread_chosen: The number of the comment thread whose sign was followed.
        pointed: What is under the pointer or the keyboard's focus, in words; "" when nothing is.
    """

    finding_chosen = Signal(object)
    thread_chosen = Signal(int)
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readingView")
        self.setAccessibleName(self.tr("Document"))
        self._review: Review | None = None
        self._source: Document | None = None
        self._view: View = "redlined"
        self._written = _NOTHING
        self._marks: dict[int, tuple[Finding, ...]] = {}
        self._uncovered: dict[int, str] = {}
        self._finding: Finding | None = None
        self._chosen: tuple[int, ...] = ()
        self._looked_up: Place | None = None
        self._came_from: list[int] = []
        self.anchorClicked.connect(self._follow)
        self.highlighted.connect(lambda url: self._point(url.toString()))

    def show_review(self, review: Review) -> None:
        """Show the document of `review` from its beginning."""
        self._review = review
        self._source = None
        self._finding = None
        self._looked_up = None
        self._came_from.clear()
        self._write()
        self.verticalScrollBar().setValue(0)

    @property
    def shown_document(self) -> Document | None:
        """The document shown: that of the review, or another view of it; None before the first."""
        return self._source or (self._review.document if self._review else None)

    def show_view(self, view: View) -> None:
        """Show the text before, with, or after its redlines; the place on the page stays."""
        self._view = view
        self._rewrite()

    def show_source(self, source: Document | None) -> None:
        """Show another view of the document's tracked changes, without findings and redlines; None ends that."""
        before = self.shown_document
        self._source = source
        self._looked_up = None
        self._came_from.clear()
        self._rewrite(before)

    def show_finding(self, finding: Finding) -> None:
        """Mark a finding's paragraphs and evidence; bring one of them into view, the first unless another is."""
        self._finding = finding
        self._looked_up = None
        self._mark_words()
        in_view = tuple(number for number in self._chosen if self.is_in_view(number))
        for number in (in_view or self._chosen)[:1]:
            self.bring_into_view(number)
        if self._source is not None and finding.paragraphs:
            self.show_paragraph(finding.paragraphs[0])
        self.viewport().update()

    def show_paragraph(self, paragraph: int) -> None:
        """Bring a paragraph of the review's document into view."""
        if self._review is None:
            return
        shown = self._source or self._review.document
        number = self._written.number_of(index_in(shown, self._review.document, paragraph))
        if number is not None:
            self.bring_into_view(number)

    def show_place(self, place: Place) -> None:
        """Bring a place of the review's document into view and mark its words; `go_back` leads back."""
        self._look_up(place if self._source is None else None)
        self.show_paragraph(place.paragraph)

    def go_back(self) -> None:
        """Return to where the last jump began."""
        if self._came_from:
            self.verticalScrollBar().setValue(self._came_from.pop())

    def findings_at(self, number: int) -> tuple[Finding, ...]:
        """Return the findings marked at the block `number`, worst first."""
        return self._marks.get(number, ())

    def _write(self) -> None:
        if self._review is None:
            return
        letters = Letters(theme.reading_font(self.font()), theme.colours(self.palette()))
        if self._source is None:
            writer = ReadingWriter(self.document(), letters, self._review.document, self._review.redlines, self._view)
        else:
            writer = ReadingWriter(self.document(), letters, self._source)
        self._written = writer.write()
        reviewed = self._written.blocks if self._source is None else {}
        self._marks = marks_of(self._review, reviewed)
        self._uncovered = uncovered_in(self._review, reviewed)
        self.set_margins()
        self._mark_words()

    def _rewrite(self, shown: Document | None = None) -> None:
        """Write the text anew; a paragraph that was in view stays where it was, if it can one of the finding's.

        `shown` is what was shown so far, where that is another document than now.
        """
        before = self._written.blocks
        top = self.cursorForPosition(self.viewport().rect().topLeft()).block().blockNumber()
        candidates = (*self._chosen, *(number for number in before if number >= top))
        in_view = (number for number in candidates if self.is_in_view(number))
        kept = next((number for number in in_view if before[number].paragraph is not None), None)
        if kept is None:
            self._write()
            return
        paragraph, offset = before[kept].paragraph, self.place_of(kept).top()
        self._write()
        if paragraph is not None and shown is not None and self.shown_document is not None:
            paragraph = index_in(self.shown_document, shown, paragraph)
        now = None if paragraph is None else self._written.number_of(paragraph)
        if now is not None:
            self.scroll_by(self.place_of(now).top() - offset)

    def _mark_words(self) -> None:
        """Find the blocks of the chosen finding; set its words, or those looked up, on a ground of their own."""
        self._chosen = ()
        if self._review and self._finding and self._source is None:
            self._chosen = blocks_of(self._review, self._finding, self._written.blocks)
        colour = QColor(theme.colours(self.palette()).evidence)
        marks = []
        for number, first, last in self._marked_words():
            mark = QTextEdit.ExtraSelection()
            base = self.document().findBlockByNumber(number).position()
            mark.cursor = select(base, first, last, QTextCursor(self.document()))
            mark.format.setBackground(colour)
            marks.append(mark)
        self.setExtraSelections(marks)

    def _marked_words(self) -> Iterator[tuple[int, int, int]]:
        """Yield block, first and last position of the words to be marked."""
        if self._looked_up is not None:
            yield from self._written.words_at(self._looked_up)
        elif self._finding is not None and self._source is None:
            yield from evidence_of(self._finding, self._written)

    def _look_up(self, place: Place | None) -> None:
        """Mark the words of a place of what is shown; remember from where they are looked up."""
        self._came_from.append(self.verticalScrollBar().value())
        self._looked_up = place
        self._mark_words()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the selected finding below the text and the margin marks beside it."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = (
            MarkedBlock(
                self.place_of(number),
                self.findings_at(number),
                self._finding if number in self._chosen else None,
                self._written.blocks[number].in_cell,
                number in self._uncovered,
            )
            for number in sorted({*self._marks, *self._chosen, *self._uncovered})
            if self.is_in_view(number)
        )
        paint_margin(painter, marked, self.column(), theme.colours(self.palette()))
        painter.end()
        super().paintEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the mark means beside a paragraph that no clause type explains."""
        if isinstance(event, QHelpEvent) and event.pos().x() < self.column().left():
            about = self._uncovered.get(self.cursorForPosition(event.pos()).block().blockNumber())
            if about is not None:
                told = self.tr("{0}: no clause type explains this; read it yourself").format(about)
                QToolTip.showText(event.globalPos(), told, self.viewport())
                return True
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the finding of the paragraph that was clicked; a second click takes its next one."""
        super().mouseReleaseEvent(event)
        event.accept()
        place = event.position().toPoint()
        findings = self.findings_at(self.cursorForPosition(place).block().blockNumber())
        is_choice = event.button() == Qt.MouseButton.LeftButton and not self.anchorAt(place)
        if findings and is_choice and not self.textCursor().hasSelection():
            following = findings.index(self._finding) + 1 if self._finding in findings else 0
            self.finding_chosen.emit(findings[following % len(findings)])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy words, and what can be done with the link under the pointer."""
        menu_for(self, self._written.lead_of(self.anchorAt(event.pos()))).popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with the keys that mean it elsewhere too; the window has Alt and the left arrow."""
        if event.key() in (Qt.Key.Key_Back, Qt.Key.Key_Backspace):
            self.go_back()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next link, or the one before; say where it leads."""
        went = super().focusNextPrevChild(forward)
        self._point(self.textCursor().charFormat().anchorHref() if went else "")
        return went

    def changeEvent(self, event: QEvent) -> None:
        """Write the text anew when the palette or the font changes: its colours and sizes follow them."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._rewrite()

    def _follow(self, url: QUrl) -> None:
        """Follow a link that was clicked or entered."""
        lead, shown = self._written.lead_of(url.toString()), self.shown_document
        if lead is None or shown is None:
            return
        if lead.thread is not None:
            self.thread_chosen.emit(lead.thread)
        elif lead.paragraph is None:
            menu_for(self, lead).popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
        else:
            text = shown.paragraphs[lead.paragraph].text
            self._look_up(Place(lead.paragraph, Span(0, min(len(text), _BEGINNING))))
            self.bring_into_view(self._written.numbers[lead.paragraph])

    def _point(self, address: str) -> None:
        """Say where the link with an address leads, which the pointer or the keyboard is on."""
        lead, shown = self._written.lead_of(address), self.shown_document
        self.pointed.emit(lead_word(lead, shown) if lead and shown else "")
