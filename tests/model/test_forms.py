import pytest

from app.model.forms import Family, FamilyCell, FamilyTopic, FamilyVersion, FormUnit, StandardForm


def cell(says, *versions, exact="", at="1"):
    return FamilyCell(versions, says, exact, at, "licence")


FAMILY = Family(
    "kite",
    "Kite",
    "Kite Makers",
    (FamilyVersion("1", "Kite 1", "kite-1"), FamilyVersion("2", "Kite 2", "kite-2"), FamilyVersion("3", "Kite 3", "")),
    (
        FamilyTopic("tail", "Tails", "attribution", (cell("None.", "1"), cell("Red.", "2", exact="Scarlet"))),
        FamilyTopic("string", "Strings", "", (cell("Any.", "1", at="4"), cell("Any.", "2", at="5"))),
        FamilyTopic("wind", "Wind", "", (cell("Strong.", "2"),)),
        FamilyTopic("badge", "Badge", "", (cell("Shown.", "1", exact="Kite"), cell("Shown.", "2", exact="Kites"))),
    ),
)


def test_two_versions_differ_where_they_say_another_thing_or_fix_other_words():
    found = FAMILY.differences("1", "2")
    assert [(each.topic.id, each.earlier.says, each.later.exact) for each in found] == [
        ("tail", "None.", "Scarlet"),
        ("badge", "Shown.", "Kites"),
    ]


def test_a_topic_that_was_read_for_one_version_alone_is_no_difference():
    assert "wind" not in {each.topic.id for each in FAMILY.differences("1", "2")}


def test_a_version_does_not_differ_from_itself():
    assert FAMILY.differences("2", "2") == ()


def test_differences_of_an_unknown_version_are_refused():
    with pytest.raises(KeyError):
        FAMILY.differences("1", "9")


@pytest.mark.parametrize(
    ("family", "version", "found"), [("kite", "2", "2"), ("kite", "9", None), ("glider", "2", None)]
)
def test_a_form_belongs_to_the_version_that_it_names(family, version, found):
    form = StandardForm("x", "X", "model-licence", "Y", (), family=family, version=version)
    known = FAMILY.version_of(form)
    assert (known.id if known else None) == found


def test_a_form_has_the_words_of_its_units():
    units = (FormUnit("0" * 16, 20, 4, "1"), FormUnit("1" * 16, 30, 6, "2"))
    assert StandardForm("x", "X", "unknown", "Y", units).words == 10
