import pytest

from app.evaluation.evaluate import evaluate
from app.model.clause import Claim, Condition, Position, SeverityRule, Test
from app.model.profile import DeploymentProfile
from app.model.review import ClauseReading, Fact, Match, Readings
from app.model.span import Place, Span

CURE = Test("fact", "cure_days", "at_least", 30)
POSITIONS = (
    Position("preferred", "Thirty days to cure", (CURE,)),
    Position("fallback", "Some days to cure", (Test("fact", "cure_days", "at_least", 10),)),
    Position("walk-away", "No time to cure."),
)


@pytest.fixture
def judge(library, document, clause):
    """Judge one clause type by its facts; without facts no paragraph carries it."""

    def call(facts=None, *, positions=POSITIONS, profile=None, concerned=True, kind="unknown", **fields):
        entry = clause(["x"], positions=positions, **fields)
        made = tuple(Fact(key, value, Place(0, Span(0, 1))) for key, value in (facts or {}).items())
        matches = () if facts is None else (Match("exit", 0, 0.9, (("cues", 0.9),), (Span(0, 1),)),)
        readings = Readings(kind, (ClauseReading("exit", matches, made, (), concerned),))
        return evaluate(
            document(("words", {"label": "6.b"})), library(entry), readings, profile or DeploymentProfile()
        )[0]

    return call


@pytest.mark.parametrize(
    ("days", "level", "severity", "why"),
    [
        (30, "preferred", "none", "Thirty days to cure (6.b)."),
        (15, "fallback", "medium", "Some days to cure (6.b)."),
        (0, "walk-away", "high", "No time to cure (6.b)."),
    ],
)
def test_the_first_position_whose_tests_pass_gives_the_level(judge, days, level, severity, why):
    finding = judge({"cure_days": days})
    assert (finding.level, finding.severity, finding.why) == (level, severity, why)


def test_the_verdicts_show_every_test_that_was_tried_with_what_it_saw(judge):
    verdicts = judge({"cure_days": 15}).verdicts
    assert [(v.position.level, [(r.value, r.passed) for r in v.results]) for v in verdicts] == [
        ("preferred", [(15, False)]),
        ("fallback", [(15, True)]),
    ]


def test_the_first_position_is_asked_for_unless_it_holds(judge):
    assert judge({"cure_days": 0}).target == POSITIONS[0]
    assert judge({"cure_days": 30}).target is None


def test_where_no_position_holds_it_is_a_walk_away(judge):
    finding = judge({"cure_days": 0}, positions=POSITIONS[:2])
    assert (finding.level, finding.why) == ("walk-away", "None of our positions is met (6.b).")


def test_a_burden_that_is_absent_is_preferred(judge):
    finding = judge(nature="burden")
    assert (finding.level, finding.severity, finding.target) == ("preferred", "none", None)


def test_a_protection_that_is_absent_is_missing_and_asked_for(judge):
    finding = judge(nature="protection")
    assert (finding.level, finding.severity, finding.target) == ("missing", "high", POSITIONS[0])


@pytest.mark.parametrize(
    "circumstances",
    [
        {"kind": "order-form"},
        {"concerned": False},
        {"applies": Condition(("unknown",), (Test("profile", "paid", "is", True),), "Not here.")},
    ],
)
def test_what_does_not_apply_says_why(judge, circumstances):
    finding = judge(nature="protection", **circumstances)
    assert (finding.level, finding.severity, finding.why) == ("not-applicable", "none", "Not here.")


def test_a_clause_that_is_there_is_judged_whatever_the_document_is(judge):
    assert judge({"cure_days": 0}, kind="order-form").level == "walk-away"


def test_the_first_severity_rule_that_passes_replaces_the_severity(judge):
    rules = (
        SeverityRule("low", (Test("profile", "critical", "is", False),)),
        SeverityRule("critical", (Test("fact", "cure_days", "is", 0), Test("profile", "critical", "is", True))),
    )
    assert judge({"cure_days": 0}, severity_when=rules).severity == "critical"
    assert judge({"cure_days": 0}, severity_when=rules, profile=DeploymentProfile(critical=False)).severity == "low"


def test_a_position_may_ask_the_profile(judge):
    positions = (
        Position("preferred", "Fine at home", (Test("profile", "principal_place_of_business", "is", "UK"),)),
        POSITIONS[2],
    )
    profile = DeploymentProfile(principal_place_of_business="UK")
    assert (judge({}, positions=positions, profile=profile).level, judge({}, positions=positions).level) == (
        "preferred",
        "walk-away",
    )


def test_the_place_named_is_the_paragraph_that_carries_the_clause_most_clearly(library, document, clause):
    matches = tuple(Match("exit", index, score, (("cues", score),), ()) for index, score in enumerate((0.7, 0.9, 0.9)))
    readings = Readings("unknown", (ClauseReading("exit", matches, (), ()),))
    paragraphs = document(("a", {"label": "1"}), ("b", {"label": "2"}), ("c", {"label": "3"}))
    entry = clause(["x"], positions=(Position("walk-away", "No time to cure."),))
    assert evaluate(paragraphs, library(entry), readings, DeploymentProfile())[0].why == "No time to cure (2)."


def test_the_place_named_is_the_paragraph_whose_words_decided(library, document, clause):
    matches = tuple(Match("exit", index, score, (("cues", score),), ()) for index, score in enumerate((0.7, 0.9)))
    facts = (Fact("cure_days", 10, Place(0, Span(0, 1))),)
    readings = Readings("unknown", (ClauseReading("exit", matches, facts, ()),))
    paragraphs = document(("a", {"label": "1"}), ("b", {"label": "2"}))
    entry = clause(["x"], positions=POSITIONS)
    assert evaluate(paragraphs, library(entry), readings, DeploymentProfile())[0].why == "Some days to cure (1)."


def test_claims_on_a_named_licence_are_shown_only_where_it_is_the_document(library, document, clause):
    claims = (Claim("Anyone may.", "A blog", "disputed", about="Osprey"), Claim("It is long.", "A book", "agreed"))
    entry = clause(["x"], claims=claims)
    readings = Readings("unknown", (ClauseReading("exit", (), (), ()),))
    shown = [
        evaluate(document(text), library(entry), readings, DeploymentProfile())[0].claims
        for text in ("The OSPREY model.", "The other model.")
    ]
    assert shown == [claims, claims[1:]]
