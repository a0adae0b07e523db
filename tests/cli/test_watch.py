import json

import pytest

POLICY = "Acceptable Use Policy\n\nYou may not use the model to:\n\n- frighten herons\n"


@pytest.fixture
def versions(tmp_path):
    """Write two versions of a policy into a folder, by their days."""
    folder = tmp_path / "policies"
    folder.mkdir()
    paths = [folder / f"use-2025-0{month}-02.txt" for month in (1, 2)]
    for path, more in zip(paths, ("", "- train other models on the outputs\n"), strict=True):
        path.write_text(POLICY + more, encoding="utf-8")
    return paths


def test_the_table_says_which_planned_use_is_touched_and_who_looks_next(run, versions):
    done = run("watch", *versions, "--date", "2026-03-04")
    assert (done.status, done.err) == (0, "")
    assert "1 change touches planned uses." in done.out
    assert "A new prohibition touches" in done.out
    assert "Next look: Compliance, a named person, on 4 June 2026 (quarterly)." in done.out


def test_a_folder_is_looked_through_by_the_days_in_the_names(run, versions):
    record = json.loads(run("watch", versions[0].parent, "--format", "json").out)
    assert [(step["old_day"], step["new_day"]) for step in record["steps"]] == [("2025-01-02", "2025-02-02")]


def test_what_is_left_out_of_a_folder_is_named(run, versions):
    (versions[0].parent / "notes.txt").write_text("Herons.", encoding="utf-8")
    done = run("watch", versions[0].parent)
    assert (done.status, done.problems) == (
        1,
        ["counterdraft: notes.txt: left out, for its name holds no day such as 2026-03-31."],
    )


def test_the_report_is_written_with_who_looks_next(run, versions, out, document_xml):
    done = run("watch", *versions, "--out", out / "report.docx", "--owner", "Ada Byron", "--next", "2026-04-01")
    assert done.status == 0
    assert f"Written: {out / 'report.docx'}" in done.out
    assert "Ada Byron, on 1 April 2026" in document_xml(out / "report.docx")


def test_a_report_that_is_no_word_file_is_refused_before_anything_is_read(run, versions, out):
    done = run("watch", *versions, "--out", out / "report.pdf")
    assert (done.status, done.out, len(done.problems)) == (2, "", 1)


def test_three_files_are_too_many(run, versions):
    done = run("watch", *versions, versions[0])
    assert (done.status, "name two versions" in done.err) == (2, True)
