"""What a file holds, told from its first bytes and never from its name."""

import re
import zlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Literal
from zipfile import BadZipFile, ZipFile

from app.errors import UnsupportedFormatError

Format = Literal["docx", "protected", "pdf", "odt", "rtf", "html", "mhtml", "doc", "eml", "msg", "text"]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2
_PDF = re.compile(rb"^%PDF-\d", re.MULTILINE)
_PDF_WITHIN = 1024  # bytes that may stand before it
_SAMPLE = 32768
_ODT = b"application/vnd.oasis.opendocument.text"

_PICTURES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "PNG"),
    (re.compile(rb"\xff\xd8\xff"), "JPEG"),
    (re.compile(rb"GIF8[79]a"), "GIF"),
    (re.compile(rb"II\*\x00|MM\x00\*"), "TIFF"),
    (re.compile(rb"BM.{4}\x00\x00\x00\x00", re.DOTALL), "BMP"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "WebP"),
    (re.compile(rb".{4}ftyp(?:heic|heix|mif1|avif)", re.DOTALL), "HEIC"),
)
_OTHERS = (
    (
        re.compile(rb"\x1f\x8b|7z\xbc\xaf\x27\x1c|Rar!|BZh\d|\xfd7zXZ"),
        "an archive; unpack it and open the contract in it",
    ),
    (re.compile(rb"\xffWPC"), "a WordPerfect file; open it in WordPerfect or LibreOffice and save it as .docx"),
    (re.compile(rb"%!PS"), "a PostScript file; convert it to PDF"),
    (re.compile(rb"MZ|\x7fELF|\xca\xfe\xba\xbe"), "a program and no document; ask the sender for the contract"),
    (re.compile(rb"\x78\x9f\x3e\x22"), "a winmail.dat of Outlook; ask the sender for the contract as an attachment"),
    (re.compile(rb".{4}ftyp|OggS|ID3|\x1aE\xdf\xa3", re.DOTALL), "a recording; open the file that holds the contract"),
    (re.compile(rb"SQLite format 3\x00"), "a database; open the file that holds the contract"),
)
_IN_ZIP = (
    ("xl/workbook.", "an Excel workbook; save the sheet with the contract as PDF"),
    ("ppt/presentation.", "a PowerPoint presentation; save it as PDF"),
    ("visio/document.", "a Visio drawing; save it as PDF"),
    ("index/document.iwa", "a document of Apple Pages; export it as Word or PDF"),
    ("index.zip", "a document of Apple Pages; export it as Word or PDF"),
    ("meta-inf/container.xml", "an electronic book; save it as PDF"),
)
_OPEN_DOCUMENTS = (
    ("spreadsheet", "an OpenDocument spreadsheet; save it as PDF"),
    ("presentation", "an OpenDocument presentation; save it as PDF"),
    ("graphics", "an OpenDocument drawing; save it as PDF"),
)
_COMPOUNDS = (
    ("workbook", "an Excel 97-2003 workbook; save the sheet with the contract as PDF"),
    ("book", "an Excel 95 workbook; save the sheet with the contract as PDF"),
    ("powerpoint document", "a PowerPoint 97-2003 presentation; save it as PDF"),
    ("visiodocument", "a Visio drawing; save it as PDF"),
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
_DAMAGED = "the file is damaged or incomplete; get a fresh copy, or open it in Word and save it as .docx"

_FILING = re.compile(
    rb"\s*<(?:SEC-DOCUMENT|DOCUMENT|TYPE)>.*?<TEXT>\s*(?:<XBRL>\s*)?<(?:html|!doctype|body|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_PAGE = re.compile(
    rb"(?>\s|<\?xml[^>]*>|<!--.*?-->|<!doctype\s[^>]*>)*+<(?:html|head|body|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_DOCTYPE = re.compile(rb"(?>\s|<\?xml[^>]*>|<!--.*?-->)*+<!doctype\s+html", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(
    rb"</?(?:p|div|table|tr|td|font|br|span|a|b|i|u|strong|em|h[1-6]|ul|ol|li|center|hr)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_FIRST_TAG = re.compile(rb"\s*<(?:p|div|table|font|span|center|h[1-6]|ul|ol|section|article|main)[\s>]", re.IGNORECASE)
_MARKDOWN = re.compile(rb"^(?:#{1,6} |[-*] |\d+\. |```|\|.*\|$)|\*\*[^*\n]+\*\*|\]\(", re.MULTILINE)
_WORD_XML = re.compile(rb"<\?mso-application|<w:wordDocument|<pkg:package")
_FLAT_ODT = re.compile(rb"<office:document[\s>].*?" + re.escape(_ODT), re.DOTALL)

_HEADER = re.compile(rb"(?:From |([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?|[ \t]+\S)")
_SENT = frozenset(
    (b"message-id", b"received", b"return-path", b"mime-version", b"delivered-to", b"dkim-signature", b"x-mailer")
)
_ADDRESSED = frozenset((b"from", b"to", b"subject", b"date", b"received", b"content-type", b"message-id"))


def recognise(path: Path, data: bytes) -> Format:
    """Return the format of `data`, the bytes of the file at `path`.

    Raises:
        UnsupportedFormatError: It is of a format that is known and not read; the message says what it is.
    """
    if data.startswith(_ZIP):
        return _in_zip(path, data)
    if data.startswith(_COMPOUND):
        return _in_compound(path, data)
    if _PDF.search(data[:_PDF_WITHIN]):
        return "pdf"
    for picture, name in _PICTURES:
        if picture.match(data):
            problem = f"this is a picture ({name}); print it to PDF, whose pages can be read by text recognition"
            raise UnsupportedFormatError(path, problem)
    for other, problem in _OTHERS:
        if other.match(data):
            raise UnsupportedFormatError(path, f"this is {problem}")
    return _in_text(path, data[:_SAMPLE].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n"))


def _in_zip(path: Path, data: bytes) -> Format:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = [name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()]
            kind = _mimetype(archive)
    except (BadZipFile, NotImplementedError, ValueError, OSError, RuntimeError, EOFError, zlib.error):
        return "docx"  # whose reader says what is wrong with it
    if kind.startswith(_ODT) or (not kind and "content.xml" in names):
        return "odt"
    for word, problem in _OPEN_DOCUMENTS:
        if word.encode() in kind:
            raise UnsupportedFormatError(path, f"this is {problem}")
    if "[content_types].xml" in names and not any(name.startswith(_IN_ZIP[0][0]) for name in names):
        found = next((problem for start, problem in _IN_ZIP if any(name.startswith(start) for name in names)), "")
        if not found:
            return "docx"
        raise UnsupportedFormatError(path, f"this is {found}")
    for start, problem in _IN_ZIP:
        if any(name.startswith(start) for name in names):
            raise UnsupportedFormatError(path, f"this is {problem}")
    raise UnsupportedFormatError(path, _archive(names))


def _mimetype(archive: ZipFile) -> bytes:
    """Return the media type that the package states in its member for it; b"" for none."""
    found = next((info for info in archive.infolist() if info.filename == "mimetype"), None)
    return archive.read(found).strip() if found is not None and found.file_size < 200 else b""


def _archive(names: Sequence[str]) -> str:
    files = [name.rsplit("/", 1)[-1] for name in names if not name.endswith("/")]
    shown = ", ".join(files[:3]) + (" …" if len(files) > 3 else "")
    return f"this is a ZIP archive ({shown}); unpack it and open the contract in it" if files else _DAMAGED


def _in_compound(path: Path, data: bytes) -> Format:
    import olefile  # noqa: PLC0415 - only such files need it

    try:
        with olefile.OleFileIO(BytesIO(data)) as compound:
            names = {str(entry[0]).lower() for entry in compound.listdir(streams=True, storages=True)}
    except (OSError, ValueError, IndexError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        if _ENCRYPTED in data:
            return "protected"
        raise UnsupportedFormatError(path, _DAMAGED) from error
    if "encryptedpackage" in names:
        return "protected"
    if "worddocument" in names:
        return "doc"
    if "__properties_version1.0" in names:
        return "msg"
    problem = next((problem for name, problem in _COMPOUNDS if name in names), "")
    raise UnsupportedFormatError(path, f"this is {problem}" if problem else _DAMAGED)


def _in_text(path: Path, sample: bytes) -> Format:
    if sample.startswith(b"{\\rtf"):
        return "rtf"
    if _WORD_XML.search(sample[:4096]):
        raise UnsupportedFormatError(path, "this is a Word document saved as XML; open it in Word and save it as .docx")
    if _FLAT_ODT.search(sample[:8192]):
        return "odt"
    headers = _headers(sample)
    if len(headers & _ADDRESSED) > 1 and headers & _SENT:
        is_page = b"multipart/related" in sample.lower() and not headers & {b"to", b"received", b"message-id"}
        return "mhtml" if is_page else "eml"
    if _PAGE.match(sample) or _DOCTYPE.match(sample) or _FILING.match(sample):
        return "html"
    head = sample[:8192]
    if _FIRST_TAG.match(head) and len(_TAG.findall(head)) >= 5 and not _MARKDOWN.search(head):
        return "html"
    return "text"


def _headers(sample: bytes) -> set[bytes]:
    """Return the names of the header lines that `sample` begins with, in small letters."""
    names = set()
    for number, line in enumerate(sample.splitlines()):
        match = _HEADER.match(line)
        if match is None or (number == 0 and line[:1].isspace()):
            break
        if match[1]:
            names.add(match[1].lower())
    return names
