import pytest

from app.model.document import IncorporatedDocument
from app.model.span import Place, Span
from app.planning.layers import make_layers


def layer(layers, name):
    return next(each for each in layers if each.name == name)


@pytest.mark.parametrize(
    ("level", "verdict"), [("walk-away", "do not accept"), ("missing", "settle first"), ("preferred", "acceptable")]
)
def test_the_layer_that_was_read_comes_first_with_its_verdict(scene, finding, level, verdict):
    first = make_layers(scene(finding(level=level)))[0]
    assert (first.name, first.state, first.verdict) == ("Model licence", "reviewed", verdict)


def test_the_reviewed_layer_stands_once(scene, finding):
    names = [each.name for each in make_layers(scene(finding()))]
    assert names.count("Model licence") == 1


@pytest.mark.parametrize(("hosting", "state"), [("managed-api", "not reviewed"), ("self-hosted", "not in play")])
def test_the_providers_terms_are_a_layer_where_somebody_else_hosts(scene, hosting, state):
    layers = make_layers(scene(profile={"hosting": hosting}))
    assert layer(layers, "Cloud or service terms").state == state


@pytest.mark.parametrize(
    ("profile", "name"),
    [
        ({"hosting": "saas", "personal_data": True}, "Data-processing agreement"),
        ({"hosting": "saas", "critical": True}, "Service levels"),
        ({"paid": True}, "Order form"),
        ({"audience": "customers"}, "Our terms for customers"),
        ({"audience": "partners"}, "Our terms for customers"),
        ({"delivery": ("partner-built",)}, "Contracts with partners and contractors"),
        ({"delivery": ("resold",)}, "Contracts with partners and contractors"),
    ],
)
def test_answers_of_the_profile_call_for_layers(scene, profile, name):
    assert layer(make_layers(scene(profile=profile)), name).state == "not reviewed"


@pytest.mark.parametrize(
    ("profile", "name"),
    [
        ({"hosting": "saas", "personal_data": False}, "Data-processing agreement"),
        ({"audience": "employees"}, "Our terms for customers"),
        ({"paid": False}, "Order form"),
    ],
)
def test_what_need_not_be_there_says_why(scene, profile, name):
    found = layer(make_layers(scene(profile=profile)), name)
    assert (found.state, bool(found.why)) == ("not in play", True)


def test_a_policy_that_is_taken_in_is_a_layer_to_review(scene):
    rules = IncorporatedDocument("Usage Rules", Place(0, Span(0, 3)), "https://heron.example/rules")
    found = layer(make_layers(scene(incorporated=(rules,))), "Use policy")
    assert (found.state, found.why) == ("not reviewed", "Usage Rules: taken in by reference.")


def test_of_terms_the_maker_s_licence_is_the_layer_below(scene):
    layers = make_layers(scene(kind="terms-of-service", profile={"hosting": "managed-api"}))
    assert layer(layers, "Model licence").state == "not reviewed"


def test_what_is_not_in_play_stands_last(scene):
    states = [each.state for each in make_layers(scene())]
    assert states == sorted(states, key=["reviewed", "not reviewed", "not in play"].index)
