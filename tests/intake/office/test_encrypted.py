"""Word files that a password protects."""

from io import BytesIO
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from app.errors import EncryptedFileError, OverBudgetError, UnsupportedFormatError
from app.intake.office.encrypted import decrypt
from app.intake.reader import read_document
from app.model.document import Opening

PATH = Path("heron.docx")


@pytest.fixture(scope="module")
def plain():
    return (Path(__file__).parents[3] / "resources/samples/community-model-licence.docx").read_bytes()


@pytest.fixture(scope="module")
def protected(plain):
    target = BytesIO()
    OOXMLFile(BytesIO(plain)).encrypt("Zürich 7", target)
    return target.getvalue()


def test_the_password_gives_the_document_back(plain, protected):
    assert decrypt(PATH, protected, "Zürich 7") == plain


def test_without_a_password_it_is_asked_for(protected):
    with pytest.raises(EncryptedFileError, match="--password"):
        decrypt(PATH, protected, "")


def test_a_wrong_password_is_told_as_such(protected):
    with pytest.raises(EncryptedFileError, match="does not open it"):
        decrypt(PATH, protected, "zürich 7")


def test_more_rounds_than_word_writes_are_refused(protected):
    with pytest.raises(OverBudgetError, match="more work"):
        decrypt(PATH, protected.replace(b'spinCount="100000"', b'spinCount="9000000"'), "x")


def test_a_protected_word_file_is_read_and_its_redline_goes_into_what_it_holds(tmp_path, plain, protected):
    path = tmp_path / "heron.docx"
    path.write_bytes(protected)
    document = read_document(path, Opening(password="Zürich 7"))
    assert document.paragraphs[0].text == "Curlew Community Model Licence"
    assert (document.data, document.word) == (protected, plain)
    assert any("protected by a password" in remark for remark in document.not_read)


@pytest.mark.parametrize("length", [600, 1500, 3000, 5000])
def test_a_damaged_file_is_refused(protected, length):
    with pytest.raises((UnsupportedFormatError, EncryptedFileError)):
        decrypt(PATH, protected[:length], "Zürich 7")
