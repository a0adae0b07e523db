"""The columns in the order of their rank, each a button that leads to the reasons."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QWidget

from app.desktop.plain_text import tip, visible
from app.desktop.theme import GAP
from app.desktop.vendors import cell_words
from app.desktop.words import first_words, unmarked
from app.model.matrix import Matrix

_TITLE = 32  # letters


class RankingStrip(QScrollArea):
    """Ranks the columns by how they fit the profile, in one line that is scrolled where it is too long.

    Signals:
        column_asked: Index of the column whose reasons are asked for.
    """

    column_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vendorRanking")
        self.setAccessibleName(self.tr("Columns by rank"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.label = QLabel()
        self.label.setObjectName("vendorRankedFor")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setProperty("role", "heading")
        self.chips: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._line = QWidget()
        self._row = QHBoxLayout(self._line)
        self._row.setContentsMargins(2 * GAP, GAP, 2 * GAP, 0)
        self._row.setSpacing(GAP // 2)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetFixedSize)  # the line is as long as it is
        self._row.addWidget(self.label)
        self.setWidget(self._line)

    def sizeHint(self) -> QSize:
        """Return the size of the line, with room for what scrolls it."""
        return self._line.sizeHint() + QSize(0, self.horizontalScrollBar().sizeHint().height() + GAP // 2)

    def minimumSizeHint(self) -> QSize:
        """Return the height of the line, at any width."""
        return QSize(0, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take as much room as the line does, once it knows how much that is."""
        if watched is self._line and event.type() == QEvent.Type.Resize:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def show_matrix(self, matrix: Matrix) -> None:
        """Rank the columns of a matrix."""
        self.label.setText(visible(self.tr("Fit to {0}:").format(first_words(matrix.profile.name, _TITLE))))
        for chip in self.chips:
            self._group.removeButton(chip)
            self._row.removeWidget(chip)
            chip.deleteLater()
        self.chips = [self._chip(matrix, number) for number in matrix.ranking]
        for chip in self.chips:
            self._row.addWidget(chip)
        self.updateGeometry()

    def mark(self, column: int) -> None:
        """Mark the column whose reasons are shown; -1 for none."""
        self._group.setExclusive(False)
        for chip in self.chips:
            chip.setChecked(self._group.id(chip) == column)
            if chip.isChecked():
                self.ensureWidgetVisible(chip)
        self._group.setExclusive(True)

    def _chip(self, matrix: Matrix, number: int) -> QPushButton:
        column = matrix.columns[number]
        title = first_words(column.title, _TITLE)
        chip = QPushButton(unmarked(f"{column.rank}. {title} · {cell_words.share_word(column.fit)}"), self._line)
        chip.setObjectName(f"vendorRank-{number}")
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setAccessibleDescription(visible(f"{cell_words.spoken_column(matrix, column)}. {column.verdict}"))
        chip.setToolTip(tip(column.verdict))
        chip.clicked.connect(lambda _=False: self.column_asked.emit(number))
        self._group.addButton(chip, number)
        return chip
