"""Word files to paragraphs."""

import pytest

from app.errors import EncryptedFileError, NoTextError, OverBudgetError
from app.intake.docx.reader import read_docx
from app.intake.reader import read_document
from app.model.document import Opening
from app.model.marks import TextStyle
from app.model.span import Span
from app.ooxml.package import open_package
from app.ooxml.runs import paragraphs_of
from app.ooxml.runs import read_text as shown_text

NUMBERING = """<w:numbering>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>"""
STYLES = """<w:styles>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Our heading"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="Outline"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
</w:styles>"""


def p(text, properties="", run=""):
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def style(name):
    return f'<w:pStyle w:val="{name}"/>'


def number(level):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def test_automatic_numbers_become_markers_and_labels(read_package):
    body = p("Fees", number(0)) + p("You pay.", number(1)) + p("We bill.", number(1)) + p("Term", number(0))
    document = read_package(body, numbering=NUMBERING)
    assert [(each.marker, each.label, each.typed, each.text) for each in document.paragraphs] == [
        ("1.", "1", False, "Fees"),
        ("(a)", "1(a)", False, "You pay."),
        ("(b)", "1(b)", False, "We bill."),
        ("2.", "2", False, "Term"),
    ]


def test_a_typed_marker_is_taken_off_and_the_anchor_skips_it(read_package):
    paragraph = read_package(p("  (a)   You pay.")).paragraphs[0]
    assert (paragraph.text, paragraph.marker, paragraph.typed, paragraph.anchor.offset) == ("You pay.", "(a)", True, 8)


def test_every_text_is_the_shared_view_of_its_paragraph_from_the_anchor_on(write_package):
    body = p("1.\u00a0Fees. You pay. ") + p("We bill.") + p("") + "<w:p><w:r><w:tab/><w:t>All</w:t></w:r></w:p>"
    path = write_package(body)
    document = read_document(path)
    shown = [
        shown_text(each).text for each in paragraphs_of(open_package(path.read_bytes(), path).tree("word/document.xml"))
    ]
    assert [each.text for each in document.paragraphs] == ["Fees. You pay. ", "We bill.", "All"]
    assert all(shown[each.anchor.index][each.anchor.offset :] == each.text for each in document.paragraphs)


def test_empty_paragraphs_are_counted_and_left_out(read_package):
    document = read_package(p("You pay.") + p(" ") + p("We bill."))
    assert [(each.index, each.anchor.index) for each in document.paragraphs] == [(0, 0), (1, 2)]


def test_a_paragraph_that_is_only_a_section_break_takes_no_number(read_package):
    section_break = f"<w:p><w:pPr>{number(0)}<w:sectPr/></w:pPr></w:p>"
    document = read_package(
        section_break + p("Fees", number(0)) + p("", number(0)) + p("Term", number(0)), numbering=NUMBERING
    )
    assert [each.label for each in document.paragraphs] == ["1", "3"]


def test_headings_are_known_by_style_its_ancestors_and_outline_level(read_package):
    body = p("Heron Terms", style("T")) + "".join(
        p(text, style(name)) + p("You pay what you owe.")
        for text, name in [("Fees", "H1"), ("bills", "Sub"), ("x", "Outline")]
    )
    document = read_package(body, styles=STYLES)
    assert (document.title, document.paragraphs[0].kind) == ("Heron Terms", "title")
    assert [(section.title, section.level) for section in document.sections] == [("Fees", 0), ("bills", 0), ("x", 1)]


def test_a_sentence_in_a_heading_style_is_a_clause(read_package):
    document = read_package(p("You pay at once.", style("H1")) + p("Really.", style("H1")), styles=STYLES)
    assert document.paragraphs[0].kind == "body"


def test_a_short_line_in_bold_is_a_heading(read_package):
    document = read_package(p("Terms.") + p("What you owe us", run="<w:b/>") + p("You pay what you owe."))
    assert [section.title for section in document.sections] == ["What you owe us"]


