"""The operative paragraphs that no clause type explains."""

from PySide6.QtWidgets import QWidget

from app.desktop.panes.kind_list import KindList, KindRow
from app.desktop.place_rows import Row
from app.desktop.words import first_words, matters_word, place_word
from app.model.document import Document
from app.model.review import Review, Uncovered
from app.model.span import Place, Span

_BEGINNING = 110


class UncoveredPane(KindList):
    """Lists what the clause library does not cover in reading order, all of it or what is about one matter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("uncovered", parent)
        self.set_words(
            title=self.tr("Paragraphs not covered by any clause type"),
            kinds=self.tr("What the paragraphs to list are about"),
            nothing=self.tr("Every operative paragraph is explained by a clause type."),
            remark=self.tr("Rules that no clause type of the library explains: read them yourself."),
        )

    def show_review(self, review: Review) -> None:
        """List what `review` leaves to the reader."""
        self.show_rows(
            [
                KindRow(_row(review.document, each), tuple(matters_word((matter,)) for matter in each.about))
                for each in review.uncovered
            ]
        )


def _row(document: Document, uncovered: Uncovered) -> Row:
    text = document.paragraphs[uncovered.paragraph].text
    return Row(
        first_words(text, _BEGINNING),
        caption=f"{matters_word(uncovered.about)} · {place_word(document, uncovered.paragraph)}",
        place=Place(uncovered.paragraph, Span(0, len(text))),
    )
