"""How a finding came about, in four steps that follow from one another: words, facts, test, level."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from app.desktop import theme
from app.desktop.detail_text import ALL, DetailText, parse_place
from app.desktop.panes.detail_part import DetailPart
from app.desktop.theme import GAP
from app.model.review import Finding, Review


class Reasoning(QWidget):
    """Shows the chain in short; all the evidence on request.

    Signals:
        place_chosen: The Place whose link was followed.
    """

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Review, Finding, DetailText] | None = None
        self._opened: set[str] = set()
        self.says = DetailPart("detailSays", self.tr("What it says"))
        self.elsewhere = DetailPart("detailElsewhere", self.tr("Words elsewhere that bear on it"))
        self.facts = DetailPart("detailFacts", self.tr("Facts read"))
        self.tests = DetailPart("detailTests", self.tr("Test"))
        self.level = DetailPart("detailLevel", self.tr("Level"))
        self.more = QToolButton()
        self.more.setObjectName("evidence")
        self.more.setText(self.tr("Evidence"))
        self.more.setToolTip(self.tr("All words, facts, tests and scores that the finding rests on (E)"))
        self.more.setAccessibleDescription(self.more.toolTip())
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.toggled.connect(self._show_more)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        steps = ((1, self.says), (None, self.elsewhere), (2, self.facts), (3, self.tests), (4, self.level))
        for row, (number, part) in enumerate(steps):
            grid.addWidget(StepSign(number, is_last=part is self.level), row, 0)
            grid.addWidget(part, row, 1)
            part.setContentsMargins(0, 0, 0, 0 if part is self.level else GAP)
            part.link_followed.connect(self._follow)
        grid.addWidget(self.more, len(steps), 1, Qt.AlignmentFlag.AlignLeft)

    def show_finding(self, review: Review, finding: Finding, text: DetailText) -> None:
        """Show how `finding` came about."""
        self._shown = (review, finding, text)
        self.more.setVisible(bool(finding.reading.matches or finding.reading.facts))
        self._write()

    def close_evidence(self) -> None:
        """Show the chain in short again."""
        self._opened.clear()
        self.more.setChecked(False)

    def open_evidence(self) -> None:
        """Show all the evidence, and move to it."""
        self.more.setChecked(True)
        self.says.body.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _write(self) -> None:
        if self._shown is None:
            return
        review, finding, text = self._shown
        document, short = review.document, not self.more.isChecked()
        self.says.fill(text.says(document, finding, short=short, everything="says" in self._opened))
        self.elsewhere.fill(text.elsewhere(document, finding, short=short, everything="elsewhere" in self._opened))
        self.facts.fill(text.facts(document, finding, short=short))
        self.tests.fill(text.tests(finding, short=short))
        self.level.fill(text.level(finding))

    def _show_more(self, opened: bool) -> None:
        self.more.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self._write()

    def _follow(self, link: str) -> None:
        """Show all of a part where a link asks for it; any other leads to a place."""
        if link.startswith(ALL):
            self._opened.add(link.removeprefix(ALL))
            self._write()
        else:
            self.place_chosen.emit(parse_place(link))


class StepSign(QWidget):
    """The number of a step in a circle, and a line down to the next; a step without a number carries on the line."""

    def __init__(self, number: int | None, *, is_last: bool) -> None:
        super().__init__()
        self._number = number
        self._is_last = is_last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)

    def sizeHint(self) -> QSize:
        """Return room for the circle in the size of the text."""
        side = self.fontMetrics().height() + GAP // 2
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circle and the line."""
        side = self.sizeHint().width()
        ours = theme.colours(self.palette())
        circle = QRectF(1, 1, side - 2, side - 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ours.scroll), 2))
        if not self._is_last:
            painter.drawLine(QPointF(side / 2, 0 if self._number is None else side), QPointF(side / 2, self.height()))
        if self._number is not None:
            painter.setPen(QPen(QColor(ours.accent), 1.5))
            painter.drawEllipse(circle)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
