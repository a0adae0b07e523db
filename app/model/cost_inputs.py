"""What a cost worksheet is worked out of. Fields bear the names and units that a file of one's own gives them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.model.cost_units import (
    DaysPerMonth,
    Engineers,
    HoursPerMonth,
    Milliseconds,
    MoneyPerEngineerYear,
    MoneyPerMillionTokens,
    MoneyPerMonth,
    MoneyPerReplicaHour,
    MoneyPerRun,
    MoneyPerYear,
    MonthsPerYear,
    Percent,
    Replicas,
    RequestsPerDay,
    RequestsPerDayPerReplica,
    RunsPerYear,
    TokensPerRequest,
)

MONTHS_PER_YEAR = MonthsPerYear(Decimal(12), Decimal(12))
_HOURS = HoursPerMonth(Decimal(730), Decimal(730))
_DAYS = DaysPerMonth(Decimal(30), Decimal(30))
_NO_PERCENT = Percent(Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True)
class Month:
    """How much a month is, for what is paid by the hour and by the day; a year is twelve months."""

    hours: HoursPerMonth = _HOURS
    days: DaysPerMonth = _DAYS
    source: str = ""


@dataclass(frozen=True, slots=True)
class Load:
    """What is asked of the model.

    Attributes:
        percent_in_batch: Share of the requests that can wait, and so get an offer's batch discount.
    """

    requests_per_day: RequestsPerDay
    tokens_in_per_request: TokensPerRequest
    tokens_out_per_request: TokensPerRequest
    percent_in_batch: Percent = _NO_PERCENT
    source: str = ""


@dataclass(frozen=True, slots=True)
class Machines:
    """What serves the model.

    Attributes:
        replicas: Run all the time, for redundancy as much as for load.
        requests_per_day_per_replica: What one of them serves; None where that is not known, so that replicas cannot
            be made to grow with the load.
    """

    replicas: Replicas
    price_per_hour_per_replica: MoneyPerReplicaHour
    requests_per_day_per_replica: RequestsPerDayPerReplica | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Staff:
    """Who looks after it, as full-time equivalents at their full cost."""

    engineers: Engineers
    cost_per_year_per_engineer: MoneyPerEngineerYear
    source: str = ""


@dataclass(frozen=True, slots=True)
class FineTuning:
    """What training it further costs."""

    runs_per_year: RunsPerYear
    cost_per_run: MoneyPerRun
    source: str = ""


@dataclass(frozen=True, slots=True)
class Tooling:
    """What runs beside it: watching it, and keeping it safe."""

    observability_per_month: MoneyPerMonth
    safety_per_month: MoneyPerMonth
    source: str = ""


@dataclass(frozen=True, slots=True)
class Needs:
    """What may ask for machines of one's own whatever they cost, or stand against them; None is not said.

    Attributes:
        sovereignty: Data must not reach a third party's service.
        deep_fine_tuning: Behaviour is needed that only training of the weights gives.
        routing: Requests must be routed among several models under one's own control.
        latency_ms: The slowest answer that will do.
        budget_per_year: What may be spent.
        engineers_at_hand: Who could look after machines of one's own.
    """

    sovereignty: bool | None = None
    deep_fine_tuning: bool | None = None
    routing: bool | None = None
    latency_ms: Milliseconds | None = None
    budget_per_year: MoneyPerYear | None = None
    engineers_at_hand: Engineers | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A managed service paid by the token.

    Attributes:
        as_of: The day for which its prices were read.
    """

    name: str
    price_in_per_million_tokens: MoneyPerMillionTokens
    price_out_per_million_tokens: MoneyPerMillionTokens
    as_of: date
    source: str
    batch_discount_percent: Percent = _NO_PERCENT


_MONTH = Month()
_NEEDS = Needs()


@dataclass(frozen=True, slots=True)
class CostInputs:
    """All of it; `currency` is that of every amount (a code of ISO 4217)."""

    name: str
    currency: str
    load: Load
    machines: Machines
    staff: Staff
    fine_tuning: FineTuning
    tooling: Tooling
    offers: tuple[Offer, ...]
    month: Month = _MONTH
    needs: Needs = _NEEDS
