"""What the window of rounds shows: the head, the points with one in full and its answer, and the concession ledger."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.desktop.message_bar import MessageBar
from app.desktop.plain_text import visible
from app.desktop.rounds.answer_pane import AnswerPane
from app.desktop.rounds.entries import answerable
from app.desktop.rounds.ledger_table import LedgerTable
from app.desktop.rounds.point_detail import PointDetail
from app.desktop.rounds.points_pane import PointsPane
from app.desktop.rounds.round_head import Face, RoundHead
from app.desktop.rounds.round_words import title_of
from app.desktop.theme import GAP
from app.desktop.words import tr
from app.model.clause import ClauseType
from app.model.rounds import AnswerVerb, Point, PointAnswer, Round, Rounds, clauses_of


class RoundsPage(QWidget):
    """Holds the parts of the window, and carries a choice made in one of them to the others; none knows another.

    Signals:
        again_asked: The user wants the files compared again.
        write_asked: The user wants the answers written.
        answers_changed: Another point is answered, or otherwise.
    """

    again_asked = Signal()
    write_asked = Signal()
    answers_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rounds: Rounds | None = None
        self._round: Round | None = None
        self._answers: dict[str, PointAnswer] = {}
        self.messages = MessageBar()
        self.head = RoundHead()
        self.points = PointsPane()
        self.detail = PointDetail()
        self.answer = AnswerPane()
        self.ledger = LedgerTable()
        self.unreturned = _label("ledgerUnreturned", "muted")
        self.count = _label("answerCount", "muted")
        self.write = QPushButton(self.tr("Write answer…"))
        self.write.setObjectName("writeAnswer")
        self.write.setProperty("role", "primary")
        self.waiting = _label("roundsState", "prompt")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.again = QPushButton(self.tr("Compare again"))
        self.again.setObjectName("roundsAgain")
        self.again.setProperty("role", "primary")
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.faces = QStackedWidget()
        self.pages = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def answers(self) -> Sequence[PointAnswer]:
        """What is answered to the points of the last round, in their order."""
        if self._rounds is None:
            return ()
        points = self._rounds.last.points()
        return tuple(self._answers[point.id] for point in points if point.id in self._answers)

    def wait_for(self, told: str, *, can_ask: bool) -> None:
        """Say in place of the rounds what goes on, or that nothing does and it can be asked for again."""
        self.waiting.setText(visible(told))
        self.again.setVisible(can_ask)
        self.pages.setCurrentIndex(0)

    def show_rounds(self, rounds: Rounds) -> None:
        """Show the last round of a negotiation; nothing is answered."""
        self._rounds = rounds
        self._answers = {}
        self.head.show_rounds(rounds)
        self.ledger.show_rounds(rounds)
        left = [f"{title_of(rounds.library, m.clause.id)} ({m.round})" for m in rounds.ledger if m.is_unreturned]
        told = self.tr("Given by us without anything in return (round): {0}").format(", ".join(left))
        self.unreturned.setText(visible(told) if left else "")
        self.unreturned.setVisible(bool(left))
        self._show_round(len(rounds.rounds) - 1)
        self.show_face("points")
        self.pages.setCurrentIndex(1)
        self.points.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_face(self, face: Face) -> None:
        """Show the points or the ledger."""
        self.head.faces[face].setChecked(True)
        self.faces.setCurrentIndex(0 if face == "points" else 1)

    def forget_answers(self) -> None:
        """Take all answers back: they are written."""
        self._answers = {}
        self._show_point(None)
        self._show_point(self.points.point)
        self._tell_answers()

    def choose_answer(self, verb: AnswerVerb | None) -> None:
        """Answer the chosen point by a verb; None for no answer."""
        if self.faces.currentIndex() == 0:
            self.answer.choose(verb)

    def panes(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        if self.faces.currentIndex() == 1:
            return (self.head.faces["ledger"], self.ledger)
        return (self.head.faces["points"], self.points.search, self.points.list, self.detail, self.answer.comment)

    def focus_next_pane(self, by: int = 1) -> None:
        """Move the focus to the next pane, or the one before."""
        panes, focused = [pane for pane in self.panes() if pane.isVisible()], self.focusWidget()
        inside = (n for n, pane in enumerate(panes) if focused is pane)
        current = next(inside, -1 if by > 0 else 0)
        panes[(current + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_sizes(self, settings: QSettings) -> None:
        """Remember the sizes of the parts."""
        settings.setValue("rounds/columns", self.splitter.saveState())
        settings.setValue("rounds/right", self.right.saveState())

    def restore_sizes(self, settings: QSettings) -> None:
        """Take the sizes that were remembered."""
        for name, splitter in (("rounds/columns", self.splitter), ("rounds/right", self.right)):
            if (state := settings.value(name)) is not None:
                splitter.restoreState(state)

    def _show_round(self, index: int) -> None:
        if self._rounds is None:
            return
        self._round = self._rounds.rounds[index]
        self.head.show_round(self._round)
        self.detail.show_round(self._rounds, self._round)
        self.points.show_round(self._rounds, self._round)
        self._tell_answers()

    def _show_point(self, point: Point | None) -> None:
        if self._rounds is None or self._round is None:
            return
        is_open = answerable(self._rounds.rounds, self._round.number)
        self.detail.show_point(point)
        answer = self._shown_answers().get(point.id) if point is not None else None
        self.answer.show_point(point, self._clause_of(point), answer, is_open=is_open)

    def _clause_of(self, point: Point | None) -> ClauseType | None:
        """Return the clause type in whose wording a point can be countered."""
        names = clauses_of(point) if point is not None else ()
        clauses = self._rounds.library.clauses if self._rounds is not None else ()
        return next((clause for clause in clauses if names and clause.id == names[0]), None)

    def _shown_answers(self) -> Mapping[str, PointAnswer]:
        """Return the answers, if the round that is shown is the one that is answered."""
        if self._rounds is None or self._round is None:
            return {}
        return self._answers if answerable(self._rounds.rounds, self._round.number) else {}

    def _take_answer(self, answer: PointAnswer) -> None:
        self._answers[answer.point] = answer
        self._tell_answers()

    def _withdraw(self, name: str) -> None:
        self._answers.pop(name, None)
        self._tell_answers()

    def _tell_answers(self) -> None:
        self.points.show_answers(self._shown_answers())
        count = len(self._answers)
        own = sum(answer.words is not None for answer in self._answers.values())
        told = tr("1 answer to be written") if count == 1 else tr("{0} answers to be written").format(count)
        if own:
            told = f"{told}, {tr('{0} in own words').format(own)}"
        self.count.setText(told if count else tr("No point is answered yet"))
        self.answers_changed.emit()

    def _connect(self) -> None:
        self.again.clicked.connect(lambda _=False: self.again_asked.emit())
        self.write.clicked.connect(lambda _=False: self.write_asked.emit())
        self.head.round_chosen.connect(self._show_round)
        self.head.face_chosen.connect(self.show_face)
        self.head.notes_asked.connect(self.show_notes)
        self.points.point_chosen.connect(self._show_point)
        self.detail.point_asked.connect(self.points.choose)
        self.answer.answered.connect(self._take_answer)
        self.answer.withdrawn.connect(self._withdraw)

    def show_notes(self) -> None:
        """Show what was not compared or read."""
        self.show_face("points")
        self.detail.show_notes()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.write)
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.answer, 1)
        below.addLayout(foot)
        self.right.addWidget(self.detail)
        self.right.addWidget(lower)
        self.splitter.addWidget(self.points)
        self.splitter.addWidget(self.right)
        for splitter, shares in ((self.right, (3, 2)), (self.splitter, (2, 3))):
            splitter.setChildrenCollapsible(False)
            for number, share in enumerate(shares):
                splitter.setStretchFactor(number, share)
        self.splitter.setSizes([52 * GAP, 88 * GAP])
        self.right.setSizes([48 * GAP, 30 * GAP])
        self.faces.addWidget(self.splitter)
        self.faces.addWidget(_column(self.unreturned, self.ledger))
        self.pages.addWidget(self._empty())
        self.pages.addWidget(_column(self.head, self.faces))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.messages)
        whole.addWidget(self.pages, 1)

    def _empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(4 * GAP, 4 * GAP, 4 * GAP, 4 * GAP)
        column.setSpacing(2 * GAP)
        column.addStretch(1)
        column.addWidget(self.waiting)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page


def _column(upper: QWidget, lower: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(upper)
    column.addWidget(lower, 1)
    return page


def _label(name: str, role: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
