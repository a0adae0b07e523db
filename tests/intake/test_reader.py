"""Which reader takes a file, and what is refused."""

import hashlib
import subprocess
import sys
from zipfile import ZipFile

import pytest

from app.errors import DocumentError, EncryptedFileError, NoTextError, OverBudgetError, UnsupportedFormatError
from app.intake.reader import read_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def write(tmp_path):
    def call(data, name="contract.txt"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return call


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_read_in_the_encodings_of_office_programs(read_text, texts, encoding):
    assert texts(read_text("“Heron” costs 10 € a day – no more.", encoding=encoding)) == [
        "“Heron” costs 10 € a day – no more."
    ]


def test_line_ends_of_all_systems_part_paragraphs(write):
    document = read_document(write(b"You pay.\r\n\r\nWe bill.\rAll is well.\n"))
    assert [paragraph.text for paragraph in document.paragraphs] == ["You pay.", "We bill.", "All is well."]


@pytest.mark.parametrize(("name", "kind"), [("a.txt", "text"), ("a.md", "markdown"), ("a", "text"), ("a.pdf", "text")])
def test_text_is_read_whatever_its_name(write, name, kind):
    assert read_document(write(b"You pay at once.", name)).kind == kind


def test_a_word_file_is_read_whatever_its_name(make_docx):
    path = make_docx("You pay at once.")
    assert read_document(path.rename(path.with_suffix(".pdf"))).kind == "docx"


def test_a_pdf_is_read_whatever_its_name(write_pdf):
    assert read_document(write_pdf(["You pay at once."], name="contract.docx")).kind == "pdf"


def test_the_document_knows_its_file(write):
    document = read_document(write(b"You pay."))
    assert document.data == b"You pay."
    assert document.sha256 == hashlib.sha256(b"You pay.").hexdigest()


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", NoTextError, "empty"),
        (b" \r\n\t", NoTextError, "empty"),
        (b"---\n***\n", NoTextError, "no text"),
        (bytes(range(256)) * 40, UnsupportedFormatError, "neither text nor a document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), UnsupportedFormatError, "picture \\(PNG\\); print it to PDF"),
        (b"\xff\xd8\xff\xe0" + bytes(200), UnsupportedFormatError, "picture \\(JPEG\\)"),
        (b"II*\x00" + bytes(200), UnsupportedFormatError, "picture \\(TIFF\\)"),
        (b"\x1f\x8b\x08" + bytes(200), UnsupportedFormatError, "archive; unpack it"),
        (b"PK\x03\x04 and no more", UnsupportedFormatError, "damaged"),
        (b"%PDF-1.7 and no more", UnsupportedFormatError, "damaged"),
        (OLE + bytes(600), UnsupportedFormatError, "damaged"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFileError, "password"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(write, data, error, words):
    with pytest.raises(error, match=words) as refusal:
        read_document(write(data))
    message = str(refusal.value)
    assert message.startswith("contract.txt: ")
    assert "\n" not in message


def test_a_zip_without_a_word_document_is_refused(tmp_path):
    path = tmp_path / "contract.docx"
    with ZipFile(path, "w") as archive:
        archive.writestr("photo.txt", "a bird")
    with pytest.raises(UnsupportedFormatError, match=r"ZIP archive \(photo.txt\)"):
        read_document(path)


def test_a_truncated_word_file_is_refused(make_docx):
    path = make_docx("You pay at once.")
    path.write_bytes(path.read_bytes()[:900])
    with pytest.raises(UnsupportedFormatError, match="damaged"):
        read_document(path)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(DocumentError, match="folder"):
        read_document(tmp_path)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(DocumentError, match="no such file"):
        read_document(tmp_path / "contract.docx")


def test_reading_text_imports_no_reader_of_other_formats(write):
    code = (
        "import sys; from pathlib import Path; from app.intake.reader import read_document;"
        "read_document(Path(sys.argv[1])); sys.exit('pypdfium2' in sys.modules or 'lxml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(write(b"You pay."))], check=False).returncode == 0


def test_a_paragraph_of_more_than_a_million_characters_is_no_contract(write):
    with pytest.raises(OverBudgetError, match="longer than any contract"):
        read_document(write(b"You pay. " * 120_000))
