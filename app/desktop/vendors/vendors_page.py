"""What the window of vendors shows: how they rank, the table with its filters, the detail, and a document to read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.desktop.message_bar import MessageBar
from app.desktop.theme import GAP
from app.desktop.vendors.detail_pane import VendorDetail
from app.desktop.vendors.filter_bar import FilterBar
from app.desktop.vendors.matrix_model import RowFilter
from app.desktop.vendors.matrix_table import MatrixTable
from app.desktop.vendors.place_pane import PlacePane
from app.desktop.vendors.ranking_strip import RankingStrip
from app.model.matrix import Matrix, MatrixRow
from app.model.review import Review
from app.model.span import Place


class VendorsPage(QWidget):
    """Arranges the parts and carries what is chosen in one to the others; none of them knows another.

    Signals:
        add_asked, matter_asked: What the buttons of the empty page say.
        place_asked: The index of the column, that of the layer in it, and the Place to be read.
    """

    add_asked = Signal()
    matter_asked = Signal()
    place_asked = Signal(int, int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix | None = None
        self.messages = MessageBar()
        self.ranking = RankingStrip()
        self.filters = FilterBar()
        self.table = MatrixTable()
        self.detail = VendorDetail()
        self.place = PlacePane()
        self.add = _button("vendorAdd", self.tr("Choose documents…"), "primary")
        self.take = _button("vendorTake", self.tr("Take the documents of the matter"), "secondary")
        self._lower_half = QSplitter(Qt.Orientation.Horizontal)
        self._both_halves = QSplitter(Qt.Orientation.Vertical)
        self.pages = QStackedWidget()
        self._arrange()
        self._connect()

    def show_matrix(self, matrix: Matrix | None) -> None:
        """Show a matrix; None shows how to begin one."""
        is_first = self._matrix is None
        self._matrix = matrix
        if matrix is None:
            self.place.hide()
            self.table.show_matrix(None)
            self.detail.clear_detail()
            self.pages.setCurrentIndex(0)
            return
        self.ranking.show_matrix(matrix)
        self.table.show_matrix(matrix)
        self._count()
        self.pages.setCurrentIndex(1)
        if is_first:
            self.table.setFocus()

    def show_reasons(self, column: int) -> None:
        """Show why a column ranks where it does."""
        if self._matrix is not None and 0 <= column < len(self._matrix.columns):
            self.detail.show_column(self._matrix, column)
            self.ranking.mark(column)

    def show_document(self, title: str, review: Review, place: Place) -> None:
        """Show a document at a place, beside the detail."""
        self.place.show_place(title, review, place)

    def close_document(self) -> None:
        """Close the document that is read."""
        self.place.dismiss.click()

    def panes(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        reading = (self.place.reading,) if self.place.isVisible() else ()
        chips = self.ranking.chips[:1]
        return (*chips, self.filters.search, self.table, self.detail, *reading)

    def focus_next_pane(self, by: int = 1) -> None:
        """Move the focus to the next pane, or the one before."""
        panes, focused = self.panes(), self.focusWidget()
        current = next((n for n, pane in enumerate(panes) if focused is pane), -1 if by > 0 else 0)
        panes[(current + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda _=False: self.add_asked.emit())
        self.take.clicked.connect(lambda _=False: self.matter_asked.emit())
        self.ranking.column_asked.connect(self.table.choose_column)
        self.ranking.column_asked.connect(self.show_reasons)
        self.filters.changed.connect(self._keep)
        self.table.cell_chosen.connect(self._show_cell)
        self.table.cell_opened.connect(self._open)
        self.table.column_asked.connect(self.show_reasons)
        self.place.closed.connect(self.table.setFocus)
        self.detail.place_chosen.connect(self.place_asked)
        self.detail.row_chosen.connect(self._choose_row)

    def _show_cell(self, row: MatrixRow, column: int) -> None:
        if self._matrix is not None:
            self.detail.show_cell(self._matrix, row, column)
            self.ranking.mark(-1)

    def _open(self, row: MatrixRow, column: int) -> None:
        """Ask for the place of the words that a cell rests on; a cell without any has none."""
        term = row.cells[column].term
        if term.words:
            self.place_asked.emit(column, term.layer, term.words[0].place)

    def _choose_row(self, clause: str, column: int) -> None:
        """Choose the cell of a row that was asked for, whatever the filters hide."""
        if not self.table.lists(clause):
            self.filters.clear()
        self.table.choose(clause, column)
        self.table.setFocus()

    def _keep(self, kept: RowFilter) -> None:
        self.table.keep(kept)
        self._count()

    def _count(self) -> None:
        if self._matrix is not None:
            every = len(self._matrix.rows) + self.filters.kept.with_apart * len(self._matrix.apart)
            self.filters.show_count(self.table.shown.rowCount(), every)

    def _arrange(self) -> None:
        self._lower_half.addWidget(self.detail)
        self._lower_half.addWidget(self.place)
        self._both_halves.addWidget(self.table)
        self._both_halves.addWidget(self._lower_half)
        for splitter, shares in ((self._lower_half, (2, 3)), (self._both_halves, (3, 2))):
            splitter.setChildrenCollapsible(False)
            for number, share in enumerate(shares):
                splitter.setStretchFactor(number, share)
        self._both_halves.setSizes([60 * GAP, 34 * GAP])
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.ranking, self.filters):
            column.addWidget(part)
        column.addWidget(self._both_halves, 1)
        self.pages.addWidget(self._empty())
        self.pages.addWidget(full)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.messages)
        whole.addWidget(self.pages, 1)

    def _empty(self) -> QWidget:
        """Return the page that says how to begin."""
        prompt = QLabel(self.tr("Drop the terms and licences of several vendors here"))
        prompt.setProperty("role", "prompt")
        told = QLabel(
            self.tr(
                "Each becomes a column, each clause type a row. Documents of one vendor that belong together, such as "
                "a model licence and the cloud terms under which it is offered, can be put into one column as layers."
            )
        )
        told.setProperty("role", "muted")
        for label in (prompt, told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        ground = QFrame()
        ground.setProperty("role", "dropZone")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(3 * GAP, 4 * GAP, 3 * GAP, 4 * GAP)
        inside.setSpacing(2 * GAP)
        inside.addWidget(prompt)
        for button in (self.add, self.take):
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QWidget()
        middle.setMaximumWidth(96 * GAP)
        column = QVBoxLayout(middle)
        column.setSpacing(2 * GAP)
        column.addStretch(1)
        column.addWidget(ground)
        column.addWidget(told)
        column.addStretch(2)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(4 * GAP, 4 * GAP, 4 * GAP, 4 * GAP)
        row.addWidget(middle)
        return page


def _button(name: str, text: str, role: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("role", role)
    return button
