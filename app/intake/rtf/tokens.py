"""RTF as a stream of control words, groups and text (Rich Text Format Specification 1.9.1)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})?\ ?"  # a control word, its number, the blank that ends it
    rb"|\\'([0-9A-Fa-f]{2})"
    rb"|\\([^A-Za-z])"
    rb"|([{}])"
    rb"|([^\\{}]+)",  # text
    re.DOTALL,
)
_SKIM = re.compile(rb"[{}]|\\bin(\d{1,10})\ ?|\\[^A-Za-z]|\\b(?!in\d)", re.DOTALL)
_LINE_ENDS = b"\r\n\x00"
_CHARSETS = {
    0: "cp1252", 77: "mac-roman", 78: "cp932", 79: "cp949", 80: "gb18030", 81: "big5", 83: "mac-greek",
    84: "mac-turkish", 88: "mac-latin2", 89: "mac-cyrillic", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030",
    136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
SYMBOL = "symbol"
"""The code page of fonts whose characters are pictures: each byte is U+F000 and its value."""


class Token(NamedTuple):
    """A piece of the file.

    Attributes:
        word: A control word ("par") or symbol ("~"), "{", "}", or "" for text.
        number: The number after a control word; None without one.
        text: Bytes of text.
    """

    word: str
    number: int | None = None
    text: bytes = b""


class Tokens:
    """The tokens of `data`; `skip_group` passes over the rest of the group that is open."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self.count = 0  # of tokens

    @property
    def position(self) -> int:
        """How many bytes have been read."""
        return self._at

    def __iter__(self) -> Iterator[Token]:
        """Yield the tokens to the end of the data."""
        while match := _TOKEN.match(self._data, self._at):
            self._at = match.end()
            self.count += 1
            kind = match.lastindex
            if kind in (1, 2):
                number = None if match[2] is None else int(match[2])
                word = match[1].decode("ascii")
                if word == "bin":
                    self._at += max(0, number or 0)
                    continue
                yield Token(word, number)
            elif kind == 6:
                yield Token("", text=match[6].translate(None, _LINE_ENDS))
            elif kind == 3:
                yield Token("", text=bytes.fromhex(match[3].decode("ascii")))
            elif kind == 4 and match[4] in (b"\\", b"{", b"}"):
                yield Token("", text=match[4])
            else:
                yield Token((match[4] or match[5]).decode("latin-1"))

    def skip_group(self) -> None:
        """Go on right before the brace that ends the group under way."""
        depth = 0
        while match := _SKIM.search(self._data, self._at):
            self._at = match.end()
            if match[1] is not None:
                self._at += int(match[1])
            elif match[0] == b"{":
                depth += 1
            elif match[0] == b"}":
                if not depth:
                    self._at = match.start()
                    return
                depth -= 1
        self._at = len(self._data)


def code_page(charset: int, default: str) -> str:
    """Return the encoding of a font's character set; 1 is that of the file."""
    return SYMBOL if charset == 2 else _CHARSETS.get(charset, default)


def decode(data: bytes, encoding: str) -> str:
    """Return the characters of bytes in a code page."""
    if encoding == SYMBOL:
        return "".join(chr(byte if byte <= 0x20 else 0xF000 + byte) for byte in data)
    return data.decode(encoding, errors="replace")
