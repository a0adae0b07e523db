"""The detail of the chosen finding: why it is one, what is asked, and what was decided."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.desktop import theme
from app.desktop.decision_keys import asked_by
from app.desktop.detail_text import DetailText
from app.desktop.panes.decision_bar import DecisionBar
from app.desktop.panes.finding_page import FindingPage
from app.desktop.shown_finding import ShownFinding
from app.desktop.theme import GAP
from app.model.matter import UNDECIDED, Decision, JournalEntry, OwnWords, Standing
from app.model.redline import Redline
from app.model.review import Finding, Review
from app.service import moves
from app.service.moves import Move

_NARROW = 20  # lines of text high: a pane less wide than that has short lines


class DetailPane(QWidget):
    """Shows one finding, and lets everything that is asked for be decided and changed.

    Signals:
        place_chosen: The Place whose link was followed.
        decided: The new Decision on the finding shown (`shown`).
        previewed: The Redline while words are being typed; None when that ends.
        key_pressed: What a letter asks for that nothing here takes as text, one of the values of `decision_keys.KEYS`.
    """

    place_chosen = Signal(object)
    decided = Signal(object)
    previewed = Signal(object)
    key_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailPane")
        self._shown: ShownFinding | None = None
        self.page = FindingPage()
        self.title, self.why = self.page.head.title, self.page.head.why
        self.bar = DecisionBar()
        self.area = QScrollArea()
        self.area.setObjectName("detailScroll")
        self.area.setAccessibleName(self.tr("Detail of the finding"))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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
        troubles: Sequence[str] = (),
    ) -> None:
        """Show `finding` of `review`, with all decisions in it; from its top, unless it is shown already.

        What was typed on the finding shown before is kept first. `drafted` is the redline in the library's words;
        without it, that of `review` is taken for it. `troubles` are what has to be put right before an export.
        """
        shown = ShownFinding(review, finding, decision, standing, tuple(history), drafted, tuple(troubles))
        is_another = self._shown is None or self._shown.identity != shown.identity
        if is_another:
            self.settle()
            self.page.fold()
        self._shown = shown
        self.page.setVisible(True)
        self.bar.setVisible(True)
        self._write()
        if is_another:
            self.area.verticalScrollBar().setValue(0)

    @property
    def shown(self) -> ShownFinding | None:
        """What is shown; while `decided` is told, what was decided on."""
        return self._shown

    @property
    def has_unsaved(self) -> bool:
        """Whether something was typed that is in no decision yet."""
        page = self.page
        return any(each.is_unsaved for each in (page.redline, page.comment, page.note, self.bar.reason))

    @Slot()
    def settle(self) -> None:
        """Put what was typed into a decision, so that another finding can be shown."""
        reason = self.bar.reason.take()
        self.page.redline.finish()
        self._decide(lambda decision: replace(decision, reason=reason) if reason else decision)

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
        if self._shown is not None:
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
        self._move_to(self.page.comment.edit)

    @Slot()
    def edit_note(self) -> None:
        """Move to the internal note."""
        self._move_to(self.page.note.edit)

    @Slot()
    def show_evidence(self) -> None:
        """Open all the evidence and move to it."""
        if self._shown is not None:
            self.page.reasoning.open_evidence()
            self._reveal(self.page.reasoning.says)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letters that decide: after a click on a button they go on working."""
        asked = asked_by(event)
        if asked is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.key_pressed.emit(asked)

    def _fit(self) -> None:
        """Give up margins where lines are short, and the words on the buttons where they take too much room."""
        side = GAP if self.width() < _NARROW * self.fontMetrics().height() else 2 * GAP
        self.page.set_side(side)
        self.bar.fit(self.size(), side)

    def _move(self, move: Move) -> None:
        """Make a move, if it makes sense now; words that were typed before are kept first."""
        if self._shown is None or self._shown.refusals[move]:
            return
        if move == "edit":
            self.page.redline.begin()
            self._reveal(self.page.redline)
            return
        accepts_own = move == "accept" and self.page.redline.is_unsaved
        self.page.redline.finish()
        if accepts_own:
            return
        finding = self._shown.finding
        made: Mapping[Move, Callable[[Decision], Decision]] = {
            "accept": lambda decision: moves.accepted(finding, decision),
            "fallback": lambda decision: moves.fallen_back(finding, decision),
            "skip": lambda decision: replace(decision, verb="skip", reason=""),
            "undecide": moves.undecided,
        }
        self._decide(made[move])

    def _decide(self, change: Callable[[Decision], Decision]) -> None:
        """Tell of what `change` makes of the decision, with the comment and the note as they are typed."""
        if self._shown is None:
            return
        decision = self._shown.decision
        comment, note = self.page.comment.take(), self.page.note.take()
        decision = decision if comment is None else replace(decision, comment=comment)
        decision = decision if note is None else replace(decision, note=note)
        decision = change(decision)
        if decision != self._shown.decision:
            self._shown = replace(self._shown, decision=decision)
            self._write()
            QAccessible.updateAccessibility(QAccessibleEvent(self.page.head.state, QAccessible.Event.Alert))
            self.decided.emit(decision)

    def _keep_words(self, own: OwnWords | None) -> None:
        self._decide(lambda decision: moves.in_own_words(decision, own))

    def _ask_for_rung(self, number: int) -> None:
        self.page.redline.finish()
        if self._shown is not None:
            finding = self._shown.finding
            self._decide(lambda decision: moves.with_rung(finding, decision, number))

    def _accept_risk(self, reason: str) -> None:
        self.page.redline.finish()
        self._decide(lambda decision: replace(decision, verb="accept-risk", reason=reason))

    def _move_to(self, field: QWidget) -> None:
        if self._shown is not None and field.isVisibleTo(self):
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._reveal(field)

    def _reveal(self, widget: QWidget) -> None:
        """Scroll to a widget, once it has its new place."""
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(widget))

    def _write(self) -> None:
        if self._shown is None:
            return
        self.page.show_finding(
            self._shown, DetailText(theme.colours(self.palette()), theme.reading_font(self.font()).family())
        )
        self.bar.show_decision(self._shown.decision, self._shown.refusals, self._shown.approver)

    def _connect(self) -> None:
        page = self.page
        page.reasoning.place_chosen.connect(self.place_chosen)
        page.ladder.rung_chosen.connect(self._ask_for_rung)
        page.redline.edit_asked.connect(self.modify)
        page.redline.previewed.connect(self.previewed)
        page.redline.kept.connect(self._keep_words)
        page.comment.kept.connect(lambda text: self._decide(lambda decision: replace(decision, comment=text)))
        page.comment.library_asked.connect(lambda: self._decide(lambda decision: replace(decision, comment=None)))
        page.note.kept.connect(lambda text: self._decide(lambda decision: replace(decision, note=text)))
        page.note.library_asked.connect(lambda: self._decide(lambda decision: replace(decision, note=None)))
        self.bar.asked.connect(self._move)
        self.bar.reason_given.connect(self._accept_risk)
