"""What others say about costs, with the figures that each claim is to be recomputed from.

One type a kind of claim: its fields are the operands, and their units are those of the claim.
"""

import re
from dataclasses import dataclass, fields

from app.model.cost_units import (
    Engineers,
    Money,
    MoneyPerMonth,
    MoneyPerReplicaHour,
    MoneyPerRun,
    MoneyPerYear,
    Percent,
    Ratio,
    Replicas,
    RequestsPerDay,
    Runs,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a source says.

    Attributes:
        says: The claim, in our words.
        source: Document and line.
        of_its_own_figures: Whether all that it takes to recompute it stands in the source; otherwise a part is ours.
        open_ended: Whether the source says "and more" of its upper figure.
        remark: What else to know, such as which part is ours.
    """

    says: str
    source: str
    of_its_own_figures: bool = True
    open_ended: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MachinesByMonth(Claim):
    """What replicas at a price by the hour cost by the month."""

    stated: MoneyPerMonth
    replicas: Replicas
    price_per_hour_per_replica: MoneyPerReplicaHour


@dataclass(frozen=True, slots=True, kw_only=True)
class MachinesByYear(Claim):
    """What replicas at a price by the hour cost by the year."""

    stated: MoneyPerYear
    replicas: Replicas
    price_per_hour_per_replica: MoneyPerReplicaHour


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffByYear(Claim):
    """What a team costs by the year, at the cost a head that the source gives for another team."""

    stated: MoneyPerYear
    engineers: Engineers
    other_team: Engineers
    other_cost: MoneyPerYear


@dataclass(frozen=True, slots=True, kw_only=True)
class TuningProject(Claim):
    """What a project of fine-tuning costs."""

    stated: Money
    runs: Runs
    cost_per_run: MoneyPerRun


@dataclass(frozen=True, slots=True, kw_only=True)
class SumByMonth(Claim):
    """What parts come to by the month."""

    stated: MoneyPerMonth
    parts: tuple[MoneyPerMonth, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SumByYear(Claim):
    """What parts come to by the year."""

    stated: MoneyPerYear
    parts: tuple[MoneyPerYear, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfMonths(Claim):
    """What a cost by the month comes to by the year."""

    stated: MoneyPerYear
    per_month: MoneyPerMonth


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferByMonth(Claim):
    """What an offer of the example costs by the month under the load of the example."""

    stated: MoneyPerMonth
    offer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesCheaper(Claim):
    """How many times an offer of the example is cheaper than machines of one's own."""

    stated: Ratio
    offers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEven(Claim):
    """From which load on machines of one's own are cheaper than some offers of the example."""

    stated: RequestsPerDay
    offers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup(Claim):
    """How many times an offer of the example costs what the machines alone cost."""

    stated: Ratio
    offer: str


AnyClaim = (
    MachinesByMonth
    | MachinesByYear
    | StaffByYear
    | TuningProject
    | SumByMonth
    | SumByYear
    | YearOfMonths
    | OfferByMonth
    | TimesCheaper
    | BreakEven
    | Markup
)


@dataclass(frozen=True, slots=True)
class CostClaims:
    """The claims of one collection, by kind.

    Attributes:
        tolerance_percent: How far a stated figure may be from the recomputed one: sources round.
        currency: Of every amount.
    """

    currency: str
    tolerance_percent: Percent
    machines_by_month: tuple[MachinesByMonth, ...] = ()
    machines_by_year: tuple[MachinesByYear, ...] = ()
    staff_by_year: tuple[StaffByYear, ...] = ()
    tuning_project: tuple[TuningProject, ...] = ()
    sum_by_month: tuple[SumByMonth, ...] = ()
    sum_by_year: tuple[SumByYear, ...] = ()
    year_of_months: tuple[YearOfMonths, ...] = ()
    offer_by_month: tuple[OfferByMonth, ...] = ()
    times_cheaper: tuple[TimesCheaper, ...] = ()
    break_even: tuple[BreakEven, ...] = ()
    markup: tuple[Markup, ...] = ()

    @property
    def all(self) -> tuple[AnyClaim, ...]:
        """Every claim, in the order of the lines of its source."""
        kinds = (getattr(self, field.name) for field in fields(self))
        claims: list[AnyClaim] = [claim for kind in kinds if isinstance(kind, tuple) for claim in kind]
        return tuple(sorted(claims, key=lambda claim: (claim.source.split(", line")[0], line_of(claim.source))))


def line_of(source: str) -> int:
    """Return the first line number that a source names; 0 without one."""
    number = re.search(r"\bline[s]? (\d+)", source)
    return int(number[1]) if number else 0
