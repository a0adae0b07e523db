import pytest

from app.export.comparison_text import change_lines, effect_numbers


@pytest.fixture
def lines(judged):
    return change_lines(judged)


def test_a_change_of_words_is_told_by_the_words(lines):
    assert (lines[0].kind, lines[0].what) == ("edited", "“30” → “10”")


def test_what_is_new_is_told_by_how_it_begins(lines):
    assert lines[1].what == "Herons. You must feed the herons in the yard."


def test_a_change_names_the_clause_types_that_it_touches(lines):
    assert "Termination for breach (worse)" in lines[0].touches


def test_rules_that_touch_none_are_said_to_touch_none(lines):
    assert lines[1].touches == "no clause type: read it yourself"


def test_numbers_of_changes_are_told_in_runs(judged):
    assert effect_numbers(judged.effects[0]) == "1"
