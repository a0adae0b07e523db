"""Standard forms known by fingerprint, what a document has of them, and how versions of a family differ.

A form holds hashes of its sentences, never the sentences: what others published is not ours to carry.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.model.clause import DocumentType
from app.model.span import Span


@dataclass(frozen=True, slots=True)
class FormUnit:
    """A sentence, list item or cell of a standard form, or the part of one up to the next blank.

    Attributes:
        digest: Hash of its letters and figures, in hexadecimal (`app/matching/fingerprints.py`).
        length: How many characters were hashed.
        words: How many words it has, for a reader.
        section: Where it stands in the published text, as one would cite it ("1.b.i", "Disclaimer of Warranty").
        blank: Whether there is a blank before it, so that any words may stand there.
    """

    digest: str
    length: int
    words: int
    section: str
    blank: bool = False


@dataclass(frozen=True, slots=True)
class StandardForm:
    """A text that is used as published: a model licence, a use policy, a house's own non-disclosure agreement.

    Attributes:
        family: Id of the family that it is a version of; "" where it stands alone.
        version: Which one of the family, or of the form itself; "" without one.
        effective: Day from which the text says that it holds; None where it does not say.
        released: Day on which what it licenses was released, where the text names that day.
        units: Its words in order.
        blank_at_end: Whether the last words are to be filled in.
    """

    id: str
    title: str
    document_type: DocumentType
    publisher: str
    units: tuple[FormUnit, ...]
    family: str = ""
    version: str = ""
    effective: date | None = None
    released: date | None = None
    blank_at_end: bool = False

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(unit.words for unit in self.units)


FormChangeKind = Literal["changed", "added", "left-out", "moved"]


@dataclass(frozen=True, slots=True)
class FormChange:
    """A place in which a document differs from the form it follows.

    Attributes:
        paragraph: Where a reader finds it: the paragraph that was changed, added or moved; for words left out, the
            one after which they are missing (the first, where nothing stands before them).
        span: The sentence there that is not the form's; None for words left out.
        section: Where the words stand in the published text, or what is before them there; "" at its beginning.
        words: How many words of the published text are concerned; for words added, how many these are.
    """

    kind: FormChangeKind
    paragraph: int
    span: Span | None
    section: str
    words: int


@dataclass(frozen=True, slots=True)
class RecognisedForm:
    """A form that a document, or a part of one, follows.

    Attributes:
        first: First paragraph that holds words of it; `end` is the one after the last.
        share: How much of the published text stands there word for word, between 0 and 1.
        changes: Every place that differs, in reading order.
    """

    form: StandardForm
    first: int
    end: int
    share: float
    changes: tuple[FormChange, ...]

    @property
    def is_unmodified(self) -> bool:
        """Whether it is the published text word for word; layout, numbering and punctuation aside."""
        return not self.changes


@dataclass(frozen=True, slots=True)
class Recognition:
    """Which standard forms a document is made of.

    Attributes:
        forms: In reading order.
        beside: Half-open ranges of paragraphs that belong to none of them, where they are the smaller part of a
            longer document; in a document that is such a form itself, words beside it are changes to it.
    """

    forms: tuple[RecognisedForm, ...]
    beside: tuple[tuple[int, int], ...] = ()


SourceText = Literal["licence", "use-policy", "seed"]
"""Where a cell of a family was read: in one of the version's own texts, or in what another says of it."""


@dataclass(frozen=True, slots=True)
class FamilyVersion:
    """One release of a family and the texts that govern it.

    Attributes:
        released: Day of release as the text states it; None where it does not.
        effective: Day from which the text says that it holds, where it says so instead.
        licence: Id of the form of its licence; "" where none is known.
        policy: Id of the form of its use policy; "" where it has none.
        note: What a reader must know before relying on the version's cells.
    """

    id: str
    title: str
    licence: str
    policy: str = ""
    released: date | None = None
    effective: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FamilyCell:
    """What the texts of some versions say on a topic.

    Attributes:
        versions: Ids of the versions that agree in it.
        says: In our own words.
        exact: Words, numbers or dates that the text fixes ("Built with Llama"); "" without such.
        at: Section of the text where it stands, "" where the text is silent.
        read: Which text says it.
    """

    versions: tuple[str, ...]
    says: str
    exact: str
    at: str
    read: SourceText


@dataclass(frozen=True, slots=True)
class FamilyTopic:
    """A row of the comparison: one question, and what each version answers."""

    id: str
    title: str
    clause: str
    cells: tuple[FamilyCell, ...]

    def cell(self, version: str) -> FamilyCell | None:
        """Return what `version` says on it; None where that was not read."""
        return next((cell for cell in self.cells if version in cell.versions), None)


@dataclass(frozen=True, slots=True)
class VersionDifference:
    """A topic on which two versions of a family do not say the same."""

    topic: FamilyTopic
    earlier: FamilyCell
    later: FamilyCell


@dataclass(frozen=True, slots=True)
class Family:
    """Releases under one name, and what changed from one to the next; `versions` in order of release."""

    id: str
    title: str
    publisher: str
    versions: tuple[FamilyVersion, ...]
    topics: tuple[FamilyTopic, ...]

    def version(self, version: str) -> FamilyVersion:
        """Return the version with this id.

        Raises:
            KeyError: There is none.
        """
        found = next((each for each in self.versions if each.id == version), None)
        if found is None:
            raise KeyError(version)
        return found

    def version_of(self, form: StandardForm) -> FamilyVersion | None:
        """Return the version that `form` is a text of; None where it is none of this family's."""
        return next((each for each in self.versions if form.family == self.id and form.version == each.id), None)

    def differences(self, earlier: str, later: str) -> tuple[VersionDifference, ...]:
        """Return the topics on which two versions differ, in order; topics that were read for one alone are left out.

        Raises:
            KeyError: One of them is no version of the family.
        """
        return tuple(self._differences(self.version(earlier).id, self.version(later).id))

    def _differences(self, earlier: str, later: str) -> Iterator[VersionDifference]:
        for topic in self.topics:
            old, new = topic.cell(earlier), topic.cell(later)
            if old is not None and new is not None and (old.says, old.exact) != (new.says, new.exact):
                yield VersionDifference(topic, old, new)


@dataclass(frozen=True, slots=True)
class VersionCheck:
    """Which version of a family a document is, and whether that is the version in use.

    Attributes:
        in_use: The version that the deployment profile names; None where it names none of this family.
        since_earlier: What changed from the version before, `earlier`.
        until_later: What the version after, `later`, changes.
    """

    family: Family
    version: FamilyVersion
    in_use: FamilyVersion | None
    since_earlier: tuple[VersionDifference, ...]
    until_later: tuple[VersionDifference, ...]
    earlier: FamilyVersion | None
    later: FamilyVersion | None

    @property
    def mismatch(self) -> str:
        """What to do where the profile names another version than the document's, in one sentence; else ""."""
        if self.in_use is None or self.in_use == self.version:
            return ""
        return (
            f"Get the licence of {self.in_use.title}, which the profile names: this is the one of {self.version.title}."
        )
