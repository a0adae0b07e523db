"""What leaves with the file: a tick for what can be taken out, the reason for what cannot."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from app.desktop.plain_text import visible
from app.desktop.theme import GAP
from app.model.inspection import Inspection, Item, ItemKind


class OutgoingList(QWidget):
    """Lists the items of an inspection; a ticked one is to be taken out, at first those of the kinds `ticked`.

    Below the list stands what the item under the cursor shows, and why it matters or stays.
    """

    def __init__(self, inspection: Inspection, ticked: Collection[ItemKind]) -> None:
        super().__init__()
        self._items = inspection.items
        self.list = QListWidget()
        self.list.setObjectName("outgoing")
        self.list.setAccessibleName(self.tr("What leaves with the file; ticked items are taken out"))
        self.list.setMinimumSize(48 * GAP, 22 * GAP)
        self.list.setSpacing(GAP // 4)
        self.details = QPlainTextEdit()
        self.details.setObjectName("outgoingDetails")
        self.details.setAccessibleName(self.tr("What the item shows"))
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.details.setMinimumHeight(14 * GAP)
        self.why = QLabel()
        self.why.setObjectName("outgoingWhy")
        self.why.setProperty("role", "muted")
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.why.setMinimumHeight(4 * self.why.fontMetrics().lineSpacing())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.list, 2)
        column.addWidget(self.details, 1)
        column.addWidget(self.why)
        for item in self._items:
            self.list.addItem(self._row(item, is_ticked=item.kind in ticked))
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        if not self._items:
            self.list.hide()
            self.details.hide()
            self.why.setText(self.tr("Nothing leaves with the file but its words."))
            column.addStretch(1)

    def chosen(self) -> tuple[ItemKind, ...]:
        """Return the kinds that are to be taken out."""
        rows = (self.list.item(place) for place in range(self.list.count()))
        ticked = zip(self._items, rows, strict=True)
        return tuple(dict.fromkeys(item.kind for item, row in ticked if row.checkState() == Qt.CheckState.Checked))

    def _row(self, item: Item, *, is_ticked: bool) -> QListWidgetItem:
        row = QListWidgetItem(
            visible(_told(item.title)) if item.removable else self.tr("{0} (stays)").format(visible(_told(item.title)))
        )
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if item.removable else flags)
        if item.removable:
            row.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        row.setData(Qt.ItemDataRole.AccessibleDescriptionRole, visible(_told(item.why)))
        return row

    def _show(self, place: int) -> None:
        """Show the item at `place` in the list."""
        item = self._items[place]
        self.details.setPlainText(visible("\n".join(item.details)))
        why = visible(_told(item.why))
        self.why.setText(why if item.removable else self.tr("It stays in the file. {0}").format(why))


def _told(text: str) -> str:
    """Return the translation of words that the inspection has."""
    return QCoreApplication.translate("outgoing", text)
