"""Rounds of a negotiation: what we sent, what came back, and what that does to what we asked.

All of it is the house's own. What is written into a file for the counterparty is made of a `PointAnswer` alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from app.model.clause import ClauseType, Level, Value
from app.model.comparison import Direction
from app.model.document import Document
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.span import Span

AnswerKind = Literal["accepted", "rejected", "countered", "commented", "ignored"]
"""What became of an ask: our words stand; the old ones do; other words do; it is still open and they said something
about it; or it is still open and they said nothing."""

UntrackedKind = Literal["changed", "added", "removed", "moved", "parted", "hidden", "settled", "blanks", "field"]
"""What was done without a trace: words changed, added, taken out or moved elsewhere, paragraphs split or joined, words
put out of sight, an open change of theirs made part of the text though we had not accepted it; blanks alone; or what a
field shows computed anew, as Word does on its own."""

QUIET: tuple[UntrackedKind, ...] = ("blanks", "field")
"""What changes no words of the contract."""

ACCEPTED = "Accepted"
"""How our comment begins where we accept a point."""

Side = Literal["us", "them"]
MovementKind = Literal["conceded", "hardened"]
"""Which way a side moved: towards the other, or back."""

AnswerVerb = Literal["accept", "reject", "counter", "comment"]
"""What we can say to a point: leave it and say so, undo it, put other words in its place, or only remark on it."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a point stands in one of the two files of a round.

    Attributes:
        part: Of the package ("word/document.xml"); "" for a file that is no Word file.
        index: Ordinal of the first `w:p` in its part; of a file that is no Word file the paragraph's index.
        label: The place as a reader cites it ("4.2(a)", "Fees, table", "a footnote").
        paragraph: Index of the paragraph in the round's document of this file; None where reading shows none.
        text: Of that `w:p` with all tracked changes accepted.
        span: The words in `text`; empty where nothing stands any more.
        count: How many `w:p` it runs over.
    """

    part: str
    index: int
    label: str
    paragraph: int | None
    text: str
    span: Span
    count: int = 1


@dataclass(frozen=True, slots=True)
class Said:
    """A comment that stands on a point.

    Attributes:
        id: Of the comment in the returned file.
    """

    id: str
    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that we asked, and what became of it: tracked changes of ours that stand side by side, or a comment.

    Attributes:
        id: "A" and a number, in the order of the file that was sent.
        clause: Id of the clause type that it serves; "" where none was recognised.
        sent: Where it stands in the file that was sent; so `returned` in the one that came back.
        before: The words that stood there; so `asked`, those we asked for, and `now`, those that stand there now, all
            tracked changes accepted. All the same where we asked by a comment alone.
        is_tracked: Whether what they did about it shows as tracked changes.
        ours: Our comment on it; "" for none.
        said: What they said on it.
    """

    id: str
    clause: str
    sent: Site
    returned: Site
    before: str
    asked: str
    now: str
    answer: AnswerKind
    is_tracked: bool = False
    ours: str = ""
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class NewAsk:
    """A tracked change of theirs that answers none of our asks, or a comment on other words.

    Attributes:
        id: "N" and a number, in the order of the returned file.
        clauses: Ids of the clause types that it touches.
        before: The words that it takes away; so `after`, those that it puts there. Both the same for a comment alone.
        author: As stated in it; so `date`.
    """

    id: str
    clauses: tuple[str, ...]
    site: Site
    before: str
    after: str
    author: str
    date: str
    said: tuple[Said, ...] = ()

    @property
    def is_comment(self) -> bool:
        """Whether it asks for no other words."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Untracked:
    """Something that differs from what we sent and that no tracked change of theirs shows.

    Attributes:
        id: "U" and a number, in the order of the returned file.
        clauses: Ids of the clause types that it touches.
        sent: Where it stood; so `returned`, where it stands or would stand.
        before: The words that we sent; so `after`, those that came back.
        in_our_name: Whether it stands in a tracked change that bears our name.
    """

    id: str
    kind: UntrackedKind
    clauses: tuple[str, ...]
    sent: Site
    returned: Site
    before: str
    after: str
    in_our_name: bool = False


@dataclass(frozen=True, slots=True)
class Reopened:
    """A point that was agreed in an earlier round and is changed again.

    Attributes:
        id: "R" and a number.
        clause: Id of the clause type; "" where none was recognised.
        closed_in: The round in which it was agreed.
        closed_as: The id of the point in that round: one of our asks that they accepted, or one of theirs that we did.
        agreed: The words as they were agreed.
        now: The words that stand there now.
        by: The ids of the points of this round that change it.
    """

    id: str
    clause: str
    closed_in: int
    closed_as: str
    site: Site
    agreed: str
    now: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a text stands on a clause type.

    Attributes:
        rung: Index into the positions of the clause type of the one that is met; None where none is.
        name: The rung in a few words.
        facts: What was read, in the order of the clause type.
    """

    level: Level
    rung: int | None
    name: str
    facts: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseRound:
    """A clause type in one round.

    Attributes:
        before: How it stood without what we asked; so `asked` with all of it, and `now` as it came back.
        direction: What their answer does for us, against what we asked.
        what: In one sentence ("Cure period: asked 60 days, now 20 days; walk-away").
    """

    clause: ClauseType
    before: Stand
    asked: Stand
    now: Stand
    direction: Direction
    what: str


