"""The rules by which the guides decide for machines of one's own, applied to the inputs."""

from decimal import Decimal

from app.costing.hosting import growing_per_month
from app.model.cost import Advice, Line, OfferCost, Reason
from app.model.cost_inputs import CostInputs
from app.model.cost_units import Milliseconds, RequestsPerDay

DEFAULT = "Start with a managed offer, and move to machines of your own only when figures or needs ask for it."
DEFAULT_SOURCE = "GenAI licensing hub guide, lines 119, 133 and 147"
_MANY = RequestsPerDay(Decimal(5_000_000), Decimal(5_000_000))
_QUICK = Milliseconds(Decimal(200), Decimal(200))


def reasons(inputs: CostInputs, total: Line, offers: tuple[OfferCost, ...]) -> tuple[Reason, ...]:
    """Return each rule with whether it asks for machines of one's own here."""
    needs = inputs.needs
    return (
        _cost(inputs, total, offers),
        _volume(inputs),
        Reason(
            "Data may not reach the service of a third party",
            "GenAI licensing hub guide, line 91; Llama enterprise guide, line 30",
            needs.sovereignty,
        ),
        Reason(
            "Behaviour is needed that only deep fine-tuning of the weights gives",
            "GenAI licensing hub guide, line 93",
            needs.deep_fine_tuning,
        ),
        _latency(needs.latency_ms),
        Reason(
            "Requests are routed among several models under one's own control",
            "GenAI licensing hub guide, line 99",
            needs.routing,
        ),
    )


def advice(found: tuple[Reason, ...]) -> Advice:
    """Return what follows: managed offers, unless a rule asks for more, or the costs (the first rule) overlap."""
    if any(reason.demands for reason in found):
        return "own machines"
    return "open" if found[0].demands is None else "managed"


def _cost(inputs: CostInputs, total: Line, offers: tuple[OfferCost, ...]) -> Reason:
    """Compare self-hosting, with replicas enough where that is known, with the cheapest offer, range against range."""
    own = growing_per_month(inputs, inputs.load.requests_per_day) or total.amount
    cheapest = min((offer.per_month for offer in offers), key=lambda line: line.amount.high)
    least = min(offer.per_month.amount.low for offer in offers)
    demands: bool | None = None
    if own.high < least:
        demands = True
    elif own.low >= cheapest.amount.high:
        demands = False
    name = next(offer.name for offer in offers if offer.per_month is cheapest)
    evidence = (Line("", "Self-hosting with replicas for this load", own), Line("", name, cheapest.amount))
    source = "GenAI licensing hub guide, lines 133 and 145; computed from the inputs"
    return Reason("Self-hosting costs less than the cheapest offer at this load", source, demands, evidence)


def _volume(inputs: CostInputs) -> Reason:
    load = inputs.load.requests_per_day
    demands = None if load.low < _MANY.low <= load.high else load.low >= _MANY.low
    evidence = (Line("", "Load", load), Line("", "The guide's threshold, itself a disputed claim", _MANY))
    source = "GenAI licensing hub guide, lines 95 and 133; Llama enterprise guide, line 30"
    return Reason("The load is very high and steady", source, demands, evidence)


def _latency(needed: Milliseconds | None) -> Reason:
    rule, source = "Answers must come in less than 200 milliseconds", "GenAI licensing hub guide, line 97"
    if needed is None:
        return Reason(rule, source, None)
    demands = None if needed.low < _QUICK.low <= needed.high else needed.high < _QUICK.low
    return Reason(rule, source, demands, (Line("", "The slowest answer that will do", needed),))
