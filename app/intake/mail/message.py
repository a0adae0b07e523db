"""Messages (EML, MSG) and saved web pages (MHTML): the documents they carry and the text they are."""

import email
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from pathlib import Path

from app.errors import DocumentError, OverBudgetError, UnsupportedFormatError
from app.intake.plain.decoding import decode_text
from app.intake.recognition import recognise

_MAX_BYTES = 50 * 1024 * 1024  # the parser needs several times as much
_MAX_DEPTH = 5  # messages in messages
_MAX_BOUNDARIES = 60
_MAX_PARTS = 500
_NEVER = re.compile(
    r"image/|audio/|video/|text/(?:calendar|vcard|x-vcard|directory)|application/(?:ics|pgp-|(?:x-)?pkcs7|ms-tnef)"
    r"|message/(?:delivery-status|disposition|feedback)",
    re.IGNORECASE,
)
_GENERATED = re.compile(r"ATT\d{3,}\.(?:txt|html?)|winmail\.dat|smime\.p7[sm]|(?:noname|untitled).*", re.IGNORECASE)
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
_ENDINGS = {
    "docx": "docx", "protected": "docx", "pdf": "pdf", "odt": "odt", "rtf": "rtf", "html": "html", "doc": "doc",
    "text": "txt",
}  # fmt: skip
"""Of the formats that are documents, the ending of a name that says so."""
_QUOTED_HEADERS = re.compile(
    r"(?:^[ \t>*]*(?:From|Sent|To|Cc|Bcc|Date|Subject|Reply-To|Importance|Attachments)[ \t]*:\**[^\n]*(?:\n|\Z)){3,}",
    re.MULTILINE,
)
_INTRODUCTION = re.compile(
    r"^[ \t>]*(?:On\b[^\n]{5,200}\bwrote:|-{2,}[ ]*(?:Original|Forwarded) [Mm]essage[ ]*-{2,}"
    r"|Begin forwarded message:)[ \t]*$",
    re.MULTILINE,
)
_BROKEN = "this message is damaged or incomplete; save it again from your mail program"
_TOO_MUCH = "this message holds more parts than can be needed; save the contract that is attached to it"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document that a message carries; its name is the only one of its kind in the message."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """A message as opened.

    Attributes:
        documents: What is attached and can be read.
        others: Names of what is attached and cannot.
        page: The text of the message as a web page, the bytes as sent with the encoding they state; empty without one.
        plain: The same as plain text.
    """

    documents: tuple[Attachment, ...]
    others: tuple[str, ...] = ()
    page: bytes = b""
    charset: str = ""
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part of a message that holds no others."""

    kind: str
    name: str
    data: bytes
    charset: str = ""
    is_attached: bool = False


def open_mail(path: Path, data: bytes, *, is_msg: bool) -> Mail:
    """Return what the message `data` holds; messages attached to it are looked into.

    Raises:
        OverBudgetError: It has more parts or deeper ones than a message can need.
        UnsupportedFormatError: It is damaged.
    """
    if len(data) > _MAX_BYTES:
        raise OverBudgetError(path, "this message has more than 50 MB; save the contract that is attached to it")
    leaves = _leaves(path, data, is_msg=is_msg)
    documents: list[Attachment] = []
    others: list[str] = []
    page, charset, plain = b"", "", ""
    for leaf in leaves:
        is_text = leaf.kind in ("text/html", "text/plain")
        if is_text and not leaf.is_attached:
            if leaf.kind == "text/html" and not page:
                page, charset = leaf.data, leaf.charset
            elif leaf.kind == "text/plain" and not plain:
                plain = decode_text(path, leaf.data, leaf.charset).text if leaf.data.strip() else ""
        elif not _NEVER.match(leaf.kind) and not _GENERATED.fullmatch(leaf.name):
            _sort(path, leaf, documents, others)
    return Mail(tuple(documents), tuple(others), page, charset, plain)


def open_saved_page(path: Path, data: bytes) -> tuple[bytes, str]:
    """Return the page in a web page saved as one file, and the encoding stated for it.

    Raises:
        UnsupportedFormatError: There is none in it.
    """
    for leaf in _eml_leaves(path, data):
        if leaf.kind in ("text/html", "application/xhtml+xml"):
            return leaf.data, leaf.charset
    raise UnsupportedFormatError(path, "there is no page in this saved web page; save it again from the browser as PDF")


