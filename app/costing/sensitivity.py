"""Which inputs move a total most, and what a few loads cost."""

from collections.abc import Callable
from decimal import Decimal

from app.costing.hosting import growing_per_month, hosting_per_month
from app.costing.inputs import MONTHS, at_the_middle, input_lines, with_input
from app.costing.offers import offer_per_month
from app.model.cost import Line, Sensitivity, Swing, Volume
from app.model.cost_inputs import CostInputs
from app.model.cost_units import MoneyPerMonth, Quantity

VOLUMES = tuple(Decimal(share) for share in ("0.1", "0.2", "0.5", "1", "2", "4", "10", "20"))
"""Loads shown, as multiples of the middle of the load given."""


def sensitivity(inputs: CostInputs, total: Line, compute: Callable[[CostInputs], MoneyPerMonth]) -> Sensitivity:
    """Return how far each input that has a range moves `total`, the others at their middle; the furthest first."""
    middle = at_the_middle(inputs)
    swings = (_swing(middle, line, compute) for line in input_lines(inputs) if line.key != MONTHS)
    moving = [swing for swing in swings if swing.at_low != swing.at_high]
    ranked = sorted(moving, key=lambda swing: -abs(swing.at_high.low - swing.at_low.low))
    return Sensitivity(total, compute(middle), tuple(ranked))


def volumes(inputs: CostInputs) -> tuple[Volume, ...]:
    """Return what a few loads cost by the month."""
    given = inputs.load.requests_per_day
    loads = (given.at(given.middle * share) for share in VOLUMES)
    return tuple(
        Volume(
            load,
            hosting_per_month(inputs),
            growing_per_month(inputs, load),
            tuple(offer_per_month(inputs, number, load) for number in range(len(inputs.offers))),
        )
        for load in loads
    )


def _swing(middle: CostInputs, given: Line, compute: Callable[[CostInputs], MoneyPerMonth]) -> Swing:
    """Return how far one input moves a total."""
    at_low, at_high = (
        compute(with_input(middle, given.key, _at(end))) for end in (given.amount.low, given.amount.high)
    )
    return Swing(given, at_low, at_high)


def _at(end: Decimal) -> Callable[[Quantity], Quantity]:
    return lambda amount: amount.at(end)
