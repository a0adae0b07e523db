from dataclasses import replace

import pytest

from app.desktop.comparing.entries import (
    ASPECTS,
    Filter,
    arranged,
    aspect_counts,
    aspects_of,
    clauses_of,
    counts,
    entries_of,
)
from app.model.comparison import Change


@pytest.fixture
def entries(comparison, judged):
    return entries_of(comparison, judged)


def test_each_change_is_an_entry_and_each_effect_without_one(entries):
    assert [entry.number for entry in entries] == [1, 2, 3, 4, 5, 6, 0]


def test_the_gravest_effect_of_a_change_counts(entries):
    third = entries[2]
    assert [effect.clause.id for effect in third.effects] == ["cure-period", "indemnity"]
    assert (third.direction, third.severity) == ("worse", "high")


def test_a_change_for_the_better_has_no_severity(entries):
    assert (entries[0].direction, entries[0].severity) == ("better", "none")


def test_before_it_is_judged_nothing_is_said_of_a_change(comparison):
    entry = entries_of(comparison)[2]
    assert (entry.is_judged, entry.direction, entry.severity) == (False, None, None)


@pytest.mark.parametrize(
    ("change", "aspects"),
    [
        (Change(1, "added", (), (0,)), ["text"]),
        (Change(1, "moved", (0,), (0,)), ["moves"]),
        (Change(1, "formatting", (0,), (0,), formats=("bold",)), ["formatting"]),
        (Change(1, "renumbered", (0,), (0,), labels=("1", "2")), ["numbering"]),
        (Change(1, "split", (0,), (0, 1)), ["text"]),
        (Change(1, "edited", (0,), (0,), formats=("bold",), labels=("1", "2")), ["text", "formatting", "numbering"]),
    ],
)
def test_a_change_is_of_what_it_changes(change, aspects):
    assert list(aspects_of(change)) == aspects


@pytest.mark.parametrize(
    ("kept", "numbers"),
    [
        (Filter(), [1, 2, 3, 4, 5, 6, 0]),
        (Filter(standing="worse"), [3]),
        (Filter(standing="better"), [1]),
        (Filter(standing="unclear"), [0]),
        (Filter(standing="uncovered"), [6]),
        (Filter(aspects=frozenset(["numbering"])), [2, 0]),
        (Filter(aspects=frozenset(["formatting"])), [3, 0]),
        (Filter(severity="high"), [3]),
        (Filter(severity="none"), [1]),
        (Filter(clause="indemnity"), [1, 3]),
        (Filter(standing="better", clause="indemnity"), [1]),
    ],
)
def test_a_filter_keeps_what_fits(entries, kept, numbers):
    assert [entry.number for entry in entries if kept.keeps(entry)] == numbers


def test_the_gravest_come_first_if_so_wished(entries):
    assert [entry.number for entry in arranged(entries, "weight")] == [3, 0, 1, 2, 4, 5, 6]


def test_each_chip_says_how_many_it_keeps(entries):
    assert dict(counts(entries)) == {"all": 7, "worse": 1, "unclear": 1, "better": 1, "same": 0, "uncovered": 1}


def test_each_aspect_says_how_many_it_keeps(entries):
    assert dict(aspect_counts(entries)) == {"text": 5, "moves": 1, "formatting": 1, "numbering": 1}
    assert tuple(aspect_counts(entries)) == ASPECTS


def test_the_clause_types_touched_most_come_first(entries):
    assert [(name, count) for name, (_, count) in clauses_of(entries).items()] == [
        ("indemnity", 2),
        ("cure-period", 1),
        ("mau-threshold", 1),
    ]


def test_effects_of_one_gravity_stay_in_their_order(comparison, judged):
    again = replace(judged, effects=judged.effects[::-1])
    assert [effect.clause.id for effect in entries_of(comparison, again)[2].effects] == [
        "cure-period",
        "indemnity",
    ]
