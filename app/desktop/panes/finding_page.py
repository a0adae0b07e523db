"""The page of a finding: why it is one, and on grounds of their own what is internal and what is asked for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.desktop.detail_text import DetailText
from app.desktop.panes.detail_part import DetailPart, Ground, show_text, text_label
from app.desktop.panes.finding_head import FindingHead
from app.desktop.panes.finding_history import FindingHistory
from app.desktop.panes.kept_text import KeptText
from app.desktop.panes.ladder import Ladder
from app.desktop.panes.reasoning import Reasoning
from app.desktop.panes.redline_editor import RedlineEditor
from app.desktop.shown_finding import ShownFinding
from app.desktop.theme import GAP


class FindingPage(QWidget):
    """Holds the parts of the detail, from top to bottom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.head = FindingHead()
        self.reasoning = Reasoning()
        self.ladder = Ladder(before=self.reasoning.more)
        self.redline = RedlineEditor()
        self.comment = KeptText("detailComment", self.tr("Comment"), self.tr("No comment is made."))
        note_title = self.tr("Internal note – never leaves the house")
        self.note = KeptText("detailNote", note_title, self.tr("Nothing is noted."))
        self.sources = DetailPart("detailSources", self.tr("Sources and claims"))
        self.history = FindingHistory()
        self._internal = Ground("noteGround", self.tr("Our positions – internal, never leaves the house"))
        self._internal.column.addWidget(self.ladder)
        self._outgoing = Ground("outgoingGround", self.tr("To the counterparty"))
        self.troubles = text_label("detailTroubles", Qt.TextFormat.PlainText)
        self._outgoing.column.addWidget(self.redline)
        self._outgoing.column.addWidget(self.troubles)
        self._outgoing.column.addWidget(self.comment)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(GAP + GAP // 2)
        grounds = (self._internal, self._outgoing, _noted_on(self.note))
        for part in (self.head, self.reasoning, *grounds, self.sources, self.history):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def show_finding(self, shown: ShownFinding, text: DetailText) -> None:
        """Show all of a finding; what is being typed stays."""
        review, finding, decision = shown.review, shown.finding, shown.decision
        self.head.show_finding(review.document, finding, decision, shown.standing, text)
        self.reasoning.show_finding(review, finding, text)
        self._internal.setVisible(bool(finding.clause.positions))
        self.ladder.show_rungs(shown.rungs, text)
        self._outgoing.setVisible(not shown.refusals["skip"])
        proposal = shown.proposal
        self.redline.show_proposal(proposal, text.redline(review.document, proposal.shown))
        self.redline.setVisible(proposal.changes or not shown.refusals["edit"])
        show_text(self.troubles, "\n".join(f"⚠ {line}" for line in shown.troubles))
        self.troubles.setVisible(bool(shown.troubles))
        self.comment.show_text(shown.comment, own=decision.comment is not None)
        self.comment.setVisible(shown.asks)
        self.note.show_text(shown.note, own=decision.note is not None)
        self.sources.fill(text.sources(finding))
        self.history.show_entries(finding, shown.history)

    def fold(self) -> None:
        """Show in short again what was opened on request."""
        self.reasoning.close_evidence()
        self.history.button.setChecked(False)

    def set_side(self, side: int) -> None:
        """Set the margin at either side, in pixels."""
        self._column.setContentsMargins(side, GAP + GAP // 2, side, 2 * GAP)


def _noted_on(note: QWidget) -> QFrame:
    """Return the ground of the internal note, whose own heading says what it is."""
    ground = QFrame()
    ground.setObjectName("noteGround")
    column = QVBoxLayout(ground)
    column.setContentsMargins(GAP, GAP, GAP // 2, GAP)
    column.addWidget(note)
    return ground
