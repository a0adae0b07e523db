"""The strip beside the panes: where the changes stand in the whole of the two documents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.desktop import theme
from app.desktop.comparing.change_delegate import paint_entry
from app.desktop.comparing.change_words import kind_word, state_word
from app.desktop.comparing.entries import Entry
from app.desktop.plain_text import tip, visible
from app.desktop.theme import GAP, Colours
from app.model.clause import SEVERITIES

_MARK = 13.0  # pixels across
_CHOSEN = 17.0
_MIDDLE = 11.0  # of the marks, from the left
_REACH = 8.0  # how near a click must come
_TOLD = 8  # changes named in a tip


@dataclass(frozen=True, slots=True)
class ChangeMark:
    """A place of a change: how far down it stands, from 0 to 1."""

    share: float
    entry: Entry


class ChangeStrip(QWidget):
    """Marks of changes: those that may do harm by their badge, the others by a tick; a click leads there.

    The list of changes is the way there by keyboard.

    Signals:
        change_chosen: The number of the change whose mark was clicked.
        share_chosen: How far down, from 0 to 1, a click went that met no mark.
    """

    change_chosen = Signal(int)
    share_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changeStrip")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Overview of the changes"))
        self.setMouseTracking(True)
        self._marks: tuple[ChangeMark, ...] = ()
        self._chosen = 0
        self._describe()

    def show_marks(self, entries: Sequence[Entry], shares: Mapping[int, Sequence[float]]) -> None:
        """Show where entries stand, by the numbers of their changes."""
        self._marks = tuple(ChangeMark(share, entry) for entry in entries for share in shares.get(entry.number, ()))
        self._describe()
        self.update()

    def choose(self, number: int) -> None:
        """Show the marks of a change larger."""
        self._chosen = number
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of a mark and a tick."""
        return QSize(4 * GAP - 2, 12 * GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ticks, then the badges, the gravest and the chosen one last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours(self.palette())
        painter.fillRect(QRectF(0, 0, 1, self.height()), QColor(colours.line))
        for y, mark in self._to_paint():
            is_chosen = mark.entry.number == self._chosen
            if mark.entry.direction in ("worse", "unclear") or is_chosen:
                across = _CHOSEN if is_chosen else _MARK
                place = QRectF(_MIDDLE - across / 2, y - across / 2, across, across)
                painter.fillRect(place, self.palette().window())
                paint_entry(painter, place, mark.entry, colours)
                if is_chosen:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(self.palette().text().color(), 2))
                    painter.drawRoundedRect(place, 4, 4)
            else:
                self._paint_tick(painter, mark.entry, y, colours)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the change nearest to the click, a second click the next one there; else go to the place."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        near = self._near(event.position().y())
        numbers = [entry.number for entry in near]
        if numbers:
            following = numbers.index(self._chosen) + 1 if self._chosen in numbers else 0
            self.change_chosen.emit(numbers[following % len(numbers)])
        else:
            self.share_chosen.emit(min(1.0, max(0.0, (event.position().y() - GAP) / self._length())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked."""
        near = self._near(event.position().y())
        self.setCursor(Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Name the changes under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self.tip_at(event.pos().y())), self)
            return True
        return super().event(event)

    def tip_at(self, y: float) -> str:
        """Return the names of the changes at a height."""
        near = self._near(y)
        lines = [_named(entry) for entry in near[:_TOLD]]
        if len(near) > _TOLD:
            lines.append(self.tr("and {0} more").format(len(near) - _TOLD))
        return "\n".join(lines)

    def y_of(self, mark: ChangeMark) -> float:
        """Return the height at which a mark stands."""
        return GAP + min(1.0, max(0.0, mark.share)) * self._length()

    def _length(self) -> float:
        return max(1.0, self.height() - 2.0 * GAP)

    def _near(self, y: float) -> list[Entry]:
        """Return the changes marked near a height, nearest first."""
        near = ((abs(self.y_of(mark) - y), place) for place, mark in enumerate(self._marks))
        found = (self._marks[place].entry for distance, place in sorted(near) if distance <= _REACH)
        return list({entry.number: entry for entry in found}.values())

    def _to_paint(self) -> Iterator[tuple[int, ChangeMark]]:
        """Yield the marks with their heights, of those that would cover one another just so but one."""
        seen = {
            (round(self.y_of(mark)), _look(mark.entry), mark.entry.number == self._chosen): mark for mark in self._marks
        }
        for (y, _, _), mark in sorted(seen.items(), key=lambda each: (each[0][2], each[0][1], each[0][0])):
            yield y, mark

    def _describe(self) -> None:
        """Say what is marked to those who do not see it."""
        entries = {mark.entry.number: mark.entry for mark in self._marks}
        worse = sum(entry.direction == "worse" for entry in entries.values())
        told = self.tr("{0} changes, {1} of them worse. The list of changes tells the same.")
        self.setAccessibleDescription(told.format(len(entries), worse))

    def _paint_tick(self, painter: QPainter, entry: Entry, y: int, colours: Colours) -> None:
        """Paint a change: a line for words struck, a dot for words inserted, both for others, an arrow for moves."""
        kind = entry.change.kind if entry.change is not None else "edited"
        painter.setPen(Qt.PenStyle.NoPen)
        if kind == "moved":
            painter.setBrush(QColor(colours.moved))
            tips = (QPointF(_MIDDLE, y - 4), QPointF(_MIDDLE + 4, y + 3), QPointF(_MIDDLE - 4, y + 3))
            painter.drawPolygon(QPolygonF(tips))
            return
        if kind in ("formatting", "renumbered"):
            painter.fillRect(QRectF(_MIDDLE - 2, y - 0.5, 4, 1), QColor(colours.muted))
            return
        if kind != "added":
            painter.fillRect(QRectF(_MIDDLE - 5, y - 1, 5 if kind != "removed" else 10, 2), QColor(colours.deleted))
        if kind != "removed":
            painter.setBrush(QColor(colours.inserted))
            painter.drawEllipse(QPointF(_MIDDLE + (3 if kind != "added" else 0), y), 2, 2)


def _look(entry: Entry) -> tuple[bool, int, str]:
    """Return how a mark looks; sorted, the first is painted first."""
    rank = -SEVERITIES.index(entry.severity) if entry.severity is not None else -len(SEVERITIES)
    return entry.direction not in (None, "same"), rank, entry.change.kind if entry.change is not None else ""


def _named(entry: Entry) -> str:
    told = entry.effects[0].what if entry.effects else ""
    kind = kind_word(entry.change) if entry.change is not None else ""
    return visible("  ·  ".join(filter(None, (told or state_word(entry), kind))))
