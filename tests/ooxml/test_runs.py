"""What a reader sees of a paragraph."""

import pytest

from app.model.marks import FieldResult
from app.model.span import Span
from app.ooxml.names import w
from app.ooxml.runs import Emphasis, emphasis_of, paragraphs_of, read_text

RUBY = (
    "<w:r><w:ruby><w:rt><w:r><w:t>over</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>RE</w:instrText></w:r>'
    '<w:r><w:instrText>F _Ref1</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>4.2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>One </w:t></w:r><w:r><w:t>two</w:t></w:r>", "One two"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r>", "a\tb\nc\n"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t></w:r>", "a\u2011b"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "☑•"),
        ('<w:r><w:sym w:font="Own" w:char="F099"/><w:sym w:font="Own" w:char="no"/></w:r>', "\ufffd\ufffd"),
        ("<w:r><w:t>a\nb</w:t></w:r>", "a b"),
        ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>", "a"),
        ("<w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:ins><w:r><w:t>yes</w:t></w:r></w:ins>", "yes"),
        ("<w:ins><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:ins><w:r><w:t>yes</w:t></w:r>", "yes"),
        ("<w:moveFrom><w:r><w:t>no</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>yes</w:t></w:r></w:moveTo>", "yes"),
        ("<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", "link"),
        ("<w:sdt><w:sdtPr><w:tab/></w:sdtPr><w:sdtContent><w:r><w:t>held</w:t></w:r></w:sdtContent></w:sdt>", "held"),
        ("<w:smartTag><w:r><w:t>tagged</w:t></w:r></w:smartTag>", "tagged"),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>', "7"),
        (f"<w:r><w:t>Section </w:t></w:r>{FIELD}", "Section 4.2"),
        (RUBY, "base"),
        ("<w:r><w:footnoteReference w:id='2'/><w:t>a</w:t></w:r>", "a"),
    ],
)  # fmt: skip
def test_the_text_is_what_a_reader_sees(paragraph, xml, text):
    assert read_text(paragraph(xml)).text == text


CHANGED = (
    "<w:r><w:t>You pay </w:t></w:r><w:del><w:r><w:delText>late</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>early</w:t></w:r></w:ins><w:ins><w:del><w:r><w:delText>!</w:delText></w:r></w:del></w:ins>"
)


@pytest.mark.parametrize(
    ("view", "text"),
    [("accepted", "You pay early"), ("original", "You pay late"), ("marked", "You pay lateearly!")],
)
def test_a_view_is_one_side_of_the_revisions_or_both(paragraph, view, text):
    assert read_text(paragraph(CHANGED), view).text == text


def test_revisions_are_given_with_their_words_whatever_the_view_shows(paragraph):
    read = read_text(paragraph(CHANGED))
    assert [(each.element.tag, each.start, each.end, each.words) for each in read.stretches] == [
        (w("del"), 8, 8, "late"),
        (w("ins"), 8, 13, "early"),
        (w("del"), 13, 13, "!"),
        (w("ins"), 13, 13, "!"),
    ]


def test_a_deleted_field_is_read_where_it_still_stands(paragraph):
    deleted = FIELD.replace("w:t>", "w:delText>").replace("instrText", "delInstrText")
    p = paragraph(f"<w:r><w:t>See </w:t></w:r><w:del>{deleted}</w:del>")
    assert (read_text(p).text, read_text(p).results) == ("See ", ())
    assert read_text(p, "original").results == (FieldResult(Span(4, 7), "REF _Ref1"),)


def test_bookmarks_notes_and_comments_are_given_with_their_places(paragraph):
    read = read_text(
        paragraph(
            '<w:r><w:t>ab</w:t><w:footnoteReference w:id="1"/></w:r><w:bookmarkStart w:name="x"/>'
            '<w:del><w:r><w:endnoteReference w:id="2"/><w:commentReference w:id="0"/></w:r></w:del>'
        )
    )
    assert [(point.element.tag, point.offset) for point in read.points] == [
        (w("footnoteReference"), 2),
        (w("bookmarkStart"), 2),
        (w("commentReference"), 2),
    ]


