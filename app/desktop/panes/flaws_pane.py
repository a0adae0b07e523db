"""The flaws in the drafting, apart from the findings."""

from collections import Counter

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from app.desktop.panes.place_tree import PlaceTree
from app.desktop.place_rows import Row
from app.desktop.theme import GAP
from app.desktop.words import flaw_word
from app.model.document import Document
from app.model.proofreading import Flaw
from app.model.span import Place


class FlawsPane(QWidget):
    """Lists the flaws in reading order, of all kinds or of one.

    Signals:
        place_chosen: The Place to show.
    """

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = QComboBox()
        self.kinds.setObjectName("flawKinds")
        self.kinds.setAccessibleName(self.tr("Kinds of flaws to list"))
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kinds.currentIndexChanged.connect(self._list)
        self.tree = PlaceTree("flawsTree", self.tr("Proofreading"))
        self.tree.row_chosen.connect(lambda row: self.place_chosen.emit(row.place))
        self.nothing = QLabel(self.tr("Nothing was found to correct."))
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GAP, 0, GAP, GAP)
        head.addWidget(self.kinds)
        head.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        self._shown: tuple[Document, tuple[Flaw, ...]] | None = None

    def show_flaws(self, document: Document, flaws: tuple[Flaw, ...]) -> None:
        """List the flaws of `document`."""
        self._shown = (document, flaws)
        counts = Counter(flaw.kind for flaw in flaws)
        with QSignalBlocker(self.kinds):
            self.kinds.clear()
            self.kinds.addItem(self.tr("All kinds ({0})").format(len(flaws)), "")
            for kind, count in counts.most_common():
                self.kinds.addItem(f"{flaw_word(kind)} ({count})", kind)
        self.kinds.setVisible(bool(flaws))
        self.nothing.setVisible(not flaws)
        self._list()

    def _list(self) -> None:
        if self._shown is not None:
            document, flaws = self._shown
            kind = self.kinds.currentData()
            self.tree.show_rows(_row(document, flaw) for flaw in flaws if kind in ("", flaw.kind))


def _row(document: Document, flaw: Flaw) -> Row:
    place = document.place_of(flaw.place.paragraph)
    others = tuple(_related(document, other) for other in flaw.related)
    return Row(flaw.message, caption=f"{flaw_word(flaw.kind)} · {place}", place=flaw.place, under=others, is_open=False)


def _related(document: Document, place: Place) -> Row:
    words = document.paragraphs[place.paragraph].text[place.span.start : place.span.end]
    return Row(f"“{words}”", caption=document.place_of(place.paragraph), place=place)
