"""What is said above the points: which round, what was done without a trace, and how many asks each side has."""

from typing import Literal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.desktop.flow_layout import FlowLayout
from app.desktop.plain_text import visible
from app.desktop.rounds.round_words import alarm_word, group_sign, round_word, summary_word
from app.desktop.theme import GAP
from app.model.rounds import Round, Rounds

Face = Literal["points", "ledger"]
"""What is shown below: the points of a round, or the concession ledger of all of them."""


class RoundHead(QFrame):
    """Tells the worst of a round in a line, and lets the user choose round and face.

    Signals:
        round_chosen: Index of a round.
        face_chosen: A Face.
        notes_asked: The user wants to know what was not compared.
    """

    round_chosen = Signal(int)
    face_chosen = Signal(str)
    notes_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setObjectName("roundBox")
        self.box.setAccessibleName(self.tr("Round"))
        self.box.setAccessibleDescription(self.tr("Round"))  # on Linux its name is its choice
        self.box.currentIndexChanged.connect(self.round_chosen)
        self.title = _label("roundTitle", "heading")
        self.title.setWordWrap(True)
        self.alarm = _label("roundAlarm", "problem")
        self.alarm.setWordWrap(True)
        self.summary = _label("roundSummary", "muted")
        self.notes = QPushButton()
        self.notes.setObjectName("roundNotes")
        self.notes.setProperty("role", "chip")
        self.notes.clicked.connect(self.notes_asked)
        self.faces: dict[Face, QPushButton] = {}
        group = QButtonGroup(self)
        for face in ("points", "ledger"):
            chip = QPushButton()
            chip.setObjectName(f"roundFace-{face}")
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, chosen=face: self.face_chosen.emit(chosen))
            group.addButton(chip)
            self.faces[face] = chip
        self.faces["points"].setChecked(True)
        self.faces["points"].setText(self.tr("Points"))
        row = FlowLayout()
        for widget in (self.box, *self.faces.values(), self.summary, self.notes):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        column.setSpacing(GAP // 2)
        column.addWidget(self.title)
        column.addWidget(self.alarm)
        column.addLayout(row)

    def show_rounds(self, rounds: Rounds) -> None:
        """Offer the rounds of a negotiation; the last one is chosen."""
        with QSignalBlocker(self.box):
            self.box.clear()
            for one in rounds.rounds:
                self.box.addItem(self.tr("Round {0}").format(one.number))
            self.box.setCurrentIndex(len(rounds.rounds) - 1)
        self.box.setVisible(len(rounds.rounds) > 1)
        self.faces["ledger"].setText(self.tr("Concession ledger {0}").format(len(rounds.ledger)))

    def show_round(self, one: Round) -> None:
        """Say what is to be known of a round at once."""
        is_bad = bool(one.alarms or one.reopened) or not one.shows_changes
        self.title.setText(visible(round_word(one)))
        self.alarm.setText(f"{group_sign('untracked') if is_bad else group_sign('accepted')} {alarm_word(one)}")
        self.alarm.setProperty("role", "problem" if is_bad else "muted")
        font = self.alarm.font()
        font.setBold(is_bad)
        self.alarm.setFont(font)
        self.alarm.style().unpolish(self.alarm)
        self.alarm.style().polish(self.alarm)
        self.summary.setText(summary_word(one))
        noted = len(one.not_compared) + len(one.sent.not_read) + len(one.returned.not_read)
        self.notes.setText(self.tr("Not compared or read: {0}").format(noted))
        self.notes.setVisible(noted > 0)


def _label(name: str, role: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