@pytest.mark.parametrize(
    ("font", "text", "shown"),
    [("Symbol", "\uf061\uf0b3", "α≥"), ("Wingdings", "\uf0fe", "☑"), ("Own", "\uf061", "\uf061")],
)
def test_characters_of_symbol_fonts_are_read_as_these_draw_them(paragraph, font, text, shown):
    p = paragraph(f'<w:r><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr><w:t>{text}</w:t></w:r>')
    assert read_text(p).text == shown


def test_of_alternatives_only_the_first_choice_is_read(paragraph):
    p = paragraph(
        "<mc:AlternateContent><mc:Choice><w:r><w:t>new</w:t></w:r></mc:Choice>"
        "<mc:Choice><w:r><w:t>other</w:t></w:r></mc:Choice>"
        "<mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent>"
    )
    assert read_text(p).text == "new"


def test_a_symbol_given_as_alternative_is_its_character(paragraph):
    symex = "http://schemas.microsoft.com/office/word/2015/wordml/symex"
    p = paragraph(
        f'<w:r><mc:AlternateContent><mc:Choice><s:symEx xmlns:s="{symex}" s:font="Segoe UI Emoji" s:char="1F600"/>'
        "</mc:Choice><mc:Fallback><w:t>?</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read_text(p).text == "\U0001f600"


def test_a_text_box_is_no_part_of_the_paragraph_that_holds_it(paragraph):
    p = paragraph(
        "<w:r><w:t>outer</w:t></w:r>"
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>inner</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    )
    assert [read_text(each).text for each in paragraphs_of(p)] == ["outer", "inner"]


def test_the_pieces_say_which_element_shows_which_characters(paragraph):
    read = read_text(paragraph("<w:r><w:t>ab</w:t><w:tab/></w:r><w:r><w:t>c</w:t></w:r>"))
    assert [(piece.element.tag, piece.start, piece.end) for piece in read.pieces] == [
        (w("t"), 0, 2),
        (w("tab"), 2, 3),
        (w("t"), 3, 4),
    ]


def test_a_field_is_given_with_its_whole_instruction_and_the_place_of_its_result(paragraph):
    read = read_text(paragraph(f"<w:r><w:t>See </w:t></w:r>{FIELD}"))
    assert [(field.instruction, field.start, field.stop) for field in read.fields] == [("REF _Ref1", 4, 7)]
    assert [piece.field is None for piece in read.pieces] == [True, False]


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ("<w:checked/>", "☒"),
        ('<w:default w:val="1"/>', "☒"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "☐"),
        ("", "☐"),
    ],
)
def test_the_boxes_of_a_form_are_shown_as_they_are_checked(paragraph, state, shown):
    box = f"<w:ffData><w:checkBox>{state}</w:checkBox></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{box}</w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    p = paragraph(f"{begin}<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>{end}<w:r><w:t> Annual</w:t></w:r>")
    read = read_text(p)
    assert (read.text, read.results) == (f"{shown} Annual", (FieldResult(Span(0, 1), "FORMCHECKBOX"),))


def test_the_result_of_a_field_in_the_instruction_of_another_is_not_seen(paragraph):
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    inner = f"{begin}<w:r><w:instrText>MERGEFIELD x</w:instrText></w:r>{separate}<w:r><w:t>9</w:t></w:r>{end}"
    outer = f"{begin}<w:r><w:instrText>IF </w:instrText></w:r>{inner}{separate}<w:r><w:t>many</w:t></w:r>{end}"
    read = read_text(paragraph(outer))
    assert read.text == "many"
    assert len(read.fields) == 1


@pytest.mark.parametrize(
    ("properties", "emphasis"),
    [
        ("<w:rPr/>", Emphasis(None, None, None)),
        (
            "<w:rPr><w:b/><w:i w:val='0'/><w:u w:val='none'/></w:rPr>",
            Emphasis(bold=True, italic=False, underline=False),
        ),
        ("<w:rPr><w:b w:val='false'/><w:u w:val='single'/></w:rPr>", Emphasis(bold=False, italic=None, underline=True)),
    ],
)
def test_emphasis_is_what_the_run_says_itself(paragraph, properties, emphasis):
    assert emphasis_of(paragraph(f"<w:r>{properties}<w:t>a</w:t></w:r>")[0][0]) == emphasis
