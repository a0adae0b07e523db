"""The pieces that the detail is put together of: a text under its heading, and what opens on request."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.desktop import theme
from app.desktop.line_breaks import ZERO_WIDTH, breakable
from app.desktop.plain_text import visible
from app.desktop.theme import GAP


class DetailPart(QWidget):
    """A heading with a text below it; hidden while the text is empty.

    Signals:
        link_followed: The address of a link in the text.
    """

    link_followed = Signal(str)

    def __init__(self, name: str, title: str, form: Qt.TextFormat = Qt.TextFormat.RichText) -> None:
        super().__init__()
        self.heading = heading_label(title)
        self.body = text_label(name, form)
        self.body.linkActivated.connect(self.link_followed)
        self.heading.setBuddy(self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.heading)
        column.addWidget(self.body)

    def fill(self, text: str) -> None:
        """Show `text`."""
        show_text(self.body, text, self.heading.text())
        self.setVisible(bool(text))


class Disclosure(QWidget):
    """A button that shows and hides what stands below it; hidden at first."""

    def __init__(self, name: str, content: QWidget) -> None:
        super().__init__()
        self.content = content
        self.button = QToolButton()
        self.button.setObjectName(name)
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.toggled.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.button)
        column.addWidget(content)
        content.hide()

    def set_title(self, title: str) -> None:
        """Name what opens."""
        self.button.setText(title)

    def _open(self, opened: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.content.setVisible(opened)


class Ground(QFrame):
    """A ground that tells who reads what stands on it; its heading says so too.

    "noteGround" is the house's own, "outgoingGround" goes to the counterparty (the names of the style sheet).
    """

    def __init__(self, ground: str, title: str) -> None:
        super().__init__()
        self.setObjectName(ground)
        self.heading = heading_label(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GAP, GAP, GAP // 2, GAP)
        self.column.setSpacing(GAP)
        self.column.addWidget(self.heading)


def heading_label(title: str) -> QLabel:
    """Return a heading whose words break in lines."""
    heading = QLabel(title)
    heading.setTextFormat(Qt.TextFormat.PlainText)
    heading.setProperty("role", "heading")
    heading.setWordWrap(True)
    return heading


class TextLabel(QLabel):
    """A label that remembers how high it is at a width: layouts ask for it again and again."""

    def __init__(self) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}

    def setText(self, text: str) -> None:
        """Show `text`."""
        if text != self.text():
            self._heights.clear()
            super().setText(text)

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ring where the keyboard is: the cursor of a text is thin, and one at a link has none."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QColor(theme.colours(self.palette()).accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def changeEvent(self, event: QEvent) -> None:
        """Forget what another font or style changes."""
        self._heights.clear()
        super().changeEvent(event)


def text_label(name: str, form: Qt.TextFormat = Qt.TextFormat.RichText) -> TextLabel:
    """Return a label whose text breaks in lines, can be selected, and is reached by keyboard."""
    label = TextLabel()
    label.setObjectName(name)
    label.setTextFormat(form)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def show_text(label: QLabel, text: str, title: str = "") -> None:
    """Show `text`; a screen reader says it after `title`."""
    is_rich = label.textFormat() == Qt.TextFormat.RichText
    text = text if is_rich else visible(text)
    label.setText(text if is_rich else breakable(text))
    said = QTextDocumentFragment.fromHtml(text).toPlainText().replace(ZERO_WIDTH, "") if is_rich else text
    label.setAccessibleName(f"{title}: {said}" if title else said)