def test_emphasis_is_read_from_runs_and_styles(read_package):
    body = (
        '<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Fees</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve"> and'
        '</w:t></w:r><w:r><w:t xml:space="preserve"> taxes </w:t></w:r><w:r><w:rPr><w:u w:val="single"/></w:rPr>'
        "<w:t>apply</w:t></w:r></w:p>"
    )
    assert read_package(body).paragraphs[0].styles == (
        TextStyle(Span(0, 8), italic=True),
        TextStyle(Span(15, 20), underline=True),
    )


def test_a_run_may_take_back_the_emphasis_of_its_style(read_package):
    document = read_package(p("You pay.", style("H1"), run='<w:b w:val="0"/>') + p("a", style("H1")), styles=STYLES)
    assert document.paragraphs[0].styles == ()


def test_earlier_revisions_are_read_as_accepted(read_package):
    body = (
        '<w:p><w:r><w:t xml:space="preserve">You pay </w:t></w:r><w:del><w:r><w:delText>late</w:delText></w:r></w:del>'
        "<w:ins><w:r><w:t>early</w:t></w:r></w:ins></w:p>"
    )
    assert read_package(body).paragraphs[0].text == "You pay early"


def test_links_and_content_controls_are_text(read_package):
    body = (
        "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>You</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r>"
        '<w:t xml:space="preserve"> pay.</w:t></w:r></w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>'
    )
    assert read_package(body).paragraphs[0].text == "You pay."


def test_cells_are_paragraphs_that_leave_the_numbering_around_them_alone(read_package, labels):
    table = f"<w:tbl><w:tr><w:tc>{p('1. Gold')}</w:tc><w:tc>{p('Ten coins')}</w:tc></w:tr></w:tbl>"
    document = read_package(p("1. Fees. You pay.") + table + p("2. Term. One year."))
    assert [each.kind for each in document.paragraphs] == ["list-item", "list-item", "table-cell", "list-item"]
    assert labels(document) == ["1", "1", "", "2"]


def test_other_stories_come_after_the_body(read_package):
    header = f"<w:hdr>{p('Heron Labs')}</w:hdr>"
    notes = f'<w:footnotes><w:footnote w:id="1">{p("As of today.")}</w:footnote></w:footnotes>'
    box = f"<w:p><w:r><w:pict><w:txbxContent>{p('In a box.')}</w:txbxContent></w:pict></w:r></w:p>"
    document = read_package(box + p("You pay."), header=header, footnotes=notes)
    assert [(each.story, each.text, each.anchor.part) for each in document.paragraphs] == [
        ("body", "You pay.", "word/document.xml"),
        ("text-box", "In a box.", "word/document.xml"),
        ("header", "Heron Labs", "word/header.xml"),
        ("footnote", "As of today.", "word/footnotes.xml"),
    ]


def test_of_alternatives_only_the_first_is_read(read_package, texts):
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    boxes = "".join(
        f"<mc:{tag}><w:pict><w:txbxContent>{p(tag)}</w:txbxContent></w:pict></mc:{tag}>"
        for tag in ("Choice", "Fallback")
    )
    body = f"<w:p {mc}><w:r><mc:AlternateContent>{boxes}</mc:AlternateContent></w:r></w:p>"
    assert texts(read_package(body)) == ["Choice"]


def test_items_by_indent_hang_on_their_lead_in(read_package):
    body = p("You will not:") + p("sell it", '<w:ind w:left="720"/>') + p("Break it", '<w:ind w:left="720"/>')
    assert [each.parent for each in read_package(body).paragraphs] == [None, 0, 0]


def test_a_word_file_without_text_is_refused(write_package):
    with pytest.raises(NoTextError):
        read_document(write_package(p(" ")))


def test_more_paragraphs_than_a_document_needs_are_refused(write_package):
    path = write_package("<w:p/>" * 100_001)
    with pytest.raises(OverBudgetError, match="more than 100,000 paragraphs"):
        read_document(path)


def test_a_reader_may_be_stopped_while_it_reads(write_package):
    path = write_package(p("You pay.") * 1500)
    told = []
    read_docx(path, path.read_bytes(), Opening(), lambda done, total: told.append((done, total)))
    assert told == [(0, 1), (0, 1500), (1000, 1500)]


def test_a_word_file_with_a_password_is_refused(tmp_path):
    path = tmp_path / "contract.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(EncryptedFileError):
        read_document(path)
