"""Paragraphs moved, and the rules by which Word takes them for a move."""

import pytest
from lxml import etree

from app.errors import EditsError
from app.ooxml.copies import copied_paragraph
from app.ooxml.moves import can_move, check_moves, move_paragraphs, new_name
from app.ooxml.names import w
from app.ooxml.resolver import accept, reject
from app.ooxml.runs import paragraphs_of, read_text

P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
FOUR = "".join(map(P.format, ("One", "Two", "Three", "Four")))
THEIRS = 'w:id="1" w:author="Bo" w:date="2025-12-01T00:00:00Z"'
SECTION = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
CELL = f"<w:tbl><w:tr><w:tc>{P.format('Cell')}</w:tc></w:tr></w:tbl>"


def move(root, stamp, first, last, after):
    paragraphs = paragraphs_of(root)
    source = paragraphs[first : last + 1]
    copies = [copied_paragraph(p, {}) for p in source]
    return move_paragraphs(source, copies, paragraphs[after], "move1", stamp)


def texts(root):
    return [read_text(p).text for p in paragraphs_of(root)]


def test_a_move_is_written_as_word_writes_it(body, stamp, shown):
    root = body(FOUR)
    move(root, stamp, 0, 0, 1)
    assert shown(root[0]) == (
        '<body><p><pPr><rPr><moveFrom ours/></rPr></pPr><moveFromRangeStart ours name="move1"/>'
        "<moveFrom ours><r><t>One</t></r></moveFrom></p><moveFromRangeEnd/><p><r><t>Two</t></r></p>"
        '<p><pPr><rPr><moveTo ours/></rPr></pPr><moveToRangeStart ours name="move1"/>'
        "<moveTo ours><r><t>One</t></r></moveTo></p><moveToRangeEnd/>"
        "<p><r><t>Three</t></r></p><p><r><t>Four</t></r></p></body>"
    )


def test_accepting_moves_the_paragraphs_and_rejecting_leaves_them(body, stamp, shown):
    kept, undone = body(FOUR), body(FOUR)
    before = shown(undone)
    for root, resolve in ((kept, accept), (undone, reject)):
        move(root, stamp, 1, 2, 0) if root is undone else move(root, stamp, 0, 1, 2)
        resolve(root)
    assert texts(kept) == ["Three", "One", "Two", "Four"]
    assert shown(undone).replace("<pPr/>", "") == before


def test_what_is_written_keeps_the_rules(body, stamp):
    root = body(FOUR)
    move(root, stamp, 0, 1, 2)
    assert check_moves(root, stamp.ids.revisions) == ()


@pytest.mark.parametrize(
    ("xml", "first", "last", "after"),
    [
        (FOUR, 0, 2, 3),
        (FOUR, 2, 3, 0),
        (SECTION + FOUR, 0, 0, 1),
        (SECTION + FOUR, 1, 1, 0),
        (FOUR + CELL, 1, 1, 3),
        (FOUR + CELL + FOUR, 3, 3, 0),
        (CELL + FOUR, 1, 1, 0),
        (FOUR, 1, 1, 0),
        (FOUR.replace("<w:r>", f"<w:r><w:rPr><w:rPrChange {THEIRS}><w:rPr/></w:rPrChange></w:rPr>", 1), 0, 0, 1),
        (FOUR.replace("<w:p>", f"<w:p><w:pPr><w:rPr><w:ins {THEIRS}/></w:rPr></w:pPr>", 1), 2, 2, 0),
    ],
    ids=[
        "to the end",
        "from the end",
        "a section's end",
        "after a section's end",
        "before a table",
        "from before a table",
        "into a cell",
        "to where it is",
        "with another's change",
        "after another's mark",
    ],
)
def test_what_the_rules_do_not_allow_is_not_moved(body, xml, first, last, after):
    paragraphs = paragraphs_of(body(xml))
    assert not can_move(paragraphs[first : last + 1], paragraphs[after])


def test_nothing_is_moved_into_a_move_that_is_there(body):
    start, end = (f'<w:{kind} w:id="7" w:name="m"/>' for kind in ("moveToRangeStart", "moveToRangeEnd"))
    paragraphs = paragraphs_of(body(P.format("Zero") + start + FOUR + end + FOUR))
    assert not can_move(paragraphs[6:7], paragraphs[2])
    assert can_move(paragraphs[7:8], paragraphs[5])


