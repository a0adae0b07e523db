import pytest

from app.matching.facts.multiples import find_fee_months


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("the fees paid in the twelve (12) months before the claim", 12),
        ("THE AMOUNTS PAID BY CUSTOMER DURING THE TWELVE MONTHS IMMEDIATELY PRECEDING IT", 12),
        ("two times (2x) the fees paid in the 12 months before the claim", 24),
        ("twice the charges paid in the preceding year", 24),
        ("TW\u0130CE THE FEES PA\u0130D IN THE PRIOR YEAR", 24),
        ("200% of the annual fees", 24),
        ("one hundred and fifty percent (150%) of the fees payable in the 12-month period before", 18),
        ("1.5x annual subscription fees", 18),
        ("the fees paid in the prior year", 12),
        ("the price payable in any contract year", 12),
        ("an amount equal to six months' fees", 6),
        ("an amount equal to six months’ worth of fees", 6),
        ("three times the average monthly fees", 3),
        ("the sums paid in the preceding quarter", 3),
        ("half of the fees paid in that year", 6),
        ("the amount you paid us over the last 90 days", 3),
    ],
)
def test_fees_are_counted_in_months(text, months):
    assert [quantity.value for quantity in find_fee_months(f"liability is limited to {text}")] == [months]


@pytest.mark.parametrize(
    "text",
    ["the total fees paid under this Agreement", "fees payable within 30 days of invoice", "no claim after 12 months"],
)
def test_no_period_of_fees_is_made_up(text):
    assert list(find_fee_months(f"liability is limited to {text}")) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("the fees paid in the prior year", "“the prior year” counts as 12 months"),
        ("two times the fees paid in the 12 months before", "2 × 12 months of fees (“two times”)"),
        ("200% of the annual fees", "“annual fees” counts as 12 months; 2 × 12 months of fees (“200%”)"),
    ],
)
def test_a_multiple_says_how_it_was_reckoned(text, why):
    assert next(find_fee_months(text)).derivation == why
