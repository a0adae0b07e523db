"""OpenDocument text to paragraphs."""

from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from app.errors import EncryptedFileError, OverBudgetError, UnsupportedFormatError
from app.intake.reader import read_document
from app.model.document import Cell, Opening
from app.model.marks import FieldResult, Link, MarginComment, Revision, TextStyle
from app.model.span import Span

URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join(
    f'xmlns:{prefix}="{URN}:{name}:1.0"'
    for prefix, name in [
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    ]
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>'
    '<text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
    "</text:list-style>"
)


@pytest.fixture
def write_odt(tmp_path):
    """Write an OpenDocument text from the XML of its body, its automatic styles and the parts of its styles."""

    def write(body, automatic="", styles="", master="", manifest=""):
        path = tmp_path / "contract.odt"
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
            archive.writestr(
                "content.xml",
                f"<office:document-content {NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            )
            archive.writestr(
                "styles.xml",
                f"<office:document-styles {NAMES}><office:styles>{styles}</office:styles>"
                f"<office:master-styles>{master}</office:master-styles></office:document-styles>",
            )
        return path

    return write


@pytest.fixture
def read_odt(write_odt):
    return lambda body, view="accepted", **parts: read_document(write_odt(body, **parts), Opening(view=view))


def p(text, **attributes):
    stated = "".join(f' text:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<text:p{stated}>{text}</text:p>"


def items(*texts, attributes=""):
    return f"<text:list{attributes}>{''.join(f'<text:list-item>{text}</text:list-item>' for text in texts)}</text:list>"


def test_blanks_tabs_and_line_breaks(read_odt, texts):
    document = read_odt(p('You\n  pay<text:s text:c="3"/>at<text:tab/>once<text:line-break/>now.'))
    assert document.kind == "odt"
    assert texts(document) == ["You pay   at\tonce\nnow."]


def test_headings_and_titles(read_odt):
    styles = '<style:style style:name="Title" style:family="paragraph"/>'
    body = p("Heron Terms", style_name="Title") + '<text:h text:outline-level="1">Fees</text:h>' + p("You pay at once.")
    assert [paragraph.kind for paragraph in read_odt(body, styles=styles).paragraphs] == ["title", "heading", "body"]


def test_emphasis_comes_from_styles_and_what_they_inherit(read_odt):
    bold = '<style:text-properties fo:font-weight="bold"/>'
    styles = f'<style:style style:name="Loud" style:family="text">{bold}</style:style>'
    automatic = (
        '<style:style style:name="T1" style:family="text" style:parent-style-name="Loud"><style:text-properties '
        'fo:font-style="italic"/></style:style>'
        '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    body = p('You <text:span text:style-name="T1">must</text:span> <text:span text:style-name="T2">pay</text:span>')
    assert read_odt(body, automatic=automatic, styles=styles).paragraphs[0].styles == (
        TextStyle(Span(4, 8), bold=True, italic=True),
        TextStyle(Span(9, 12), hidden=True),
    )


def test_lists_are_numbered_as_printed(read_odt):
    body = items(
        p("Fees") + items(p("Bills") + items(p("by mail"), p("by hand"))), p("Term"), attributes=' text:style-name="L"'
    )
    assert [paragraph.marker for paragraph in read_odt(body, automatic=LIST).paragraphs] == [
        "1.",
        "1.1",
        "(a)",
        "(b)",
        "2.",
    ]


def test_a_list_goes_on_where_it_says_so_and_else_begins_again(read_odt):
    style = ' text:style-name="L"'
    body = (
        items(p("Fees"), attributes=style)
        + items(p("Term"), attributes=f'{style} text:continue-numbering="true"')
        + items(p("Law"), attributes=style)
    )
    assert [paragraph.marker for paragraph in read_odt(body, automatic=LIST).paragraphs] == ["1.", "2.", "1."]


def test_an_item_may_set_its_number_and_has_one_number_only(read_odt):
    body = (
        '<text:list text:style-name="L"><text:list-item text:start-value="7"><text:p>Fees</text:p><text:p>More</text:p>'
        "</text:list-item><text:list-header><text:p>Aside</text:p></text:list-header></text:list>"
    )
    assert [paragraph.marker for paragraph in read_odt(body, automatic=LIST).paragraphs] == ["7.", "", ""]


def test_headings_are_numbered_by_the_outline(read_odt):
    styles = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" '
        'style:num-prefix="Article "/><text:outline-level-style text:level="2" style:num-format="1" '
        'style:num-list-format="%1%-%2%"/></text:outline-style>'
    )
    body = "".join(
        f'<text:h text:outline-level="{level}">{text}</text:h>' + p("You pay at once.")
        for level, text in [(1, "Fees"), (2, "Bills"), (2, "Taxes"), (1, "Term")]
    )
    markers = [paragraph.marker for paragraph in read_odt(body, styles=styles).paragraphs]
    assert markers[::2] == ["Article I", "I-1", "I-2", "Article II"]


def test_cells_know_their_place(read_odt):
    body = (
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Month</text:p>"
        "</table:table-cell><table:table-cell><text:p>Credit</text:p></table:table-cell></table:table-row>"
        '</table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">'
        "<text:p>May</text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>Inner</text:p></table:table-cell></table:table-row>"
        "</table:table></table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
    )
    assert [(paragraph.text, paragraph.cell) for paragraph in read_odt(body).paragraphs] == [
        ("Month", Cell(0, 0, 0)),
        ("Credit", Cell(0, 0, 1)),
        ("May", Cell(0, 1, 0, columns=2)),
        ("Inner", Cell(1, 0, 0, inside=0)),
    ]


def test_other_stories_stand_after_the_body(read_odt):
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>Plus taxes.</text:p></text:note-body></text:note>"
    )
    box = "<draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame>"
    master = (
        '<style:master-page style:name="Standard"><style:header><text:p>Draft</text:p></style:header>'
        '<style:footer style:display="false"><text:p>Not this</text:p></style:footer></style:master-page>'
        '<style:master-page style:name="Unused"><style:header><text:p>Nor this</text:p></style:header>'
        "</style:master-page>"
    )
    document = read_odt(p(f"You pay{note} now.{box}") + p("We bill."), master=master)
    assert [(paragraph.story, paragraph.text) for paragraph in document.paragraphs] == [
        ("body", "You pay now."),
        ("body", "We bill."),
        ("footnote", "Plus taxes."),
        ("text-box", "In a box"),
        ("header", "Draft"),
    ]
    assert document.paragraphs[0].links == (Link(Span(7, 7), "#footnote-1"),)
    assert document.paragraphs[2].names == ("footnote-1",)


def test_links_references_and_names(read_odt):
    body = p(
        '<text:a xlink:href="https://h.example/aup">The policy</text:a> and '
        '<text:bookmark-ref text:ref-name="fees">2</text:bookmark-ref>'
    ) + p('<text:bookmark-start text:name="fees"/>Fees')
    first, second = read_odt(body).paragraphs
    assert first.links == (Link(Span(0, 10), "https://h.example/aup"), Link(Span(15, 16), "#fees"))
    assert first.fields == (FieldResult(Span(15, 16), "REF fees"),)
    assert second.names == ("fees",)


CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><office:change-info><dc:creator>Ada'
    "</dc:creator><dc:date>2025-03-04T09:30:00</dc:date></office:change-info><text:p>may</text:p></text:deletion>"
    '</text:changed-region><text:changed-region text:id="i"><text:insertion><office:change-info><dc:creator>Bob'
    "</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes>"
)


