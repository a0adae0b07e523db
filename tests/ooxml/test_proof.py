"""The proof finds what it is there to find."""

from pathlib import Path

import pytest

from app.ooxml.looks import Formatted, Look, canonical
from app.ooxml.package import open_package
from app.ooxml.proof import Claim, prove

PATH = Path("contract.docx")
MAIN = "word/document.xml"
WHO = 'w:author="Ann" w:date="2026-01-02T00:00:00Z"'
THEIRS = '<w:ins w:id="1" w:author="Bo"><w:r><w:t>{}</w:t></w:r></w:ins>'
OURS = f'<w:ins w:id="9" {WHO}><w:r><w:t>x</w:t></w:r></w:ins>'
BEFORE = f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>ab</w:t></w:r>{THEIRS.format('cd')}</w:p>"
FILLING = "".join(f"<w:p><w:r><w:t>Filling {number}.</w:t></w:r></w:p>" for number in range(6))
ROW = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
TABLE = f"<w:tbl>{ROW.format('one', 'two')}</w:tbl>"
COMMENTS = "<w:comments>{}</w:comments>"
COMMENT = f'<w:comment w:id="8" {WHO}><w:p/></w:comment>'
MARKS = '<w:commentRangeStart w:id="8"/><w:commentRangeEnd w:id="8"/><w:r><w:commentReference w:id="8"/></w:r></w:p>'


@pytest.fixture
def check(make_package):
    """Prove a package of which the body is `after`, and its first paragraph planned to read `text`."""

    def call(after, text, **parts):
        original = open_package(make_package(BEFORE, styles="<w:styles/>"), PATH)
        redlined = open_package(make_package(after, **({"styles": "<w:styles/>"} | parts)), PATH)
        return prove(original, redlined, Claim({"9"}, (), {MAIN: (text,)}, ()))

    return call


@pytest.fixture
def damaged(make_package):
    """Prove a package after a change that nothing claims, in the middle of a long one."""

    def call(before, after, **parts):
        original = open_package(make_package(f"{FILLING}{before}{FILLING}", **parts), PATH)
        redlined = open_package(make_package(f"{FILLING}{after}{FILLING}", **parts), PATH)
        count = len(list(original.tree(MAIN).iter("{*}p")))
        return prove(original, redlined, Claim({"9"}, (), {MAIN: tuple(range(count))}, ()))

    return call


def test_cut_runs_and_revisions_count_as_whole(check):
    after = (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>"
        f"{THEIRS.format('c')}{OURS}{THEIRS.format('d').replace('1', '5')}</w:p>"
    )
    assert check(after, "abcxd") == ()


@pytest.fixture
def commented(make_package):
    """Prove a package with the marks of a comment in the text and these entries in the list."""

    def call(marks, entries):
        original = open_package(make_package(BEFORE, comments=COMMENTS.format("")), PATH)
        after = make_package(BEFORE.replace("</w:p>", marks), comments=COMMENTS.format(entries))
        return prove(original, open_package(after, PATH), Claim((), ("8",), {MAIN: (0,)}, ("word/comments.xml",)))

    return call


def test_marks_of_new_comments_do_not_count(commented):
    assert commented(MARKS, COMMENT) == ()


@pytest.mark.parametrize(
    ("marks", "entries", "problem"),
    [
        ("</w:p>", COMMENT, "comment 8 has no beginning and no end and no mark in the text"),
        (MARKS.replace("RangeEnd", "RangeOver"), COMMENT, "comment 8 has no end"),
        (MARKS, "", "comment 8 is listed 0 times"),
        (MARKS, COMMENT.replace('w:author="Ann"', ""), "a new comment has no author or no date"),
        (MARKS, COMMENT + COMMENT, "two of the new tracked changes, comments and bookmarks have the same id (8)"),
    ],
    ids=["no anchor", "no end", "no entry", "no author", "twice"],
)
def test_a_comment_without_its_place_is_named(commented, marks, entries, problem):
    assert problem in commented(marks, entries)


