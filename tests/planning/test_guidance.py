from datetime import date

import pytest

from app.model.clause import Claim, Test
from app.model.document import IncorporatedDocument
from app.model.guidance import ComparisonTable, Measure, Occasion
from app.model.plan import Duty, Quote, Task
from app.model.span import Place, Span
from app.planning.guidance import make_tables, make_tasks, make_topics, make_watches

WHEN = date(2026, 11, 21)


def measure(name="one", purpose="control", due="now", **occasion):
    clauses = occasion.pop("clauses", ())
    return Measure(name, purpose, name, "Do.", "Because.", "Legal", due, Occasion(**occasion), clauses)


@pytest.mark.parametrize(
    ("occasion", "called"),
    [
        ({}, True),
        ({"documents": ("model-licence",)}, True),
        ({"documents": ("order-form",)}, False),
        ({"about": "llama"}, True),
        ({"about": "Falcon"}, False),
        ({"tests": (Test("profile", "paid", "is", False),)}, True),
        ({"tests": (Test("profile", "paid", "is", True),)}, False),
        ({"findings": (("exit", ("walk-away",)),)}, True),
        ({"findings": (("exit", ("missing",)),)}, False),
        ({"findings": (("absent", ("missing",)), ("exit", ("walk-away",)))}, True),
        ({"findings": (("absent", ("missing",)),)}, False),
    ],
)
def test_a_measure_is_called_for_where_all_of_its_occasion_holds(scene, finding, occasion, called):
    found = scene(finding(), library={"measures": (measure(**occasion),)})
    assert bool(make_tasks(found, (), WHEN)) == called


def test_measures_stand_by_purpose_and_name_their_points(scene, finding, ask):
    measures = (measure("b", "incident"), measure("a", "recommendation", "yearly", clauses=("exit",)))
    tasks = make_tasks(scene(finding(), library={"measures": measures}), (ask(),), WHEN)
    assert [(task.measure.id, len(task.because), task.next) for task in tasks] == [
        ("a", 1, date(2027, 11, 21)),
        ("b", 0, None),
    ]


def test_what_is_watched_stands_by_its_next_day(scene):
    policy = IncorporatedDocument("Rules", Place(0, Span(0, 3)), "https://heron.example/rules")
    tasks = [
        Task(measure("pilot", "monitoring", "before launch"), (), None),
        Task(measure("news", "monitoring", "monthly"), (), date(2026, 12, 21)),
        Task(measure("filter"), (), None),
    ]
    duty = Duty("Term", "Give notice.", "We", True, "30 days", "", "once", Quote(), date(2026, 12, 1), "as stated")
    watches = make_watches(scene(incorporated=(policy,)), tasks, [duty], WHEN)
    assert [watch.what for watch in watches] == [
        "Give notice.",
        "news",
        "Rules (https://heron.example/rules)",
        "pilot",
    ]


def test_a_day_that_has_passed_is_not_watched(scene):
    duty = Duty("Term", "Give notice.", "We", True, "30 days", "", "once", Quote(), date(2026, 11, 1), "as stated")
    assert make_watches(scene(), (), [duty], WHEN) == ()


def test_a_policy_in_the_same_file_is_not_watched(scene):
    policy = IncorporatedDocument("Rules", Place(0, Span(0, 3)), attached=0)
    assert make_watches(scene(incorporated=(policy,)), (), (), WHEN) == ()


def test_our_own_way_is_marked(scene):
    ways = tuple((Test("profile", "hosting", "is", way),) for way in ("self-hosted", "saas"))
    table = ComparisonTable("t", "Ways", ("Factor", "Own", "Cloud"), (("a", "b", "c"),), ways, Occasion())
    (marked,) = make_tables(scene(library={"tables": (table,)}))
    assert marked.ours == (True, False)


def test_claims_on_one_topic_stand_together_whoever_holds_them(scene, finding):
    of_clause = Claim("One.", "A", "disputed", about="Llama", topic="Count")
    of_library = Claim("Two.", "B", "agreed", about="Llama", topic="Count")
    (topic,) = make_topics(scene(finding(claims=(of_clause,)), library={"claims": (of_library,)}))
    assert ([claim.source for claim in topic.claims], topic.disagrees) == (["A", "B"], True)


def test_a_claim_about_another_model_is_left_out(scene):
    assert make_topics(scene(library={"claims": (Claim("One.", "A", "open", about="Falcon"),)})) == ()


def test_a_claim_without_a_topic_stands_under_its_clause_type(scene, finding):
    (topic,) = make_topics(scene(finding(title="Exit rule", claims=(Claim("One.", "A", "agreed"),))))
    assert (topic.name, topic.disagrees) == ("Exit rule", False)


@pytest.mark.parametrize(("about", "topics"), [("", 0), ("Llama", 1)])
def test_a_general_claim_on_what_does_not_apply_is_left_out(scene, finding, about, topics):
    claims = (Claim("One.", "A", "open", about=about),)
    assert len(make_topics(scene(finding(level="not-applicable", severity="none", claims=claims)))) == topics
