"""The concession ledger, as a Qt model: a row for each time a side moved."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.desktop.plain_text import tip, visible
from app.desktop.rounds.round_words import end_word, given_word, spoken_move, stand_word, who_word
from app.desktop.words import tr
from app.model.rounds import Movement, Rounds

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class LedgerModel(QAbstractTableModel):
    """Shows who moved on what in which round, from where to where, and for what; read-only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rounds: Rounds | None = None
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_rounds(self, rounds: Rounds) -> None:
        """Show the ledger of a negotiation."""
        self.beginResetModel()
        self._rounds = rounds
        self._rows = tuple(_cells(rounds, move) for move in rounds.ledger)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of moves."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_heads())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a column is."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _heads()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, or what a screen reader says of its whole row."""
        if not index.isValid() or self._rounds is None:
            return None
        move = self._rounds.ledger[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return visible(spoken_move(self._rounds, move))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(move.what)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        return None


def _heads() -> tuple[str, ...]:
    return tr("Round"), tr("Who"), tr("Clause type"), tr("From"), tr("To"), tr("For what")


def _cells(rounds: Rounds, move: Movement) -> tuple[str, ...]:
    told = (
        str(move.round),
        who_word(move),
        move.clause.title,
        stand_word(move.start),
        end_word(move),
        given_word(rounds, move),
    )
    return tuple(visible(text) for text in told)
