"""The left side: outline and clause types, what was read, not covered, proofreading, comments; one at a time."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.desktop.flow_layout import FlowLayout
from app.desktop.panes.comments_pane import CommentsPane
from app.desktop.panes.document_pane import DocumentPane
from app.desktop.panes.flaws_pane import FlawsPane
from app.desktop.panes.navigator import Navigator
from app.desktop.panes.uncovered_pane import UncoveredPane
from app.desktop.theme import GAP
from app.model.proofreading import Flaw
from app.model.review import Review

_NARROWEST = 200


class SidePane(QWidget):
    """Holds the panes that lead to places of the document.

    Signals:
        place_chosen: The Place to show.
    """

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.navigator = Navigator()
        self.facts = DocumentPane()
        self.uncovered = UncoveredPane()
        self.flaws = FlawsPane()
        self.comments = CommentsPane()
        self._pages = QStackedWidget()
        self._group = QButtonGroup(self)
        self.chips: dict[QWidget, QPushButton] = {}
        row = FlowLayout()
        for page, name, title in (
            (self.navigator, "showOutline", self.tr("Outline")),
            (self.facts, "showFacts", self.tr("Document")),
            (self.uncovered, "showUncovered", self.tr("Not covered")),
            (self.flaws, "showFlaws", self.tr("Proofreading")),
            (self.comments, "showComments", self.tr("Comments")),
        ):
            row.addWidget(self._add(page, name, title))
        self.chips[self.navigator].setChecked(True)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GAP, GAP + GAP // 2, GAP, GAP)
        head.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        for pane in (self.facts, self.uncovered, self.flaws, self.comments):
            pane.place_chosen.connect(self.place_chosen)

    def show_review(self, review: Review, flaws: tuple[Flaw, ...]) -> None:
        """Show what leads to places of the document of `review`."""
        self.facts.show_document(review.document, review.kind, review.recognised)
        self.uncovered.show_review(review)
        self.flaws.show_flaws(review.document, flaws)
        comments = self.comments.show_document(review.document)
        self.chips[self.uncovered].setText(_counted(self.tr("Not covered"), len(review.uncovered)))
        self.chips[self.flaws].setText(_counted(self.tr("Proofreading"), len(flaws)))
        self.chips[self.comments].setText(_counted(self.tr("Comments"), comments))
        self.chips[self.comments].setVisible(comments > 0)
        if comments == 0 and self._pages.currentWidget() is self.comments:
            self.turn_to(self.navigator)

    def turn_to(self, page: QWidget, *, focus: bool = False) -> None:
        """Show one of the panes; with `focus`, the keyboard goes there too."""
        self._pages.setCurrentWidget(page)
        self.chips[page].setChecked(True)
        if focus:
            self.panes()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_thread(self, number: int) -> None:
        """Show the comment with a number."""
        self.turn_to(self.comments)
        self.comments.choose(number)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the widgets of the pane in view that the keyboard goes through."""
        lists = (
            (self.navigator.outline_view, self.navigator.clause_view),
            (self.facts.tree,),
            (self.uncovered.tree,),
            (self.flaws.tree,),
            (self.comments.tree,),
        )
        return lists[self._pages.currentIndex()]

    def minimumSizeHint(self) -> QSize:
        """Return a size that cuts off no chip, however large the letters."""
        return super().minimumSizeHint().expandedTo(QSize(_NARROWEST, 0))

    def _add(self, page: QWidget, name: str, title: str) -> QPushButton:
        chip = QPushButton(title)
        chip.setObjectName(name)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self.turn_to(page))
        self._group.addButton(chip)
        self.chips[page] = chip
        self._pages.addWidget(page)
        return chip


def _counted(title: str, count: int) -> str:
    """Return what a chip says: how many there are, if any."""
    return f"{title} {count}" if count else title
