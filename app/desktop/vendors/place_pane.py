"""A document of the table to read at the place of a term."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.desktop.panes.reading_view import ReadingView
from app.desktop.plain_text import visible
from app.desktop.theme import GAP
from app.model.review import Review
from app.model.span import Place


class PlacePane(QWidget):
    """Shows the document of a review as it was received, at a place; hidden until one is asked for.

    Signals:
        closed: The user has read it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vendorPlace")
        self.title = QLabel()
        self.title.setObjectName("vendorPlaceTitle")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("role", "heading")
        self.title.setWordWrap(True)
        self.dismiss = QToolButton()
        self.dismiss.setObjectName("vendorPlaceClose")
        self.dismiss.setText("✕")
        self.dismiss.setAutoRaise(True)
        self.dismiss.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.dismiss.setAccessibleName(self.tr("Close the document"))
        self.dismiss.setToolTip(self.tr("Close the document (Esc)"))
        self.dismiss.clicked.connect(self.dismissed)
        self.reading = ReadingView()
        self.reading.setObjectName("vendorReading")
        self.reading.show_view("original")
        head = QHBoxLayout()
        head.setContentsMargins(2 * GAP, GAP // 2, GAP // 2, GAP // 2)
        head.addWidget(self.title, 1)
        head.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.reading, 1)
        self.hide()

    def show_place(self, title: str, review: Review, place: Place) -> None:
        """Show the document of `review`, called `title`, at a place whose words are marked."""
        self.title.setText(visible(title))
        self.show()
        self.reading.show_review(review)
        QTimer.singleShot(0, self, lambda: self.reading.show_place(place))  # once it is as wide as it will be
        self.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismissed(self) -> None:
        """Hide the document."""
        self.hide()
        self.closed.emit()
