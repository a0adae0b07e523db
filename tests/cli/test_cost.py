import json
from io import BytesIO

import pytest
from openpyxl import load_workbook


@pytest.fixture
def ours(run, tmp_path):
    """Write a cost file as one does: from the bundled example."""
    path = tmp_path / "ours.toml"
    assert run("cost", "--format", "toml", "--out", path).status == 0
    return path


def test_without_a_file_the_bundled_example_is_worked_out(run):
    told = run("cost")
    assert (told.status, told.err) == (0, "")
    assert told.out.startswith("A 70B model in production\n")


def test_the_example_printed_as_toml_is_a_file_to_start_from(run, ours):
    assert run("cost", ours).out == run("cost").out


def test_a_file_of_ones_own_is_worked_out(run, ours):
    ours.write_text(ours.read_text("utf-8").replace("engineers = 1", "engineers = 2"), encoding="utf-8")
    record = json.loads(run("cost", ours, "--format", "json").out)
    assert record["self_hosting"][1]["amount"]["shown"] == "USD 24,000 to 36,000 per month"


def test_a_workbook_is_written_to_a_file(run, tmp_path):
    told = run("cost", "--format", "xlsx", "--out", tmp_path / "costs.xlsx")
    assert (told.status, told.out, told.err) == (0, "", "")
    book = load_workbook(BytesIO((tmp_path / "costs.xlsx").read_bytes()))
    assert book.sheetnames == ["Summary", "Inputs", "Worksheet", "Sensitivity", "Volumes", "Reasons", "Claims"]


def test_a_workbook_needs_a_file(run):
    told = run("cost", "--format", "xlsx")
    assert told.status == 2
    assert "name a file with --out" in told.err


def test_a_table_is_not_written_under_the_name_of_a_workbook(run, tmp_path):
    told = run("cost", "--out", tmp_path / "costs.xlsx")
    assert (told.status, list(tmp_path.iterdir())) == (2, [])
    assert "add --format xlsx" in told.err


def test_the_table_can_be_written_to_a_file(run, tmp_path):
    assert run("cost", "--out", tmp_path / "costs.txt").status == 0
    assert (tmp_path / "costs.txt").read_text("utf-8") == run("cost").out


def test_a_mistake_is_told_in_one_line(run, ours):
    ours.write_text(ours.read_text("utf-8").replace("[staff]", "[stuff]"), encoding="utf-8")
    told = run("cost", ours)
    assert (told.status, told.out) == (2, "")
    assert told.err.startswith('counterdraft: ours.toml: "stuff" is no field of the file; did you mean "staff"?')
    assert told.err.count("\n") == 1


def test_the_cost_file_itself_is_never_written_over(run, ours):
    before = ours.read_bytes()
    told = run("cost", ours, "--out", ours)
    assert (told.status, ours.read_bytes()) == (2, before)
    assert "never written over" in told.err


def test_a_profile_answers_what_the_file_leaves_open(run, tmp_path):
    profile = tmp_path / "ours.toml"
    profile.write_text("sovereign = true\nrequests_per_day = 2000\n", encoding="utf-8")
    record = json.loads(run("cost", "--profile", profile, "--format", "json").out)
    assert record["advice"] == "own machines"
    assert record["volumes"][3]["load"]["shown"] == "2,000 requests per day"
