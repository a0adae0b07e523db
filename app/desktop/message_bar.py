"""A line across the window that says what happened and stays until it is dismissed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.desktop.theme import GAP


class MessageBar(QFrame):
    """Shows one message at a time, in place: a problem, or a piece of news."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.label = QLabel()
        self.label.setObjectName("message")
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.action = QPushButton()
        self.action.setObjectName("messageAction")
        self.action.setProperty("role", "chip")
        self.action.clicked.connect(self._act)
        self._doing: Callable[[], None] | None = None
        self.dismiss = QToolButton()
        self.dismiss.setObjectName("dismissMessage")
        self.dismiss.setText("✕")
        self.dismiss.setAutoRaise(True)
        self.dismiss.setAccessibleName(self.tr("Dismiss the message"))
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        row.addWidget(self.label, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_problem(self, text: str) -> None:
        """Say what went wrong."""
        self._show(self.tr("Problem: {0}").format(text), "problem")

    def show_news(self, text: str, action: str = "", doing: Callable[[], None] | None = None) -> None:
        """Say what was done, or what to know; where something can be done about it, offer to do it."""
        self._show(text, "news", action, doing)

    def _act(self) -> None:
        self.hide()
        if self._doing is not None:
            self._doing()

    def _show(self, text: str, kind: str, action: str = "", doing: Callable[[], None] | None = None) -> None:
        self._doing = doing
        self.action.setText(action)
        self.action.setVisible(doing is not None)
        self.label.setText(text)
        self.label.setAccessibleName(text)
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.label, QAccessible.Event.Alert))
