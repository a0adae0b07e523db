"""What changed from one version of a policy to the next, and what that does to the uses that are planned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.model.comparison import Direction, JudgedComparison, WordChange
from app.model.span import Place, Span

PolicyChangeKind = Literal["added", "removed", "changed", "moved", "reworded"]
"""What happened to a statement. What is "changed" says something else: another figure, a "must" for a "may", more or
fewer cases. What is "reworded" says the same in other words; what "moved" stands elsewhere, word for word."""

Bearing = Literal["prohibition", "condition", "duty", "permission", "promise", "reservation", "other"]
"""What a statement does.

It forbids us something, allows it under a condition, demands it or allows it; it says what the other side will do or
leave, or what it may do; or it is none of these."""


_WORST_FIRST: tuple[Direction, ...] = ("worse", "unclear", "better", "same")
_NEW_FIRST: tuple[PolicyChangeKind, ...] = ("added", "changed", "removed", "moved", "reworded")


@dataclass(frozen=True, slots=True)
class PlannedUse:
    """Something that the deployment profile plans, and that policies speak of.

    Attributes:
        field: Of the profile, and `answer` the answer there that plans it ("regulated", "health").
        title: In a few words ("output used for medical advice").
        source: Where policies or the law speak of it in these words.
    """

    field: str
    answer: str
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class TouchedUse:
    """A planned use that a statement is about.

    Attributes:
        place: The words by which it was recognised: in the new document, or of what was removed in the old one.
        words: They themselves.
    """

    use: PlannedUse
    place: Place
    words: str


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """A statement, that is a sentence or an item of a list, that is not in both versions as it was.

    Attributes:
        number: From 1, in the order of the new text; what was removed stands where it was.
        bearing: Of the new words; of the old ones where they were removed.
        direction: What it does for us: a prohibition more is worse, one less is better.
        old: Where it stood; None for what is added.
        new: Where it stands; None for what is removed.
        before: Its old words; "" for what is added. So `after`.
        words: What differs between the two, word by word.
        lead_in: The words before the list it is an item of ("You may not use the service to"); "" where it is none.
        change: Number of the change of the comparison that it is part of; None where that shows none.
        clauses: Ids of the clause types that it touches.
        uses: The planned uses that it is about.
        what: In one sentence ("A new prohibition touches: output used for medical advice").
    """

    number: int
    kind: PolicyChangeKind
    bearing: Bearing
    direction: Direction
    old: Place | None
    new: Place | None
    before: str
    after: str
    words: tuple[WordChange, ...]
    lead_in: str
    change: int | None
    clauses: tuple[str, ...]
    uses: tuple[TouchedUse, ...]
    what: str

    @property
    def matters(self) -> bool:
        """Whether something else holds than before: more than other words or another place."""
        return self.kind in ("added", "removed", "changed")


@dataclass(frozen=True, slots=True)
class PolicyStep:
    """From one version to the next.

    Attributes:
        old_day: Day of the old version, by its file's name or else its words; None where neither tells. So `new_day`.
        changes: Every statement that is not as it was.
        renamed: Names, in small letters, that another took the place of throughout, and that other one; what differs
            in them alone is reworded.
    """

    judged: JudgedComparison
    old_day: date | None
    new_day: date | None
    changes: tuple[PolicyChange, ...]
    renamed: tuple[tuple[str, str], ...] = ()

    def touching(self) -> Sequence[PolicyChange]:
        """Return the changes that matter and are about a planned use: what is worse for us first, what is new first."""
        found = [change for change in self.changes if change.matters and change.uses]
        return sorted(found, key=lambda each: (_WORST_FIRST.index(each.direction), _NEW_FIRST.index(each.kind)))

    def of_kind(self, *kinds: PolicyChangeKind) -> Sequence[PolicyChange]:
        """Return the changes of these kinds, in order."""
        return [change for change in self.changes if change.kind in kinds]


@dataclass(frozen=True, slots=True)
class PolicyWatch:
    """Versions of a policy, each held against the one before; internal.

    Attributes:
        steps: One for each pair, the oldest first.
        uses: All that the profile plans and policies speak of, so that a reader sees what was looked for.
        owner: Who looks at the policy again.
        looked_on: The day of this look, and `review_on` that of the next.
        rule: By which rule that is the next, in words.
        left_out: Files of a folder that were not compared, and why, a sentence each.
    """

    steps: tuple[PolicyStep, ...]
    uses: tuple[PlannedUse, ...]
    owner: str
    looked_on: date
    review_on: date
    rule: str
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or an item of a list of a document.

    Attributes:
        bearings: All that it does, what binds us most first; none where it binds nobody and allows nothing.
        lead_in: Index of the paragraph that leads in its list; None where it is no item.
        is_heading: Whether it is a heading, or looks like one.
    """

    paragraph: int
    span: Span
    text: str
    bearings: tuple[Bearing, ...]
    lead_in: int | None = None
    is_heading: bool = False
