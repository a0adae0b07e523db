"""Inputs small enough to be worked out in one's head."""

from datetime import date
from decimal import Decimal

import pytest

from app.model.cost_inputs import CostInputs, FineTuning, Load, Machines, Offer, Staff, Tooling
from app.model.cost_units import (
    Engineers,
    MoneyPerEngineerYear,
    MoneyPerMillionTokens,
    MoneyPerMonth,
    MoneyPerReplicaHour,
    MoneyPerRun,
    Percent,
    Replicas,
    RequestsPerDay,
    RunsPerYear,
    TokensPerRequest,
)


@pytest.fixture
def quantity():
    """Make a quantity of whole numbers or of words; money is in US dollars."""

    def make(kind, low, high=None):
        low, high = Decimal(str(low)), Decimal(str(low if high is None else high))
        return kind(low, high, "USD" if kind.is_money else "")

    return make


@pytest.fixture
def offer(quantity):
    """Make an offer at one price for tokens in and out."""

    def make(low, high=None, discount=0):
        price = quantity(MoneyPerMillionTokens, low, high)
        return Offer("Heron", price, price, date(2026, 1, 31), "a price list", quantity(Percent, discount))

    return make


@pytest.fixture
def inputs(quantity, offer):
    """1,000 requests of 1,000 tokens: a million tokens a day; machines of 7,300 and all else of 2,700 a month."""
    return CostInputs(
        name="Small",
        currency="USD",
        load=Load(quantity(RequestsPerDay, 1_000), quantity(TokensPerRequest, 600), quantity(TokensPerRequest, 400)),
        machines=Machines(quantity(Replicas, 2), quantity(MoneyPerReplicaHour, 5)),
        staff=Staff(quantity(Engineers, "0.5"), quantity(MoneyPerEngineerYear, 48_000)),
        fine_tuning=FineTuning(quantity(RunsPerYear, 6), quantity(MoneyPerRun, 1_000)),
        tooling=Tooling(quantity(MoneyPerMonth, 150), quantity(MoneyPerMonth, 50)),
        offers=(offer(10),),
    )
