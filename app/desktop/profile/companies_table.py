"""The table of the companies of the group, and what their users come to on every reading of a threshold."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.desktop.flow_layout import FlowLayout
from app.desktop.profile.answer_fields import AnswerField
from app.desktop.profile.companies_model import CompaniesModel
from app.desktop.profile.question_words import asked, reading_words
from app.desktop.theme import GAP
from app.model.plan import UserCount
from app.model.profile import GroupCompany
from app.model.questions import COMPANY_QUESTIONS, Question

Index = QModelIndex | QPersistentModelIndex
_ROWS_SHOWN = 5


class RelationDelegate(QStyledItemDelegate):
    """Edits the relation of a company by a list of all that there are."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Return the list."""
        box = QComboBox(parent)
        box.setAccessibleName(asked(COMPANY_QUESTIONS[1].asks))
        for value, called in COMPANY_QUESTIONS[1].answers:
            box.addItem(asked(called), value)
        box.activated.connect(lambda: self._take(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Choose the relation that there is."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Take the one that is chosen."""
        if isinstance(editor, QComboBox) and isinstance(model, CompaniesModel):
            model.setData(index, editor.currentData())

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QAbstractItemDelegate.EndEditHint.NoHint)


class CompaniesTable(AnswerField):
    """Lists the companies; they are added, removed, typed and pasted here."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.model = CompaniesModel(self)
        self.view = QTableView(self)
        self.view.setObjectName("companies")
        self._describe(self.view, asked(question.asks))
        self.view.setModel(self.model)
        self.view.setItemDelegateForColumn(CompaniesModel.FIELDS.index("relation"), RelationDelegate(self.view))
        self.view.verticalHeader().hide()
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.setTabKeyNavigation(False)  # Tab leaves the table; arrows move in it
        trigger = QTableView.EditTrigger
        self.view.setEditTriggers(
            trigger.DoubleClicked | trigger.SelectedClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed
        )
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setObjectName("companiesProblem")
        self.readings = QLabel(self)
        self.readings.setTextFormat(Qt.TextFormat.PlainText)
        self.readings.setObjectName("readings")
        self.problem.setProperty("role", "problem")
        for label in (self.problem, self.readings):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(self._buttons())
        for widget in (self.view, self.problem, self.readings):
            column.addWidget(widget)
        self.model.changed.connect(self._take)
        self.model.refused.connect(self._refuse)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.view)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        paste.activated.connect(self._paste)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        self.setFocusProxy(self.view)
        self._show()

    def answer(self) -> object:
        """Return the companies."""
        return self.model.companies()

    def show_answer(self, answer: object) -> None:
        """List companies."""
        given = answer if isinstance(answer, tuple) else ()
        self.model.show_companies([each for each in given if isinstance(each, GroupCompany)])
        self._show()

    def show_count(self, count: UserCount | None) -> None:
        """Show what the users come to, on every reading."""
        self.readings.setText("" if count is None else "\n".join(reading_words(count)))
        self.readings.setVisible(count is not None)

    def add_company(self) -> None:
        """Add a company, and let its name be typed."""
        row = self.model.add()
        self.view.setFocus()
        self.view.setCurrentIndex(self.model.index(row, 0))
        self.view.edit(self.model.index(row, 0))

    def _buttons(self) -> FlowLayout:
        self.add = QPushButton(self.tr("Add a company"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.setAccessibleName(self.tr("Remove the chosen companies"))
        self.paste = QPushButton(self.tr("Paste from a spreadsheet"), self)
        self.paste.setToolTip(
            self.tr(
                "Columns in this order: company, relation, votes in %, users in the month before the release, today …"
            )
        )
        row = FlowLayout()
        for button, name, act in (
            (self.add, "addCompany", self.add_company),
            (self.remove, "removeCompany", self._remove),
            (self.paste, "pasteCompanies", self._paste),
        ):
            button.setObjectName(name)
            button.clicked.connect(act)
            row.addWidget(button)
        return row

    def _remove(self) -> None:
        self.model.remove([index.row() for index in self.view.selectionModel().selectedIndexes()])

    def _paste(self) -> None:
        """Paste from the current cell on; with the button and no cell, behind the last company."""
        here = self.view.currentIndex()
        row, column = (here.row(), here.column()) if here.isValid() else (self.model.rowCount(), 0)
        self.problem.hide()
        self.model.paste(row, min(column, CompaniesModel.COUNTS - 1), QGuiApplication.clipboard().text())

    def _take(self) -> None:
        self._show()
        self.changed.emit()

    def _refuse(self, why: str) -> None:
        self.problem.setText(why)
        self.problem.show()

    def _show(self) -> None:
        """Show the table as high as its rows ask for, up to some; none without companies."""
        self.problem.hide()
        rows = self.model.rowCount()
        self.view.setVisible(rows > 0)
        self.remove.setEnabled(rows > 0)
        height = self.view.verticalHeader().defaultSectionSize() * (min(rows, _ROWS_SHOWN) + 1)
        self.view.setFixedHeight(self.view.horizontalHeader().sizeHint().height() + height)
