"""A list of edits to a redlined file."""

import json
from datetime import UTC, datetime

import pytest

from app.errors import EditsError, ExportError, UnsupportedFormatError
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.runs import paragraphs_of, read_text
from app.service.redline import redline

WHEN = datetime(2026, 1, 2, tzinfo=UTC)
BODY = (
    "<w:p><w:r><w:t>Fees fall due in “thirty” days.</w:t></w:r></w:p>"
    "<w:p><w:del w:id='1' w:author='Bo'><w:r><w:delText>Old</w:delText></w:r></w:del>"
    "<w:ins w:id='2' w:author='Bo'><w:r><w:t>Notice falls due at once.</w:t></w:r></w:ins></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Rate per seat</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed term</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    "<w:p><w:r><w:t>End of the terms.</w:t></w:r></w:p>"
)
HEADER = "<w:hdr><w:p><w:r><w:t>Draft of the terms</w:t></w:r></w:p></w:hdr>"


@pytest.fixture
def call(tmp_path, make_package):
    """Make the edits; return what could not be made."""
    (tmp_path / "in.docx").write_bytes(make_package(BODY, header=HEADER))

    def make(*edits, out="out.docx"):
        (tmp_path / "edits.json").write_text(json.dumps(edits), encoding="utf-8")
        return redline(tmp_path / "in.docx", tmp_path / "edits.json", tmp_path / out, author="Ann", when=WHEN).problems

    return make


@pytest.fixture
def texts(tmp_path):
    """Read the paragraphs of the file that was written."""

    def read():
        package = open_package((tmp_path / "out.docx").read_bytes(), tmp_path / "out.docx")
        return [read_text(p).text for part in package.stories() for p in paragraphs_of(package.tree(part))]

    return read


@pytest.mark.parametrize(
    ("find", "replace", "place", "text"),
    [
        ("thirty", "sixty", 0, "Fees fall due in “sixty” days."),
        ('"thirty" days', '"sixty" days', 0, "Fees fall due in “sixty” days."),
        ("due in “thirty”", 'due in "thirty"', 0, 'Fees fall due in "thirty" days.'),
        ("at once", "later", 1, "Notice falls due later."),
        ("Rate per seat", "Rate", 2, "Rate"),
        ("Boxed", "Framed", 4, "Framed term"),
        ("Draft", "Copy", 6, "Copy of the terms"),
    ],
    ids=["body", "other quotes", "quotes to be changed", "earlier changes accepted", "table", "text box", "header"],
)
def test_words_are_found_in_every_story(call, texts, find, replace, place, text):
    assert call({"find": find, "replace": replace}) == ()
    assert texts()[place] == text


def test_paragraphs_are_inserted_after_one_and_deleted(call, texts):
    assert call({"after": "Fees fall", "insert": ["One.", "Two."]}, {"delete": "Notice falls"}) == ()
    assert texts()[:4] == ["Fees fall due in “thirty” days.", "One.", "Two.", ""]


def test_an_occurrence_chooses_among_equal_words_in_reading_order(call, texts):
    assert call({"find": "of the terms", "occurrence": 2, "replace": "of our terms"}) == ()
    assert texts()[-2:] == ["End of the terms.", "Draft of our terms"]


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        (
            {"find": "ninety", "replace": ""},
            'edit 1: "ninety" is not in the document; quote its words as they stand there',
        ),
        (
            {"find": "due", "replace": ""},
            'edit 1: "due" stands in the document 2 times; quote more words, or say which by "occurrence"',
        ),
        (
            {"find": "due", "replace": "", "occurrence": 3},
            'edit 1: "due" stands in the document 2 times, so there is no occurrence 3; give a lower one',
        ),
        (
            {"find": "days. Notice", "replace": ""},
            'edit 1: "days. Notice" is not in the document; quote its words as they stand there',
        ),
        (
            {"delete": "falls due"},
            'edit 1: "falls due" begins no paragraph of the document; quote its words as they stand there',
        ),
    ],
)
def test_what_cannot_be_found_or_is_ambiguous_is_named(call, edit, problem):
    assert call(edit) == (problem,)


@pytest.fixture
def rates(call, tmp_path, make_package):
    """Make the edits on a document with two equal paragraphs instead."""
    (tmp_path / "in.docx").write_bytes(make_package("<w:p><w:r><w:t>Rate: open</w:t></w:r></w:p>" * 2))
    return call


def test_an_occurrence_chooses_among_paragraphs_that_begin_alike(rates, texts):
    edits = ({"after": "Rate", "occurrence": 2, "insert": ["Term: open"]}, {"delete": "Rate", "occurrence": 1})
    assert rates(*edits) == ()
    assert texts() == ["", "Rate: open", "Term: open"]


def test_paragraphs_that_begin_alike_are_ambiguous(rates):
    where = 'edit 1: "Rate" begins a paragraph of the document 2 times'
    assert rates({"delete": "Rate"}) == (f'{where}; quote more words, or say which by "occurrence"',)