@dataclass(frozen=True, slots=True)
class Movement:
    """A line of the concession ledger: a side moved on a clause type.

    Attributes:
        round: We move by what we send in it, they by what they return in it.
        start: Where the side stood; so `end`, where it stands now.
        given_for: Ids of the clause types on which the other side conceded in the same round.
        what: In one sentence.
    """

    round: int
    clause: ClauseType
    side: Side
    kind: MovementKind
    start: Stand
    end: Stand
    given_for: tuple[str, ...]
    what: str

    @property
    def is_unreturned(self) -> bool:
        """Whether we gave and the other side gave nothing in the same round."""
        return self.side == "us" and self.kind == "conceded" and not self.given_for


Point = Ask | NewAsk | Untracked | Reopened


@dataclass(frozen=True, slots=True)
class Round:
    """What we sent, held against what came back.

    Attributes:
        number: From 1.
        sent: The file that we sent, as it reads with all tracked changes accepted; so `returned`.
        ours: The names that our tracked changes bear; so `theirs`.
        shows_changes: Whether the returned file can show tracked changes; a PDF or plain text cannot.
        clauses: Those that a point touches or that are judged otherwise than we asked, the worst first.
        not_compared: What could not be read or compared, in words.
    """

    number: int
    sent: Document = field(repr=False)
    returned: Document = field(repr=False)
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    shows_changes: bool
    untracked: tuple[Untracked, ...]
    reopened: tuple[Reopened, ...]
    asks: tuple[Ask, ...]
    new_asks: tuple[NewAsk, ...]
    clauses: tuple[ClauseRound, ...]
    not_compared: tuple[str, ...] = ()

    @property
    def alarms(self) -> Sequence[Untracked]:
        """What was changed without a trace, without what changes no words of the contract."""
        return [each for each in self.untracked if each.kind not in QUIET]

    def points(self) -> tuple[Point, ...]:
        """Return all points, those first that a reader must see first."""
        return (*self.untracked, *self.reopened, *self.asks, *self.new_asks)

    def point(self, name: str) -> Point | None:
        """Return the point with this id; None where there is none."""
        return next((point for point in self.points() if point.id == name), None)

    def stand_on(self, clause: str) -> ClauseRound | None:
        """Return how the clause type with this id stands; None where no point touches it."""
        return next((each for each in self.clauses if each.clause.id == clause), None)


@dataclass(frozen=True, slots=True)
class Rounds:
    """All rounds of a negotiation, the first one first.

    Attributes:
        ledger: Who moved on what, by round; ours before theirs.
    """

    rounds: tuple[Round, ...]
    ledger: tuple[Movement, ...]
    library: ClauseLibrary = field(repr=False)
    profile: DeploymentProfile = field(repr=False)

    @property
    def last(self) -> Round:
        """The round that is to be answered."""
        return self.rounds[-1]


@dataclass(frozen=True, slots=True)
class PointAnswer:
    """What we answer to a point of the last round.

    Attributes:
        point: Its id.
        words: For a counter in the user's own words: what is to stand in the place of theirs; None for the library's.
        rung: For a counter in the library's words: index into the positions of the clause type; None for what the
            review asks for.
        comment: To the counterparty; "" for none, and for "Accepted" where a point is accepted.
    """

    point: str
    verb: AnswerVerb
    words: str | None = None
    rung: int | None = None
    comment: str = ""


def verbs_for(point: Point) -> tuple[AnswerVerb, ...]:
    """Return what can be answered to `point`: an ask that is still open or accepted has nothing to undo."""
    if isinstance(point, Reopened):
        return ()  # by the points that change it
    if isinstance(point, Ask) and point.answer in ("accepted", "commented", "ignored"):
        return ("counter", "comment") if point.answer != "accepted" else ("accept", "comment")
    if isinstance(point, NewAsk) and point.is_comment:
        return ("accept", "counter", "comment")
    if isinstance(point, Untracked) and point.kind not in ("changed", "added", "removed"):
        return ("accept", "comment")
    return ("accept", "reject", "counter", "comment")


def clauses_of(point: Point) -> tuple[str, ...]:
    """Return the ids of the clause types of a point."""
    if isinstance(point, Ask | Reopened):
        return (point.clause,) if point.clause else ()
    return point.clauses
