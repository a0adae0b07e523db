"""Two Word files compared by their paths: what is written, and what is refused."""

from datetime import UTC, datetime

import pytest

from app.errors import ExportError, UnsupportedFormatError
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.service.compare import write_comparison

WHEN = datetime(2026, 1, 2, tzinfo=UTC)
TEXT = "<w:p><w:r><w:t>Fees fall due in {} days.</w:t></w:r></w:p>"


@pytest.fixture
def versions(make_package, tmp_path):
    for name, days in (("old", "thirty"), ("new", "sixty")):
        (tmp_path / f"{name}.docx").write_bytes(make_package(TEXT.format(days)))
    return tmp_path / "old.docx", tmp_path / "new.docx"


def test_the_old_version_is_written_with_the_changes(versions, tmp_path):
    write_comparison(*versions, tmp_path / "out.docx", author="Ann", when=WHEN)
    root = open_package((tmp_path / "out.docx").read_bytes(), tmp_path).tree("word/document.xml")
    assert [mark.get(w("author")) for mark in root.iter(w("ins"), w("del"))] == ["Ann", "Ann"]


def test_both_versions_stay_as_they_are(versions, tmp_path):
    before = [path.read_bytes() for path in versions]
    write_comparison(*versions, tmp_path / "out.docx", author="Ann", when=WHEN)
    assert [path.read_bytes() for path in versions] == before


def test_what_is_written_is_told(versions, tmp_path):
    written = write_comparison(*versions, tmp_path / "out.docx", author="Ann", when=WHEN)
    assert (written.receipt.words_struck, written.receipt.words_added, written.left) == (1, 1, ())


@pytest.mark.parametrize("name", ["old.docx", "new.docx"])
def test_neither_version_is_written_over(versions, tmp_path, name):
    with pytest.raises(ExportError, match=f"{name}: "):
        write_comparison(*versions, tmp_path / name, author="Ann", when=WHEN)


def test_a_file_that_is_no_word_document_is_named(versions, tmp_path):
    (tmp_path / "new.docx").write_bytes(b"plain words")
    with pytest.raises(UnsupportedFormatError, match=r"new\.docx"):
        write_comparison(*versions, tmp_path / "out.docx", author="Ann", when=WHEN)
    assert not (tmp_path / "out.docx").exists()


def test_the_same_two_versions_give_the_same_bytes(versions, tmp_path):
    for name in ("a.docx", "b.docx"):
        write_comparison(*versions, tmp_path / name, author="Ann", when=WHEN)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
