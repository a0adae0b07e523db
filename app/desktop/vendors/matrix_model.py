"""Documents side by side as Qt models."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from app.desktop.plain_text import tip, visible
from app.desktop.vendors import cell_words
from app.model.clause import SEVERITIES, Severity
from app.model.matrix import Matrix, MatrixRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class MatrixModel(QAbstractTableModel):
    """Shows a matrix: a row for a clause type, those that apply to no column last, a column for a vendor; read-only."""

    ROW_ROLE = Qt.ItemDataRole.UserRole
    COLUMN_ROLE = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix | None = None
        self._rows: tuple[MatrixRow, ...] = ()
        self._said: dict[int, str] = {}

    @property
    def matrix(self) -> Matrix | None:
        """What is shown."""
        return self._matrix

    def show_matrix(self, matrix: Matrix | None) -> None:
        """Replace all rows and columns."""
        self.beginResetModel()
        self._matrix = matrix
        self._rows = () if matrix is None else (*matrix.rows, *matrix.apart)
        self._said.clear()
        self.endResetModel()

    def row(self, number: int) -> MatrixRow:
        """Return the row with a number."""
        return self._rows[number]

    def said_in(self, number: int) -> str:
        """Return all that a row says, in small letters."""
        if number not in self._said:
            row = self._rows[number]
            cells = (f"{self._told(row, column)}\n{cell.term.why}" for column, cell in enumerate(row.cells))
            self._said[number] = "\n".join((row.clause.title, *cells)).casefold()
        return self._said[number]

    def row_of(self, clause: str) -> int:
        """Return the number of the row of a clause type; -1 without one."""
        return next((number for number, row in enumerate(self._rows) if row.clause.id == clause), -1)

    def is_apart(self, number: int) -> bool:
        """Return whether a row applies to no column."""
        return self._matrix is not None and number >= len(self._matrix.rows)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of clause types."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() or self._matrix is None else len(self._matrix.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title of a clause type or a column; what is said of it; the MatrixRow or MatrixColumn itself."""
        if orientation == Qt.Orientation.Vertical:
            return self._row_head(section, role) if 0 <= section < len(self._rows) else None
        return self._column_head(section, role) if 0 <= section < self.columnCount() else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says, or its MatrixRow and MatrixColumn for roles of their own."""
        if not index.isValid() or self._matrix is None:
            return None
        row, column = self._rows[index.row()], self._matrix.columns[index.column()]
        if role == self.ROW_ROLE:
            return row
        if role == self.COLUMN_ROLE:
            return column
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(self._told(row, index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return visible(cell_words.spoken_cell(row, column, index.column()))
        return tip(row.cells[index.column()].term.why) if role == Qt.ItemDataRole.ToolTipRole else None

    def _told(self, row: MatrixRow, column: int) -> str:
        """Return a cell as lines of text: level, facts, first words."""
        term = row.cells[column].term
        level = f"{cell_words.level_glyph(term.level)} {cell_words.level_word(term.level)}"
        best = f" {cell_words.BEST} {cell_words.best_word(row)}" if column in row.best else ""
        names = {head.key: cell_words.head_word(head) for head in row.heads}
        facts = (f"{names[fact.key]}: {cell_words.stated_word(fact)}" for fact in term.facts if fact.key in names)
        return "\n".join(part for part in (level + best, *facts, cell_words.begins_word(term)) if part)

    def _row_head(self, section: int, role: int) -> object:
        row = self._rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(row.clause.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return visible(f"{row.clause.title}. {row.best_why}" if row.best_why else row.clause.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.best_why)
        return row if role == self.ROW_ROLE else None

    def _column_head(self, section: int, role: int) -> object:
        if self._matrix is None:
            return None
        column = self._matrix.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(column.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return visible(cell_words.spoken_column(self._matrix, column))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(column.verdict)
        return column if role == self.COLUMN_ROLE else None


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows are listed.

    Attributes:
        text: Words that a title, a cell or a reason holds, case aside.
        severities: Of the worst cell; any where empty.
        is_differing: Only those on which the columns differ.
        with_apart: Also those that apply to no column.
    """

    text: str = ""
    severities: Collection[Severity] = ()
    is_differing: bool = False
    with_apart: bool = False


class MatrixFilter(QSortFilterProxyModel):
    """Keeps some of the rows of a matrix, in their order."""

    def __init__(self, source: MatrixModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix = source
        self._kept = RowFilter()
        self.setSourceModel(source)

    def keep(self, kept: RowFilter) -> None:
        """Keep the rows that `kept` says."""
        self._kept = kept
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: ARG002 - rows have no children
        """Return whether a row is kept."""
        kept, shown = self._kept, self._matrix.row(row)
        if self._matrix.is_apart(row) and not kept.with_apart:
            return False
        if kept.is_differing and not differs(shown):
            return False
        if kept.severities and worst_of(shown) not in kept.severities:
            return False
        return not kept.text.strip() or kept.text.strip().casefold() in self._matrix.said_in(row)


def worst_of(row: MatrixRow) -> Severity:
    """Return the severity of the worst cell of a row."""
    return min((cell.term.severity for cell in row.cells), key=SEVERITIES.index, default="none")


def differs(row: MatrixRow) -> bool:
    """Return whether the cells of a row have other levels or other facts."""
    said = {(cell.term.level, tuple((fact.value, fact.currency) for fact in cell.term.facts)) for cell in row.cells}
    return len(said) > 1
