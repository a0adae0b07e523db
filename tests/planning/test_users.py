import pytest

from app.model.profile import GroupCompany
from app.planning.users import count_users

MILLION = 1_000_000


def company(name="Heron", relation="licensee", **fields):
    return GroupCompany(name, relation, **fields)


@pytest.fixture
def count(scene, finding):
    """Count users against a threshold in the document; None for a document without one."""

    def make(threshold=700 * MILLION, *companies, facts=(), **profile):
        findings = () if threshold is None else (finding("mau-threshold", facts=(("threshold", threshold), *facts)),)
        return count_users(scene(*findings, profile={"group": companies, **profile}))

    return make


def reading(counted, beginning):
    return next(each for each in counted.readings if each.name.startswith(beginning))


GROUP = (
    company(
        users_at_release=300 * MILLION, users_now=310 * MILLION, users_of_product=50 * MILLION, internal_users=1000
    ),
    company("Holding", "parent", control_percent=60, users_at_release=100 * MILLION, users_now=110 * MILLION),
    company("Minor", "subsidiary", control_percent=50, users_now=90 * MILLION),
    company("Joint", "joint venture", control_percent=50, users_now=40 * MILLION),
    company("Target", "planned acquisition", users_now=300 * MILLION),
)


def test_control_over_half_counts_and_the_parent_with_it(count):
    counted = count(700 * MILLION, *GROUP)
    assert [each.counts for each in counted.companies] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("beginning", "users"),
    [
        ("All products, month before", 400 * MILLION),
        ("All products, today", 420 * MILLION),
        ("All products without our employees", 420 * MILLION - 1000),
        ("The product with the model", 50 * MILLION),
    ],
)
def test_every_reading_is_summed_over_what_counts(count, beginning, users):
    assert reading(count(700 * MILLION, *GROUP), beginning).users == users


def test_a_reading_has_distance_and_per_cent(count):
    now = reading(count(700 * MILLION, *GROUP), "All products, today")
    assert (now.distance, now.percent, now.over) == (280 * MILLION, 60.0, False)


def test_a_joint_venture_that_we_control_counts(count):
    counted = count(700 * MILLION, company(), company("Joint", "joint venture", control_percent=51))
    assert counted.companies[1].counts


def test_just_the_threshold_does_not_pass_it(count):
    assert not reading(count(100, company(users_now=100)), "All products, today").over


def test_one_more_passes_it(count):
    counted = count(100, company(users_now=101))
    assert reading(counted, "All products, today").over
    assert counted.tripwires[0] == "The threshold is passed: 101 users on the reading “All products, today”."


def test_an_acquisition_that_would_cross_is_a_tripwire(count):
    counted = count(monthly_active_users=50 * MILLION)
    assert counted.tripwires[0].startswith("From today's number, an acquisition that adds more than 650,000,000 users")


def test_what_is_shown_apart_is_tried_against_the_threshold(count):
    tripwires = count(700 * MILLION, *GROUP).tripwires
    assert "With Target (planned acquisition) counted, 720,000,000 users would pass it." in tripwires
    assert "With Joint (joint venture) counted, 460,000,000 users would not pass it." in tripwires


@pytest.mark.parametrize(
    ("percent", "said"),
    [
        (100.0, "At 100 % a year it is passed within 4 years."),
        (1300.0, "At 1300 % a year it is passed within 2 years."),
        (2.0, "At 2 % a year it is not passed within 50 years."),
    ],
)
def test_growth_says_in_how_many_years(count, percent, said):
    assert said in count(monthly_active_users=50 * MILLION, growth_percent=percent).tripwires


def test_growth_without_a_figure_is_asked_for(count):
    assert any("does not say how fast" in line for line in count(growth_expected=True).tripwires)


def test_being_near_calls_for_counsel(count):
    assert any("stands within 20 % of it" in line for line in count(monthly_active_users=600 * MILLION).tripwires)


@pytest.mark.parametrize(
    ("measured", "said"),
    [("release date", "the snapshot decides"), ("ongoing", "today's number decides"), (None, "both readings are open")],
)
def test_which_reading_the_words_support_is_said(count, measured, said):
    facts = () if measured is None else (("measured_at", measured),)
    assert said in count(facts=facts).measured


def test_a_threshold_in_revenue_is_no_count_of_users(count):
    counted = count(5 * MILLION, facts=(("unit", "revenue"),))
    assert counted.threshold is None
    assert counted.remarks[0] == "The threshold is 5,000,000 in revenue, not in users: ask Finance for the figure."


def test_without_companies_the_sum_of_the_profile_is_used_and_employees_beside_it(count):
    counted = count(monthly_active_users=10, internal_users=5)
    assert [each.users for each in counted.readings] == [10, 10, 15]


def test_without_a_threshold_or_companies_there_is_nothing_to_count(count):
    assert count(None) is None


def test_companies_are_counted_without_a_threshold_too(count):
    counted = count(None, company(users_now=7))
    assert (counted.threshold, counted.tripwires) == (None, ())
    assert reading(counted, "All products, today").users == 7


def test_a_release_that_nobody_counted_is_told(count):
    assert any("counts none" in line for line in count(700, company(users_now=7)).remarks)
