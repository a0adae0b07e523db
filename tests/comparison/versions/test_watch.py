import pytest

from app.comparison.watch import watch_step
from app.model.profile import DeploymentProfile

PROFILE = DeploymentProfile(regulated=("health",))
LEAD_IN = "You may not use the model to:"
KEPT = ("Ponds lie in the north.", "Fish are counted in spring.", "A gate leads to the meadow.")


def item(text, parent):
    return text, {"kind": "list-item", "parent": parent, "marker": "-"}


@pytest.fixture
def step(judged):
    return lambda old, new: watch_step(judged(old, new, profile=PROFILE), None, None)


@pytest.fixture
def changes(step):
    """Tell of each change its kind, its bearing and its words after, before where it is gone."""
    return lambda old, new: [(each.kind, each.bearing, each.after or each.before) for each in step(old, new).changes]


def test_a_new_item_of_a_list_of_prohibitions_touches_the_planned_use(step):
    found = step([LEAD_IN, item("hunt owls", 0)], [LEAD_IN, item("hunt owls", 0), item("give medical advice", 0)])
    assert [each.what for each in found.touching()] == [
        "A new prohibition touches: output used for medical advice (“medical”)."
    ]


def test_a_change_knows_its_lead_in_its_place_and_its_clause_types(step):
    change = step([LEAD_IN, item("hunt owls", 0)], [LEAD_IN, item("hunt owls", 0), item("catch mice", 0)]).changes[0]
    assert (change.lead_in, change.new.paragraph, change.change, change.clauses) == (LEAD_IN, 2, 1, ("use",))


def test_a_new_prohibition_is_worse_and_one_less_is_better(step):
    short, long = [*KEPT], [*KEPT, "You must not use it to hunt owls at night."]
    assert [each.direction for each in (*step(short, long).changes, *step(long, short).changes)] == ["worse", "better"]


def test_a_new_promise_is_better(step):
    assert [each.direction for each in step(KEPT, [*KEPT, "We will tell you of every flood."]).changes] == ["better"]


def test_a_reworded_rule_is_not_called_new(changes):
    old, new = "You must notify us of each breach.", "You must tell us of any violation."
    assert changes([*KEPT, old], [*KEPT, new]) == [("reworded", "duty", new)]


def test_a_rule_with_another_figure_says_something_else(changes):
    old, new = "You must leave within 30 days.", "You must leave within 10 days."
    assert changes([*KEPT, old], [*KEPT, new]) == [("changed", "duty", new)]


def test_what_was_allowed_and_is_forbidden_now_is_said_to_be(step):
    old, new = "You may use the model for medical advice.", "You may not use the model for medical advice."
    change = step([*KEPT, old], [*KEPT, new]).changes[0]
    assert (change.what, change.direction) == (
        "What was a permission is now a prohibition; it touches: output used for medical advice (“medical”).",
        "worse",
    )


def test_a_rule_that_stands_elsewhere_has_moved(changes):
    rule = "You must count every heron in the reeds of the northern shore."
    others = [f"The {name} brings its own boats, nets and lanterns." for name in ("ferry", "miller", "warden")]
    assert changes([rule, *others], [*others, rule]) == [("moved", "duty", rule)]


def test_an_item_under_another_lead_in_says_something_else(changes):
    allowed = "You may use the model to:"
    assert ("changed", "permission", "catch mice") in changes(
        [LEAD_IN, item("catch mice", 0)], [allowed, item("catch mice", 0)]
    )


def test_a_name_that_changed_throughout_is_told_once(step):
    old = ["You must keep each Plugin safe.", "A Plugin may swim.", "We may remove a Plugin."]
    found = step(old, [text.replace("Plugin", "Connector") for text in old])
    assert (found.changes, found.renamed) == ((), (("plugin", "connector"),))


def test_titles_and_lines_of_the_page_are_no_statements(changes):
    old = [("Ponds", {"kind": "heading"}), *KEPT]
    assert changes(old, [("Lakes", {"kind": "heading"}), *KEPT, "English"]) == []


def test_a_lead_in_that_stands_elsewhere_too_is_no_rule_of_its_own(changes):
    old = [LEAD_IN, item("hunt owls", 0)]
    assert changes(old, [*old, LEAD_IN, item("catch mice", 2)]) == [("added", "prohibition", "catch mice")]


def test_the_words_that_differ_are_told_with_their_places(step):
    words = step(["You must leave within 30 days."], ["You must leave within 10 days."]).changes[0].words
    assert [(each.before, each.after, each.about, each.old.span.start) for each in words] == [
        ("30", "10", "number", 22)
    ]


def test_only_what_holds_otherwise_matters(step):
    found = step(
        [*KEPT, "You must notify us of each breach."], [*KEPT, "You must tell us of any breach.", "You must not hunt."]
    )
    assert [(each.kind, each.matters) for each in found.changes] == [("reworded", False), ("added", True)]


def test_what_is_said_once_more_is_not_called_new(step):
    rule = "You must count every heron in the reeds of the shore."
    change = step([rule, *KEPT], [rule, *KEPT, rule]).changes[0]
    assert (change.what, change.direction) == ("A duty that stands elsewhere too.", "same")


def test_what_is_said_once_less_still_stands(step):
    rule = "You must count every heron in the reeds of the shore."
    change = step([rule, *KEPT, rule], [rule, *KEPT]).changes[0]
    assert (change.what, change.direction) == ("A duty is gone here and stands elsewhere.", "unclear")
