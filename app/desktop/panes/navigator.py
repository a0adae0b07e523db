"""The navigator: the documents of the matter with their outlines, and the clause types with their verdicts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QLabel, QMenu, QSplitter, QTreeView, QVBoxLayout, QWidget

from app.desktop.outline import (
    DOCUMENT_ROLE,
    FINDING_ROLE,
    LEVEL_ROLE,
    PARAGRAPH_ROLE,
    ClauseTypesModel,
    OutlineModel,
)
from app.desktop.theme import GAP
from app.model.matter import HeldDocument
from app.model.review import Finding, Review


class Navigator(QSplitter):
    """Leads to documents, sections and clause types; documents are put in order of precedence here.

    Signals:
        document_chosen: Id of the document to show.
        section_chosen: Id of the document, and index of the section's first paragraph.
        finding_chosen: The Finding of the clause type.
        document_moved: Id of a document, and -1 for up or 1 for down.
        document_removed: Id of the document that is to leave the matter.
    """

    document_chosen = Signal(int)
    section_chosen = Signal(int, int)
    finding_chosen = Signal(object)
    document_moved = Signal(int, int)
    document_removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setChildrenCollapsible(False)
        self._outline = OutlineModel(self)
        self._clauses = ClauseTypesModel(self)
        self.documents_heading, self.outline_view = self._add(self.tr("Documents"), "outlineView", self._outline)
        _, self.clause_view = self._add(self.tr("Clause types"), "clauseView", self._clauses)
        self.setSizes([300, 400])
        self.outline_view.clicked.connect(self._choose_place)
        self.outline_view.activated.connect(self._choose_place)
        self.documents_heading.setToolTip(self.tr("Alt+Up and Alt+Down change the order, as does a right click"))
        self.outline_view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.outline_view.customContextMenuRequested.connect(self._offer)
        self.clause_view.clicked.connect(self._choose_clause)
        self.clause_view.activated.connect(self._choose_clause)
        self.up = self._action(self.tr("Prevails over the one above"), "Alt+Up", -1)
        self.down = self._action(self.tr("Gives way to the one below"), "Alt+Down", 1)
        self.remove = QAction(self.tr("Remove from the matter…"), self.outline_view)
        self.remove.setObjectName("removeDocument")
        self.remove.setShortcut("Del")
        self.remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.remove.triggered.connect(self._remove)
        self.outline_view.addActions([self.up, self.down, self.remove])
        self.outline_view.selectionModel().currentChanged.connect(self._enable_moves)

    def show_documents(self, documents: Sequence[HeldDocument], to_decide: Mapping[int, int]) -> None:
        """Show the documents in their order, and how many findings are to be decided in each."""
        self._outline.show_documents(documents, to_decide)
        if len(documents) == 1:
            self.outline_view.expandAll()
        told = self.tr("Documents, the one that prevails first") if len(documents) > 1 else self.tr("Documents")
        self.documents_heading.setText(told)

    def show_progress(self, to_decide: Mapping[int, int]) -> None:
        """Show how many findings are to be decided in each document."""
        self._outline.show_progress(to_decide)

    def show_review(self, document: int, review: Review) -> None:
        """Show the outline of a document and the clause types of its review."""
        index = self._outline.index_of(document)
        self.outline_view.expandRecursively(index)
        if self._document_of(self.outline_view.currentIndex()) != document:
            self.outline_view.setCurrentIndex(index)
        self._clauses.show_review(review)
        for row in range(self._clauses.rowCount()):
            index = self._clauses.index(row, 0)
            self.clause_view.setExpanded(index, index.data(LEVEL_ROLE) != "not-applicable")

    def show_finding(self, finding: Finding) -> None:
        """Mark the clause type of `finding`."""
        index = self._clauses.index_of(finding)
        self.clause_view.setCurrentIndex(index)
        self.clause_view.scrollTo(index)

    def _add(self, title: str, name: str, model: QStandardItemModel) -> tuple[QLabel, QTreeView]:
        """Add a heading and a tree below it; return both."""
        part = QWidget()
        heading = QLabel(title)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        heading.setContentsMargins(2 * GAP, GAP, GAP, GAP // 2)
        view = QTreeView()
        view.setObjectName(name)
        view.setAccessibleName(title)
        view.setModel(model)
        view.setHeaderHidden(True)
        view.setFrameShape(QTreeView.Shape.NoFrame)
        view.setUniformRowHeights(True)
        view.setIndentation(GAP + GAP // 2)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.header().setStretchLastSection(False)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        heading.setBuddy(view)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addWidget(view)
        self.addWidget(part)
        return heading, view

    def _action(self, text: str, keys: str, by: int) -> QAction:
        action = QAction(text, self.outline_view)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: self._move(by))
        return action

    def _offer(self, place: QPoint) -> None:
        """Offer what can be done with the document under the pointer."""
        index = self.outline_view.indexAt(place)
        if index.isValid():
            self.outline_view.setCurrentIndex(index)
            menu = QMenu(self.outline_view)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions([self.up, self.down, self.remove])
            menu.popup(self.outline_view.viewport().mapToGlobal(place))

    def _enable_moves(self, index: QModelIndex) -> None:
        """Offer only the moves that there is room for."""
        head = _head(index)
        self.up.setEnabled(head.row() > 0)
        self.down.setEnabled(0 <= head.row() < self._outline.rowCount() - 1)

    def _document_of(self, index: QModelIndex) -> int | None:
        return index.siblingAtColumn(0).data(DOCUMENT_ROLE) if index.isValid() else None

    def _move(self, by: int) -> None:
        document = self._document_of(self.outline_view.currentIndex())
        if document is not None:
            self.document_moved.emit(document, by)

    def _remove(self) -> None:
        document = self._document_of(self.outline_view.currentIndex())
        if document is not None:
            self.document_removed.emit(document)

    def _choose_place(self, index: QModelIndex) -> None:
        first = index.siblingAtColumn(0)
        if first.data(PARAGRAPH_ROLE) is None:
            self.document_chosen.emit(first.data(DOCUMENT_ROLE))
        else:
            self.section_chosen.emit(first.data(DOCUMENT_ROLE), first.data(PARAGRAPH_ROLE))

    def _choose_clause(self, index: QModelIndex) -> None:
        finding = index.siblingAtColumn(0).data(FINDING_ROLE)
        if finding is not None:
            self.finding_chosen.emit(finding)


def _head(index: QModelIndex) -> QModelIndex:
    """Return the row of the document that a row belongs to."""
    while index.parent().isValid():
        index = index.parent()
    return index
