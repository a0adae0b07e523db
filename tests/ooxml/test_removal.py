"""What stands around revisions once they are resolved, by hand-made documents."""

import pytest
from lxml import etree

from app.ooxml.names import M, W
from app.ooxml.resolver import accept, by_author, by_ids, reject

OUT = '<w:del w:id="1" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>'
NEW = '<w:ins w:id="2" w:author="B"><w:r><w:t>new</w:t></w:r></w:ins>'
GONE = '<w:pPr><w:rPr><w:del w:id="3" w:author="A"/></w:rPr></w:pPr>'
FORMULA = f'<m:oMath xmlns:m="{M}">'


def test_a_simple_field_that_shows_nothing_any_more_goes(paragraph, shown):
    p = paragraph(f"<w:r><w:t>see</w:t></w:r><w:fldSimple w:instr='REF a'>{OUT}</w:fldSimple>")
    accept(p.getroottree().getroot())
    assert shown(p) == "<p><r><t>see</t></r></p>"


def test_a_simple_field_that_still_shows_something_stays(paragraph, shown):
    p = paragraph(f"<w:fldSimple w:instr='REF a'>{OUT}{NEW}</w:fldSimple>")
    accept(p.getroottree().getroot())
    assert shown(p) == '<p><fldSimple instr="REF a"><r><t>new</t></r></fldSimple></p>'


def test_a_bookmark_outlives_the_link_around_it(paragraph, shown):
    p = paragraph(f"<w:hyperlink><w:bookmarkStart w:id='7' w:name='n'/>{OUT}</w:hyperlink><w:bookmarkEnd w:id='7'/>")
    accept(p.getroottree().getroot())
    assert shown(p) == '<p><bookmarkStart name="n"/><bookmarkEnd/></p>'


def test_an_end_of_a_bookmark_in_deleted_words_stays(paragraph, shown):
    p = paragraph(
        "<w:bookmarkStart w:id='7' w:name='n'/><w:r><w:t>a</w:t></w:r>"
        "<w:del w:id='1'><w:r><w:delText>b</w:delText></w:r><w:bookmarkEnd w:id='7'/></w:del>"
    )
    accept(p.getroottree().getroot())
    assert shown(p) == '<p><bookmarkStart name="n"/><r><t>a</t></r><bookmarkEnd/></p>'


def test_a_bookmark_wholly_in_deleted_words_goes_with_them(paragraph, shown):
    p = paragraph("<w:del w:id='1'><w:bookmarkStart w:id='7' w:name='n'/><w:bookmarkEnd w:id='7'/></w:del>")
    accept(p.getroottree().getroot())
    assert shown(p) == "<p/>"


def test_what_stands_between_joined_paragraphs_stays_between_their_words(body, shown):
    root = body(
        f"<w:p>{GONE}<w:r><w:t>a</w:t></w:r></w:p><w:bookmarkStart w:id='7' w:name='n'/>"
        "<w:p><w:r><w:t>b</w:t></w:r></w:p><w:bookmarkEnd w:id='7'/>"
    )
    accept(root)
    assert shown(root[0]) == (
        '<body><p><r><t>a</t></r><bookmarkStart name="n"/><r><t>b</t></r></p><bookmarkEnd/></body>'
    )


def test_a_paragraph_before_a_content_control_keeps_its_words(body, shown):
    control = "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    root = body(f"<w:p>{GONE}<w:r><w:t>a</w:t></w:r></w:p>{control}<w:p/>")
    accept(root)
    assert shown(root[0]) == f"<body><p><pPr/><r><t>a</t></r></p>{control.replace('w:', '')}<p/></body>"


