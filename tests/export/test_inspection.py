"""What is found in packages put together by hand, and what is left when it is taken out."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.errors import ExportError, UnsupportedFormatError
from app.export.inspection.inspect import inspect
from app.export.inspection.remove import remove
from app.ooxml.package import open_package

PATH = Path("lease.docx")
SHARED = Path(__file__).parents[3] / "shared"
TRACKED = 'w:author="Bo Berg" w:date="2026-01-02T00:00:00Z"'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Lease</dc:title><dc:creator>Bo Berg</dc:creator>'
    "</cp:coreProperties>"
)
APP = "<Properties><Application>Word</Application><Company>Berg LLP</Company><TotalTime>90</TotalTime></Properties>"
CUSTOM = (
    '<Properties><property name="ClientMatter"><lpwstr>77.1</lpwstr></property>'
    '<property name="MSIP_Label_0a-1b_Name"><lpwstr>Secret</lpwstr></property></Properties>'
)
STORE = "<matter><client>Heron Ltd</client></matter>"
SETTINGS = (
    '<w:settings><w:rsids><w:rsid w:val="00A1"/></w:rsids><w:docVars><w:docVar w:name="file" w:val="S:\\x"/>'
    "</w:docVars></w:settings>"
)
PEOPLE = (
    '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="Bo Berg">'
    '<w15:presenceInfo w15:providerId="AD" w15:userId="bo@berg.example"/></w15:person></w15:people>'
)
COMMENTS = (
    '<w:comments><w:comment w:id="1" w:author="Bo Berg"><w:p><w:r><w:t>We take 12%.</w:t></w:r></w:p></w:comment>'
    "</w:comments>"
)
ANCHORED = '<w:p><w:r><w:t>Rent.</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>'
WORDS = "<w:p><w:r><w:t>Rent.</w:t></w:r></w:p>"


def field(instruction):
    instruction = instruction.replace('"', "&quot;")
    return f'<w:p><w:fldSimple w:instr=" {instruction} "><w:r><w:t>shown</w:t></w:r></w:fldSimple></w:p>'


def bound(store="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", xpath="/ns1:coreProperties[1]/ns0:title[1]"):
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Name"/><w:dataBinding w:xpath="{xpath}" w:storeItemID="{store}"/></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>Lease</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )


def with_members(data, **texts):
    """Return a package with members added or replaced; dots and slashes are "_dot_" and "__" in their names."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as archive:
        members = {name: source.read(name) for name in source.namelist()}
        members |= {name.replace("__", "/").replace("_dot_", "."): text for name, text in texts.items()}
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def with_link(data, kind, target):
    """Return a package whose document leads out to `target`."""
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="x1" Type="{types}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    with ZipFile(BytesIO(data)) as archive:
        records = archive.read("word/_rels/document.xml.rels").decode()
    return with_members(data, word___rels__document_dot_xml_dot_rels=records.replace("</Relationships>", link))


def found(data):
    return {item.kind: item for item in inspect(data, PATH).items}


def kinds(data):
    return [item.kind for item in inspect(data, PATH).items]


def test_nothing_but_words_is_an_empty_list(make_package):
    assert inspect(make_package(WORDS), PATH).items == ()


def test_comments_are_told_by_author_with_their_first_words(make_package):
    item = found(make_package(ANCHORED, comments=COMMENTS))["comments"]
    assert item.details == ("Bo Berg: 1 comment", "  “We take 12%.”")
    assert item.removable


def test_a_resolved_comment_is_told_as_such(make_package):
    w14, w15 = (f"http://schemas.microsoft.com/office/word/{year}/wordml" for year in (2010, 2012))
    comments = COMMENTS.replace("<w:p>", f'<w:p xmlns:w14="{w14}" w14:paraId="0A">')
    extended = f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="0A" w15:done="1"/></w15:commentsEx>'
    item = found(make_package(ANCHORED, comments=comments, commentsExtended=extended))["comments"]
    assert item.details[0] == "Bo Berg: 1 comment, 1 of them resolved"


