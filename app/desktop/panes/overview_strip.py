"""The strip beside a document: where findings and changes stand in the whole of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.desktop import theme, words
from app.desktop.overview import MarkKind, OverviewMark
from app.desktop.plain_text import tip
from app.desktop.theme import GAP, Colours
from app.model.clause import SEVERITIES, Severity
from app.model.matter import Decision
from app.model.review import Finding

_MARK = 13.0  # pixels across
_CHOSEN = 17.0
_MIDDLE = 11  # of the marks, from the left
_STAMP = 24  # pixels across, with room for the tips of the largest mark
_REACH = 8.0  # how near a click must come
_TOLD = 8  # findings named in a tip

_Look = tuple[bool, int, bool]
"""Of a mark: whether it is chosen, its severity, and whether it is decided; sorted, the first is painted first."""


class OverviewStrip(QWidget):
    """Marks of findings, each severity with its letter, shape and colour, and ticks of changes; a click leads there.

    The list of findings is the way there by keyboard.

    Signals:
        finding_chosen: The Finding whose mark was clicked.
        share_chosen: How far down, from 0 to 1, a click went that met no mark.
    """

    finding_chosen = Signal(object)
    share_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overviewStrip")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Overview of the document"))
        self.setMouseTracking(True)
        self._marks: tuple[OverviewMark, ...] = ()
        self._finding: Finding | None = None
        self._decisions: Mapping[str, Decision] = {}
        self._describe()

    def show_marks(self, marks: Sequence[OverviewMark]) -> None:
        """Show where findings and changes stand."""
        self._marks = tuple(marks)
        self._describe()
        self.update()

    def show_finding(self, finding: Finding | None) -> None:
        """Show the marks of the finding that is chosen larger."""
        self._finding = finding
        self.update()

    def show_decisions(self, decisions: Mapping[str, Decision]) -> None:
        """Show the marks of what is decided hollow."""
        self._decisions = decisions
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of a mark and a tick."""
        return QSize(4 * GAP - 2, 12 * GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ticks of changes, then the marks of findings, the worst and the chosen one last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours(self.palette())
        painter.fillRect(QRectF(0, 0, 1, self.height()), QColor(colours.line))
        ticks = {(mark.kind, round(self.y_of(mark))) for mark in self._marks if mark.finding is None}
        for kind, y in sorted(ticks):  # one lies over another in the same order each time
            self._paint_tick(painter, kind, y, colours)
        stamps: dict[_Look, QPixmap] = {}
        for look, y in self._to_paint():
            if look not in stamps:
                stamps[look] = self._stamp(look, colours)
            painter.drawPixmap(QPointF(_MIDDLE - _STAMP / 2, y - _STAMP / 2), stamps[look])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the finding nearest to the click, a second click the next one there; else go to the place."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        near = self._findings_at(event.position().y())
        if near:
            chosen = next((place for place, finding in enumerate(near) if self._is_chosen(finding)), -1)
            self.finding_chosen.emit(near[(chosen + 1) % len(near)])
        else:
            self.share_chosen.emit(min(1.0, max(0.0, (event.position().y() - GAP) / self._length())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked."""
        near = self._findings_at(event.position().y())
        self.setCursor(Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Name the findings under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self.tip_at(event.pos().y())), self)
            return True
        return super().event(event)

    def tip_at(self, y: float) -> str:
        """Return the names of the findings at a height."""
        near = self._findings_at(y)
        lines = [self._named(finding) for finding in near[:_TOLD]]
        if len(near) > _TOLD:
            lines.append(self.tr("and {0} more").format(len(near) - _TOLD))
        return "\n".join(lines)

    def y_of(self, mark: OverviewMark) -> float:
        """Return the height at which a mark stands."""
        return GAP + min(1.0, max(0.0, mark.share)) * self._length()

    def _length(self) -> float:
        return max(1.0, self.height() - 2.0 * GAP)

    def _findings_at(self, y: float) -> list[Finding]:
        """Return the findings marked near a height, nearest first."""
        near = sorted(
            (abs(self.y_of(mark) - y), place)
            for place, mark in enumerate(self._marks)
            if mark.finding is not None and abs(self.y_of(mark) - y) <= _REACH
        )
        found = (self._marks[place].finding for _, place in near)
        return list({finding.clause.id: finding for finding in found if finding is not None}.values())

    def _named(self, finding: Finding) -> str:
        severity, title = words.severity_word(finding.severity), finding.clause.title
        if self._is_decided(finding):
            return self.tr("{0}: {1} (decided)").format(severity, title)
        return self.tr("{0}: {1}").format(severity, title)

    def _is_chosen(self, finding: Finding | None) -> bool:
        return finding is not None and self._finding is not None and finding.clause.id == self._finding.clause.id

    def _is_decided(self, finding: Finding) -> bool:
        decision = self._decisions.get(finding.clause.id)
        return decision is not None and decision.verb is not None

    def _to_paint(self) -> list[tuple[_Look, int]]:
        """Return the look and the height of each mark, those that would cover one another just so but once."""
        findings = {mark.finding.clause.id: mark.finding for mark in self._marks if mark.finding is not None}
        looks = {clause: self._look(finding) for clause, finding in findings.items()}
        shown = {(looks[m.finding.clause.id], round(self.y_of(m))) for m in self._marks if m.finding is not None}
        return sorted(shown)

    def _look(self, finding: Finding) -> _Look:
        return self._is_chosen(finding), -SEVERITIES.index(finding.severity), self._is_decided(finding)

    def _describe(self) -> None:
        """Say what is marked to those who do not see it."""
        findings = {mark.finding.clause.id: mark.finding for mark in self._marks if mark.finding is not None}
        decided = sum(self._is_decided(finding) for finding in findings.values())
        changes = sum(mark.finding is None for mark in self._marks)
        told = self.tr(
            "{0} findings, {1} of them decided; {2} places with changes. The list of findings tells the same."
        )
        self.setAccessibleDescription(told.format(len(findings), decided, changes))

    def _paint_tick(self, painter: QPainter, kind: MarkKind, y: int, colours: Colours) -> None:
        """Paint a change at the right edge: a short line for words struck, a dot for words inserted."""
        right = self.width() - 2.0
        painter.setPen(Qt.PenStyle.NoPen)
        if kind == "deleted":
            painter.fillRect(QRectF(right - 5, y - 1, 5, 2), QColor(colours.deleted))
        else:
            painter.setBrush(QColor(colours.inserted))
            painter.drawEllipse(QPointF(right - 2.5, y), 2, 2)

    def _stamp(self, look: _Look, colours: Colours) -> QPixmap:
        """Return the picture of a mark; a long document has thousands of them, and few looks."""
        is_chosen, rank, is_decided = look
        severity = SEVERITIES[-rank]
        across = _CHOSEN if is_chosen else _MARK
        ratio = self.devicePixelRatioF()
        stamp = QPixmap(round(_STAMP * ratio), round(_STAMP * ratio))
        stamp.setDevicePixelRatio(ratio)
        stamp.fill(Qt.GlobalColor.transparent)
        painter = QPainter(stamp)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(_STAMP / 2, _STAMP / 2)
        colour = QColor(colours.of(severity))
        painter.setPen(QPen(self.palette().text().color() if is_chosen else colour, 2 if is_chosen else 1.25))
        painter.setBrush(self.palette().window().color() if is_decided else colour)
        place = QRectF(middle.x() - across / 2, middle.y() - across / 2, across, across)
        _paint_shape(painter, place, severity)
        painter.setPen(colour if is_decided else QColor(colours.on_badge))
        font = QFont(self.font())
        font.setPixelSize(round(0.6 * across))
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words.severity_letter(severity))
        painter.end()
        return stamp


def _paint_shape(painter: QPainter, place: QRectF, severity: Severity) -> None:
    """Paint the shape of a severity: the worse it is, the more corners it shows."""
    if severity == "critical":
        out = 1.5
        wide = place.adjusted(-out, -out, out, out)
        middle = wide.center()
        tips = (
            QPointF(middle.x(), wide.top()),
            QPointF(wide.right(), middle.y()),
            QPointF(middle.x(), wide.bottom()),
            QPointF(wide.left(), middle.y()),
        )
        painter.drawPolygon(QPolygonF(tips))
    elif severity == "high":
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
    elif severity == "medium":
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    else:
        painter.drawEllipse(place)
