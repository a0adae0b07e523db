"""What managed offers cost under the same load, and where they cost as much as machines of one's own."""

from decimal import ROUND_CEILING, Decimal

from app.costing.hosting import FIXED, REPLICA, TOTAL, fixed_per_month, hosting_per_month, replica_per_month
from app.costing.inputs import MONTHS, offer_key
from app.model.cost import Line, OfferCost
from app.model.cost_inputs import MONTHS_PER_YEAR, CostInputs, Offer
from app.model.cost_units import (
    NEVER,
    MoneyPerMonth,
    MoneyPerRequest,
    Replicas,
    RequestsPerDay,
    RequestsPerDayPerReplica,
)

_PRICE = (
    "({price_in_per_million_tokens} × {load.tokens_in_per_request}"
    " + {price_out_per_million_tokens} × {load.tokens_out_per_request}) ÷ 1000000"
    " × (1 − {~load.percent_in_batch} ÷ 100 × {~batch_discount_percent} ÷ 100)"
)
_GROWING = (
    "IF({~served}<={replica},{never},"
    "({fixed}+(MAX({machines.replicas}+1,CEILING(({fixed}+{~served})/({~served}-{replica}),1))-1)*{replica})"
    "/({~request}*{~month.days}))"
)
_GROWING_WORDS = "the load above which the offer stays dearer, a replica being added whenever those that run are full"
ONE = Replicas(Decimal(1), Decimal(1))


def offer_cost(inputs: CostInputs, number: int) -> OfferCost:
    """Return what offer `number` costs, counted from 0."""
    offer = inputs.offers[number]
    price = price_per_request(inputs, offer)
    month = offer_per_month(inputs, number)
    total = hosting_per_month(inputs)
    request_key, day_key, month_key = (offer_key(number, name) for name in ("request", "day", "month"))
    prices = _PRICE
    for field in ("price_in_per_million_tokens", "price_out_per_million_tokens", "batch_discount_percent"):
        prices = prices.replace(f"{field}}}", f"{offer_key(number, field)}}}")
    return OfferCost(
        name=offer.name,
        per_request=Line(request_key, "Cost of a request", price, prices),
        per_day=Line(
            day_key,
            "Cost of a day",
            price * inputs.load.requests_per_day,
            f"{{{request_key}}} × {{load.requests_per_day}}",
        ),
        per_month=Line(month_key, "Cost of a month", month, f"{{{day_key}}} × {{month.days}}"),
        per_year=Line(
            offer_key(number, "year"),
            "Cost of a year",
            month * MONTHS_PER_YEAR,
            f"{{{month_key}}} × {{{MONTHS}}}",
        ),
        ratio=Line(
            offer_key(number, "ratio"),
            "Self-hosting, as a multiple of it",
            total.times(month),
            f"{{{TOTAL}}} ÷ {{~{month_key}}}",
        ),
        break_even=Line(
            offer_key(number, "break_even"),
            "Break-even, replicas as given",
            total / inputs.month.days / price,
            f"{{{TOTAL}}} ÷ {{~month.days}} ÷ {{~{request_key}}}",
        ),
        growing=_growing_line(inputs, number, price),
    )


def price_per_request(inputs: CostInputs, offer: Offer) -> MoneyPerRequest:
    """Return what one request costs, batch discount taken off for its share."""
    load = inputs.load
    full = (
        offer.price_in_per_million_tokens * load.tokens_in_per_request
        + offer.price_out_per_million_tokens * load.tokens_out_per_request
    )
    return full.less(load.percent_in_batch, offer.batch_discount_percent)


def offer_per_month(inputs: CostInputs, number: int, load: RequestsPerDay | None = None) -> MoneyPerMonth:
    """Return what offer `number` costs by the month under `load`; without one, under that of the inputs."""
    price = price_per_request(inputs, inputs.offers[number])
    return price * (load or inputs.load.requests_per_day) * inputs.month.days


def _growing_line(inputs: CostInputs, number: int, price: MoneyPerRequest) -> Line | None:
    """Return the break-even with replicas that grow with the load; None without a capacity."""
    capacity = inputs.machines.requests_per_day_per_replica
    if capacity is None:
        return None
    formula = _GROWING.replace("{never}", '"never"').replace("{fixed}", f"{{{FIXED}}}")
    formula = formula.replace("{replica}", f"{{{REPLICA}}}").replace(
        "{~request}", f"{{~{offer_key(number, 'request')}}}"
    )
    served = f"({{~{offer_key(number, 'request')}}}*{{~machines.requests_per_day_per_replica}}*{{~month.days}})"
    return Line(
        offer_key(number, "growing"),
        "Break-even, replicas growing",
        _growing(inputs, price, capacity),
        formula.replace("{~served}", served),
        words=_GROWING_WORDS,
    )


def _growing(inputs: CostInputs, price: MoneyPerRequest, capacity: RequestsPerDayPerReplica) -> RequestsPerDay:
    """Return the load above which an offer stays dearer although replicas are added."""
    fixed, replica = fixed_per_month(inputs), replica_per_month(inputs, ONE)
    served = price * (capacity * ONE) * inputs.month.days
    billed = price * RequestsPerDay(Decimal(1), Decimal(1)) * inputs.month.days
    replicas = inputs.machines.replicas
    return RequestsPerDay(
        _stays_dearer(fixed.low, replica.low, replicas.low, served.high, billed.high),
        _stays_dearer(fixed.high, replica.high, replicas.high, served.low, billed.low),
    )


def _stays_dearer(fixed: Decimal, replica: Decimal, replicas: Decimal, served: Decimal, billed: Decimal) -> Decimal:
    """Return the load above which the offer is dearer than all replicas that it takes.

    One end of the ranges: what is no replica, a replica, the least replicas, what the offer bills for the load that
    one replica serves, and for one request a day; all but the replicas by the month. With n replicas the offer is
    dearer just above the load that fills n - 1 of them when `fixed + n * replica <= served * (n - 1)`, and then for
    all greater n too. For the greatest n of which that does not hold, the costs meet within its own load.
    """
    if served <= replica:
        return NEVER
    first = ((fixed + served) / (served - replica)).to_integral_value(ROUND_CEILING)
    last_dear = max(replicas + 1, first) - 1
    return (fixed + last_dear * replica) / billed
