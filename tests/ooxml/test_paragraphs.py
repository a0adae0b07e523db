"""Whole paragraphs inserted and deleted."""

import pytest
from lxml import etree

from app.ooxml.manner import manner_of
from app.ooxml.names import w
from app.ooxml.paragraphs import NewText, delete_paragraph, end_of_joined, insert_paragraphs
from app.ooxml.resolver import accept, by_author, reject
from app.ooxml.runs import paragraphs_of, read_text

HEADED = (
    "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Term.</w:t></w:r>"
    "<w:r><w:t> It runs.</w:t></w:r></w:p>"
)
PLAIN = "<w:p><w:r><w:t>Plain.</w:t></w:r></w:p>"
SECTION = "<w:p><w:pPr><w:jc/><w:sectPr><w:cols/></w:sectPr></w:pPr><w:r><w:t>Last of its section.</w:t></w:r></w:p>"


def texts(root):
    return [read_text(p).text for p in paragraphs_of(root)]


def after_rejecting(root):
    copy = etree.fromstring(etree.tostring(root))
    reject(copy, by_author("Ann Reviewer"))
    return copy


def after_accepting(root):
    copy = etree.fromstring(etree.tostring(root))
    accept(copy, by_author("Ann Reviewer"))
    return copy


def test_a_new_paragraph_is_inserted_with_its_mark(body, stamp, shown):
    root = body(HEADED + PLAIN)
    insert_paragraphs(root[0][0], [NewText("New.", manner_of(root[0][1]))], stamp)
    assert shown(root[0][1]) == ("<p><pPr><rPr><ins ours/></rPr></pPr><ins ours><r><t>New.</t></r></ins></p>")


def test_after_a_paragraph_like_it_the_mark_between_the_two_is_the_new_one(body, stamp, shown):
    root = body(PLAIN + PLAIN)
    insert_paragraphs(root[0][0], [NewText("New.", manner_of(root[0][0]))], stamp)
    assert shown(root[0][0]).startswith("<p><pPr><rPr><ins ours/></rPr></pPr><r>")
    assert shown(root[0][1]) == "<p><ins ours><r><t>New.</t></r></ins></p>"


def test_a_mark_that_others_changed_stays_with_its_paragraph(body, stamp, shown):
    theirs = '<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="Bo"/></w:rPr></w:pPr><w:r><w:t>Old.</w:t></w:r></w:p>'
    root = body(theirs + PLAIN)
    before = shown(root[0][0])
    insert_paragraphs(root[0][0], [NewText("New.", manner_of(root[0][0]))], stamp)
    assert shown(root[0][0]) == before


def test_it_has_the_properties_and_the_run_in_heading_of_the_paragraph_it_is_like(body, stamp, shown):
    root = body(HEADED + PLAIN)
    p = root[0][0]
    insert_paragraphs(p, [NewText("Notice. Give it.", manner_of(p), heading="Notice.")], stamp)
    assert shown(root[0][1]) == (
        "<p><pPr><numPr/></pPr><ins ours><r><rPr><b/></rPr><t>Notice.</t></r><r><t> Give it.</t></r></ins></p>"
    )


def test_a_bold_term_inside_a_sentence_is_no_heading(body):
    p = body("<w:p><w:r><w:t>The </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Customer</w:t></w:r>"
             "<w:r><w:t> must pay in time.</w:t></w:r></w:p>")[0][0]  # fmt: skip
    assert manner_of(p).heading is None
    assert manner_of(p).body is None


def test_a_typed_number_is_typed_as_in_the_paragraph_it_is_like(body, stamp, shown):
    p = body("<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>4.2</w:t><w:tab/></w:r><w:r><w:t>Old.</w:t></w:r></w:p><w:p/>")[0][0]
    text = NewText("New.", manner_of(p, 4), marker="4.3")
    (mark,) = insert_paragraphs(p, [text], stamp)
    assert shown(mark) == ("<ins ours><r><rPr><i/></rPr><t>4.3</t><tab/></r><r><t>New.</t></r></ins>")


