"""Bytes of a text file to characters."""

import codecs
import re
from pathlib import Path

from app.errors import UnsupportedFormatError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CLEAN: dict[int, str | None] = {
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD), None),
    **dict.fromkeys((0x00A0, 0x2007, 0x202F, 0x2028, 0x2029, 0x0B, 0x0C, 0x85), " "),
}


def decode_text(path: Path, data: bytes) -> str:
    """Return the characters of `data`: by its byte order mark, else UTF-8, UTF-16 or Windows-1252.

    Raises:
        UnsupportedFormatError: It is no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(path, data[len(mark) :].decode(encoding, errors="replace"))
    try:
        return _checked(path, data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(path, data.decode(_guess(data), errors="replace"))


def clean_characters(text: str) -> str:
    """Return `text` with unusual spaces as ordinary ones and without invisible characters."""
    return text.translate(_CLEAN)


def _guess(data: bytes) -> str:
    """Return the encoding of bytes that are no UTF-8: UTF-16 where every other byte is mostly zero."""
    sample = data[:_SAMPLE]
    if sample[1::2].count(0) > len(sample) * 0.3:
        return "utf-16-le"
    if sample[0::2].count(0) > len(sample) * 0.3:
        return "utf-16-be"
    return "cp1252"


def _checked(path: Path, text: str) -> str:
    """Return `text` with one kind of line end once it is sure that people can read it."""
    sample = text[:_SAMPLE]
    junk = len(_CONTROLS.findall(sample)) + sample.count("�")
    if sample and junk > max(2, len(sample) // 200):
        raise UnsupportedFormatError(
            path, "this is neither text nor a document that can be read; open a DOCX, PDF, TXT or MD file"
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")
