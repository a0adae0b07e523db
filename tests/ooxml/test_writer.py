"""Changes to a whole package: places, comments, and the proof behind them."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from app.errors import EditsError, ProofError
from app.ooxml.changes import (
    Deletion,
    Insertion,
    Move,
    ParagraphFormat,
    Place,
    Remark,
    Reply,
    Rewording,
    RowDeletion,
    RowInsertion,
    RunFormat,
    Wording,
)
from app.ooxml.names import W, w
from app.ooxml.package import open_package
from app.ooxml.resolver import by_author, resolve_package
from app.ooxml.runs import paragraphs_of, read_text
from app.ooxml.writer import write_changes
from app.text.diff import TextEdit

PATH = Path("contract.docx")
MAIN = "word/document.xml"
BODY = (
    "<w:p><w:r><w:t>Fees are due.</w:t></w:r></w:p><w:p><w:r><w:t>Term is one year.</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>End.</w:t></w:r></w:p>"
)
FEES = Rewording(Place(MAIN, 0), (TextEdit(0, 4, "Costs"),), "Why")
COMMENTS = (
    '<w:comments><w:comment w:id="0" w:author="Bo"><w:p><w:r><w:t>Theirs</w:t></w:r></w:p></w:comment></w:comments>'
)
STYLES = (
    '<w:styles><w:style w:type="character" w:styleId="Verweis"><w:name w:val="annotation reference"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Text"><w:name w:val="annotation text"/></w:style></w:styles>'
)


@pytest.fixture
def write():
    def call(data, *asked, author="Ann Reviewer"):
        when = datetime(2026, 1, 2, tzinfo=UTC)
        return open_package(write_changes(open_package(data, PATH), asked, author=author, when=when).data, PATH)

    return call


def texts(package, part=MAIN):
    return [read_text(p).text for p in paragraphs_of(package.tree(part))]


def rejected(package, author="Ann Reviewer"):
    resolve_package(package, accepting=False, choice=by_author(author))
    return package


def comments(package):
    return package.tree(package.related(package.main, "comments")[0])


def anchored(package):
    """Return the text between the marks of each comment, by its id."""
    found, opened = {}, set()
    for element in package.tree(MAIN).iter():
        if element.tag == w("commentRangeStart"):
            opened.add(element.get(w("id")))
            found[element.get(w("id"))] = ""
        elif element.tag == w("commentRangeEnd"):
            opened.discard(element.get(w("id")))
        elif element.tag in (w("t"), w("delText")):
            for number in opened:
                found[number] += element.text
    return found


def test_all_kinds_of_changes_are_made_at_once_and_can_all_be_undone(make_package, write):
    after = write(
        make_package(BODY),
        FEES,
        Insertion(Place(MAIN, 0), (Wording("Late fees bear interest.", Place(MAIN, 1)),), "Added"),
        Deletion(Place(MAIN, 1), "Gone"),
        Remark(Place(MAIN, 2), "Note"),
    )
    assert texts(after) == ["Costs are due.", "Late fees bear interest.", "", "End."]
    assert texts(rejected(after)) == ["Fees are due.", "Term is one year.", "End."]


def test_new_paragraphs_after_the_same_one_stand_in_the_order_given(make_package, write):
    place = Place(MAIN, 0)
    after = write(make_package(BODY), *(Insertion(place, (Wording(text, place),)) for text in ("One.", "Two.")))
    assert texts(after)[:3] == ["Fees are due.", "One.", "Two."]


def test_the_same_edit_asked_for_twice_is_made_once_with_both_comments(make_package, write):
    after = write(make_package(BODY), FEES, Rewording(FEES.place, FEES.edits, "Also"))
    assert texts(after)[0] == "Costs are due."
    assert len(comments(after)) == 2


def test_a_comment_is_anchored_to_its_change(make_package, write):
    after = write(make_package(BODY), FEES, Insertion(Place(MAIN, 1), (Wording("New.", Place(MAIN, 1)),), "Added"))
    assert sorted(anchored(after).values()) == ["FeesCosts", "New."]


def test_a_remark_is_anchored_to_its_words(make_package, write):
    after = write(make_package(BODY), Remark(Place(MAIN, 1), "How long?", 8, 16))
    assert list(anchored(after).values()) == ["one year"]
    assert texts(after) == texts(open_package(make_package(BODY), PATH))


def test_a_comment_has_author_time_initials_and_one_paragraph_a_line(make_package, write):
    (comment,) = comments(write(make_package(BODY), Remark(Place(MAIN, 0), "One.\nTwo.")))
    assert [comment.get(w(name)) for name in ("author", "date", "initials")] == [
        "Ann Reviewer",
        "2026-01-02T00:00:00Z",
        "AR",
    ]
    assert [read_text(p).text for p in paragraphs_of(comment)] == ["One.", "Two."]


def test_a_comment_uses_the_styles_for_comments_whatever_their_ids(make_package, write):
    after = write(make_package(BODY, styles=STYLES), FEES)
    assert comments(after).find(f".//{w('pStyle')}").get(w("val")) == "Text"
    assert {style.get(w("val")) for style in after.tree(MAIN).iter(w("rStyle"))} == {"Verweis"}


def test_comments_that_were_there_stay_and_no_id_is_used_twice(make_package, write):
    data = make_package(BODY + '<w:p><w:bookmarkStart w:id="1" w:name="b"/></w:p>', comments=COMMENTS)
    after = write(data, FEES)
    ids = [comment.get(w("id")) for comment in comments(after)]
    assert ids[0] == "0"
    everywhere = [*ids, *(mark.get(w("id")) for mark in after.tree(MAIN).iter(w("ins"), w("del"), w("bookmarkStart")))]
    assert len(set(everywhere)) == len(everywhere) == 5


def test_a_comment_on_a_note_is_put_on_the_reference_to_it(make_package, write):
    note = '<w:footnotes><w:footnote w:id="7"><w:p><w:r><w:t>See annex.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    body = '<w:p><w:r><w:t>Fees</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p><w:p/>'
    after = write(
        make_package(body, footnotes=note), Rewording(Place("word/footnotes.xml", 0), (TextEdit(4, 9, "B"),), "?")
    )
    start = next(after.tree(MAIN).iter(w("commentRangeStart")))
    assert start.getnext().find(w("footnoteReference")) is not None
    assert texts(after, "word/footnotes.xml") == ["See B."]


def test_a_comment_on_a_header_is_put_on_the_first_paragraph_and_says_so(make_package, write):
    header = "<w:hdr><w:p><w:r><w:t>Draft</w:t></w:r></w:p></w:hdr>"
    after = write(
        make_package(BODY, header=header), Rewording(Place("word/header.xml", 0), (TextEdit(0, 5, "Final"),), "Why")
    )
    assert list(anchored(after).values()) == ["Fees are due."]
    assert "On “Draft” in the header: Why" in "".join(comments(after).itertext())


def test_a_comment_in_a_text_box_is_put_where_the_box_stands(make_package, write):
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    after = write(make_package(f"<w:p>{box}</w:p><w:p/>"), Rewording(Place(MAIN, 1), (TextEdit(0, 5, "Free"),), "Why"))
    assert next(after.tree(MAIN).iter(w("commentRangeStart"))).getparent() is after.tree(MAIN)[0][0]


def test_revisions_of_theirs_under_the_same_name_are_not_taken_for_ours(make_package, write):
    theirs = (
        '<w:ins w:id="1" w:author="Ann Reviewer" w:date="2025-01-01T00:00:00Z"><w:r><w:t>Fees due.</w:t></w:r></w:ins>'
    )
    after = write(make_package(f"<w:p>{theirs}</w:p><w:p/>"), Rewording(Place(MAIN, 0), (TextEdit(5, 8, "void"),)))
    assert texts(after)[0] == "Fees void."
    assert [mark.get(w("date"))[:4] for mark in after.tree(MAIN).iter(w("ins"))] == ["2025", "2026", "2025"]


def test_parts_without_a_change_stay_byte_for_byte(make_package, write):
    data = make_package(BODY, header="<w:hdr><w:p/></w:hdr>", styles=STYLES)
    after = write(data, Rewording(FEES.place, FEES.edits))
    with ZipFile(BytesIO(data)) as archive:
        before = {name: archive.read(name) for name in archive.namelist()}
    assert [name for name in before if before[name] != after.read(name)] == [MAIN]


def test_paragraphs_without_a_change_are_written_as_they_were(make_package, write):
    data = make_package(BODY)
    before, after = open_package(data, PATH).tree(MAIN), write(data, FEES).tree(MAIN)
    assert [etree.tostring(p) for p in before[0]][1:] == [etree.tostring(p) for p in after[0]][1:]


def test_what_fails_its_proof_is_not_written(make_package, write):
    symbols = "<mc:Choice><w:t>ab</w:t></mc:Choice><mc:Fallback><w:t>ab</w:t></mc:Fallback>"
    unit = f"<w:p><w:r><mc:AlternateContent>{symbols}</mc:AlternateContent></w:r></w:p><w:p/>"
    with pytest.raises(ProofError, match=r"contract\.docx: no redline was written.*paragraph"):
        write(make_package(unit), Rewording(Place(MAIN, 0), (TextEdit(0, 1, ""),)))


def properties(xml):
    return etree.fromstring(xml.replace(">", f' xmlns:w="{W}">', 1))


TABLE = (
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Fee</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>Late fee</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
BOLD = properties("<w:rPr><w:b/></w:rPr>")


def test_rows_are_inserted_in_the_order_given_after_what_is_new_in_the_row(make_package, write):
    fee = Place(MAIN, 0)
    after = write(
        make_package(TABLE + BODY),
        RowInsertion(fee, ("First",), "Why"),
        RowInsertion(fee, ("Second",)),
        Insertion(fee, (Wording("of two", fee),)),
    )
    assert texts(after)[:5] == ["Fee", "of two", "First", "Second", "Late fee"]
    assert list(anchored(after).values()) == ["First"]
    assert texts(rejected(after))[:2] == ["Fee", "Late fee"]


def test_a_row_is_deleted_with_what_is_new_in_it_and_one_after_it_stays(make_package, write):
    fee = Place(MAIN, 0)
    after = write(
        make_package(TABLE + BODY),
        Insertion(fee, (Wording("of two", fee),)),
        RowInsertion(fee, ("Other",)),
        RowDeletion(fee, "Gone"),
    )
    resolve_package(after, accepting=True, choice=by_author("Ann Reviewer"))
    assert texts(after)[:2] == ["Other", "Late fee"]


def test_words_are_formatted_before_they_are_changed(make_package, write):
    after = write(make_package(BODY), RunFormat(FEES.place, 0, 8, BOLD), FEES)
    resolve_package(after, accepting=True, choice=by_author("Ann Reviewer"))
    runs = [
        (r.findtext(w("t")), r.find(f"{w('rPr')}/{w('b')}") is not None) for r in after.tree(MAIN)[0][0].iter(w("r"))
    ]
    assert [(text, bold) for text, bold in runs if text] == [("Costs", True), (" are", True), (" due.", False)]


def test_a_paragraph_gets_new_properties(make_package, write):
    after = write(make_package(BODY), ParagraphFormat(FEES.place, properties("<w:pPr><w:keepNext/></w:pPr>")))
    assert after.tree(MAIN)[0][0].find(f"{w('pPr')}/{w('keepNext')}") is not None
    assert rejected(after).tree(MAIN)[0][0].find(f"{w('pPr')}/{w('keepNext')}") is None


def test_a_paragraph_is_moved(make_package, write):
    after = write(make_package(BODY), Move((Place(MAIN, 0),), Place(MAIN, 1), "Later"))
    assert [mark.get(w("name")) for mark in after.tree(MAIN).iter(w("moveFromRangeStart"))] == ["move1"]
    assert texts(after) == ["", "Term is one year.", "Fees are due.", "End."]
    assert list(anchored(after).values()) == ["Fees are due."]
    assert texts(rejected(after)) == ["Fees are due.", "Term is one year.", "End."]


def test_where_it_cannot_be_moved_it_is_deleted_and_inserted(make_package, write):
    after = write(make_package(BODY), Move((Place(MAIN, 0),), Place(MAIN, 2)))
    assert next(after.tree(MAIN).iter(w("moveFrom"), w("moveTo")), None) is None
    assert texts(after) == ["", "Term is one year.", "End.", "Fees are due."]
    assert texts(rejected(after)) == ["Fees are due.", "Term is one year.", "End."]


def test_moves_to_the_same_place_stand_in_the_order_given(make_package, write):
    end = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("Five.", "Six."))
    moves = [Move((Place(MAIN, index),), Place(MAIN, 3)) for index in (0, 1)]
    after = write(make_package(BODY + end), *moves)
    assert [text for text in texts(after) if text] == [
        "End.", "Five.", "Fees are due.", "Term is one year.", "Six.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "changes",
    [
        (FEES,),
        (Deletion(FEES.place),),
        (Move((Place(MAIN, 2),), FEES.place),),
        (Move((FEES.place,), Place(MAIN, 2)),),
    ],
    ids=["changed", "deleted", "moved after", "moved twice"],
)
def test_a_moved_paragraph_cannot_be_changed_too(make_package, write, changes):
    with pytest.raises(EditsError, match=r"paragraph 1 of word/document\.xml: it is moved and changed at once"):
        write(make_package(BODY), Move((FEES.place,), Place(MAIN, 1)), *changes)


def test_nothing_is_moved_into_a_row_that_is_deleted(make_package, write):
    with pytest.raises(EditsError, match="moved into a row that is deleted"):
        write(make_package(TABLE + BODY), Move((Place(MAIN, 2),), Place(MAIN, 0)), RowDeletion(Place(MAIN, 0)))


def test_a_comment_is_answered(make_package, write):
    mark = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    body = f"<w:p>{mark.format('<w:r><w:t>Fees.</w:t></w:r>')}</w:p>"
    after = write(make_package(body, comments=COMMENTS), Reply("0", "Agreed"))
    assert [read_text(p).text for p in paragraphs_of(comments(after))] == ["Theirs", "Agreed"]


def test_an_id_of_anothers_change_in_a_style_is_not_given_again(make_package, write):
    change = '<w:rPr><w:b/><w:rPrChange w:id="1" w:author="Bo"><w:rPr/></w:rPrChange></w:rPr>'
    styles = f'<w:styles><w:style w:type="paragraph" w:styleId="a">{change}</w:style></w:styles>'
    after = write(make_package(BODY, styles=styles), Rewording(FEES.place, FEES.edits))
    assert "1" not in {mark.get(w("id")) for mark in after.tree(MAIN).iter(w("ins"), w("del"))}


def test_neighbours_can_be_changed_in_every_way_at_once(make_package, write):
    five = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("One.", "Two.", "Three.", "Four.", "Five."))
    places = [Place(MAIN, index) for index in range(5)]
    after = write(
        make_package(five),
        Deletion(places[2]),
        Insertion(places[2], (Wording("New three.", places[2]),)),
        Rewording(places[3], (TextEdit(0, 4, "4"),)),
        Deletion(places[3]),
        Insertion(places[4], (Wording("Six.", places[0]),)),
        Deletion(places[4]),
        Deletion(places[4], "Twice"),
    )
    resolve_package(after, accepting=True, choice=by_author("Ann Reviewer"))
    assert texts(after) == ["One.", "Two.", "New three.", "Six."]


def test_what_is_new_after_a_paragraph_whose_mark_they_deleted_stands_after_what_it_is_joined_to(make_package, write):
    gone = '<w:pPr><w:rPr><w:del w:id="1" w:author="Bo"/></w:rPr></w:pPr>'
    body = f"<w:p>{gone}<w:r><w:t>Fees </w:t></w:r></w:p><w:p><w:r><w:t>are due.</w:t></w:r></w:p>{BODY}"
    after = write(make_package(body), Insertion(Place(MAIN, 0), (Wording("New.", Place(MAIN, 1)),)))
    resolve_package(after, accepting=True)
    assert texts(after)[:2] == ["Fees are due.", "New."]


def test_a_comment_on_a_header_finds_its_place_in_a_body_without_paragraphs(make_package, write):
    data = make_package("<w:tbl/>", header="<w:hdr><w:p><w:r><w:t>Draft</w:t></w:r></w:p></w:hdr>")
    asked = Rewording(Place("word/header.xml", 0), (TextEdit(0, 5, "Final"),), "Why")
    with pytest.raises(EditsError, match=r"^contract\.docx: "):
        write(data, asked)


def test_new_words_take_a_property_once_that_the_words_before_have_twice(make_package, write):
    data = make_package("<w:p><w:r><w:rPr><w:b/><w:b/></w:rPr><w:t>Fees</w:t></w:r></w:p><w:p/>")
    package = write(data, Rewording(Place(MAIN, 0), (TextEdit(4, 4, " are due"),)))
    new = next(package.tree(MAIN).iter(w("ins")))
    assert len(list(new.iter(w("b")))) == 1


def test_insertions_after_paragraphs_that_others_joined_stand_in_the_order_asked(make_package, write):
    theirs = '<w:p><w:pPr><w:rPr><w:del w:id="{}" w:author="Bo"/></w:rPr></w:pPr><w:r><w:t>Fee</w:t></w:r></w:p>'
    table = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>"
    new = [Insertion(Place(MAIN, n), (Wording(f"New {n}.", Place(MAIN, 3)),)) for n in (0, 1)]
    package = write(make_package(theirs.format(8) + theirs.format(9) + table), *new)
    texts = [read_text(p).text for p in paragraphs_of(package.tree(MAIN))]
    assert texts == ["Fee", "Fee", "New 0.", "New 1.", "", ""]
