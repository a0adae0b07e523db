"""The detail below the table: the chosen cell, or why a column ranks where it does."""

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtWidgets import QWidget

from app.desktop import theme
from app.desktop.library.quiet_browser import QuietBrowser
from app.desktop.vendors.cell_text import CellText, followed_place, followed_row
from app.model.matrix import Matrix, MatrixRow


class VendorDetail(QuietBrowser):
    """Shows a cell or a column of a matrix.

    Signals:
        place_chosen: The index of the column, that of the layer in it, and the Place whose link was followed.
        row_chosen: The id of the clause type, and the index of the column whose cell was asked for.
    """

    place_chosen = Signal(int, int, object)
    row_chosen = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("vendorDetail", self.tr("The chosen cell"), parent)
        self._matrix: Matrix | None = None
        self._row: MatrixRow | None = None
        self._column = -1
        self.anchorClicked.connect(self._follow)

    def show_cell(self, matrix: Matrix, row: MatrixRow, column: int) -> None:
        """Show the cell of a row in a column."""
        self._matrix, self._row, self._column = matrix, row, column
        self._write()

    def show_column(self, matrix: Matrix, column: int) -> None:
        """Show why a column ranks where it does."""
        self._matrix, self._row, self._column = matrix, None, column
        self._write()

    def clear_detail(self) -> None:
        """Show nothing."""
        self._matrix = None
        self.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Write the page anew in another palette or font: it holds its colours and serif."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_matrix"):
            self._write()

    def _write(self) -> None:
        if self._matrix is None:
            return
        text = CellText(theme.colours(self.palette()), theme.reading_font(self.font()).family())
        column = self._matrix.columns[self._column]
        if self._row is None:
            self.setHtml(text.column(self._matrix, column))
        else:
            self.setHtml(text.cell(self._row, column, self._column))

    def _follow(self, address: QUrl) -> None:
        led = followed_place(address.toString())
        if led is not None:
            self.place_chosen.emit(self._column, *led)
        elif clause := followed_row(address.toString()):
            self.row_chosen.emit(clause, self._column)
