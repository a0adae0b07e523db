import pytest

from app.matching.facts.periods import find_deadlines, find_no_period, find_notices, find_terms


def values(found):
    return [duration.value for duration in found]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 30 days' prior written notice", 30),
        ("UPON THIRTY (30) DAYS NOTICE", 30),
        ("by giving not less than one month's notice", 30),
        ("on notice of at least 90 days", 90),
        ("the notice period is two weeks", 14),
        ("we will tell you by e-mail at least 60 days before the change applies", 60),
        ("the supplier shall inform the buyer 45 days in advance", 45),
        ("written notice at least thirty\n(30) days prior to the end of the term", 30),
        ("changes take effect fourteen days after they are posted", 14),
        ("give 10 business days notice of termination", 14),
    ],
)
def test_the_time_a_notice_must_keep_is_read(text, days):
    assert values(find_notices(text, "days")) == [days]


@pytest.mark.parametrize(
    "text",
    [
        "unless cured within 30 days after written notice of the breach",
        "fails to pay within 15 days of receipt of notice",
        "the fees of the 12 months prior to the notice",
        "not more than once every 12 months",
        "for a term of three years",
        "invoices are due in 30 days",
    ],
)
def test_time_that_runs_from_a_notice_or_has_none_is_no_notice(text):
    assert values(find_notices(text, "days")) == []


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("for a period of five (5) years thereafter", 60),
        ("renews for successive one-year terms", 12),
        ("additional terms of twelve (12) months each", 12),
        ("the initial term is three calendar years", 36),
        ("for up to six months after the end", 6),
        ("renews annually", 12),
        ("continues in successive annual periods", 12),
        ("runs month-to-month", 1),
        ("if the event lasts more than 60 days", 2),
    ],
)
def test_how_long_something_lasts_is_read(text, months):
    assert values(find_terms(text, "months")) == [months]


@pytest.mark.parametrize(
    "text",
    ["on 60 days' notice", "within 90 days", "in the preceding 12 months", "for the 12 months before the claim"],
)
def test_notices_deadlines_and_looks_back_are_no_terms(text):
    assert values(find_terms(text, "months")) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("delete the data within 60 days of termination", 60),
        ("pay 45 days from invoice", 45),
        ("payable net 30 days", 30),
        ("no later than seventy-two (72) hours after it knows", 3),
        ("deletion may take up to 30 days", 30),
        ("uncured within 30 days after notice", 30),
    ],
)
def test_the_time_within_which_to_act_is_read(text, days):
    assert values(find_deadlines(text, "days")) == [days]


@pytest.mark.parametrize(
    "text", ["on 30 days' notice", "for 30 days after delivery", "no more than once every 12 months"]
)
def test_notices_and_terms_are_no_deadlines(text):
    assert values(find_deadlines(text, "days")) == []


@pytest.mark.parametrize(
    ("text", "of_notice", "why"),
    [
        ("ends immediately on breach", False, "“immediately” counts as none"),
        ("shall promptly delete it", False, "“promptly” states no figure"),
        ("without undue\ndelay", False, "“without undue delay” states no figure"),
        ("with or without prior notice", True, "“without prior notice” counts as none"),
        ("on reasonable notice", True, "“reasonable notice” states no figure"),
    ],
)
def test_words_that_stand_for_a_period_are_told(text, of_notice, why):
    assert find_no_period(text, None, of_notice=of_notice).derivation == why


@pytest.mark.parametrize("text", ["the twelve months immediately preceding the claim", "after notice"])
def test_other_words_stand_for_no_period(text):
    assert find_no_period(text, None, of_notice=False) is None
