"""Web pages to paragraphs."""

import pytest

from app.errors import OverBudgetError
from app.intake.reader import read_document
from app.model.document import Cell, Opening
from app.model.marks import Link, Revision, TextStyle
from app.model.span import Span

BOLD = {"bold": True}


@pytest.fixture
def read_html(tmp_path):
    """Read a page with that body, or a whole one."""

    def read(body, head="", view="accepted", encoding="utf-8"):
        page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
        path = tmp_path / "contract.html"
        path.write_bytes(page.encode(encoding))
        return read_document(path, Opening(view=view))

    return read


def test_headings_open_sections(read_html):
    document = read_html("<h1>Heron Terms</h1><h2>Fees</h2><p>You pay.</p><h2>Term</h2><p>One year.</p>")
    assert document.kind == "html"
    assert document.title == "Heron Terms"
    assert [section.title for section in document.sections] == ["Fees", "Term"]


def test_blanks_and_line_ends_of_the_source_are_single_blanks(read_html, texts):
    assert texts(read_html("<p>You\n   pay&nbsp;at <b> once</b>.</p>")) == ["You pay at once."]


@pytest.mark.parametrize(
    "markup",
    ["<b>must</b>", "<strong>must</strong>", '<span style="font-weight:700">must</span>', '<i class="loud">must</i>'],
)
def test_bold_is_read_from_tags_styles_and_classes(read_html, markup):
    paragraph = read_html(f"<p>You {markup} pay.</p>", head="<style>.loud {font: bold 1em Arial}</style>").paragraphs[0]
    assert paragraph.styles == (TextStyle(Span(4, 8), bold=True),)


def test_rules_for_print_do_not_count(read_html):
    head = "<style>@media print { .c { display: none } } .c { font-style: italic }</style>"
    assert read_html('<p class="c">You pay.</p>', head=head).paragraphs[0].styles == (
        TextStyle(Span(0, 8), italic=True),
    )


@pytest.mark.parametrize("attribute", ["hidden", 'style="display:none"', 'style="visibility: hidden"', 'class="no"'])
def test_text_that_is_not_displayed_is_hidden_text(read_html, attribute):
    head = "<style>.no { display: none !important }</style>"
    paragraph = read_html(f"<p>You pay <span {attribute}>twice</span>.</p>", head=head).paragraphs[0]
    assert paragraph.text == "You pay twice."
    assert [style.hidden for style in paragraph.styles if style.span == Span(8, 13)] == [True]


def test_lists_have_the_numbers_that_a_browser_prints(read_html):
    body = (
        '<p>You may not:</p><ol type="a" start="3"><li>sell it<ol type="I"><li>for money<li>for goods</ol>'
        '<li>break it<li value="9">lend it</ol><ul><li>eat it</ul>'
    )
    assert [paragraph.marker for paragraph in read_html(body).paragraphs] == ["", "c.", "I.", "II.", "d.", "i.", "•"]


def test_a_list_without_marks_has_none(read_html):
    assert read_html('<ul style="list-style:none"><li>You pay.</ul>').paragraphs[0].marker == ""


def test_the_marker_that_word_writes_is_no_text(read_html):
    body = "<p><span style='mso-list:Ignore'>2.1<span>&nbsp;&nbsp;</span></span>You pay.</p>"
    paragraph = read_html(f"<p>Fees</p>{body}").paragraphs[1]
    assert (paragraph.marker, paragraph.text) == ("2.1", "You pay.")


def test_cells_of_a_table_know_their_place(read_html):
    body = (
        "<table><tr><th>Month<th>Credit</tr><tr><td rowspan=2>May<td>10 %</tr><tr><td>20 %</tr>"
        "<tr><td colspan=2>None later</tr></table>"
    )
    assert [(paragraph.text, paragraph.cell) for paragraph in read_html(body).paragraphs] == [
        ("Month", Cell(0, 0, 0)),
        ("Credit", Cell(0, 0, 1)),
        ("May", Cell(0, 1, 0, rows=2)),
        ("10 %", Cell(0, 1, 1)),
        ("20 %", Cell(0, 2, 1)),
        ("None later", Cell(0, 3, 0, columns=2)),
    ]


def test_a_table_that_sets_a_clause_beside_its_number_is_a_list(read_html):
    body = "<p>You may not:</p><table><tr><td></td><td>(a)</td><td><p>sell it;</p></td></tr></table>"
    item = read_html(body).paragraphs[1]
    assert (item.marker, item.text, item.cell, item.kind) == ("(a)", "sell it;", None, "list-item")


def test_a_table_of_one_column_is_layout(read_html):
    document = read_html("<table><tr><td><p>You pay.</p><p>We bill.</p></td></tr></table>")
    assert [(paragraph.text, paragraph.cell) for paragraph in document.paragraphs] == [
        ("You pay.", None),
        ("We bill.", None),
    ]


def test_links_and_the_names_that_they_lead_to(read_html):
    document = read_html(
        '<p>See <a href="https://h.example/aup">the policy</a> and <a href="#x">X</a>.</p><p id="x">X.</p>'
    )
    first, second = document.paragraphs
    assert first.links == (Link(Span(4, 14), "https://h.example/aup"), Link(Span(19, 20), "#x"))
    assert second.names == ("x",)


