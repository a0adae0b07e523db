"""The inputs of a worksheet as its first lines, and inputs with one of them replaced.

The key of an input is where it stands: "load.requests_per_day", "offers.0.price_in_per_million_tokens".
"""

from collections.abc import Callable
from dataclasses import replace

from app.model.cost import Line
from app.model.cost_inputs import MONTHS_PER_YEAR, CostInputs
from app.model.cost_units import Quantity

_LABELS = {
    "month.hours": "Hours in a month",
    "month.days": "Days in a month",
    "load.requests_per_day": "Requests",
    "load.tokens_in_per_request": "Tokens in",
    "load.tokens_out_per_request": "Tokens out",
    "load.percent_in_batch": "Share of requests in batch",
    "machines.replicas": "Replicas",
    "machines.price_per_hour_per_replica": "Price of a replica",
    "machines.requests_per_day_per_replica": "Capacity of a replica",
    "staff.engineers": "Engineers",
    "staff.cost_per_year_per_engineer": "Cost of an engineer",
    "fine_tuning.runs_per_year": "Runs of fine-tuning",
    "fine_tuning.cost_per_run": "Cost of a run",
    "tooling.observability_per_month": "Observability tools",
    "tooling.safety_per_month": "Safety and guardrails",
}
_GROUPS = {
    "month": "A month",
    "load": "Load",
    "machines": "Machines",
    "staff": "Engineers",
    "fine_tuning": "Fine-tuning",
    "tooling": "Tools",
}
_OFFER_LABELS = {
    "price_in_per_million_tokens": "Price of tokens in",
    "price_out_per_million_tokens": "Price of tokens out",
    "batch_discount_percent": "Batch discount",
}
MONTHS = "months_per_year"


def input_lines(inputs: CostInputs) -> tuple[Line, ...]:
    """Return a line for every figure given; a capacity that is not known has none."""
    lines = [Line(MONTHS, "Months in a year", MONTHS_PER_YEAR, group=_GROUPS["month"], source=inputs.month.source)]
    for key, label in _LABELS.items():
        section, _, field = key.partition(".")
        table = getattr(inputs, section)
        if isinstance(amount := getattr(table, field), Quantity):
            lines.append(Line(key, label, amount, group=_GROUPS[section], source=table.source))
    for number, offer in enumerate(inputs.offers):
        lines += [
            Line(
                offer_key(number, field),
                label,
                getattr(offer, field),
                group=offer.name,
                source=offer.source,
                as_of=offer.as_of,
            )
            for field, label in _OFFER_LABELS.items()
        ]
    return tuple(lines)


def offer_key(number: int, field: str) -> str:
    """Return the key of a figure of an offer."""
    return f"offers.{number}.{field}"


def with_input(inputs: CostInputs, key: str, change: Callable[[Quantity], Quantity]) -> CostInputs:
    """Return the inputs with the figure of `key` changed."""
    section, *number, field = key.split(".")
    tables = getattr(inputs, section)
    if not number:
        return replace(inputs, **{section: replace(tables, **{field: change(getattr(tables, field))})})
    place = int(number[0])
    offer = replace(tables[place], **{field: change(getattr(tables[place], field))})
    return replace(inputs, offers=(*inputs.offers[:place], offer, *inputs.offers[place + 1 :]))


def at_the_middle(inputs: CostInputs) -> CostInputs:
    """Return the inputs with every range narrowed to its middle."""
    for line in input_lines(inputs):
        if line.key != MONTHS:
            inputs = with_input(inputs, line.key, lambda amount: amount.at(amount.middle))
    return inputs
