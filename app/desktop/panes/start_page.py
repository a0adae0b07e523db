"""The page shown while no matter is open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.desktop import theme
from app.desktop.panes.recent_list import RecentList
from app.desktop.plain_text import visible
from app.desktop.theme import GAP
from app.service.recent import RecentMatter


class StartPage(QWidget):
    """Says what the program does, takes documents, and leads back to recent matters.

    Files are dropped on the window, which this page is part of.

    Signals:
        open_asked: The user wants to choose documents.
        sample_asked: The user wants to see the bundled sample.
        matter_chosen: The Path of a recent matter.
        matter_forgotten: The Path of one that is not to be listed any more.
    """

    open_asked = Signal()
    sample_asked = Signal()
    matter_chosen = Signal(object)
    matter_forgotten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inviting = False
        self.prompt = QLabel()
        self.prompt.setObjectName("prompt")
        self.prompt.setProperty("role", "prompt")
        self.prompt.setTextFormat(Qt.TextFormat.PlainText)
        self.open = _button(self.tr("Open…"), "openDocument", "primary")
        self.open.clicked.connect(self.open_asked)
        self.sample = _button(self.tr("Try the sample"), "trySample", "secondary")
        self.sample.clicked.connect(self.sample_asked)
        self.recent = RecentList()
        self.recent.matter_chosen.connect(self.matter_chosen)
        self.recent.matter_forgotten.connect(self.matter_forgotten)
        self._area = self._drop_area()
        self._recent_box = self._recent_part()
        page = QVBoxLayout(self)
        page.setContentsMargins(4 * GAP, 2 * GAP, 4 * GAP, 2 * GAP)
        page.addStretch(2)
        page.addWidget(_centred(self._name()))
        page.addSpacing(GAP)
        purpose = self.tr("Reviews a licence or contract against your positions and hands back a redline and a memo.")
        page.addWidget(_centred(QLabel(purpose)))
        page.addSpacing(3 * GAP)
        for part in (self._area, self._recent_box):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(part, 8)
            row.addStretch(1)
            page.addLayout(row)
            page.addSpacing(2 * GAP)
        advice = QLabel(self.tr("Works offline; nothing leaves this computer. A drafting aid, not legal advice."))
        advice.setTextFormat(Qt.TextFormat.PlainText)
        advice.setProperty("role", "muted")
        page.addWidget(_centred(advice))
        page.addStretch(3)
        self.show_waiting()

    def show_recent(self, matters: Sequence[RecentMatter]) -> None:
        """List the matters that were open lately."""
        self.recent.matters.show_matters(matters)
        self.recent.updateGeometry()
        self._recent_box.setVisible(bool(matters))

    def show_waiting(self) -> None:
        """Ask for a document."""
        self.prompt.setText(self.tr("Drop documents here"))
        self._set_enabled(enabled=True)

    def show_reviewing(self, name: str) -> None:
        """Say that the document or matter called `name` is being opened."""
        self.prompt.setText(self.tr("Opening {0} …").format(visible(name)))
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

    def _name(self) -> QLabel:
        name = QLabel("Counterdraft")
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("role", "brand")
        return name

    def _drop_area(self) -> QWidget:
        formats = QLabel(self.tr("Word, PDF, OpenDocument, RTF, web page, message with attachments, text, Markdown"))
        formats.setTextFormat(Qt.TextFormat.PlainText)
        formats.setProperty("role", "muted")
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch(1)
        buttons.addWidget(self.open)
        buttons.addWidget(self.sample)
        buttons.addStretch(1)
        area = QWidget()
        area.setMaximumWidth(80 * GAP)
        inside = QVBoxLayout(area)
        inside.setContentsMargins(4 * GAP, 6 * GAP, 4 * GAP, 6 * GAP)
        inside.setSpacing(GAP)
        for label in (self.prompt, formats):
            inside.addWidget(_centred(label))
        inside.addSpacing(2 * GAP)
        inside.addLayout(buttons)
        return area

    def _recent_part(self) -> QWidget:
        heading = QLabel(self.tr("Recent matters"))
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setProperty("role", "heading")
        heading.setBuddy(self.recent)
        part = QWidget()
        part.setMaximumWidth(80 * GAP)
        listed = QVBoxLayout(part)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.addWidget(heading)
        listed.addWidget(self.recent)
        part.hide()
        return part

    def _set_enabled(self, *, enabled: bool) -> None:
        self.open.setEnabled(enabled)
        self.sample.setEnabled(enabled)


def _button(text: str, name: str, role: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("role", role)
    return button


def _centred(label: QLabel) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
