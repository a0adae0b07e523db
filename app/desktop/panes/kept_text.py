"""A text of the user's that is kept as it is typed."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.desktop.panes.growing_edit import GrowingEdit
from app.desktop.theme import GAP

_PAUSE_MS = 1500


class KeptText(QWidget):
    """A heading and a field below it; what is typed is kept when the field is left, or typing pauses.

    Signals:
        kept: The text, each time it differs from the one shown or kept last.
        library_asked: The user wants the library's text back.
    """

    kept = Signal(str)
    library_asked = Signal()

    def __init__(self, name: str, title: str, hint: str) -> None:
        super().__init__()
        self.heading = QLabel(title)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty("role", "heading")
        self.heading.setWordWrap(True)
        self.edit = GrowingEdit(name, title)
        self.edit.setAccessibleDescription(hint)
        self.edit.setPlaceholderText(hint)
        self.heading.setBuddy(self.edit)
        self.back = QPushButton(self.tr("Library's text"))
        self.back.setObjectName(f"{name}Back")
        self.back.setProperty("role", "chip")
        self.back.setToolTip(self.tr("Put the library's text back in place of yours"))
        self.back.setAccessibleName(self.tr("{0}: back to the library's text").format(title))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._kept = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.heading)
        column.addWidget(self.edit)
        column.addWidget(self.back)
        self._pause.timeout.connect(self.keep)
        self.edit.typed.connect(self._pause.start)
        self.edit.left.connect(self.keep)
        self.back.clicked.connect(self.library_asked)

    @property
    def text(self) -> str:
        """What is typed, without blanks around it."""
        return self.edit.text.strip()

    @property
    def is_unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.text != self._kept

    def show_text(self, text: str, *, own: bool) -> None:
        """Show `text`; the user's own can be given up for the library's. What is being typed stays."""
        if not self.is_unsaved and self.text != text.strip():
            self.edit.show_text(text)
        self._kept = text.strip()
        self.back.setVisible(own)
        if not self.is_unsaved:
            self._pause.stop()

    def keep(self) -> None:
        """Keep what is typed now."""
        self._pause.stop()
        if self.is_unsaved:
            self._kept = self.text
            self.kept.emit(self._kept)

    def take(self) -> str | None:
        """Return what is typed and not kept yet, which counts as kept from now on; None where all is kept."""
        self._pause.stop()
        if not self.is_unsaved:
            return None
        self._kept = self.text
        return self._kept
