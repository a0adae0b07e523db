from dataclasses import replace
from decimal import Decimal
from math import ceil

import pytest

from app.costing.worksheet import work_out
from app.model.cost_inputs import Month, Needs
from app.model.cost_units import (
    NEVER,
    DaysPerMonth,
    HoursPerMonth,
    Milliseconds,
    MoneyPerDay,
    MoneyPerMonth,
    MoneyPerReplicaHour,
    MoneyPerRequest,
    MoneyPerRun,
    MoneyPerYear,
    Percent,
    Ratio,
    Replicas,
    RequestsPerDay,
    RequestsPerDayPerReplica,
)


@pytest.fixture
def worked(quantity):
    return lambda inputs: work_out(inputs, (), quantity(Percent, 3))


def with_machines(inputs, **changes):
    return replace(inputs, machines=replace(inputs.machines, **changes))


def test_self_hosting_is_the_sum_of_its_parts(worked, inputs, quantity):
    worksheet = worked(inputs)
    assert [line.amount.low for line in worksheet.hosting] == [7_300, 2_000, 500, 150, 50]
    assert worksheet.total.amount == quantity(MoneyPerMonth, 10_000)


def test_a_year_is_twelve_months(worked, inputs, quantity):
    assert worked(inputs).total_per_year.amount == quantity(MoneyPerYear, 120_000)


def test_an_offer_is_costed_by_request_day_month_and_year(worked, inputs, quantity):
    offer = worked(inputs).offers[0]
    assert (offer.per_request.amount, offer.per_day.amount, offer.per_month.amount, offer.per_year.amount) == (
        quantity(MoneyPerRequest, "0.01"),
        quantity(MoneyPerDay, 10),
        quantity(MoneyPerMonth, 300),
        quantity(MoneyPerYear, 3_600),
    )


def test_what_is_in_batch_gets_the_discount(worked, inputs, offer, quantity):
    load = replace(inputs.load, percent_in_batch=quantity(Percent, 40))
    batched = worked(replace(inputs, load=load, offers=(offer(10, discount=50),)))
    assert batched.offers[0].per_day.amount == quantity(MoneyPerDay, 8)


def test_a_month_is_as_long_as_the_file_says(worked, inputs, quantity):
    month = Month(quantity(HoursPerMonth, 720), quantity(DaysPerMonth, 31))
    worksheet = worked(replace(inputs, month=month))
    assert (worksheet.hosting[0].amount.low, worksheet.offers[0].per_month.amount.low) == (7_200, 310)


def test_the_convention_of_a_month_is_told(worked, inputs):
    assert worked(inputs).remarks[0] == (
        "A month is 730 hours for machines and 30 days for requests, and a year is twelve months; "
        "730 hours are 30.4 days"
    )


def test_the_ratio_says_how_many_times_the_offer_self_hosting_costs(worked, inputs, offer):
    ratio = worked(replace(inputs, offers=(offer(10, 20),))).offers[0].ratio
    assert ratio.amount == Ratio(Decimal(10_000) / 600, Decimal(10_000) / 300)


def test_at_the_break_even_both_cost_the_same(worked, inputs, quantity):
    worksheet = worked(inputs)
    load = worksheet.offers[0].break_even.amount.low
    at_it = worked(replace(inputs, load=replace(inputs.load, requests_per_day=quantity(RequestsPerDay, load))))
    assert at_it.offers[0].per_month.amount.low == pytest.approx(worksheet.total.amount.low)


def test_an_offer_for_nothing_never_breaks_even(worked, inputs, offer):
    assert worked(replace(inputs, offers=(offer(0),))).offers[0].break_even.amount.low == NEVER


def test_without_a_capacity_replicas_do_not_grow(worked, inputs):
    worksheet = worked(inputs)
    assert (worksheet.offers[0].growing, worksheet.volumes[0].growing, worksheet.growth) == (None, None, ())


@pytest.mark.parametrize(
    ("capacity", "break_even"),
    [
        (40_000, "33333.33"),  # where two replicas cost what the offer bills, with room to spare
        (20_000, "45500.00"),  # the third replica makes it dearer once more
        (15_000, "106333.33"),  # eight replicas at 31,900 are met within their 120,000 requests
        # each replica costs 3,650 a month and serves what the offer bills at 3,600
        (12_000, "Infinity"),
    ],
)
def test_replicas_that_grow_push_the_break_even_up(worked, inputs, quantity, capacity, break_even):
    growing = with_machines(inputs, requests_per_day_per_replica=quantity(RequestsPerDayPerReplica, capacity))
    assert round(float(worked(growing).offers[0].growing.amount.low), 2) == float(break_even)


