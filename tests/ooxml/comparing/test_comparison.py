"""One Word file with tracked changes that give another: as Word would write them, and undone again."""

import random
import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from app.ooxml.comparing.comparison import compare_packages
from app.ooxml.names import M, R, W, w
from app.ooxml.package import open_package
from app.ooxml.resolver import accept, by_author, reject
from app.ooxml.runs import paragraphs_of, read_text

WHEN = datetime(2026, 1, 2, tzinfo=UTC)
THEIRS = 'w:id="901" w:author="Bo" w:date="2025-12-01T00:00:00Z"'
LONG = "The Supplier keeps a register of all repairs that its engineers make at the premises."
OTHER = "Each invoice names the purchase order and falls due thirty days after it was received."
THIRD = "Either party may end the agreement where the other is in breach and does not put it right."
FOURTH = "Keys, passes and drawings are handed back within a week of the last working day."
DIRT = re.compile(r' xmlns:\w+="[^"]*"| w:(?:date|id|rsidR)="[^"]*"| xml:space="preserve"')


def p(text, look="", properties=""):
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    words = f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p>{properties}{words}</w:p>"


def run(text, look=""):
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows):
    cells = ("".join(f"<w:tc><w:tcPr/>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def lists(number, form):
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/></w:lvl>'
    return (
        f'<w:numbering><w:abstractNum w:abstractNumId="{number}">{level}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num></w:numbering>'
    )


@pytest.fixture(scope="module")
def compare():
    """Compare two bodies; return what came of it, and the body with its changes."""

    def build(make_package, old, new, parts=(), new_parts=(), **options):
        packages = [
            open_package(make_package(body, **dict(others)), Path("x.docx"))
            for body, others in ((old, parts), (new, new_parts))
        ]
        return compare_packages(*packages, author="Ann", when=WHEN, **options)

    return build


@pytest.fixture
def compared(make_package, compare):
    return lambda old, new, *parts, **options: compare(make_package, old, new, *parts, **options)


def body_of(result, part="word/document.xml"):
    return open_package(result.data, Path("x.docx")).tree(part)


def texts(root):
    return [read_text(each).text for each in paragraphs_of(root)]


def accepted(result, part="word/document.xml"):
    root = body_of(result, part)
    accept(root)
    return texts(root)


def shown(result):
    xml = etree.tostring(body_of(result)[0], encoding="unicode")
    return (
        DIRT.sub("", xml).replace("<w:", "<").replace("</w:", "</").replace(' w:author="Ann"', "").replace(" w:", " ")
    )


def marked(result):
    """Return the words deleted and inserted."""
    root = body_of(result)
    struck = "".join(t.text or "" for t in root.iter(w("delText")))
    new = "".join(t.text or "" for mark in root.iter(w("ins")) for t in mark.iter(w("t")))
    return struck, new


def test_only_the_words_that_differ_are_marked(compared):
    result = compared(p("Fees fall due in thirty days.") + p(OTHER), p("Fees fall due in sixty days.") + p(OTHER))
    assert shown(result).startswith(
        "<body><p><r><t>Fees fall due in </t></r><del><r><delText>thirty</delText></r></del>"
        "<ins><r><t>sixty</t></r></ins><r><t> days.</t></r></p>"
    )


def test_the_same_file_has_no_changes(compared):
    result = compared(p(LONG) + table(("One", "Two")) + p(OTHER), p(LONG) + table(("One", "Two")) + p(OTHER))
    assert (marked(result), result.receipt.after, result.left) == (("", ""), (), ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param([LONG, OTHER], [LONG, THIRD, OTHER], id="inserted between"),
        pytest.param([LONG, OTHER], [THIRD, LONG, OTHER], id="inserted at the beginning"),
        pytest.param([LONG, OTHER], [LONG, OTHER, THIRD], id="inserted at the end"),
        pytest.param([LONG, OTHER], [LONG, OTHER, THIRD, FOURTH], id="two inserted at the end"),
        pytest.param([LONG, OTHER, THIRD], [LONG, THIRD], id="deleted between"),
        pytest.param([LONG, OTHER, THIRD], [OTHER, THIRD], id="deleted at the beginning"),
        pytest.param([LONG, OTHER, THIRD], [LONG, OTHER], id="deleted at the end"),
        pytest.param([LONG, OTHER, THIRD], [LONG], id="two deleted at the end"),
        pytest.param([LONG, OTHER], [LONG, FOURTH], id="the last is another"),
        pytest.param([LONG], [FOURTH], id="all is other"),
        pytest.param([f"{LONG} {OTHER}", THIRD], [LONG, OTHER, THIRD], id="split"),
        pytest.param([LONG, OTHER, THIRD], [f"{LONG} {OTHER}", THIRD], id="merged"),
        pytest.param([THIRD, LONG, OTHER], [THIRD, f"{LONG} {OTHER}"], id="merged at the end"),
        pytest.param([LONG, OTHER, THIRD, FOURTH], [OTHER, THIRD, LONG, FOURTH], id="moved"),
        pytest.param([LONG, OTHER, THIRD, FOURTH], [OTHER, THIRD, FOURTH, LONG], id="moved to the end"),
        pytest.param([LONG, OTHER, THIRD, FOURTH], [FOURTH, LONG, OTHER, THIRD], id="moved to the beginning"),
        pytest.param([LONG, "", OTHER], [LONG, OTHER], id="an empty one deleted"),
        pytest.param([LONG, OTHER], [LONG, "", "", OTHER], id="empty ones inserted"),
    ],
)
def test_accepting_gives_the_new_version_and_rejecting_the_old(compared, old, new):
    result = compared("".join(map(p, old)), "".join(map(p, new)))
    undone = body_of(result)
    reject(undone)
    assert (accepted(result), texts(undone)) == (new, old)


def test_a_split_paragraph_is_a_new_mark_and_no_new_words(compared):
    result = compared(p(f"{LONG} {OTHER}") + p(THIRD), p(LONG) + p(OTHER) + p(THIRD))
    assert marked(result) == (" ", "")


def test_merged_paragraphs_lose_a_mark_and_no_words(compared):
    result = compared(p(LONG) + p(OTHER) + p(THIRD), p(f"{LONG} {OTHER}") + p(THIRD))
    assert marked(result) == ("", " ")


def test_what_moved_is_written_as_a_move(compared):
    result = compared(p(LONG) + p(OTHER) + p(THIRD) + p(FOURTH), p(OTHER) + p(THIRD) + p(LONG) + p(FOURTH))
    root = body_of(result)
    assert ["".join(mark.itertext(w("t"))) for mark in root.iter(w("moveFrom"), w("moveTo")) if len(mark)] == [LONG] * 2


def test_what_moved_and_was_edited_shows_the_edit_where_it_stands_now(compared):
    edited = LONG.replace("all repairs", "most repairs")
    result = compared(p(LONG) + p(OTHER) + p(THIRD) + p(FOURTH), p(OTHER) + p(THIRD) + p(edited) + p(FOURTH))
    root = body_of(result)
    moved = next(each for each in root.iter(w("moveTo")) if len(each))
    there = next(moved.iterancestors(w("p")))
    assert ["".join(mark.itertext(w("delText"), w("t"))) for mark in there.iter(w("del"), w("ins"))] == ["all", "most"]
    assert accepted(result) == [OTHER, THIRD, edited, FOURTH]


def test_a_format_that_changed_is_a_change_of_format(compared):
    result = compared(p("Fees fall due.") + p(OTHER), p("Fees fall due.", "<w:b/>") + p(OTHER))
    assert marked(result) == ("", "")
    assert "<rPr><b/><rPrChange><rPr/></rPrChange></rPr>" in shown(result)


def test_looks_are_left_alone_where_they_are_not_asked_for(compared):
    result = compared(p("Fees fall due.") + p(OTHER), p("Fees fall due.", "<w:b/>") + p(OTHER), formats=False)
    assert "Change" not in shown(result)


def test_another_style_of_a_paragraph_is_a_change_of_its_format(compared):
    result = compared(p(LONG) + p(OTHER), p(LONG, properties='<w:jc w:val="right"/>') + p(OTHER))
    assert '<pPr><jc val="right"/><pPrChange><pPr/></pPrChange></pPr>' in shown(result)


def test_new_words_look_as_they_do_in_the_new_version(compared):
    new = f"<w:p>{run('Fees fall due ')}{run('soon', '<w:rPr><w:i/></w:rPr>')}</w:p>{p(OTHER)}"
    result = compared(p("Fees fall due ") + p(OTHER), new)
    assert "<ins><r><rPr><i/></rPr><t>soon</t></r></ins>" in shown(result)


def test_a_cell_is_changed_word_by_word(compared):
    old, new = (
        table(("Fee", LONG), ("Term", "one year")),
        table(("Fee", LONG.replace("all", "most")), ("Term", "one year")),
    )
    result = compared(old + p(OTHER), new + p(OTHER))
    assert marked(result) == ("all", "most")


def test_rows_come_and_go_as_rows(compared):
    old = table(("Fee", "10 euros"), ("Term of the lease", "one year"), ("Notice period", "a month"))
    new = table(("Fee", "10 euros"), ("Deposit held", "two rents"), ("Notice period", "a month"))
    result = compared(old + p(OTHER), new + p(OTHER))
    assert [each.getparent().tag for each in body_of(result).iter(w("del"), w("ins")) if not len(each)].count(
        w("trPr")
    ) == 2
    assert accepted(result) == ["Fee", "10 euros", "Deposit held", "two rents", "Notice period", "a month", OTHER]


def test_rows_of_which_none_stays_are_replaced_in_order(compared):
    old, new = (
        table(("Fee", "10 euros"), ("Term", "one year")),
        table(("A", "B", "C"), ("D", "E", "F"), ("G", "H", "I")),
    )
    assert accepted(compared(old + p(OTHER), new + p(OTHER))) == [*"ABCDEFGHI", OTHER]


def test_a_whole_table_comes_in_rows(compared):
    result = compared(p(LONG) + p(OTHER), p(LONG) + table(("Fee", "10 euros")) + p(OTHER))
    undone = body_of(result)
    reject(undone)
    assert (accepted(result), texts(undone)) == ([LONG, "Fee", "10 euros", OTHER], [LONG, OTHER])


def test_a_whole_table_goes_in_rows(compared):
    result = compared(p(LONG) + table(("Fee", "10 euros")) + p(OTHER), p(LONG) + p(OTHER))
    assert accepted(result) == [LONG, OTHER]


def test_others_changes_stay_theirs(compared):
    old = f"<w:p>{run('Fees fall due ')}<w:ins {THEIRS}>{run('in thirty days')}</w:ins></w:p>"
    result = compared(old + p(OTHER), p("Fees fall due in sixty days") + p(OTHER))
    undone = body_of(result)
    reject(undone, by_author("Ann"))
    assert accepted(result) == ["Fees fall due in sixty days", OTHER]
    assert {each.get(w("author")) for each in undone.iter(w("ins"), w("del"))} == {"Bo"}


def test_a_paragraph_that_others_joined_to_the_next_is_one_with_it(compared):
    mark = f"<w:rPr><w:del {THEIRS}/></w:rPr>"
    result = compared(p("Fees fall ", properties=mark) + p("due now.") + p(OTHER), p("Fees fall due later.") + p(OTHER))
    assert accepted(result) == ["Fees fall due later.", OTHER]
    assert marked(result) == ("now", "later")


def test_a_field_split_otherwise_over_runs_is_the_same_field(compared):
    def field(*instruction):
        parts = "".join(f'<w:r><w:instrText xml:space="preserve">{each}</w:instrText></w:r>' for each in instruction)
        begin, between, end = (
            f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
        )
        return f"<w:p>{begin}{parts}{between}<w:r><w:t>4.2</w:t></w:r>{end}<w:r><w:t> holds.</w:t></w:r></w:p>"

    result = compared(field(" REF _Ref1 \\h ") + p(OTHER), field(" REF", " _Ref1 ", "\\h ") + p(OTHER))
    assert marked(result) == ("", "")


def test_a_field_with_another_result_goes_whole(compared):
    def field(result):
        return f'<w:p>{run("See ")}<w:fldSimple w:instr=" REF a ">{run(result)}</w:fldSimple></w:p>'

    result = compared(field("4.2") + p(OTHER), field("4.3") + p(OTHER))
    assert accepted(result) == ["See 4.3", OTHER]


def test_notes_are_changed_in_their_place(compared):
    def note(text):
        return f'<w:footnotes><w:footnote w:id="2">{p(text)}</w:footnote></w:footnotes>'

    text = '<w:p><w:r><w:t>Fees</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    result = compared(
        text + p(OTHER), text + p(OTHER), {"footnotes": note("Net of tax.")}, {"footnotes": note("With tax.")}
    )
    assert accepted(result, "word/footnotes.xml") == ["With tax."]
    assert marked(result) == ("", "")


