"""A matter: the documents of one deal in their order of precedence, and what was decided on their findings.

A finding is known by its document and its clause type. What was decided on it is one value, `Decision`, so that every
change is a journal entry with the value before and after, and undoing is putting the one before back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from app.model.proofreading import Flaw
from app.model.redline import Redline
from app.model.review import Review

Verb = Literal["accept", "fallback", "edit", "accept-risk", "skip"]
"""What can be done with a finding: ask for what is proposed, ask for a fallback, ask in one's own words, live with it
for a reason, or leave it out."""

ASKING: tuple[Verb, ...] = ("accept", "fallback", "edit")
"""The decisions that ask something of the counterparty."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The user's wording in place of the one drafted.

    Attributes:
        paragraphs: Indexes of paragraphs of the document, in order, each with the whole text that it is to have.
        additions: Texts of the new paragraphs, in the order in which they were drafted; "" leaves one out.
    """

    paragraphs: tuple[tuple[int, str], ...] = ()
    additions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """All that the user settled on one finding.

    Attributes:
        verb: None as long as nothing is decided; what is below may be settled before.
        rung: Index into the positions of the clause type of the one that is asked for; None for the one proposed.
        reason: Why, in the user's words; the house's own.
        words: The user's wording; None for the one drafted.
        comment: To the counterparty, in place of the one drafted ("" for none); None for the one drafted.
        note: Internal, in place of the library's; None for the library's.
    """

    verb: Verb | None = None
    rung: int | None = None
    reason: str = ""
    words: OwnWords | None = None
    comment: str | None = None
    note: str | None = None

    @property
    def asks(self) -> bool:
        """Whether something is asked of the counterparty, as far as it is decided."""
        return self.verb in ASKING


UNDECIDED = Decision()


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One change of a decision, in the order of `number`.

    Attributes:
        document: Id of the document in its matter.
        undone: Whether it is taken back; it can be done again until another change is made, and stays in the history.
    """

    number: int
    document: int
    clause: str
    before: Decision
    after: Decision
    when: datetime
    undone: bool = False


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document of a matter as its file has it.

    Attributes:
        id: In its matter; never given twice.
        name: What the user calls it.
        sha256: Of `data`, in hexadecimal.
        added: When it came into the matter.
        data: Its bytes.
        review: What `app.service.records` makes a review of.
    """

    id: int
    name: str
    sha256: str
    added: datetime
    data: bytes = field(repr=False)
    review: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document of a matter, with its review as the rules made it: no decision is in it.

    Attributes:
        id: In its matter; never given twice.
    """

    id: int
    review: Review = field(repr=False)
    flaws: tuple[Flaw, ...] = ()


StandingKind = Literal["covered", "overridden", "holds", "also"]
"""How a finding stands to the other documents of its matter.

covered: the protection that is missing here is given by another document.
overridden: a document that prevails deals with the same, so that its words hold.
holds: this document prevails over others that deal with the same.
also: another document deals with it beside this one: it puts the same burden on the customer, or gives a protection
    that does not reach here.
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a finding of one document stands to another document of the matter.

    Attributes:
        document: Id of the other document.
        paragraph: Where the other deals with it.
        why: One sentence that names the other document and the place.
    """

    kind: StandingKind
    document: int
    paragraph: int
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a review in its matter, beside its redlines; no file for the counterparty is made from it.

    Attributes:
        decisions: By clause type; one that is not named is undecided.
        standings: How findings stand to the other documents, by clause type.
    """

    decisions: Mapping[str, Decision]
    standings: Mapping[str, Standing] = field(default_factory=dict)

    def decision(self, clause: str) -> Decision:
        """Return what was decided on the finding on `clause`."""
        return self.decisions.get(clause, UNDECIDED)

    @property
    def covered(self) -> frozenset[str]:
        """The clause types whose gap another document fills, so that nothing is to be decided."""
        return frozenset(clause for clause, standing in self.standings.items() if standing.kind == "covered")


@dataclass(frozen=True, slots=True)
class Redrafted:
    """A review as it stands with what was decided.

    Attributes:
        drafted: The redlines in the library's words where the user's own stand in `review`, by clause type.
        troubles: What has to be put right before an export, a sentence each: by clause type.
    """

    review: Review
    drafted: Mapping[str, Redline]
    troubles: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """Files that were written for a document.

    Attributes:
        document: Its id in the matter.
        folder: Where they were written.
        files: Their names, each with the SHA-256 of what was written, in hexadecimal.
    """

    document: int
    when: datetime
    author: str
    folder: str
    files: tuple[tuple[str, str], ...]
