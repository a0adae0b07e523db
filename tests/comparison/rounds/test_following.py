"""The way from one text to another where there is too much to try all ways."""

import pytest

from app.comparison.rounds.following import follow
from app.comparison.rounds.layered import Layered
from app.comparison.rounds.steps import Rules

RULES = Rules(frozenset({"Us"}))


def units(text):
    return Layered("", 0, "body", text).units(0)


def words(steps):
    """Return what is kept, gone and new."""
    kept = "".join(step.old.text for step in steps if None not in step).strip()
    gone = "".join(step.old.text for step in steps if step.new is None)
    return kept, gone, "".join(step.new.text for step in steps if step.old is None)


def test_the_way_that_keeps_most_is_taken():
    assert words(follow(units("a b c"), units("a x c"), RULES)) == ("a  c", "b", "x")


def test_too_many_ways_are_not_tried_and_the_words_in_common_are_kept(monkeypatch):
    monkeypatch.setattr("app.comparison.rounds.following._MOST_VISITED", 3)
    assert words(follow(units("one b two c three"), units("one x two y three"), RULES)) == (
        "one  two  three",
        "bc",
        "xy",
    )


def test_every_unit_stands_in_one_step():
    old, new = units("The fee is thirty euros, net."), units("The fee is due: forty euros.")
    steps = follow(old, new, RULES)
    assert [step.old for step in steps if step.old is not None] == old
    assert [step.new for step in steps if step.new is not None] == new


@pytest.mark.parametrize(
    ("old", "new", "gone", "put_in"),
    [
        ("pay within 60 days", "pay within sixty-one full days", "60", "sixty-one full"),
        ("Draft 1 ends", "Draft two three ends", "1", "two three"),
    ],
)
def test_blanks_at_both_ends_of_a_change_are_kept(old, new, gone, put_in):
    assert words(follow(units(old), units(new), RULES))[1:] == (gone, put_in)


def test_what_lies_between_anchors_and_is_too_much_is_followed_in_pairs(monkeypatch, follow, markup):
    monkeypatch.setattr("app.comparison.rounds.passages._LARGEST", 10)
    sent = [markup.paragraph(f"{name} are fixed for two years.") for name in ("Fees", "Taxes", "Costs")]
    returned = [paragraph.replace("two", "ten") for paragraph in sent]
    traced = follow(sent, returned)
    assert [(each.point.before, each.point.after) for each in traced.points.untracked] == [("two", "ten")] * 3
