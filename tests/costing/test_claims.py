import pytest

from app.service.cost import cost_worksheet


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
        ("Two to four engineers", "does not follow", (320_000, 600_000)),
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
