"""Claims about costs, recomputed from the figures that they rest on."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce
from operator import add
from typing import TypeVar

from app.costing.hosting import hosting_per_month, replica_per_month
from app.costing.offers import offer_cost
from app.model.cost import CheckedClaim, Line, OfferCost
from app.model.cost_claims import (
    AnyClaim,
    BreakEven,
    CostClaims,
    MachinesByMonth,
    MachinesByYear,
    Markup,
    OfferByMonth,
    StaffByYear,
    SumByMonth,
    SumByYear,
    TimesCheaper,
    TuningProject,
    YearOfMonths,
)
from app.model.cost_inputs import MONTHS_PER_YEAR, CostInputs
from app.model.cost_units import MoneyPerMonth, MoneyPerYear, Percent, Quantity, RequestsPerDay

_RecurringT = TypeVar("_RecurringT", MoneyPerMonth, MoneyPerYear)


@dataclass(frozen=True, slots=True)
class _Example:
    """What claims are recomputed with beside their own figures."""

    inputs: CostInputs
    offers: tuple[OfferCost, ...]
    claims: CostClaims

    def offer(self, name: str) -> OfferCost:
        """Return what the offer of that name costs."""
        return next(offer for offer in self.offers if offer.name == name)


def check_claims(claims: CostClaims, example: CostInputs) -> tuple[CheckedClaim, ...]:
    """Return each claim with what it comes to and whether it holds.

    Claims on offers and break-even are recomputed with the load, the prices and the machines of `example`, which are
    those of the source.
    """
    offers = tuple(offer_cost(example, number) for number in range(len(example.offers)))
    return tuple(_checked(claim, _Example(example, offers, claims)) for claim in claims.all)


def _checked(claim: AnyClaim, example: _Example) -> CheckedClaim:
    steps = _steps(claim, example)
    recomputed = steps[-1].amount
    holds = _agrees(claim.stated, recomputed, example.claims.tolerance_percent, open_ended=claim.open_ended)
    return CheckedClaim(
        says=claim.says,
        source=claim.source,
        stated=claim.stated,
        open_ended=claim.open_ended,
        steps=steps,
        verdict="holds" if holds else "does not follow" if claim.of_its_own_figures else "disputed",
        finding="" if holds else _finding(claim, recomputed, example),
        remark=claim.remark,
    )


def _agrees(stated: Quantity, recomputed: Quantity, tolerance: Percent, *, open_ended: bool) -> bool:
    """Return whether both ends agree; an open upper end agrees with all that is greater."""
    is_high_fine = _is_near(stated.high, recomputed.high, tolerance)
    return _is_near(stated.low, recomputed.low, tolerance) and (
        is_high_fine or (open_ended and recomputed.high >= stated.high)
    )


def _is_near(stated: Decimal, recomputed: Decimal, tolerance: Percent) -> bool:
    return abs(stated - recomputed) <= recomputed * tolerance.high / 100


def _finding(claim: AnyClaim, recomputed: Quantity, example: _Example) -> str:
    """Return what a difference looks like, in words."""
    tolerance = example.claims.tolerance_percent
    if isinstance(claim, OfferByMonth):
        day = example.offer(claim.offer).per_day.amount
        if _agrees(claim.stated, day.at(day.middle), tolerance, open_ended=False):
            return "The figure given for a month is what one day costs"
        if claim.stated.high < recomputed.low:
            return (
                f"The figure given for a month is {_times(claim.stated.middle / day.middle)} times what one day costs"
            )
    if isinstance(claim, TimesCheaper) and recomputed.low < 1 <= recomputed.high:
        least, most = _times(1 / recomputed.low), _times(recomputed.high)
        return (
            f"The cheapest of the offers is {most} times cheaper at most, and the dearest is up to {least} times dearer"
        )
    ends = [("lower", claim.stated.low, recomputed.low), ("upper", claim.stated.high, recomputed.high)]
    if claim.stated.low == claim.stated.high:
        ends = [("", claim.stated.low, recomputed.middle)]
    off = [
        f"the {name} figure comes to {_multiple(found / said)} the one given".replace("  ", " ")
        for name, said, found in ends
        if not _is_near(said, found, tolerance) and not (name == "upper" and claim.open_ended and found >= said)
    ]
    return " and ".join(off).capitalize()


def _multiple(factor: Decimal) -> str:
    """Return "6.0 times" or "21 % of"."""
    return f"{_times(factor)} times" if factor >= 1 else f"{factor:.0%} of".replace("%", " %")


def _times(factor: Decimal) -> str:
    """Return a factor to two figures."""
    return f"{factor:.0f}" if factor >= 10 else f"{factor:.1f}"


def _steps(claim: AnyClaim, example: _Example) -> tuple[Line, ...]:  # noqa: C901, PLR0911 - one return a kind of claim
    """Return how a claim is recomputed, the last line being what it comes to."""
    match claim:
        case MachinesByMonth() | MachinesByYear():
            return _machines(claim, example)
        case StaffByYear():
            return _staff(claim)
        case TuningProject():
            runs, cost = Line("runs", "Runs", claim.runs), Line("cost", "Cost of a run", claim.cost_per_run)
            total = claim.cost_per_run.for_runs(claim.runs)
            return (runs, cost, Line("", "A project", total, "{runs} × {cost}"))
        case SumByMonth():
            return _sum(claim.parts)
        case SumByYear():
            return _sum(claim.parts)
        case YearOfMonths():
            month, months = Line("month", "A month", claim.per_month), Line("months", "Months", MONTHS_PER_YEAR)
            return (month, months, Line("", "A year", claim.per_month * MONTHS_PER_YEAR, "{month} × {months}"))
        case OfferByMonth():
            return _offer(claim, example)
        case TimesCheaper():
            return _times_cheaper(claim, example)
        case BreakEven():
            return _break_even(claim, example)
        case Markup():
            return _markup(claim, example)


def _machines(claim: MachinesByMonth | MachinesByYear, example: _Example) -> tuple[Line, ...]:
    hours = example.inputs.month.hours
    month = claim.price_per_hour_per_replica * claim.replicas * hours
    given = (
        Line("replicas", "Replicas", claim.replicas),
        Line("price", "Price of a replica", claim.price_per_hour_per_replica),
        Line("hours", "Hours in a month", hours),
    )
    formula = "{replicas} × {price} × {hours}"
    if isinstance(claim, MachinesByMonth):
        return (*given, Line("", "Machines", month, formula))
    months = Line("months", "Months", MONTHS_PER_YEAR)
    return (*given, months, Line("", "Machines", month * MONTHS_PER_YEAR, f"{formula} × {{months}}"))


def _staff(claim: StaffByYear) -> tuple[Line, ...]:
    """Take the cost a head of the other team, end by end: the least of it with the least of this one."""
    low, high = (
        cost / heads * engineers
        for cost, heads, engineers in (
            (claim.other_cost.low, claim.other_team.low, claim.engineers.low),
            (claim.other_cost.high, claim.other_team.high, claim.engineers.high),
        )
    )
    total = MoneyPerYear(min(low, high), max(low, high), claim.stated.currency)
    return (
        Line("cost", "The other team", claim.other_cost),
        Line("heads", "Its engineers", claim.other_team),
        Line("engineers", "Engineers of this team", claim.engineers),
        Line("", "This team at the same cost a head", total, "{cost} ÷ {heads} × {engineers}"),
    )


def _sum(parts: tuple[_RecurringT, ...]) -> tuple[Line, ...]:
    given: tuple[Line, ...] = tuple(
        Line(f"part{number}", f"Part {number}", part) for number, part in enumerate(parts, 1)
    )
    formula = " + ".join(f"{{{line.key}}}" for line in given)
    return (*given, Line("", "Sum", reduce(add, parts), formula))


def _offer(claim: OfferByMonth, example: _Example) -> tuple[Line, ...]:
    offer, inputs = example.offer(claim.offer), example.inputs
    return (
        Line("request", "One request", offer.per_request.amount),
        Line("load", "Requests", inputs.load.requests_per_day),
        Line("day", "A day", offer.per_day.amount, "{request} × {load}"),
        Line("days", "Days in a month", inputs.month.days),
        Line("", "A month", offer.per_month.amount, "{day} × {days}"),
    )


def _times_cheaper(claim: TimesCheaper, example: _Example) -> tuple[Line, ...]:
    """Compare with the offers as recomputed, and in passing with what the source gives for them."""
    total = hosting_per_month(example.inputs)
    offers = _spread(tuple(offer.per_month.amount for offer in example.offers if offer.name in claim.offers))
    given = _spread(tuple(each.stated for each in example.claims.offer_by_month if each.offer in claim.offers))
    return (
        Line("own", "Self-hosting", total),
        Line("given", "The offers, as the source gives them for a month", given),
        Line("", "Times cheaper with the figures that the source gives", total.times(given), "{own} ÷ {given}"),
        Line("offers", "The offers, recomputed", offers),
        Line("", "Times cheaper, recomputed", total.times(offers), "{own} ÷ {offers}"),
    )


def _spread(amounts: tuple[Quantity, ...]) -> MoneyPerMonth:
    """Return the range from the cheapest to the dearest."""
    low, high = min(amount.low for amount in amounts), max(amount.high for amount in amounts)
    return MoneyPerMonth(low, high, amounts[0].currency)


def _break_even(claim: BreakEven, example: _Example) -> tuple[Line, ...]:
    """Compare with each of the offers, replicas as given and growing with the load; the whole range is the answer."""
    lines = [
        replace(
            line,
            key="",
            label=f"{line.label}, {offer.name}",
            formula="",
            words=line.words or "the load at which both cost the same",
        )
        for offer in example.offers
        if offer.name in claim.offers
        for line in (offer.break_even, offer.growing)
        if line is not None
    ]
    low, high = min(line.amount.low for line in lines), max(line.amount.high for line in lines)
    whole = "from the least to the greatest of these"
    return (*lines, Line("", "Break-even", RequestsPerDay(low, high), words=whole))


def _markup(claim: Markup, example: _Example) -> tuple[Line, ...]:
    month = example.offer(claim.offer).per_month.amount
    machines = replica_per_month(example.inputs, example.inputs.machines.replicas)
    return (
        Line("offer", claim.offer, month),
        Line("machines", "The machines alone", machines),
        Line("", "Times the machines", _spread((month,)).times(machines), "{offer} ÷ {machines}"),
    )
