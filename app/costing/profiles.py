"""What a deployment profile says of costs, taken into the inputs of a worksheet."""

from dataclasses import replace
from decimal import Decimal

from app.model.cost_inputs import CostInputs, Needs
from app.model.cost_units import Engineers, Milliseconds, MoneyPerYear, RequestsPerDay
from app.model.profile import DeploymentProfile


def with_profile(inputs: CostInputs, profile: DeploymentProfile, *, takes_load: bool) -> CostInputs:
    """Return the inputs with the answers of `profile` where they are silent, and with its load if `takes_load`.

    A load, a time to answer, a budget or a team of 0 is no answer.
    """
    load = inputs.load
    if takes_load and profile.requests_per_day:
        requests = Decimal(profile.requests_per_day)
        source = f"{load.source}; requests: the profile “{profile.name}”"
        load = replace(load, requests_per_day=RequestsPerDay(requests, requests), source=source)
    return replace(inputs, load=load, needs=_needs(inputs, profile))


def _needs(inputs: CostInputs, profile: DeploymentProfile) -> Needs:
    """Return what is said of needs: by the inputs, else by the profile."""
    said = inputs.needs
    latency, budget, team = (
        Decimal(str(each)) for each in (profile.latency_ms, profile.yearly_budget, profile.engineers)
    )
    return Needs(
        sovereignty=profile.sovereign if said.sovereignty is None else said.sovereignty,
        deep_fine_tuning=said.deep_fine_tuning,
        routing=profile.routes_models if said.routing is None else said.routing,
        latency_ms=said.latency_ms or (Milliseconds(latency, latency) if latency else None),
        budget_per_year=said.budget_per_year or (MoneyPerYear(budget, budget, inputs.currency) if budget else None),
        engineers_at_hand=said.engineers_at_hand or (Engineers(team, team) if team else None),
    )
