"""What was read of the document, and the uses of its defined terms."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.desktop.document_facts import fact_rows, form_rows
from app.desktop.panes.place_tree import PlaceTree
from app.desktop.place_rows import Row
from app.desktop.theme import GAP
from app.model.document import Document
from app.model.forms import Recognition
from app.model.kind import DocumentKind


class DocumentPane(QWidget):
    """Lists what was read; a term leads to its definition and then from use to use.

    Signals:
        place_chosen: The Place to show.
    """

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = PlaceTree("documentTree", self.tr("What was read of the document"))
        self.tree.row_chosen.connect(self._choose)
        self.tree.selectionModel().currentChanged.connect(lambda: self._take(self.tree.current_row()))
        self.next_use = QPushButton(self.tr("Next use (F3)"))
        self.next_use.setObjectName("nextUse")
        self.next_use.setProperty("role", "chip")
        self.next_use.clicked.connect(lambda: self.step_use(1))
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setObjectName("useOf")
        self.told.setProperty("role", "muted")
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        row.addWidget(self.told, 1)
        row.addWidget(self.next_use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tree, 1)
        column.addWidget(self._bar)
        self._document: Document | None = None
        self._term: Row | None = None
        self._use = -1
        self._tell()

    def show_document(
        self, document: Document, kind: DocumentKind | None = None, recognised: Recognition | None = None
    ) -> None:
        """List what was read of `document`, what kind it is and which standard forms it follows."""
        self._document = document
        self.tree.show_rows((*form_rows(kind, recognised), *fact_rows(document)))
        self._take(None)

    def step_use(self, by: int) -> None:
        """Show the next use of the term that was chosen last, or the one before; after the last comes the first."""
        if self._term is not None:
            uses = self._term.uses
            self._use = (self._use + by) % len(uses) if self._use >= 0 or by > 0 else len(uses) - 1
            self._tell()
            self.place_chosen.emit(uses[self._use])

    def _choose(self, row: Row) -> None:
        self._take(row)
        self.place_chosen.emit(row.place)

    def _take(self, row: Row | None) -> None:
        """Take a term to go through its uses."""
        self._term = row if row is not None and row.uses else None
        self._use = -1
        self._tell()

    def _tell(self) -> None:
        self._bar.setVisible(self._term is not None)
        if self._term is not None and self._document is not None:
            uses = self._term.uses
            where = self.tr("{0} of {1}").format(self._use + 1, len(uses))
            self.told.setText(self.tr("{0} uses").format(len(uses)) if self._use < 0 else where)
