"""Files damaged on purpose: small samples of every format, and ways to damage one, by a seeded chance alone."""

import random
import re
import zlib
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

_NUMBERS = (
    b"0",
    b"1",
    b"-1",
    b"255",
    b"65536",
    b"2147483647",
    b"2147483648",
    b"-2147483649",
    b"9" * 20,
    b"1e9",
    b"NaN",
)
_TOKENS = (
    *(
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"<",
        b">",
        b"&",
        b"&#0;",
        b"&#x110000;",
        b"]]>",
        b"{",
        b"}",
    ),
    *(
        b"\\u-1 ",
        b"\\'",
        b"\\bin99 ",
        b"{\\*",
        b"(",
        b")",
        b"[",
        b"```",
        b"|",
        b"\n\n",
        b"\r",
        b"\t",
        b"--",
        b"=?utf-8?q?",
    ),
    *(b"endstream", b"obj", b" R", b"/Kids", b"/Parent", b"<<", b">>", b"q ", b"Q ", b"BT ", b"1e38 ", b" xmlns:w='x'"),
)
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_LARGEST = 4_000_000  # bytes that a damaged file may grow to

_HTML = b"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Terms</title>
<style>.x{display:none}</style></head><body><h1>Terms of sale</h1>
<ol type="a" start="3"><li>The buyer <b>shall</b> pay.<ul><li>At once.</li></ul></li></ol>
<table><tr><td colspan="2">Fee</td></tr><tr><td rowspan="2">One</td><td>Two</td></tr></table><p class="x">Hidden</p>
<p>See <a href="#n1">1</a>, <ins datetime="2026-01-01">added</ins> and <del>taken out</del>.</p>
<p id="n1">Note.</p></body>"""
_RTF = rb"""{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fswiss Arial;}}{\stylesheet{\s1 heading 1;}}
{\*\listtable{\list{\listlevel\levelnfc0{\leveltext\'02\'00.;}{\levelnumbers\'01;}}\listid1}}
{\*\listoverridetable{\listoverride\listid1\ls1}}\pard\s1 Terms\par\pard\ls1\ilvl0{\listtext 1.\tab}
The buyer \u8217 ?s {\b fee\footnote A note.}{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt link}}\par
\trowd\cellx100\cellx200\intbl A\cell B\cell\row\pard{\revised\revauth1 added}{\deleted taken}\par{\header Top\par}}"""
_MARKDOWN = b"""# Terms

1. The *buyer* shall [pay](http://x).
   - at **once**

   > quoted

| a | b |
|---|---|
| 1 | 2 |

```
code
```

<p align="center">html</p>

[x]: http://y
"""
_TEXT = "Terms\r\n\r\n1. The buyer shall pay “five (5)” dollars.\r\n  (a) at once;\r\n\f2. The end.\r\n".encode()
_ODT = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>
<text:h text:outline-level="1">Terms</text:h><text:list><text:list-item><text:p>The buyer<text:s text:c="3"/>pays
<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>
</text:note-body></text:note></text:p></text:list-item></text:list><table:table>
<table:table-column table:number-columns-repeated="2"/><table:table-row>
<table:table-cell table:number-columns-spanned="2"><text:p>Fee</text:p></table:table-cell><table:covered-table-cell/>
</table:table-row></table:table></office:text></office:body></office:document-content>"""


def small_samples() -> dict[str, bytes]:
    """Return one small file of each format that the bundled samples lack."""
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Terms", "a@example.com", "b@example.com"
    mail.set_content("See the attached terms.")
    mail.add_attachment(_HTML, maintype="text", subtype="html", filename="terms.html")
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", _ODT)
    return {
        "html": _HTML,
        "rtf": _RTF,
        "md": _MARKDOWN,
        "txt": _TEXT,
        "eml": mail.as_bytes(),
        "odt": packed.getvalue(),
    }


def damage(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return `data` damaged in one to four places; `other` is a file of its format to take pieces from."""
    way = chance.random()
    if data[:2] == b"PK" and way < 0.8:
        return _damage_zip(data, chance)
    if data[:4] == b"%PDF" and way < 0.6:
        return _damage_pdf(data, chance)
    return _damage_bytes(data, other, chance)


def _damage_zip(data: bytes, chance: random.Random) -> bytes:
    """Return a package with one or two of its members damaged before it was packed."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except (BadZipFile, OSError, ValueError):
        return data
    texts = [name for name in members if name.endswith((".xml", ".rels"))] or list(members)
    weights = [3 if "document" in name or "content" in name else 1 for name in texts]
    for name in chance.choices(texts, weights, k=chance.choice((1, 1, 2))):
        members[name] = _damage_xml(members[name], members[chance.choice(texts)], chance)
    if chance.random() < 0.03:
        members.pop(chance.choice(list(members)))
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return packed.getvalue()


def _damage_xml(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return XML with elements moved, repeated, nested or renamed, most often still well-formed."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        elements = list(re.finditer(rb"<([\w:]+)(?:\s[^<>]*)?(?:/>|>[^<]{0,200}</\1>)", data))
        if not elements or chance.random() < 0.2:
            data = _damage_bytes(data, other, chance)
            continue
        start, end = chance.choice(elements).span()
        piece, way = data[start:end], chance.randrange(7)
        if way == 0:
            data = data[:start] + data[end:]
        elif way == 1:
            data = data[:end] + piece * chance.choice((1, 2, 50)) + data[end:]
        elif way == 2:
            to = chance.choice(elements).start()
            data = data[:to] + piece + data[to:]
        elif way == 3:
            tag = chance.choice(elements)[1]
            depth = chance.choice((1, 5, 300))
            data = data[:start] + b"<%s>" % tag * depth + piece + b"</%s>" % tag * depth + data[end:]
        elif way == 4:
            data = data[:start] + _renumber(piece, chance) + data[end:]
        elif way == 5:
            tag, new = chance.choice(elements)[1], chance.choice(elements)[1]
            data = re.sub(rb"(</?)%s(?=[\s/>])" % re.escape(tag), rb"\g<1>" + new, data)
        else:
            values = re.findall(rb"=\"([^\"]*)\"", data)
            data = (
                data[:start]
                + re.sub(rb"\"[^\"]*\"", b'"%s"' % chance.choice(values or [b"x"]), piece, count=1)
                + data[end:]
            )
    return data[:_LARGEST]


def _damage_pdf(data: bytes, chance: random.Random) -> bytes:
    """Return a PDF with one of its streams damaged before it was packed, or a number of its objects changed."""
    streams = list(_STREAM.finditer(data))
    if not streams or chance.random() < 0.4:
        outside = [match for match in re.finditer(rb"\d+", data) if match.end() - match.start() < 8]
        for match in chance.sample(outside, min(len(outside), chance.choice((1, 2, 4)))):
            new = chance.choice(_NUMBERS[:5]).rjust(match.end() - match.start(), b" ")
            data = data[: match.start()] + new[: match.end() - match.start()] + data[match.end() :]
        return data
    stream = chance.choice(streams)
    packed = stream[1].rstrip(b"\r\n")
    try:
        plain = zlib.decompress(packed)
    except zlib.error:
        plain = b""
    damaged = _damage_bytes(plain or packed, plain or packed, chance)
    if plain:
        damaged = zlib.compress(damaged)
    return data[: stream.start(1)] + damaged + b"\n" + data[stream.end(1) :]


def _damage_bytes(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return `data` with bytes flipped, cut, repeated, filled in, spliced or renumbered."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        if not data:
            return other
        start = chance.randrange(len(data))
        end = min(len(data), start + chance.choice((1, 2, 8, 64, 1024)))
        way = chance.randrange(8)
        if way == 0:
            data = data[:start] + bytes([data[start] ^ 1 << chance.randrange(8)]) + data[start + 1 :]
        elif way == 1:
            data = data[:start] + data[end:]
        elif way == 2:
            data = data[:end] + data[start:end] * chance.choice((1, 3, 1000)) + data[end:]
        elif way == 3:
            data = data[:start] + chance.choice(_TOKENS) * chance.choice((1, 1, 500)) + data[start:]
        elif way == 4:
            begin = chance.randrange(len(other)) if other else 0
            data = data[:start] + other[begin : begin + chance.choice((16, 256, 4096))] + data[end:]
        elif way == 5:
            data = data[:start] + _renumber(data[start : start + 200], chance) + data[start + 200 :]
        elif way == 6:
            data = data[:start] + chance.randbytes(end - start) + data[end:]
        else:
            data = data[: max(start, 1)]
    return data[:_LARGEST]


def _renumber(data: bytes, chance: random.Random) -> bytes:
    """Return `data` with one of its numbers made extreme."""
    numbers = list(re.finditer(rb"-?\d+", data))
    if not numbers:
        return data
    match = chance.choice(numbers)
    return data[: match.start()] + chance.choice(_NUMBERS) + data[match.end() :]
