"""A question of the profile: what is asked, the answer, why it is asked, and whether the answer was changed."""

from dataclasses import fields

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.desktop.profile.answer_fields import (
    AnswerField,
    NumberField,
    OneOfField,
    SeveralField,
    TypedField,
    YesNoField,
)
from app.desktop.profile.companies_table import CompaniesTable
from app.desktop.profile.question_words import answer_word, asked
from app.desktop.theme import GAP
from app.errors import ProfileError
from app.model.profile import DeploymentProfile
from app.model.questions import Question


class QuestionRow(QWidget):
    """Asks one question; knows the answer that is saved.

    All that it is made of is born below it: under a style sheet every change of parents styles the whole again.

    Signals:
        changed: The answer is another.
    """

    changed = Signal()

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"question-{question.field}")
        self.question = question
        field = self.field = _field(question, self)
        self._saved: object = None
        text = QLabel(asked(question.asks), self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setBuddy(field)
        font = text.font()
        font.setWeight(font.Weight.DemiBold)
        text.setFont(font)
        self._why = _line(asked(question.why), "muted", self)
        self.problem = _line("", "problem", self)
        self.problem.setObjectName(f"problem-{question.field}")
        self.before = _line("", "muted", self)
        self.before.setObjectName(f"before-{question.field}")
        self.put_back = QPushButton(self.tr("Put back"), self)
        self.put_back.setObjectName(f"putBack-{question.field}")
        self.put_back.setProperty("role", "chip")
        self.put_back.setAccessibleName(self.tr("Put back the saved answer to: {0}").format(asked(question.asks)))
        self.put_back.clicked.connect(self._put_back)
        for part in (self.before, self.put_back):  # their room is kept, so that no question below moves away
            kept = part.sizePolicy()
            kept.setRetainSizeWhenHidden(True)
            part.setSizePolicy(kept)
        head = QHBoxLayout()
        head.addWidget(text, 1)
        head.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP // 2, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(head)
        for below in (field, self.problem, self._why, self.before):
            column.addWidget(below)
        field.changed.connect(self._notice)

    @property
    def is_changed(self) -> bool:
        """Whether the answer is not the saved one."""
        return not self.problem_word and self.field.answer() != self._saved

    @property
    def problem_word(self) -> str:
        """What is wrong with what is typed; "" where nothing is."""
        try:
            self.field.answer()
        except ProfileError:
            return self.field.demand()
        return ""

    def begin(self, answer: object, saved: object) -> None:
        """Show `answer`, which is marked where it is not `saved`."""
        self._saved = saved
        self.show_answer(answer)

    def show_answer(self, answer: object) -> None:
        """Show `answer`; the one that is saved stays."""
        self.field.show_answer(answer)
        self._mark()

    def holds(self, text: str) -> bool:
        """Return whether question, reason or answers hold `text`, case aside."""
        question = self.question
        said = (question.asks, question.why, question.topic, *(called for _, called in question.answers))
        return text.casefold() in " ".join(asked(each) for each in said).casefold()

    def _put_back(self) -> None:
        self.field.show_answer(self._saved)
        self._notice()
        self.field.setFocus()

    def _notice(self) -> None:
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        word = self.problem_word
        self.problem.setText(word)
        self.problem.setVisible(bool(word))
        self.before.setVisible(self.is_changed)
        self.put_back.setVisible(self.is_changed)
        if self.is_changed:
            saved = answer_word(self.question, self._saved)
            self.before.setText(self.tr("● Changed from the saved profile, which says: {0}").format(saved))


def _field(question: Question, row: QWidget) -> AnswerField:
    """Return the control for the kind of answer that `question` asks for."""
    example = next(field.default for field in fields(DeploymentProfile) if field.name == question.field)
    if question.field == "group":
        return CompaniesTable(question, row)
    if isinstance(example, bool):
        return YesNoField(question, row)
    if isinstance(example, int | float):
        return NumberField(question, row)
    if isinstance(example, tuple):
        return SeveralField(question, row)
    return OneOfField(question, row) if question.answers else TypedField(question, row)


def _line(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
