"""OpenDocument text as a package: opened with limits, its parts parsed (OpenDocument 1.3 part 2)."""

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

from app.errors import EncryptedFileError, OverBudgetError, UnsupportedFormatError

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
LOEXT = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
XLINK = "http://www.w3.org/1999/xlink"
DC = "http://purl.org/dc/elements/1.1/"
XML = "http://www.w3.org/XML/1998/namespace"

_MAX_XML = 64 * 1024 * 1024
_MAX_RATIO = 500
_RATIO_FROM = 16 * 1024 * 1024
_MAX_TAGS = 400_000
_DAMAGED = "the file is damaged or incomplete; get a fresh copy, or open it in LibreOffice and save it again"
_TOO_LARGE = "it unpacks to more than a document can need, so it was not opened; ask the sender for a clean copy"
_PASSWORD = "it is protected by a password; open it in LibreOffice, remove the password and save it"  # noqa: S105 - words


@dataclass(frozen=True, slots=True)
class OpenText:
    """The parts of an OpenDocument text; `styles` is None where the package has none."""

    content: etree._Element
    styles: etree._Element | None


def open_odt(path: Path, data: bytes) -> OpenText:
    """Return the parts of the package in `data`, which may also be one flat XML file.

    Raises:
        EncryptedFileError: It is protected by a password.
        OverBudgetError: It unpacks to too much, or is nested too deep.
        UnsupportedFormatError: It is damaged.
    """
    if not data.startswith(b"PK"):
        if len(data) > _MAX_XML:
            raise OverBudgetError(path, _TOO_LARGE)
        root = _parse(path, data)
        return OpenText(root, root)
    try:
        with ZipFile(BytesIO(data)) as archive:
            if b"encryption-data" in _member(path, archive, "META-INF/manifest.xml", needed=False):
                raise EncryptedFileError(path, _PASSWORD, with_password=False)
            content = _parse(path, _member(path, archive, "content.xml", needed=True))
            styles = _member(path, archive, "styles.xml", needed=False)
            return OpenText(content, _parse(path, styles) if styles else None)
    except (
        BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        struct.error,
    ) as e:
        raise UnsupportedFormatError(path, _DAMAGED) from e


def _member(path: Path, archive: ZipFile, name: str, *, needed: bool) -> bytes:
    if name not in archive.namelist():
        if needed:
            raise UnsupportedFormatError(path, _DAMAGED)
        return b""
    info = archive.getinfo(name)
    bomb = info.file_size > _RATIO_FROM and info.file_size > _MAX_RATIO * max(1, info.compress_size)
    if info.file_size > _MAX_XML or bomb:
        raise OverBudgetError(path, _TOO_LARGE)
    return archive.read(info)


def _parse(path: Path, data: bytes) -> etree._Element:
    if data.count(b"<") > _MAX_TAGS:
        raise OverBudgetError(path, _TOO_LARGE)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            raise OverBudgetError(path, _TOO_LARGE) from error
        raise UnsupportedFormatError(path, _DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsupportedFormatError(path, "it declares entities, as no office program does; ask for a clean copy")
    return root
