"""Tracked changes inside a paragraph: the exact markup, and whose it is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from app.ooxml.names import w
from app.ooxml.resolver import accept, by_author, by_ids, reject
from app.ooxml.revisions import change_text
from app.ooxml.runs import read_text
from app.text.diff import TextEdit, apply_edits

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
THEIRS = 'w:id="2" w:author="Bo Vendor" w:date="2025-12-01T00:00:00Z"'


def run(text, properties=""):
    held = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{held}<w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_replacement_is_one_deletion_and_one_insertion(paragraph, stamp, shown):
    p = paragraph(run("Fees are due.", "<w:i/>"))
    change_text(p, [TextEdit(9, 12, "void")], stamp)
    assert shown(p) == (
        "<p><r><rPr><i/></rPr><t>Fees are </t></r>"
        "<del ours><r><rPr><i/></rPr><delText>due</delText></r></del>"
        "<ins ours><r><rPr><i/></rPr><t>void</t></r></ins>"
        "<r><rPr><i/></rPr><t>.</t></r></p>"
    )


def test_a_revision_names_author_and_time(paragraph, stamp):
    p = paragraph(run("Fees"))
    change_text(p, [TextEdit(0, 4, "Costs")], stamp)
    assert dict(p[0].attrib) == {w("id"): "4", w("author"): "Ann Reviewer", w("date"): "2026-01-02T00:00:00Z"}
    assert p[1].get(w("id")) == "5"


def test_an_edit_over_several_runs_keeps_the_format_of_each_and_inserts_in_the_first(paragraph, stamp, shown):
    p = paragraph(run("net ") + run("thir", "<w:b/>") + run("ty", "<w:i/>") + run(" days"))
    change_text(p, [TextEdit(4, 10, "sixty")], stamp)
    assert shown(p) == (
        "<p><r><t>net </t></r>"
        "<del ours><r><rPr><b/></rPr><delText>thir</delText></r><r><rPr><i/></rPr><delText>ty</delText></r></del>"
        "<ins ours><r><rPr><b/></rPr><t>sixty</t></r></ins>"
        "<r><t> days</t></r></p>"
    )


def test_a_spelling_mark_between_two_deleted_runs_does_not_part_them(paragraph, stamp, shown):
    p = paragraph(run("thir") + '<w:proofErr w:type="spellStart"/>' + run("ty"))
    change_text(p, [TextEdit(0, 6, "")], stamp)
    assert shown(p) == (
        '<p><del ours><r><delText>thir</delText></r><proofErr type="spellStart"/><r><delText>ty</delText></r></del></p>'
    )


@pytest.mark.parametrize(
    ("text", "properties"), [(" and more", ""), ("Indeed, ", "<rPr><b/></rPr>")], ids=["word before", "word after"]
)
def test_inserted_text_looks_like_the_word_it_leans_on(paragraph, stamp, shown, text, properties):
    p = paragraph(run("Plain ") + run("bold", "<w:b/>"))
    change_text(p, [TextEdit(6, 6, text)], stamp)
    assert shown(p[1]) == f"<ins ours><r>{properties}<t>{text}</t></r></ins>"


def test_inserting_into_an_empty_paragraph_takes_the_format_of_its_mark(paragraph, stamp, shown):
    p = paragraph("<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>")
    change_text(p, [TextEdit(0, 0, "New")], stamp)
    assert shown(p[-1]) == "<ins ours><r><rPr><b/></rPr><t>New</t></r></ins>"


def test_tabs_and_breaks_are_deleted_and_inserted_as_elements(paragraph, stamp, shown):
    p = paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>")
    change_text(p, [TextEdit(1, 2, "\n")], stamp)
    assert shown(p) == (
        "<p><r><t>a</t></r><del ours><r><tab/></r></del><ins ours><r><br/></r></ins><r><t>b</t></r></p>"
    )


def test_the_change_of_a_link_stays_inside_the_link(paragraph, stamp, shown):
    p = paragraph(f"<w:hyperlink>{run('our policy')}</w:hyperlink>")
    change_text(p, [TextEdit(4, 10, "terms")], stamp)
    assert shown(p) == (
        "<p><hyperlink><r><t>our </t></r><del ours><r><delText>policy</delText></r></del>"
        "<ins ours><r><t>terms</t></r></ins></hyperlink></p>"
    )


@pytest.mark.parametrize("position", [0, 6])
def test_text_inserted_at_the_edge_of_a_link_stays_outside(paragraph, stamp, position):
    p = paragraph(f"<w:hyperlink>{run('policy', '<w:u/>')}</w:hyperlink>")
    change_text(p, [TextEdit(position, position, " x ")], stamp)
    assert p.find(f"{w('hyperlink')}/{w('ins')}") is None


def test_a_deletion_inside_an_insertion_of_theirs_leaves_it_theirs(paragraph, stamp, shown):
    p = paragraph(f"<w:ins {THEIRS}>{run('sole discretion')}</w:ins>")
    change_text(p, [TextEdit(0, 5, "")], stamp)
    assert shown(p) == (
        '<p><ins author="Bo Vendor"><del ours><r><delText>sole </delText></r></del><r><t>discretion</t></r></ins></p>'
    )


def test_an_insertion_inside_one_of_theirs_stands_beside_it(paragraph, stamp, shown):
    p = paragraph(f"<w:ins {THEIRS}>{run('reasonable discretion')}</w:ins>")
    change_text(p, [TextEdit(10, 10, ", good-faith")], stamp)
    assert shown(p) == (
        '<p><ins author="Bo Vendor"><r><t>reasonable</t></r></ins><ins ours><r><t>, good-faith</t></r></ins>'
        '<ins author="Bo Vendor"><r><t> discretion</t></r></ins></p>'
    )


def test_the_parts_of_a_cut_insertion_have_ids_of_their_own(paragraph, stamp):
    p = paragraph(f"<w:ins {THEIRS}>{run('reasonable discretion')}</w:ins>")
    change_text(p, [TextEdit(10, 10, " x")], stamp)
    ids = [mark.get(w("id")) for mark in p.iter(w("ins"))]
    assert len(set(ids)) == 3
    assert set(ids) & stamp.ids.revisions == {ids[1]}


def test_what_they_deleted_is_not_touched(paragraph, stamp, shown):
    theirs = f"<w:del {THEIRS}><w:r><w:delText>never</w:delText></w:r></w:del>"
    p = paragraph(run("may ") + theirs + run("end"))
    change_text(p, [TextEdit(0, 7, "must stop")], stamp)
    assert '<del author="Bo Vendor"><r><delText>never</delText></r></del>' in shown(p)
    assert read_text(p).text == "must stop"


def test_a_reference_field_is_replaced_as_a_whole(paragraph, stamp, shown):
    p = paragraph(run("Section ") + FIELD.format("REF _Ref1", "4.2") + run(" applies"))
    change_text(p, [TextEdit(10, 11, "3")], stamp)
    (deletion,) = p.iter(w("del"))
    assert [etree.QName(child).localname for r in deletion for child in r] == [
        "fldChar", "delInstrText", "fldChar", "delText", "fldChar",
    ]  # fmt: skip
    assert read_text(p).text == "Section 4.3 applies"
    assert "<ins ours><r><t>4.3</t></r></ins>" in shown(p)


def test_the_words_of_a_link_field_are_changed_one_by_one(paragraph, stamp):
    p = paragraph(FIELD.format("HYPERLINK x", "our policy"))
    change_text(p, [TextEdit(0, 3, "their")], stamp)
    assert p.find(f".//{w('delInstrText')}") is None
    assert read_text(p).text == "their policy"


@pytest.mark.parametrize("position", [8, 11])
def test_text_inserted_at_the_edge_of_a_field_stays_outside(paragraph, stamp, position):
    p = paragraph(run("Section ") + FIELD.format("REF _Ref1", "4.2") + run(" applies"))
    change_text(p, [TextEdit(position, position, "(a)")], stamp)
    assert not list(p.iter(w("del")))
    assert "(a)" in read_text(p).text
    assert len(read_text(p).fields[0].instruction) == len("REF _Ref1")


def test_a_note_stays_where_deleted_words_were(paragraph, stamp, shown):
    p = paragraph("<w:r><w:t>one</w:t><w:footnoteReference w:id='1'/><w:t> two</w:t></w:r>")
    change_text(p, [TextEdit(0, 7, "")], stamp)
    assert shown(p) == (
        "<p><del ours><r><delText>one</delText></r></del><r><footnoteReference/></r>"
        "<del ours><r><delText> two</delText></r></del></p>"
    )


def test_text_inserted_after_a_word_with_a_note_follows_the_note(paragraph, stamp, shown):
    p = paragraph(run("end.") + "<w:r><w:footnoteReference w:id='1'/></w:r>")
    change_text(p, [TextEdit(4, 4, " More.")], stamp)
    assert shown(p[-1]) == "<ins ours><r><t> More.</t></r></ins>"


def test_a_change_of_format_of_theirs_stays_on_both_parts_of_a_cut_run(paragraph, stamp):
    change = f"<w:b/><w:rPrChange {THEIRS}><w:rPr/></w:rPrChange>"
    p = paragraph(run("one two", change))
    change_text(p, [TextEdit(3, 3, " x")], stamp)
    assert [mark.get(w("id")) for mark in p.iter(w("rPrChange"))] == ["2", "2"]
    assert p.find(f"{w('ins')}//{w('rPrChange')}") is None


def test_properties_in_a_wrong_order_are_copied_in_the_right_one(paragraph, stamp, shown):
    p = paragraph(run("one two", "<w:sz/><w:b/>"))
    change_text(p, [TextEdit(3, 3, " x")], stamp)
    assert shown(p[1]) == "<ins ours><r><rPr><b/><sz/></rPr><t> x</t></r></ins>"


def test_several_insertions_at_one_place_stand_in_the_order_given(paragraph, stamp):
    p = paragraph(run("end."))
    change_text(p, [TextEdit(3, 3, " one"), TextEdit(3, 3, " two"), TextEdit(3, 4, "!")], stamp)
    assert read_text(p).text == "end one two!"


def simple(instruction, text):
    return f'<w:fldSimple w:instr="{instruction}">{run(text)}</w:fldSimple>'


@pytest.mark.parametrize("edit", [TextEdit(8, 11, "5"), TextEdit(10, 11, "5"), TextEdit(9, 10, "5")])
def test_the_result_of_a_simple_field_goes_as_a_whole_and_new_words_follow_the_field(paragraph, stamp, shown, edit):
    p = paragraph(run("Section ") + simple("REF _Ref1", "4.2"))
    change_text(p, [edit], stamp)
    field, insertion = p[1:]
    assert shown(field) == ('<fldSimple instr="REF _Ref1"><del ours><r><delText>4.2</delText></r></del></fldSimple>')
    assert read_text(insertion).text == apply_edits("Section 4.2", (edit,))[8:]


def test_the_words_of_a_simple_link_are_changed_one_by_one(paragraph, stamp):
    p = paragraph(simple("HYPERLINK x", "our policy"))
    change_text(p, [TextEdit(0, 3, "their")], stamp)
    assert p.find(f"{w('fldSimple')}/{w('ins')}") is not None
    assert read_text(p).text == "their policy"


def test_an_instruction_cut_over_runs_and_nested_fields_go_with_their_field(paragraph, stamp):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = "<w:r><w:instrText> I</w:instrText></w:r><w:r><w:instrText>F </w:instrText></w:r>"
    held = run("x") + FIELD.format("REF y", "12")
    p = paragraph(mark("begin") + instruction + mark("separate") + held + mark("end"))
    change_text(p, [TextEdit(1, 2, "3")], stamp)
    assert [child.tag for child in p] == [w("del"), w("ins")]
    assert not list(p.iter(w("instrText")))
    assert read_text(p).text == "x32"


@pytest.mark.parametrize("marks", [("begin", "separate"), ("end",)], ids=["it begins here", "it ends here"])
def test_a_field_that_goes_on_in_another_paragraph_keeps_its_marks(paragraph, stamp, marks):
    before, after = (marks, ()) if "begin" in marks else ((), marks)
    written = [
        "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds) for kinds in (before, after)
    ]
    p = paragraph(written[0] + run("one two") + written[1])
    change_text(p, [TextEdit(0, 3, "six")], stamp)
    assert [part.get(w("fldCharType")) for part in p.iterfind(f"{w('r')}/{w('fldChar')}")] == list(marks)
    assert read_text(p).text == "six two"


@pytest.mark.parametrize(
    "kept",
    [
        "<w:r><w:drawing/></w:r>",
        "<w:r><w:pict/></w:r>",
        "<w:r><w:endnoteReference w:id='1'/></w:r>",
        "<w:r><w:annotationRef/></w:r>",
        "<w:bookmarkStart w:id='1' w:name='x'/>",
        "<w:commentRangeEnd w:id='1'/>",
        "<w:permStart w:id='1'/>",
        f"<w:oMath xmlns:w='{MATH}'/>",
    ],
    ids=lambda xml: xml.split("<")[-1].split(" ")[0].rstrip("/>"),
)
def test_what_is_no_text_stays_where_the_words_around_it_go(paragraph, stamp, kept):
    p = paragraph(run("one") + kept + run("two"))
    element = p[1]
    change_text(p, [TextEdit(0, 6, "six")], stamp)
    assert element.getparent() is p
    assert read_text(p).text == "six"


@pytest.mark.parametrize(
    ("element", "text"),
    [
        ('<w:br w:type="page"/>', "\n"),
        ('<w:br w:type="column"/>', "\n"),
        ("<w:cr/>", "\n"),
        ("<w:ptab/>", "\t"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "\u2611"),
        ("<w:softHyphen/>", ""),
        ("<w:lastRenderedPageBreak/>", ""),
    ],
)
def test_breaks_and_signs_go_with_the_words_around_them(paragraph, stamp, element, text):
    p = paragraph(f"<w:r><w:t>on</w:t>{element}<w:t>ce</w:t></w:r>")
    assert read_text(p).text == f"on{text}ce"
    change_text(p, [TextEdit(0, 4 + len(text), "")], stamp)
    assert [child.tag for child in p] == [w("del")]
    assert read_text(p).text == ""


@pytest.mark.parametrize("holder", ["hyperlink", "smartTag", "customXml", "sdt", "bdo"])
def test_a_change_inside_what_holds_runs_stays_inside(paragraph, stamp, holder):
    inside = f"<w:sdtContent>{run('old words')}</w:sdtContent>" if holder == "sdt" else run("old words")
    p = paragraph(f"<w:{holder}>{inside}</w:{holder}>")
    change_text(p, [TextEdit(0, 3, "new")], stamp)
    assert [child.tag for child in p] == [w(holder)]
    assert read_text(p).text == "new words"


def test_the_base_of_ruby_is_changed_and_its_guide_stays(paragraph, stamp, shown):
    p = paragraph(f"<w:r><w:ruby><w:rt>{run('guide')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby></w:r>")
    change_text(p, [TextEdit(0, 4, "word")], stamp)
    assert "<rt><r><t>guide</t></r></rt>" in shown(p)
    assert read_text(p).text == "word"


@pytest.mark.parametrize("look", ["<w:rtl/>", "<w:vanish/>", '<w:lang w:bidi="ar-SA"/>'])
def test_new_words_are_written_and_hidden_as_those_they_replace(paragraph, stamp, shown, look):
    p = paragraph(run("one", look))
    change_text(p, [TextEdit(0, 3, "two")], stamp)
    assert shown(p[1]) == f"<ins ours><r><rPr>{look.replace('w:', '')}</rPr><t>two</t></r></ins>"


RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("before", "after"),
    [(run("1") + run("st", RAISED), ""), ("", run("st", RAISED) + run("1"))],
    ids=["after", "before"],
)
def test_new_words_beside_raised_ones_stand_on_the_line(paragraph, stamp, shown, before, after):
    p = paragraph(before + after)
    change_text(p, [TextEdit(3, 3, " day") if before else TextEdit(0, 0, "day ")], stamp)
    assert "<ins ours><r><t>" in shown(p)


def test_new_words_between_two_links_look_like_the_words_outside(paragraph, stamp, shown):
    link = f"<w:hyperlink>{run('link', '<w:u/>')}</w:hyperlink>"
    p = paragraph(link + link + run(" end", "<w:i/>"))
    change_text(p, [TextEdit(4, 4, " and ")], stamp)
    assert shown(p[1]) == "<ins ours><r><rPr><i/></rPr><t> and </t></r></ins>"


def test_a_locked_content_control_is_changed_inside(paragraph, stamp, shown):
    lock = '<w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr>'
    p = paragraph(f"<w:sdt>{lock}<w:sdtContent>{run('Acme')}</w:sdtContent></w:sdt>")
    change_text(p, [TextEdit(0, 4, "Bolt")], stamp)
    assert shown(p[0][1]) == (
        "<sdtContent><del ours><r><delText>Acme</delText></r></del><ins ours><r><t>Bolt</t></r></ins></sdtContent>"
    )


def theirs(tag, held, number=2):
    return f'<w:{tag} w:id="{number}" w:author="Bo Vendor" w:date="2025-12-01T00:00:00Z">{held}</w:{tag}>'


GONE = "<w:r><w:delText>gone</w:delText></w:r>"
OTHERS = {
    "partly inserted": (run("may ") + theirs("ins", run("never")), (2, 6)),
    "several insertions": (theirs("ins", run("may ")) + run("or ") + theirs("ins", run("must"), 3), (2, 9)),
    "around a deletion": (run("may ") + theirs("del", GONE) + run("end"), (2, 6)),
    "deleted in an insertion": (theirs("ins", run("held") + theirs("del", GONE, 3) + run("back")), (2, 6)),
    "moved here": (theirs("moveTo", run("held words")), (2, 6)),
    "beside what was moved": (theirs("moveFrom", run("held words")) + run("back"), (0, 2)),
    "whole insertion": (theirs("ins", run("held")), (0, 4)),
    "inside an insertion": (theirs("ins", run("held words")), (4, 4)),
    "before an insertion": (theirs("ins", run("held")) + run("x"), (0, 0)),
    "after an insertion": (theirs("ins", run("held")) + run("x"), (4, 4)),
    "beside a deletion": (run("x") + theirs("del", GONE) + run("y"), (1, 1)),
    "mark inserted": (f"<w:pPr><w:rPr>{theirs('ins', '')}</w:rPr></w:pPr>" + run("held"), (0, 4)),
    "mark deleted": (f"<w:pPr><w:rPr>{theirs('del', '')}</w:rPr></w:pPr>" + run("held"), (4, 4)),
}


@pytest.mark.parametrize(("xml", "place"), OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("new", ["six", ""])
def test_others_changes_stay_theirs(paragraph, stamp, xml, place, new):
    p = paragraph(xml)
    original, text = _form(p), read_text(p).text
    edits = tuple(edit for edit in (TextEdit(*place, new),) if new or place[0] != place[1])
    change_text(p, edits, stamp)
    ours = by_ids(stamp.ids.revisions)
    assert all(mark.get(w("author")) == "Ann Reviewer" for mark in p.iter(w("ins"), w("del")) if ours(mark))
    assert read_text(p).text == apply_edits(text, edits)
    reject(p.getroottree().getroot(), ours)
    assert _form(p) == original


def _whose(element):
    return element.tag, element.get(w("author")), element.get(w("date"))


def _form(p):
    """Return each character with the revisions it stands in, and whose they are."""
    said = [(each, t.getparent().getparent()) for t in p.iter(w("t"), w("delText")) for each in t.text]
    chains = [
        (each, [(a.tag, a.get(w("author")), a.get(w("date"))) for a in (mark, *mark.iterancestors())])
        for each, mark in said
    ]
    return chains, [(mark.tag, mark.get(w("id"))) for mark in p.iterfind(f"{w('pPr')}/{w('rPr')}/*")]


FORMS = {
    "plain": run,
    "bold": lambda text: run(text, "<w:b/>"),
    "link": lambda text: f"<w:hyperlink>{run(text)}</w:hyperlink>",
    "theirs": lambda text: f"<w:ins {THEIRS}>{run(text)}</w:ins>",
    "field": lambda text: FIELD.format("REF x", text),
    "tab": lambda text: f"<w:r><w:t>{text.strip()}</w:t><w:tab/></w:r>",
}
RUNS = st.lists(st.tuples(st.sampled_from(sorted(FORMS)), st.sampled_from(["ab", "c d", "e "])), min_size=1, max_size=6)


@st.composite
def edited_texts(draw, length):
    points = sorted(draw(st.lists(st.integers(0, length), min_size=2, max_size=6)))
    pairs = list(zip(points[::2], points[1::2], strict=False))
    made = []
    for start, end in pairs:
        text = draw(st.sampled_from(["", "x", " y", "z ", "u\tv"]))
        if start != end or text:
            made.append(TextEdit(start, end, text))
    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(pieces=RUNS, data=st.data())
def test_accepting_gives_the_new_text_and_rejecting_the_old_one(paragraph, stamp, pieces, data):
    p = paragraph("".join(FORMS[form](text) for form, text in pieces))
    before = read_text(p).text
    edits = data.draw(edited_texts(len(before)))
    change_text(p, edits, stamp)
    root = p.getroottree().getroot()
    assert read_text(p).text == apply_edits(before, tuple(edits))
    accepted, rejected = (etree.fromstring(etree.tostring(root)) for _ in range(2))
    accept(accepted, by_author("Ann Reviewer"))
    reject(rejected, by_author("Ann Reviewer"))
    assert read_text(accepted[0][0]).text == apply_edits(before, tuple(edits))
    assert read_text(rejected[0][0]).text == before
