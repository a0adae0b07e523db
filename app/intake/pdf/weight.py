"""How much a PDF unpacks to, measured before PDFium unpacks it: PDFium itself has no limit that would help."""

import re
import zlib
from base64 import a85decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.errors import OverBudgetError

_MAX_CONTENT = 24 * 1024 * 1024  # of one stream, or of all that one page draws; PDFium takes some fifteen times as much
_MAX_TOTAL = 256 * 1024 * 1024
_MAX_DRAWN = 100_000  # forms that one form draws, those drawn by them counted
_RATIO = 1032  # the most that deflate packs
_LAYERS = 3
_DEEPEST = 40  # forms in forms, as far as PDFium follows
_HEAD = 4000  # bytes before a stream in which its dictionary stands
_LONGEST_NAME = 20  # bytes of "12 0" before "obj"
_OBJECT = re.compile(rb"\b(\d{1,9})\s+\d{1,5}\s+obj\b")
_ASCII85 = re.compile(rb"/(?:ASCII85Decode|A85)\b")
_SUBTYPE = re.compile(rb"/Subtype\s*/(\w+)")
_CONTENTS = re.compile(rb"/Contents\s*(?:\[([^\]]{0,4000000})\]|(\d{1,9}\s+\d{1,5}\s+R))")
_REFERENCE = re.compile(rb"\b(\d{1,9})\s+\d{1,5}\s+R\b")
_DRAWS = re.compile(rb"/[^\s/<>\[\]()]+\s+Do\b")
_TOO_HEAVY = "its pages unpack to more than a document can need, so it was not read; ask the sender for a clean copy"


@dataclass(frozen=True, slots=True)
class _Stream:
    """A stream: its dictionary, how long it is unpacked, how many pictures and forms it draws."""

    head: bytes
    size: int = 0
    draws: int = 0
    is_picture: bool = False
    is_form: bool = False


def check_weight(path: Path, data: bytes) -> None:
    """Refuse the PDF `data` where what it draws unpacks to too much.

    Pictures are not unpacked, nor are streams that are encrypted or packed in another way than by deflate. A stream
    in ASCII characters is, where it is long enough to matter.

    Raises:
        OverBudgetError: A stream, what a page or a form draws, or all together is too large.
    """
    streams: dict[bytes, _Stream] = {}
    texts = [data]
    for number, head, packed in _streams(data):
        subtypes = _SUBTYPE.findall(head)
        if subtypes == [b"Image"]:
            streams[number] = _Stream(head, is_picture=True)
            continue
        plain = _unpacked(head, packed)
        if len(plain) > _MAX_CONTENT:
            raise OverBudgetError(path, _TOO_HEAVY)
        draws = len(_DRAWS.findall(plain)) if b"Do" in plain else 0
        streams[number] = _Stream(head, len(plain), draws, is_form=b"Form" in subtypes)
        if b"/ObjStm" in head:
            texts.append(plain)
    pages = [content for text in texts for content in _contents(text, streams)]
    if any(size > _MAX_CONTENT for size in pages) or sum(pages) > _MAX_TOTAL or _draws_too_much(data, streams):
        raise OverBudgetError(path, _TOO_HEAVY)


def _streams(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield the number, the dictionary and the bytes of each stream; a number that stands twice counts both times."""
    begin = data.find(b"stream")
    while begin >= 0:
        end = data.find(b"endstream", begin + 6)
        end = len(data) if end < 0 else end
        head = max(data.rfind(word, max(0, begin - _HEAD), begin) for word in (b" obj", b"\nobj", b"\robj"))
        named = _OBJECT.search(data, max(0, head - _LONGEST_NAME), head + 4) if head >= 0 else None
        if named:
            start = begin + (8 if data[begin + 6 : begin + 8] == b"\r\n" else 7)
            yield named[1], data[head + 4 : begin], data[start:end]
        begin = data.find(b"stream", end + 9)


def _unpacked(head: bytes, packed: bytes) -> bytes:
    """Return what deflate packed once or several times, as far as one byte over the limit.

    It is known by its first bytes: names of filters can be written in many ways.
    """
    if _ASCII85.search(head) and len(packed) > _MAX_CONTENT // _RATIO:
        try:
            packed = a85decode(packed.partition(b"~>")[0])
        except ValueError:
            return b""
    for _ in range(_LAYERS):
        if len(packed) < 2 or packed[0] & 15 != zlib.DEFLATED or int.from_bytes(packed[:2]) % 31:  # RFC 1950, 2.2
            break
        try:
            packed = zlib.decompressobj().decompress(packed, _MAX_CONTENT + 1)
        except zlib.error:
            break
    return packed


def _contents(text: bytes, streams: Mapping[bytes, _Stream]) -> Iterator[int]:
    """Yield how much the content of each page in `text` unpacks to; a picture as content counts as too much."""
    for match in _CONTENTS.finditer(text):
        named = [streams.get(number) for number in _REFERENCE.findall(match[1] or match[2] or b"")]
        yield sum(_MAX_TOTAL if stream.is_picture else stream.size for stream in named if stream is not None)


def _draws_too_much(data: bytes, streams: Mapping[bytes, _Stream]) -> bool:
    """Tell whether forms draw forms that draw forms, and so on, more often than a page can need."""
    forms = {number: stream for number, stream in streams.items() if stream.is_form}
    if not any(form.draws > 1 for form in forms.values()):
        return False
    held = {match[1]: data[match.end() : match.end() + _HEAD] for match in _OBJECT.finditer(data)}
    within: dict[bytes, set[bytes]] = {}
    for number, form in forms.items():
        named = set(_REFERENCE.findall(form.head))
        for other in named - streams.keys():
            named |= set(_REFERENCE.findall(held.get(other, b"").split(b"endobj")[0]))
        within[number] = named & forms.keys()
    drawn = dict.fromkeys(forms, 1)
    for _ in range(_DEEPEST):
        drawn = {
            number: min(_MAX_DRAWN + 1, 1 + form.draws * max((drawn[other] for other in within[number]), default=0))
            for number, form in forms.items()
        }
    return max(drawn.values()) > _MAX_DRAWN
