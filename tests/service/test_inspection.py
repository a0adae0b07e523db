"""What leaves with files on disk, and what our own changes leave in them."""

import json
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from app.errors import ExportError, UnsupportedFormatError
from app.service.inspection import ALL, check_kinds, inspect, inspect_file, without, write_without
from app.service.redline import redline

WHEN = datetime(2026, 1, 2, tzinfo=UTC)


def members(data):
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def redlined(make_docx, tmp_path, monkeypatch):
    """Redline a document with a comment, by a user whose name on this machine is Zyxwvut; return both files' bytes."""
    monkeypatch.setenv("LOGNAME", "Zyxwvut")
    document = make_docx("Fees fall due in thirty days.", "The end.")
    edits = tmp_path / "edits.json"
    edits.write_text(json.dumps([{"find": "thirty", "replace": "sixty", "comment": "Longer"}]), encoding="utf-8")
    out = tmp_path / "out.docx"
    redline(document, edits, out, author="Ann Ames", when=WHEN)
    return document.read_bytes(), out.read_bytes()


def test_a_file_is_named_and_its_properties_are_told(make_docx):
    found = inspect_file(make_docx("Rent."))
    assert found.file == "contract.docx"
    assert "Author: python-docx" in next(item.details for item in found.items if item.kind == "properties")


def test_all_takes_out_what_can_be(make_docx):
    path = make_docx("Rent.")
    cleaned = without(path.read_bytes(), path, [ALL])
    assert [item.kind for item in inspect(cleaned, path).items if item.removable] == []


def test_nothing_asked_for_is_the_same_bytes(make_docx):
    path = make_docx("Rent.")
    assert without(path.read_bytes(), path, []) == path.read_bytes()


def test_a_copy_is_written_and_the_source_stays(make_docx, tmp_path):
    path = make_docx("Rent.")
    before = path.read_bytes()
    write_without(path, ["properties"], tmp_path / "out.docx")
    assert path.read_bytes() == before
    assert "properties" not in [item.kind for item in inspect_file(tmp_path / "out.docx").items]


def test_the_source_is_never_written_over(make_docx):
    path = make_docx("Rent.")
    with pytest.raises(ExportError, match="the document itself"):
        write_without(path, ["properties"], path)


@pytest.mark.parametrize("kind", ["author", "revisions", "macros"])
def test_a_kind_that_cannot_be_taken_out_is_refused_with_those_that_can(kind):
    with pytest.raises(ExportError, match=f"^{kind} cannot be taken out; what can: comments, "):
        check_kinds([kind])


def test_a_file_that_is_not_there_is_one_line(tmp_path):
    with pytest.raises(UnsupportedFormatError, match="cannot be read"):
        inspect_file(tmp_path / "none.docx")


def test_our_changes_leave_the_properties_as_they_were(redlined):
    before, after = map(members, redlined)
    assert {name: after[name] for name in before if name.startswith("docProps/")} == {
        name: data for name, data in before.items() if name.startswith("docProps/")
    }


def test_our_changes_name_neither_user_nor_folder(redlined, tmp_path):
    _, after = map(members, redlined)
    told = b"".join(after.values())
    assert b"Zyxwvut" not in told
    assert str(tmp_path).encode() not in told


def test_our_changes_tell_no_time_of_the_day(redlined):
    before, after = map(members, redlined)
    dates = {
        word.split(b'"')[1]
        for name, data in after.items()
        if before.get(name) != data
        for word in data.split()
        if b"date" in word.lower() and b'="2' in word
    }
    assert dates == {b"2026-01-02T00:00:00Z"}


def test_new_members_carry_no_time_of_this_machine(redlined):
    before, after = redlined
    with ZipFile(BytesIO(after)) as archive:
        times = {info.date_time for info in archive.infolist() if info.filename not in members(before)}
    assert times == {(1980, 1, 1, 0, 0, 0)}
