"""RTF to paragraphs."""

import contextlib

import pytest

from app.errors import DocumentError, OverBudgetError, UnsupportedFormatError
from app.intake.reader import read_document
from app.model.document import Cell, Opening
from app.model.marks import FieldResult, Link, MarginComment, Revision, TextStyle
from app.model.span import Span

FONTS = r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset2 Symbol;}{\f3\fcharset128 Mincho;}}"


@pytest.fixture
def read_rtf(tmp_path):
    def read(body, view="accepted"):
        path = tmp_path / "contract.rtf"
        path.write_bytes(rf"{{\rtf1\ansi\ansicpg1252{FONTS}{body}}}".encode("latin-1"))
        return read_document(path, Opening(view=view))

    return read


def test_paragraphs_and_characters(read_rtf, texts):
    document = read_rtf(r"You pay\~10 \'80.\par We \{bill\} \ldblquote you\rdblquote\emdash now.\par\par")
    assert document.kind == "rtf"
    assert texts(document) == ["You pay 10 €.", "We {bill} “you”—now."]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\u8364?", "€"),
        (r"\uc2\u8364\'81\'8b", "€"),
        (r"\uc0\u8364 x", "€x"),
        (r"{\uc1\u-10179?\u-8704?}", "\U0001f600"),
        (r"{\f1 \'cf\'eb\'e0\'f2\'e0}", "Плата"),
        (r"{\f3 \'97\'bf\'8b\'e0}", "料金"),
        (r"{\upr{old}{\*\ud{new}}}", "new"),
    ],
)
def test_characters_beyond_the_code_page(read_rtf, source, text):
    assert read_rtf(rf"A {source}\par").paragraphs[0].text == f"A {text}"


def test_emphasis_ends_with_its_group(read_rtf):
    paragraph = read_rtf(r"You {\b must} \i pay\i0  {\v secretly}.\par").paragraphs[0]
    assert paragraph.text == "You must pay secretly."
    assert paragraph.styles == (
        TextStyle(Span(4, 8), bold=True),
        TextStyle(Span(9, 12), italic=True),
        TextStyle(Span(13, 21), hidden=True),
    )


def test_the_printed_number_is_the_marker(read_rtf):
    body = r"\pard Fees:\par\pard{\listtext\pard\plain (a)\tab}\ls1\ilvl0 You pay.\par{\pntext\f2\'b7\tab}We bill.\par"
    assert [(each.marker, each.text) for each in read_rtf(body).paragraphs] == [
        ("", "Fees:"),
        ("(a)", "You pay."),
        ("\uf0b7", "We bill."),
    ]


def test_headings_are_known_by_style_and_outline(read_rtf):
    body = (
        r"{\stylesheet{Normal;}{\s1\outlinelevel0 heading 1;}{\s5 Title;}}"
        r"\pard\s5 Heron Terms\par\pard\s1 Fees\par\pard You pay at once.\par"
        r"\pard\outlinelevel0 Term\par\pard One year.\par"
    )
    document = read_rtf(body)
    assert [paragraph.kind for paragraph in document.paragraphs] == ["title", "heading", "body", "heading", "body"]


def test_cells_know_their_place(read_rtf):
    body = (
        r"\trowd\cellx2000\cellx4000\pard\intbl Month\cell Credit\cell\row"
        r"\trowd\clvmgf\cellx2000\cellx4000\pard\intbl May\cell 10\par or more\cell\row"
        r"\trowd\clvmrg\cellx2000\cellx4000\pard\intbl\cell 20\cell\row"
        r"\trowd\cellx4000\pard\intbl None later\cell\row\pard After.\par"
    )
    assert [(paragraph.text, paragraph.cell) for paragraph in read_rtf(body).paragraphs] == [
        ("Month", Cell(0, 0, 0)),
        ("Credit", Cell(0, 0, 1)),
        ("May", Cell(0, 1, 0, rows=2)),
        ("10", Cell(0, 1, 1)),
        ("or more", Cell(0, 1, 1)),
        ("20", Cell(0, 2, 1)),
        ("None later", Cell(0, 3, 0, columns=2)),
        ("After.", None),
    ]


def test_a_table_in_a_cell_knows_the_table_around_it(read_rtf):
    body = (
        r"\trowd\cellx4000\pard\intbl Outer\par\pard\intbl\itap2 Inner\nestcell"
        r"{\*\nesttableprops\trowd\cellx900\nestrow}"
        r"\pard\intbl\itap1 Rest\cell\row\pard After.\par"
    )
    assert [paragraph.cell for paragraph in read_rtf(body).paragraphs] == [
        Cell(0, 0, 0),
        Cell(1, 0, 0, inside=0),
        Cell(0, 0, 0),
        None,
    ]