@pytest.mark.parametrize(
    ("view", "text"), [("accepted", "You shall pay."), ("original", "You may pay."), ("marked", "You mayshall pay.")]
)
def test_tracked_changes_are_shown_in_the_view(read_odt, view, text):
    body = CHANGES + p(
        'You <text:change text:change-id="d"/><text:change-start text:change-id="i"/>shall'
        '<text:change-end text:change-id="i"/> pay.'
    )
    paragraph = read_odt(body, view=view).paragraphs[0]
    assert paragraph.text == text
    assert [(each.kind, each.author, each.text) for each in paragraph.revisions] == [
        ("deletion", "Ada", "may"),
        ("insertion", "Bob", "shall"),
    ]


def test_an_accepted_deletion_has_no_width(read_odt):
    paragraph = read_odt(CHANGES + p('You <text:change text:change-id="d"/>pay.')).paragraphs[0]
    assert paragraph.revisions == (Revision(Span(4, 4), "deletion", "Ada", "2025-03-04T09:30:00", "may"),)


def test_comments_are_no_text(read_odt):
    body = p(
        'You <office:annotation office:name="c1"><dc:creator>Ada</dc:creator><text:p>When?</text:p></office:annotation>'
        'pay<office:annotation-end office:name="c1"/> now.'
    )
    paragraph = read_odt(body).paragraphs[0]
    assert paragraph.text == "You pay now."
    assert paragraph.comments == (MarginComment(Span(4, 7), "c1", "When?", "Ada"),)


def test_a_file_with_a_password_is_refused(write_odt):
    with pytest.raises(EncryptedFileError, match="password"):
        read_document(write_odt(p("You pay."), manifest="<manifest:encryption-data/>".replace("manifest:", "")))


def test_entities_are_refused(tmp_path):
    path = tmp_path / "contract.odt"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>')
    with pytest.raises(UnsupportedFormatError, match="entities"):
        read_document(path)


def test_a_file_that_unpacks_to_too_much_is_refused(write_odt):
    with pytest.raises(OverBudgetError, match="unpacks"):
        read_document(write_odt(p(" " * 70_000_000)))


def test_styles_that_inherit_from_each_other_end(read_odt):
    automatic = "".join(
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{other}"/>'
        for name, other in ["AB", "BA"]
    )
    assert read_odt(p("You pay.", style_name="A"), automatic=automatic).paragraphs[0].text == "You pay."


def test_a_file_in_one_piece_is_read(tmp_path, texts):
    path = tmp_path / "contract.fodt"
    path.write_text(
        f'<?xml version="1.0"?><office:document {NAMES} office:mimetype="application/vnd.oasis.opendocument.text">'
        "<office:body><office:text><text:p>You pay.</text:p></office:text></office:body></office:document>"
    )
    assert texts(read_document(path)) == ["You pay."]
