"""What follows from a review: how to negotiate, what to register, keep to, watch and do.

A plan is for our own house. No exporter for the counterparty takes it, nor anything in it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.model.clause import Claim, Level, Severity
from app.model.forms import VersionCheck
from app.model.guidance import Argument, ComparisonTable, Measure
from app.model.profile import GroupCompany

Tier = Literal["must-have", "nice-to-have", "fixed"]
"""What has to be settled before we sign, what we can give, and what the vendor does not move on."""

Stage = Literal["red lines", "must-haves", "hard must-haves", "nice-to-haves", "fixed"]
"""The order of the talks, first to last; what is fixed is not talked about."""

Outlook = Literal["do not accept", "settle first", "acceptable"]
"""What the findings on a document come to."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document and the place where they stand; both "" where it is silent."""

    place: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """A position that we may end on, and who has to agree to that."""

    name: str
    approver: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One point to settle, in the order of the talks.

    Attributes:
        number: From 1; every other part of the plan refers to a point by it.
        clause: Id of the clause type.
        tier: How much hangs on it.
        stage: When it is talked about.
        lever: What it takes to move the vendor; "" where nothing special does.
        fallbacks: What we may accept instead, best first.
        walk_away: What we do not accept, and who may decide otherwise; None where the library names none.
        stands_on: The position that the document offers now; None where it is silent.
        proposed: Whether the redline holds wording for it.
        owner: Who looks after it.
    """

    number: int
    clause: str
    title: str
    level: Level
    severity: Severity
    tier: Tier
    stage: Stage
    lever: str
    quote: Quote
    ask: str
    fallbacks: tuple[Rung, ...]
    walk_away: Rung | None
    stands_on: Rung | None
    proposed: bool
    owner: str


@dataclass(frozen=True, slots=True)
class Round:
    """A stage of the talks, why it has its place, and the points in it."""

    stage: Stage
    reason: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A point on which the vendor does not move: what we do instead of asking."""

    ask: Ask
    mitigations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trade:
    """What we can give for what we must have.

    Attributes:
        give: A nice-to-have.
        accept: The position on it that we would accept.
        why: Why these two go together.
    """

    get: Ask
    give: Ask
    accept: Rung
    why: str


@dataclass(frozen=True, slots=True)
class Card:
    """An argument that fits, and the points that it serves; none where it serves the talks as a whole."""

    argument: Argument
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A measure that is called for.

    Attributes:
        because: Points that call for it.
        next: The next day on which it is due, where it comes round; None elsewhere.
    """

    measure: Measure
    because: tuple[Ask, ...]
    next: date | None


Treatment = Literal["redline proposed", "ask", "mitigate", "accept", "review by counsel"]


@dataclass(frozen=True, slots=True)
class Risk:
    """A row of a risk register.

    Attributes:
        id: The same for the same document and clause type whenever it is reviewed.
        cause: Words of the document; silent where it is.
        review: By which rule it is looked at again.
        review_on: The next day by that rule.
    """

    id: str
    title: str
    cause: Quote
    consequence: str
    severity: Severity
    treatment: Treatment
    measure: str
    owner: str
    approver: str
    review: str
    review_on: date


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that somebody has to do, or keep to, while the contract runs.

    Attributes:
        who: How the document calls the side that owes it.
        ours: Whether that is us.
        due: The time, in words; "" where there is none.
        on: The day, where the document gives the figures for it.
        working: How that day was worked out.
    """

    title: str
    what: str
    who: str
    ours: bool
    due: str
    trigger: str
    repeats: str
    quote: Quote
    on: date | None = None
    working: str = ""


@dataclass(frozen=True, slots=True)
class Watch:
    """Something to look at again and again, or when something else happens."""

    what: str
    why: str
    when: str
    owner: str
    next: date | None


LayerState = Literal["reviewed", "not reviewed", "not in play"]


@dataclass(frozen=True, slots=True)
class Layer:
    """One of the documents that a deployment rests on.

    Attributes:
        verdict: Of a layer that was reviewed; None for others.
        why: What the verdict rests on, or why there should be such a document.
    """

    name: str
    state: LayerState
    verdict: Outlook | None
    why: str


LinkState = Literal["given", "in part", "none", "not read"]


@dataclass(frozen=True, slots=True)
class Link:
    """Who indemnifies whom, as far as the document and the profile say."""

    giver: str
    taker: str
    state: LinkState
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class IndemnityChain:
    """The indemnities up and down the chain, and what they come to.

    Attributes:
        sandwich: Whether we promise our customers what nobody promises us.
    """

    links: tuple[Link, ...]
    sandwich: bool
    conclusion: str


@dataclass(frozen=True, slots=True)
class CountedCompany:
    """A company of the group, and whether its users count."""

    company: GroupCompany
    counts: bool
    why: str


@dataclass(frozen=True, slots=True)
class UserReading:
    """One way to read whose users count, and when.

    Attributes:
        users: How many there are on this reading.
        distance: How many more may come before the threshold is passed; negative above it; None without a threshold.
        percent: Users of the threshold, in per cent; None without a threshold.
    """

    name: str
    at: Literal["release", "now"]
    users: int
    distance: int | None
    percent: float | None

    @property
    def over(self) -> bool:
        """Whether the threshold is passed."""
        return self.distance is not None and self.distance < 0


@dataclass(frozen=True, slots=True)
class UserCount:
    """The users of the group held against the threshold of the document.

    Attributes:
        threshold: As read; None where the document sets none in users.
        quote: The words that set it.
        measured: Which reading the words support, in a sentence.
        companies: In the order of the profile; empty where it gives only the sum.
        tripwires: What would change the answer, one sentence each.
        remarks: How it was counted, and what was not known.
    """

    threshold: int | None
    quote: Quote
    measured: str
    companies: tuple[CountedCompany, ...]
    readings: tuple[UserReading, ...]
    tripwires: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Approval:
    """Who has to agree, and to what, if the document is signed as it stands."""

    approver: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What sources say about one thing."""

    name: str
    claims: tuple[Claim, ...]

    @property
    def disagrees(self) -> bool:
        """Whether anything about it is not settled."""
        return any(claim.state != "agreed" for claim in self.claims)


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """A comparison table, and which of its ways are ours (by column, the first left out)."""

    table: ComparisonTable
    ours: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that follows from one review, on one day.

    Attributes:
        when: The day from which times count.
        outlook: What the findings come to.
        steps: What to do next, in order, one sentence each.
        asks: Every point to settle, in the order of the talks; those that are fixed last.
        tasks: Measures in the order of their purposes; those for an incident in the order in which they are taken.
        users: None where neither the document nor the profile gives occasion to count.
        version: Which version of a licence family it is; None where it is no text of one that is known.
    """

    when: date
    outlook: Outlook
    layers: tuple[Layer, ...]
    steps: tuple[str, ...]
    asks: tuple[Ask, ...]
    rounds: tuple[Round, ...]
    fixed: tuple[Fixed, ...]
    trades: tuple[Trade, ...]
    cards: tuple[Card, ...]
    approvals: tuple[Approval, ...]
    tasks: tuple[Task, ...]
    risks: tuple[Risk, ...]
    duties: tuple[Duty, ...]
    watches: tuple[Watch, ...]
    chain: IndemnityChain | None
    users: UserCount | None
    tables: tuple[MarkedTable, ...]
    topics: tuple[Topic, ...]
    version: VersionCheck | None = None