def test_other_stories_stand_after_the_body(read_rtf):
    body = (
        r"{\header Draft\par}{\header Draft\par}"
        r"You pay{\super\chftn}{\footnote\pard{\super\chftn} Plus taxes.} now.\par"
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt In a box\par}}{\shprslt In a box\par}}We bill.\par"
    )
    document = read_rtf(body)
    assert [(paragraph.story, paragraph.text) for paragraph in document.paragraphs] == [
        ("body", "You pay now."),
        ("body", "We bill."),
        ("header", "Draft"),
        ("footnote", "Plus taxes."),
        ("text-box", "In a box"),
    ]
    assert document.paragraphs[0].links == (Link(Span(7, 7), "#footnote-1"),)
    assert document.paragraphs[3].names == ("footnote-1",)


def test_fields_show_their_results(read_rtf):
    body = (
        r'{\field{\*\fldinst{HYPERLINK "https://h.example/aup"}}{\fldrslt{\ul The policy}}} and Section '
        r"{\field{\*\fldinst REF fees \\h}{\fldrslt 2}}.\par{\*\bkmkstart fees}Fees{\*\bkmkend fees}\par"
    )
    first, second = read_rtf(body).paragraphs
    assert first.text == "The policy and Section 2."
    assert first.links == (Link(Span(0, 10), "https://h.example/aup"), Link(Span(23, 24), "#fees"))
    assert first.fields == (FieldResult(Span(23, 24), r"REF fees \h"),)
    assert second.names == ("fees",)


@pytest.mark.parametrize(
    ("view", "text"), [("accepted", "You shall pay."), ("original", "You may pay."), ("marked", "You mayshall pay.")]
)
def test_tracked_changes_are_shown_in_the_view(read_rtf, view, text):
    body = (
        r"{\*\revtbl{Unknown;}{Ada;}}You {\deleted\revauthdel1\revdttmdel1757434756 may}"
        r"{\revised\revauth1\revdttm1757434756 shall} pay.\par"
    )
    paragraph = read_rtf(body, view).paragraphs[0]
    assert paragraph.text == text
    assert [(each.kind, each.author, each.text) for each in paragraph.revisions] == [
        ("deletion", "Ada", "may"),
        ("insertion", "Ada", "shall"),
    ]


def test_a_revision_tells_when(read_rtf):
    stamp = 30 + (9 << 6) + (4 << 11) + (3 << 16) + (125 << 20)
    paragraph = read_rtf(rf"You {{\revised\revauth0\revdttm{stamp} pay}}.\par").paragraphs[0]
    assert paragraph.revisions == (Revision(Span(4, 7), "insertion", "", "2025-03-04T09:30:00Z", "pay"),)


def test_comments_are_no_text(read_rtf):
    body = (
        r"You {\*\atrfstart 7}pay{\*\atrfend 7}{\*\atnid AB}{\*\atnauthor Ada}\chatn"
        r"{\*\annotation{\*\atnref 7}\pard When?} now.\par"
    )
    paragraph = read_rtf(body).paragraphs[0]
    assert paragraph.text == "You pay now."
    assert paragraph.comments == (MarginComment(Span(4, 7), "7", "When?", "Ada"),)


def test_pictures_and_what_is_unknown_are_passed_over(read_rtf, texts):
    body = r"{\pict\pngblip 89504e47}{\*\newthing with words}{\pict\bin4 {}\{}{\info{\title Not this}}You pay.\par"
    assert texts(read_rtf(body)) == ["You pay."]


def test_groups_nested_too_deep_are_refused(read_rtf):
    with pytest.raises(OverBudgetError, match="nested too deep"):
        read_rtf("{" * 5000)


def test_a_file_without_text_is_refused(read_rtf):
    with pytest.raises(UnsupportedFormatError, match="no text in this RTF file"):
        read_rtf(r"\par")


@pytest.mark.parametrize("length", range(1, 400, 13))
def test_a_file_cut_anywhere_is_read_or_refused(tmp_path, length):
    whole = (
        rf"{{\rtf1\ansi{FONTS}\trowd\cellx900\intbl A\cell\row{{\footnote B}}{{\field{{\*\fldinst X}}{{\fldrslt Y}}}}"
    )
    path = tmp_path / "contract.rtf"
    path.write_bytes(whole.encode()[:length])
    with contextlib.suppress(DocumentError):
        assert read_document(path).paragraphs
