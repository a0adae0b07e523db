from datetime import UTC, date, datetime
from pathlib import Path

from app.desktop.watching.versions import PolicyVersion, arranged, corrected, moved, policies_of
from app.model.kept import KeptFile

MAY, JUNE = date(2025, 5, 1), date(2025, 6, 3)
KEPT = KeptFile(1, None, "baseline", "use.md", "0" * 64, datetime(2026, 3, 4, tzinfo=UTC))


def version(number, day=None, policy=1, kept=None):
    return PolicyVersion(number, Path(f"{number}.md"), policy, day, kept=kept)


def ids(versions):
    return [each.id for each in versions]


def test_versions_stand_in_the_order_of_their_days():
    assert ids(arranged((version(1, JUNE), version(2, MAY)))) == [2, 1]


def test_versions_of_no_known_day_come_last_as_they_were_given():
    assert ids(arranged((version(1), version(2), version(3, MAY)))) == [3, 1, 2]


def test_a_baseline_comes_before_the_versions_held_against_it():
    assert ids(arranged((version(1, MAY), version(2, kept=KEPT)))) == [2, 1]


def test_versions_of_one_policy_stay_together():
    given = (version(1, JUNE), version(2, MAY, policy=2), version(3, MAY))
    assert [ids(chain) for chain in policies_of(arranged(given))] == [[3, 1], [2]]


def test_a_corrected_day_puts_a_version_where_it_belongs():
    again = corrected((version(1, MAY), version(2, JUNE)), 1, date(2025, 7, 1))
    assert [(each.id, each.is_corrected) for each in again] == [(2, False), (1, True)]


def test_the_same_day_again_is_no_correction():
    assert not corrected((version(1, MAY),), 1, MAY)[0].is_corrected


def test_a_version_is_moved_before_its_neighbour():
    assert ids(moved((version(1), version(2)), 2, -1)) == [2, 1]


def test_no_version_is_moved_into_another_policy():
    assert ids(moved((version(1), version(2, policy=2)), 2, -1)) == [1, 2]