def test_tracked_changes_are_told_by_author_kind_and_part(make_package):
    body = f'<w:p><w:ins w:id="1" {TRACKED}><w:r><w:t>not</w:t></w:r></w:ins></w:p>'
    header = f'<w:hdr><w:p><w:del w:id="2" {TRACKED}><w:r><w:delText>x</w:delText></w:r></w:del></w:p></w:hdr>'
    item = found(make_package(body, header=header))["revisions"]
    assert item.details == ("Bo Berg: 1 × inserted, 1 × deleted (header)",)
    assert not item.removable


def test_hidden_words_are_told_and_stay(make_package):
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>"
    item = found(make_package(f"<w:p>{hidden.format('sec')}{hidden.format('ret')}</w:p>"))["hidden-text"]
    assert (item.details, item.removable) == (("hidden: “secret”",), False)


def test_words_hidden_by_a_style_are_told(make_package):
    styles = '<w:styles><w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    body = '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>secret</w:t></w:r></w:p>'
    assert found(make_package(body, styles=styles))["hidden-text"].details == ("hidden: “secret”",)


def test_white_words_on_the_page_are_told(make_package):
    body = '<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>secret</w:t></w:r></w:p>'
    assert found(make_package(body))["hidden-text"].details == ("white on white: “secret”",)


def test_white_words_on_a_ground_are_not_hidden(make_package):
    shade = '<w:shd w:val="clear" w:fill="000000"/>'
    body = f'<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/>{shade}</w:rPr><w:t>seen</w:t></w:r></w:p>'
    assert kinds(make_package(body)) == []


def test_properties_are_told_by_name_and_taken_out(make_package):
    data = make_package(WORDS, **{"core-properties": CORE, "extended-properties": APP})
    assert found(data)["properties"].details == (
        "Author: Bo Berg",
        "Company: Berg LLP",
        "Title: Lease",
        "Minutes of editing: 90",
    )
    cleaned = remove(data, PATH, ["properties"])
    assert kinds(cleaned) == []
    assert b"<Application>Word</Application>" in open_package(cleaned, PATH).read("word/extended-properties.xml")


@pytest.mark.parametrize("body", [bound(), field("TITLE"), field("DOCPROPERTY Title \\* MERGEFORMAT")])
def test_a_property_that_the_text_shows_stays(make_package, body):
    data = make_package(body, **{"core-properties": CORE})
    cleaned = remove(data, PATH, ["properties"])
    assert [(item.details, item.removable) for item in inspect(cleaned, PATH).items] == [
        (("Title: Lease (shown in the text)",), False)
    ]


def test_added_properties_and_labels_are_told_and_taken_out(make_package):
    data = make_package(WORDS, **{"custom-properties": CUSTOM})
    assert found(data)["custom-properties"].details == ("ClientMatter: 77.1", "Sensitivity label, Name: Secret")
    assert kinds(remove(data, PATH, ["custom-properties"])) == []


def test_an_added_property_that_a_field_shows_stays(make_package):
    data = make_package(field('DOCPROPERTY "ClientMatter"'), **{"custom-properties": CUSTOM})
    cleaned = remove(data, PATH, ["custom-properties"])
    assert found(cleaned)["custom-properties"].details == ("ClientMatter: 77.1 (shown in the text)",)


def test_data_beside_the_text_is_taken_out(make_package):
    data = make_package(WORDS, customXml=STORE)
    assert found(data)["custom-xml"].details == ("word/customXml.xml: data called matter, “Heron Ltd”",)
    assert not open_package(remove(data, PATH, ["custom-xml"]), PATH).has("word/customXml.xml")


