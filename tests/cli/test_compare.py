import json
import subprocess
import sys
from zipfile import ZipFile

import pytest


@pytest.fixture
def versions(licence):
    """Write beside the licence one that sets a lower threshold and forbids the sale of herons."""
    old, new = licence, licence.with_name("new.txt")
    text = old.read_text(encoding="utf-8").replace("10 million", "2 million")
    new.write_text(f"{text}\n6. Herons. You must not sell the herons in the yard.\n", encoding="utf-8")
    return old, new


@pytest.fixture
def word_versions(make_docx):
    return make_docx("The fee is 10 euros.", name="old.docx"), make_docx("The fee is 20 euros.", name="new.docx")


def test_the_table_says_what_the_changes_do_and_lists_them(run, versions):
    done = run("compare", *versions)
    assert done.status == 0
    assert "heron.txt → new.txt" in done.out
    assert "User or size threshold" in done.out
    assert "“10” → “2”" in done.out


def test_the_json_is_the_judged_comparison(run, versions):
    record = json.loads(run("compare", *versions, "--format", "json").out)
    effect = next(each for each in record["effects"] if each["clause"] == "mau-threshold")
    assert (effect["direction"], [fact["new"] for fact in effect["facts"]]) == ("worse", [2000000])


def test_two_that_are_the_same_differ_in_nothing(run, versions):
    assert "No difference was found." in run("compare", versions[0], versions[0]).out


def test_a_word_file_with_the_changes_tracked_is_written_and_nothing_is_listed(run, word_versions, out, document_xml):
    done = run("compare", *word_versions, "--out", out / "changes.docx", "--author", "Ada", "--date", "2026-03-04")
    assert (done.status, done.out, done.err) == (0, "", f"Written: {out / 'changes.docx'}\n")
    assert '<w:ins w:id="' in document_xml(out / "changes.docx")


def test_with_a_format_the_changes_are_listed_too(run, word_versions, out):
    done = run("compare", *word_versions, "--out", out / "changes.docx", "--format", "json")
    assert json.loads(done.out)["changes"][0]["kind"] == "edited"
    assert (out / "changes.docx").exists()


def test_the_author_is_the_user_where_none_is_named(run, word_versions, out, document_xml):
    run("compare", *word_versions, "--out", out / "changes.docx")
    assert 'w:author="' in document_xml(out / "changes.docx")


def test_a_version_that_is_not_there_is_named(run, versions, tmp_path):
    done = run("compare", versions[0], tmp_path / "none.txt")
    assert (done.status, len(done.problems)) == (2, 1)
    assert "none.txt" in done.err


def test_a_version_is_never_written_over(run, word_versions):
    before = word_versions[1].read_bytes()
    done = run("compare", *word_versions, "--out", word_versions[1])
    assert (done.status != 0, word_versions[1].read_bytes() == before) == (True, True)


def test_the_word_file_is_written_without_loading_what_a_review_needs(word_versions, tmp_path):
    changes = tmp_path / "changes.docx"
    arguments = ["compare", *map(str, word_versions), "--out", str(changes), "--author", "Ada"]
    program = f"import sys; from app.cli.main import main; main({arguments}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert ZipFile(changes).testzip() is None
    assert loaded.isdisjoint(("spacy", "numpy", "docx", "app.service.review", "app.matching", "app.intake"))
