"""`counterdraft redline` as a user calls it."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"


@pytest.fixture
def redline(run, make_docx, tmp_path):
    """Make edits on a small document; return the outcome of the command."""
    document = make_docx("Fees fall due in thirty days.", "The end.")

    def call(*edits, out=None, more=()):
        path = tmp_path / "edits.json"
        path.write_text(json.dumps(edits), encoding="utf-8")
        target = out or tmp_path / "out.docx"
        stamp = ("--author", "Ann", "--date", "2026-01-02")
        return run("redline", document, "--edits", path, *stamp, "--out", target, *more)

    return call


def test_edits_that_are_made_give_a_receipt(redline, tmp_path):
    outcome = redline({"find": "thirty", "replace": "sixty", "comment": "Longer"})
    assert (outcome.status, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0] == f"Written  {tmp_path / 'out.docx'}"
    assert lines[1].startswith("Made     1 word struck, 1 inserted")
    assert lines[1].endswith("1 comment added, by Ann on 2026-01-02")
    assert f"{sha256((tmp_path / 'out.docx').read_bytes()).hexdigest()} of the result" in lines[-1]
    assert "Tracked changes" not in outcome.out


def test_a_receipt_counts_earlier_changes_before_and_after(run, make_package, tmp_path):
    theirs = "<w:ins w:id='1' w:author='Bo'><w:r><w:t>soon</w:t></w:r></w:ins>"
    (tmp_path / "in.docx").write_bytes(make_package(f"<w:p><w:r><w:t>Pay </w:t></w:r>{theirs}</w:p>"))
    (tmp_path / "edits.json").write_text('[{"find": "Pay", "replace": "Paid"}]')
    paths = ("--edits", tmp_path / "edits.json", "--out", tmp_path / "out.docx")
    outcome = run("redline", tmp_path / "in.docx", *paths, "--author", "Ann", "--date", "2026-01-02")
    rows = [line.split() for line in outcome.out.splitlines()]
    assert ["inserted", "Bo", "body", "1,", "4", "characters", "1,", "4", "characters"] in rows
    assert ["inserted", "Ann", "body", "none", "1,", "4", "characters"] in rows


def test_a_receipt_as_json_has_all_of_it(redline, tmp_path):
    outcome = redline({"find": "thirty", "replace": "sixty"}, {"find": "no", "replace": "x"}, more=("--format", "json"))
    record = json.loads(outcome.out)
    assert record["files"] == [str(tmp_path / "out.docx")]
    assert record["redlined"]["words_struck"] == 1
    assert len(record["problems"]) == 1


def test_a_list_that_changes_nothing_says_so(redline):
    assert "Made     nothing: the file is the document as it was" in redline({"find": "x9", "replace": "y"}).out


def test_a_list_that_changes_nothing_says_what_is_taken_out_all_the_same(redline):
    out = redline({"find": "x9", "replace": "y"}, more=("--remove", "properties")).out
    assert "Made       no edit\nTaken out  properties" in out


def test_copies_are_named_after_the_redlined_file(redline, tmp_path):
    redline({"find": "thirty", "replace": "sixty"}, more=("--copy", "clean", "--copy", "ours-only"))
    assert {"out.docx", "out.clean.docx", "out.ours-only.docx"} <= {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize(
    ("degree", "struck"), [("surgical", "1 word struck"), ("sentence", "6 words struck"), ("clause", "6 words struck")]
)
def test_a_degree_says_how_much_is_marked(redline, degree, struck):
    assert struck in redline({"find": "thirty", "replace": "sixty"}, more=("--degree", degree)).out


def test_two_edits_in_one_sentence_are_one_at_its_degree(redline):
    out = redline(
        {"find": "thirty", "replace": "sixty"},
        {"find": "Fees", "replace": "Prices", "comment": "Wider"},
        more=("--degree", "sentence"),
    ).out
    assert "6 words struck, 6 inserted (100%" in out


def test_what_is_taken_out_is_said(redline):
    out = redline({"find": "thirty", "replace": "sixty", "comment": "Why"}, more=("--remove", "people")).out
    assert "Taken out  people" in out


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
    assert outcome.problems == ['counterdraft: edits.json: edit 1: "find" holds no words; quote some of the document']
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


@pytest.mark.parametrize("name", ["", " ", "Ann\nAmes"])
def test_a_name_that_a_tracked_change_cannot_bear_is_an_error_of_usage(redline, tmp_path, name):
    outcome = redline({"find": "thirty", "replace": "sixty"}, more=("--author", name))
    assert (outcome.status, outcome.out) == (2, "")
    assert "a name of one line is due" in outcome.err
    assert not (tmp_path / "out.docx").exists()


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


@pytest.mark.parametrize("more", [(), ("--copy", "clean")])
def test_a_file_with_macros_is_not_written_under_the_name_of_one_without(run, word_file, tmp_path, more):
    (tmp_path / "in.docm").write_bytes(word_file(".docm"))
    (tmp_path / "edits.json").write_text('[{"find": "thirty", "replace": "sixty"}]')
    arguments = ("--edits", tmp_path / "edits.json", "--author", "Ann", "--date", "2026-01-02", *more)
    outcome = run("redline", tmp_path / "in.docm", *arguments, "--out", tmp_path / "new" / "out.docx")
    assert (outcome.status, len(outcome.problems)) == (2, 1)
    assert outcome.err.rstrip().endswith("; name it out.docm")
    assert not (tmp_path / "new").exists()


def test_copies_end_as_the_redlined_file(run, word_file, tmp_path):
    (tmp_path / "in.dotm").write_bytes(word_file(".dotm"))
    (tmp_path / "edits.json").write_text('[{"find": "thirty", "replace": "sixty"}]')
    arguments = ("--edits", tmp_path / "edits.json", "--author", "Ann", "--date", "2026-01-02", "--copy", "clean")
    run("redline", tmp_path / "in.dotm", *arguments, "--out", tmp_path / "new" / "out.dotm")
    assert {path.name for path in (tmp_path / "new").iterdir()} == {"out.dotm", "out.clean.dotm"}


def test_the_kinds_that_all_took_out_are_named(redline):
    rows = redline({"find": "thirty", "replace": "sixty"}, more=("--remove", "all")).out.splitlines()
    kinds = [row.split()[-1] for row in rows if row.startswith("Taken out")]
    assert kinds == ["properties", "custom-xml", "thumbnail", "session-ids"]