def test_a_list_that_the_old_version_has_not_is_added_to_it(compared):
    new = p(THIRD, properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>')
    result = compared(
        p(LONG) + p(OTHER),
        p(LONG) + new + p(OTHER),
        {"numbering": lists(1, "decimal")},
        {"numbering": lists(5, "upperRoman")},
    )
    numbering = body_of(result, "word/numbering.xml")
    used = next(body_of(result).iter(w("numId"))).get(w("val"))
    assert (used, len(numbering)) == ("2", 4)


def test_an_equal_list_is_found_under_the_id_it_has(compared):
    def item(number):
        return p(LONG, properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')

    result = compared(
        item(1) + p(OTHER), item(5) + p(OTHER), {"numbering": lists(1, "decimal")}, {"numbering": lists(5, "decimal")}
    )
    assert "Change" not in shown(result)


SENTENCES = (LONG, OTHER, THIRD, FOURTH, "", "Notices are given in writing.", "Fees fall due in thirty days.")
WORDS = ("sixty", "promptly", "Buyer", "12 euros")


def varied(sentences, draw):
    """Return paragraphs with some dropped, doubled, moved, edited, split or merged."""
    paragraphs = list(sentences)
    for _ in range(draw.randint(0, 4)):
        place = draw.randrange(len(paragraphs) + 1)
        kind = draw.choice(("drop", "add", "move", "edit", "split", "merge"))
        if kind == "add" or not paragraphs[place:]:
            paragraphs.insert(place, draw.choice(SENTENCES))
        elif kind == "drop":
            del paragraphs[place]
        elif kind == "move":
            paragraphs.insert(draw.randrange(len(paragraphs)), paragraphs.pop(place))
        elif kind == "edit":
            words = paragraphs[place].split(" ")
            words[draw.randrange(len(words))] = draw.choice(WORDS)
            paragraphs[place] = " ".join(words)
        elif kind == "split":
            at = draw.randrange(len(paragraphs[place]) + 1)
            paragraphs[place : place + 1] = [paragraphs[place][:at], paragraphs[place][at:]]
        else:
            paragraphs[place : place + 2] = ["".join(paragraphs[place : place + 2])]
    return paragraphs or [""]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**9))
