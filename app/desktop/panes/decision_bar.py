"""The moves on a finding, always in view: accept, fallback, edit, accept the risk, skip, undo."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.desktop import theme
from app.desktop.flow_layout import FlowLayout
from app.desktop.icons import icon
from app.desktop.panes.reason_field import ReasonField
from app.desktop.plain_text import tip
from app.desktop.theme import GAP
from app.model.matter import UNDECIDED, Decision
from app.service.moves import Move


class DecisionBar(QFrame):
    """Offers the moves that make sense; the one decided on is marked.

    Signals:
        asked: The Move that the user makes; accepting the risk asks for a reason first.
        reason_given: Why the risk is accepted.
    """

    asked = Signal(str)
    reason_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decisionBar")
        self.setAccessibleName(self.tr("Decision"))
        self.reason = ReasonField()
        self.reason.hide()
        self.reason.given.connect(self.reason_given)
        self.buttons: dict[Move, QPushButton] = {}
        self._words: dict[Move, tuple[str, str]] = {move: (text, tip) for move, text, tip in self._moves()}
        self._row = FlowLayout()
        for move, (text, _) in self._words.items():
            button = QPushButton(text)
            button.setObjectName(f"move-{move}")
            button.setProperty("role", "decision")
            button.setCheckable(move != "undecide")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it was
            button.installEventFilter(self)
            button.setAccessibleName(text)
            button.clicked.connect(partial(self._ask, move))
            self.buttons[move] = button
            self._row.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.reason)
        self._column.addLayout(self._row)
        self._decision = UNDECIDED
        self._refusals: Mapping[Move, str] = {}
        self._size, self._side = self.size(), 2 * GAP

    def show_decision(self, decision: Decision, refusals: Mapping[Move, str], approver: str) -> None:
        """Mark what is decided, and offer what makes sense; `approver` may accept the risk ("" for nobody named)."""
        self._decision, self._refusals = decision, refusals
        for move, button in self.buttons.items():
            button.setChecked(move == decision.verb)
            button.setEnabled(not refusals[move])
            button.setVisible(move != "undecide" or not refusals[move])
            button.setAccessibleDescription(refusals[move] or self._words[move][1])
        self.fit(self._size, self._side)
        self.reason.show_approver(approver)

    def fit(self, size: QSize, side: int) -> None:
        """Show the moves in words, or as icons where the words would take more than a third of a pane of `size`.

        The way back is an icon already where its words would need another line. `side` is the margin at either side.
        """
        self._size, self._side = size, side
        self._column.setContentsMargins(side, GAP, side, GAP)
        as_icons: tuple[tuple[Move, ...], ...] = ((), ("undecide",), tuple(self.buttons))
        highest = (2 * self.fontMetrics().height(), size.height() // 3)
        for shown, most in zip(as_icons, (*highest, None), strict=True):
            for move, button in self.buttons.items():
                button.setText("" if move in shown else self._words[move][0])
                button.setIcon(_icon(move, self.palette()) if move in shown else QIcon())
                button.setIconSize(QSize(1, 1) * self.fontMetrics().height())
            if most is None or self._row.heightForWidth(size.width() - 2 * side) <= most:
                break
        for move, button in self.buttons.items():
            button.setToolTip(tip(self._tip(move)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a double click for one: after the first another finding is shown."""
        return event.type() == QEvent.Type.MouseButtonDblClick or super().eventFilter(watched, event)

    def ask_for_reason(self) -> None:
        """Open the field for the reason, if the risk can be accepted."""
        if self.buttons["accept-risk"].isEnabled():
            self.reason.begin(self._decision.reason)

    def _ask(self, move: Move) -> None:
        button = self.buttons[move]
        button.setChecked(move == self._decision.verb)  # the decision marks it, not the click
        if move == "accept-risk":
            self.ask_for_reason()
        else:
            self.reason.hide()
            self.asked.emit(move)

    def _tip(self, move: Move) -> str:
        """Return what a move does, or why it cannot be made; with its name where that is not on the button."""
        name, tip = self._words[move]
        told = self._refusals.get(move) or tip
        return told if self.buttons[move].text() else f"{name}: {told}"

    def _moves(self) -> tuple[tuple[Move, str, str], ...]:
        return (
            ("accept", self.tr("Accept"), self.tr("Ask the counterparty for what is proposed (A)")),
            ("fallback", self.tr("Fallback"), self.tr("Ask for the next fallback (F)")),
            ("edit", self.tr("Edit"), self.tr("Ask in your own words (M)")),
            ("accept-risk", self.tr("Accept risk"), self.tr("Ask for nothing and live with it, for a reason (R)")),
            ("skip", self.tr("Skip"), self.tr("Leave the finding out (S)")),
            ("undecide", self.tr("Undo decision"), self.tr("Make it undecided again (U)")),
        )


def _icon(move: Move, palette: QPalette) -> QIcon:
    """Return the icon of a move, that of a marked button in the colour that goes with the mark."""
    name = {"accept-risk": "risk", "undecide": "undo"}.get(move, move)
    made = icon(name, palette)
    marked = QPalette(palette)
    marked.setColor(QPalette.ColorRole.ButtonText, QColor(theme.colours(palette).on_badge))
    made.addPixmap(icon(name, marked).pixmap(48), QIcon.Mode.Normal, QIcon.State.On)
    return made
