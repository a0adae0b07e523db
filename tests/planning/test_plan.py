from datetime import date

from app.model.review import Uncovered
from app.model.span import Span
from app.planning.plan import make_plan

WHEN = date(2026, 11, 21)


def test_the_same_review_and_day_give_the_same_plan(review, finding):
    found = review(finding("a"), finding("b", severity="low"))
    assert make_plan(found, when=WHEN) == make_plan(found, when=WHEN)


def test_the_steps_lead_from_red_lines_to_counsel(review, finding):
    found = review(
        finding("scope", severity="critical", group="A"),
        finding("exit"),
        profile={"audience": "employees"},
        uncovered=(Uncovered(0, ("duty",), (Span(0, 3),)),),
    )
    assert make_plan(found, when=WHEN).steps == (
        "Decide whether to talk at all: point 1 is a red line.",
        "Have the sponsor agree that we do not sign without point 2.",
        "Send the redlined document alone; memo and plan hold our fallbacks and stay in the house.",
        "Have counsel read 1 paragraph that no clause type of the library explains.",
    )


def test_a_document_in_order_is_signed_and_handed_on(review, finding):
    found = review(finding(level="preferred", severity="none"), profile={"audience": "employees"})
    plan = make_plan(found, when=WHEN)
    assert plan.steps == ("Sign, and hand the obligations below to those who have to keep them.",)
    assert (plan.outlook, plan.asks, plan.risks) == ("acceptable", (), ())
