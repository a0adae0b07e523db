"""The questions of the profile under topics that fold; those that decide most come first."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.desktop.profile.companies_table import CompaniesTable
from app.desktop.profile.question_row import QuestionRow
from app.desktop.profile.question_words import asked, counted_word
from app.desktop.theme import GAP
from app.model.plan import UserCount
from app.model.profile import DeploymentProfile
from app.model.questions import QUESTIONS, Question

FIRST = "What decides most"
"""The topic of the questions that everybody should answer."""

_FIRST_FIELDS = (
    "name",
    "audience",
    "hosting",
    "fine_tunes",
    "distributes_derivatives",
    "trains_on_outputs",
    "principal_place_of_business",
    "offered_in",
    "modalities",
    "monthly_active_users",
    "paid",
    "critical",
)
_USERS, _GROUP = "monthly_active_users", "group"


def topics() -> dict[str, tuple[Question, ...]]:
    """Return the questions of every topic, in the order of the form."""
    by_field = {question.field: question for question in QUESTIONS}
    found = {FIRST: tuple(by_field[field] for field in _FIRST_FIELDS)}
    for question in QUESTIONS:
        if question.field not in _FIRST_FIELDS:
            found[question.topic] = (*found.get(question.topic, ()), question)
    return found


class Topic(QWidget):
    """A heading that folds the questions below it."""

    def __init__(self, name: str, questions: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = questions
        self._name = name
        self.head = QToolButton(self)
        self.head.setObjectName(f"topic-{name}")
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.setProperty("role", "fold")
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head.toggled.connect(self._fold)
        self.body = QWidget(self)
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(3 * GAP, 0, GAP, GAP)
        inner.setSpacing(GAP // 2)
        self.rows = {question.field: QuestionRow(question, self.body) for question in questions}
        for row in self.rows.values():
            inner.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.body)
        self._fold(False)

    @property
    def changes(self) -> int:
        """How many answers differ from the saved ones."""
        return sum(row.is_changed for row in self.rows.values())

    def count(self) -> None:
        """Say in the heading how many questions there are and how many answers are changed."""
        self.head.setText(f"{asked(self._name)}   {counted_word(self._questions, self.changes)}")
        self.head.setAccessibleName(self.head.text())

    def _fold(self, opened: bool) -> None:
        self.head.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.body.setVisible(opened)


class ProfileForm(QScrollArea):
    """Shows a profile as questions with answers.

    Signals:
        changed: An answer is another, by the user.
    """

    changed = Signal()

    def __init__(self, count: Callable[[DeploymentProfile], UserCount | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("profileForm")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = count
        self._profile = DeploymentProfile()
        self.topics: dict[str, Topic] = {}
        self.rows: dict[str, QuestionRow] = {}
        page = QWidget()
        self.setWidget(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP, GAP, 2 * GAP, GAP)
        column.setSpacing(GAP // 2)
        for name, questions in topics().items():
            self.topics[name] = Topic(name, questions, page)
            self.rows.update(self.topics[name].rows)
            column.addWidget(self.topics[name])
        for row in self.rows.values():
            row.changed.connect(self._take)
        self._nothing = QLabel(self.tr("No question holds these words."), page)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setProperty("role", "muted")
        self._nothing.hide()
        column.addWidget(self._nothing)
        column.addStretch(1)
        self.by_company = QPushButton(self.tr("Count company by company…"), self.rows[_USERS])
        self.by_company.setObjectName("byCompany")
        self.by_company.clicked.connect(self._add_company)
        layout = self.rows[_USERS].layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(2, self.by_company, 0, Qt.AlignmentFlag.AlignLeft)
        self.topics[FIRST].head.setChecked(True)

    def show_profile(self, profile: DeploymentProfile, saved: DeploymentProfile) -> None:
        """Show `profile`, whose answers are marked where they differ from `saved`."""
        self._profile = profile
        for field, row in self.rows.items():
            row.begin(getattr(profile, field), getattr(saved, field))
        self._follow_companies()
        self._tell_topics()

    def profile(self) -> DeploymentProfile:
        """Return the answers.

        Raises:
            ProfileError: What is typed is no answer to its question.
        """
        answers = {field: row.field.answer() for field, row in self.rows.items()}
        # the fields are those of the profile, one row each; mypy cannot follow them by name
        return replace(self._profile, **answers)  # type: ignore[arg-type]

    def problems(self) -> Iterator[str]:
        """Yield what is wrong with what is typed."""
        return (row.problem_word for row in self.rows.values() if row.problem_word)

    def keep_words(self, text: str) -> None:
        """Show only the questions that hold `text`, of all topics; without text all, and the first topic open."""
        text = text.strip()
        for name, topic in self.topics.items():
            kept = [row for row in topic.rows.values() if row.holds(text)]
            for row in topic.rows.values():
                row.setVisible(row in kept)
            topic.setVisible(bool(kept))
            topic.head.setChecked(bool(text) or name == FIRST)
        self._nothing.setVisible(not any(not topic.isHidden() for topic in self.topics.values()))
        self.verticalScrollBar().setValue(0)

    def turn_to(self, name: str) -> None:
        """Open a topic, and show it from its heading on."""
        topic = self.topics[name]
        topic.head.setChecked(True)
        QTimer.singleShot(0, self, partial(self._show_from, topic))  # when the page has taken its new height

    def show_problem(self) -> None:
        """Show the first question with a wrong answer, and put the cursor there."""
        for topic in self.topics.values():
            for row in topic.rows.values():
                if row.problem_word:
                    topic.head.setChecked(True)
                    row.field.setFocus()
                    self.ensureWidgetVisible(row)
                    return

    def _take(self) -> None:
        self._follow_companies()
        self._tell_topics()
        self.changed.emit()

    def _follow_companies(self) -> None:
        """Show the sum over the companies where there are some, and what it comes to."""
        users, group = self.rows[_USERS], self.rows[_GROUP].field
        if not isinstance(group, CompaniesTable):
            return
        companies = group.model.companies()
        if companies:
            users.show_answer(sum(company.users_now for company in companies if company.is_counted))
        users.field.setEnabled(not companies)
        self.by_company.setText(
            self.tr("The sum of {0} companies…").format(len(companies))
            if companies
            else self.tr("Count company by company…")
        )
        if not any(self.problems()):
            group.show_count(self._count(self.profile()))

    def _add_company(self) -> None:
        group = self.rows[_GROUP].field
        self.turn_to(self.rows[_GROUP].question.topic)
        if isinstance(group, CompaniesTable):
            if group.model.companies():
                group.view.setFocus()
            else:
                group.add_company()

    def _tell_topics(self) -> None:
        for topic in self.topics.values():
            topic.count()

    def _show_from(self, topic: QWidget) -> None:
        self.verticalScrollBar().setValue(topic.y())
