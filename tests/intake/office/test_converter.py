"""Old Word files by way of LibreOffice."""

import shutil
import stat
import sys
import tempfile
from pathlib import Path

import pytest

from app.errors import UnsupportedFormatError
from app.intake.office import converter as office_converter
from app.intake.office.converter import convert_doc, find_office
from app.intake.reader import read_document

needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Put a script in LibreOffice's place; `$OUT` is the folder and `$IN` the file it is called with."""

    def put(script):
        folder = tmp_path / "bin"
        folder.mkdir()
        program = folder / "soffice"
        found = 'for a; do case "$p" in --outdir) OUT="$a";; esac; p="$a"; IN="$a"; done\n'
        program.write_text(f'#!/bin/sh\necho "$@" > "{tmp_path}/called"\n{found}{script}\n')
        program.chmod(program.stat().st_mode | stat.S_IEXEC)
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
        return tmp_path / "called"

    return put


@needs_shell
def test_the_converted_file_is_read_and_kept_for_the_redline(stand_in, write_compound, make_docx, texts):
    converted = make_docx("You pay at once.", name="converted.docx")
    called = stand_in(f'mkdir -p "$OUT"; cp "{converted}" "$OUT/contract.docx"')
    document = read_document(write_compound({"WordDocument": b"x"}, "contract.doc"))
    assert (document.kind, texts(document)) == ("doc", ["You pay at once."])
    assert document.word == converted.read_bytes()
    assert "LibreOffice" in document.not_read[-1]
    assert "--headless" in called.read_text()


@needs_shell
def test_nothing_is_left_of_the_conversion(stand_in, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    stand_in('mkdir -p "$OUT"; echo x > "$OUT/contract.docx"')
    assert convert_doc(Path("a.doc"), b"x", lambda *_: None) == b"x\n"
    assert list((tmp_path / "temporary").iterdir()) == []


@needs_shell
def test_a_conversion_that_fails_is_refused(stand_in):
    stand_in("exit 1")
    with pytest.raises(UnsupportedFormatError, match="could not be converted"):
        convert_doc(Path("a.doc"), b"x", lambda *_: None)


@needs_shell
def test_the_user_can_stop_a_conversion(stand_in):
    stand_in("sleep 60")

    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        convert_doc(Path("a.doc"), b"x", stop)


def test_without_libreoffice_the_refusal_says_what_to_do(write_compound, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office_converter, "_PLACES", ())
    with pytest.raises(UnsupportedFormatError, match="install LibreOffice, or open the file in Word"):
        read_document(write_compound({"WordDocument": b"x"}, "contract.doc"))


@pytest.mark.skipif(find_office() is None or shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_is_no_word_file_is_refused_by_libreoffice():
    with pytest.raises(UnsupportedFormatError, match="could not be converted"):
        convert_doc(Path("a.doc"), b"<html>You pay.</html>", lambda *_: None)
