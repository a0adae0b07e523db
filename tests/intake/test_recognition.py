"""What a file holds is told from its bytes."""

from zipfile import ZipFile

import pytest

from app.errors import UnsupportedFormatError
from app.intake.recognition import recognise


@pytest.fixture
def path(tmp_path):
    return tmp_path / "contract"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"{\\rtf1\\ansi You pay.}", "rtf"),
        (b"\xef\xbb\xbf  {\\rtf1 You pay.}", "rtf"),
        (b"<!DOCTYPE html><p>You pay.", "html"),
        (b"<?xml version='1.0'?><!-- a --><html xmlns='x'>", "html"),
        ("<html><p>You pay.".encode("utf-16"), "html"),
        (b"<P>a</P><P>b</P><FONT SIZE=2>c</FONT>", "html"),
        (b"<div align='center'>\n\n# Heron\n\n</div>\n\n**You** pay. <br><br><br><br>", "text"),
        (b"<Company Name> pays.", "text"),
        (b"Received: from a\nFrom: a@h.example\nTo: b@h.example\n\nYou pay.", "eml"),
        (b"From - Mon Jan 1\nMIME-Version: 1.0\nFrom: a@h.example\nTo: b@h.example\n\nYou pay.", "eml"),
        (b"From: Ada\nTo: Bob\nDate: May\nSubject: Fees\n\nYou pay.", "text"),
        (b"MIME-Version: 1.0\nFrom: <Saved by a browser>\nSubject: x\nContent-Type: multipart/related\n\n", "mhtml"),
        (b"You pay.", "text"),
    ],
)
def test_formats_are_told_apart(path, data, found):
    assert recognise(path, data) == found


@pytest.mark.parametrize(
    ("member", "words"),
    [
        ("xl/workbook.xml", "an Excel workbook"),
        ("ppt/presentation.xml", "a PowerPoint presentation"),
        ("Index/Document.iwa", "Apple Pages"),
        ("META-INF/container.xml", "an electronic book"),
        ("fees.docx", r"a ZIP archive \(fees.docx\)"),
    ],
)
def test_other_packages_are_refused_by_their_name(path, member, words):
    with ZipFile(path, "w") as archive:
        archive.writestr(member, "x")
    with pytest.raises(UnsupportedFormatError, match=words):
        recognise(path, path.read_bytes())


def test_other_open_documents_are_refused_by_their_name(path):
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(UnsupportedFormatError, match="an OpenDocument spreadsheet"):
        recognise(path, path.read_bytes())


@pytest.mark.parametrize(
    ("stream", "found"),
    [("WordDocument", "doc"), ("__properties_version1.0", "msg"), ("EncryptedPackage", "protected")],
)
def test_compound_files_are_told_apart(write_compound, path, stream, found):
    assert recognise(path, write_compound({stream: b"x"}).read_bytes()) == found


def test_other_compound_files_are_refused_by_their_name(write_compound, path):
    with pytest.raises(UnsupportedFormatError, match="an Excel 97-2003 workbook"):
        recognise(path, write_compound({"Workbook": b"x"}).read_bytes())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xffWPC" + bytes(30), "a WordPerfect file"),
        (b"%!PS-Adobe-3.0", "a PostScript file"),
        (b"MZ" + bytes(90), "a program"),
        (b"\x00\x00\x00\x18ftypmp42", "a recording"),
        (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument/>", "saved as XML"),
    ],
)
def test_what_is_known_and_not_read_is_refused_by_its_name(path, data, words):
    with pytest.raises(UnsupportedFormatError, match=words):
        recognise(path, data)
