"""The detail of the chosen finding: why it is one, what is asked, and what was decided."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.desktop import deciding, theme
from app.desktop.deciding import Move
from app.desktop.detail_text import DetailText
from app.desktop.panes.decision_bar import DecisionBar
from app.desktop.panes.detail_part import DetailPart, Ground
from app.desktop.panes.finding_head import FindingHead
from app.desktop.panes.finding_history import FindingHistory
from app.desktop.panes.kept_text import KeptText
from app.desktop.panes.ladder import Ladder
from app.desktop.panes.reasoning import Reasoning
from app.desktop.panes.redline_editor import RedlineEditor
from app.desktop.proposal import Proposal
from app.desktop.theme import GAP
from app.model.matter import UNDECIDED, Decision, JournalEntry, OwnWords, Standing
from app.model.redline import Redline
from app.model.review import Finding, Review

_NARROW = 20  # lines of text high: a pane less wide than that has short lines


class DetailPane(QWidget):
    """Shows one finding, and lets everything that is asked for be decided and changed.

    Signals:
        place_chosen: The Place whose link was followed.
        decided: The new Decision on the finding shown (`shown`).
        previewed: The Redline while words are being typed; None when that ends.
    """

    place_chosen = Signal(object)
    decided = Signal(object)
    previewed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailPane")
        self.shown: tuple[Review, Finding] | None = None
        self._decision = UNDECIDED
        self._drafted: Redline | None = None
        self._standing: Standing | None = None
        self._history: tuple[JournalEntry, ...] = ()
        self.head = FindingHead()
        self.title, self.why = self.head.title, self.head.why
        self.reasoning = Reasoning()
        self.ladder = Ladder(before=self.reasoning.more)
        self.redline = RedlineEditor()
        self.comment = KeptText("detailComment", self.tr("Comment"), self.tr("No comment is made."))
        note_title = self.tr("Internal note – never leaves the house")
        self.note = KeptText("detailNote", note_title, self.tr("Nothing is noted."))
        self.sources = DetailPart("detailSources", self.tr("Sources and claims"))
        self.history = FindingHistory()
        self.bar = DecisionBar()
        self.area = QScrollArea()
        self.area.setObjectName("detailScroll")
        self.area.setAccessibleName(self.tr("Detail of the finding"))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = QWidget()
        self.page.setBackgroundRole(QPalette.ColorRole.Base)
        self._fill_page()
        self.area.setWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(self.bar)
        self.page.setVisible(False)
        self.bar.setVisible(False)
        self._connect()

    def show_finding(
        self,
        review: Review,
        finding: Finding,
        decision: Decision = UNDECIDED,
        standing: Standing | None = None,
        history: Sequence[JournalEntry] = (),
        drafted: Redline | None = None,
    ) -> None:
        """Show `finding` of `review`, with all decisions in it; from its top, unless it is shown already.

        What was typed on the finding shown before is kept first. `drafted` is the redline in the library's words;
        without it, that of `review` is taken for it.
        """
        is_another = self.shown is None or _identity(*self.shown) != _identity(review, finding)
        if is_another:
            self.settle()
        self.shown = (review, finding)
        self._decision = decision
        self._standing = standing
        self._history = tuple(history)
        self._drafted = drafted
        if is_another:
            self.reasoning.close_evidence()
            self.history.button.setChecked(False)
        self.page.setVisible(True)
        self.bar.setVisible(True)
        self._write()
        if is_another:
            self.area.verticalScrollBar().setValue(0)

    @property
    def has_unsaved(self) -> bool:
        """Whether something was typed that is in no decision yet."""
        return self.redline.is_unsaved or self.comment.is_unsaved or self.note.is_unsaved or self.bar.reason.is_unsaved

    @Slot()
    def settle(self) -> None:
        """Put what was typed into a decision, so that another finding can be shown."""
        if self.shown is not None:
            self._decide(lambda decision: decision, with_words=True)

    @Slot()
    def accept(self) -> None:
        """Ask for what is proposed."""
        self._move("accept")

    @Slot()
    def take_fallback(self) -> None:
        """Ask for the next fallback."""
        self._move("fallback")

    @Slot()
    def modify(self) -> None:
        """Let the words be typed."""
        self._move("edit")

    @Slot()
    def accept_risk(self) -> None:
        """Ask for the reason to accept the risk."""
        if self.shown is not None:
            self.bar.ask_for_reason()

    @Slot()
    def skip(self) -> None:
        """Leave the finding out."""
        self._move("skip")

    @Slot()
    def undecide(self) -> None:
        """Make the finding undecided again."""
        self._move("undecide")

    @Slot()
    def edit_comment(self) -> None:
        """Move to the comment to the counterparty."""
        self._move_to(self.comment.edit)

    @Slot()
    def edit_note(self) -> None:
        """Move to the internal note."""
        self._move_to(self.note.edit)

    @Slot()
    def show_evidence(self) -> None:
        """Open all the evidence and move to it."""
        if self.shown is not None:
            self.reasoning.open_evidence()
            self._reveal(self.reasoning.says)

    def changeEvent(self, event: QEvent) -> None:
        """Write the texts anew when the palette or the font changes: they hold its colours and serif."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._write()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use a small pane well."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give up margins where lines are short, and the words on the buttons where they take too much room."""
        side = GAP if self.width() < _NARROW * self.fontMetrics().height() else 2 * GAP
        self._column.setContentsMargins(side, GAP + GAP // 2, side, 2 * GAP)
        self.bar.fit(self.size(), side)

    def _move(self, move: Move) -> None:
        """Make a move, if it makes sense now."""
        if self.shown is None or self._refusals()[move]:
            return
        finding = self.shown[1]
        if move == "edit":
            self.redline.begin()
            self._reveal(self.redline)
            return
        made: Mapping[Move, Callable[[Decision], Decision]] = {
            "accept": lambda decision: deciding.accepted(finding, decision),
            "fallback": lambda decision: deciding.fallen_back(finding, decision),
            "skip": lambda decision: replace(decision, verb="skip", reason=""),
            "undecide": deciding.undecided,
        }
        self._decide(made[move])

    def _decide(self, change: Callable[[Decision], Decision], *, with_words: bool = False) -> None:
        """Tell of what `change` makes of the decision, with what was typed beside it."""
        decision = self._decision
        if with_words:
            typed, own = self.redline.take()
            decision = deciding.in_own_words(decision, own) if typed else decision
            reason = self.bar.reason.take()
            decision = replace(decision, reason=reason) if reason else decision
        comment, note = self.comment.take(), self.note.take()
        decision = decision if comment is None else replace(decision, comment=comment)
        decision = decision if note is None else replace(decision, note=note)
        decision = change(decision)
        if decision != self._decision:
            self._decision = decision
            self._write()
            self.decided.emit(decision)

    def _keep_words(self, own: OwnWords | None) -> None:
        self._decide(lambda decision: deciding.in_own_words(decision, own))

    def _ask_for_rung(self, number: int) -> None:
        if self.shown is not None:
            finding = self.shown[1]
            self._decide(lambda decision: deciding.with_rung(finding, decision, number))

    def _accept_risk(self, reason: str) -> None:
        self._decide(lambda decision: replace(decision, verb="accept-risk", reason=reason))

    def _refusals(self) -> Mapping[Move, str]:
        if self.shown is None:
            return {}
        review, finding = self.shown
        redline = self._drafted or review.redline_of(finding.clause.id)
        return deciding.refusals(finding, self._decision, redline)

    def _move_to(self, field: QWidget) -> None:
        if self.shown is not None and field.isVisibleTo(self):
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._reveal(field)

    def _reveal(self, widget: QWidget) -> None:
        """Scroll to a widget, once it has its new place."""
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(widget))

    def _write(self) -> None:
        if self.shown is None:
            return
        review, finding = self.shown
        text = DetailText(theme.colours(self.palette()), theme.reading_font(self.font()).family())
        self.head.show_finding(review.document, finding, self._decision, self._standing, text)
        self.reasoning.show_finding(review, finding, text)
        self._write_asked(review, finding, text)
        self.sources.fill(text.sources(finding))
        self.history.show_entries(finding, self._history)
        self.bar.show_decision(self._decision, self._refusals(), _approver(finding))

    def _write_asked(self, review: Review, finding: Finding, text: DetailText) -> None:
        """Write what is asked for and what is noted; nothing of it where all is in order."""
        redline = review.redline_of(finding.clause.id)
        drafted = self._drafted or redline or Redline(finding.clause.id)
        is_asked = not self._refusals()["skip"]
        self._internal.setVisible(bool(finding.clause.positions))
        self.ladder.show_rungs(deciding.rungs_of(finding, self._decision, self._standing), text)
        self._outgoing.setVisible(is_asked)
        source = self.tr("{0}, library {1}").format(finding.clause.id, review.receipt.library)
        asks = not deciding.asks_nothing(self._decision, self._standing)
        proposal = Proposal(review.document, finding, drafted, self._decision.words, asks, source)
        self.redline.show_proposal(proposal, text.redline(review.document, proposal.shown))
        self.redline.setVisible(bool(proposal.changes or not self._refusals()["edit"]))
        own, drafted_comment = self._decision.comment, redline.comment if redline else None
        comment = own if own is not None else drafted_comment.text if drafted_comment else ""
        self.comment.show_text(comment, own=own is not None)
        self.comment.setVisible(asks)
        drafted_note = next((note.text for clause, note in review.notes if clause == finding.clause.id), "")
        note = self._decision.note if self._decision.note is not None else drafted_note
        self.note.show_text(note, own=self._decision.note is not None)

    def _fill_page(self) -> None:
        self._internal = Ground("noteGround", self.tr("Our positions – internal, never leaves the house"))
        self._internal.column.addWidget(self.ladder)
        self._outgoing = Ground("outgoingGround", self.tr("To the counterparty"))
        self._outgoing.column.addWidget(self.redline)
        self._outgoing.column.addWidget(self.comment)
        self._noted = QFrame()
        self._noted.setObjectName("noteGround")
        ground = QVBoxLayout(self._noted)
        ground.setContentsMargins(GAP, GAP, GAP // 2, GAP)
        ground.addWidget(self.note)
        self._column = QVBoxLayout(self.page)
        self._column.setSpacing(GAP + GAP // 2)
        grounds = (self._internal, self._outgoing, self._noted)
        for part in (self.head, self.reasoning, *grounds, self.sources, self.history):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.reasoning.place_chosen.connect(self.place_chosen)
        self.ladder.rung_chosen.connect(self._ask_for_rung)
        self.redline.edit_asked.connect(self.modify)
        self.redline.previewed.connect(self.previewed)
        self.redline.kept.connect(self._keep_words)
        self.comment.kept.connect(lambda text: self._decide(lambda decision: replace(decision, comment=text)))
        self.comment.library_asked.connect(lambda: self._decide(lambda decision: replace(decision, comment=None)))
        self.note.kept.connect(lambda text: self._decide(lambda decision: replace(decision, note=text)))
        self.note.library_asked.connect(lambda: self._decide(lambda decision: replace(decision, note=None)))
        self.bar.asked.connect(self._move)
        self.bar.reason_given.connect(self._accept_risk)


def _identity(review: Review, finding: Finding) -> tuple[str, str, str]:
    """Return what tells one finding from another, in whichever state the review is."""
    return review.document.sha256, review.document.name, finding.clause.id


def _approver(finding: Finding) -> str:
    """Return who may accept the clause as it stands; "" for nobody named."""
    held = next((verdict.position for verdict in reversed(finding.verdicts) if verdict.holds), None)
    worst = finding.clause.positions[-1] if finding.clause.positions else None
    stands = held or worst
    return stands.approver if stands else ""
