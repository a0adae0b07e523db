import pytest

from app.planning.chain import make_chain

UP, DOWN = "indemnity-by-vendor", "indemnity-by-customer"


def states(chain):
    return [link.state for link in chain.links]


@pytest.mark.parametrize(
    ("level", "state"), [("preferred", "given"), ("fallback", "in part"), ("walk-away", "none"), ("missing", "none")]
)
def test_what_the_vendor_gives_follows_from_its_finding(scene, finding, level, state):
    assert states(make_chain(scene(finding(UP, level=level))))[0] == state


@pytest.mark.parametrize(("level", "state"), [("walk-away", "given"), ("fallback", "in part")])
def test_what_we_owe_the_vendor_follows_from_its_finding(scene, finding, level, state):
    assert states(make_chain(scene(finding(DOWN, level=level))))[1] == state


def test_a_burden_that_is_absent_is_owed_by_nobody(scene, finding):
    assert states(make_chain(scene(finding(DOWN, level="preferred", carried=False))))[1] == "none"


@pytest.mark.parametrize("audience", ["customers", "partners"])
def test_promising_customers_what_nobody_promises_us_is_a_sandwich(scene, finding, audience):
    chain = make_chain(scene(finding(UP, level="missing"), profile={"gives_indemnity": True, "audience": audience}))
    assert chain.sandwich
    assert states(chain) == ["none", "not read", "given"]
    assert chain.conclusion.startswith("We promise our customers an indemnity that nobody gives us")


@pytest.mark.parametrize(
    ("level", "profile"),
    [
        ("preferred", {"gives_indemnity": True}),
        ("missing", {"gives_indemnity": False}),
        ("missing", {"gives_indemnity": True, "audience": "employees"}),
    ],
)
def test_otherwise_there_is_none(scene, finding, level, profile):
    assert not make_chain(scene(finding(UP, level=level), profile=profile)).sandwich


def test_without_customers_the_chain_ends_with_us(scene, finding):
    chain = make_chain(scene(finding(UP), profile={"audience": "employees"}))
    assert [link.taker for link in chain.links] == ["us", "Heron"]


def test_a_document_of_a_kind_without_indemnities_has_no_chain(scene, finding):
    assert make_chain(scene(finding(UP, level="not-applicable"), finding(DOWN, level="not-applicable"))) is None


def test_a_library_without_these_clause_types_has_no_chain(scene, finding):
    assert make_chain(scene(finding())) is None
