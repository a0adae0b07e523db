"""The lines of a comparison as a Qt model, which a screen reader walks."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.desktop.comparing.change_words import heard
from app.desktop.comparing.lines import Line
from app.desktop.comparing.stretches import Pane, Shown, shown_in
from app.desktop.plain_text import visible
from app.desktop.words import tr
from app.model.comparison import Comparison

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

PANES: tuple[Pane | None, ...] = (None, "old", "new", "inline")
"""What each column shows; the first one shows marks."""


class LinesModel(QAbstractTableModel):
    """Shows the lines of one comparison; read-only.

    The columns are the marks of changes, the old text, the new one, and both as one.
    """

    LINE_ROLE = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._lines: tuple[Line, ...] = ()
        self._spoken: Callable[[int], str] = _nothing

    def show_lines(self, comparison: Comparison, lines: tuple[Line, ...]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self._comparison, self._lines, self._spoken = comparison, lines, _nothing
        self.endResetModel()

    def tell(self, spoken: Callable[[int], str]) -> None:
        """Ask `spoken` from now on what a screen reader says of the change with a number."""
        self._spoken = spoken

    @property
    def lines(self) -> Sequence[Line]:
        """The lines shown."""
        return self._lines

    def text_of(self, number: int, pane: Pane) -> str:
        """Return the words of a line as a pane shows them, a paragraph a line, each after its number."""
        return "\n".join(
            _numbered(
                " ".join(filter(None, (each.former, each.paragraph.marker))),
                "".join(stretch.text for stretch in each.stretches),
            )
            for each in self._shown(number, pane)
        )

    def text_of_both(self, number: int) -> str:
        """Return the words of a line that is the same in both documents, as `text_of` does, in less time."""
        if self._comparison is None:
            return ""
        paragraphs = (self._comparison.new.paragraphs[index] for index in self._lines[number].new)
        return "\n".join(_numbered(paragraph.marker, paragraph.text) for paragraph in paragraphs)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(PANES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, what a screen reader says of it, or the whole line."""
        if not index.isValid():
            return None
        if role == self.LINE_ROLE:
            return self._lines[index.row()]
        pane = PANES[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._numbers(index.row()) if pane is None else visible(self.text_of(index.row(), pane))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return visible(self._heard(index.row(), pane))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a column shows."""
        if orientation != Qt.Orientation.Horizontal or self._comparison is None:
            return None
        old, new = visible(self._comparison.old.name), visible(self._comparison.new.name)
        told = ("", tr("Old: {0}").format(old), tr("New: {0}").format(new), f"{old} → {new}")[section]
        return told if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def _shown(self, number: int, pane: Pane) -> tuple[Shown, ...]:
        if self._comparison is None:
            return ()
        return tuple(each for row in self._lines[number].rows for each in shown_in(self._comparison, row, pane))

    def _numbers(self, number: int) -> str:
        """Return the numbers of the changes of a line."""
        return ", ".join(map(str, self._lines[number].changes))

    def _heard(self, number: int, pane: Pane | None) -> str:
        """Return what a screen reader says: the changes of a line, then what one of its cells says."""
        said = [*filter(None, map(self._spoken, self._lines[number].changes))]
        if pane is not None:
            shown = self._shown(number, pane)
            texts = (f"{each.paragraph.marker} {''.join(map(heard, each.stretches))}".strip() for each in shown)
            said.append(" ".join(texts) if shown else tr("nothing in this version"))
        return ". ".join(said)


def _numbered(marker: str, text: str) -> str:
    return f"{marker}\t{text}" if marker else text


def _nothing(_: int) -> str:
    """Say nothing of a change."""
    return ""
