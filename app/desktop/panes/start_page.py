"""The page shown while no document is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.desktop import theme
from app.desktop.theme import GAP


class StartPage(QWidget):
    """Says what the program does and takes a document.

    Files are dropped on the window, which this page is part of.

    Signals:
        open_asked: The user wants to choose a document.
        sample_asked: The user wants to see the bundled sample.
    """

    open_asked = Signal()
    sample_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inviting = False
        name = QLabel("Counterdraft")
        font = theme.reading_font(self.font())
        font.setPointSizeF(self.font().pointSizeF() * 2.4)
        name.setFont(font)
        purpose = QLabel(
            self.tr("Reviews a licence or contract against your positions and hands back a redline and a memo.")
        )
        self.prompt = QLabel(self.tr("Drop a document here"))
        self.prompt.setObjectName("prompt")
        prompt_font = QFont(self.font())
        prompt_font.setPointSizeF(self.font().pointSizeF() * 1.4)
        self.prompt.setFont(prompt_font)
        formats = QLabel(self.tr("Word, PDF, OpenDocument, RTF, web page, message with attachments, text, Markdown"))
        formats.setProperty("role", "muted")
        self.open = _button(self.tr("Open…"), "openDocument", "primary")
        self.open.clicked.connect(self.open_asked)
        self.sample = _button(self.tr("Try the sample"), "trySample", "secondary")
        self.sample.clicked.connect(self.sample_asked)
        advice = QLabel(self.tr("Works offline; nothing leaves this computer. A drafting aid, not legal advice."))
        advice.setProperty("role", "muted")
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for stretch_or_button in (None, self.open, self.sample, None):
            if stretch_or_button is None:
                buttons.addStretch(1)
            else:
                buttons.addWidget(stretch_or_button)
        self._area = QWidget()
        self._area.setMaximumWidth(80 * GAP)
        inside = QVBoxLayout(self._area)
        inside.setContentsMargins(4 * GAP, 8 * GAP, 4 * GAP, 8 * GAP)
        inside.setSpacing(GAP)
        for label in (self.prompt, formats):
            inside.addWidget(_centred(label))
        inside.addSpacing(2 * GAP)
        inside.addLayout(buttons)
        page = QVBoxLayout(self)
        page.setContentsMargins(4 * GAP, 4 * GAP, 4 * GAP, 4 * GAP)
        page.addStretch(2)
        page.addWidget(_centred(name))
        page.addSpacing(GAP)
        page.addWidget(_centred(purpose))
        page.addSpacing(4 * GAP)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._area, 8)
        row.addStretch(1)
        page.addLayout(row)
        page.addSpacing(2 * GAP)
        page.addWidget(_centred(advice))
        page.addStretch(3)

    def show_waiting(self) -> None:
        """Ask for a document."""
        self.prompt.setText(self.tr("Drop a document here"))
        self._set_enabled(enabled=True)

    def show_reviewing(self, name: str) -> None:
        """Say that the document called `name` is under review."""
        self.prompt.setText(self.tr("Reviewing {0} …").format(name))
        self._set_enabled(enabled=False)

    def invite(self, *, inviting: bool) -> None:
        """Show or end that what is being dragged may be dropped."""
        self._inviting = inviting
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge of the drop area."""
        super().paintEvent(event)
        ours = theme.colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ours.accent if self._inviting else ours.muted), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(ours.selected) if self._inviting else self.palette().base())
        painter.drawRoundedRect(self._area.geometry().adjusted(1, 1, -1, -1), 12, 12)

    def _set_enabled(self, *, enabled: bool) -> None:
        self.open.setEnabled(enabled)
        self.sample.setEnabled(enabled)


def _button(text: str, name: str, role: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("role", role)
    return button


def _centred(label: QLabel) -> QLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
