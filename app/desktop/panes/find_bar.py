"""The bar that finds words in the document."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from app.desktop.theme import GAP


class FindBar(QFrame):
    """Asks for words as they are typed, and goes from one place to the next; hidden until it is needed.

    Enter and Shift+Enter go on and back, Esc closes it.

    Signals:
        asked: The words looked for, and whether capital letters count.
        stepped: 1 for the next place, -1 for the one before.
        closed: It was closed.
    """

    asked = Signal(str, bool)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.words = QLineEdit()
        self.words.setObjectName("findWords")
        self.words.setPlaceholderText(self.tr("Find in the document"))
        self.words.setAccessibleName(self.tr("Find in the document"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(12 * GAP)
        self.told = QLabel()
        self.told.setObjectName("findTold")
        self.told.setProperty("role", "muted")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.match_case = self._button("findMatchCase", "Aa", self.tr("Match case"))
        self.match_case.setCheckable(True)
        self.previous = self._button("findPrevious", "▲", self.tr("Previous place (Shift+Enter)"))
        self.next = self._button("findNext", "▼", self.tr("Next place (Enter)"))
        self.close_button = self._button("findClose", "✕", self.tr("Close (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        row.setSpacing(GAP // 2)
        row.addWidget(self.words, 1)
        for widget in (self.told, self.previous, self.next, self.match_case, self.close_button):
            row.addWidget(widget)
        self.words.textChanged.connect(self._ask)
        self.match_case.toggled.connect(self._ask)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.close_button.clicked.connect(self.close_bar)
        self.hide()

    def open_bar(self, words: str = "") -> None:
        """Show the bar and look for `words`; without any, for those looked for last."""
        self.show()
        if words and words != self.words.text():
            self.words.setText(words)
        else:
            self._ask()
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Hide the bar; what was marked is marked no more."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def show_count(self, current: int, count: int) -> None:
        """Say how many places there are and which of them is shown, from 0."""
        if count:
            told = self.tr("{0} of {1}").format(current + 1, count)
        else:
            told = self.tr("Nothing found") if self.words.text().strip() else ""
        if told != self.told.text():
            self.told.setText(told)
            self.told.setAccessibleName(told)
            QAccessible.updateAccessibility(QAccessibleEvent(self.told, QAccessible.Event.Alert))
        for button in (self.previous, self.next):
            button.setEnabled(count > 0)

    def event(self, event: QEvent) -> bool:
        """Keep Esc, which stops a job elsewhere in the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, go back, close."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() is self.words:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self.asked.emit(self.words.text(), self.match_case.isChecked())

    def _button(self, name: str, sign: str, told: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(sign)
        button.setAutoRaise(True)
        button.setAccessibleName(told)
        button.setToolTip(told)
        return button
