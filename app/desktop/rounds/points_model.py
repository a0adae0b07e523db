"""The points of a round that are listed, as a Qt model."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.desktop.plain_text import tip, visible
from app.desktop.rounds.entries import listed_points, sites_of
from app.desktop.rounds.round_words import (
    answer_word,
    clause_word,
    level_word,
    place_word,
    point_word,
    said_of,
    spoken,
)
from app.model.rounds import Point, PointAnswer, Round, Rounds

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PointsModel(QAbstractListModel):
    """Shows points of one round, a row each, with what is answered to them; read-only."""

    POINT_ROLE = Qt.ItemDataRole.UserRole
    CLAUSE_ROLE = Qt.ItemDataRole.UserRole + 1
    """The clause types of the point, and the level on which they stand now."""
    STATE_ROLE = Qt.ItemDataRole.UserRole + 2
    """The id of the point, where it stands, and what is answered to it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rounds: Rounds | None = None
        self._round: Round | None = None
        self._every: tuple[Point, ...] = ()
        self._points: tuple[Point, ...] = ()
        self._answers: Mapping[str, PointAnswer] = {}

    @property
    def every(self) -> tuple[Point, ...]:
        """All points of the round, listed or not."""
        return self._every

    def show_round(self, rounds: Rounds, one: Round) -> None:
        """List all points of a round; none is answered."""
        self.beginResetModel()
        self._rounds, self._round = rounds, one
        self._every = self._points = listed_points(one)
        self._answers = {}
        self.endResetModel()

    def list_points(self, points: tuple[Point, ...]) -> None:
        """List some of the points, in the order of all of them."""
        self.beginResetModel()
        self._points = points
        self.endResetModel()

    def show_answers(self, answers: Mapping[str, PointAnswer]) -> None:
        """Show what is answered to the points, by their ids."""
        self._answers = answers
        if self._points:
            self.dataChanged.emit(self.index(0), self.index(len(self._points) - 1))

    def saying(self, text: str) -> tuple[Point, ...]:
        """Return the points, listed or not, that say `text`, case aside; all for ""."""
        wanted = text.strip().casefold()
        if not wanted or self._rounds is None or self._round is None:
            return self._every
        rounds, one = self._rounds, self._round
        return tuple(point for point in self._every if wanted in said_of(rounds, one, point).casefold())

    def row_of(self, name: str) -> int:
        """Return the row of the point with an id; -1 where it is not listed."""
        return next((row for row, point in enumerate(self._points) if point.id == name), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of points listed."""
        return 0 if parent.isValid() else len(self._points)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows, what a screen reader says of it, or the whole point."""
        if not index.isValid() or self._rounds is None or self._round is None:
            return None
        point = self._points[index.row()]
        if role == self.POINT_ROLE:
            return point
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{point.id} · {point_word(point)}")
        told = self._told(self._rounds, self._round, point, role)
        return visible(told) if told is not None else None

    def _told(self, rounds: Rounds, one: Round, point: Point, role: int) -> str | None:
        answer = self._answers.get(point.id)
        if role == Qt.ItemDataRole.DisplayRole:
            return point_word(point)
        if role == self.CLAUSE_ROLE:
            return " · ".join(filter(None, (clause_word(rounds.library, point), level_word(one, point))))
        if role == self.STATE_ROLE:
            return "  ·  ".join(filter(None, (point.id, place_word(sites_of(point)[1]), answer_word(answer))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(rounds, one, point, self._every.index(point) + 1, answer)
        return None
