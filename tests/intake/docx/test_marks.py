"""What stands at the words of a Word file: links, fields, bookmarks, hidden text."""

from zipfile import ZipFile

import pytest

from app.intake.blocks import go_on
from app.intake.docx.marks import field_target
from app.intake.docx.reader import read_docx
from app.model.document import Opening
from app.model.marks import FieldResult, Link, TextStyle
from app.model.span import Span

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction, result):
    parts = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in instruction)
    return f"{mark('begin')}{parts}{mark('separate')}{result}{mark('end')}"


def p(*content, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


@pytest.fixture
def read_block(read_blocks):
    return lambda *content, **parts: read_blocks(p(*content), **parts)[0]


def test_a_reference_is_text_linked_to_its_bookmark_with_the_instruction_apart(read_block):
    block = read_block(r("See "), field((" RE", "F _Ref7 \\r \\h "), r("4.2")), r("."))
    assert (block.text, block.links) == ("See 4.2.", (Link(Span(4, 7), "#_Ref7"),))
    assert block.fields == (FieldResult(Span(4, 7), "REF _Ref7 \\r \\h"),)


def test_nested_fields_are_each_given(read_block):
    block = read_block(field((' HYPERLINK \\l "_Toc1" ',), r("Fees ") + field(("PAGEREF _Toc1",), r("3"))))
    assert block.text == "Fees 3"
    assert block.fields == (
        FieldResult(Span(5, 6), "PAGEREF _Toc1"),
        FieldResult(Span(0, 6), 'HYPERLINK \\l "_Toc1"'),
    )


def test_a_simple_field_has_its_instruction(read_block):
    block = read_block('<w:fldSimple w:instr=" NOTEREF a1 ">', r("2"), "</w:fldSimple>")
    assert (block.fields, block.links) == ((FieldResult(Span(0, 1), "NOTEREF a1"),), (Link(Span(0, 1), "#a1"),))


def test_a_field_that_goes_on_in_the_next_paragraph_ends_with_the_text(read_block):
    block = read_block(mark("begin"), "<w:r><w:instrText>TOC</w:instrText></w:r>", mark("separate"), r("Fees"))
    assert block.fields == (FieldResult(Span(0, 4), "TOC"),)


@pytest.mark.parametrize(
    ("instruction", "target"),
    [
        ("REF _Ref1 \\h", "#_Ref1"),
        ("pageref _Ref1", "#_Ref1"),
        ("REF \\h", ""),
        ('HYPERLINK "https://heron.example/terms"', "https://heron.example/terms"),
        ('HYPERLINK "https://heron.example" \\l "fees" \\o "Our \\"fees\\""', "https://heron.example#fees"),
        ('HYPERLINK "C:\\\\terms.docx"', "C:\\terms.docx"),
        ("HYPERLINK \\l fees", "#fees"),
        ("PAGE", ""),
        ("", ""),
    ],
)
def test_a_field_leads_where_its_instruction_says(instruction, target):
    assert field_target(instruction) == target


def test_a_link_to_a_bookmark_leads_to_its_name(read_block):
    block = read_block(r("See "), '<w:hyperlink w:anchor="fees">', r("Fees"), "</w:hyperlink>")
    assert block.links == (Link(Span(4, 8), "#fees"),)


def test_a_link_to_an_address_is_found_by_its_relationship(write_package):
    path = write_package(p(f'<w:hyperlink xmlns:r="{R}" r:id="out" w:anchor="b">', r("terms"), "</w:hyperlink>"))
    with ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    rels = "word/_rels/document.xml.rels"
    link = f'<Relationship Id="out" Type="{R}/hyperlink" Target="https://a.example" TargetMode="External"/>'
    files[rels] = files[rels].replace(b"</Relationships>", link.encode() + b"</Relationships>")
    with ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    block = read_docx(path, path.read_bytes(), Opening(), go_on).blocks[0]
    assert block.links == (Link(Span(0, 5), "https://a.example#b"),)


def test_bookmarks_that_begin_in_or_before_a_paragraph_are_its_names(read_blocks):
    def bookmark(name):
        return f'<w:bookmarkStart w:name="{name}"/>'

    body = p(bookmark("empty")) + bookmark("between") + p(bookmark("_GoBack"), r("Fees"), bookmark("in")) + p(r("a"))
    assert [block.names for block in read_blocks(body)] == [("empty", "between", "in"), ()]


def test_hidden_text_is_text_that_is_marked(read_block):
    styles = (
        '<w:styles><w:style w:type="character" w:styleId="H"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
        "</w:styles>"
    )
    block = read_block(
        r("shown "),
        r("direct ", "<w:vanish/>"),
        r("styled", '<w:rStyle w:val="H"/>'),
        r(" back", "<w:b/>"),
        styles=styles,
    )
    assert block.text == "shown direct styled back"
    assert block.styles == (TextStyle(Span(6, 19), hidden=True), TextStyle(Span(19, 24), bold=True))


NUMBERING = """<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def test_a_paragraph_hidden_whole_takes_no_number_but_one_that_runs_into_the_next_does(read_blocks):
    body = (
        p(r("Fees"), properties=LISTED)
        + p(r("gone", "<w:vanish/>"), properties=f"{LISTED}<w:rPr><w:vanish/></w:rPr>")
        + p(r("Term"), properties=f"{LISTED}<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
    )
    assert [block.marker for block in read_blocks(body, numbering=NUMBERING)] == ["1.", "", "2."]


def test_text_boxes_number_on_their_own(read_blocks):
    box = f"<w:r><w:pict><w:txbxContent>{p(r('Box'), properties=LISTED)}</w:txbxContent></w:pict></w:r>"
    body = p(r("Fees"), box, properties=LISTED) + p(r("Term"), properties=LISTED)
    found = [(block.text, block.marker, block.story) for block in read_blocks(body, numbering=NUMBERING)]
    assert found == [("Fees", "1.", "body"), ("Term", "2.", "body"), ("Box", "1.", "text-box")]
