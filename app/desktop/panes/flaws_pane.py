"""The flaws in the drafting, apart from the findings."""

from PySide6.QtWidgets import QWidget

from app.desktop.panes.kind_list import KindList, KindRow
from app.desktop.place_rows import Row
from app.desktop.words import flaw_word, place_word
from app.model.document import Document
from app.model.proofreading import Flaw
from app.model.span import Place


class FlawsPane(KindList):
    """Lists the flaws in reading order, of all kinds or of one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("flaws", parent)
        self.set_words(
            title=self.tr("Proofreading"),
            kinds=self.tr("Kinds of flaws to list"),
            nothing=self.tr("Nothing was found to correct."),
        )

    def show_flaws(self, document: Document, flaws: tuple[Flaw, ...]) -> None:
        """List the flaws of `document`."""
        self.show_rows([KindRow(_row(document, flaw), (flaw_word(flaw.kind),)) for flaw in flaws])


def _row(document: Document, flaw: Flaw) -> Row:
    place = place_word(document, flaw.place.paragraph)
    others = tuple(_related(document, other) for other in flaw.related)
    return Row(flaw.message, caption=f"{flaw_word(flaw.kind)} · {place}", place=flaw.place, under=others, is_open=False)


def _related(document: Document, place: Place) -> Row:
    words = document.paragraphs[place.paragraph].text[place.span.start : place.span.end]
    return Row(f"“{words}”", caption=place_word(document, place.paragraph), place=place)
