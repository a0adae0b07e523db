"""The moves on a finding, always in view: accept, fallback, edit, accept the risk, skip, undo."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.desktop.deciding import Move
from app.desktop.flow_layout import FlowLayout
from app.desktop.panes.detail_part import heading_label
from app.desktop.theme import GAP
from app.model.matter import Decision


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
        row = FlowLayout()
        for move, text, tip in self._moves():
            button = QPushButton(text)
            button.setObjectName(f"move-{move}")
            button.setProperty("role", "decision")
            button.setCheckable(move != "undecide")
            button.setAccessibleDescription(tip)
            button.clicked.connect(partial(self._ask, move))
            self.buttons[move] = button
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.reason)
        column.addLayout(row)
        self._tips = {move: tip for move, _, tip in self._moves()}
        self._decision = Decision()

    def show_decision(self, decision: Decision, refusals: Mapping[Move, str], approver: str) -> None:
        """Mark what is decided, and offer what makes sense; `approver` may accept the risk ("" for nobody named)."""
        self._decision = decision
        for move, button in self.buttons.items():
            button.setChecked(move == decision.verb)
            button.setEnabled(not refusals[move])
            button.setToolTip(refusals[move] or self._tips[move])
            button.setAccessibleDescription(button.toolTip())
        self.reason.show_approver(approver)

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

    def _moves(self) -> tuple[tuple[Move, str, str], ...]:
        return (
            ("accept", self.tr("Accept"), self.tr("Ask the counterparty for what is proposed (A)")),
            ("fallback", self.tr("Use fallback"), self.tr("Ask for the next fallback (F)")),
            ("edit", self.tr("Edit"), self.tr("Ask in your own words (M)")),
            ("accept-risk", self.tr("Accept risk"), self.tr("Ask for nothing and live with it, for a reason (R)")),
            ("skip", self.tr("Skip"), self.tr("Leave the finding out (S)")),
            ("undecide", self.tr("Undo decision"), self.tr("Make it undecided again (U)")),
        )


class ReasonField(QFrame):
    """Asks in place why a risk is accepted: Enter confirms, Esc closes; without a reason it says that one is due.

    Signals:
        given: The reason.
    """

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteGround")
        title = self.tr("Why is the risk acceptable? Internal")
        self.edit = _ReasonEdit()
        self.edit.setObjectName("reason")
        self.edit.setAccessibleName(title)
        heading = heading_label(title)
        heading.setBuddy(self.edit)
        self.remark = QLabel()
        self.remark.setObjectName("reasonRemark")
        self.remark.setWordWrap(True)
        self.remark.setTextFormat(Qt.TextFormat.PlainText)
        self.confirm = QPushButton(self.tr("Accept risk"))
        self.confirm.setObjectName("confirmReason")
        self.confirm.setToolTip(self.tr("Keep the reason (Enter)"))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("cancelReason")
        cancel.setToolTip(self.tr("Decide nothing (Esc)"))
        row = FlowLayout()
        for button in (self.confirm, cancel):
            button.setProperty("role", "decision")
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + GAP // 2, GAP, GAP, GAP)
        column.setSpacing(GAP // 2)
        for widget in (heading, self.edit, self.remark):
            column.addWidget(widget)
        column.addLayout(row)
        self._approver = ""
        self._begun = ""
        self.edit.returnPressed.connect(self._give)
        self.edit.textChanged.connect(self._show_remark)
        self.edit.cancelled.connect(self.hide)
        self.confirm.clicked.connect(self._give)
        cancel.clicked.connect(self.hide)

    def begin(self, reason: str) -> None:
        """Ask, with what was said before."""
        if self.isHidden():
            self._begun = reason
            self.edit.setText(reason)
        self._show_remark()
        self.show()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def show_approver(self, approver: str) -> None:
        """Say who may accept the risk."""
        self._approver = approver
        self._show_remark()

    @property
    def is_unsaved(self) -> bool:
        """Whether a reason is typed and not confirmed."""
        return not self.isHidden() and self.edit.text().strip() != self._begun

    def take(self) -> str:
        """Return what is typed and not confirmed, and close; "" where there is nothing."""
        typed = self.edit.text().strip() if self.is_unsaved else ""
        self.hide()
        return typed

    def _give(self) -> None:
        reason = self.edit.text().strip()
        if reason:
            self.hide()
            self.given.emit(reason)
            return
        self.remark.setText(self.tr("Say why in a few words; the reason is kept with the decision."))
        self.remark.setAccessibleName(self.remark.text())
        self.remark.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self.remark, QAccessible.Event.Alert))

    def _show_remark(self) -> None:
        """Say who has to agree, in place of what was wrong."""
        self.remark.setText(self.tr("Accepted by: {0}").format(self._approver) if self._approver else "")
        self.remark.setAccessibleName(self.remark.text())
        self.remark.setVisible(bool(self._approver))


class _ReasonEdit(QLineEdit):
    """A line that takes Esc for itself, before a shortcut of the window does."""

    cancelled = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the shortcuts."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
