"""Who looks at a policy again and when, and what is done with what was found."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.desktop.flow_layout import FlowLayout
from app.desktop.plain_text import tip, visible
from app.desktop.theme import GAP
from app.desktop.watching.day_edit import DayEdit


class DutyStrip(QFrame):
    """Shows the owner and the day of the next look of a version, which the user edits.

    Signals:
        edited: The user named another owner or another day.
        keep_asked: The version is to be kept as the baseline.
        report_asked: The report is to be written.
    """

    edited = Signal()
    keep_asked = Signal()
    report_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("watchDuty")
        self.about = QLabel()
        self.about.setObjectName("watchDutyAbout")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setProperty("role", "heading")
        self.owner = QLineEdit()
        self.owner.setObjectName("watchOwner")
        self.owner.setAccessibleName(self.tr("Owner: who looks at the policy again"))
        self.owner.setPlaceholderText(self.tr("Who looks again"))
        self.owner.setMinimumWidth(20 * GAP)
        self.is_due = QCheckBox(self.tr("Look again &on"))
        self.is_due.setObjectName("watchIsDue")
        self.day = DayEdit("watchNextLook", self.tr("Day of the next look"))
        self.keep = _button("watchKeep", self.tr("Keep as the &baseline"))
        self.report = _button("watchReport", self.tr("&Report…"))
        label = QLabel(self.tr("O&wner"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self.owner)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        flow = FlowLayout()
        column.addLayout(flow)
        flow.setSpacing(GAP)
        flow.addWidget(self.about)
        for pair in ((label, self.owner), (self.is_due, self.day)):
            flow.addWidget(_together(*pair))
        flow.addWidget(self.keep)
        flow.addWidget(self.report)
        self.owner.editingFinished.connect(self._tell_owner)
        self.is_due.toggled.connect(self._tell_due)
        self.day.dateChanged.connect(lambda _: self.edited.emit())
        self.keep.clicked.connect(lambda _=False: self.keep_asked.emit())
        self.report.clicked.connect(lambda _=False: self.report_asked.emit())
        self._owner = ""

    def show_duty(self, about: str, owner: str, review_on: date | None, today: date) -> None:
        """Show who looks at a version next and when; `today` is offered where no day is set."""
        blocked = [QSignalBlocker(each) for each in (self.owner, self.is_due, self.day)]
        letters = self.about.fontMetrics()
        self.about.setText(letters.elidedText(visible(about), Qt.TextElideMode.ElideMiddle, 30 * GAP))
        self.about.setToolTip(tip(about))
        self._owner = owner
        self.owner.setText(owner)
        self.owner.setCursorPosition(0)
        self.owner.setToolTip(tip(owner))
        self.is_due.setChecked(review_on is not None)
        self.day.setEnabled(review_on is not None)
        self.day.show_day(review_on or today)
        del blocked

    @property
    def named_owner(self) -> str:
        """The owner as named."""
        return self.owner.text().strip()

    @property
    def review_on(self) -> date | None:
        """The day of the next look; None for none."""
        return self.day.day() if self.is_due.isChecked() else None

    def _tell_owner(self) -> None:
        if self.named_owner != self._owner:
            self._owner = self.named_owner
            self.edited.emit()

    def _tell_due(self, is_due: bool) -> None:
        self.day.setEnabled(is_due)
        self.edited.emit()


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    return button


def _together(one: QWidget, other: QWidget) -> QWidget:
    """Return two widgets that no line break parts."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    row.addWidget(one)
    row.addWidget(other)
    return both
