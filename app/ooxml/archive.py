"""A zip archive written anew of which most members are copied as they lie in another, without unpacking them.

Sizes and offsets need no more than 32 bits and there are fewer than 65,535 members: the limits of packages.
"""

import struct
import zlib
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_LOCAL = struct.Struct("<4s5H3L2H")  # APPNOTE.TXT 4.3.7
_CENTRAL = struct.Struct("<4s6H3L5H2L")  # 4.3.12
_END = struct.Struct("<4s4H2LH")  # 4.3.16
_UTF8 = 0x800  # flag: the name is in UTF-8, 4.4.4
_METHOD_FLAGS = 0x16  # flags that the method has of its own
_VERSION = 20  # 4.4.3.2: deflated members and folders
_DOS_EPOCH = 1980
_LEVEL = 4  # half the time of the default, a tenth more bytes


def stored_bytes(archive: ZipFile, member: ZipInfo) -> bytes:
    """Return the compressed bytes of a member as they lie in the open `archive`.

    Its local header says where they begin; how many there are, the list of members says (4.3.9: what follows them
    may be a data descriptor).
    """
    file = archive.fp
    if file is None:
        raise ValueError("the archive is closed")
    file.seek(member.header_offset)
    header = _LOCAL.unpack(file.read(_LOCAL.size))
    file.seek(member.header_offset + _LOCAL.size + header[-2] + header[-1])
    data = file.read(member.compress_size)
    if header[0] != b"PK\x03\x04" or len(data) != member.compress_size:
        raise ValueError("the member is not where the archive says")
    return data


class ArchiveWriter:
    """Collects members; the same members give the same bytes."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []
        self._entries: list[bytes] = []
        self._size = 0

    def copy(self, member: ZipInfo, data: bytes) -> None:
        """Add a member of another archive with its compressed bytes, name, time and attributes."""
        self._add(member, data, member.compress_type, member.CRC, member.file_size)

    def add(self, member: ZipInfo, content: bytes) -> None:
        """Add `content` under the name, time and attributes of `member`: stored if that is, else deflated."""
        method, data = ZIP_STORED, content
        if member.compress_type != ZIP_STORED:
            deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
            method, data = ZIP_DEFLATED, deflate.compress(content) + deflate.flush()
        self._add(member, data, method, zlib.crc32(content), len(content))

    def finish(self) -> bytes:
        """Return the archive with all that was added."""
        central = b"".join(self._entries)
        count = len(self._entries)
        end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(central), self._size, 0)
        return b"".join((*self._chunks, central, end))

    def _add(self, member: ZipInfo, data: bytes, method: int, checksum: int, size: int) -> None:
        name, name_flag = _encoded(member)
        flags = name_flag | (member.flag_bits & _METHOD_FLAGS if method == member.compress_type else 0)
        version = _VERSION if method in (ZIP_STORED, ZIP_DEFLATED) else member.extract_version
        year, month, day, hour, minute, second = member.date_time
        time = hour << 11 | minute << 5 | second // 2
        date = (year - _DOS_EPOCH) << 9 | month << 5 | day
        said = (flags, method, time, date, checksum, len(data), size, len(name), 0)
        self._chunks += (_LOCAL.pack(b"PK\x03\x04", version, *said), name, data)
        made_by = member.create_system << 8 | _VERSION
        entry = _CENTRAL.pack(
            *(b"PK\x01\x02", made_by, version, *said, 0, 0, member.internal_attr, member.external_attr, self._size)
        )
        self._entries.append(entry + name)
        self._size += _LOCAL.size + len(name) + len(data)


def _encoded(member: ZipInfo) -> tuple[bytes, int]:
    """Return the name of a member as it is written, and the flag that says how."""
    if member.filename.isascii():
        return member.filename.encode(), member.flag_bits & _UTF8
    if member.flag_bits & _UTF8:
        return member.filename.encode(), _UTF8
    try:
        return member.filename.encode("cp437"), 0  # 4.4.4, as it was read
    except UnicodeEncodeError:
        return member.filename.encode(), _UTF8
