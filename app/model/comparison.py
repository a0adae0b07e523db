"""What differs between two documents, and what that does to the clause types that a review judges."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.model.clause import SEVERITIES, ClauseType, Level, Severity, Value
from app.model.document import Document
from app.model.review import Review
from app.model.span import Place

ChangeKind = Literal["edited", "added", "removed", "moved", "split", "merged", "renumbered", "formatting"]
"""What happened to a stretch of text. What moved, was split or merged may be edited besides: then it has words."""

Subject = Literal["number", "money", "date", "duration", "term", "party", "reference", "words"]
"""What words that differ are: a defined term or a party of either document, a number of some kind, or plain words."""

Direction = Literal["better", "worse", "same", "unclear"]
"""What a change does for us: nearer to the preferred position, further off, neither, or not to be told by a rule."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words of the old text that others stand for in the new; one of the two may be empty.

    Attributes:
        old: Where `before` stands in the old document; empty at the place where something is added.
        new: The same of `after` in the new one.
    """

    old: Place
    new: Place
    before: str
    after: str
    about: Subject = "words"


@dataclass(frozen=True, slots=True)
class Change:
    """A difference at one place: of one paragraph, or of several where they were split or merged.

    Attributes:
        number: From 1, in the order of `Comparison.rows`.
        old: Indexes of the paragraphs it had in the old document; none for what is added.
        new: Those it has in the new one; none for what is removed.
        words: What differs in them, word by word; nothing where all is added, removed, or only moved.
        labels: The number it had and the number it has, where they differ; None where they do not, or count for
            nothing, as with all that follows an added clause.
        formats: Changes of look, in words ("“reasonable” is bold").
    """

    number: int
    kind: ChangeKind
    old: tuple[int, ...]
    new: tuple[int, ...]
    words: tuple[WordChange, ...] = ()
    labels: tuple[str, str] | None = None
    formats: tuple[str, ...] = ()

    @property
    def is_of_text(self) -> bool:
        """Whether words are other words, are gone, or new."""
        return bool(self.words) or self.kind in ("added", "removed")


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side: every paragraph of either document is in exactly one row.

    Something that moved has two rows: one where it was, with `new` empty, and one where it is, with `old` empty.

    Attributes:
        change: Number of the change it shows; None where nothing differs.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    change: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents side by side.

    Attributes:
        rows: In reading order of both: the unmoved paragraphs of either ascend.
        not_compared: What could not be read or compared, in words.
    """

    old: Document
    new: Document
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    not_compared: tuple[str, ...] = ()

    def change(self, number: int) -> Change:
        """Return the change with a number."""
        return self.changes[number - 1]


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that was read otherwise: its values, None where the text says nothing of it."""

    key: str
    old: Value | None
    new: Value | None


@dataclass(frozen=True, slots=True)
class Effect:
    """What the changes do to one clause type.

    Attributes:
        direction: What they do for us.
        old_level: The level before, and `new_level` the one after.
        severity: Of the finding on the new text.
        facts: What is read otherwise.
        changes: Numbers of the changes that bear on it, in order.
        what: In one sentence ("Cure period: 30 to 10 days; worse, now walk-away").
    """

    clause: ClauseType
    direction: Direction
    old_level: Level
    new_level: Level
    severity: Severity
    facts: tuple[FactChange, ...]
    changes: tuple[int, ...]
    what: str


@dataclass(frozen=True, slots=True)
class JudgedComparison:
    """A comparison, and what its changes mean for us by the same library and profile.

    Attributes:
        effects: One for every clause type that a change touches or that is judged otherwise, the worst first.
        uncovered: Numbers of the changes of operative text that touch no clause type, so that none passes in silence.
    """

    comparison: Comparison
    old: Review
    new: Review
    effects: tuple[Effect, ...]
    uncovered: tuple[int, ...] = ()

    def effects_of(self, change: int) -> Sequence[Effect]:
        """Return the effects on which the change with this number bears."""
        return [effect for effect in self.effects if change in effect.changes]

    def severity_of(self, change: int) -> Severity:
        """Return the severity of a change: the worst of the effects that are not plainly better, or the same."""
        found = [effect.severity for effect in self.effects_of(change) if effect.direction in ("worse", "unclear")]
        return min(found, key=SEVERITIES.index, default="none")