def test_the_other_edits_are_made(call, texts):
    assert len(call({"find": "ninety", "replace": ""}, {"find": "Boxed", "replace": "Framed"})) == 1
    assert "Framed term" in texts()


@pytest.mark.parametrize(
    ("edits", "problem"),
    [
        (
            ({"find": "fall due", "replace": "are due"}, {"find": "Fees fall", "replace": "Fees become"}),
            'edit 2: "Fees fall" changes the same words as edit 1; make them one edit',
        ),
        (
            ({"find": "Notice falls", "replace": "It falls"}, {"delete": "Notice"}),
            'edit 2: "Notice" is in a paragraph that an earlier edit changes; take one of them out',
        ),
        (
            ({"delete": "Notice"}, {"find": "Notice falls", "replace": "It falls"}),
            'edit 2: "Notice falls" is in a paragraph that an earlier edit deletes; take one of them out',
        ),
    ],
)
def test_edits_that_stand_in_one_anothers_way_are_named(call, edits, problem):
    assert call(*edits) == (problem,)


def test_words_replaced_by_themselves_take_the_comment_alone(call, tmp_path, texts):
    before = call() or texts()
    assert call({"find": "thirty", "replace": "thirty", "comment": "Why thirty?"}) == ()
    assert texts() == before
    package = open_package((tmp_path / "out.docx").read_bytes(), tmp_path / "out.docx")
    assert "Why thirty?" in "".join(package.tree("word/comments.xml").itertext())


def test_without_edits_the_bytes_are_the_documents_own(call, tmp_path):
    call()
    assert (tmp_path / "out.docx").read_bytes() == (tmp_path / "in.docx").read_bytes()


def test_the_same_input_gives_the_same_bytes(call, tmp_path):
    edit = {"find": "thirty", "replace": "sixty", "comment": "Longer"}
    call(edit)
    first = (tmp_path / "out.docx").read_bytes()
    call(edit)
    assert (tmp_path / "out.docx").read_bytes() == first


def test_the_document_itself_is_never_written_over(call, tmp_path):
    before = (tmp_path / "in.docx").read_bytes()
    with pytest.raises(ExportError, match=r"in\.docx: this is the document itself"):
        call({"find": "thirty", "replace": "sixty"}, out="in.docx")
    assert (tmp_path / "in.docx").read_bytes() == before


def test_a_folder_that_is_none_is_named_and_nothing_is_left(call, tmp_path):
    with pytest.raises(ExportError, match=r"edits\.json: this is a file; nothing was written"):
        call({"find": "thirty", "replace": "sixty"}, out="edits.json/out.docx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["edits.json", "in.docx"]


@pytest.mark.parametrize("out", [".", "folder"])
def test_a_folder_to_write_over_is_named(call, tmp_path, monkeypatch, out):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExportError, match="this is a folder; nothing was written; name a file"):
        call({"find": "thirty", "replace": "sixty"}, out=out)


def test_a_document_that_is_not_there_is_named(tmp_path):
    (tmp_path / "edits.json").write_text("[]")
    with pytest.raises(UnsupportedFormatError, match=r"none\.docx: cannot be read"):
        redline(tmp_path / "none.docx", tmp_path / "edits.json", tmp_path / "out.docx", author="Ann", when=WHEN)


def test_a_wrong_list_writes_nothing(call, tmp_path):
    with pytest.raises(EditsError):
        call({"find": ""})
    assert not (tmp_path / "out.docx").exists()


def test_a_typed_number_is_no_part_of_a_clause_that_is_written_anew(make_package, tmp_path):
    (tmp_path / "in.docx").write_bytes(make_package("<w:p><w:r><w:t>2.1 Fees fall due at once.</w:t></w:r></w:p>"))
    (tmp_path / "edits.json").write_text('[{"find": "at once", "replace": "later"}]')
    paths = (tmp_path / "in.docx", tmp_path / "edits.json", tmp_path / "out.docx")
    redline(*paths, author="Ann", when=WHEN, degree="clause")
    package = open_package(paths[2].read_bytes(), paths[2])
    struck = ["".join(mark.itertext()) for mark in package.tree(package.main).iter(w("del"))]
    assert struck == ["Fees fall due at once."]


def test_an_edit_that_would_do_harm_is_named_and_the_others_are_made(make_package, tmp_path, texts):
    twice = "<mc:Choice><w:t>ab cd</w:t></mc:Choice><mc:Fallback><w:t>ab cd</w:t></mc:Fallback>"
    data = make_package(f"<w:p><w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r></w:p>{BODY}")
    (tmp_path / "in.docx").write_bytes(data)
    edits = [{"find": "ab cd", "replace": "ab ef"}, {"find": "Fees", "replace": "Costs"}]
    (tmp_path / "edits.json").write_text(json.dumps(edits))
    came = redline(tmp_path / "in.docx", tmp_path / "edits.json", tmp_path / "out.docx", author="Ann", when=WHEN)
    assert [problem[:40] for problem in came.problems] == ["edit 1: it cannot be made without harm, "]
    assert texts()[:2] == ["ab cd", "Costs fall due in “thirty” days."]
