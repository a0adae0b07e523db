"""The comments that the source holds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desktop.comments import caption, threads
from app.desktop.panes.place_tree import PlaceTree
from app.desktop.place_rows import Row
from app.model.document import Document
from app.model.marks import MarginComment
from app.model.span import Place


class CommentsPane(QWidget):
    """Lists the comments in reading order, each with its replies below it.

    Signals:
        place_chosen: The Place to show.
    """

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = PlaceTree("commentsTree", self.tr("Comments in the document"))
        self.tree.row_chosen.connect(lambda row: self.place_chosen.emit(row.place))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree)

    def show_document(self, document: Document) -> int:
        """List the comments of `document`; return how many there are, replies aside."""
        found = threads(document)
        self.tree.show_rows(
            _row(thread.first, thread.place, thread.sign, tuple(_row(reply, thread.place) for reply in thread.replies))
            for thread in found
        )
        return len(found)

    def choose(self, number: int) -> None:
        """Choose the comment with a number."""
        index = self.tree.rows.index(number - 1, 0)
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)
        self.tree.setFocus()


def _row(comment: MarginComment, place: Place, sign: str = "", under: tuple[Row, ...] = ()) -> Row:
    return Row(comment.text, caption=caption(comment), aside=sign, place=place, under=under)
