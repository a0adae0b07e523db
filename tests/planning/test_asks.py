import pytest

from app.model.clause import Position, Test
from app.model.guidance import Argument, Measure, Occasion
from app.model.plan import Rung, Task
from app.planning.asks import (
    approver_of,
    make_approvals,
    make_asks,
    make_cards,
    make_fixed,
    make_rounds,
    make_trades,
    mitigations,
)


def argument(name, clauses=(), **fields):
    return Argument(name, name.capitalize(), "How.", fields.pop("occasion", Occasion()), clauses=clauses, **fields)


def measure(name, purpose="control", clauses=("exit",)):
    return Measure(name, purpose, name.capitalize(), "Do.", "Because.", "Legal", "now", Occasion(), clauses)


@pytest.mark.parametrize(
    ("level", "severity", "negotiability", "tier"),
    [
        ("walk-away", "critical", "open", "must-have"),
        ("missing", "high", "hard", "must-have"),
        ("walk-away", "medium", "open", "nice-to-have"),
        ("fallback", "high", "open", "nice-to-have"),
        ("walk-away", "critical", "fixed", "fixed"),
    ],
)
def test_what_hangs_on_a_point_follows_from_level_severity_and_whether_vendors_move(
    scene, finding, level, severity, negotiability, tier
):
    (point,) = make_asks(scene(finding(level=level, severity=severity, negotiability=negotiability)))
    assert point.tier == tier


@pytest.mark.parametrize("level", ["preferred", "not-applicable"])
def test_what_is_in_order_is_no_point(scene, finding, level):
    assert make_asks(scene(finding(level=level, severity="none"))) == ()


def test_red_lines_come_first_then_open_then_hard_then_what_can_be_given(scene, finding):
    asks = make_asks(
        scene(
            finding("nice", severity="medium"),
            finding("hard", negotiability="hard"),
            finding("open"),
            finding("fixed", negotiability="fixed"),
            finding("scope", severity="critical", group="A"),
        )
    )
    assert [ask.clause for ask in asks] == ["scope", "open", "hard", "nice", "fixed"]
    assert [ask.number for ask in asks] == [1, 2, 3, 4, 5]


def test_a_critical_point_outside_the_scope_is_no_red_line(scene, finding):
    (point,) = make_asks(scene(finding(severity="critical", group="C")))
    assert point.stage == "must-haves"


def test_within_a_stage_the_worst_comes_first(scene, finding):
    asks = make_asks(scene(finding("b"), finding("a", severity="critical"), finding("c", level="missing")))
    assert [ask.clause for ask in asks] == ["a", "b", "c"]


def test_fallbacks_and_walk_away_name_who_agrees(scene, finding):
    (point,) = make_asks(scene(finding()))
    assert point.fallbacks == (Rung("Fifteen days", "Head of Legal"),)
    assert point.walk_away == Rung("At once", "General Counsel")


def test_where_no_approver_is_named_the_owner_agrees(scene, finding):
    (point,) = make_asks(scene(finding(positions=(Position("walk-away", "Never"),), owner="Finance")))
    assert point.walk_away == Rung("Never", "Finance")


@pytest.mark.parametrize(("internal", "offered"), [("internal", ("Internal use",)), ("commercial", ())])
def test_a_fallback_that_asks_something_of_our_own_use_is_offered_only_where_that_holds(
    scene, finding, internal, offered
):
    rung = Position("fallback", "Internal use", (Test("profile", "use", "is", "internal"),))
    (point,) = make_asks(scene(finding(positions=(rung, POSITION_LAST)), profile={"use": internal}))
    assert tuple(each.name for each in point.fallbacks) == offered


POSITION_LAST = Position("walk-away", "At once")


def test_a_fallback_far_below_a_threshold_is_offered_only_where_we_are(scene, finding):
    rung = Position(
        "fallback", "Far below", (Test("fact", "threshold", "clear_of_profile", ("monthly_active_users", 20)),)
    )
    near = finding(positions=(rung, POSITION_LAST), facts=(("threshold", 51_000_000),))
    (point,) = make_asks(scene(near))
    assert point.fallbacks == ()


def test_a_point_on_which_vendors_seldom_move_names_its_levers(scene, finding):
    library = {"arguments": (argument("general"), argument("own", ("exit",)))}
    (point,) = make_asks(scene(finding(negotiability="hard"), library=library))
    assert point.lever == "“Own”"


