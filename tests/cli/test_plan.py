import json
from datetime import date

import openpyxl
import pytest

from app.cli.review import DISCLAIMER

DAY = ("--date", "2026-11-21")


def test_the_plan_says_layers_next_steps_points_and_days(run, licence):
    done = run("plan", licence, *DAY)
    assert (done.status, done.err) == (0, "")
    assert "Day: 2026-11-21." in done.out
    assert "Must-haves" in done.out
    assert any("Indemnity by the customer" in line and "high" in line for line in done.out.splitlines())
    assert done.out.splitlines()[-1] == DISCLAIMER


def test_the_plan_shows_each_reading_of_the_threshold_with_its_distance(run, licence):
    lines = run("plan", licence, *DAY).out.splitlines()
    assert any(line.startswith("Users: the threshold is 10,000,000 (2).") for line in lines)
    assert any("All products, today" in line and "40,000,000 above" in line for line in lines)


def test_json_is_one_record_of_schema_1(run, licence):
    record = json.loads(run("plan", licence, *DAY, "--format", "json").out)
    assert (record["schema"], record["date"], record["outlook"]) == (1, "2026-11-21", "do not accept")
    assert [point["number"] for point in record["points"]] == list(range(1, len(record["points"]) + 1))


def test_of_several_documents_each_is_one_line_of_json(run, licence, linked):
    out = run("plan", licence, linked, *DAY, "--format", "json").out
    assert [json.loads(line)["document"] for line in out.splitlines()] == [str(licence), str(linked)]


def test_with_out_a_workbook_is_written_and_named(run, licence, out):
    done = run("plan", licence, *DAY, "--out", out)
    assert f"Written: {out / 'heron.plan.xlsx'}" in done.out
    assert openpyxl.load_workbook(out / "heron.plan.xlsx").sheetnames == [
        "Issues",
        "Negotiation",
        "Checklist",
        "Risk register",
        "Obligations",
        "Monitoring",
        "Users",
        "Claims",
    ]


def test_the_same_call_writes_the_same_bytes(run, licence, tmp_path):
    for name in ("one", "two"):
        run("plan", licence, *DAY, "--out", tmp_path / name)
    assert (tmp_path / "one" / "heron.plan.xlsx").read_bytes() == (tmp_path / "two" / "heron.plan.xlsx").read_bytes()


def test_without_a_day_times_count_from_today(run, licence):
    record = json.loads(run("plan", licence, "--format", "json").out)
    assert abs((date.fromisoformat(record["date"]) - date.today()).days) <= 1  # noqa: DTZ011 - the user's day is meant


@pytest.mark.parametrize(("names", "status"), [(["missing.txt"], 2), (["heron.txt", "missing.txt"], 1)])
def test_a_document_that_cannot_be_read_is_named(run, licence, names, status):
    done = run("plan", *(licence.parent / name for name in names))
    assert done.status == status
    assert "missing.txt" in done.err


def test_two_documents_of_one_name_do_not_overwrite_each_other(run, licence, tmp_path, out):
    other = tmp_path / "more" / "heron.txt"
    other.parent.mkdir()
    other.write_bytes(licence.read_bytes())
    done = run("plan", licence, other, *DAY, "--out", out)
    assert done.status == 1
    assert "gave a file of the same name; use another --out" in done.err


def test_a_wrong_library_is_told_as_everywhere(run, licence, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "library.yaml").write_text("title: [", encoding="utf-8")
    assert run("plan", licence, "--library", tmp_path / "own").status == 3