@pytest.mark.parametrize(
    ("after", "what"),
    [
        (BEFORE.replace("<w:b/>", "<w:i/>"), "the format of its characters differs"),
        (BEFORE.replace('"Bo"', '"Ann"'), "an earlier tracked change is lost or has another author or date"),
        (BEFORE.replace("</w:ins>", "").replace(THEIRS[:30], ""), "an earlier tracked change is lost"),
        (BEFORE.replace("<w:p>", "<w:p><w:pPr><w:jc/></w:pPr>"), "its paragraph format differs"),
        (BEFORE.replace("</w:p>", "<w:bookmarkStart w:id='4'/></w:p>"), "something in it that is no words differs"),
        (BEFORE.replace("</w:p>", "<w:r><w:tab/></w:r></w:p>"), "the format of its characters differs"),
        (BEFORE.replace("ab", "ax"), "its words differ, they are “axcd”"),
    ],
    ids=["format", "author", "revision", "paragraph", "bookmark", "content", "words"],
)
def test_anything_else_that_differs_is_named(check, after, what):
    found = check(after, "abcd")[0]
    assert found.startswith("rejecting the changes would not give back the document (word/document.xml) at “abcd”: ")
    assert what in found


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:bookmarkStart w:id='4' w:name='n'/>", ""),
        (TABLE, f"<w:tbl>{ROW.format('two', 'one')}</w:tbl>"),
        (TABLE, TABLE.replace("<w:tc>", "", 1).replace("</w:tc><w:tc>", "", 1).replace("<w:tr>", "<w:tr><w:tc>")),
        (TABLE, TABLE.replace("<w:tbl>", "<w:tbl><w:tblPr><w:jc/></w:tblPr>")),
        (f"{TABLE}<w:p/>", f"<w:p/>{TABLE}"),
        ("", "<w:p/>"),
        (BEFORE, ""),
    ],
    ids=["bookmark between", "cells shifted", "cells joined", "table format", "moved", "too much", "lost"],
)
def test_what_is_lost_or_shifted_between_others_is_found(damaged, before, after):
    assert any("rejecting the changes would not give back" in problem for problem in damaged(before, after))


def test_a_package_in_which_nothing_differs_holds(damaged):
    assert damaged(TABLE + BEFORE, TABLE + BEFORE) == ()


def test_a_text_outside_of_the_changed_blocks_that_is_planned_otherwise_is_named(make_package):
    package = open_package(make_package(FILLING), PATH)
    texts = (0, 1, 2, "Planned.", 4, 5)
    (problem,) = prove(package, package, Claim((), (), {MAIN: texts}, ()))
    assert problem.endswith("reading “Filling 3.”, not “Planned.”")


def test_another_paragraph_deleted_than_planned_is_named(make_package):
    mark = f'<w:p><w:pPr><w:rPr><w:del w:id="9" {WHO}/></w:rPr></w:pPr>'
    deleted = f'<w:del w:id="10" {WHO}><w:r><w:delText>Filling 3.</w:delText></w:r></w:del>'
    after = FILLING.replace("<w:p><w:r><w:t>Filling 3.</w:t></w:r>", mark + deleted)
    original, redlined = (open_package(make_package(body), PATH) for body in (FILLING, after))
    good, bad = (Claim({"9", "10"}, (), {MAIN: texts}, ()) for texts in ((0, 1, 2, 4, 5), (0, 1, 3, 4, 5)))
    assert prove(original, redlined, good) == ()
    assert "reading “Filling 2.”, not “Filling 3.”" in prove(original, redlined, bad)[0]


@pytest.mark.parametrize(
    ("ours", "problem"),
    [
        (OURS.replace('w:author="Ann"', ""), "a new tracked change in word/document.xml has no author or no date"),
        (OURS + OURS, "two of the new tracked changes, comments and bookmarks have the same id (9)"),
        (OURS.replace("w:t>", "w:delText>"), "words in word/document.xml count as deleted and stand in no deletion"),
        (f'<w:del w:id="9" {WHO}><w:r><w:t>x</w:t></w:r></w:del>', "holds words that count as not deleted"),
    ],
    ids=["author", "id twice", "deleted text", "text deleted"],
)
def test_a_revision_that_is_not_as_it_must_be_is_named(check, ours, problem):
    assert any(problem in each for each in check(BEFORE.replace("</w:p>", f"{ours}</w:p>"), "abcdx"))


