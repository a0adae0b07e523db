import json

import pytest

from app.export.watch_json import watch_json


@pytest.fixture
def record(watched):
    return json.loads(watch_json(watched))


def test_a_statement_tells_what_it_touches_and_by_which_words(record):
    statement = record["steps"][0]["statements"][0]
    assert (statement["kind"], statement["bearing"], statement["direction"]) == ("added", "prohibition", "worse")
    use = statement["uses"][0]
    paragraph, start, end = use["at"]
    assert (use["answer"], paragraph, statement["after"][start:end]) == ("health", 3, use["words"])


def test_what_is_new_stood_nowhere(record):
    assert record["steps"][0]["statements"][0]["old"] is None


def test_a_step_holds_the_judged_comparison(record):
    assert record["steps"][0]["comparison"]["effects"]


def test_who_looks_next_is_told(record):
    assert (record["owner"], record["review_on"]) == ("Ada Byron", "2026-04-01")