def test_without_a_lever_of_its_own_a_hard_point_takes_general_ones(scene, finding):
    (point,) = make_asks(scene(finding(negotiability="hard"), library={"arguments": (argument("general"),)}))
    assert point.lever == "“General”"


def test_a_redline_with_wording_is_told(scene, finding):
    proposed, bare = make_asks(scene(finding("a"), finding("b"), redlined=("a",)))
    assert (proposed.proposed, bare.proposed) == (True, False)


def test_rounds_leave_out_empty_stages_and_what_is_fixed(scene, finding):
    asks = make_asks(scene(finding("a"), finding("b", negotiability="fixed")))
    assert [(each.stage, [ask.clause for ask in each.asks]) for each in make_rounds(asks)] == [("must-haves", ["a"])]


def test_what_is_fixed_comes_with_the_measures_that_make_it_bearable(ask):
    tasks = [Task(measure("filter"), (), None), Task(measure("stop", "incident"), (), None)]
    (fixed,) = make_fixed([ask(tier="fixed"), ask(2, tier="must-have")], tasks)
    assert fixed.mitigations == ("Filter",)


def test_at_most_three_measures_are_named(ask):
    assert mitigations(ask(), [Task(measure(name), (), None) for name in "abcd"]) == ("A", "B", "C")


def test_something_in_the_same_field_is_given_first(scene, finding):
    found = scene(
        finding("must", group="C", owner="Legal"),
        finding("same-owner", severity="low", group="D", owner="Legal"),
        finding("same-field", severity="medium", group="C", owner="Finance"),
    )
    (trade,) = make_trades(found, make_asks(found))
    assert (trade.get.clause, trade.give.clause) == ("must", "same-field")
    assert trade.why == "Both are about risk."


def test_else_something_that_the_same_people_look_after(scene, finding):
    found = scene(finding("must", group="C"), finding("nice", severity="low", group="D"))
    (trade,) = make_trades(found, make_asks(found))
    assert trade.why == "Legal looks after both."
    assert trade.accept == Rung("Fifteen days", "Head of Legal")


def test_the_least_weighty_goes_first_and_nothing_is_given_twice(scene, finding):
    found = scene(finding("one"), finding("two"), finding("low", severity="low"), finding("medium", severity="medium"))
    trades = make_trades(found, make_asks(found))
    assert [(trade.get.clause, trade.give.clause) for trade in trades] == [("one", "low"), ("two", "medium")]


def test_what_is_offered_on_a_fallback_is_what_we_accept(scene, finding):
    found = scene(finding("must"), finding("nice", level="fallback", severity="low"))
    (trade,) = make_trades(found, make_asks(found))
    assert trade.accept.name == "Fifteen days"


def test_a_point_without_a_fallback_cannot_be_given(scene, finding):
    found = scene(finding("must"), finding("nice", severity="low", positions=(POSITION_LAST,)))
    assert make_trades(found, make_asks(found)) == ()


def test_what_neither_lies_near_nor_has_the_same_owner_is_not_traded(scene, finding):
    found = scene(finding("must", group="C"), finding("nice", severity="low", group="D", owner="Finance"))
    assert make_trades(found, make_asks(found)) == ()


def test_cards_for_particular_points_come_first_and_name_them(scene, finding):
    library = {"arguments": (argument("all"), argument("own", ("b",)), argument("other", ("absent",)))}
    found = scene(finding("a"), finding("b"), library=library)
    cards = make_cards(found, make_asks(found))
    assert [(card.argument.id, [ask.clause for ask in card.asks]) for card in cards] == [("own", ["b"]), ("all", [])]


def test_a_card_for_another_occasion_stays_in_the_deck(scene, finding):
    library = {"arguments": (argument("cloud", occasion=Occasion(documents=("terms-of-service",))),)}
    found = scene(finding(), library=library)
    assert make_cards(found, make_asks(found)) == ()


def test_without_a_point_to_talk_about_there_is_no_card(scene, finding):
    found = scene(finding(negotiability="fixed"), library={"arguments": (argument("all"),)})
    assert make_cards(found, make_asks(found)) == ()


def test_who_would_have_to_agree_is_told_by_the_position_that_is_offered(scene, finding):
    asks = make_asks(scene(finding("a"), finding("b", level="fallback"), finding("c", level="missing")))
    approvals = {each.approver: [ask.clause for ask in each.asks] for each in make_approvals(asks)}
    assert approvals == {"General Counsel": ["a", "c"], "Head of Legal": ["b"]}


def test_without_positions_the_owner_agrees(ask):
    assert approver_of(ask(owner="Finance")) == "Finance"
