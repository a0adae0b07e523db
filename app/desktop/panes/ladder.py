"""The positions of a clause type as a ladder: where the document stands, and what is asked for."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from app.desktop import theme
from app.desktop.deciding import Rung
from app.desktop.detail_text import DetailText
from app.desktop.panes.detail_part import TextLabel, show_text
from app.desktop.plain_text import tip
from app.desktop.theme import GAP


class Ladder(QWidget):
    """Lets one rung be chosen, best first.

    Signals:
        rung_chosen: The number of the rung that the user wants to ask for.
    """

    rung_chosen = Signal(int)

    def __init__(self, before: QWidget | None = None) -> None:
        """Take the control that Tab leaves for the ladder."""
        super().__init__()
        self._before = before
        self.rungs: list[RungRow] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._choose)
        self._shown: tuple[Rung, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._hint = QLabel(self.tr("Choose the position to ask for."))
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._column.addWidget(self._hint)

    def show_rungs(self, rungs: Sequence[Rung], text: DetailText) -> None:
        """Show `rungs`; those that stand there already keep the focus."""
        if len(rungs) != len(self.rungs):
            self._build(len(rungs))
        self._shown = tuple(rungs)
        self._hint.setVisible(any(not rung.refused for rung in rungs))
        self._group.setExclusive(False)  # so that none may be chosen
        for row, rung in zip(self.rungs, rungs, strict=True):
            row.show_rung(rung, text)
        self._group.setExclusive(True)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Join the rungs by a line behind their buttons."""
        super().paintEvent(event)
        if len(self.rungs) < 2:
            return
        ends = [row.radio.mapTo(self, row.radio.rect().center()) for row in (self.rungs[0], self.rungs[-1])]
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.colours(self.palette()).scroll), 2))
        painter.drawLine(QPoint(ends[0].x(), ends[0].y()), QPoint(ends[0].x(), ends[1].y()))
        painter.end()

    def _build(self, count: int) -> None:
        for row in self.rungs:
            self._group.removeButton(row.radio)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rungs = [RungRow(number) for number in range(count)]
        for number, row in enumerate(self.rungs):
            self._group.addButton(row.radio, number)
            self._column.addWidget(row)
        before = () if self._before is None else (self._before,)
        for one, other in pairwise((*before, *(row.radio for row in self.rungs))):
            QWidget.setTabOrder(one, other)

    def _choose(self, number: int) -> None:
        """Tell of a choice; the rung that is asked for stays marked until another is."""
        chosen = self._shown[number]
        if not chosen.is_asked:
            self.rung_chosen.emit(number)


class RungRow(QWidget):
    """A rung: its button, and beside it its level, name, tests and who approves it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self.radio.setObjectName(f"rung-{number}")
        self.label = TextLabel()
        self.label.setObjectName(f"rungText-{number}")
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP // 2)
        grid.addWidget(self.radio, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.label, 0, 1)
        grid.setColumnStretch(1, 1)

    def show_rung(self, rung: Rung, text: DetailText) -> None:
        """Show `rung`."""
        show_text(self.label, text.rung(rung))
        self.radio.setChecked(rung.is_asked)
        self.radio.setEnabled(not rung.refused)
        self.radio.setToolTip(tip(rung.refused))
        self.radio.setAccessibleName(self.label.accessibleName())
        self.radio.setAccessibleDescription(rung.refused)
        self.setToolTip(tip(rung.refused))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on the words for one on the button."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.radio.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a press on the words, so that its release comes here too."""
        event.accept()
