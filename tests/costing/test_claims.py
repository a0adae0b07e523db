from dataclasses import replace
from decimal import Decimal

import pytest

from app.costing.claims import check_claims
from app.model.cost_claims import CostClaims
from app.model.cost_inputs import CostInputs
from app.model.cost_units import MoneyPerMonth, Percent
from app.service.cost import cost_worksheet, example_costs
from app.service.cost_file import read_cost_file


@pytest.fixture(scope="module")
def claims():
    return {claim.says: claim for claim in cost_worksheet(None).claims}


def claim_with(claims, words):
    return next(claim for says, claim in claims.items() if words in says)


def rounded(amount):
    return round(float(amount.low), 2), round(float(amount.high), 2)


@pytest.mark.parametrize(
    ("words", "verdict", "recomputed"),
    [
        ("One endpoint for a 70B model", "holds", (2_190, 5_840)),
        ("$4,400 to $23,200 a month", "holds", (4_380, 23_360)),
        ("$53,000 to $278,000 a year", "holds", (52_560, 280_320)),
        ("A 405B model", "holds", (350_400, 613_200)),
        ("come to $22,500 to $39,500 a month", "holds", (22_500, 39_500)),
        ("$270,000 to $474,000 a year", "holds", (270_000, 474_000)),
        ("Two to four engineers", "disputed", (320_000, 600_000)),
        ("10 to 30 training runs", "does not follow", (5_000, 300_000)),
        ("with Claude Sonnet 4.5", "does not follow", (202_500, 202_500)),
        ("with Claude Haiku 4.5", "does not follow", (67_500, 67_500)),
        ("on Amazon Bedrock", "does not follow", (27_000, 27_000)),
        ("costs $50,000 to $500,000 a year", "disputed", (86_000, 1_200_000)),
    ],
)
def test_a_claim_is_recomputed_and_judged(claims, words, verdict, recomputed):
    claim = claim_with(claims, words)
    assert (claim.verdict, rounded(claim.recomputed)) == (verdict, recomputed)


@pytest.mark.parametrize("name", ["Claude Sonnet 4.5", "Claude Haiku 4.5"])
def test_a_figure_for_a_month_that_is_one_for_a_day_is_called_so(claims, name):
    assert claim_with(claims, f"with {name}").finding == "The figure given for a month is what one day costs"


def test_a_figure_that_is_neither_a_month_nor_a_day_is_called_so(claims):
    finding = claim_with(claims, "on Amazon Bedrock").finding
    assert finding == "The figure given for a month is 2.0 times what one day costs"


def test_times_cheaper_falls_with_the_figures_that_it_rests_on(claims):
    claim = claim_with(claims, "5 to 15 times cheaper")
    assert (claim.verdict, rounded(claim.recomputed)) == ("does not follow", (0.11, 1.46))


def test_times_cheaper_is_computed_with_the_figures_of_the_source_too(claims):
    step = next(
        step
        for step in claim_with(claims, "5 to 15 times cheaper").steps
        if "that the source gives" in step.label and step.formula
    )
    assert (round(float(step.amount.low), 1), round(float(step.amount.high), 1)) == (3.3, 21.9)


def test_the_break_even_is_disputed_with_every_offer_shown(claims):
    claim = claim_with(claims, "2 to 5 million requests")
    shown = [rounded(step.amount) for step in claim.steps]
    assert claim.verdict == "disputed"
    assert [(round(low, -3), round(high, -3)) for low, high in shown] == [
        (417_000, 731_000),
        (417_000, 1_194_000),
        (500_000, 975_000),
        (559_000, 2_704_000),
        (417_000, 2_704_000),
    ]


def test_a_markup_is_taken_on_the_machines_alone(claims):
    claim = claim_with(claims, "10 to 20 percent")
    assert (claim.verdict, rounded(claim.recomputed)) == ("disputed", (1.8, 3.37))


def test_every_claim_names_its_document_and_line(claims):
    assert all("guide, line" in claim.source for claim in claims.values())


def test_what_does_not_hold_says_how(claims):
    assert all(bool(claim.finding) is (claim.verdict != "holds") for claim in claims.values())


@pytest.fixture(scope="module")
def read():
    """Read the bundled claims and the example that they are recomputed with."""
    return (
        read_cost_file(example_costs().with_name("claims.toml"), CostClaims),
        read_cost_file(example_costs(), CostInputs),
    )


def verdict_of(checked, words):
    return next(claim.verdict for claim in checked if words in claim.says)


def test_a_claim_that_states_what_its_figures_come_to_holds(read):
    claims, example = read
    month = Decimal(202_500)
    sonnet = replace(claims.offer_by_month[0], stated=MoneyPerMonth(month, month, "USD"))
    checked = check_claims(replace(claims, offer_by_month=(sonnet,)), example)
    assert verdict_of(checked, "Claude Sonnet 4.5") == "holds"


def test_without_a_tolerance_rounded_claims_do_not_follow(read):
    claims, example = read
    checked = check_claims(replace(claims, tolerance_percent=Percent(Decimal(0), Decimal(0))), example)
    assert verdict_of(checked, "One endpoint for a 70B model") == "does not follow"


def test_a_claim_that_rests_on_a_figure_of_ours_is_disputed_and_no_more(read):
    claims, example = read
    ours = replace(claims.tuning_project[0], of_its_own_figures=False)
    checked = check_claims(replace(claims, tuning_project=(ours,)), example)
    assert verdict_of(checked, "10 to 30 training runs") == "disputed"


def test_and_more_agrees_with_all_that_is_more(read):
    claims, example = read
    project = replace(claims.tuning_project[0], open_ended=True)
    checked = check_claims(replace(claims, tuning_project=(project,)), example)
    assert verdict_of(checked, "10 to 30 training runs") == "holds"


def test_prices_of_the_example_decide_on_claims_about_offers(read):
    claims, example = read
    cheap = tuple(
        replace(offer, price_in_per_million_tokens=offer.price_in_per_million_tokens.at(Decimal("0.01")))
        for offer in example.offers
    )
    checked = check_claims(claims, replace(example, offers=cheap))
    amounts = {claim.recomputed.low for claim in checked if "Claude Sonnet 4.5" in claim.says}
    assert amounts == {Decimal("112800.0000")}
