"""`counterdraft resolve` as a user calls it."""

import json

import pytest

from app.ooxml.package import open_package
from app.ooxml.runs import paragraphs_of, read_text

BODY = (
    "<w:p><w:r><w:t>Pay </w:t></w:r>"
    "<w:ins w:id='1' w:author='Ann' w:date='2026-01-02T00:00:00Z'><w:r><w:t>soon</w:t></w:r></w:ins>"
    "<w:del w:id='2' w:author='Bo'><w:r><w:delText>late</w:delText></w:r></w:del></w:p>"
    "<w:p><w:moveFromRangeStart w:id='3' w:author='Bo' w:name='m'/>"
    "<w:moveFrom w:id='4' w:author='Bo'><w:r><w:t>away</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id='3'/></w:p>"
    "<w:p><w:moveToRangeStart w:id='5' w:author='Bo' w:name='m'/>"
    "<w:moveTo w:id='6' w:author='Bo'><w:r><w:t>away</w:t></w:r></w:moveTo><w:moveToRangeEnd w:id='5'/></w:p>"
)


@pytest.fixture
def resolve(run, make_package, tmp_path):
    document = tmp_path / "in.docx"
    document.write_bytes(make_package(BODY))
    return lambda *arguments: run("resolve", document, *arguments)


@pytest.fixture
def texts(tmp_path):
    def read():
        package = open_package((tmp_path / "out.docx").read_bytes(), tmp_path / "out.docx")
        return [read_text(p, "marked").text for p in paragraphs_of(package.tree(package.main))]

    return read


def test_tracked_changes_are_listed_in_columns(resolve):
    lines = resolve().out.splitlines()
    assert lines[0] == "in.docx: 4 tracked changes."
    assert [line.split() for line in lines[2:5]] == [
        ["Id", "Part", "Author", "Date", "Kind", "Words"],
        ["1", "body", "Ann", "2026-01-02", "inserted", "soon"],
        ["2", "body", "Bo", "deleted", "late"],
    ]
    assert len({line.index(word) for line, word in zip(lines[2:5], ("Kind", "inserted", "deleted"), strict=True)}) == 1


def test_a_change_of_blanks_alone_is_told(run, make_package, tmp_path):
    blank = "<w:ins w:id='1' w:author='Ann'><w:r><w:t xml:space='preserve'> </w:t></w:r></w:ins>"
    (tmp_path / "in.docx").write_bytes(make_package(f"<w:p>{blank}</w:p>"))
    assert run("resolve", tmp_path / "in.docx").out.rstrip().endswith("inserted  (blank)")


def test_the_list_as_json_has_all_of_each(resolve):
    first = json.loads(resolve("--format", "json").out)[0]
    assert first == {
        "id": "1",
        "part": "word/document.xml",
        "author": "Ann",
        "date": "2026-01-02T00:00:00Z",
        "kind": "insertion",
        "words": "soon",
        "things": [],
    }


def test_a_file_without_any_says_so(run, make_docx):
    assert run("resolve", make_docx("Pay.")).out == "contract.docx: no tracked changes.\n"


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (["--accept"], ["Pay soon", "", "away"]),
        (["--reject"], ["Pay late", "away", ""]),
        (["--accept", "--author", "Ann"], ["Pay soonlate", "away", "away"]),
        (["--reject", "--author", "Bo", "--author", "Ann"], ["Pay late", "away", ""]),
        (["--reject", "--revision", "1"], ["Pay late", "away", "away"]),
        (["--accept", "--revision", "4"], ["Pay soonlate", "", "away"]),
        (["--accept", "--revision", "6"], ["Pay soonlate", "", "away"]),
    ],
)
def test_changes_are_resolved(resolve, texts, tmp_path, limits, expected):
    assert resolve(*limits, "--out", tmp_path / "out.docx").status == 0
    assert texts() == expected


def test_how_many_and_where_is_said(resolve, tmp_path):
    done = resolve("--accept", "--author", "Ann", "--out", tmp_path / "out.docx")
    assert done.out == f"1 tracked change accepted. Written: {tmp_path / 'out.docx'}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--author", "Cy"], "no tracked change is by Cy; there are Ann, Bo"),
        (["--revision", "77"], "no tracked change has the id 77; there are 1, 2, 4, 6"),
        (["--author", "Ann", "--revision", "2"], "no tracked change has both such an author and such an id"),
    ],
)
def test_a_change_that_is_not_there_is_refused_with_those_that_are(resolve, tmp_path, arguments, message):
    done = resolve("--accept", *arguments, "--out", tmp_path / "out.docx")
    assert done.status == 2
    assert message in done.err
    assert not (tmp_path / "out.docx").exists()


@pytest.mark.parametrize(
    "arguments", [["--accept"], ["--accept", "--reject", "--out", "o.docx"], ["--out", "o.docx"], ["--author", "Ann"]]
)
def test_options_that_do_not_fit_are_one_line(resolve, arguments):
    done = resolve(*arguments)
    assert (done.status, done.out, len(done.problems)) == (2, "", 1)


def test_the_document_itself_is_never_written(resolve, tmp_path):
    before = (tmp_path / "in.docx").read_bytes()
    done = resolve("--accept", "--out", tmp_path / "in.docx")
    assert done.status == 2
    assert "this is the document itself" in done.err
    assert (tmp_path / "in.docx").read_bytes() == before


def test_a_name_that_is_no_word_files_is_one_line_and_nothing_is_written(resolve, tmp_path):
    done = resolve("--accept", "--out", tmp_path / "out.txt")
    assert (done.status, done.out, len(done.problems)) == (2, "", 1)
    assert done.err.rstrip().endswith("; name it out.docx")
    assert not (tmp_path / "out.txt").exists()


@pytest.mark.parametrize(
    ("run_content", "told"),
    [
        ("<w:instrText>PAGE</w:instrText>", "(a field)"),
        ("<w:drawing/>", "(a picture)"),
        ("<w:footnoteReference w:id='2'/>", "(a footnote mark)"),
        ("<w:t xml:space='preserve'> </w:t><w:drawing/><w:fldChar/>", "(blank, a field, a picture)"),
        ("<w:t>As drawn</w:t><w:drawing/>", "As drawn"),
    ],
)
def test_a_change_without_words_is_told_by_what_it_holds(run, make_package, tmp_path, run_content, told):
    change = f"<w:ins w:id='1' w:author='Ann'><w:r>{run_content}</w:r></w:ins>"
    (tmp_path / "in.docx").write_bytes(make_package(f"<w:p>{change}</w:p>"))
    assert run("resolve", tmp_path / "in.docx").out.rstrip().endswith(f"inserted  {told}")
