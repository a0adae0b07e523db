"""Messages of Outlook (.msg): a compound file with a storage for each attachment ([MS-OXMSG])."""

from io import BytesIO
from pathlib import Path

import olefile

from app.errors import OverBudgetError, UnsupportedFormatError
from app.intake.mail.message import Leaf

_MAX_ENTRIES = 20_000
_MAX_DEPTH = 6
_STREAM = "__substg1.0_"
_ATTACHMENT = "__attach_version1.0_"
_INNER = _STREAM + "3701000D"  # a message that is attached
_BODY, _PAGE, _DATA, _KIND = "1000", "1013", "3701", "370E"
_LONG_NAME, _SHORT_NAME = "3707", "3704"
_BROKEN = "this message is damaged or incomplete; save it again from Outlook"

_Names = dict[tuple[str, ...], list[str]]


def msg_leaves(path: Path, data: bytes) -> tuple[Leaf, ...]:
    """Return the text and the attachments of the message `data`, and the attachments of messages in it.

    Raises:
        OverBudgetError: It has more parts than a message can need.
        UnsupportedFormatError: It is damaged.
    """
    try:
        with olefile.OleFileIO(BytesIO(data)) as compound:
            entries = compound.listdir(streams=True, storages=True)
            if len(entries) > _MAX_ENTRIES:
                raise OverBudgetError(path, "this message holds more parts than can be needed; save the attachment")
            folders: _Names = {}
            for entry in entries:
                folders.setdefault(tuple(entry[:-1]), []).append(entry[-1])
            return tuple(_read(compound, folders, (), depth=0))
    except (OSError, ValueError, IndexError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise UnsupportedFormatError(path, _BROKEN) from error


def _read(compound: "olefile.OleFileIO[str]", folders: _Names, place: tuple[str, ...], depth: int) -> list[Leaf]:
    """Return the leaves of the message stored at `place`; only of the outermost its text."""
    leaves = []
    if depth == 0:
        page = _bytes(compound, place, _PAGE + "0102").rstrip(b"\x00") or _text(compound, place, _PAGE).encode()
        plain = _text(compound, place, _BODY)
        leaves += [Leaf("text/html", "", page)] if page.strip() else []
        leaves += [Leaf("text/plain", "", plain.encode(), "utf-8")] if plain.strip() else []
    for name in sorted(folders.get(place, ())):
        if not name.startswith(_ATTACHMENT):
            continue
        attached = (*place, name)
        if _INNER in folders.get(attached, ()) and depth < _MAX_DEPTH:
            leaves += _read(compound, folders, (*attached, _INNER), depth + 1)
            continue
        title = _text(compound, attached, _LONG_NAME) or _text(compound, attached, _SHORT_NAME)
        kind = _text(compound, attached, _KIND) or "application/octet-stream"
        leaves.append(Leaf(kind, title, _bytes(compound, attached, _DATA + "0102"), is_attached=True))
    return leaves


def _bytes(compound: "olefile.OleFileIO[str]", place: tuple[str, ...], name: str) -> bytes:
    entry = [*place, _STREAM + name]
    if not compound.exists(entry):
        return b""
    with compound.openstream(entry) as stream:
        return bytes(stream.read())


def _text(compound: "olefile.OleFileIO[str]", place: tuple[str, ...], name: str) -> str:
    """Return a property that is text, in Unicode or else in the code page of the West."""
    wide = _bytes(compound, place, name + "001F")
    text = wide.decode("utf-16-le", errors="replace") if wide else ""
    return (text or _bytes(compound, place, name + "001E").decode("cp1252", errors="replace")).rstrip("\x00")
