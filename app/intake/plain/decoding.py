"""Bytes of a text file to characters."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from app.errors import OverBudgetError, UnsupportedFormatError
from app.intake.blocks import MAX_CHARACTERS

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
_MAX_LINES = 200_000  # hard-wrapped paragraphs have some
_TOO_LONG = "this text is longer than any contract (8 million characters, 200,000 lines); save the contract alone"
_FOREIGN = 0.25  # of the letters beyond ASCII: more than any language in Latin letters has
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LETTERS = re.compile(rb"[A-Za-z\x80-\xff]")
_PUNCTUATION = "€…‘’“”•–—™§©®·\xa0".encode("cp1252")
_NAMES = re.compile(r"iso8859|cp\d|koi8|shift_jis|euc_|gb|big5|mac-|utf-(?:16|32)|tis-620|johab|iso2022")
_MEANT = {"iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}
_CLEAN: dict[int, str | None] = {
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD), None),
    **dict.fromkeys((0x00A0, 0x2007, 0x202F, 0x2028, 0x2029, 0x0B, 0x0C, 0x85), " "),
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, and the name of its encoding where that was guessed from the letters, else ""."""

    text: str
    guessed: str = ""

    @property
    def not_read(self) -> tuple[str, ...]:
        """What the reader of the document should know of it."""
        if not self.guessed:
            return ()
        return (f"the file does not say how its letters are coded; they were read as {self.guessed}",)


def decode_text(path: Path, data: bytes, stated: str = "") -> Decoded:
    """Return the characters of `data`: by its byte order mark, as UTF-8, as `stated`, as UTF-16, UTF-32 or by a guess.

    Text of which few letters go beyond ASCII is taken for Windows-1252; other text is judged by its letters.

    Raises:
        OverBudgetError: It is longer than any contract.
        UnsupportedFormatError: It is no text.
    """
    if len(data) > 4 * MAX_CHARACTERS:
        raise OverBudgetError(path, _TOO_LONG)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(_checked(path, data[len(mark) :].decode(encoding, errors="replace")))
    try:
        return Decoded(_checked(path, data.decode("utf-8")))
    except UnicodeDecodeError:
        pass
    encoding, guessed = _known(stated), ""
    if not encoding:
        encoding = _wide(data)
    if not encoding and _is_foreign(data):
        encoding = guessed = _guess(data)
    return Decoded(_checked(path, data.decode(encoding or "cp1252", errors="replace")), guessed)


def clean_characters(text: str) -> str:
    """Return `text` with unusual spaces as ordinary ones and without invisible characters."""
    return text if text.isascii() and text.isprintable() else text.translate(_CLEAN)


def _known(stated: str) -> str:
    """Return the encoding of that name as the web means it: its Latin-1 is Windows-1252; "" for one of no use."""
    try:
        name = codecs.lookup(stated.strip()).name if stated.strip() else ""
    except (LookupError, ValueError):
        return ""
    return _MEANT.get(name, name) if _NAMES.match(name) else ""


def _wide(data: bytes) -> str:
    """Return the encoding of text that has two or four bytes a character; "" for other text."""
    sample = data[:_SAMPLE]
    zeros = [sample[place::4].count(0) / max(1, len(sample) // 4) for place in range(4)]
    if min(zeros[2:]) > 0.9:
        return "utf-32-le"
    if min(zeros[:2]) > 0.9:
        return "utf-32-be"
    if (zeros[1] + zeros[3]) / 2 > 0.3:
        return "utf-16-le"
    return "utf-16-be" if (zeros[0] + zeros[2]) / 2 > 0.3 else ""


def _is_foreign(data: bytes) -> bool:
    sample = data[:_SAMPLE].translate(None, _PUNCTUATION)
    return sum(byte >= 0x80 for byte in sample) > _FOREIGN * len(_LETTERS.findall(sample))


def _guess(data: bytes) -> str:
    """Return the encoding whose letters fit best; "" where none does."""
    import charset_normalizer  # noqa: PLC0415 - few files need it

    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    return "" if best is None else best.encoding


def _checked(path: Path, text: str) -> str:
    """Return `text` with one kind of line end once it is sure that people can read it."""
    if len(text) > MAX_CHARACTERS:
        raise OverBudgetError(path, _TOO_LONG)
    sample = text[:_SAMPLE]
    junk = len(_CONTROLS.findall(sample)) + sample.count("�")
    if sample and junk > max(2, len(sample) // 200):
        raise UnsupportedFormatError(
            path, "this is neither text nor a document that can be read; open a DOCX, PDF, ODT, RTF, HTML or text file"
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > _MAX_LINES:
        raise OverBudgetError(path, _TOO_LONG)
    return text