def test_any_two_versions_are_given_by_the_changes(make_package, compare, seed):
    draw = random.Random(seed)
    old = draw.choices(SENTENCES, k=draw.randint(1, 7))
    new = varied(old, draw)
    cut = draw.randrange(len(old))
    body = "".join(map(p, old[:cut])) + table(("Fee", "10 euros")) + "".join(map(p, old[cut:]))
    cut = draw.randrange(len(new))
    wanted = "".join(map(p, new[:cut])) + table(("Fee", draw.choice(WORDS))) + "".join(map(p, new[cut:]))
    result = compare(make_package, body, wanted)
    due = [text for text in texts(open_package(make_package(wanted), Path("x.docx")).tree("word/document.xml")) if text]
    assert [text for text in accepted(result) if text] == due


NOTED = f'<w:p>{run("Fees")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
NOTES = {"footnotes": f'<w:footnotes><w:footnote w:id="2">{p("Net of tax.")}</w:footnote></w:footnotes>'}
NO_NOTES = {"footnotes": "<w:footnotes/>"}


def test_a_note_comes_with_what_refers_to_it(compared):
    result = compared(f"<w:p>{run('Fees')}</w:p>" + p(OTHER), NOTED + p(OTHER), NO_NOTES, NOTES)
    notes = body_of(result, "word/footnotes.xml")
    assert [mark.get(w("id")) for mark in body_of(result).iter(w("footnoteReference"))] == [notes[0].get(w("id"))]
    assert accepted(result, "word/footnotes.xml") == ["Net of tax."]


