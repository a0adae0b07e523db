"""A line across the window that says what happened and stays until it is dismissed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.desktop.plain_text import visible
from app.desktop.theme import GAP

_PROBLEMS_SHOWN = 4


class MessageBar(QFrame):
    """Shows in place a piece of news, of which a line is shown at first, or the problems that came since."""

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
        self._doing: Callable[[], object] | None = None
        self._problems: list[str] = []
        self._text = ""
        self._is_folded = False
        self.more = QPushButton(self.tr("Show all"))
        self.more.setObjectName("wholeMessage")
        self.more.setProperty("role", "chip")
        self.more.clicked.connect(self._unfold)
        self.dismiss = QToolButton()
        self.dismiss.setObjectName("dismissMessage")
        self.dismiss.setText("✕")
        self.dismiss.setAutoRaise(True)
        self.dismiss.setAccessibleName(self.tr("Dismiss the message"))
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        row.setSpacing(GAP)
        row.addWidget(self.label, 1)
        for button in self._buttons():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_problem(self, text: str) -> None:
        """Say what went wrong, beside what went wrong before and was not dismissed."""
        told = self.tr("Problem: {0}").format(text)
        before = [line for line in self._problems if line != told] if not self.isHidden() else []
        self._problems = [*before, told][-_PROBLEMS_SHOWN:]
        self._show("\n".join(self._problems), "problem")

    def withdraw(self, text: str) -> None:
        """Take back a problem that is none any more."""
        told = self.tr("Problem: {0}").format(text)
        if told in self._problems:
            self._problems.remove(told)
            if self._problems and not self.isHidden():
                self._show("\n".join(self._problems), "problem")
            else:
                self.hide()

    def add_news(self, text: str) -> None:
        """Say what to know beside the message that is shown."""
        if self.isHidden():
            self.show_news(text)
        else:
            self._show(f"{self._text}\n{text}", str(self.property("kind")), self.action.text(), self._doing)

    def renew(self, before: str, text: str) -> None:
        """Say `text` in place of `before`; not again where nothing is new, and "" says nothing more of it."""
        if before and not self.isHidden() and visible(before) in self._text:
            rest = self._text.replace(visible(before), visible(text)).strip("\n")
            if rest:
                self._show(rest, str(self.property("kind")), self.action.text(), self._doing)
            else:
                self.hide()
        elif text and text != before:
            self.add_news(text)

    def offer(self, action: str, doing: Callable[[], object]) -> None:
        """Offer to do something about the message that is shown."""
        self._doing = doing
        self.action.setText(action)
        self.action.setVisible(True)

    def show_news(self, text: str, action: str = "", doing: Callable[[], object] | None = None) -> None:
        """Say what was done, or what to know; where something can be done about it, offer to do it."""
        self._problems = []
        self._show(text, "news", action, doing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of a piece of news as fits in a line."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the line to another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fold()

    def _buttons(self) -> tuple[QAbstractButton, ...]:
        return (self.more, self.action, self.dismiss)

    def _fold(self) -> None:
        """Show one line of a piece of news that is longer, and a button that shows the others."""
        if not self._is_folded:
            return
        line = self._text.replace(":\n", ": ").replace("\n", " · ")
        letters = self.label.fontMetrics()
        margins = self.contentsMargins().left() + 4 * GAP
        others = sum(each.sizeHint().width() + GAP for each in self._buttons()[1:] if not each.isHidden())
        room = self.width() - margins - others
        is_long = letters.horizontalAdvance(line) > room
        if is_long:
            line = letters.elidedText(line, Qt.TextElideMode.ElideRight, room - self.more.sizeHint().width() - GAP)
        self.label.setText(line)
        self.more.setVisible(is_long)

    def _unfold(self) -> None:
        self._is_folded = False
        self.label.setText(self._text)
        self.more.hide()
        self.label.setFocus()

    def _act(self) -> None:
        self.hide()
        if self._doing is not None:
            self._doing()

    def _show(self, text: str, kind: str, action: str = "", doing: Callable[[], object] | None = None) -> None:
        text = visible(text)
        self._doing = doing
        self.action.setText(action)
        self.action.setVisible(doing is not None)
        self._text = text
        self._is_folded = kind == "news"
        self.more.hide()
        self.label.setText(text)
        self.label.setAccessibleName(text)
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self._fold()
        QAccessible.updateAccessibility(QAccessibleEvent(self.label, QAccessible.Event.Alert))
