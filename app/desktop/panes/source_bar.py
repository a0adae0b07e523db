"""The line above a document that came with tracked changes: what they are, and which side of them is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.desktop.flow_layout import FlowLayout
from app.desktop.source_views import VIEWS, counts_word, view_word
from app.desktop.theme import GAP
from app.model.document import Document, View


class SourceBar(QFrame):
    """Switches between the views of earlier tracked changes; hidden where there are none.

    Signals:
        view_asked: The View that the user wants to see.
    """

    view_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourceBar")
        self._told = QLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setObjectName("sourceTold")
        self._told.setWordWrap(True)
        self._apart = QLabel(self.tr("Findings and redlines belong to the accepted text; they are not marked here."))
        self._apart.setTextFormat(Qt.TextFormat.PlainText)
        self._apart.setObjectName("sourceApart")
        self._apart.setWordWrap(True)
        self._chips = QButtonGroup(self)
        self.chips: dict[View, QPushButton] = {}
        switch = FlowLayout()
        showing = QLabel(self.tr("Showing:"))
        showing.setTextFormat(Qt.TextFormat.PlainText)
        showing.setMargin(GAP // 2)
        switch.addWidget(showing)
        for view in VIEWS:
            chip = QPushButton(view_word(view))
            chip.setObjectName(f"source-{view}")
            chip.setProperty("role", "chip")
            chip.setAccessibleName(self.tr("Show tracked changes: {0}").format(view_word(view)))
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, view=view: self.view_asked.emit(view))
            self._chips.addButton(chip)
            self.chips[view] = chip
            switch.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        column.setSpacing(GAP // 2)
        column.addWidget(self._told)
        column.addLayout(switch)
        column.addWidget(self._apart)
        self.hide()

    def show_document(self, document: Document) -> None:
        """Say what tracked changes `document` came with."""
        counts = counts_word(document)
        self._told.setText(self.tr("The document came with tracked changes: {0}.").format(counts))
        self.setVisible(bool(counts))
        self.show_view(document.view)

    def show_view(self, view: View) -> None:
        """Say which view is shown."""
        self.chips[view].setChecked(True)
        self._apart.setVisible(view != "accepted")
