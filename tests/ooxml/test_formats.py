"""Formats of characters and paragraphs changed."""

import pytest
from lxml import etree

from app.errors import EditsError
from app.ooxml.formats import format_paragraph, format_text
from app.ooxml.names import W, w
from app.ooxml.resolver import accept, by_author, reject
from app.ooxml.runs import read_text

THEIRS = 'w:id="1" w:author="Bo" w:date="2025-12-01T00:00:00Z"'
CHANGED = f"<w:rPr><w:i/><w:rPrChange {THEIRS}><w:rPr/></w:rPrChange></w:rPr>"


def wanted(xml):
    return etree.fromstring(f'<{xml.split(">")[0][1:]} xmlns:w="{W}">{xml.split(">", 1)[1]}')


BOLD = wanted("<w:rPr><w:sz w:val='20'/><w:b/></w:rPr>")
CENTRED = wanted("<w:pPr><w:jc w:val='center'/><w:keepNext/></w:pPr>")


def test_the_characters_asked_for_get_the_format_and_remember_theirs(paragraph, stamp, shown):
    p = paragraph("<w:r><w:rPr><w:i/></w:rPr><w:t>Fees are due.</w:t></w:r>")
    format_text(p, 5, 8, BOLD, stamp)
    assert shown(p) == (
        "<p><r><rPr><i/></rPr><t>Fees </t></r>"
        '<r><rPr><b/><sz val="20"/><rPrChange ours><rPr><i/></rPr></rPrChange></rPr><t>are</t></r>'
        "<r><rPr><i/></rPr><t> due.</t></r></p>"
    )


def test_all_of_a_run_is_covered_whatever_it_holds(paragraph, stamp):
    p = paragraph("<w:r><w:t>4.</w:t><w:tab/><w:t>Fees</w:t></w:r>")
    format_text(p, 1, 7, BOLD, stamp)
    assert [r.find(f"{w('rPr')}/{w('b')}") is not None for r in p.iter(w("r"))] == [False, True]


def test_nothing_is_done_where_nothing_differs(paragraph, stamp, shown):
    p = paragraph("<w:r><w:rPr><w:sz w:val='20'/><w:b/></w:rPr><w:t>Fees</w:t></w:r>")
    before = shown(p)
    format_text(p, 0, 4, BOLD, stamp)
    assert shown(p) == before


def test_no_format_at_all_can_be_asked_for(paragraph, stamp):
    p = paragraph("<w:r><w:rPr><w:i/></w:rPr><w:t>Fees</w:t></w:r>")
    format_text(p, 0, 4, None, stamp)
    accept(p)
    assert p.find(f".//{w('i')}") is None


def test_rejecting_a_format_gives_back_the_original(paragraph, stamp, shown):
    p = paragraph("<w:r><w:rPr><w:i/></w:rPr><w:t>Fees</w:t></w:r>")
    before = shown(p)
    format_text(p, 0, 4, BOLD, stamp)
    reject(p)
    assert shown(p) == before


def test_words_in_somebodys_insertion_are_formatted_inside_it(paragraph, stamp, shown):
    p = paragraph(f"<w:ins {THEIRS}><w:r><w:t>Fees</w:t></w:r></w:ins>")
    before = shown(p)
    format_text(p, 0, 4, BOLD, stamp)
    assert p[0].tag == w("ins")
    reject(p, by_author("Ann Reviewer"))
    assert shown(p).replace("<rPr/>", "") == before


def test_words_with_somebodys_change_of_format_are_deleted_with_it_and_written_anew(paragraph, stamp, shown):
    p = paragraph(f"<w:r>{CHANGED}<w:t>Fees are due.</w:t></w:r>")
    format_text(p, 0, 4, BOLD, stamp)
    theirs = '<rPr><i/><rPrChange author="Bo"><rPr/></rPrChange></rPr>'
    assert shown(p) == (
        f"<p><del ours><r>{theirs}<delText>Fees</delText></r></del>"
        '<ins ours><r><rPr><b/><sz val="20"/></rPr><t>Fees</t></r></ins>'
        f"<r>{theirs}<t> are due.</t></r></p>"
    )


def test_a_note_with_somebodys_change_of_format_is_refused(paragraph, stamp):
    p = paragraph(f"<w:r>{CHANGED}<w:t>Fees</w:t><w:footnoteReference w:id='2'/></w:r>")
    with pytest.raises(EditsError, match="“Fees”: somebody else's change of format is on “Fees” already"):
        format_text(p, 0, 4, BOLD, stamp)
    assert read_text(p).text == "Fees"


def test_a_paragraph_gets_its_properties_and_remembers_those_it_had(paragraph, stamp, shown):
    p = paragraph("<w:pPr><w:numPr><w:numId w:val='3'/></w:numPr><w:rPr><w:b/></w:rPr></w:pPr>")
    format_paragraph(p, CENTRED, stamp)
    assert shown(p) == (
        '<p><pPr><keepNext/><jc val="center"/><rPr><b/></rPr>'
        '<pPrChange ours><pPr><numPr><numId val="3"/></numPr></pPr></pPrChange></pPr></p>'
    )


def test_its_section_stays_and_rejecting_gives_back_the_original(paragraph, stamp, shown):
    p = paragraph("<w:pPr><w:jc w:val='right'/><w:sectPr><w:cols/></w:sectPr></w:pPr>")
    before = shown(p)
    format_paragraph(p, CENTRED, stamp)
    reject(p)
    assert shown(p) == before


def test_properties_in_another_order_are_no_change(paragraph, stamp, shown):
    p = paragraph("<w:pPr><w:keepNext/><w:jc w:val='center'/></w:pPr>")
    before = shown(p)
    format_paragraph(p, CENTRED, stamp)
    assert shown(p) == before


@pytest.mark.parametrize(
    "properties",
    [f"<w:pPrChange {THEIRS}><w:pPr/></w:pPrChange>", f"<w:numPr><w:ins {THEIRS}/></w:numPr>"],
    ids=["properties", "number"],
)
def test_somebodys_change_of_a_paragraph_is_not_lost_but_ours_refused(paragraph, stamp, shown, properties):
    p = paragraph(f"<w:pPr>{properties}</w:pPr><w:r><w:t>Fees</w:t></w:r>")
    before = shown(p)
    with pytest.raises(EditsError, match="“Fees”: somebody else's change of this paragraph's format is there already"):
        format_paragraph(p, CENTRED, stamp)
    assert shown(p) == before


def test_words_of_a_link_with_somebodys_change_of_format_are_written_anew_too(paragraph, stamp):
    begin, separate, end = (f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate", "end"))
    instruction = "<w:r><w:instrText>HYPERLINK a</w:instrText></w:r>"
    p = paragraph(f"{begin}{instruction}{separate}<w:r>{CHANGED}<w:t>Fees</w:t></w:r>{end}")
    format_text(p, 0, 4, BOLD, stamp)
    accept(p, by_author("Ann Reviewer"))
    assert [piece.r.find(f"{w('rPr')}/{w('b')}") is not None for piece in read_text(p).pieces] == [True]
