"""The proof finds what it is there to find."""

from pathlib import Path

import pytest

from app.ooxml.package import open_package
from app.ooxml.proof import Claim, prove

PATH = Path("contract.docx")
MAIN = "word/document.xml"
THEIRS = '<w:ins w:id="1" w:author="Bo"><w:r><w:t>{}</w:t></w:r></w:ins>'
OURS = '<w:ins w:id="9" w:author="Ann"><w:r><w:t>x</w:t></w:r></w:ins>'
BEFORE = f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>ab</w:t></w:r>{THEIRS.format('cd')}</w:p>"


@pytest.fixture
def check(make_package):
    def call(after, text, **parts):
        original = open_package(make_package(BEFORE, styles="<w:styles/>"), PATH)
        redlined = open_package(make_package(after, **({"styles": "<w:styles/>"} | parts)), PATH)
        return prove(original, redlined, Claim({"9"}, {"8"}, {MAIN: (text,)}, ()))

    return call


def test_cut_runs_and_revisions_count_as_whole(check):
    after = (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>"
        f"{THEIRS.format('c')}{OURS}{THEIRS.format('d').replace('1', '5')}</w:p>"
    )
    assert check(after, "abcxd") == ()


def test_marks_of_new_comments_do_not_count(check):
    mark = '<w:commentRangeStart w:id="8"/><w:commentRangeEnd w:id="8"/><w:r><w:commentReference w:id="8"/></w:r></w:p>'
    assert check(BEFORE.replace("</w:p>", mark), "abcd") == ()


@pytest.mark.parametrize(
    "after",
    [
        BEFORE.replace("<w:b/>", "<w:i/>"),
        BEFORE.replace('"Bo"', '"Ann"'),
        BEFORE.replace("<w:p>", "<w:p><w:pPr><w:jc/></w:pPr>"),
        BEFORE.replace("</w:p>", "<w:bookmarkStart w:id='4'/></w:p>"),
        BEFORE.replace("</w:p>", "<w:r><w:tab/></w:r></w:p>"),
    ],
    ids=["format", "author", "paragraph", "bookmark", "content"],
)
def test_anything_else_that_differs_is_named(check, after):
    assert "without its changes word/document.xml is not the original: the paragraph 'abcd" in check(after, "abcd")[0]


def test_a_text_that_is_not_the_planned_one_is_named(check):
    assert check(BEFORE, "abc") == ("with its changes paragraph 1 of word/document.xml reads 'abcd', not 'abc'",)


def test_a_paragraph_too_many_is_named(check):
    problems = check(f"{BEFORE}<w:p/>", "abcd")
    assert "body" in problems[0]
    assert problems[1] == "with its changes word/document.xml has 2 paragraphs, not 1"


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