@pytest.mark.parametrize("capacity", [13_000, 15_000, 17_000, 20_000, 40_000])
def test_above_the_break_even_with_growing_replicas_the_offer_stays_dearer(inputs, quantity, worked, capacity):
    growing = with_machines(inputs, requests_per_day_per_replica=quantity(RequestsPerDayPerReplica, capacity))
    break_even = worked(growing).offers[0].growing.amount.low

    def own_less_offer(load):
        needed = max(2, ceil(load / capacity))
        return 2_700 + 3_650 * needed - load * Decimal("0.01") * 30

    above = [break_even + step * Decimal(501) for step in range(1, 2_000)]
    assert max(map(own_less_offer, above)) <= 0 < own_less_offer(break_even - 1)


def test_volumes_show_replicas_that_grow(worked, inputs, quantity):
    growing = with_machines(inputs, requests_per_day_per_replica=quantity(RequestsPerDayPerReplica, 1_000))
    worksheet = worked(growing)
    assert [(volume.load.low, volume.growing.low) for volume in worksheet.volumes[3:6]] == [
        (1_000, 10_000),
        (2_000, 10_000),
        (4_000, 17_300),
    ]


def test_a_load_beyond_the_replicas_given_is_remarked(worked, inputs, quantity):
    growing = with_machines(inputs, requests_per_day_per_replica=quantity(RequestsPerDayPerReplica, 400))
    assert "The replicas given serve 800 requests per day" in worked(growing).remarks[1]


def test_the_input_that_moves_the_total_most_comes_first(worked, inputs, quantity):
    ranged = replace(
        with_machines(inputs, price_per_hour_per_replica=quantity(MoneyPerReplicaHour, 5, 6)),
        fine_tuning=replace(inputs.fine_tuning, cost_per_run=quantity(MoneyPerRun, 1_000, 9_000)),
    )
    found = worked(ranged).sensitivities[0]
    assert [(swing.given.key, swing.at_low.low, swing.at_high.high) for swing in found.swings] == [
        ("fine_tuning.cost_per_run", 10_730, 14_730),
        ("machines.price_per_hour_per_replica", 12_000, 13_460),
    ]


def test_an_input_that_lowers_a_total_moves_it_as_well(worked, inputs, offer, quantity):
    load = replace(inputs.load, percent_in_batch=quantity(Percent, 0, 100))
    swing = worked(replace(inputs, load=load, offers=(offer(10, discount=50),))).sensitivities[1].swings[0]
    assert (swing.given.key, swing.at_low.low, swing.at_high.low) == ("load.percent_in_batch", 300, 150)


@pytest.mark.parametrize(
    ("price", "demands"), [((10, 10), False), ((300, 350), None), ((340, 340), True), ((333, 334), None)]
)
def test_cost_asks_for_own_machines_where_the_whole_range_is_lower(worked, inputs, offer, price, demands):
    assert worked(replace(inputs, offers=(offer(*price),))).reasons[0].demands is demands


@pytest.mark.parametrize(("load", "demands"), [((999_999, 999_999), False), ((5_000_000, 5_000_000), True)])
def test_a_load_of_five_million_asks_for_own_machines(worked, inputs, quantity, load, demands):
    given = replace(inputs.load, requests_per_day=quantity(RequestsPerDay, *load))
    assert worked(replace(inputs, load=given)).reasons[1].demands is demands


@pytest.mark.parametrize(("latency", "demands"), [(150, True), (200, False), (None, None)])
def test_a_latency_below_200_milliseconds_asks_for_own_machines(worked, inputs, quantity, latency, demands):
    needs = Needs(latency_ms=latency and quantity(Milliseconds, latency))
    assert worked(replace(inputs, needs=needs)).reasons[4].demands is demands


@pytest.mark.parametrize("need", ["sovereignty", "deep_fine_tuning", "routing"])
def test_one_need_is_enough_to_ask_for_own_machines(worked, inputs, need):
    assert worked(replace(inputs, needs=Needs(**{need: True}))).advice == "own machines"


def test_managed_offers_are_what_to_start_with(worked, inputs):
    assert worked(inputs).advice == "managed"


def test_costs_that_overlap_leave_it_open(worked, inputs, offer):
    assert worked(replace(inputs, offers=(offer(300, 350),))).advice == "open"


def test_more_replicas_cost_more(worked, inputs, quantity):
    assert worked(with_machines(inputs, replicas=quantity(Replicas, 3))).total.amount.low == 13_650