def test_a_plain_paragraph_can_be_moved(body):
    paragraphs = paragraphs_of(body(FOUR))
    assert can_move(paragraphs[0:2], paragraphs[2])


def broken(root, how):
    first = next(root.iter(w("moveFromRangeStart")))
    if how == "name":
        first.set(w("name"), "move2")
    elif how == "bookmark":
        root[0][0].append(etree.Element(w("bookmarkStart"), {w("name"): "move1"}))
    elif how == "end":
        end = next(root.iter(w("moveFromRangeEnd")))
        end.getparent().remove(end)
    elif how == "order":
        root[0].insert(0, next(root.iter(w("moveToRangeEnd"))))
    elif how == "nested":
        root[0][0].append(etree.Element(w("moveToRangeStart"), {w("id"): "99", w("name"): "m"}))
    elif how == "run":
        etree.SubElement(etree.SubElement(root[0][0], w("r")), w("t")).text = "x"
    elif how == "outside":
        next(root.iter(w("moveToRangeEnd"))).addnext(root[0][0])
    elif how == "id":
        root[0][0].append(etree.Element(w("ins"), {w("id"): first.get(w("id"))}))
    else:
        next(root.iter(w("t"))).text = "Else"
    return root


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ("name", "the name 'move1' is not that of one source and one destination alone"),
        ("bookmark", "the name 'move1' is not that"),
        ("end", "the moveFrom of 'move1' has no end"),
        ("order", "the moveTo of 'move1' has no end after its start"),
        ("nested", "the moveFrom of 'move1' has another range in it"),
        ("run", "has something in it that is not moved"),
        ("outside", "the moveFrom of 'move1' has no end after its start"),
        ("id", "is used twice"),
        ("text", "the halves of 'move1' differ"),
    ],
)
def test_a_broken_rule_is_found(body, stamp, how, message):
    root = body(FOUR)
    move(root, stamp, 0, 0, 1)
    assert message in " ".join(check_moves(broken(root, how), stamp.ids.revisions))


def test_names_that_are_taken_are_left_out():
    assert new_name({"move1", "move3"}) == "move2"


def test_a_copy_reads_as_accepted_and_has_no_bookmark_or_comment(paragraph, shown):
    p = paragraph(
        f'<w:pPr><w:jc/><w:rPr><w:b/></w:rPr></w:pPr><w:bookmarkStart w:id="3" w:name="b"/><w:ins {THEIRS}><w:r>'
        f'<w:rPr><w:i/></w:rPr><w:t>New</w:t></w:r></w:ins><w:del {THEIRS}><w:r><w:delText>Old</w:delText></w:r>'
        '</w:del><w:commentRangeStart w:id="4"/><w:r><w:commentReference w:id="4"/></w:r><w:bookmarkEnd w:id="3"/>'
    )  # fmt: skip
    p.getparent().append(copied_paragraph(p, {}))
    assert shown(p.getparent()[-1]) == "<p><pPr><jc/><rPr><b/></rPr></pPr><r><rPr><i/></rPr><t>New</t></r></p>"


def test_a_link_becomes_a_field_that_leads_to_the_same_place(paragraph):
    p = paragraph('<w:hyperlink r:id="r1" w:anchor="top"><w:r><w:t>here</w:t></w:r></w:hyperlink>')
    copy = copied_paragraph(p, {"r1": "https://example.org/a"})
    assert copy.findtext(f".//{w('instrText')}") == ' HYPERLINK "https://example.org/a" \\l "top" '
    assert read_text(copy).text == "here"
    assert [child.tag for child in copy] == [w("r")] * 5


def test_a_simple_field_becomes_one_of_runs(paragraph):
    copy = copied_paragraph(paragraph('<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>'), {})
    assert read_text(copy).fields[0].instruction == "PAGE"


@pytest.mark.parametrize(
    "xml",
    [
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        "<w:r><w:drawing/></w:r>",
        "<w:sdt><w:sdtContent/></w:sdt>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    ],
    ids=["note", "picture", "control", "field that goes on"],
)
def test_what_would_be_lost_is_not_copied_but_refused(paragraph, xml):
    with pytest.raises(EditsError, match=r"“Fees”: it holds .* which a move would lose"):
        copied_paragraph(paragraph(f"<w:r><w:t>Fees</w:t></w:r>{xml}"), {})
