"""Going to a clause by its number."""

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from app.desktop.clause_numbers import CitedPlace, ClauseNumbers
from app.desktop.plain_text import visible
from app.desktop.theme import GAP
from app.model.document import Document

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class ClauseDialog(QDialog):
    """Asks for the number or title of a clause, and lists those like it; one that is not there is said.

    Up and Down choose in the list while the number is typed.
    """

    def __init__(self, parent: QWidget | None, document: Document) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Go to a clause"))
        self._numbers = ClauseNumbers(document)
        self._listed: tuple[CitedPlace, ...] = ()
        self.paragraph: int | None = None
        prompt = QLabel(self.tr("&Number or title, such as 5(c), Exhibit A or Termination:"))
        prompt.setTextFormat(Qt.TextFormat.PlainText)
        prompt.setWordWrap(True)
        self.cited = QLineEdit()
        self.cited.setObjectName("citedClause")
        self.cited.setAccessibleName(self.tr("Number or title of the clause"))
        self.cited.installEventFilter(self)
        prompt.setBuddy(self.cited)
        self._lines = QStringListModel(self)
        self.list = QListView()
        self.list.setObjectName("clausesLike")
        self.list.setAccessibleName(self.tr("Places of the document"))
        self.list.setModel(self._lines)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.problem = QLabel()
        self.problem.setObjectName("noSuchClause")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.confirm = self.buttons.addButton(self.tr("Go there"), QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        for widget in (prompt, self.cited, self.problem, self.list, self.buttons):
            column.addWidget(widget)
        self.confirm.setDefault(True)  # once it is in the dialog: else Enter would press the first button, Cancel
        self.buttons.accepted.connect(self._go)
        self.buttons.rejected.connect(self.reject)
        self.list.activated.connect(lambda index: self._go_to(self._listed[index.row()].paragraph))
        self.cited.textChanged.connect(self._list_like)
        self._list_like("")
        self.cited.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, document: Document) -> int | None:
        """Return the index of the paragraph to go to; None if the user turned back."""
        dialog = cls(parent, document)
        return dialog.paragraph if dialog.exec() == QDialog.DialogCode.Accepted else None

    def sizeHint(self) -> QSize:
        """Return room for a line of the list, and for a dozen of them."""
        return QSize(56 * GAP, 48 * GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose in the list with the keys that go up and down, from where the number is typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _STEPS:
            row = self.list.currentIndex().row() + _STEPS[Qt.Key(event.key())]
            self.list.setCurrentIndex(self._lines.index(max(0, min(row, len(self._listed) - 1))))
            return True
        return super().eventFilter(watched, event)

    def _list_like(self, cited: str) -> None:
        self.problem.hide()
        self._listed = self._numbers.like(cited)
        self._lines.setStringList([visible(place.line) for place in self._listed])
        self.confirm.setEnabled(bool(cited.strip()) or bool(self._listed))

    def _go(self) -> None:
        """Go to the place chosen in the list; to the one typed; to the first like it."""
        chosen = self.list.currentIndex()
        if chosen.isValid():
            self._go_to(self._listed[chosen.row()].paragraph)
            return
        paragraph = self._numbers.paragraph_of(self.cited.text())
        if paragraph is None and self._listed and not self.cited.text().strip()[:1].isdigit():
            paragraph = self._listed[0].paragraph
        if paragraph is not None:
            self._go_to(paragraph)
        else:
            self._tell_unknown()

    def _go_to(self, paragraph: int) -> None:
        self.paragraph = paragraph
        self.accept()

    def _tell_unknown(self) -> None:
        cited, labels = self.cited.text().strip(), self._numbers.labels
        if labels:
            told = self.tr("“{0}” is no number or title of this document. Its numbers go from {1} to {2}.")
            told = told.format(cited, labels[0], labels[-1])
        elif self._numbers.places:
            told = self.tr("“{0}” is no title of this document, which has no numbers.").format(cited)
        else:
            told = self.tr("This document numbers no clauses and has no headings; find its words instead (Ctrl+F).")
        told = visible(told)
        self.problem.setText(told)
        self.problem.setAccessibleName(told)
        self.problem.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.problem, QAccessible.Event.Alert))
        self.cited.selectAll()
        self.cited.setFocus()
