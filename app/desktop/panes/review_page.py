"""The review page: what leads to places, the document, findings and detail side by side."""

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.desktop.panes.detail_pane import DetailPane
from app.desktop.panes.findings_pane import FindingsPane
from app.desktop.panes.reading_view import ReadingView
from app.desktop.panes.side_pane import SidePane
from app.desktop.panes.source_bar import SourceBar
from app.model.document import Document, View
from app.model.proofreading import Flaw
from app.model.review import Finding, Review


class ReviewPage(QSplitter):
    """Holds the panes of one review and carries a choice made in one of them to the others.

    Signals:
        source_asked: The View of earlier tracked changes that has to be read.
        source_shown: The View of them that is shown now.
    """

    source_asked = Signal(str)
    source_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._review: Review | None = None
        self._sources: dict[View, Document] = {}
        self.side = SidePane()
        self.navigator = self.side.navigator
        self.source_bar = SourceBar()
        self.reading = ReadingView()
        self.findings = FindingsPane()
        self.detail = DetailPane()
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.source_bar)
        column.addWidget(self.reading, 1)
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.right.addWidget(self.findings)
        self.right.addWidget(self.detail)
        self.right.setChildrenCollapsible(False)
        self.right.setSizes([300, 420])
        for pane in (self.side, self._middle, self.right):
            self.addWidget(pane)
        self.setChildrenCollapsible(False)
        self._middle.setMinimumWidth(360)
        self.right.setMinimumWidth(280)
        self.setSizes([250, 760, 430])
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 4)
        self.setStretchFactor(2, 2)
        self.navigator.section_chosen.connect(self.reading.show_paragraph)
        self.navigator.finding_chosen.connect(self._choose)
        self.side.place_chosen.connect(self.reading.show_place)
        self.source_bar.view_asked.connect(self._ask_for_source)
        self.reading.finding_chosen.connect(self.findings.choose)
        self.reading.thread_chosen.connect(self.side.show_thread)
        self.findings.finding_chosen.connect(self._show_finding)
        self.detail.place_chosen.connect(self.reading.show_place)

    def show_review(self, review: Review, flaws: tuple[Flaw, ...] = ()) -> None:
        """Show `review` in all panes, its worst finding chosen; `flaws` are those in the drafting."""
        self._review = review
        self._sources = {}
        self.source_bar.show_document(review.document)
        self.reading.show_review(review)
        self.side.show_review(review, flaws)
        self.findings.show_review(review)

    def show_source(self, document: Document) -> None:
        """Show another view of the document's tracked changes in its place."""
        self._sources[document.view] = document
        is_reviewed = self._review is not None and document.view == self._review.document.view
        self.reading.show_source(None if is_reviewed else document)
        self.source_bar.show_view(document.view)
        self.source_shown.emit(document.view)

    def keep_source(self) -> None:
        """Show that the view is what it was."""
        shown = self.reading.shown_document
        if shown is not None:
            self.source_bar.show_view(shown.view)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the widgets that F6 goes through, in reading order."""
        return (*self.side.panes(), self.reading, self.findings.list, self.detail.title)

    def focus_next_pane(self) -> None:
        """Move the focus to the next pane."""
        panes = self.panes()
        current = next((place for place, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(current + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_sizes(self, settings: QSettings) -> None:
        """Remember how the panes are divided."""
        for name, splitter in self._splitters():
            settings.setValue(f"panes/{name}", splitter.saveState())

    def restore_sizes(self, settings: QSettings) -> None:
        """Divide the panes as they were last."""
        for name, splitter in self._splitters():
            state = settings.value(f"panes/{name}")
            if state is not None:
                splitter.restoreState(state)

    def _splitters(self) -> tuple[tuple[str, QSplitter], ...]:
        return (("columns", self), ("right", self.right), ("left", self.navigator))

    def _ask_for_source(self, view: View) -> None:
        """Show a view of earlier tracked changes, at once if it was read before."""
        if self._review is None:
            return
        known = self._review.document if view == self._review.document.view else self._sources.get(view)
        if known is not None:
            self.show_source(known)
        else:
            self.source_asked.emit(view)

    def _choose(self, finding: Finding) -> None:
        """Choose a finding in the list; one that is not listed is only shown."""
        if finding.level == "not-applicable":
            self._show_finding(finding)
        else:
            self.findings.choose(finding)

    def _show_finding(self, finding: Finding) -> None:
        if self._review is not None:
            self.navigator.show_finding(finding)
            self.reading.show_finding(finding)
            self.detail.show_finding(self._review, finding)
