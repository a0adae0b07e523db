"""Archives of which the members are copied as they lie in another."""

import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from app.ooxml.archive import ArchiveWriter, stored_bytes
from app.ooxml.package import open_package

CONTENT = b"Fees are due. " * 40
REAL = sorted(Path(__file__).parents[3].joinpath("shared/corpus/docx").glob("*.docx"))


class _OneWay:
    """A file that cannot be wound back, so that zip archives get data descriptors (APPNOTE.TXT 4.3.9)."""

    def __init__(self):
        self._data = BytesIO()

    def write(self, data):
        return self._data.write(data)

    def flush(self):
        pass

    @property
    def data(self):
        return self._data.getvalue()


def made(file, info, *, zip64=False):
    with ZipFile(file, "w") as archive, archive.open(info, "w", force_zip64=zip64) as member:
        member.write(CONTENT)


def member(name="word/media/seal.png", method=ZIP_DEFLATED):
    info = ZipInfo(name, (2020, 2, 3, 4, 5, 6))
    info.compress_type = method
    info.external_attr = 0o640 << 16
    return info


def copied(data):
    writer = ArchiveWriter()
    with ZipFile(BytesIO(data)) as archive:
        for info in archive.infolist():
            writer.copy(info, stored_bytes(archive, info))
    return writer.finish()


def described():
    file = _OneWay()
    made(file, member())
    return file.data


def plain(info, *, zip64=False):
    file = BytesIO()
    made(file, info, zip64=zip64)
    return file.getvalue()


def with_extra():
    info = member()
    info.extra = struct.pack("<HH4s", 0xA220, 4, b"\0\0\0\0")
    return plain(info)


KINDS = {
    "deflated": plain(member()),
    "stored": plain(member(method=ZIP_STORED)),
    "another method": plain(member(method=ZIP_BZIP2)),
    "data descriptor": described(),
    "zip64": plain(member(), zip64=True),
    "extra field": with_extra(),
    "name beyond ASCII": plain(member("word/médaille.png")),
    "bytes before": b"MZ" * 50 + plain(member()),
}


@pytest.mark.parametrize("data", KINDS.values(), ids=KINDS)
def test_a_member_is_copied_whole_with_name_time_and_attributes(data):
    with ZipFile(BytesIO(data)) as before, ZipFile(BytesIO(copied(data))) as after:
        (one,), (other,) = before.infolist(), after.infolist()
        assert after.testzip() is None
        assert after.read(other) == CONTENT
        assert (other.filename, other.date_time, other.external_attr, other.compress_type) == (
            *(one.filename, one.date_time, one.external_attr),
            one.compress_type,
        )


def test_no_member_says_that_a_data_descriptor_follows():
    assert struct.unpack_from("<H", KINDS["data descriptor"], 6)[0] & 8
    after = copied(KINDS["data descriptor"])
    assert not struct.unpack_from("<H", after, 6)[0] & 8
    assert struct.unpack_from("<3L", after, 14) == struct.unpack_from("<3L", after, after.index(b"PK\x01\x02") + 16)


def test_a_folder_stays_a_folder():
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.mkdir("word/media")
    with ZipFile(BytesIO(copied(file.getvalue()))) as after:
        assert after.infolist()[0].is_dir()


def test_a_member_that_is_not_where_the_archive_says_is_refused():
    with ZipFile(BytesIO(KINDS["deflated"])) as archive:
        info = archive.infolist()[0]
        info.header_offset += 4
        with pytest.raises(ValueError, match="not where the archive says"):
            stored_bytes(archive, info)


def test_what_is_added_is_stored_where_its_like_is_and_deflated_elsewhere():
    writer = ArchiveWriter()
    writer.add(member("a", ZIP_STORED), CONTENT)
    writer.add(member("b"), CONTENT)
    with ZipFile(BytesIO(writer.finish())) as archive:
        assert archive.testzip() is None
        assert [info.compress_size < info.file_size for info in archive.infolist()] == [False, True]


@pytest.mark.skipif(not REAL, reason="real files lie in ../shared")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_file_is_copied_member_for_member(path):
    data = open_package(path.read_bytes(), path).save()
    with ZipFile(path) as before, ZipFile(BytesIO(data)) as after:
        assert after.namelist() == list(dict.fromkeys(before.namelist()))
        assert all(after.read(name) == before.read(name) for name in after.namelist())
