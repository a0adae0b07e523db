"""The document: as text to read or, for a PDF, as its pages, with the bars above it and the strip beside it."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.desktop.panes.page_view import PageView
from app.desktop.panes.reading_view import ReadingView
from app.desktop.panes.source_bar import SourceBar
from app.desktop.redline_text import View
from app.desktop.theme import GAP
from app.model.document import Document
from app.model.review import Finding, Review
from app.model.span import Place

Face = Literal["text", "pages"]


class CentrePane(QWidget):
    """Shows the document of a review, and finds words and clauses in it.

    Signals:
        finding_chosen: The Finding whose mark was clicked.
        thread_chosen: The number of the comment thread whose sign was followed.
        pointed: What is under the pointer or the keyboard's focus, in words; "" when nothing is.
        source_asked: The View of earlier tracked changes that the user wants to see.
    """

    finding_chosen = Signal(object)
    thread_chosen = Signal(int)
    pointed = Signal(str)
    source_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._finding: Finding | None = None
        self._wanted: Face = "text"  # of documents that have both, until the window closes
        self.source_bar = SourceBar()
        self.reading = ReadingView()
        self.pages = PageView()
        self.faces: dict[Face, QPushButton] = {}
        self._switch = self._make_switch()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.reading)
        self._stack.addWidget(self.pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.source_bar)
        column.addWidget(self._switch)
        column.addWidget(self._stack, 1)
        self.source_bar.view_asked.connect(self.source_asked)
        self.reading.finding_chosen.connect(self.finding_chosen)
        self.reading.thread_chosen.connect(self.thread_chosen)
        self.reading.pointed.connect(self.pointed)
        self.pages.finding_chosen.connect(self.finding_chosen)

    @property
    def face(self) -> Face:
        """What is shown of the document: its text or its pages."""
        return "pages" if self._stack.currentWidget() is self.pages else "text"

    @property
    def view(self) -> QWidget:
        """The widget that shows the document now: the one to be focused."""
        return self.pages if self.face == "pages" else self.reading

    def show_review(self, review: Review, password: str = "") -> None:
        """Show the document of `review`; `password` is that of its file, where it is encrypted."""
        is_other = self._review is None or review.document.sha256 != self._review.document.sha256
        self._review = review
        if is_other:
            self._finding = None
        self.source_bar.show_document(review.document)
        self.reading.show_review(review)
        has_pages = review.document.kind == "pdf" and bool(review.document.page_list)
        self._switch.setVisible(has_pages)
        if has_pages:
            self.pages.show_review(review, password)
        self._turn_to(self._wanted if has_pages else "text")

    def show_face(self, face: Face) -> None:
        """Show the text or the pages of the document, at the same place; so the next documents that have both."""
        self._wanted = face
        if face != self.face:
            self._turn_to(face)
            if self._finding is not None:
                self._show_finding(self._finding)

    def show_finding(self, finding: Finding) -> None:
        """Mark a finding's paragraphs and words, and bring them into view."""
        self._finding = finding
        self._show_finding(finding)

    def show_place(self, place: Place) -> None:
        """Bring a place into view and mark its words."""
        self.pages.show_place(place) if self.face == "pages" else self.reading.show_place(place)

    def show_paragraph(self, paragraph: int) -> None:
        """Bring a paragraph into view."""
        self.pages.show_paragraph(paragraph) if self.face == "pages" else self.reading.show_paragraph(paragraph)

    def show_view(self, view: View) -> None:
        """Show the document before, with, or after its redlines; pages are always those of the file."""
        self.reading.show_view(view)
        self.pages.show_view(view)

    def show_source(self, document: Document | None) -> None:
        """Show another view of the document's tracked changes; None ends that."""
        self.reading.show_source(document)
        shown = self.reading.shown_document
        if shown is not None:
            self.source_bar.show_view(shown.view)

    def go_back(self) -> None:
        """Return to where the last jump began."""
        self.reading.go_back()

    def close_pages(self) -> None:
        """Draw no more pages: to be called before the window goes."""
        self.pages.close_pages()

    def _show_finding(self, finding: Finding) -> None:
        self.reading.show_finding(finding)
        if self.face == "pages":
            self.pages.show_finding(finding)

    def _turn_to(self, face: Face) -> None:
        self.faces[face].setChecked(True)
        self._stack.setCurrentWidget(self.pages if face == "pages" else self.reading)
        for button in self._zoom:
            button.setVisible(face == "pages")

    def _make_switch(self) -> QFrame:
        """Return the bar that switches between text and pages, with the size of the pages."""
        bar = QFrame()
        bar.setObjectName("faceBar")
        group = QButtonGroup(bar)
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        row.setSpacing(GAP // 2)
        named: tuple[tuple[Face, str, str], ...] = (
            ("text", self.tr("Text"), self.tr("Show the document as text")),
            ("pages", self.tr("Pages"), self.tr("Show the pages as they are printed")),
        )
        for face, name, told in named:
            chip = QPushButton(name)
            chip.setObjectName(f"face-{face}")
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setAccessibleName(told)
            chip.setToolTip(told)
            chip.clicked.connect(lambda _=False, face=face: self.show_face(face))
            group.addButton(chip)
            row.addWidget(chip)
            self.faces[face] = chip
        row.addStretch(1)
        self._zoom = tuple(
            self._zoom_button(name, sign, told, steps)
            for name, sign, told, steps in (
                ("zoomOut", "−", self.tr("Smaller pages (Ctrl+-)"), -1),
                ("zoomFit", self.tr("Fit width"), self.tr("Fit the pages to the width (Ctrl+0)"), 0),
                ("zoomIn", "+", self.tr("Larger pages (Ctrl++)"), 1),
            )
        )
        for button in self._zoom:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        bar.hide()
        return bar

    def _zoom_button(self, name: str, sign: str, told: str, steps: int) -> QPushButton:
        button = QPushButton(sign)
        button.setObjectName(name)
        button.setProperty("role", "chip")
        button.setAccessibleName(told)
        button.setToolTip(told)
        button.clicked.connect(lambda: self.pages.zoom(steps))
        return button