def test_data_that_a_content_control_shows_stays_and_the_control_is_named(make_package):
    data = make_package(bound(store="", xpath="/matter/client"), customXml=STORE)
    item = found(data)["custom-xml"]
    assert not item.removable
    assert item.details == ("word/customXml.xml: data called matter, “Heron Ltd” (shown by Name “Lease”)",)
    with pytest.raises(ExportError, match="custom-xml cannot be taken out"):
        remove(data, PATH, ["custom-xml"])


def test_variables_are_told_and_taken_out(make_package):
    data = make_package(WORDS, settings=SETTINGS)
    assert found(data)["variables"].details == ("file: “S:\\x”",)
    assert kinds(remove(data, PATH, ["variables"])) == ["session-ids"]


def test_a_variable_that_a_field_shows_stays(make_package):
    data = make_package(field("DOCVARIABLE file"), settings=SETTINGS)
    assert not found(data)["variables"].removable


def test_marks_of_sessions_are_counted_and_taken_out(make_package):
    data = make_package('<w:p w:rsidR="00A1"><w:r w:rsidRPr="00A1"><w:t>Rent.</w:t></w:r></w:p>', settings=SETTINGS)
    assert found(data)["session-ids"].details == ("1 session of editing listed", "2 marks of sessions in the text")
    assert kinds(remove(data, PATH, ["session-ids"])) == ["variables"]


def test_an_id_of_the_document_without_a_value_is_told(make_package):
    (item,) = inspect(make_package(WORDS, settings="<w:settings><w:docId/></w:settings>"), PATH).items
    assert item.details == ("id of the document",)


def test_accounts_are_told_and_taken_out(make_package):
    data = make_package(WORDS, people=PEOPLE)
    assert found(data)["people"].details == ("Bo Berg (account bo@berg.example)",)
    assert kinds(remove(data, PATH, ["people"])) == []


def test_a_template_on_a_disk_is_told_and_detached(make_package):
    data = make_package(WORDS, settings='<w:settings><w:attachedTemplate r:id="x1"/></w:settings>')
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = (
        f'<Relationship Id="x1" Type="{types}/attachedTemplate" Target="file:///C:\\bo\\a.dotm" TargetMode="External"/>'
    )
    records = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{link}</Relationships>'
    )
    data = with_members(data, word___rels__settings_dot_xml_dot_rels=records)
    assert found(data)["template"].details == ("file:///C:\\bo\\a.dotm",)
    cleaned = open_package(remove(data, PATH, ["template"]), PATH)
    assert cleaned.targets("word/settings.xml") == {}
    assert len(cleaned.tree("word/settings.xml")) == 0


@pytest.mark.parametrize(
    ("kind", "target", "line"),
    [
        ("image", "https://a.example/x.png", "linked picture to https://a.example/x.png"),
        ("oleObject", "file:///S:/deal.xlsx", "linked object to file:///S:/deal.xlsx"),
        ("hyperlink", "\\\\server\\deal.docx", "link to \\\\server\\deal.docx"),
    ],
)
def test_links_out_of_the_file_are_told(make_package, kind, target, line):
    item = found(with_link(make_package(WORDS), kind, target))["external"]
    assert (item.details, item.removable) == ((line,), False)


def test_links_to_the_web_are_no_news(make_package):
    assert kinds(with_link(make_package(WORDS), "hyperlink", "https://a.example")) == []


def test_a_field_that_fetches_a_file_is_told(make_package):
    body = field('INCLUDETEXT "C:\\\\bo\\\\deal.docx"')
    assert found(make_package(body))["external"].details == ("field INCLUDETEXT with C:\\bo\\deal.docx",)


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("package", "embedded"),
        ("oleObject", "embedded"),
        ("vbaProject", "macros"),
        ("glossaryDocument", "glossary"),
        ("webextension", "add-ins"),
        ("signature", "signature"),
        ("unheardOf", "other"),
    ],
)
def test_what_hangs_on_the_file_is_told_and_stays(make_package, part, kind):
    data = make_package(WORDS, **{part: "<x/>"})
    assert (kinds(data), found(data)[kind].removable) == ([kind], False)
    with pytest.raises(ExportError, match=f"{kind} cannot be taken out"):
        remove(data, PATH, [kind])


