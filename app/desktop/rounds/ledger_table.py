"""The table of the concession ledger."""

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.desktop.rounds.ledger_model import LedgerModel
from app.desktop.theme import GAP
from app.model.rounds import Rounds

_SHARES = (0, 0, 3, 4, 5, 4)
"""How the columns share the width; those with 0 are as wide as their words."""

_NARROWEST = 14  # letters of a column that shares


class LedgerTable(QTableView):
    """Shows a row for each time a side moved; a row is as high as its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledgerTable")
        self.setAccessibleName(self.tr("Concession ledger"))
        self.ledger = LedgerModel(self)
        self.setModel(self.ledger)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leaves the table; arrows move in it
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setHighlightSections(False)
        self._due = QTimer(self, singleShot=True, interval=0)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._due.start())
        self._due.timeout.connect(self.resizeRowsToContents)

    def show_rounds(self, rounds: Rounds) -> None:
        """Show the ledger of a negotiation."""
        self.ledger.show_rounds(rounds)
        self._share()
        self.selectRow(0)

    def minimumSizeHint(self) -> QSize:
        """Return a size that shows a few lines."""
        return QSize(30 * GAP, 12 * GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        """Share it anew in another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_due"):
            self._share()

    def _share(self) -> None:
        fixed = [max(self.sizeHintForColumn(n), self.horizontalHeader().sectionSizeHint(n)) for n in (0, 1)]
        least = _NARROWEST * self.fontMetrics().averageCharWidth()
        rest = self.viewport().width() - sum(fixed)
        for number, share in enumerate(_SHARES):
            width = fixed[number] if not share else max(rest * share // sum(_SHARES), least)
            self.setColumnWidth(number, width)
        self._due.start()
