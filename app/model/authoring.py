"""A clause library as those who write it see it: its entries with what our folder changes, checks and trials of one."""

from dataclasses import dataclass
from pathlib import Path, PurePath

from app.model.clause import ClauseType, Pack
from app.model.redline import Redline
from app.model.review import Finding


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """One clause type, as the library in use has it.

    Attributes:
        id: Of the clause type.
        clause: None where our file has mistakes and no bundled entry stands behind it, or where it is left out.
        bundled: The entry of the bundled library; None for one of our own.
        path: The file in our folder, which is not there yet where only a draft of it is kept; None where it has none.
        changed: The fields that our file sets, in its order.
        is_left_out: Whether our library leaves it out.
    """

    id: str
    clause: ClauseType | None
    bundled: ClauseType | None
    path: Path | None = None
    changed: tuple[str, ...] = ()
    is_left_out: bool = False

    @property
    def shown(self) -> ClauseType | None:
        """The entry that can be read: ours, else the bundled one."""
        return self.clause or self.bundled


@dataclass(frozen=True, slots=True)
class Shelf:
    """The library in use, entry by entry.

    Attributes:
        version: Of the bundled library, with that of ours.
        entries: In the order of their groups; those that cannot be read last.
        folder: Our folder; None without one.
        problems: What is wrong with files of our folder, which are left out, as "file:line: field: message".
    """

    version: str
    title: str
    entries: tuple[ShelfEntry, ...]
    packs: tuple[Pack, ...] = ()
    folder: Path | None = None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryText:
    """The text of an entry that need not be saved.

    Attributes:
        folder: Our folder; None where there is none yet.
        name: The path of its file within the folder, as "assignment.yaml".
        text: None for the entry as it is.
    """

    folder: Path | None
    name: str
    text: str | None

    @property
    def clause(self) -> str:
        """The id of its clause type."""
        return PurePath(self.name).stem

    @property
    def texts(self) -> dict[str, str]:
        """The text by the path within the folder."""
        return {} if self.text is None else {self.name: self.text}


@dataclass(frozen=True, slots=True)
class EntryMistake:
    """What is wrong in the text of an entry.

    Attributes:
        line: Counted from 1.
        field: The place as its author knows it ("positions.0.if"); "" where the text is no YAML.
        is_warning: Whether it lets the library pass.
    """

    line: int
    field: str
    message: str
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class EntryCheck:
    """What a check of one entry's text found.

    Attributes:
        mistakes: In the order of the text.
        examples: How many examples were tried.
        passed: How many of them are read as they say.
        clause: What the text gives; None where it cannot be loaded.
        elsewhere: What is wrong in other files of the folder, which the check leaves out.
    """

    mistakes: tuple[EntryMistake, ...]
    examples: int = 0
    passed: int = 0
    clause: ClauseType | None = None
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrialOutcome:
    """What one entry makes of a document.

    Attributes:
        problems: Why no change was drafted, one sentence each.
    """

    finding: Finding
    redline: Redline | None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trial:
    """An entry tried on a document, beside what the saved one makes of it.

    Attributes:
        before: By the entry as it is saved; None for a new one.
        after: By the text that was tried.
    """

    before: TrialOutcome | None
    after: TrialOutcome

    @property
    def is_same(self) -> bool:
        """Whether the verdict and what is asked are what they were."""
        if self.before is None:
            return False
        one, other = self.before, self.after
        return _verdict(one) == _verdict(other) and one.redline == other.redline


def _verdict(outcome: TrialOutcome) -> tuple[object, ...]:
    found = outcome.finding
    return found.level, found.severity, found.paragraphs, found.reading.facts, outcome.problems
