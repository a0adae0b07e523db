from datetime import date

import pytest

from app.model.clause import FactSpec, ObligationRule, Test
from app.model.document import StatedDate
from app.model.span import Place, Span
from app.planning.duties import make_duties

WHEN = date(2026, 11, 21)
NOTICE = FactSpec("notice_days", "notice", unit="days")
EFFECTIVE = (StatedDate(Place(0, Span(0, 3)), date(2026, 3, 1), "effective"),)


def rule(**fields):
    return ObligationRule(fields.pop("text", "Give notice."), fields.pop("who", "customer"), **fields)


def test_a_duty_says_who_what_when_and_where(scene, finding):
    found = finding(
        obligations=(rule(due="notice_days", trigger="receipt of an invoice"),),
        specs=(NOTICE,),
        facts=(("notice_days", 30),),
    )
    (duty,) = make_duties(scene(found), WHEN)
    assert (duty.who, duty.ours, duty.what, duty.due) == ("Licensee", True, "Give notice.", "30 days")
    assert duty.quote.place == "5"
    assert (duty.on, duty.working) == (None, "")


def test_a_duty_of_the_vendor_is_told_after_ours(scene, finding):
    found = finding(obligations=(rule(text="Report.", who="vendor"), rule()))
    assert [duty.who for duty in make_duties(scene(found), WHEN)] == ["Licensee", "Heron"]


def test_a_clause_that_is_missing_obliges_nobody(scene, finding):
    assert make_duties(scene(finding(level="missing", obligations=(rule(),))), WHEN) == ()


@pytest.mark.parametrize(("asked", "duties"), [(True, 1), (False, 0)])
def test_a_duty_holds_only_where_its_tests_pass(scene, finding, asked, duties):
    found = finding(obligations=(rule(tests=(Test("fact", "asked", "is", True),)),), facts=(("asked", asked),))
    assert len(make_duties(scene(found), WHEN)) == duties


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [(1, "months", "1 month"), (72, "hours", "72 hours"), (1.5, "days", "1.5 days"), (0, "days", "at once")],
)
def test_a_time_is_told_in_its_unit(scene, finding, value, unit, said):
    spec = FactSpec("notice_days", "duration", unit=unit)
    found = finding(obligations=(rule(due="notice_days"),), specs=(spec,), facts=(("notice_days", value),))
    (duty,) = make_duties(scene(found), WHEN)
    assert duty.due == said


def test_a_time_from_the_effective_date_is_a_day(scene, finding):
    found = finding(
        obligations=(rule(due="notice_days", trigger="the Effective Date"),),
        specs=(NOTICE,),
        facts=(("notice_days", 10),),
    )
    (duty,) = make_duties(scene(found, dates=EFFECTIVE), WHEN)
    assert (duty.on, duty.working) == (date(2026, 3, 11), "2026-03-01 + 10 days")


def test_without_an_effective_date_a_time_stays_relative(scene, finding):
    found = finding(
        obligations=(rule(due="notice_days", trigger="the effective date"),),
        specs=(NOTICE,),
        facts=(("notice_days", 10),),
    )
    (duty,) = make_duties(scene(found), WHEN)
    assert duty.on is None


def renewal(finding, **facts):
    return finding(
        "term-renewal",
        obligations=(rule(due="notice_days", trigger="before the end of the current term"),),
        specs=(
            NOTICE,
            FactSpec("initial_months", "term", unit="months"),
            FactSpec("renewal_months", "term", unit="months"),
        ),
        facts=tuple(facts.items()),
    )


def test_the_last_day_to_give_notice_is_worked_out_from_effective_date_term_and_notice(scene, finding):
    found = renewal(finding, notice_days=30, initial_months=12)
    (duty,) = make_duties(scene(found, dates=EFFECTIVE), WHEN)
    assert (duty.on, duty.working) == (date(2027, 1, 30), "2026-03-01 + 12 months − 30 days")


def test_a_term_that_has_renewed_counts_on_to_the_one_that_runs(scene, finding):
    found = renewal(finding, notice_days=30, initial_months=3, renewal_months=1)
    (duty,) = make_duties(scene(found, dates=EFFECTIVE), WHEN)
    assert (duty.on, duty.working) == (date(2026, 12, 2), "2026-03-01 + 3 months + 7 × 1 month − 30 days")


def test_without_a_stated_term_no_day_is_made_up(scene, finding):
    (duty,) = make_duties(scene(renewal(finding, notice_days=30, renewal_months=12), dates=EFFECTIVE), WHEN)
    assert duty.on is None


def test_a_date_that_the_clause_states_is_the_day(scene, finding):
    found = finding(obligations=(rule(due="by"),), specs=(FactSpec("by", "date"),), facts=(("by", "2027-02-01"),))
    (duty,) = make_duties(scene(found), WHEN)
    assert (duty.on, duty.working) == (date(2027, 2, 1), "as stated")


def test_days_stand_before_what_has_none(scene, finding):
    dated = finding("b", obligations=(rule(due="by"),), specs=(FactSpec("by", "date"),), facts=(("by", "2027-02-01"),))
    assert [duty.title for duty in make_duties(scene(finding("a", obligations=(rule(),)), dated), WHEN)] == ["B", "A"]
