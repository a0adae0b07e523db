from datetime import date

import pytest

from app.model.guidance import Measure, Occasion
from app.model.plan import Quote, Task
from app.model.review import Uncovered
from app.model.span import Span
from app.planning.asks import make_asks
from app.planning.risks import make_risks

WHEN = date(2026, 11, 21)
TEXT = "The vendor may end this licence at once, and the customer stops using the Llama model."


def risks(found, *measures):
    tasks = [Task(measure, (), None) for measure in measures]
    return make_risks(found, make_asks(found), tasks, WHEN)


def measure(purpose="risk"):
    words = ("Accepted risk", "Write it down.", "Nobody else pays.")
    return Measure("accepted", purpose, *words, "Board", "now", Occasion(), ("exit",))


def test_a_row_has_cause_consequence_treatment_owner_and_approver(scene, finding):
    (row,) = risks(scene(finding(), redlined=("exit",)))
    assert row.id == "ABCD-exit"
    assert row.cause == Quote(
        "5", "The vendor may end this licence at once, and the customer stops using the Llama model."
    )
    assert row.consequence == "Why exit matters."
    assert (row.treatment, row.owner, row.approver) == ("redline proposed", "Legal", "General Counsel")


@pytest.mark.parametrize(
    ("severity", "rule", "day"),
    [
        ("critical", "before signature, then monthly", date(2026, 12, 21)),
        ("high", "quarterly", date(2027, 2, 21)),
        ("medium", "every six months", date(2027, 5, 21)),
    ],
)
def test_the_worse_a_risk_the_sooner_it_is_looked_at_again(scene, finding, severity, rule, day):
    (row,) = risks(scene(finding(severity=severity)))
    assert (row.review, row.review_on) == (rule, day)


def test_a_point_of_low_severity_is_no_row(scene, finding):
    assert risks(scene(finding(severity="low"))) == ()


@pytest.mark.parametrize(
    ("fields", "treatment"),
    [
        ({"level": "missing"}, "ask"),
        ({"level": "fallback"}, "accept"),
        ({"negotiability": "fixed"}, "accept"),
    ],
)
def test_what_is_done_about_it_follows_from_the_talks(scene, finding, fields, treatment):
    (row,) = risks(scene(finding(**fields)))
    assert row.treatment == treatment


def test_a_fixed_point_with_a_measure_is_mitigated(scene, finding):
    (row,) = risks(scene(finding(negotiability="fixed")), measure("control"))
    assert (row.treatment, row.measure) == ("mitigate", "Accepted risk")


def test_a_risk_that_guidance_names_takes_the_place_of_its_clauses_row(scene, finding):
    (row,) = risks(scene(finding()), measure())
    assert (row.id, row.title, row.consequence) == ("ABCD-exit", "Accepted risk", "Nobody else pays.")


def test_a_risk_that_guidance_names_without_a_point_has_a_row_of_its_own(scene, finding):
    (row,) = risks(scene(finding(level="preferred", severity="none")), measure())
    assert (row.id, row.treatment, row.cause.place) == ("ABCD-accepted", "accept", "5")


def test_what_nobody_judged_is_one_row(scene):
    uncovered = (Uncovered(0, ("duty",), (Span(0, 3),)),)
    (row,) = risks(scene(uncovered=uncovered))
    assert (row.treatment, row.measure) == ("review by counsel", "Read them: 5.")
    assert row.consequence.startswith("1 paragraph with words of a duty")


def test_the_worst_stands_first(scene, finding):
    rows = risks(scene(finding("a", severity="medium"), finding("b", severity="critical")))
    assert [row.severity for row in rows] == ["critical", "medium"]
