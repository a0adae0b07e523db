"""The heads of the table: clause types at the left, columns with their rank above; both stay in view."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from app.desktop import theme
from app.desktop.plain_text import visible
from app.desktop.row_text import draw_line, draw_lines, lines_of
from app.desktop.theme import GAP
from app.desktop.vendors import cell_words
from app.desktop.vendors.matrix_model import MatrixModel
from app.desktop.words import tr
from app.model.matrix import Matrix, MatrixColumn, MatrixRow

_TITLE_LETTERS = 22
_TITLE_LINES = 3
_COLUMN_LINES = 2


class RowHead(QHeaderView):
    """Names the clause types, each with the columns that have its best term; rows are as high as they need to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("vendorRows")
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def sizeHint(self) -> QSize:
        """Return the width of the titles."""
        return QSize(self._width() + 2 * GAP, 0)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Return the height of a title, with a line for who is best."""
        row: MatrixRow | None = self.model().headerData(section, self.orientation(), MatrixModel.ROW_ROLE)
        if row is None:
            return QSize()
        lines = min(lines_of(QFontMetrics(_bold(self.font())), row.clause.title, self._width()), _TITLE_LINES)
        return QSize(self._width(), (lines + 1) * self.fontMetrics().height() + 2 * GAP)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the head of a row."""
        row: MatrixRow | None = self.model().headerData(section, self.orientation(), MatrixModel.ROW_ROLE)
        if row is None:
            return
        ours = theme.colours(self.palette())
        painter.save()
        painter.fillRect(rect, self.palette().color(QPalette.ColorRole.Window))
        place = rect.adjusted(GAP, GAP, -GAP, -GAP)
        bold = _bold(self.font())
        letters = QFontMetrics(bold)
        title = visible(row.clause.title)
        lines = min(lines_of(letters, title, place.width()), _TITLE_LINES)
        painter.setFont(bold)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        draw_lines(painter, QRect(place.topLeft(), QSize(place.width(), lines * letters.height())), title)
        painter.setFont(self.font())
        painter.setPen(QColor(ours.muted))
        best = [str(self.model().headerData(each, Qt.Orientation.Horizontal)) for each in row.best]
        if best:
            told = f"{cell_words.BEST} {', '.join(best)}"
            draw_line(painter, place.adjusted(0, lines * letters.height(), 0, 0), told)
        painter.setPen(QColor(ours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(ours.edge))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()

    def _width(self) -> int:
        """Return how wide titles are."""
        return self.fontMetrics().averageCharWidth() * _TITLE_LETTERS


class ColumnHead(QHeaderView):
    """Names the columns, each with its rank, its fit and its layers; they fill the width if they have room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("vendorColumns")
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.chosen = -1
        self._matrix: Matrix | None = None

    def show_matrix(self, matrix: Matrix | None) -> None:
        """Take the matrix whose columns are named."""
        self._matrix = matrix
        self.updateGeometry()

    def choose(self, column: int) -> None:
        """Mark a column as the chosen one."""
        self.chosen = column
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the height: two lines of a title, one for the rank, one for layers where there are some."""
        lines = _COLUMN_LINES + 1 + self._has_layers
        return QSize(0, lines * self.fontMetrics().height() + 2 * GAP)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the head of a column."""
        column: MatrixColumn | None = self.model().headerData(section, self.orientation(), MatrixModel.COLUMN_ROLE)
        if column is None or self._matrix is None:
            return
        ours = theme.colours(self.palette())
        painter.save()
        painter.fillRect(rect, QColor(ours.selected) if section == self.chosen else self.palette().window())
        line = self.fontMetrics().height()
        place = rect.adjusted(GAP, GAP, -GAP, -GAP)
        painter.setFont(_bold(self.font()))
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        draw_lines(painter, QRect(place.topLeft(), QSize(place.width(), _COLUMN_LINES * line)), visible(column.title))
        painter.setFont(self.font())
        place.translate(0, _COLUMN_LINES * line)
        draw_line(painter, place, tr("Rank {0}").format(column.rank) + f" · {cell_words.share_word(column.fit)}")
        if column.is_layered:
            painter.setPen(QColor(ours.muted))
            told = " › ".join(visible(layer.title) for layer in column.layers)
            draw_line(painter, place.translated(0, line), told)
        painter.setPen(QColor(ours.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QColor(ours.edge))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if section == self.chosen:
            painter.fillRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 3), QColor(ours.accent))
        painter.restore()

    @property
    def _has_layers(self) -> bool:
        return self._matrix is not None and any(column.is_layered for column in self._matrix.columns)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made
