import json

import pytest

from app.export.comparison_json import comparison_json


@pytest.fixture
def record(judged):
    return json.loads(comparison_json(judged))


def test_an_effect_tells_levels_facts_with_their_places_and_changes(record):
    effect = record["effects"][0]
    assert (effect["clause"], effect["direction"], effect["changes"]) == ("termination-for-breach", "worse", [1])
    fact = next(fact for fact in effect["facts"] if fact["key"] == "cure_days")
    assert (fact["old"], fact["new"], fact["old_place"][0], fact["new_place"][0]) == (30, 10, 2, 2)


def test_a_change_tells_what_stood_and_what_stands_where(record):
    change = record["changes"][0]
    assert (change["kind"], change["severity"]) == ("edited", record["effects"][0]["severity"])
    assert ("30 days" in change["old"]["text"], "10 days" in change["new"]["text"]) == (True, True)
    assert change["words"][0]["before"] == "30"


def test_a_place_is_a_paragraph_and_a_half_open_stretch(record):
    word = record["changes"][0]["words"][0]
    paragraph, start, end = word["new"]
    assert record["changes"][0]["new"]["text"][start:end] == word["after"]
    assert paragraph == record["changes"][0]["new"]["paragraphs"][0]


def test_what_is_new_has_no_old_side(record):
    added = next(change for change in record["changes"] if change["kind"] == "added")
    assert (added["old"], added["covered"]) == (None, False)


def test_both_versions_and_the_library_are_named(record):
    assert (record["old"]["path"], record["new"]["path"]) == ("old.txt", "new.txt")
    assert record["receipt"]["library"].count("sha256:") == 1


def test_the_same_comparison_gives_the_same_text(judged):
    assert comparison_json(judged) == comparison_json(judged)