@pytest.mark.parametrize(
    ("blocks", "left"),
    [
        (f"<w:p>{GONE}{OUT}</w:p><w:tbl/><w:p/>", "<tbl/><p/>"),
        (f"<w:p/><w:tbl/><w:p>{GONE}{OUT}</w:p>", "<p/><tbl/><p><pPr/></p>"),
        (f"<w:p/><w:p>{GONE}{OUT}</w:p>", "<p/>"),
        (f"<w:p>{GONE}{OUT}</w:p>", "<p><pPr/></p>"),
    ],
)
def test_a_cell_keeps_the_paragraph_that_it_must_end_with(body, shown, blocks, left):
    root = body(f"<w:tbl><w:tr><w:tc>{blocks}</w:tc></w:tr></w:tbl><w:p/>")
    accept(root)
    assert shown(root[0]) == f"<body><tbl><tr><tc>{left}</tc></tr></tbl><p/></body>"


def test_the_control_around_the_last_row_goes_with_the_table(body, shown):
    row = "<w:tr><w:trPr><w:del w:id='6'/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
    root = body(f"<w:tbl><w:sdt><w:sdtPr/><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl><w:p/>")
    accept(root)
    assert shown(root[0]) == "<body><p/></body>"


@pytest.mark.parametrize(("resolve", "cells"), [(accept, 1), (reject, 2)])
def test_a_deleted_cell_goes_alone(body, resolve, cells):
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p/></w:tc>"
    root = body(
        f"<w:tbl><w:tr>{cell.format('')}{cell.format('<w:cellDel w:id=@6@/>'.replace('@', chr(34)))}</w:tr></w:tbl>"
    )
    resolve(root)
    assert len(root[0][0][0]) == cells


@pytest.mark.parametrize(
    ("resolve", "change", "left"),
    [
        (accept, 'w:vMerge="cont"', '<tcW/><vMerge val="continue"/>'),
        (reject, 'w:vMerge="cont"', "<tcW/>"),
        (accept, 'w:vMergeOrig="cont"', "<tcW/>"),
        (reject, 'w:vMergeOrig="cont"', '<tcW/><vMerge val="continue"/>'),
        (accept, "", "<tcW/><vMerge/>"),
    ],
)
def test_cells_are_merged_or_as_they_were(body, shown, resolve, change, left):
    root = body(
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:tcW/><w:vMerge/><w:cellMerge w:id='4' {change}/></w:tcPr></w:tc></w:tr></w:tbl>"
    )
    resolve(root)
    assert shown(root[0][0][0][0][0]) == f"<tcPr>{left}</tcPr>"


@pytest.mark.parametrize(
    ("resolve", "kind", "left"),
    [(accept, "Del", ""), (reject, "Ins", ""), (accept, "MoveFrom", ""), (reject, "Del", "s"), (accept, "Ins", "s")],
)
def test_a_content_control_goes_and_leaves_its_words(paragraph, shown, resolve, kind, left):
    p = paragraph(
        f"<w:customXml{kind}RangeStart w:id='1'/><w:sdt><w:sdtPr/><w:sdtContent><w:customXml{kind}RangeEnd w:id='1'/>"
        f"<w:r><w:t>a</w:t></w:r><w:customXml{kind}RangeStart w:id='2'/></w:sdtContent></w:sdt>"
        f"<w:customXml{kind}RangeEnd w:id='2'/>"
    )
    resolve(p.getroottree().getroot())
    kept = "<sdt><sdtPr/><sdtContent><r><t>a</t></r></sdtContent></sdt>"
    assert shown(p) == f"<p>{kept if left else '<r><t>a</t></r>'}</p>"


def test_a_range_of_moves_stays_with_the_last_move_in_it(paragraph, shown):
    p = paragraph(
        "<w:moveToRangeStart w:id='1' w:name='m'/><w:moveTo w:id='2'><w:r><w:t>a</w:t></w:r></w:moveTo>"
        "<w:moveTo w:id='3'><w:r><w:t>b</w:t></w:r></w:moveTo><w:moveToRangeEnd w:id='1'/>"
    )
    accept(p.getroottree().getroot(), by_ids({"2"}))
    assert shown(p) == (
        '<p><moveToRangeStart name="m"/><r><t>a</t></r><moveTo><r><t>b</t></r></moveTo><moveToRangeEnd/></p>'
    )
    accept(p.getroottree().getroot(), by_ids({"3"}))
    assert shown(p) == "<p><r><t>a</t></r><r><t>b</t></r></p>"