def test_a_number_and_its_level_are_copied_in_the_order_of_the_schema(body):
    swapped = "<w:p><w:pPr><w:numPr><w:numId w:val='3'/><w:ilvl w:val='1'/></w:numPr></w:pPr></w:p>"
    copied = manner_of(body(swapped)[0][0]).pPr[0]
    assert [child.tag for child in copied] == [w("ilvl"), w("numId")]


def test_a_break_or_frame_is_not_copied(body):
    p = body("<w:p><w:pPr><w:pageBreakBefore/><w:framePr/><w:jc/><w:sectPr/></w:pPr></w:p>")[0][0]
    assert [etree.QName(child).localname for child in manner_of(p).pPr] == ["jc"]


@pytest.mark.parametrize(
    "xml",
    [
        PLAIN + HEADED,
        PLAIN,
        f"{PLAIN}<w:tbl><w:tr><w:tc>{PLAIN}</w:tc></w:tr></w:tbl>",
        f"<w:tbl><w:tr><w:tc>{HEADED}</w:tc></w:tr></w:tbl><w:p/>",
        f"{PLAIN}<w:sectPr/>",
        SECTION + PLAIN,
    ],
    ids=["between", "last", "before a table", "last of a cell", "before the last section", "last of its section"],
)
def test_rejecting_new_paragraphs_gives_back_the_original(body, stamp, shown, xml):
    root = body(xml)
    before, was = shown(root), texts(root)
    p = paragraphs_of(root)[0]
    like = manner_of(paragraphs_of(root)[-1])
    insert_paragraphs(p, [NewText("One.", like), NewText("Two.", like)], stamp)
    assert shown(after_rejecting(root)) == before
    assert texts(after_accepting(root)) == [was[0], "One.", "Two.", *was[1:]]


def test_at_the_end_the_last_new_paragraph_takes_over_the_mark(body, stamp, shown):
    root = body("<w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>End.</w:t></w:r></w:p>")
    p = root[0][0]
    insert_paragraphs(p, [NewText("New.", manner_of(p))], stamp)
    assert shown(root[0]) == (
        "<body><p><pPr><jc/><rPr><ins ours/></rPr></pPr><r><t>End.</t></r></p>"
        "<p><pPr><jc/></pPr><ins ours><r><t>New.</t></r></ins></p></body>"
    )


def test_the_section_stays_with_the_last_paragraph(body, stamp):
    root = body(SECTION + PLAIN)
    p = root[0][0]
    insert_paragraphs(p, [NewText("New.", manner_of(p))], stamp)
    assert [each.find(f"{w('pPr')}/{w('sectPr')}") is not None for each in root[0]] == [False, True, False]


def test_a_deleted_paragraph_goes_with_its_mark(body, stamp, shown):
    root = body(PLAIN + HEADED)
    deleted = delete_paragraph(root[0][0], stamp)
    assert deleted.is_whole
    assert shown(root[0][0]) == (
        "<p><pPr><rPr><del ours/></rPr></pPr><del ours><r><delText>Plain.</delText></r></del></p>"
    )
    assert texts(after_accepting(root)) == ["Term. It runs."]


@pytest.mark.parametrize(
    "xml",
    [
        PLAIN,
        f"<w:tbl><w:tr><w:tc>{PLAIN}</w:tc></w:tr></w:tbl>",
        SECTION + PLAIN,
    ],
    ids=["last", "last of a cell", "last of its section"],
)
def test_a_mark_that_nothing_can_replace_stays(body, stamp, shown, xml):
    root = body(xml)
    before = shown(root)
    deleted = delete_paragraph(paragraphs_of(root)[0], stamp)
    assert not deleted.is_whole
    assert texts(after_accepting(root))[0] == ""
    assert shown(after_rejecting(root)) == before


