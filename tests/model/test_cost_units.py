"""Units that cannot be mixed: each mistake below is one for the type checker, and for the running program."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from app.model.cost_units import (
    NEVER,
    DaysPerMonth,
    HoursPerMonth,
    Money,
    MoneyPerDay,
    MoneyPerMillionTokens,
    MoneyPerMonth,
    MoneyPerReplicaHour,
    MoneyPerRequest,
    MoneyPerYear,
    MonthsPerYear,
    Percent,
    Replicas,
    RequestsPerDay,
    TokensPerRequest,
)

MONTH = MoneyPerMonth(Decimal(10), Decimal(20), "USD")
DAY = MoneyPerDay(Decimal(1), Decimal(2), "USD")
TWELVE = MonthsPerYear(Decimal(12), Decimal(12))
THIRTY = DaysPerMonth(Decimal(30), Decimal(30))


def test_ranges_of_one_unit_add_end_by_end() -> None:
    assert MoneyPerMonth(Decimal(20), Decimal(40), "USD") == MONTH + MONTH


def test_an_amount_is_not_added_to_a_cost_by_the_month() -> None:
    with pytest.raises(TypeError, match="USD cannot be added to USD per month"):
        Money(Decimal(1), Decimal(1), "USD") + MONTH  # type: ignore[operator]


def test_a_cost_by_the_day_is_not_added_to_one_by_the_month() -> None:
    with pytest.raises(TypeError, match="USD per month cannot be added to USD per day"):
        MONTH + DAY  # type: ignore[operator]


def test_a_bare_number_is_not_added() -> None:
    with pytest.raises(TypeError, match="USD per month cannot be added to int"):
        MONTH + 5  # type: ignore[operator]


def test_a_cost_by_the_month_is_not_multiplied_by_days() -> None:
    with pytest.raises(TypeError, match="USD per month cannot be multiplied by days per month"):
        MONTH * THIRTY  # type: ignore[operator]


def test_a_price_of_tokens_is_not_multiplied_by_requests() -> None:
    with pytest.raises(TypeError, match="USD per million tokens cannot be multiplied by requests per day"):
        MoneyPerMillionTokens(Decimal(1), Decimal(1), "USD") * RequestsPerDay(Decimal(1), Decimal(1))  # type: ignore[operator]


def test_a_price_of_one_replica_is_no_price_of_an_hour() -> None:
    with pytest.raises(TypeError, match="USD per hour per replica cannot be multiplied by hours per month"):
        MoneyPerReplicaHour(Decimal(1), Decimal(1), "USD") * HoursPerMonth(Decimal(730), Decimal(730))  # type: ignore[operator]


def test_a_cost_by_the_year_is_not_divided_by_days() -> None:
    with pytest.raises(TypeError, match="USD per year cannot be divided by days per month"):
        MoneyPerYear(Decimal(1), Decimal(1), "USD") / THIRTY  # type: ignore[operator]


def test_a_ratio_is_taken_of_costs_by_the_same_period() -> None:
    with pytest.raises(TypeError, match="USD per month cannot be divided by USD per day"):
        MONTH.times(DAY)  # type: ignore[arg-type]


def test_the_type_checker_refuses_every_one_of_these() -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", str(Path(__file__))]
    checked = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert checked.stdout.startswith("Success"), checked.stdout


def test_currencies_are_not_mixed() -> None:
    with pytest.raises(TypeError, match="USD cannot be added to EUR"):
        MONTH + MoneyPerMonth(Decimal(1), Decimal(1), "EUR")


def test_money_has_a_currency() -> None:
    with pytest.raises(ValueError, match="money has a currency"):
        MoneyPerMonth(Decimal(1), Decimal(2))


def test_what_is_no_money_has_none() -> None:
    with pytest.raises(ValueError, match="money has a currency"):
        Replicas(Decimal(1), Decimal(2), "USD")


@pytest.mark.parametrize(("low", "high"), [("2", "1"), ("-1", "1")])
def test_what_is_no_range_is_refused(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="not a range"):
        RequestsPerDay(Decimal(low), Decimal(high))


def test_a_year_is_as_many_months_as_are_said() -> None:
    assert MoneyPerYear(Decimal(120), Decimal(240), "USD") == MONTH * TWELVE


def test_a_month_is_as_many_days_as_are_said() -> None:
    assert MoneyPerMonth(Decimal(30), Decimal(60), "USD") == DAY * THIRTY


def test_a_million_tokens_are_a_million_times_one() -> None:
    price = MoneyPerMillionTokens(Decimal("0.72"), Decimal("0.72"), "USD")
    assert price * TokensPerRequest(Decimal(2500), Decimal(2500)) == MoneyPerRequest(
        Decimal("0.0018"), Decimal("0.0018"), "USD"
    )


def test_figures_are_exact() -> None:
    tenth = Money(Decimal("0.1"), Decimal("0.1"), "USD")
    assert tenth + tenth + tenth == Money(Decimal("0.3"), Decimal("0.3"), "USD")


def test_a_quotient_is_least_where_least_is_shared_among_most() -> None:
    by_the_day = MONTH / DaysPerMonth(Decimal(10), Decimal(20))
    assert by_the_day == MoneyPerDay(Decimal("0.5"), Decimal(2), "USD")


def test_the_more_is_in_batch_the_less_a_request_costs() -> None:
    full = MoneyPerRequest(Decimal(2), Decimal(4), "USD")
    reduced = full.less(Percent(Decimal(0), Decimal(100)), Percent(Decimal(50), Decimal(50)))
    assert reduced == MoneyPerRequest(Decimal(1), Decimal(4), "USD")


def test_a_price_of_nothing_is_never_as_dear() -> None:
    load = DAY / MoneyPerRequest(Decimal(0), Decimal(1), "USD")
    assert load == RequestsPerDay(Decimal(1), NEVER)
