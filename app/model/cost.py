"""The cost worksheet: a model on machines of one's own against managed offers, with every step shown.

`cost_inputs` holds what goes in, `cost_units` the types of all figures, `cost_claims` what sources say.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.model.cost_units import MoneyPerMonth, Percent, Quantity, RequestsPerDay

Verdict = Literal["holds", "disputed", "does not follow"]
"""`disputed`: recomputed otherwise, with a figure or reading that the source leaves open; `does not follow`: recomputed
otherwise from the source's own figures."""

Advice = Literal["managed", "own machines", "open"]
"""What the rules ask for: managed offers unless one asks for machines of one's own, `open` where figures overlap."""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the worksheet.

    Attributes:
        key: By which formulas name it; "" where none does.
        label: What it is.
        group: What it belongs to: a section of the inputs, or an offer; "" for neither.
        amount: The figure, with its unit.
        formula: How it is worked out: `{key}` is another line, `{~key}` the other end of its range, and between them
            stand × ÷ + − and brackets, or what a spreadsheet computes; "" for what is given.
        words: The formula for a reader, where it is one for a spreadsheet; "" otherwise.
        source: Where a given figure is from.
        as_of: The day for which a price holds.
    """

    key: str
    label: str
    amount: Quantity
    formula: str = ""
    group: str = ""
    words: str = ""
    source: str = ""
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class OfferCost:
    """What one managed offer costs, and how it compares.

    Attributes:
        name: The offer.
        per_month: By the month, which is what self-hosting is compared with.
        ratio: How many times the offer self-hosting costs.
        break_even: The load at which both cost the same, machines staying as they are.
        growing: The load from which self-hosting stays cheaper, replicas growing with it; None without a capacity.
    """

    name: str
    per_request: Line
    per_day: Line
    per_month: Line
    per_year: Line
    ratio: Line
    break_even: Line
    growing: Line | None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of it, in the order in which one rests on another."""
        always = (self.per_request, self.per_day, self.per_month, self.per_year, self.ratio, self.break_even)
        return always if self.growing is None else (*always, self.growing)


@dataclass(frozen=True, slots=True)
class Swing:
    """How far one input moves a total, the others at the middle of their ranges.

    Attributes:
        given: The input.
        at_low: The total with the input at its low.
        at_high: The total with it at its high, which is less where more of it saves.
    """

    given: Line
    at_low: MoneyPerMonth
    at_high: MoneyPerMonth


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What moves one total, most first; inputs that do not move it are left out."""

    total: Line
    middle: MoneyPerMonth
    swings: tuple[Swing, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """What one load costs by the month.

    Attributes:
        hosting: Machines as they are.
        growing: Machines growing with the load; None without a capacity.
        offers: In the order of the worksheet.
    """

    load: RequestsPerDay
    hosting: MoneyPerMonth
    growing: MoneyPerMonth | None
    offers: tuple[MoneyPerMonth, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule for or against machines of one's own, applied to the inputs.

    Attributes:
        rule: When it asks for them.
        source: Who says so.
        demands: Whether it asks for them here; None where the inputs do not say, or leave it open.
        evidence: The figures that it was decided on.
    """

    rule: str
    source: str
    demands: bool | None
    evidence: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim of a source beside what its figures come to.

    Attributes:
        steps: How it was recomputed, the last being the recomputed figure.
        finding: What the difference looks like ("the figure is what one day costs"); "" where it holds.
    """

    says: str
    source: str
    stated: Quantity
    open_ended: bool
    steps: tuple[Line, ...]
    verdict: Verdict
    finding: str
    remark: str

    @property
    def recomputed(self) -> Quantity:
        """What it comes to."""
        return self.steps[-1].amount


@dataclass(frozen=True, slots=True)
class CostWorksheet:
    """All that was worked out.

    Attributes:
        name: Shown at its head.
        inputs: What was given.
        hosting: Self-hosting by the month, part by part.
        growth: What growing with the load rests on; nothing without a capacity.
        total: The sum by the month.
        total_per_year: The same by the year.
        offers: Managed offers, in the order given.
        sensitivities: Of self-hosting first, then of each offer.
        volumes: A few loads.
        reasons: The rules that may ask for self-hosting.
        advice: What follows from them.
        rule: What holds where none of them asks for it, and who says so.
        claims: What sources say; `tolerance` is how far a figure may be off before it counts as wrong.
        remarks: What to keep in mind, such as how much a month is.
    """

    name: str
    currency: str
    inputs: tuple[Line, ...]
    hosting: tuple[Line, ...]
    growth: tuple[Line, ...]
    total: Line
    total_per_year: Line
    offers: tuple[OfferCost, ...]
    sensitivities: tuple[Sensitivity, ...]
    volumes: tuple[Volume, ...]
    reasons: tuple[Reason, ...]
    advice: Advice
    rule: str
    rule_source: str
    claims: tuple[CheckedClaim, ...]
    tolerance: Percent
    remarks: tuple[str, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line with a key, each after those that it rests on."""
        offers = (line for offer in self.offers for line in offer.lines)
        return (*self.inputs, *self.hosting, self.total, self.total_per_year, *self.growth, *offers)
