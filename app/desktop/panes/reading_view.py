"""The document as a page to read, with its findings in the margin and its redlines in the text."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.desktop import theme
from app.desktop.finding_marks import paragraphs_of
from app.desktop.letters import Letters
from app.desktop.link_menu import lead_word, menu_for
from app.desktop.panes.marked_browser import MarkedBrowser
from app.desktop.reading_document import ReadingWriter
from app.desktop.redline_text import View
from app.desktop.source_views import index_in
from app.model.document import Document
from app.model.redline import Redline
from app.model.review import Finding, Review
from app.model.span import Place, Span

_BEGINNING = 80  # letters that are marked where a link leads


class ReadingView(MarkedBrowser):
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
        self._previewed: Redline | None = None
        self._came_from: list[int] = []
        self.anchorClicked.connect(self._follow)
        self.highlighted.connect(lambda url: self._point(url.toString()))

    def show_review(self, review: Review) -> None:
        """Show the document of `review` from its beginning; of the one that is shown, what has changed in its place."""
        is_other = self._review is None or review.document is not self._review.document
        self._review = review
        self._previewed = None
        if is_other:
            self._source = None
            self._finding = None
            self._looked_up = None
            self._came_from.clear()
            self._write()
            self.verticalScrollBar().setValue(0)
            return
        if self._finding is not None:
            chosen = self._finding.clause.id
            self._finding = next((each for each in review.findings if each.clause.id == chosen), None)
        if self._source is None:
            self._update()

    @property
    def shown_document(self) -> Document | None:
        """The document shown: that of the review, or another view of it; None before the first."""
        return self._source or (self._review.document if self._review else None)

    def show_view(self, view: View) -> None:
        """Show the text before, with, or after its redlines; the place on the page stays."""
        self._view = view
        if self._source is None:
            self._update()

    def preview(self, redline: Redline | None) -> None:
        """Show a redline in place of the one of its clause type, until None brings that back."""
        self._previewed = redline
        if self._source is None:
            self._update()

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
        self.mark_words()
        if self._review is None:
            return
        if self._source is not None:
            if finding.paragraphs:
                self.show_paragraph(finding.paragraphs[0])
            return
        redline = self._review.redline_of(finding.clause.id)
        added = {new.after for new in redline.insertions} if redline else set()
        places = paragraphs_of(self._review, finding) | added
        if places:
            self.when_written(min(places), self._bring_chosen_into_view)

    def show_paragraph(self, paragraph: int) -> None:
        """Bring a paragraph of the review's document into view, as soon as it is written."""
        if self._review is None:
            return
        shown = self._source or self._review.document
        index = index_in(shown, self._review.document, paragraph)
        self.when_written(index, partial(self._bring_paragraph_into_view, index))

    def show_place(self, place: Place) -> None:
        """Bring a place of the review's document into view and mark its words; `go_back` leads back."""
        self._look_up(place if self._source is None else None)
        self.show_paragraph(place.paragraph)

    def go_back(self) -> None:
        """Return to where the last jump began."""
        if self._came_from:
            self.verticalScrollBar().setValue(self._came_from.pop())

    def _write(self) -> None:
        """Write the text, from its beginning on."""
        if self._review is None:
            return
        letters = Letters(theme.reading_font(self.font()), theme.colours(self.palette()))
        self._marked = self._review if self._source is None else None
        if self._source is None:
            writer = ReadingWriter(self.document(), letters, self._review.document, self._redlines(), self._view)
        else:
            writer = ReadingWriter(self.document(), letters, self._source)
        self.write_with(writer)

    def _update(self) -> None:
        """Write what has changed of redlines and their view; findings are marked anew."""
        self._marked = self._review
        self.rewrite_with(self._redlines(), self._view)

    def _redlines(self) -> tuple[Redline, ...]:
        """Return the redlines that are shown."""
        redlines = self._review.redlines if self._review else ()
        if self._previewed is None:
            return redlines
        return (*(each for each in redlines if each.clause != self._previewed.clause), self._previewed)

    def _rewrite(self, shown: Document | None = None) -> None:
        """Write all anew; a paragraph that was in view stays where it was, if it can one of the finding's.

        `shown` is what was shown so far, where that is another document than now.
        """
        kept = self._kept_in_view()
        self._write()
        if kept is None:
            return
        paragraph, offset = kept
        if shown is not None and self.shown_document is not None:
            paragraph = index_in(self.shown_document, shown, paragraph)
        self.when_written(paragraph, partial(self._restore, (paragraph, offset)))

    def _bring_paragraph_into_view(self, paragraph: int) -> None:
        number = self.written.number_of(paragraph)
        if number is not None:
            self.bring_into_view(number)

    def _bring_chosen_into_view(self) -> None:
        in_view = tuple(number for number in self._chosen if self.is_in_view(number))
        for number in (in_view or self._chosen)[:1]:
            self.bring_into_view(number)

    def _look_up(self, place: Place | None) -> None:
        """Mark the words of a place of what is shown; remember from where they are looked up."""
        self._came_from.append(self.verticalScrollBar().value())
        self._looked_up = place
        self.mark_words()

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
        menu_for(self, self.written.lead_of(self.anchorAt(event.pos()))).popup(event.globalPos())

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
        lead, shown = self.written.lead_of(url.toString()), self.shown_document
        if lead is None or shown is None:
            return
        if lead.thread is not None:
            self.thread_chosen.emit(lead.thread)
        elif lead.paragraph is None:
            menu_for(self, lead).popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
        else:
            text = shown.paragraphs[lead.paragraph].text
            self._look_up(Place(lead.paragraph, Span(0, min(len(text), _BEGINNING))))
            self.when_written(lead.paragraph, partial(self._bring_paragraph_into_view, lead.paragraph))

    def _point(self, address: str) -> None:
        """Say where the link with an address leads, which the pointer or the keyboard is on."""
        lead, shown = self.written.lead_of(address), self.shown_document
        self.pointed.emit(lead_word(lead, shown) if lead and shown else "")
