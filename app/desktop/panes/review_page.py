"""The review page: navigator, document, findings and detail side by side."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from app.desktop.panes.detail_pane import DetailPane
from app.desktop.panes.findings_pane import FindingsPane
from app.desktop.panes.navigator import Navigator
from app.desktop.panes.reading_view import ReadingView
from app.model.review import Finding, Review
from app.model.span import Place


class ReviewPage(QSplitter):
    """Holds the panes of one review and carries a choice made in one of them to the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._review: Review | None = None
        self.navigator = Navigator()
        self.reading = ReadingView()
        self.findings = FindingsPane()
        self.detail = DetailPane()
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.right.addWidget(self.findings)
        self.right.addWidget(self.detail)
        self.right.setChildrenCollapsible(False)
        self.right.setSizes([300, 420])
        for pane in (self.navigator, self.reading, self.right):
            self.addWidget(pane)
        self.setChildrenCollapsible(False)
        self.navigator.setMinimumWidth(200)
        self.reading.setMinimumWidth(360)
        self.right.setMinimumWidth(280)
        self.setSizes([250, 760, 430])
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 4)
        self.setStretchFactor(2, 2)
        self.navigator.section_chosen.connect(self.reading.show_paragraph)
        self.navigator.finding_chosen.connect(self._choose)
        self.reading.finding_chosen.connect(self.findings.choose)
        self.findings.finding_chosen.connect(self._show_finding)
        self.detail.place_chosen.connect(self._show_place)

    def show_review(self, review: Review) -> None:
        """Show `review` in all panes, its worst finding chosen."""
        self._review = review
        self.reading.show_review(review)
        self.navigator.show_review(review)
        self.findings.show_review(review)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the widgets that F6 goes through, in reading order."""
        return (
            self.navigator.outline_view,
            self.navigator.clause_view,
            self.reading,
            self.findings.list,
            self.detail.title,
        )

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

    def _show_place(self, place: Place) -> None:
        self.reading.show_paragraph(place.paragraph)
