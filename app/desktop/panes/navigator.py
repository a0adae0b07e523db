"""The navigator: the document's outline and the clause types with their verdicts."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QLabel, QSplitter, QTreeView, QVBoxLayout, QWidget

from app.desktop.outline import FINDING_ROLE, LEVEL_ROLE, PARAGRAPH_ROLE, ClauseTypesModel, OutlineModel
from app.desktop.theme import GAP
from app.model.review import Finding, Review


class Navigator(QSplitter):
    """Leads to sections and clause types.

    Signals:
        section_chosen: Index of the section's first paragraph.
        finding_chosen: The Finding of the clause type.
    """

    section_chosen = Signal(int)
    finding_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setChildrenCollapsible(False)
        self._outline = OutlineModel(self)
        self._clauses = ClauseTypesModel(self)
        self.outline_view = self._add(self.tr("Outline"), "outlineView", self._outline)
        self.clause_view = self._add(self.tr("Clause types"), "clauseView", self._clauses)
        self.setSizes([300, 400])
        self.outline_view.clicked.connect(self._choose_section)
        self.outline_view.activated.connect(self._choose_section)
        self.clause_view.clicked.connect(self._choose_clause)
        self.clause_view.activated.connect(self._choose_clause)

    def show_review(self, review: Review) -> None:
        """Show the sections and clause types of `review`."""
        self._outline.show_review(review)
        self._clauses.show_review(review)
        self.outline_view.expandAll()
        for row in range(self._clauses.rowCount()):
            index = self._clauses.index(row, 0)
            self.clause_view.setExpanded(index, index.data(LEVEL_ROLE) != "not-applicable")

    def show_finding(self, finding: Finding) -> None:
        """Mark the clause type of `finding`."""
        index = self._clauses.index_of(finding)
        self.clause_view.setCurrentIndex(index)
        self.clause_view.scrollTo(index)

    def _add(self, title: str, name: str, model: QStandardItemModel) -> QTreeView:
        """Add a heading and a tree below it; return the tree."""
        part = QWidget()
        heading = QLabel(title)
        heading.setProperty("role", "heading")
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
        return view

    def _choose_section(self, index: QModelIndex) -> None:
        self.section_chosen.emit(index.siblingAtColumn(0).data(PARAGRAPH_ROLE))

    def _choose_clause(self, index: QModelIndex) -> None:
        finding = index.siblingAtColumn(0).data(FINDING_ROLE)
        if finding is not None:
            self.finding_chosen.emit(finding)