def test_a_note_is_struck_with_what_refers_to_it(compared):
    result = compared(NOTED + p(OTHER), f"<w:p>{run('Fees')}</w:p>" + p(OTHER), NOTES, NO_NOTES)
    assert accepted(result, "word/footnotes.xml") == [""]


def box(text):
    return f"<w:r><w:pict><w:txbxContent>{p(text)}</w:txbxContent></w:pict></w:r>"


def test_a_text_box_is_changed_in_its_place(compared):
    old, new = (f"<w:p>{run('Fees')}{box(text)}</w:p>{p(OTHER)}" for text in (LONG, LONG.replace("all", "most")))
    assert marked(compared(old, new)) == ("all", "most")


def test_a_text_box_goes_with_its_paragraph(compared):
    result = compared(p(LONG) + f"<w:p>{run(THIRD)}{box(FOURTH)}</w:p>" + p(OTHER), p(LONG) + p(OTHER))
    undone = body_of(result)
    reject(undone)
    assert (accepted(result), texts(undone)) == ([LONG, OTHER], [LONG, THIRD, FOURTH, OTHER])


def test_a_section_break_goes_with_its_paragraph(compared):
    result = compared(p(LONG) + p(THIRD, properties="<w:sectPr/>") + p(OTHER), p(LONG) + p(OTHER))
    assert accepted(result) == [LONG, OTHER]


def test_notes_that_come_are_in_the_order_of_what_refers_to_them(compared):
    new = "".join(
        f'<w:p>{run(text)}<w:r><w:footnoteReference w:id="{n}"/></w:r></w:p>' for n, text in ((4, LONG), (5, THIRD))
    )
    notes = "".join(
        f'<w:footnote w:id="{number}">{p(text)}</w:footnote>' for number, text in ((4, "First."), (5, "Second."))
    )
    result = compared(p(OTHER), new + p(OTHER), NO_NOTES, {"footnotes": f"<w:footnotes>{notes}</w:footnotes>"})
    said = {note.get(w("id")): "".join(note.itertext(w("t"))) for note in body_of(result, "word/footnotes.xml")}
    assert [said[each.get(w("id"))] for each in body_of(result).iter(w("footnoteReference"))] == ["First.", "Second."]


