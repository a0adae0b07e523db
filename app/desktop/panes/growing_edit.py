"""A field for plain text that is as high as its text."""

from math import ceil

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_LEAST_LINES = 2


class GrowingEdit(QPlainTextEdit):
    """Lets text be typed; Tab leaves it, and it never scrolls in itself.

    Signals:
        typed: The text was changed, by the user or by `show_text`.
        left: The focus went elsewhere in the window.
        cancelled: Esc was pressed.
        confirmed: Enter was pressed with Ctrl.
    """

    typed = Signal()
    left = Signal()
    cancelled = Signal()
    confirmed = Signal()

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self.typed)
        self._fit()

    @property
    def text(self) -> str:
        """What is typed, protected blanks kept, lines parted by line feeds."""
        return self.document().toRawText().replace("\u2029", "\n")

    def show_text(self, text: str) -> None:
        """Put `text` in place of what is there; nothing happens where it is the same."""
        if text != self.text:
            self.setPlainText(text)

    def event(self, event: QEvent) -> bool:
        """Take Esc for itself, before a shortcut of the window does."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Esc and of Ctrl+Enter; all other keys are typed."""
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif with_control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left; a menu over it, or another window, is not leaving."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines at the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the height to a new font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Take the height of the lines, and of two at least."""
        layout, least = self.document().documentLayout(), _LEAST_LINES * self.fontMetrics().lineSpacing()
        block, lines = self.document().firstBlock(), 0.0
        while block.isValid():
            lines += layout.blockBoundingRect(block).height()
            block = block.next()
        frame = max(self.height() - self.viewport().height(), 0)  # below 0 before it is laid out
        room = 2 * int(self.document().documentMargin()) + 2  # without the last two pixels it would scroll
        height = max(ceil(lines), least) + room + frame
        if height != self.height():
            self.setFixedHeight(height)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