def test_an_insertion_of_theirs_is_deleted_inside_it(body, stamp, shown):
    theirs = 'w:id="1" w:author="Bo Vendor" w:date="2025-12-01T00:00:00Z"'
    root = body(
        f"<w:p><w:pPr><w:rPr><w:ins {theirs}/></w:rPr></w:pPr><w:ins {theirs}><w:r><w:t>New.</w:t></w:r></w:ins></w:p>"
        + PLAIN
    )
    before = shown(root)
    delete_paragraph(root[0][0], stamp)
    assert shown(root[0][0]) == (
        '<p><pPr><rPr><ins author="Bo Vendor"/><del ours/></rPr></pPr>'
        '<ins author="Bo Vendor"><del ours><r><delText>New.</delText></r></del></ins></p>'
    )
    assert shown(after_rejecting(root)) == before


def test_before_a_table_the_mark_stays_where_they_deleted_words_too(body, stamp):
    theirs = '<w:del w:id="1" w:author="Bo"><w:r><w:delText>Old.</w:delText></w:r></w:del>'
    root = body(f"<w:p>{theirs}<w:r><w:t>New.</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
    assert not delete_paragraph(root[0][0], stamp).is_whole


def test_before_a_table_the_mark_stays_where_what_joins_it_holds_words_they_deleted(body, stamp):
    theirs = '<w:del w:id="1" w:author="Bo"><w:r><w:delText>Old.</w:delText></w:r></w:del>'
    root = body(f"<w:p>{theirs}<w:r><w:t>New.</w:t></w:r></w:p><w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
    assert delete_paragraph(root[0][0], stamp).is_whole
    assert not delete_paragraph(root[0][1], stamp).is_whole


def test_a_text_box_in_a_deleted_paragraph_stays(body, stamp):
    box = f"<w:r><w:pict><w:txbxContent>{PLAIN}</w:txbxContent></w:pict></w:r>"
    root = body(f"<w:p><w:r><w:t>Around.</w:t></w:r>{box}</w:p>{PLAIN}")
    assert not delete_paragraph(root[0][0], stamp).is_whole
    assert texts(after_accepting(root)) == ["", "Plain.", "Plain."]


def test_the_beginning_of_a_field_that_ends_elsewhere_stays(body, stamp):
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
    root = body(f"<w:p>{begin}{separate}<w:r><w:t>One</w:t></w:r></w:p><w:p><w:r><w:t>Two</w:t></w:r>{end}</w:p>")
    delete_paragraph(root[0][0], stamp)
    kinds = [mark.get(w("fldCharType")) for mark in after_accepting(root).iter(w("fldChar"))]
    assert kinds == ["begin", "separate", "end"]


GONE = '<w:pPr><w:rPr><w:del w:id="1" w:author="Bo" w:date="2025-12-01T00:00:00Z"/></w:rPr></w:pPr>'


def test_a_break_or_frame_stays_with_its_paragraph_where_the_last_new_one_takes_over_the_mark(body, stamp, shown):
    root = body(PLAIN + "<w:p><w:pPr><w:pageBreakBefore/><w:jc/></w:pPr><w:r><w:t>End.</w:t></w:r></w:p>")
    before, p = shown(root), root[0][1]
    insert_paragraphs(p, [NewText("New.", manner_of(p))], stamp)
    accepted = after_accepting(root)
    assert [each.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None for each in accepted[0]] == [False, True, False]
    assert shown(after_rejecting(root)) == before


def test_the_end_of_a_paragraph_is_where_no_deleted_mark_joins_it_to_the_next(body):
    root = body(f"<w:p>{GONE}<w:r><w:t>One </w:t></w:r></w:p>{PLAIN}{PLAIN}")
    assert end_of_joined(root[0][0]) is root[0][1]


def test_a_paragraph_that_is_all_deleted_ends_where_it_stands(body):
    root = body(f"<w:p>{GONE}<w:del w:id='2'><w:r><w:delText>One</w:delText></w:r></w:del></w:p>{PLAIN}")
    assert end_of_joined(root[0][0]) is root[0][0]


def test_a_mark_stays_that_keeps_the_words_before_it_from_the_next_paragraph(body, stamp):
    root = body(f"<w:p>{GONE}<w:r><w:t>One </w:t></w:r></w:p>{PLAIN}{HEADED}")
    assert not delete_paragraph(root[0][1], stamp).is_whole
    accept(root)
    assert texts(root) == ["One ", "Term. It runs."]
