import json
from dataclasses import replace
from datetime import date

import pytest

from app.export.plan_json import plan_json, plan_record
from app.model.guidance import Argument, ComparisonTable, Measure, Occasion
from app.model.profile import GroupCompany
from app.planning.plan import make_plan

WHEN = date(2026, 11, 21)


@pytest.fixture
def record(review):
    """Give the record of a plan with guidance and companies."""
    library = replace(
        review.library,
        measures=(Measure("m", "monitoring", "Watch", "Look.", "Because.", "Legal", "monthly", Occasion()),),
        arguments=(Argument("a", "Ask", "How.", Occasion(), clauses=("termination-for-breach",)),),
        tables=(ComparisonTable("t", "Ways", ("Factor", "Own"), (("a", "b"),), (), Occasion()),),
    )
    profile = replace(review.profile, group=(GroupCompany("Heron", "licensee", users_now=7),))
    found = replace(review, library=library, profile=profile)
    return plan_record(found, make_plan(found, when=WHEN))


def test_a_point_has_its_words_positions_and_approvers(record):
    point = record["points"][0]
    assert point["clause"] == "termination-for-breach"
    assert point["quote"] == {
        "place": "1",
        "words": "The Provider may terminate this licence at once if the Customer is in breach of it.",
    }
    assert point["fallbacks"] == [{"position": "Fallbackmarker: 15 days", "approver": "Ownermarker"}]
    assert point["walk_away"] == {"position": "Walkawaymarker: ends at once", "approver": "Ownermarker"}


def test_what_is_missing_has_no_words(record):
    assert record["points"][1]["quote"] is None


def test_other_parts_refer_to_points_by_number(record):
    assert record["rounds"][0]["points"] == [1, 2]
    assert record["arguments"][0]["points"] == [1]
    assert record["approvals"] == [{"approver": "Ownermarker", "points": [1, 2]}]


def test_days_are_written_as_iso_8601(record):
    assert record["monitoring"][0]["next"] == "2026-12-21"
    assert record["risks"][0]["review_on"] == "2026-12-21"


def test_tables_topics_and_users_are_there(record):
    assert record["tables"][0]["columns"] == ["Factor", "Own"]
    assert record["topics"][0]["claims"][0]["state"] == "disputed"
    assert record["users"]["readings"][1]["users"] == 7


def test_what_there_is_no_occasion_for_is_null(review):
    record = plan_record(review, make_plan(review, when=WHEN))
    assert (record["users"], record["indemnities"]) == (None, None)


def test_the_text_is_the_record(review):
    plan = make_plan(review, when=WHEN)
    assert json.loads(plan_json(review, plan)) == plan_record(review, plan)