def test_a_field_that_looks_otherwise_stays_the_same_field(compared):
    def field(look):
        return f'<w:p><w:fldSimple w:instr=" REF a ">{run("4.2", look)}</w:fldSimple></w:p>{p(OTHER)}'

    result = compared(field(""), field("<w:rPr><w:b/></w:rPr>"))
    assert "<fldSimple" in shown(result)
    assert "<rPr><b/><rPrChange>" in shown(result)


PICTURE = '<w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" r:id="rId7"/></w:pict></w:r>'
LEADS = '<Relationship Id="rId7" Type="http://x/image" Target="media/logo.png"/></Relationships>'


def with_picture(data, picture=b"picture", target="media/logo.png"):
    """Return a Word file with a picture to which the document leads."""
    lead = LEADS.replace("media/logo.png", target).encode()
    result = BytesIO()
    with ZipFile(BytesIO(data)) as plain, ZipFile(result, "w") as archive:
        for name in plain.namelist():
            part = plain.read(name)
            leads = name == "word/_rels/document.xml.rels"
            archive.writestr(name, part.replace(b"</Relationships>", lead) if leads else part)
        archive.writestr("word/media/logo.png", picture)
    return result.getvalue()


def test_a_picture_comes_with_what_shows_it(make_package):
    old, new = make_package(p(OTHER)), with_picture(make_package(f"<w:p>{run(LONG)}{PICTURE}</w:p>{p(OTHER)}"))
    packages = [open_package(data, Path("x.docx")) for data in (old, new)]
    made = open_package(compare_packages(*packages, author="Ann", when=WHEN).data, Path("x.docx"))
    shown = next(each for each in made.tree("word/document.xml").iter() if str(each.tag).endswith("imagedata"))
    leads = made.targets("word/document.xml")[shown.get(f"{{{R}}}id")]
    assert made.read(f"word/{leads}") == b"picture"


def test_a_picture_in_both_versions_is_the_same_whatever_leads_to_it(make_package):
    body = f"<w:p>{run(LONG)}{PICTURE}</w:p>{p(OTHER)}"
    packages = [open_package(with_picture(make_package(body)), Path("x.docx")) for _ in range(2)]
    assert compare_packages(*packages, author="Ann", when=WHEN).receipt.after == ()


def test_what_the_old_version_may_not_hold_is_not_carried_over(compared):
    look = '<w:b/><w14:shadow xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/>'
    result = compared(p(OTHER), p(LONG, look) + p(OTHER))
    assert "<rPr><b/></rPr>" in shown(result)


def test_a_heading_with_another_word_is_edited(compared):
    result = compared(p(LONG) + p("Pilot Agreement") + p(OTHER), p(LONG) + p("Pilot Contract") + p(OTHER))
    assert marked(result) == ("Agreement", "Contract")


def test_a_picture_stays_where_all_words_beside_it_are_others(make_package):
    old, new = (f"<w:p>{PICTURE}{run(words)}</w:p>" for words in ("Standard terms", "General conditions"))
    packages = [open_package(with_picture(make_package(body)), Path("x.docx")) for body in (old, new)]
    root = body_of(compare_packages(*packages, author="Ann", when=WHEN))
    assert [each for each in root.iter(w("pict")) if next(each.iterancestors(w("del")), None) is not None] == []


def test_what_comes_after_a_section_break_stands_after_it(compared):
    section = p("", properties="<w:sectPr/>")
    result = compared(p(LONG) + section + p(OTHER) + p(FOURTH), p(LONG) + section + p(THIRD) + p(OTHER) + p(FOURTH))
    root = body_of(result)
    accept(root)
    ends = [each.find(f"{w('pPr')}/{w('sectPr')}") is not None for each in paragraphs_of(root)]
    assert ends == [False, True, False, False, False]


def test_the_look_of_a_number_is_a_change_of_format(compared):
    result = compared(p(LONG) + p(OTHER), p(LONG, properties="<w:rPr><w:b/></w:rPr>") + p(OTHER))
    assert "<pPr><rPr><b/><rPrChange><rPr/></rPrChange></rPr></pPr>" in shown(result)


LINK = '<w:hyperlink w:anchor="a">{}</w:hyperlink>'


@pytest.mark.parametrize(
    ("new", "inside"),
    [
        pytest.param(f"{run('See ')}{run('also ')}{LINK.format(run('the list'))}", False, id="before the link"),
        pytest.param(f"{run('See ')}{LINK.format(run('also ') + run('the list'))}", True, id="in the link"),
    ],
)
def test_a_word_comes_into_a_link_only_where_it_is_in_it(compared, new, inside):
    result = compared(
        f"<w:p>{run('See ')}{LINK.format(run('the list'))}</w:p>{p(OTHER)}", f"<w:p>{new}</w:p>{p(OTHER)}"
    )
    mark = next(body_of(result).iter(w("ins")))
    assert (mark.getparent().tag == w("hyperlink")) == inside


