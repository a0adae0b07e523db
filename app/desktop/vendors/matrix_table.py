"""The table of a matrix."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QTableView, QWidget

from app.desktop.vendors.cell_delegate import CellDelegate, CellMetrics, width_of
from app.desktop.vendors.matrix_heads import ColumnHead, RowHead
from app.desktop.vendors.matrix_model import MatrixFilter, MatrixModel, RowFilter
from app.model.matrix import Matrix


class MatrixTable(QTableView):
    """Shows a matrix; one cell is chosen.

    Signals:
        cell_chosen: The MatrixRow and the index of the column of the chosen cell.
        cell_opened: The same of one whose place in its document is asked for.
        column_asked: Index of the column whose head was clicked.
        menu_asked: Where on the screen what can be done with the column of the chosen cell is asked for.
    """

    cell_chosen = Signal(object, int)
    cell_opened = Signal(object, int)
    column_asked = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vendorTable")
        self.setAccessibleName(self.tr("Terms side by side"))
        self.matrix_model = MatrixModel(self)
        self.shown = MatrixFilter(self.matrix_model, self)
        self.drawn = CellDelegate(self)
        self._with_words = True
        self.columns, self.rows = ColumnHead(self), RowHead(self)
        self.setModel(self.shown)
        self.setItemDelegate(self.drawn)
        self.setHorizontalHeader(self.columns)
        self.setVerticalHeader(self.rows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leaves the table; arrows move in it
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._choose)
        self.activated.connect(self._open)
        self.columns.sectionClicked.connect(self._ask_for_column)
        self.rows.sectionClicked.connect(self._choose_row)
        self.columns.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.columns.customContextMenuRequested.connect(self._ask_for_menu)
        self._measure()

    @property
    def column(self) -> int:
        """Index of the column of the chosen cell; -1 without one."""
        return self.currentIndex().column()

    def show_matrix(self, matrix: Matrix | None) -> None:
        """Show another matrix; a cell of the clause type and the column that were chosen stays so."""
        chosen = self.currentIndex()
        clause = chosen.data(MatrixModel.ROW_ROLE).clause.id if chosen.isValid() else ""
        title = chosen.data(MatrixModel.COLUMN_ROLE).title if chosen.isValid() else ""
        self.matrix_model.show_matrix(matrix)
        self.columns.show_matrix(matrix)
        self._measure()
        titles = [column.title for column in matrix.columns] if matrix is not None else []
        self.choose(clause, titles.index(title) if title in titles else 0)

    def keep(self, kept: RowFilter) -> None:
        """List the rows that `kept` says; the chosen cell stays so if its row does."""
        self.shown.keep(kept)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        else:
            self.choose("", max(self.columns.chosen, 0))

    def show_words(self, *, shown: bool) -> None:
        """Show the first words in the cells, or not."""
        self._with_words = shown
        self._measure()

    def choose(self, clause: str, column: int) -> None:
        """Choose the cell of a clause type in a column; that of the first row where it is not listed."""
        row = self.matrix_model.row_of(clause)
        index = self.shown.mapFromSource(self.matrix_model.index(row, column)) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index if index.isValid() else self.shown.index(0, column))

    def choose_column(self, column: int) -> None:
        """Choose the cell of a column in the row that is chosen."""
        self.setCurrentIndex(self.shown.index(max(self.currentIndex().row(), 0), column))

    def lists(self, clause: str) -> bool:
        """Return whether the row of a clause type is listed."""
        row = self.matrix_model.row_of(clause)
        return row >= 0 and self.shown.mapFromSource(self.matrix_model.index(row, 0)).isValid()

    def sizeHintForRow(self, row: int) -> int:
        """Return the height of a row, which all its cells need."""
        return self.drawn.metrics.height(self.shown.index(row, 0).data(MatrixModel.ROW_ROLE))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the column of the cell."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            self.menu_asked.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
        elif (index := self.indexAt(event.pos())).isValid():
            self.setCurrentIndex(index)
            self.menu_asked.emit(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """Fit rows and columns to another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "rows"):
            self._measure()

    def _measure(self) -> None:
        matrix = self.matrix_model.matrix
        is_layered = matrix is not None and any(column.is_layered for column in matrix.columns)
        self.drawn.metrics = CellMetrics.of(self.font(), is_layered=is_layered, with_words=self._with_words)
        self.columns.setMinimumSectionSize(width_of(self.font()))
        self.rows.resizeSections()
        self.updateGeometries()
        self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        self.columns.choose(index.column())
        if index.isValid():
            self.cell_chosen.emit(index.data(MatrixModel.ROW_ROLE), index.column())

    def _open(self, index: QModelIndex) -> None:
        self.cell_opened.emit(index.data(MatrixModel.ROW_ROLE), index.column())

    def _ask_for_column(self, column: int) -> None:
        self.choose_column(column)
        self.column_asked.emit(column)

    def _choose_row(self, row: int) -> None:
        self.setCurrentIndex(self.shown.index(row, max(self.column, 0)))

    def _ask_for_menu(self, place: QPoint) -> None:
        column = self.columns.logicalIndexAt(place)
        if column >= 0:
            self.choose_column(column)
            self.menu_asked.emit(self.columns.mapToGlobal(place))