def without_quotation(text: str) -> str:
    """Return the text of a message without the headers of messages that it quotes, and without marks of quotation."""
    text = _INTRODUCTION.sub("", _QUOTED_HEADERS.sub("", text))
    return re.sub(r"^[ \t]*(?:>[ ]?)+", "", text, flags=re.MULTILINE)


def _leaves(path: Path, data: bytes, *, is_msg: bool) -> Sequence[Leaf]:
    if is_msg:
        from app.intake.mail.msg_file import msg_leaves  # noqa: PLC0415 - only such files need olefile

        return msg_leaves(path, data)
    return tuple(_eml_leaves(path, data))


def _sort(path: Path, leaf: Leaf, documents: list[Attachment], others: list[str], depth: int = 0) -> None:
    """Add an attachment to `documents`, those of an attached message instead of it, or its name to `others`."""
    name = _safe_name(leaf.name)
    try:
        found = recognise(path, leaf.data) if leaf.data else ""
    except DocumentError:
        found = ""
    if leaf.kind == "message/rfc822":
        found = "eml"
    if found in ("eml", "msg", "mhtml") and depth < _MAX_DEPTH:
        for inner in _leaves(path, leaf.data, is_msg=found == "msg"):
            if inner.is_attached and not _NEVER.match(inner.kind) and not _GENERATED.fullmatch(inner.name):
                _sort(path, inner, documents, others, depth + 1)
        return
    if len(documents) + len(others) >= _MAX_PARTS:
        raise OverBudgetError(path, _TOO_MUCH)
    if found not in _ENDINGS:
        others.append(name or "an attachment without a name")
        return
    taken = {document.name for document in documents}
    documents.append(Attachment(_free(name or f"attachment.{_ENDINGS[found]}", taken), leaf.data))


def _safe_name(name: str) -> str:
    """Return the name of an attachment as one of a file, without folders and characters that systems refuse."""
    return _UNSAFE.sub("_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" .")[:150]


def _free(name: str, taken: set[str]) -> str:
    stem, dot, ending = name.rpartition(".")
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{stem} ({number}){dot}{ending}" if stem else f"{name} ({number})"
    return free


def _eml_leaves(path: Path, data: bytes) -> Iterator[Leaf]:
    if len(re.findall(rb"\bboundary\s*=", data, re.IGNORECASE)) > _MAX_BOUNDARIES:
        raise OverBudgetError(path, _TOO_MUCH)
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]  # the line that mailboxes put before a message
    try:
        leaves = tuple(_parts(email.message_from_bytes(data)))
    except (RecursionError, ValueError, LookupError, HeaderParseError) as error:
        raise UnsupportedFormatError(path, _BROKEN) from error
    yield from leaves


def _parts(part: Message) -> Iterator[Leaf]:
    """Yield the leaves of a part; a message inside is one, of which `_sort` looks for documents."""
    content = part.get_payload()
    kind = part.get_content_type()
    if kind == "message/rfc822" and isinstance(content, list) and content:
        yield Leaf(kind, _name(part) or "message.eml", _bytes(content[0]), is_attached=True)
    elif isinstance(content, list):
        for inner in content:
            if isinstance(inner, Message):
                yield from _parts(inner)
    else:
        decoded = part.get_payload(decode=True)
        name = _name(part)
        disposition = str(part.get("Content-Disposition", "")).strip().lower()
        is_attached = disposition.startswith("attachment") or bool(name) or not kind.startswith("text/")
        charset = part.get_content_charset() or ""
        yield Leaf(kind, name, decoded if isinstance(decoded, bytes) else b"", charset, is_attached)


def _bytes(message: object) -> bytes:
    try:
        return message.as_bytes() if isinstance(message, Message) else b""
    except (ValueError, LookupError, KeyError, AttributeError, TypeError, RecursionError):
        return b""


def _name(part: Message) -> str:
    """Return the file name of a part; "" without one."""
    try:
        name = part.get_filename() or ""
        return str(make_header(decode_header(name))) if "=?" in name else name
    except (ValueError, LookupError, HeaderParseError, TypeError):
        return ""
