"""`counterdraft inspect` as a user calls it."""

import json
from zipfile import ZipFile

import pytest


def test_the_list_says_what_it_is_and_how_to_take_it_out(run, make_docx):
    outcome = run("inspect", make_docx("Rent."))
    assert outcome.status == 0
    assert outcome.out.startswith("contract.docx: ")
    assert "Document properties  [--remove properties]\n    Author: python-docx\n" in outcome.out


def test_json_holds_the_same(run, make_docx):
    found = json.loads(run("inspect", make_docx("Rent."), "--format", "json").out)
    assert found["file"] == "contract.docx"
    assert {"kind", "title", "details", "removable", "why"} == set(found["items"][0])


def test_a_copy_without_a_kind_is_written_and_what_is_left_listed(run, make_docx, tmp_path):
    out = tmp_path / "out.docx"
    outcome = run("inspect", make_docx("Rent."), "--remove", "properties", "--remove", "thumbnail", "--out", out)
    assert outcome.status == 0
    assert "Author" not in outcome.out
    assert out.exists()


def test_all_is_every_kind_that_can_be(run, make_docx, tmp_path):
    outcome = run("inspect", make_docx("Rent."), "--remove", "all", "--out", tmp_path / "out.docx")
    assert "--remove" not in outcome.out.split("\n", 1)[-1]


def test_an_unknown_kind_is_one_line_and_nothing_is_written(run, make_docx, tmp_path):
    outcome = run("inspect", make_docx("Rent."), "--remove", "authors", "--out", tmp_path / "out.docx")
    assert outcome.status == 2
    assert len(outcome.problems) == 1
    assert not (tmp_path / "out.docx").exists()


def test_the_source_is_refused(run, make_docx):
    document = make_docx("Rent.")
    before = document.read_bytes()
    outcome = run("inspect", document, "--remove", "properties", "--out", document)
    assert (outcome.status, document.read_bytes()) == (2, before)


def test_what_to_take_out_needs_a_place_to_write(run, make_docx):
    outcome = run("inspect", make_docx("Rent."), "--remove", "properties")
    assert outcome.status == 2
    assert "--out" in outcome.err


def test_what_is_no_word_file_is_one_line(run, tmp_path):
    (tmp_path / "a.txt").write_text("words")
    outcome = run("inspect", tmp_path / "a.txt")
    assert outcome.status == 2
    assert outcome.problems == [
        "counterdraft: a.txt: this is not a Word document (.docx); open it in Word and save it as .docx"
    ]


@pytest.mark.parametrize("character", ["\x1b", "\x9b", "\u202e"])
def test_names_in_a_file_do_not_steer_the_terminal(run, make_package, tmp_path, character):
    document = tmp_path / "lease.docx"
    document.write_bytes(make_package("<w:p/>"))
    with ZipFile(document, "a") as package:
        package.writestr(f"word/{character}[31mred.xml", "<a/>")
    assert "word/\ufffd[31mred.xml" in run("inspect", document).out


def test_a_template_is_not_written_under_the_name_of_a_document(run, word_file, tmp_path):
    (tmp_path / "in.dotx").write_bytes(word_file(".dotx"))
    outcome = run("inspect", tmp_path / "in.dotx", "--remove", "people", "--out", tmp_path / "out.docx")
    assert (outcome.status, len(outcome.problems)) == (2, 1)
    assert outcome.err.rstrip().endswith("; name it out.dotx")
    assert not (tmp_path / "out.docx").exists()


def test_the_kinds_that_all_took_out_are_named(run, make_docx, tmp_path):
    outcome = run("inspect", make_docx("Rent."), "--remove", "all", "--out", tmp_path / "out.docx")
    taken = "properties, custom-xml, thumbnail, session-ids"
    assert outcome.out.startswith(f"Taken out: {taken}. Written: {tmp_path / 'out.docx'}\n")


def test_a_kind_that_the_file_has_none_of_is_not_told_as_taken_out(run, make_docx, tmp_path):
    outcome = run("inspect", make_docx("Rent."), "--remove", "people", "--out", tmp_path / "out.docx")
    assert outcome.out.startswith("Taken out: nothing, for there is none of it. Written: ")


def test_json_is_all_there_is_on_stdout_after_a_removal_too(run, make_docx, tmp_path):
    removal = ("--remove", "properties", "--out", tmp_path / "out.docx")
    outcome = run("inspect", make_docx("Rent."), *removal, "--format", "json")
    assert json.loads(outcome.out)["file"] == "out.docx"
    assert outcome.err.startswith("Taken out: properties. ")