def test_words_typed_in_place_of_a_field_that_shows_them_are_no_change(compared):
    field = f'<w:fldSimple w:instr=" REF a ">{run("4.2")}</w:fldSimple>'
    result = compared(f"<w:p>{run('See ')}{field}</w:p>{p(OTHER)}", f"<w:p>{run('See 4.2')}</w:p>{p(OTHER)}")
    assert (marked(result), accepted(result)) == (("", ""), ["See 4.2", OTHER])


def formula(text):
    return f'<m:oMath xmlns:m="{M}"><m:r><m:t>{text}</m:t></m:r></m:oMath>'


def said_of_formulas(result, resolve):
    root = body_of(result)
    resolve(root)
    return ["".join(each.itertext()) for each in root.iter(f"{{{M}}}oMath")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (p(LONG) + p(OTHER), p(LONG) + f"<w:p>{run(THIRD)}{formula('x+1')}</w:p>" + p(OTHER)),
        (p(LONG) + f"<w:p>{run(THIRD)}{formula('x+1')}</w:p>" + p(OTHER), p(LONG) + p(OTHER)),
        (p(LONG) + f"<w:p>{formula('x+1')}</w:p>" + p(OTHER), p(LONG) + p(OTHER)),
        (f"<w:p>{run(THIRD)}{formula('x+1')}</w:p>", f"<w:p>{run(THIRD)}{formula('x+2')}</w:p>"),
    ],
)
def test_a_formula_comes_and_goes_beside_the_runs(compared, old, new):
    result = compared(old, new)
    assert said_of_formulas(result, accept) == re.findall("x.[12]", new)
    assert said_of_formulas(result, reject) == re.findall("x.[12]", old)
    assert all(each.getparent().tag != w("r") for each in body_of(result).iter(f"{{{M}}}oMath"))
    assert len(accepted(result)) == new.count("<w:p>")


def test_bookmarks_and_comments_in_what_is_carried_over_stay_behind(compared):
    inside = '<w:bookmarkStart w:id="1" w:name="_Secret"/><w:bookmarkEnd w:id="1"/>'
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    field = f"{marks[0]}<w:r><w:instrText> PAGE </w:instrText></w:r>{marks[1]}{comment}{run('3')}{marks[2]}"
    new = formula("x+1").replace("<m:r>", inside + "<m:r>")
    result = compared(p(LONG), p(LONG) + f"<w:p>{run(OTHER)}{new}{field}</w:p>")
    assert not list(body_of(result).iter(w("bookmarkStart"), w("bookmarkEnd"), w("commentReference")))


def section(*headers, size='w:w="11906" w:h="16838"'):
    references = "".join(
        f'<w:headerReference w:type="{pages}" r:id="{number}" xmlns:r="{R}"/>' for pages, number in headers
    )
    return f"<w:sectPr>{references}<w:pgSz {size}/></w:sectPr>"


def with_headers(data, words):
    """Return a Word file with one header more for each of these words, under the ids h1, h2, ..."""
    link = '<Relationship Id="h{0}" Type="' + R + '/header" Target="header{0}.xml"/>'
    links = "".join(link.format(number) for number in range(1, len(words) + 1))
    new = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(new, "w") as archive:
        for name in old.namelist():
            text = old.read(name).decode()
            is_list = name == "word/_rels/document.xml.rels"
            archive.writestr(name, text.replace("</Relationships>", f"{links}</Relationships>") if is_list else text)
        for number, text in enumerate(words, 1):
            archive.writestr(f"word/header{number}.xml", f'<w:hdr xmlns:w="{W}">{p(text)}</w:hdr>')
    return new.getvalue()


@pytest.fixture
def headed(make_package):
    """Compare two bodies, of which the old has headers with these words and the new one with those."""

    def build(*sides):
        files = (with_headers(make_package(body), words) for body, words in sides)
        return compare_packages(*(open_package(data, Path("x.docx")) for data in files), author="Ann", when=WHEN)

    return build


def test_headers_are_paired_by_their_pages_in_whatever_order_they_are_named(headed):
    old = p(LONG) + section(("default", "h1"), ("first", "h2"))
    new = p(LONG) + section(("first", "h2"), ("default", "h1"))
    result = headed((old, ("Draft one", "First page")), (new, ("Draft two", "First page")))
    assert (accepted(result, "word/header1.xml"), result.left) == (["Draft two"], ())


def test_a_header_for_other_pages_is_told(headed):
    old, new = (p(LONG) + section((pages, "h1")) for pages in ("default", "first"))
    assert headed((old, ("Draft one",)), (new, ("Draft two",))).left == (
        "one version has headers that the other has not: look at them in Word",
    )


