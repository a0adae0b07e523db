"""The worksheet worked out of its inputs."""

from collections.abc import Iterator
from functools import partial

from app.costing.decision import DEFAULT, DEFAULT_SOURCE, advice, reasons
from app.costing.hosting import growing_per_month, growth_lines, hosting_lines, hosting_per_month, total_lines
from app.costing.inputs import input_lines
from app.costing.offers import offer_cost, offer_per_month
from app.costing.sensitivity import sensitivity, volumes
from app.model.cost import CheckedClaim, CostWorksheet, Line, OfferCost, Sensitivity
from app.model.cost_inputs import MONTHS_PER_YEAR, CostInputs
from app.model.cost_units import Percent


def work_out(inputs: CostInputs, claims: tuple[CheckedClaim, ...], tolerance: Percent) -> CostWorksheet:
    """Return the worksheet of `inputs`; `claims` of sources and their tolerance are carried along."""
    total, total_per_year = total_lines(inputs)
    offers = tuple(offer_cost(inputs, number) for number in range(len(inputs.offers)))
    found = reasons(inputs, total, offers)
    capacity = inputs.machines.requests_per_day_per_replica
    return CostWorksheet(
        name=inputs.name,
        currency=inputs.currency,
        inputs=input_lines(inputs),
        hosting=hosting_lines(inputs),
        growth=() if capacity is None else growth_lines(inputs),
        total=total,
        total_per_year=total_per_year,
        offers=offers,
        sensitivities=_sensitivities(inputs, total, offers),
        volumes=volumes(inputs),
        reasons=found,
        advice=advice(found),
        rule=DEFAULT,
        rule_source=DEFAULT_SOURCE,
        claims=claims,
        tolerance=tolerance,
        remarks=tuple(_remarks(inputs)),
    )


def _sensitivities(inputs: CostInputs, total: Line, offers: tuple[OfferCost, ...]) -> tuple[Sensitivity, ...]:
    """Return what moves self-hosting, then each offer."""
    return (
        sensitivity(inputs, total, hosting_per_month),
        *(
            sensitivity(inputs, offer.per_month, partial(offer_per_month, number=number))
            for number, offer in enumerate(offers)
        ),
    )


def _remarks(inputs: CostInputs) -> Iterator[str]:
    """Yield what to keep in mind."""
    hours, days = inputs.month.hours.middle, inputs.month.days.middle
    yield (
        f"A month is {hours:f} hours for machines and {days:f} days for requests, and a year is twelve months; "
        f"{hours:f} hours are {hours / 24:.1f} days"
    )
    machines = inputs.machines
    capacity = machines.requests_per_day_per_replica
    if capacity is None:
        yield "No capacity of a replica is given, so the break-even takes the replicas to serve any load"
    else:
        served = (capacity * machines.replicas).low
        if served < inputs.load.requests_per_day.high:
            yield f"The replicas given serve {served:,.0f} requests per day at the least, which is less than the load"
    yield from _limits(inputs)
    yield "Offers are compared by price alone, also where they are of another model than the one that is hosted"
    yield "Engineers, fine-tuning and tools are taken to cost the same at every load"
    oldest = min(offer.as_of for offer in inputs.offers)
    yield f"Prices are dated, the oldest {oldest.isoformat()}; put in the ones offered to you"


def _limits(inputs: CostInputs) -> Iterator[str]:
    """Yield what self-hosting takes more of than there is."""
    needs, staff = inputs.needs, inputs.staff
    own = growing_per_month(inputs, inputs.load.requests_per_day) or hosting_per_month(inputs)
    year = own * MONTHS_PER_YEAR
    if needs.budget_per_year is not None and year.high > needs.budget_per_year.low:
        how = "is over" if year.low > needs.budget_per_year.high else "may be over"
        budget = f"{inputs.currency} {needs.budget_per_year.low:,.0f} per year"
        yield f"Self-hosting {how} the budget of {budget}: {year.low:,.0f} to {year.high:,.0f} per year"
    if needs.engineers_at_hand is not None and staff.engineers.high > needs.engineers_at_hand.low:
        at_hand, taken = needs.engineers_at_hand.low, staff.engineers.high
        yield f"Full-time engineers that self-hosting takes: {taken:f}; at hand: {at_hand:f}"
