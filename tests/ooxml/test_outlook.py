"""What is claimed of a redlined package, worked out from plan and original alone."""

from pathlib import Path

import pytest
from lxml import etree

from app.ooxml.changes import Place
from app.ooxml.looks import canonical
from app.ooxml.names import W
from app.ooxml.outlook import NewParagraph, Outlook
from app.ooxml.package import open_package
from app.text.diff import TextEdit

MAIN = "word/document.xml"
P = Place(MAIN, 0)
MIXED = (
    '<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Fees</w:t></w:r>'
    "<w:r><w:t> are due.</w:t></w:r></w:p><w:p/>"
)


def properties(xml):
    return etree.fromstring(xml.replace(">", f' xmlns:w="{W}">', 1))


BOLD = canonical(properties("<w:rPr><w:b/></w:rPr>"))
ITALIC = properties("<w:rPr><w:i/></w:rPr>")


@pytest.fixture
def outlook(make_package):
    return lambda body: Outlook(open_package(make_package(body), Path("contract.docx")))


def runs(outlook, index=0):
    look = outlook.looks()[MAIN][index]
    return [(run.length, set(run.formats)) for run in look.runs]


def test_the_order_and_prefixes_of_properties_say_nothing():
    one = '<w:rPr><w:b/><w:sz w:val="20"/></w:rPr>'
    other = '<w:rPr><w:sz w:val="20"/><w:b/></w:rPr>'.replace("w:", "x:")
    assert canonical(properties(one)) == canonical(etree.fromstring(other.replace(">", f' xmlns:x="{W}">', 1)))


def test_revisions_and_marks_are_no_part_of_what_properties_say():
    stated = "<w:pPr><w:numPr><w:ins/></w:numPr><w:jc/><w:rPr><w:b/></w:rPr><w:sectPr/><w:pPrChange/></w:pPr>"
    assert canonical(properties(stated)) == canonical(properties("<w:pPr><w:numPr/><w:jc/></w:pPr>"))


def test_words_look_like_what_they_replace_and_others_as_they_did(outlook):
    plan = outlook(MIXED)
    plan.paragraph(P)
    plan.reword(P, (TextEdit(1, 7, "xyz"),))
    assert plan.texts()[MAIN][0] == "Fxyze due."
    assert runs(plan) == [(1, {BOLD}), (3, {BOLD, ""}), (6, {""})]


def test_words_that_replace_none_look_like_a_neighbour(outlook):
    plan = outlook(MIXED)
    plan.reword(P, (TextEdit(4, 4, "!"),))
    assert runs(plan) == [(4, {BOLD}), (1, {BOLD, ""}), (9, {""})]


def test_all_of_a_field_may_look_like_any_part_of_it(outlook):
    field = (
        '<w:p><w:fldSimple w:instr="REF a"><w:r><w:rPr><w:b/></w:rPr><w:t>ab</w:t></w:r><w:r><w:t>cd</w:t></w:r>'
        "</w:fldSimple><w:r><w:t>ef</w:t></w:r></w:p>"
    )
    plan = outlook(field)
    plan.reword(P, (TextEdit(3, 4, "x"),))
    assert runs(plan) == [(4, {BOLD, ""}), (2, {""})]


def test_a_format_is_that_asked_for_and_new_words_in_it_have_it(outlook):
    plan = outlook(MIXED)
    plan.reformat(P, 4, 13, ITALIC)
    plan.reword(P, (TextEdit(5, 8, "were"),))
    assert runs(plan) == [(4, {BOLD}), (10, {canonical(ITALIC)})]


def test_properties_are_those_asked_for_or_those_it_had(outlook):
    plan = outlook(MIXED + MIXED)
    plan.reformat(P, 0, 1, ITALIC)
    plan.restyle(Place(MAIN, 1), properties("<w:pPr><w:keepNext/></w:pPr>"))
    assert [look and look.properties for look in plan.looks()[MAIN]] == [
        canonical(properties('<w:pPr><w:jc w:val="right"/></w:pPr>')),
        canonical(properties("<w:pPr><w:keepNext/></w:pPr>")),
        None,
        None,
    ]


def test_of_what_is_new_after_the_same_paragraph_the_last_planned_comes_first(outlook):
    plan = outlook(MIXED)
    p = plan.paragraph(P)
    plan.add(MAIN, p, [NewParagraph([("One", None)], None)])
    plan.add(MAIN, p, [NewParagraph([("Two", ITALIC)], None)], restyled=False)
    assert plan.texts()[MAIN][1:3] == ("Two", "One")
    assert [look.properties for look in plan.looks()[MAIN][1:3]] == [None, ""]


def test_what_is_new_in_a_text_box_comes_before_what_is_new_after_the_paragraph_that_holds_it(outlook):
    plan = outlook("<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p>")
    outer, inner = plan.paragraph(P), plan.paragraph(Place(MAIN, 1))
    plan.add(MAIN, outer, [NewParagraph([("after the box", None)], None)])
    plan.add(MAIN, inner, [NewParagraph([("in the box", None)], None)])
    assert plan.texts()[MAIN][2:] == ("in the box", "after the box")


def test_what_goes_has_no_text(outlook):
    plan = outlook(MIXED)
    plan.paragraph(P)
    plan.remove(P)
    assert len(plan.texts()[MAIN]) == 1