def test_an_id_that_two_parts_use_is_named(make_package):
    header = f"<w:hdr><w:p>{OURS}</w:p></w:hdr>"
    original = open_package(make_package(BEFORE, header="<w:hdr><w:p/></w:hdr>"), PATH)
    redlined = open_package(make_package(BEFORE.replace("</w:p>", f"{OURS}</w:p>"), header=header), PATH)
    claim = Claim({"9"}, (), {MAIN: ("abcdx",), "word/header.xml": ("x",)}, ())
    assert "two of the new tracked changes, comments and bookmarks have the same id (9)" in prove(
        original, redlined, claim
    )


def test_a_format_that_is_not_planned_is_named(make_package):
    after = BEFORE.replace("</w:p>", f"{OURS}</w:p>")
    original, redlined = (open_package(make_package(body), PATH) for body in (BEFORE, after))
    bold = canonical(original.tree(MAIN).find(".//{*}rPr"))
    plain = Formatted(2, frozenset((canonical(None),)))
    kept = Formatted(2, frozenset((bold,)))
    looks = [Look((kept, plain, Formatted(1, frozenset((each,)))), None) for each in (canonical(None), bold)]
    good, bad = (Claim({"9"}, (), {MAIN: ("abcdx",)}, (), formats={MAIN: (look,)}) for look in looks)
    assert prove(original, redlined, good) == ()
    (problem,) = prove(original, redlined, bad)
    assert problem.endswith("a format in the document (word/document.xml) that is not planned, at “abcdx”")


@pytest.mark.parametrize(("name", "holds"), [("_Ref9", True), ("_Ref8", False)])
def test_a_bookmark_may_be_added_only_under_its_name(make_package, name, holds):
    after = BEFORE.replace("</w:p>", f'<w:bookmarkStart w:id="7" w:name="{name}"/><w:bookmarkEnd w:id="7"/></w:p>')
    original, redlined = (open_package(make_package(body), PATH) for body in (BEFORE, after))
    claim = Claim((), (), {MAIN: (0,)}, (), bookmarks={"7": "_Ref9"})
    assert (prove(original, redlined, claim) == ()) is holds


def test_a_text_that_is_not_the_planned_one_is_named(check):
    assert check(BEFORE, "abc") == (
        "accepting the changes would leave a paragraph of the document (word/document.xml) reading “abcd”, not “abc”",
    )


def test_a_paragraph_too_many_is_named(check):
    problems = check(f"{BEFORE}<w:p/>", "abcd")
    assert "there is something too much (w:p)" in problems[0]
    assert "something unplanned in the document (word/document.xml)" in problems[1]


def test_another_part_that_changed_is_named(check):
    assert check(BEFORE, "abcd", styles="<w:styles><w:style/></w:styles>") == ("word/styles.xml is changed",)


def test_a_part_that_may_grow_must_keep_what_it_had(make_package):
    listed = "<w:comments><w:comment w:id='0'/>{}</w:comments>"
    original = open_package(make_package(BEFORE, comments=listed.format("")), PATH)
    claim = Claim((), (), {}, ("word/comments.xml",))
    grown = make_package(BEFORE, comments=listed.format("<w:comment w:id='1'/>"))
    emptied = make_package(BEFORE, comments="<w:comments/>")
    assert prove(original, open_package(grown, PATH), claim) == ()
    assert prove(original, open_package(emptied, PATH), claim) == ("word/comments.xml is changed",)


def test_the_order_of_properties_says_nothing(make_package):
    before, after = (
        open_package(make_package(BEFORE.replace("<w:b/>", properties)), PATH)
        for properties in ("<w:b/><w:i/>", "<w:i/><w:b/>")
    )
    assert prove(before, after, Claim((), (), {MAIN: ("abcd",)}, ())) == ()
