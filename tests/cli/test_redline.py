"""`counterdraft redline` as a user calls it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"


@pytest.fixture
def redline(run, make_docx, tmp_path):
    """Make edits on a small document; return the outcome of the command."""
    document = make_docx("Fees fall due in thirty days.", "The end.")

    def call(*edits, out=None):
        path = tmp_path / "edits.json"
        path.write_text(json.dumps(edits), encoding="utf-8")
        target = out or tmp_path / "out.docx"
        return run("redline", document, "--edits", path, "--author", "Ann", "--date", "2026-01-02", "--out", target)

    return call


def test_edits_that_are_made_say_nothing(redline, tmp_path):
    outcome = redline({"find": "thirty", "replace": "sixty", "comment": "Longer"})
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
    assert (tmp_path / "out.docx").exists()


def test_an_edit_that_is_not_found_is_one_line_and_exit_status_1(redline, tmp_path):
    outcome = redline({"find": "ninety", "replace": "sixty"}, {"find": "The end", "replace": "Finis"})
    assert outcome.status == 1
    assert outcome.problems == [
        'counterdraft: edit 1: "ninety" is not in the document; quote its words as they stand there'
    ]
    assert (tmp_path / "out.docx").exists()


def test_a_wrong_list_is_one_line_and_exit_status_2(redline, tmp_path):
    outcome = redline({"find": ""})
    assert outcome.status == 2
    assert outcome.problems == ['counterdraft: edits.json: edit 1: "find" holds no words']
    assert not (tmp_path / "out.docx").exists()


def test_the_document_itself_is_refused(redline, tmp_path):
    outcome = redline({"find": "thirty", "replace": "sixty"}, out=tmp_path / "contract.docx")
    assert outcome.status == 2
    assert "this is the document itself" in outcome.err


def test_what_is_no_word_file_is_one_line_and_exit_status_2(run, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"junk")
    (tmp_path / "edits.json").write_text("[]")
    arguments = (
        "--edits",
        tmp_path / "edits.json",
        "--author",
        "Ann",
        "--date",
        "2026-01-02",
        "--out",
        tmp_path / "b.docx",
    )
    outcome = run("redline", tmp_path / "a.docx", *arguments)
    assert outcome.status == 2
    assert len(outcome.problems) == 1


def test_redlining_loads_neither_spacy_nor_the_libraries_of_a_review():
    code = (
        "import sys, app.service.redline;"
        "sys.exit(any(name in sys.modules for name in ('spacy', 'docx', 'docxtpl', 'pydantic', 'pypdfium2')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here")
def test_the_independent_check_finds_nothing(run, tmp_path):
    document = SHARED / "bench" / "data" / "base.docx"
    jobs = json.loads((SHARED / "bench" / "data" / "edits.json").read_text())
    edits = [{"find": job["context"], "replace": job["context_new"], "comment": job["comment"]} for job in jobs]
    (tmp_path / "edits.json").write_text(json.dumps(edits))
    target = tmp_path / "out.docx"
    arguments = ("--edits", tmp_path / "edits.json", "--author", "Ann", "--date", "2026-01-02", "--out", target)
    assert run("redline", document, *arguments).status == 0
    check = SHARED / "tools" / "redline_check.py"
    found = subprocess.run(
        [sys.executable, check, document, target, "--author", "Ann"], check=False, capture_output=True, text=True
    )
    assert found.stdout.startswith("0 faults; ")
    assert "20 comments" in found.stdout