def test_a_section_has_the_header_of_the_one_before_it(headed):
    old = p(LONG, properties=section(("default", "h1"))) + p(OTHER) + section(("default", "h2"))
    new = p(LONG, properties=section(("default", "h1"))) + p(OTHER) + section()
    result = headed((old, ("Draft one", "Draft two")), (new, ("Draft one",)))
    assert (accepted(result, "word/header2.xml"), result.left) == (["Draft one"], ())


def test_another_page_setup_is_told(compared):
    result = compared(p(LONG) + section(), p(LONG) + section(size='w:w="16838" w:h="11906"'))
    assert result.left == ("the page setup of a section is another in the new version: look at it in Word",)


def style(name, kind="paragraph", said=""):
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{said}</w:style>'


def styles(*said):
    return (("styles", f"<w:styles>{''.join(said)}</w:styles>"),)


def test_styles_that_lead_to_hundreds_of_others_are_all_added(compared):
    chain = (style(f"S{number}", said=f'<w:next w:val="S{number + 1}"/>') for number in range(600))
    styled = p(OTHER, properties='<w:pStyle w:val="S0"/>')
    result = compared(p(LONG), p(LONG) + styled, styles(style("Normal")), styles(style("Normal"), *chain))
    assert len(body_of(result, "word/styles.xml")) == 601


def test_an_added_style_takes_no_id_of_another_kind_and_names_nobody_and_no_session(compared):
    change = f"<w:rPrChange {THEIRS}><w:rPr/></w:rPrChange>"
    wanted = style("X", said=f'<w:rsid w:val="00AB12CD"/><w:rPr><w:i/>{change}</w:rPr>')
    styled = p(OTHER, properties='<w:pStyle w:val="X"/>')
    result = compared(p(LONG), p(LONG) + styled, styles(style("X", "character")), styles(wanted))
    added = body_of(result, "word/styles.xml")[-1]
    assert (added.get(w("styleId")), list(added.iter(w("rsid"), w("rPrChange")))) == ("X0", [])
    assert [each.get(w("val")) for each in body_of(result).iter(w("pStyle"))] == ["X0"]


def test_styles_that_cannot_be_added_are_told(compared):
    styled = p(OTHER, properties='<w:pStyle w:val="X"/>')
    result = compared(p(LONG), p(LONG) + styled, (), styles(style("X")))
    assert result.left == ("the old version has no list of styles: styles of the new one are not carried over",)


