"""Listing and counting tracked changes."""

from pathlib import Path

import pytest

from app.model.receipt import RevisionCount, TrackedChange
from app.ooxml.census import census, tracked_changes
from app.ooxml.package import open_package

BY_A = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
BY_B = 'w:id="2" w:author="B"'
MAIN = "word/document.xml"


@pytest.fixture
def opened(make_package):
    def build(body, **parts):
        return open_package(make_package(body, **parts), Path("a.docx"))

    return build


def test_a_change_is_listed_with_its_words(opened):
    package = opened(f"<w:p><w:ins {BY_A}><w:r><w:t>new</w:t><w:tab/><w:t>words</w:t></w:r></w:ins></w:p>")
    assert tracked_changes(package) == (
        TrackedChange("1", MAIN, "A", "2026-01-01T00:00:00Z", "insertion", "new\twords"),
    )


@pytest.mark.parametrize(
    ("xml", "kind"),
    [
        (f"<w:p><w:pPr><w:rPr><w:ins {BY_A}/></w:rPr></w:pPr></w:p>", "mark-insertion"),
        (f"<w:p><w:pPr><w:rPr><w:moveFrom {BY_A}/></w:rPr></w:pPr></w:p>", "mark-deletion"),
        (f"<w:p><w:pPr><w:numPr><w:ins {BY_A}/></w:numPr></w:pPr></w:p>", "formatting"),
        (f"<w:p><w:r><w:rPr><w:rPrChange {BY_A}/></w:rPr></w:r></w:p>", "formatting"),
        (f"<w:tbl><w:tr><w:trPr><w:del {BY_A}/></w:trPr></w:tr></w:tbl>", "row-deletion"),
        (f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns {BY_A}/></w:tcPr></w:tc></w:tr></w:tbl>", "row-insertion"),
    ],
)
def test_a_change_that_holds_no_words_is_of_what_it_stands_at(opened, xml, kind):
    assert [(change.kind, change.words) for change in tracked_changes(opened(xml))] == [(kind, "")]


def test_the_words_of_an_insertion_count_whoever_deleted_them_since(opened):
    package = opened(
        f"<w:p><w:ins {BY_A}><w:r><w:t>keep</w:t></w:r><w:del {BY_B}><w:r><w:delText>drop</w:delText></w:r></w:del>"
        "</w:ins></w:p>"
    )
    assert census(package) == (
        RevisionCount(MAIN, "A", "insertion", 1, 8),
        RevisionCount(MAIN, "B", "deletion", 1, 4),
    )


def test_words_count_once_where_an_insertion_holds_another(opened):
    inner = f"<w:ins {BY_B}><w:r><w:t>in</w:t></w:r></w:ins>"
    package = opened(f"<w:p><w:ins {BY_A}><w:r><w:t>out</w:t></w:r>{inner}</w:ins></w:p>")
    assert [(each.author, each.characters) for each in census(package)] == [("A", 3), ("B", 2)]


def test_counts_stand_by_part_then_author_then_kind(opened):
    package = opened(
        f"<w:p><w:del {BY_B}/><w:ins {BY_B}/><w:del {BY_A}/></w:p>",
        footnotes=f"<w:footnotes><w:footnote><w:p><w:ins {BY_A}/></w:p></w:footnote></w:footnotes>",
    )
    assert [(each.part, each.author, each.kind) for each in census(package)] == [
        (MAIN, "A", "deletion"),
        (MAIN, "B", "insertion"),
        (MAIN, "B", "deletion"),
        ("word/footnotes.xml", "A", "insertion"),
    ]


def test_the_fallback_of_a_text_box_is_not_counted_again(opened):
    box = f"<w:txbxContent><w:p><w:ins {BY_A}><w:r><w:t>new</w:t></w:r></w:ins></w:p></w:txbxContent>"
    package = opened(
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert census(package) == (RevisionCount(MAIN, "A", "insertion", 1, 3),)


def test_a_file_without_any_counts_none(opened):
    assert census(opened("<w:p><w:r><w:t>ins del</w:t></w:r></w:p>")) == ()


@pytest.mark.parametrize(
    "sign", ["<w:tab/>", "<w:br/>", "<w:cr/>", "<w:noBreakHyphen/>", "<w:t xml:space='preserve'> </w:t>"]
)
def test_tabs_breaks_hyphens_and_blanks_count_as_a_character_each(opened, sign):
    package = opened(f"<w:p><w:ins {BY_A}><w:r><w:t>a</w:t>{sign}<w:t>b</w:t></w:r></w:ins></w:p>")
    assert census(package)[0].characters == 3


@pytest.mark.parametrize("thing", ["<w:drawing/>", "<w:footnoteReference/>", "<w:instrText>PAGE</w:instrText>"])
def test_what_has_no_words_counts_no_character(opened, thing):
    package = opened(f"<w:p><w:ins {BY_A}><w:r><w:t>a</w:t>{thing}</w:r></w:ins></w:p>")
    assert census(package)[0].characters == 1


def test_what_a_change_of_the_same_side_inside_holds_is_not_told_twice(opened):
    inner = f"<w:ins {BY_B}><w:r><w:drawing/></w:r></w:ins>"
    package = opened(f"<w:p><w:ins {BY_A}><w:r><w:fldChar/></w:r>{inner}</w:ins></w:p>")
    assert [change.things for change in tracked_changes(package)] == [("field",), ("picture",)]