def test_what_nothing_leads_to_is_told_and_taken_out(make_package):
    data = with_members(make_package(WORDS), trash__0_dot_dat="old words")
    assert found(data)["other"].details == ("trash/0.dat (9 bytes)",)
    assert kinds(remove(data, PATH, ["other"])) == []


@pytest.mark.parametrize(("part", "kind"), [("thumbnail", "thumbnail"), ("printerSettings", "printer")])
def test_a_part_that_draws_nothing_is_taken_out(make_package, part, kind):
    data = make_package(f'{WORDS}<w:sectPr><w:printerSettings r:id="rprinterSettings"/></w:sectPr>', **{part: "<x/>"})
    assert kinds(remove(data, PATH, [kind])) == []


def test_a_picture_named_by_a_path_loses_the_path_only(make_package):
    space = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    picture = f'<wp:docPr {space} id="1" name="Logo" descr="C:\\Users\\bo\\logo.png"/>'
    data = make_package(f"<w:p><w:r><w:drawing>{picture}</w:drawing></w:r></w:p>")
    assert found(data)["alt-text"].details == ("“C:\\Users\\bo\\logo.png”",)
    cleaned = remove(data, PATH, ["alt-text"])
    assert kinds(cleaned) == []
    assert b'name="Logo"' in open_package(cleaned, PATH).read("word/document.xml")


def test_comments_of_ours_stay(make_package):
    data = make_package(ANCHORED, comments=COMMENTS)
    assert remove(data, PATH, ["comments"], ours={"1"}) == data


def test_tracked_changes_are_never_taken_out(make_package):
    data = make_package(f'<w:p><w:ins w:id="1" {TRACKED}><w:r><w:t>not</w:t></w:r></w:ins></w:p>')
    with pytest.raises(ExportError, match="counterdraft resolve"):
        remove(data, PATH, ["revisions"])


def test_a_kind_that_the_file_has_nothing_of_changes_nothing(make_package):
    data = make_package(WORDS)
    assert remove(data, PATH, ["comments", "thumbnail"]) == data


def test_parts_with_no_business_in_it_are_the_same_bytes(make_package):
    data = make_package(ANCHORED, comments=COMMENTS, settings=SETTINGS, **{"core-properties": CORE})
    before, after = open_package(data, PATH), open_package(remove(data, PATH, ["properties"]), PATH)
    changed = [name for name in before.names if before.read(name) != after.read(name)]
    assert changed == ["word/core-properties.xml"]


def test_what_is_no_word_file_is_refused():
    with pytest.raises(UnsupportedFormatError, match="not a Word document"):
        inspect(b"words", PATH)


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here")
def test_an_embedded_file_tells_the_path_it_had_on_a_disk():
    path = SHARED / "corpus" / "docx_torture" / "poi--test-recursive-embedded.docx"
    (line,) = {item.kind: item for item in inspect(path.read_bytes(), path).items}["embedded"].details
    assert line == "oleObject1.bin (14 KB), Package, from C:\\Users\\tallison\\Desktop\\tmp\\New folder (2)\\embed1.zip"


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here")
@pytest.mark.parametrize("name", ["telerik-CLA", "ilpa-redline-atomizer", "docusign-LICENSE", "Juniper-EULA"])
def test_after_all_is_taken_out_of_a_real_file_nothing_is_left_that_can_be(name):
    path = SHARED / "corpus" / "docx" / f"{name}.docx"
    data = path.read_bytes()
    removable = {item.kind for item in inspect(data, path).items if item.removable}
    left = inspect(remove(data, path, removable), path)
    assert [item.kind for item in left.items if item.removable] == []