NUMBERED = p(OTHER, properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>')


def test_lists_that_cannot_be_added_are_told(compared):
    result = compared(p(LONG), p(LONG) + NUMBERED, (), (("numbering", lists(4, "decimal")),))
    assert result.left == ("the old version has no lists: numbers of new paragraphs are not carried over",)


def test_ids_that_are_no_numbers_are_in_nobodys_way(compared):
    old, new = lists(4, "decimal").replace('"4"', '"x"'), lists(4, "upperRoman")
    result = compared(p(LONG), p(LONG) + NUMBERED, (("numbering", old),), (("numbering", new),))
    assert [each.get(w("numId")) for each in body_of(result, "word/numbering.xml").iter(w("num"))] == ["x", "1"]


def test_a_list_comes_without_the_picture_of_its_bullets(compared):
    new = lists(4, "bullet").replace("</w:lvl>", '<w:lvlPicBulletId w:val="0"/></w:lvl>')
    result = compared(p(LONG), p(LONG) + NUMBERED, (("numbering", lists(2, "decimal")),), (("numbering", new),))
    assert not list(body_of(result, "word/numbering.xml").iter(w("lvlPicBulletId")))


def test_a_note_whose_id_is_no_number_is_in_nobodys_way(compared):
    def note(number, text):
        return f'<w:footnote w:id="{number}">{p(text)}</w:footnote>'

    old = f'<w:p>{run(LONG)}<w:r><w:footnoteReference w:id="x"/></w:r></w:p>'
    new = f'{old}<w:p>{run(OTHER)}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    parts = (("footnotes", f"<w:footnotes>{note('x', THIRD)}</w:footnotes>"),)
    new_parts = (("footnotes", f"<w:footnotes>{note('x', THIRD)}{note(2, FOURTH)}</w:footnotes>"),)
    assert accepted(compared(old, new, parts, new_parts), "word/footnotes.xml") == [THIRD, FOURTH]


def test_a_check_box_that_was_ticked_is_another_field(compared):
    def box(state):
        begin = (
            '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>'
            f'<w:default w:val="{state}"/></w:checkBox></w:ffData></w:fldChar>'
        )
        end = '<w:fldChar w:fldCharType="end"/>'
        instruction = "<w:instrText> FORMCHECKBOX </w:instrText>"
        return "<w:p>" + "".join(f"<w:r>{each}</w:r>" for each in (begin, instruction, end)) + f"{run(LONG)}</w:p>"

    assert accepted(compared(box(0), box(1))) == ["☒" + LONG]


def test_a_formula_arranged_otherwise_is_another(compared):
    def raised(tag):
        inside = f"<m:e><m:r><m:t>x</m:t></m:r></m:e><m:{tag[1:].lower()}><m:r><m:t>2</m:t></m:r></m:{tag[1:].lower()}>"
        return f'<w:p><m:oMath xmlns:m="{M}"><m:{tag}>{inside}</m:{tag}></m:oMath></w:p>'

    result = compared(raised("sSub"), raised("sSup"))
    root = body_of(result)
    accept(root)
    assert [each.tag for each in root.iter(f"{{{M}}}sSub", f"{{{M}}}sSup")] == [f"{{{M}}}sSup"]


def test_a_cross_reference_to_a_bookmark_that_does_not_come_is_told(compared):
    field = f'<w:fldSimple w:instr=" REF _Ref1 ">{run("4.2")}</w:fldSimple>'
    result = compared(p(LONG), p(LONG) + f"<w:p>{run(OTHER)}{field}</w:p>")
    assert result.left == (
        "a cross-reference of the new version leads to a bookmark that does not come: set it anew in Word",
    )


def test_another_picture_under_the_same_name_is_another(make_package):
    plain = make_package(f"<w:p>{run(LONG)}{PICTURE}</w:p>{p(OTHER)}")
    files = (with_picture(plain, data, target="/word/media/logo.png") for data in (b"one", b"two"))
    packages = [open_package(data, Path("x.docx")) for data in files]
    result = compare_packages(*packages, author="Ann", when=WHEN)
    assert len(list(body_of(result).iter(w("pict")))) == 2


def test_an_insertion_around_whole_paragraphs_is_read(compared):
    old = p(LONG) + f"<w:ins {THEIRS}>{p(THIRD)}</w:ins>" + p(OTHER)
    result = compared(old, p(LONG) + p(THIRD.replace("party", "side")) + p(OTHER))
    ours = [mark for mark in body_of(result).iter(w("ins"), w("del")) if mark.get(w("author")) == "Ann"]
    assert ["".join(mark.itertext(w("t"), w("delText"))) for mark in ours] == ["party", "side"]


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("http://a.example", ()),
        ("http://b.example", ("a link of the new version leads elsewhere, which is not changed: set it anew in Word",)),
    ],
)
def test_a_link_that_leads_elsewhere_is_told(compared, address, left):
    def link(leads):
        marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
        instruction = f'<w:r><w:instrText> HYPERLINK "{leads}" </w:instrText></w:r>'
        return f"<w:p>{marks[0]}{instruction}{marks[1]}{run(LONG)}{marks[2]}</w:p>"

    assert compared(link("http://a.example"), link(address)).left == left


def test_lists_that_count_apart_stay_apart(compared):
    def numbering(*numbers):
        level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
        kinds = "".join(f'<w:abstractNum w:abstractNumId="{number}">{level}</w:abstractNum>' for number in numbers)
        nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in numbers)
        return {"numbering": f"<w:numbering>{kinds}{nums}</w:numbering>"}

    def item(text, number):
        return p(text, properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')

    result = compared(
        item(LONG, 1) + p(OTHER), item(LONG, 1) + item(THIRD, 2) + p(OTHER), numbering(1), numbering(1, 2)
    )
    assert [each.get(w("val")) for each in body_of(result).iter(w("numId"))] == ["1", "2"]


@pytest.mark.parametrize(
    ("parts", "new_parts", "told"),
    [
        pytest.param(
            {},
            {"comments": f'<w:comments><w:comment w:id="1">{p("Why?")}</w:comment></w:comments>'},
            "a comment of the new version is not carried over: read them there",
            id="comment",
        ),
        pytest.param(
            *(
                {"styles": f'<w:styles><w:style w:styleId="Term"><w:rPr>{look}</w:rPr></w:style></w:styles>'}
                for look in ("", "<w:b/>")
            ),
            "styles look otherwise in the new version (Term): they stay as they were",
            id="style",
        ),
    ],
)
def test_what_no_tracked_change_can_say_is_told(compared, parts, new_parts, told):
    body = p(LONG, properties='<w:pStyle w:val="Term"/>') + p(OTHER)
    assert compared(body, body, parts, new_parts).left == (told,)


def test_a_field_over_several_paragraphs_that_comes_is_told(compared):
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    between = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    contents = f"<w:p>{begin}{between}{run('Scope')}</w:p><w:p>{run('Term')}{end}</w:p>"
    assert "table of contents" in compared(p(LONG) + p(OTHER), p(LONG) + contents + p(OTHER)).left[0]
