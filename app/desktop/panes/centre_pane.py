"""The document: as text to read or, for a PDF, as its pages, with the bars above it and the strip beside it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.desktop.dialogs.clause_dialog import ClauseDialog
from app.desktop.dialogs.password_dialog import PasswordDialog
from app.desktop.finder import Finder, PageSearch, ReadingSearch
from app.desktop.panes.face_bar import Face, FaceBar
from app.desktop.panes.find_bar import FindBar
from app.desktop.panes.overview_strip import OverviewStrip
from app.desktop.panes.page_view import PageView
from app.desktop.panes.reading_view import ReadingView
from app.desktop.panes.source_bar import SourceBar
from app.desktop.redline_text import View
from app.model.document import Document
from app.model.matter import Decision
from app.model.redline import Redline
from app.model.review import Finding, Review
from app.model.span import Place

_STRIP_MS = 60  # after a change of the text, before the strip follows


class CentrePane(QWidget):
    """Shows the document of a review, and finds words and clauses in it.

    Signals:
        finding_chosen: The Finding whose mark was clicked.
        thread_chosen: The number of the comment thread whose sign was followed.
        pointed: What is under the pointer or the keyboard's focus, in words; "" when nothing is.
        source_asked: The View of earlier tracked changes that the user wants to see.
        face_shown: "text" or "pages": what is shown of the document now.
    """

    finding_chosen = Signal(object)
    thread_chosen = Signal(int)
    pointed = Signal(str)
    source_asked = Signal(str)
    face_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._finding: Finding | None = None
        self._was_asked = False  # for the password of the document
        self._wanted: Face = "text"  # of documents that have both, until the window closes
        self.source_bar = SourceBar()
        self.face_bar = FaceBar()
        self.find_bar = FindBar()
        self.reading = ReadingView()
        self.pages = PageView()
        self.strip = OverviewStrip()
        self._in_text, self._on_pages = ReadingSearch(self.reading), PageSearch(self.pages)
        self._finder = Finder(self.find_bar, self._in_text, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.reading)
        self._stack.addWidget(self.pages)
        self._strip_due = QTimer(self)
        self._strip_due.setSingleShot(True)
        self._strip_due.setInterval(_STRIP_MS)
        self._lay_out()
        self._connect()

    @property
    def face(self) -> Face:
        """What is shown of the document: its text or its pages."""
        return "pages" if self._stack.currentWidget() is self.pages else "text"

    @property
    def view(self) -> ReadingView | PageView:
        """The widget that shows the document now: the one to be focused."""
        return self.pages if self.face == "pages" else self.reading

    def show_review(self, review: Review, password: str = "") -> None:
        """Show the document of `review`; of the one that is shown, what has changed in its place.

        `password` is that of its file, where it is encrypted and known; else it is asked for before pages are drawn.
        """
        is_other = self._review is None or review.document is not self._review.document
        self._review = review
        if is_other:
            self._finding = None
            self._was_asked = False
            self.strip.show_finding(None)
            self.source_bar.show_document(review.document)
        self.reading.show_review(review)
        has_pages = review.document.kind == "pdf" and bool(review.document.page_list)
        if has_pages:
            self.pages.show_review(review)
            self._on_pages.show_review(review)
            if password:
                self.pages.give_password(password)
        if is_other:
            self.face_bar.setVisible(has_pages)
            self._turn_to(self._wanted if has_pages else "text")
        self._strip_due.start()

    def show_face(self, face: Face) -> None:
        """Show the text or the pages of the document, at the same place; so of the next documents that have both."""
        self._wanted = face
        before = self.in_view()
        if face == self.face:
            return
        self._turn_to(face)
        carried = self._finding.paragraphs if self._finding is not None else ()
        if self._finding is not None:
            self.view.show_finding(self._finding)
        if before and not set(before).intersection(carried):
            self.view.show_paragraph(before[0])

    def show_finding(self, finding: Finding) -> None:
        """Mark a finding's paragraphs and words, and bring them into view."""
        self._finding = finding
        self.strip.show_finding(finding)
        self.view.show_finding(finding)

    def show_place(self, place: Place) -> None:
        """Bring a place into view and mark its words."""
        self.view.show_place(place)

    def show_paragraph(self, paragraph: int) -> None:
        """Bring a paragraph into view."""
        self.view.show_paragraph(paragraph)

    def show_view(self, view: View) -> None:
        """Show the document before, with, or after its redlines; pages are those of the file, marked or not."""
        self.reading.show_view(view)
        self.pages.show_view(view)

    def show_decisions(self, decisions: Mapping[str, Decision]) -> None:
        """Show beside the findings what was decided on them, by clause type."""
        self.reading.show_decisions(decisions)
        self.pages.show_decisions(decisions)
        self.strip.show_decisions(decisions)

    def preview(self, redline: Redline | None) -> None:
        """Show a redline in place of the one of its clause type, until None brings that back."""
        self.reading.preview(redline)
        self.pages.preview(redline)

    def show_source(self, document: Document | None) -> None:
        """Show another view of the document's tracked changes, without findings and redlines; None ends that."""
        self.reading.show_source(document)
        self.keep_source()

    def keep_source(self) -> None:
        """Show that the view of tracked changes is what it was."""
        shown = self.reading.shown_document
        if shown is not None:
            self.source_bar.show_view(shown.view)

    def find_words(self) -> None:
        """Ask for words to be found, at first those that are selected."""
        selected = self.reading.textCursor().selectedText() if self.face == "text" else ""
        self.find_bar.open_bar("" if "\u2029" in selected else selected)

    def go_to_clause(self) -> None:
        """Ask for the number of a clause, and go there."""
        if self._review is None:
            return
        paragraph = ClauseDialog.ask(self, self._review.document)
        if paragraph is not None:
            self.show_paragraph(paragraph)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Return to where the last jump began."""
        self.view.go_back()

    def in_view(self) -> tuple[int, ...]:
        """Return the paragraphs of which words are in view."""
        if self.face == "pages":
            return self.pages.in_view()
        last = self.reading.cursorForPosition(self.reading.viewport().rect().bottomLeft()).blockNumber()
        blocks = self.reading.written.blocks
        shown = (blocks[number].paragraph for number in range(self.reading.top_block(), last + 1) if number in blocks)
        return tuple(paragraph for paragraph in shown if paragraph is not None)

    def close_pages(self) -> None:
        """Draw no more pages: to be called before the window goes."""
        self.pages.close_pages()

    def _ask_for_password(self) -> None:
        """Ask for the password of the file, so that its pages can be drawn."""
        if self._review is not None:
            password = PasswordDialog.ask(self, self._review.document.name, again=self._was_asked)
            if password is not None:
                self._was_asked = True
                self.pages.give_password(password)

    def _turn_to(self, face: Face) -> None:
        self.face_bar.show_face(face)
        self._stack.setCurrentWidget(self.pages if face == "pages" else self.reading)
        self._finder.turn_to(self._on_pages if face == "pages" else self._in_text)
        self._strip_due.start()
        self.face_shown.emit(face)

    def _show_strip(self) -> None:
        self.strip.show_marks(self.view.overview())

    def _follow_text(self) -> None:
        """Take in that the text, or how high it is, has changed."""
        self._finder.look_again()
        self._strip_due.start()

    def _go_to_share(self, share: float) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def _lay_out(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._stack, 1)
        beside.addWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in (self.source_bar, self.face_bar, self.find_bar):
            column.addWidget(bar)
        column.addLayout(beside, 1)

    def _connect(self) -> None:
        self.source_bar.view_asked.connect(self.source_asked)
        self.face_bar.face_asked.connect(self.show_face)
        self.face_bar.zoom_asked.connect(self.pages.zoom)
        self.reading.finding_chosen.connect(self.finding_chosen)
        self.reading.thread_chosen.connect(self.thread_chosen)
        self.reading.pointed.connect(self.pointed)
        self.reading.laid_out.connect(self._follow_text)
        self.pages.finding_chosen.connect(self.finding_chosen)
        self.pages.password_asked.connect(self._ask_for_password)
        self.pages.laid_out.connect(self._strip_due.start)
        self.strip.finding_chosen.connect(self.finding_chosen)
        self.strip.share_chosen.connect(self._go_to_share)
        self._strip_due.timeout.connect(self._show_strip)
        self._finder.closed.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
