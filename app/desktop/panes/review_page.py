"""The page of an open matter: navigator, document, findings and detail, kept in step."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from app.desktop.panes.centre_pane import CentrePane
from app.desktop.panes.detail_pane import DetailPane
from app.desktop.panes.findings_pane import FindingsPane
from app.desktop.panes.side_pane import SidePane
from app.model.matter import UNDECIDED, Decision, HeldDocument, JournalEntry, Redrafted, Standing
from app.model.review import Finding

History = Callable[[str], tuple[JournalEntry, ...]]
"""Gives all that was ever decided on the finding on a clause type, in order."""


class ReviewPage(QSplitter):
    """Holds the panes of a matter and carries a choice made in one of them to the others.

    Signals:
        finding_shown: The Finding that is chosen now.
    """

    finding_shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._redrafted: Redrafted | None = None
        self._decisions: Mapping[str, Decision] = {}
        self._standings: Mapping[str, Standing] = {}
        self._chosen: Finding | None = None
        self._history: History = _none_known
        self.side = SidePane()
        self.navigator = self.side.navigator
        self.centre = CentrePane()
        self.reading = self.centre.reading
        self.findings = FindingsPane()
        self.detail = DetailPane()
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.right.addWidget(self.findings)
        self.right.addWidget(self.detail)
        self.right.setChildrenCollapsible(False)
        self.right.setSizes([360, 400])
        for pane in (self.side, self.centre, self.right):
            self.addWidget(pane)
        self.setChildrenCollapsible(False)
        self.centre.setMinimumWidth(360)
        self.right.setMinimumWidth(280)
        self.setSizes([264, 606, 410])
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 4)
        self.setStretchFactor(2, 2)
        self.navigator.finding_chosen.connect(self.choose)
        self.side.place_chosen.connect(self.centre.show_place)
        self.centre.finding_chosen.connect(self.findings.choose)
        self.centre.thread_chosen.connect(self.side.show_thread)
        self.findings.finding_chosen.connect(self._show_finding)
        self.detail.place_chosen.connect(self.centre.show_place)
        self.detail.previewed.connect(self.centre.preview)

    @property
    def chosen(self) -> Finding | None:
        """The finding that is shown in the detail."""
        return self._chosen

    def show_documents(self, documents: Sequence[HeldDocument], to_decide: Mapping[int, int]) -> None:
        """Show the documents of the matter, and how many findings are to be decided in each."""
        self.navigator.show_documents(documents, to_decide)

    def show_document(
        self,
        held: HeldDocument,
        redrafted: Redrafted,
        decisions: Mapping[str, Decision],
        standings: Mapping[str, Standing],
    ) -> None:
        """Show a document in all panes, its worst finding chosen, as it stands with what was decided."""
        self.detail.settle()
        review = redrafted.review
        self._redrafted, self._decisions, self._standings = redrafted, decisions, standings
        self._chosen = None
        self.centre.show_review(review)
        self.centre.show_decisions(decisions)
        self.side.show_review(review, held.flaws)
        self.navigator.show_review(held.id, held.review)
        self.findings.show_review(held.review, decisions, standings)

    def show_redlines(self, redrafted: Redrafted) -> None:
        """Show the same document with redlines drafted anew; what is chosen stays."""
        self._redrafted = redrafted
        self.centre.show_review(redrafted.review)
        self._write_detail()

    def show_decisions(self, decisions: Mapping[str, Decision], to_decide: Mapping[int, int]) -> None:
        """Show what is decided now on the findings of the document."""
        self._decisions = decisions
        self.findings.show_decisions(decisions)
        self.centre.show_decisions(decisions)
        self.navigator.show_progress(to_decide)

    def ask_history(self, history: History) -> None:
        """Ask `history` from now on what was ever decided on the chosen finding."""
        self._history = history

    def refresh_finding(self) -> None:
        """Show the chosen finding as it stands decided now."""
        self._write_detail()

    def choose(self, finding: Finding) -> None:
        """Choose a finding in the list; one that is not listed is only shown."""
        if finding.level == "not-applicable":
            self._show_finding(finding)
        else:
            self.findings.choose(finding)

    def choose_clause(self, clause: str) -> None:
        """Choose the finding on a clause type, if there is one."""
        for finding in self._redrafted.review.findings if self._redrafted else ():
            if finding.clause.id == clause:
                self.choose(finding)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the widgets that F6 goes through, in reading order."""
        return (*self.side.panes(), self.centre.view, self.findings.list, self.detail.title)

    def focus_next_pane(self, by: int = 1) -> None:
        """Move the focus to the next pane, or the one before."""
        panes = self.panes()
        focused = self.focusWidget()
        current = next(
            (
                n
                for n, pane in enumerate(panes)
                if focused is not None and (pane is focused or pane.isAncestorOf(focused))
            ),
            -1 if by > 0 else len(panes),
        )
        panes[(current + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_pane(self, number: int) -> None:
        """Move the focus to the left pane, the document, or the findings."""
        pane = (self.side.panes()[0], self.centre.view, self.findings.list)[number]
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

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

    def _show_finding(self, finding: Finding) -> None:
        self.detail.settle()
        self._chosen = finding
        self.navigator.show_finding(finding)
        self.centre.show_finding(finding)
        self._write_detail()
        self.finding_shown.emit(finding)

    def _write_detail(self) -> None:
        """Show the chosen finding as the review with what was decided has it."""
        if self._redrafted is None or self._chosen is None:
            return
        clause, review = self._chosen.clause.id, self._redrafted.review
        finding = next(each for each in review.findings if each.clause.id == clause)
        self.detail.show_finding(
            review,
            finding,
            self._decisions.get(clause, UNDECIDED),
            self._standings.get(clause),
            self._history(clause),
            self._redrafted.drafted.get(clause),
            self._redrafted.troubles.get(clause, ()),
        )


def _none_known(_clause: str) -> tuple[JournalEntry, ...]:
    """Return no entry, as long as no matter is open."""
    return ()