def test_a_base_makes_links_whole(read_html):
    document = read_html('<p><a href="aup">Policy</a></p>', head='<base href="https://h.example/legal/">')
    assert document.paragraphs[0].links[0].target == "https://h.example/legal/aup"


def test_notes_stand_apart_and_their_marks_are_no_text(read_html):
    document = read_html(
        '<p>You pay.<sup><a href="#fn1" id="r1">1</a></sup></p>'
        '<div id="fn1"><p><a href="#r1">1</a> Plus taxes.</p></div><p>We bill.</p>'
    )
    assert [(paragraph.story, paragraph.text) for paragraph in document.paragraphs] == [
        ("body", "You pay."),
        ("body", "We bill."),
        ("footnote", "Plus taxes."),
    ]
    assert document.paragraphs[0].links == (Link(Span(8, 8), "#fn1"),)


@pytest.mark.parametrize(
    ("view", "text"),
    [("accepted", "You shall pay."), ("original", "You need not pay."), ("marked", "You need notshall pay.")],
)
def test_tracked_changes_are_shown_in_the_view(read_html, view, text):
    document = read_html('<p>You <del>need not</del><ins datetime="2025-01-02">shall</ins> pay.</p>', view=view)
    assert document.paragraphs[0].text == text
    assert [revision.text for revision in document.paragraphs[0].revisions] == ["need not", "shall"]


def test_an_accepted_deletion_has_no_width(read_html):
    paragraph = read_html("<p>You <del>need not</del> pay.</p>").paragraphs[0]
    assert paragraph.revisions == (Revision(Span(4, 4), "deletion", text="need not"),)


def test_line_breaks_part_lines_items_and_paragraphs(read_html, texts):
    assert texts(read_html("<p>You pay:<br>(a) now;<br>(b) later<br>in May.<br><br>We bill.</p>")) == [
        "You pay:",
        "now;",
        "later\nin May.",
        "We bill.",
    ]


def test_the_page_around_the_text_is_left_out_and_said(read_html, texts):
    document = read_html(
        '<nav><a href="/">Home</a> <a href="/x">Shop</a></nav><script>var x = 1;</script>'
        '<div id="cookie-banner">We use cookies. <button>Agree</button></div><main><p>You pay.</p></main>'
        '<footer><a href="/i">Imprint</a></footer>'
    )
    assert texts(document) == ["You pay."]
    assert document.not_read == ("navigation and notices of the web page around the text were left out",)


def test_a_note_between_clauses_shifts_no_section(read_html):
    document = read_html(
        '<h2>Fees</h2><p>You pay.<sup><a href="#fn1" id="r1">1</a></sup></p>'
        '<p id="fn1"><a href="#r1">1</a> Plus taxes.</p><h2>Term</h2><p>One year.</p><h2>Law</h2><p>Irish law.</p>'
    )
    titles = [document.paragraphs[section.first].text for section in document.sections]
    assert titles == [section.title for section in document.sections]


def test_the_button_that_unfolds_a_section_is_its_heading(read_html, texts):
    document = read_html(
        "<h2><button>Fees</button></h2><div><p>You pay.</p></div>"
        '<button aria-expanded="false">Term</button><p>One year.</p><button>Print</button>'
    )
    assert texts(document) == ["Fees", "You pay.", "Term", "One year."]


def test_a_header_with_text_of_the_contract_stays(read_html, texts):
    assert texts(read_html("<header><h1>Heron Terms</h1><p>As of May.</p></header><p>You pay.</p>")) == [
        "Heron Terms",
        "As of May.",
        "You pay.",
    ]


def test_page_numbers_between_rules_are_set_aside(read_html, texts):
    document = read_html("<p>You pay.</p><p>3</p><hr><p>We bill.</p><p>- 4 -</p><hr><p>It ends.</p>")
    assert texts(document) == ["You pay.", "We bill.", "It ends."]
    assert [aside.text for aside in document.set_aside] == ["3", "- 4 -"]


def test_a_filing_is_read_without_its_envelope(tmp_path, texts):
    path = tmp_path / "filing.txt"
    path.write_bytes(b"<DOCUMENT>\n<TYPE>EX-10.1\n<FILENAME>a.htm\n<TEXT>\n<HTML><BODY><P>You pay.</P></BODY></HTML>")
    assert texts(read_document(path)) == ["You pay."]


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "shift_jis", "utf-16"])
def test_the_page_says_its_encoding(read_html, encoding):
    word = {"cp1252": "Gebühr", "cp1251": "Плата", "shift_jis": "料金", "utf-16": "Gebühr €"}[encoding]
    document = read_html(f"<p>{word}</p>", head=f'<meta charset="{encoding}">', encoding=encoding)
    assert document.paragraphs[0].text == word


def test_a_piece_of_a_page_is_read_too(read_text, texts):
    piece = "<P ALIGN=CENTER><FONT SIZE=2><B>Fees</B></FONT></P><P>You pay at once.</P>"
    assert texts(read_text(piece)) == ["Fees", "You pay at once."]


def test_elements_nested_too_deep_are_refused(read_html):
    with pytest.raises(OverBudgetError, match="nested too deep"):
        read_html("<div>" * 3000 + "You pay.")


def test_nothing_of_a_deep_page_is_lost(read_html, texts):
    assert texts(read_html("<font>" * 1500 + "You pay.")) == ["You pay."]
