import pytest

from app.comparison.renames import renamed, renames

OLD = ("Your Plugin must be safe.", "A Plugin may swim.", "We may remove a Plugin.")
NEW = ("Your Connector must be safe.", "A Connector may swim.", "We may remove a Connector.")


def found(old, new):
    return renames(zip(old, new, strict=True), old, new)


def test_a_name_that_another_takes_the_place_of_throughout_is_renamed():
    assert found(OLD, NEW) == {"plugin": "connector"}


def test_a_version_is_part_of_the_name():
    old = tuple(f"{verb} Heron 3.1." for verb in ("Use", "Copy", "Share"))
    new = tuple(text.replace("3.1", "3.2") for text in old)
    assert found(old, new) == {"heron 3.1": "heron 3.2"}


def test_a_figure_is_no_name():
    old = tuple(f"{verb} within 30 days." for verb in ("pay", "leave", "tell us"))
    assert found(old, tuple(text.replace("30", "10") for text in old)) == {}


@pytest.mark.parametrize("kept", ["A Plugin is a Plugin and no Connector.", "Every Plugin is welcome."])
def test_a_name_that_stays_in_use_is_not_renamed(kept):
    assert found(OLD[:2], NEW[:2]) == {}
    assert found((*OLD, kept), (*NEW, kept)) == {}


def test_texts_bear_the_new_name():
    assert renamed("Your Plugins and PLUGIN", {"plugin": "connector"}) == "Your connectors and connector"
