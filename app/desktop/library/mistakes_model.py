"""The mistakes of an entry as a list."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.desktop.words import tr
from app.model.authoring import EntryMistake

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class MistakesModel(QAbstractListModel):
    """Shows mistakes and warnings in the order of the text, a row each; read-only."""

    MISTAKE_ROLE = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mistakes: tuple[EntryMistake, ...] = ()

    def show_mistakes(self, mistakes: tuple[EntryMistake, ...]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._mistakes = mistakes
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of mistakes."""
        return 0 if parent.isValid() else len(self._mistakes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line and what is wrong, or the EntryMistake for its own role."""
        if not index.isValid():
            return None
        mistake = self._mistakes[index.row()]
        if role == self.MISTAKE_ROLE:
            return mistake
        kind = tr("Warning") if mistake.is_warning else tr("Mistake")
        field = f"{mistake.field}: " if mistake.field else ""
        if role == Qt.ItemDataRole.DisplayRole:
            sign = "▲" if mistake.is_warning else "✗"
            return tr("{0} Line {1}: {2}").format(sign, mistake.line, field + mistake.message)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{0} in line {1}: {2}").format(kind, mistake.line, field + mistake.message)
        return None