def test_a_formula_of_which_all_is_deleted_goes(paragraph, shown):
    run = "<w:del w:id='1'><m:r><m:t>x</m:t></m:r></w:del>"
    p = paragraph(f"<m:oMathPara xmlns:m='{M}'><m:oMath>{run}</m:oMath></m:oMathPara>")
    accept(p.getroottree().getroot())
    assert shown(p) == "<p/>"


def test_an_inserted_fraction_is_undone_and_leaves_what_stood_before(paragraph, shown):
    look = "<m:fPr><m:ctrlPr><w:ins w:id='1'><w:rPr/></w:ins></m:ctrlPr></m:fPr>"
    inserted = "<w:ins w:id='2'><m:r><m:t>2</m:t></m:r></w:ins>"
    p = paragraph(
        f"{FORMULA}<m:f>{look}<m:num><m:r><m:t>x</m:t></m:r></m:num><m:den>{inserted}</m:den></m:f></m:oMath>"
    )
    reject(p.getroottree().getroot())
    assert shown(p) == "<p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></p>"


def test_an_accepted_fraction_stays(paragraph, shown):
    look = "<m:fPr><m:ctrlPr><w:ins w:id='1'><w:rPr/></w:ins></m:ctrlPr></m:fPr>"
    p = paragraph(f"{FORMULA}<m:f>{look}<m:num/><m:den/></m:f></m:oMath>")
    accept(p.getroottree().getroot())
    assert shown(p) == "<p><m:oMath><m:f><m:fPr><m:ctrlPr><rPr/></m:ctrlPr></m:fPr><m:num/><m:den/></m:f></m:oMath></p>"


def test_both_branches_of_a_text_box_are_resolved(paragraph, shown):
    box = f"<w:txbxContent><w:p>{OUT}{NEW}</w:p></w:txbxContent>"
    p = paragraph(
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    accept(p.getroottree().getroot())
    assert shown(p).count("<r><t>new</t></r>") == 2
    assert "old" not in shown(p)


def test_accepting_one_author_inside_the_insertion_of_another(paragraph, shown):
    inner = OUT.replace('id="1"', 'id="5"')
    p = paragraph(f'<w:ins w:id="2" w:author="B"><w:r><w:t>new</w:t></w:r>{inner}</w:ins>')
    accept(p.getroottree().getroot(), by_author("B"))
    assert shown(p) == '<p><r><t>new</t></r><del author="A"><r><delText>old</delText></r></del></p>'


def test_words_moved_away_and_deleted_stay_deleted_for_the_other_author(paragraph, shown):
    p = paragraph(f'<w:moveFrom w:id="2" w:author="B">{OUT}</w:moveFrom>')
    reject(p.getroottree().getroot(), by_author("B"))
    assert shown(p) == '<p><del author="A"><r><delText>old</delText></r></del></p>'


@pytest.mark.parametrize("resolve", [accept, reject])
def test_a_revision_that_is_a_whole_part_stays(resolve):
    root = etree.fromstring(f'<w:ins xmlns:w="{W}" w:id="1"><w:p/><w:bookmarkEnd w:id="7"/></w:ins>')
    resolve(root)
    assert len(root) == 2


def test_paragraphs_whose_marks_all_go_become_one_with_the_last_ones_properties(body, shown):
    one = f"<w:p>{GONE}<w:r><w:t>a</w:t></w:r></w:p>"
    root = body(f"{one}{one}<w:p><w:pPr><w:jc/></w:pPr><w:r/></w:p>")
    accept(root)
    assert shown(root[0]) == "<body><p><pPr><jc/></pPr><r><t>a</t></r><r><t>a</t></r><r/></p></body>"


def test_empty_paragraphs_whose_marks_all_go_leave_the_last_of_a_cell(body, shown):
    root = body(f"<w:p>{GONE}</w:p><w:p><w:pPr><w:jc/><w:rPr><w:del w:id='4'/></w:rPr></w:pPr></w:p>")
    accept(root)
    assert shown(root[0]) == "<body><p><pPr><jc/></pPr></p></body>"
