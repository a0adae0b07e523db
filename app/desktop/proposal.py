"""What the words of a finding are to become, and the texts of it that can be edited."""

from dataclasses import dataclass

from app.desktop.words import place_word, tr
from app.model.document import Document
from app.model.matter import OwnWords
from app.model.redline import Redline
from app.model.review import Finding
from app.service.own_words import Extent, fit, own_redline


@dataclass(frozen=True, slots=True)
class Editable:
    """A text that can be edited.

    Attributes:
        paragraph: Its index; None for a new paragraph.
        library: What it becomes in the library's words.
        current: What it becomes now.
    """

    paragraph: int | None
    place: str
    library: str
    current: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the words of a finding are to become.

    Attributes:
        drafted: In the library's words; without any change where nothing was drafted.
        words: The user's, though they may have been written for another draft; None for the library's.
        is_asked: Whether anything is asked of the counterparty.
        source: Where the library's words come from, for the reader.
    """

    document: Document
    finding: Finding
    drafted: Redline
    words: OwnWords | None
    is_asked: bool
    source: str

    @property
    def shown(self) -> Redline:
        """The redline as it stands now."""
        return self.with_words(self.own) if self.is_asked else Redline(self.drafted.clause)

    @property
    def own(self) -> OwnWords | None:
        """The user's words, where they were written for what is drafted now."""
        return self.words if self.words and fit(self.document, self.drafted, self.words) else None

    @property
    def changes(self) -> bool:
        """Whether any word is changed now."""
        shown = self.shown
        return bool(shown.edits or shown.insertions)

    @property
    def origin(self) -> str:
        """Whose words they are."""
        if not self.is_asked:
            return tr("Nothing is asked; you can still ask in your own words.")
        if self.own is not None:
            return tr("Your words")
        if self.words is not None:
            return tr("Your words were written for another draft; this is library wording: {0}").format(self.source)
        if self.changes:
            return tr("Library wording: {0}").format(self.source)
        return tr("No change of words is drafted; you can edit the words.")

    def with_words(self, words: OwnWords | None) -> Redline:
        """Return the redline in the user's words; None for the library's."""
        return self.drafted if words is None else own_redline(self.document, self.drafted, words)

    def editable(self) -> tuple[Editable, ...]:
        """Return the texts that can be edited: of the paragraphs changed, else of the clearest, and the new ones."""
        named = dict(self.own.paragraphs) if self.own else {}
        changed = {edit.paragraph for edit in self.drafted.edits} | named.keys()
        if not changed and not self.drafted.insertions and self.finding.paragraphs:
            changed = {self.finding.reading.deciding(self.finding.verdicts).paragraph}
        texts = []
        for index in sorted(changed):
            library = self.drafted.text_of(index, self.document.paragraphs[index].text)
            texts.append(Editable(index, place_word(self.document, index), library, named.get(index, library)))
        own = self.own.additions if self.own else ()
        for number, new in enumerate(self.drafted.insertions):
            place = tr("New, after {0}").format(place_word(self.document, new.after))
            texts.append(Editable(None, place, new.text, own[number] if own else new.text))
        return tuple(texts)


def extent_word(extent: Extent) -> str:
    """Return how much changes: "3 words struck, 5 added, 8 % of the clause"."""
    if not extent.struck and not extent.added:
        return tr("No word changes.")
    told = []
    if extent.struck:
        told.append(tr("1 word struck") if extent.struck == 1 else tr("{0} words struck").format(extent.struck))
    if extent.added and extent.struck:
        told.append(tr("{0} added").format(extent.added))
    elif extent.added:
        told.append(tr("1 word added") if extent.added == 1 else tr("{0} words added").format(extent.added))
    if extent.percent:
        told.append(tr("{0} % of the clause").format(extent.percent))
    return ", ".join(told)
