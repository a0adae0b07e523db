"""Packages: read with limits, changed part by part."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from lxml import etree

from app.errors import EncryptedFileError, OverBudgetError, UnsupportedFormatError
from app.ooxml.names import W, w
from app.ooxml.package import open_package
from app.ooxml.runs import paragraphs_of, read_text

PATH = Path("contract.docx")
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TEXT = "<w:p><w:r><w:t>Fees are due.</w:t></w:r></w:p>"


def members(data):
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files):
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


@pytest.fixture
def renamed(make_package):
    """A package whose main part has an unusual name, found only by the relationship."""
    files = members(make_package(TEXT))
    files["word/document2.xml"] = files.pop("word/document.xml")
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"document.xml", b"document2.xml")
    return packed(files)


def test_the_main_part_is_found_by_its_relationship(renamed):
    assert open_package(renamed, PATH).main == "word/document2.xml"


def test_the_stories_are_the_document_and_what_it_refers_to(make_package):
    package = open_package(
        make_package(TEXT, footnotes="<w:footnotes/>", header="<w:hdr/>", settings="<w:settings/>"), PATH
    )
    assert package.stories() == ("word/document.xml", "word/header.xml", "word/footnotes.xml")


def test_an_external_target_is_no_part(make_package):
    files = members(make_package(TEXT, header="<w:hdr/>"))
    rels = "word/_rels/document.xml.rels"
    files[rels] = files[rels].replace(b'Target="header.xml"', b'Target="header.xml" TargetMode="External"')
    assert open_package(packed(files), PATH).stories() == ("word/document.xml",)


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Word", packed({"a.txt": "a"})],
)
def test_what_is_no_word_file_is_refused(data):
    with pytest.raises(UnsupportedFormatError, match=r"contract\.docx: "):
        open_package(data, PATH)


def test_an_encrypted_file_is_named_as_such():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedFileError, match="password"):
        open_package(data, PATH)


def test_a_part_that_is_not_well_formed_is_named(make_package):
    files = members(make_package(TEXT))
    files["word/document.xml"] = files["word/document.xml"][:-20]
    with pytest.raises(UnsupportedFormatError, match=r"damaged.*word/document\.xml"):
        open_package(packed(files), PATH)


def test_a_file_that_unpacks_to_too_much_is_refused(make_package):
    data = BytesIO(make_package(TEXT))
    with ZipFile(data, "a", ZIP_DEFLATED) as archive:
        archive.writestr("word/media/zeros.bin", bytes(17 * 1024 * 1024))
    with pytest.raises(OverBudgetError, match="unpacks"):
        open_package(data.getvalue(), PATH)


LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 9))


@pytest.mark.parametrize(
    ("declaration", "error"),
    [
        ('<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>', UnsupportedFormatError),
        ('<!DOCTYPE d SYSTEM "file:///etc/passwd">', UnsupportedFormatError),
        (f'<!DOCTYPE d [<!ENTITY e0 "ha">{LAUGHS}<!ENTITY e "&e8;">]>', OverBudgetError),
    ],
    ids=["external entity", "external declarations", "entities of entities"],
)
def test_a_file_that_declares_entities_is_refused(make_package, declaration, error):
    files = members(make_package(TEXT))
    files["word/document.xml"] = declaration.encode() + files["word/document.xml"].replace(b"due.", b"due &e;")
    with pytest.raises(error, match=r"clean copy \(part word/document\.xml\)"):
        open_package(packed(files), PATH)


@pytest.mark.parametrize(
    "body",
    ["<w:tbl><w:tr><w:tc>" * 10_000 + "</w:tc></w:tr></w:tbl>" * 10_000, '<w:p w:a="" w:b=""/>' * 900_000],
    ids=["depth", "number"],
)
def test_xml_that_is_too_deep_or_has_too_many_elements_is_refused(make_package, body):
    files = members(make_package(TEXT))
    files["word/document.xml"] = files["word/document.xml"].replace(TEXT.encode(), body.encode())
    with pytest.raises(OverBudgetError, match="nested deeper, or made of more pieces"):
        open_package(packed(files), PATH)


def test_a_file_with_too_many_members_is_refused_before_they_are_listed(make_package):
    with pytest.raises(OverBudgetError, match="unpacks"):
        open_package(make_package(TEXT) + b"PK\x01\x02" * 20_001, PATH)


def test_names_that_lead_out_of_the_package_are_only_names(make_package):
    files = members(make_package(TEXT, header="<w:hdr/>"))
    files["../../outside.xml"] = files.pop("word/header.xml")
    rels = "word/_rels/document.xml.rels"
    files[rels] = files[rels].replace(b'"header.xml"', b'"../../../outside.xml"')
    assert open_package(packed(files), PATH).stories() == ("word/document.xml",)


def test_what_is_only_read_is_saved_byte_for_byte(make_package):
    data = make_package(TEXT, header="<w:hdr/>")
    package = open_package(data, PATH)
    package.tree("word/document.xml")[0].append(etree.Element(w("p")))
    assert members(package.save()) == members(data)


def test_an_edited_part_is_written_and_all_others_stay_in_their_order(make_package):
    data = make_package(TEXT, header="<w:hdr/>")
    package = open_package(data, PATH)
    package.edit("word/header.xml").append(etree.Element(w("p")))
    before, after = members(data), members(package.save())
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["word/header.xml"]


def test_the_same_edit_gives_the_same_bytes(make_package):
    data = make_package(TEXT)

    def edited():
        package = open_package(data, PATH)
        root = etree.Element(w("comments"), nsmap={"w": W})
        package.add_part("word/comments.xml", root, content_type="x/comments", kind="comments")
        return package.save()

    assert edited() == edited()


def test_the_time_and_attributes_of_a_member_are_kept(make_package):
    data = BytesIO(make_package(TEXT))
    with ZipFile(data, "a") as archive:
        archive.writestr(ZipInfo("word/media/seal.png", (2020, 2, 3, 4, 5, 6)), b"png")
    package = open_package(data.getvalue(), PATH)
    with ZipFile(BytesIO(package.save())) as archive:
        assert archive.getinfo("word/media/seal.png").date_time == (2020, 2, 3, 4, 5, 6)


def test_an_added_part_has_a_content_type_and_a_relationship(make_package):
    package = open_package(make_package(TEXT, header="<w:hdr/>"), PATH)
    root = etree.Element(w("comments"), nsmap={"w": W})
    package.add_part("word/comments.xml", root, content_type="x/comments", kind="comments")
    again = open_package(package.save(), PATH)
    assert again.content_type("word/comments.xml") == "x/comments"
    assert again.related(again.main, "comments") == ("word/comments.xml",)
    assert again.related(again.main, "header") == ("word/header.xml",)


def test_a_strict_document_is_read_like_any_other_and_stays_strict(make_package):
    files = members(make_package(TEXT))
    files["word/document.xml"] = files["word/document.xml"].replace(W.encode(), STRICT.encode())
    package = open_package(packed(files), PATH)
    root = package.edit(package.main)
    assert [read_text(p).text for p in paragraphs_of(root)] == ["Fees are due."]
    assert STRICT.encode() in members(package.save())["word/document.xml"]
    assert W.encode() not in members(package.save())["word/document.xml"]


def test_forgetting_gives_back_what_the_file_has(make_package):
    data = make_package(TEXT)
    package = open_package(data, PATH)
    package.edit(package.main).clear()
    package.forget()
    assert members(package.save()) == members(data)


def test_a_part_that_is_removed_leaves_no_trace(make_package):
    package = open_package(make_package(TEXT, header="<w:hdr/>", footer="<w:ftr/>"), PATH)
    package.remove_part("word/header.xml")
    again = open_package(package.save(), PATH)
    assert not again.has("word/header.xml")
    assert again.related(again.main, "header") == ()
    assert again.related(again.main, "footer") == ("word/footer.xml",)
    assert "header" not in members(package.save())["[Content_Types].xml"].decode()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_members_of_one_name_the_last_is_saved(make_package):
    data = BytesIO(make_package(TEXT))
    with ZipFile(data, "a") as archive:
        archive.writestr("word/media/seal.png", b"first")
        archive.writestr("word/media/seal.png", b"last")
    with ZipFile(BytesIO(open_package(data.getvalue(), PATH).save())) as archive:
        assert archive.namelist().count("word/media/seal.png") == 1
        assert archive.read("word/media/seal.png") == b"last"


def test_a_damaged_member_is_not_copied(make_package):
    data = BytesIO(make_package(TEXT))
    with ZipFile(data, "a") as archive:
        archive.writestr("word/media/seal.png", b"a seal")
    package = open_package(data.getvalue().replace(b"a seal", b"a sail"), PATH)
    with pytest.raises(UnsupportedFormatError, match=r"damaged.*word/media/seal\.png"):
        package.save()


def test_to_a_file_without_content_types_no_part_is_added(make_package):
    files = members(make_package(TEXT))
    del files["[Content_Types].xml"]
    package = open_package(packed(files), PATH)
    with pytest.raises(UnsupportedFormatError, match="Content_Types"):
        package.add_part("word/comments.xml", etree.Element(w("comments")), content_type="x", kind="comments")
