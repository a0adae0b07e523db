"""What we answer to the chosen point: accept, reject, counter in the library's words or our own, or only comment."""

import unicodedata

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.desktop.flow_layout import FlowLayout
from app.desktop.panes.growing_edit import GrowingEdit
from app.desktop.plain_text import visible
from app.desktop.rounds.entries import words_of
from app.desktop.rounds.round_words import answer_word, rung_word, verb_word
from app.desktop.theme import GAP
from app.model.clause import ClauseType
from app.model.rounds import AnswerVerb, Point, PointAnswer, Reopened, verbs_for

_VERBS: tuple[AnswerVerb, ...] = ("accept", "reject", "counter", "comment")
_OWN, _PROPOSED = -2, -1
"""In the box of wordings: the user's own words, and what the review asks for; else the index of a position."""

_LETTERS = 12  # of a wording that are shown at least


class AnswerPane(QScrollArea):
    """Takes the answer to one point as it is chosen and typed.

    Signals:
        answered: The PointAnswer as it is now.
        withdrawn: The id of a point that is not answered any more.
    """

    answered = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answerPane")
        self.setAccessibleName(self.tr("Your answer"))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._point: Point | None = None
        self._group = QButtonGroup(self)
        self.none = self._verb_button("none", self.tr("No answer"))
        self.verbs = {verb: self._verb_button(verb, verb_word(verb)) for verb in _VERBS}
        self.wording = QComboBox()
        self.wording.setObjectName("answerWording")
        self.wording.setAccessibleName(self.tr("Wording of the counter"))
        self.wording.setAccessibleDescription(self.tr("Wording of the counter"))  # on Linux its name is its choice
        self.wording.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.wording.setMinimumContentsLength(_LETTERS)
        self.wording.currentIndexChanged.connect(self._change)
        self.words = GrowingEdit("answerWords", self.tr("Own words, in the place of theirs"))
        self.words.typed.connect(self._change)
        self.comment = GrowingEdit("answerComment", self.tr("Comment to the counterparty"))
        self.comment.typed.connect(self._change)
        self._heading = _label("heading", "answerHeading")
        self._wording_label = _label("heading", "answerWordingLabel", self.tr("&Wording of the counter"), self.wording)
        self._words_label = _label(
            "heading", "answerWordsLabel", self.tr("&Own words, in the place of theirs"), self.words
        )
        self._comment_label = _label(
            "heading", "answerCommentLabel", self.tr("Comment to the counter&party"), self.comment
        )
        self.state = _label("muted", "answerState")
        self._lay_out()
        self.show_point(None, None, None, is_open=False)

    def show_point(
        self, point: Point | None, clause: ClauseType | None, answer: PointAnswer | None, *, is_open: bool
    ) -> None:
        """Show what is answered to a point, which has a clause type with wording or none; an open one can be answered.

        A point that is shown already stays as it is typed.
        """
        if point is not None and self._point is not None and point is self._point:
            return
        self._point = None  # what is set now was not answered by the user
        verbs = verbs_for(point) if point is not None and is_open else ()
        self._heading.setText(self.tr("Your answer to {0}").format(point.id) if point is not None else "")
        self.none.setVisible(bool(verbs))
        for verb, button in self.verbs.items():
            button.setVisible(verb in verbs)
        (self.none if answer is None else self.verbs[answer.verb]).setChecked(True)
        self._offer_wordings(clause, answer)
        self.words.show_text(_first_words(point, answer))
        self.comment.show_text(answer.comment if answer is not None else "")
        self._point = point
        self._show_fields(is_open=is_open)
        self.ensureVisible(0, 0)

    def choose(self, verb: AnswerVerb | None) -> None:
        """Answer by a verb, where the point can be; None for no answer."""
        button = self.none if verb is None else self.verbs[verb]
        if not button.isHidden():
            button.click()

    def can(self, verb: AnswerVerb | None) -> bool:
        """Return whether the point can be answered so."""
        return not (self.none if verb is None else self.verbs[verb]).isHidden()

    @property
    def verb(self) -> AnswerVerb | None:
        """What is chosen; None for no answer."""
        return next((verb for verb, button in self.verbs.items() if button.isChecked()), None)

    def focus_answer(self) -> None:
        """Go to the verb that is chosen."""
        (self.none if self.verb is None else self.verbs[self.verb]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _verb_button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"answer-{name}")
        button.setProperty("role", "decision")
        button.setCheckable(True)
        button.clicked.connect(self._choose_verb)
        self._group.addButton(button)
        return button

    def _choose_verb(self) -> None:
        self._change()
        if self.verb == "counter" and self.wording.currentData() == _OWN:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.verb == "comment":
            self.comment.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_wordings(self, clause: ClauseType | None, answer: PointAnswer | None) -> None:
        """Offer what the review asks for and each rung that has wording, and the user's own words."""
        with QSignalBlocker(self.wording):
            self.wording.clear()
            rungs = () if clause is None else tuple(n for n, each in enumerate(clause.positions) if each.has_wording)
            if clause is not None and rungs:
                self.wording.addItem(self.tr("Library: what the review asks for"), _PROPOSED)
                for rung in rungs:
                    told = self.tr("Library: {0}").format(rung_word(clause.positions[rung]))
                    self.wording.addItem(visible(told), rung)
            self.wording.addItem(self.tr("Own words"), _OWN)
            if answer is not None and answer.words is not None:
                self.wording.setCurrentIndex(self.wording.findData(_OWN))
            elif answer is not None and answer.rung is not None:
                self.wording.setCurrentIndex(max(self.wording.findData(answer.rung), 0))

    def _change(self) -> None:
        """Tell what is answered now; nothing is, as long as words are missing."""
        if self._point is None:
            return
        before = self.state.text()
        self._show_fields(is_open=True)
        if self.state.text() != before:
            QAccessible.updateAccessibility(QAccessibleEvent(self.state, QAccessible.Event.Alert))
        answer = self._answer(self._point)
        if answer is None:
            self.withdrawn.emit(self._point.id)
        else:
            self.answered.emit(answer)

    def _answer(self, point: Point) -> PointAnswer | None:
        verb, comment = self.verb, _typed(self.comment.text).strip()
        if verb is None or (verb == "comment" and not comment):
            return None
        if verb != "counter":
            return PointAnswer(point.id, verb, comment=comment)
        wording = self.wording.currentData()
        if wording != _OWN:
            return PointAnswer(point.id, verb, rung=None if wording == _PROPOSED else wording, comment=comment)
        words = _typed(self.words.text).replace("\n", " ").strip()
        return PointAnswer(point.id, verb, words, comment=comment) if words and words != words_of(point)[1] else None

    def _show_fields(self, *, is_open: bool) -> None:
        """Show the fields that the chosen verb has, and what is still missing."""
        point, verb = self._point, self.verb
        is_counter = verb == "counter"
        is_own = is_counter and self.wording.currentData() == _OWN
        shown = (
            (self._wording_label, is_counter),
            (self.wording, is_counter),
            (self._words_label, is_own),
            (self.words, is_own),
            (self._comment_label, verb is not None),
            (self.comment, verb is not None),
        )
        for widget, is_shown in shown:
            widget.setVisible(is_shown)
        answer = self._answer(point) if point is not None else None
        if point is None:
            told = ""
        elif isinstance(point, Reopened):
            told = self.tr("Answer what opened it again: {0}.").format(", ".join(point.by) or "–")
        elif not is_open:
            told = self.tr("Only the points of the last round can be answered.")
        elif answer is not None:
            told = self.tr("Collected: {0}.").format(answer_word(answer))
        elif is_own:
            told = self.tr("Say what is to stand there in place of these words; they are marked as your own.")
        elif verb == "comment":
            told = self.tr("Say what the comment is.")
        else:
            told = self.tr("Nothing is written for this point.")
        self.state.setText(told)

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for button in (self.none, *self.verbs.values()):
            buttons.addWidget(button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self._heading)
        column.addLayout(buttons)
        for label, field in (
            (self._wording_label, self.wording),
            (self._words_label, self.words),
            (self._comment_label, self.comment),
        ):
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self.state)
        column.addStretch(1)
        self.setWidget(page)


def _first_words(point: Point | None, answer: PointAnswer | None) -> str:
    """Return the user's words, or those that stand there, to begin with."""
    if answer is not None and answer.words is not None:
        return answer.words
    return "" if point is None else words_of(point)[1]


def _typed(text: str) -> str:
    """Return what was typed without characters that no Word file can hold."""
    return "".join(letter for letter in text if letter in "\n\t" or not _is_control(letter))


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cs", "Cn")


def _label(role: str, name: str, text: str = "", buddy: QWidget | None = None) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    if buddy is not None:
        label.setBuddy(buddy)
    return label
