"""The controls that answer a question of the profile, by the kind of answer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.desktop.flow_layout import FlowLayout
from app.desktop.profile.question_words import asked, number_word, plain_number
from app.desktop.theme import GAP
from app.model.questions import Question
from app.service.profiles import answer_from

_EXAMPLE = 50_000_000


class AnswerField(QWidget):
    """Shows an answer and takes another.

    Signals:
        changed: The answer is another, by the user.
    """

    changed = Signal()

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.setObjectName(f"answer-{question.field}")

    def answer(self) -> object:
        """Return the answer.

        Raises:
            ProfileError: What is typed is none.
        """
        raise NotImplementedError

    def show_answer(self, answer: object) -> None:
        """Show an answer; nothing is told of it."""
        raise NotImplementedError

    def demand(self) -> str:
        """Return what an answer must be, in words."""
        return self.tr("At least one is due.")

    def _describe(self, control: QWidget, name: str) -> None:
        control.setAccessibleName(name)
        control.setAccessibleDescription(asked(self._question.why))


class YesNoField(AnswerField):
    """Two buttons, of which one is pressed."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        self.yes, self.no = QPushButton(self.tr("Yes"), self), QPushButton(self.tr("No"), self)
        for button in (self.yes, self.no):
            button.setProperty("role", "chip")
            button.setCheckable(True)
            self._describe(button, f"{asked(question.asks)} {button.text()}")
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(self.changed)
        self.setFocusProxy(self.yes)

    def answer(self) -> object:
        """Return whether it is yes."""
        return self.yes.isChecked()

    def show_answer(self, answer: object) -> None:
        """Press one of the buttons."""
        (self.yes if answer else self.no).setChecked(True)


class OneOfField(AnswerField):
    """A radio button an answer."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        flow = FlowLayout(self)
        flow.setSpacing(GAP)
        for value, called in question.answers:
            button = QRadioButton(asked(called), self)
            self._describe(button, f"{asked(question.asks)} {asked(called)}")
            self._group.addButton(button)
            self.buttons[value] = button
            flow.addWidget(button)
        self._group.buttonClicked.connect(self.changed)
        self.setFocusProxy(next(iter(self.buttons.values())))

    def answer(self) -> object:
        """Return the value of the answer that is chosen."""
        return next(value for value, button in self.buttons.items() if button.isChecked())

    def show_answer(self, answer: object) -> None:
        """Choose an answer."""
        self.buttons[str(answer)].setChecked(True)


class SeveralField(AnswerField):
    """A box an answer; any of them may be ticked."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.boxes: dict[str, QCheckBox] = {}
        flow = FlowLayout(self)
        flow.setSpacing(GAP)
        for value, called in question.answers:
            box = QCheckBox(asked(called), self)
            self._describe(box, f"{asked(question.asks)} {asked(called)}")
            box.clicked.connect(self.changed)
            self.boxes[value] = box
            flow.addWidget(box)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def answer(self) -> object:
        """Return the values of what is ticked, in the order of the question."""
        return answer_from(
            self._question.field, ",".join(value for value, box in self.boxes.items() if box.isChecked())
        )

    def show_answer(self, answer: object) -> None:
        """Tick just these values."""
        chosen: Sequence[object] = answer if isinstance(answer, tuple) else ()
        for value, box in self.boxes.items():
            box.setChecked(value in chosen)


class TypedField(AnswerField):
    """A line of words."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.line = QLineEdit(self)
        self.line.setObjectName(f"line-{question.field}")
        self._describe(self.line, asked(question.asks))
        self.line.textEdited.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def answer(self) -> object:
        """Return what is typed."""
        return answer_from(self._question.field, self.line.text())

    def show_answer(self, answer: object) -> None:
        """Show an answer."""
        self.line.setText(str(answer))

    def demand(self) -> str:
        """Return that words are due."""
        return self.tr("Words on one line are due.")


class NumberField(TypedField):
    """A number, shown with separators of thousands and typed with or without."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.line.setMaximumWidth(QFontMetrics(self.font()).averageCharWidth() * 28)
        self.line.editingFinished.connect(self._group_thousands)

    def answer(self) -> object:
        """Return the number typed; nothing is 0."""
        return answer_from(self._question.field, plain_number(self.line.text()) or "0")

    def show_answer(self, answer: object) -> None:
        """Show a number."""
        if isinstance(answer, int | float):
            self.line.setText(number_word(answer))

    def demand(self) -> str:
        """Return that a number is due."""
        return self.tr("A number is due, such as {0}.").format(number_word(_EXAMPLE))

    def _group_thousands(self) -> None:
        """Show what was typed as numbers are shown, where it is one."""
        if self.line.hasAcceptableInput() and plain_number(self.line.text()).replace(".", "", 1).isdigit():
            self.show_answer(self.answer())
