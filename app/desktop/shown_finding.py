"""All that is known of the finding whose detail is shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.desktop import deciding
from app.desktop.deciding import Rung
from app.desktop.proposal import Proposal
from app.desktop.words import tr
from app.model.matter import Decision, JournalEntry, Standing
from app.model.redline import Redline
from app.model.review import Finding, Review
from app.service.moves import Move, asks_nothing


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding with what was decided on it.

    Attributes:
        review: With all decisions in it.
        standing: To the other documents of the matter; None where there is nothing to say.
        history: Changes of the decision, in the order in which they were made.
        drafted: The redline in the library's words; None where that of `review` is.
        troubles: What has to be put right before an export, a sentence each.
    """

    review: Review
    finding: Finding
    decision: Decision
    standing: Standing | None
    history: tuple[JournalEntry, ...]
    drafted: Redline | None
    troubles: tuple[str, ...] = ()

    @property
    def identity(self) -> tuple[str, str, str]:
        """What tells one finding from another, in whichever state the review is."""
        return self.review.document.sha256, self.review.document.name, self.finding.clause.id

    @property
    def refusals(self) -> Mapping[Move, str]:
        """Why a move makes no sense, by move; "" where it does."""
        redline = self.drafted or self.review.redline_of(self.finding.clause.id)
        return deciding.refusals(self.finding, self.decision, redline)

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """The ladder."""
        return deciding.rungs_of(self.finding, self.decision, self.standing)

    @property
    def asks(self) -> bool:
        """Whether something is asked of the counterparty, as far as it is decided."""
        return not asks_nothing(self.decision, self.standing)

    @property
    def proposal(self) -> Proposal:
        """What its words are to become."""
        clause = self.finding.clause.id
        drafted = self.drafted or self.review.redline_of(clause) or Redline(clause)
        source = tr("{0}, library {1}").format(clause, self.review.receipt.library)
        return Proposal(self.review.document, self.finding, drafted, self.decision.words, self.asks, source)

    @property
    def comment(self) -> str:
        """What is said to the counterparty; "" for nothing."""
        if self.decision.comment is not None:
            return self.decision.comment
        redline = self.review.redline_of(self.finding.clause.id)
        return redline.comment.text if redline and redline.comment else ""

    @property
    def note(self) -> str:
        """What is noted for the house; "" for nothing."""
        if self.decision.note is not None:
            return self.decision.note
        clause = self.finding.clause.id
        return next((note.text for noted, note in self.review.notes if noted == clause), "")

    @property
    def approver(self) -> str:
        """Who may accept the clause as it stands; "" for nobody named."""
        stands = self.finding.held or next(reversed(self.finding.clause.positions), None)
        return stands.approver if stands else ""
