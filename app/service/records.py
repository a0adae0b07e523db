"""A review as bytes and back, for the file of a matter.

What a review shares with its library is not written twice, and the boxes of words, of which a long PDF has hundreds of
thousands, are written as columns of numbers. What is read back is held against the types of the model and against the
document, for the file may come from a stranger.
"""

import hashlib
import struct
import zlib
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import cast

from pydantic import ConfigDict, TypeAdapter
from pydantic_core import PydanticSerializationError

from app.errors import MatterError
from app.model.document import Document
from app.model.library import ClauseLibrary
from app.model.marks import Box
from app.model.matter import DocumentRecord, HeldDocument
from app.model.proofreading import Flaw
from app.model.review import Review
from app.service.record_check import is_sound
from app.service.record_findings import BareFinding, BareRecognition, bare, bare_recognition, whole, whole_recognition
from app.store import codes
from app.store.codes import WrongValueError
from app.store.record import joined, parted

_LIMIT = 1 << 28
"""Bytes that a part of a record may unfold to; the longest review that we know takes a fiftieth."""

_FORMS = ConfigDict(ser_json_inf_nan="constants", ser_json_bytes="base64", val_json_bytes="base64", extra="forbid")
_LIBRARY = TypeAdapter(tuple[ClauseLibrary], config=_FORMS)
_REST = TypeAdapter(
    tuple[Review, str, tuple[BareFinding, ...], BareRecognition | None, tuple[Flaw, ...]], config=_FORMS
)
"""A review without what stands beside it here: the path of its document as JSON, for a file name may be no text."""

_NO_LIBRARY = ClauseLibrary("", "", ())
_COLUMNS = "IIIddddd"
"""How the fields of a box are written."""


def encode(review: Review, flaws: Sequence[Flaw]) -> bytes:
    """Return the record of a review; the bytes of its document are left out, for the matter keeps them.

    Of a file name that is no text, and what was made of it, letters that are none become question marks.
    """
    given = review, tuple(flaws)
    try:
        return _record(*given)
    except PydanticSerializationError:
        return _record(*cast("tuple[Review, tuple[Flaw, ...]]", _as_text(given)))


def decode(record: DocumentRecord) -> HeldDocument:
    """Return a document of a matter with its review.

    Raises:
        MatterError: The bytes of the document are not those that it was added with; or the record is damaged or of a
            version of the program that had other reviews, and the bytes can be reviewed again.
    """
    if hashlib.sha256(record.data).hexdigest() != record.sha256:
        raise MatterError(f"{record.name}: the matter holds this document damaged; remove it there and add it again")
    try:
        library, rest = parted(record.review)
        review, flaws = _decoded(rest, record.data, _decoded_library(library))
    except (ValueError, IndexError, struct.error, zlib.error) as error:
        raise MatterError(
            f"{record.name}: what the matter holds of its review is damaged, or another version of Counterdraft "
            "wrote it; review the document again"
        ) from error
    return HeldDocument(record.id, review, flaws)


def _record(review: Review, flaws: tuple[Flaw, ...]) -> bytes:
    return joined(_encoded_library(review.library), _encoded(review, flaws))


@lru_cache(maxsize=2)
def _encoded_library(library: ClauseLibrary) -> bytes:
    return zlib.compress(_LIBRARY.dump_json((library,)), 1)


@lru_cache(maxsize=2)
def _decoded_library(data: bytes) -> ClauseLibrary:
    (library,) = _LIBRARY.validate_json(_unfolded(data))
    return library


def _encoded(review: Review, flaws: tuple[Flaw, ...]) -> bytes:
    document = review.document
    paragraphs = tuple(replace(each, boxes=()) if each.boxes else each for each in document.paragraphs)
    word = b"" if document.word == document.data else document.word  # "the file itself", most often
    rest = replace(
        review,
        document=replace(document, path=Path(), data=b"", word=word, paragraphs=paragraphs),
        library=_NO_LIBRARY,
        findings=(),
        recognised=None,
    )
    findings = tuple(bare(finding, review.library) for finding in review.findings)
    recognised = None if review.recognised is None else bare_recognition(review.recognised, review.library)
    plain = _REST.dump_json((rest, codes.written(document.path.as_posix()), findings, recognised, flaws))
    return joined(zlib.compress(plain, 1), zlib.compress(_encoded_boxes(document), 1))


def _decoded(data: bytes, file: bytes, library: ClauseLibrary) -> tuple[Review, tuple[Flaw, ...]]:
    plain, boxes = parted(data)
    rest, path, findings, recognised, flaws = _REST.validate_json(_unfolded(plain))
    word = file if rest.document.word == b"" else rest.document.word
    document = replace(rest.document, path=_path(codes.read(path, str)), data=file, word=word)
    review = replace(
        rest,
        document=_with_boxes(document, _unfolded(boxes)),
        library=library,
        findings=tuple(whole(finding, library) for finding in findings),
        recognised=None if recognised is None else whole_recognition(recognised, library),
    )
    if not is_sound(review, flaws):
        raise WrongValueError("what was read is not in the document")
    return review, flaws


def _path(text: str) -> Path:
    if "\0" in text:
        raise WrongValueError("no path")
    return Path(text)


def _encoded_boxes(document: Document) -> bytes:
    """Return how many boxes each paragraph has, then the fields of all boxes, field by field."""
    counts = [len(paragraph.boxes) for paragraph in document.paragraphs]
    boxes = [box for paragraph in document.paragraphs for box in paragraph.boxes]
    columns = zip(_COLUMNS, zip(*boxes, strict=True), strict=True) if boxes else ()
    packed = (struct.pack(f"<{len(boxes)}{kind}", *column) for kind, column in columns)
    return struct.pack(f"<{len(counts)}I", *counts) + b"".join(packed)


def _with_boxes(document: Document, data: bytes) -> Document:
    """Return `document` with the boxes of its words.

    Raises:
        struct.error: They are not as many as is said.
    """
    counts = struct.unpack_from(f"<{len(document.paragraphs)}I", data)
    total = sum(counts)
    if not total:
        return document
    columns = struct.Struct("<" + "".join(f"{total}{kind}" for kind in _COLUMNS))
    if len(data) != 4 * len(counts) + columns.size:
        raise struct.error("boxes are missing")
    values = iter(columns.unpack_from(data, 4 * len(counts)))
    boxes = map(Box._make, zip(*[tuple(islice(values, total)) for _ in _COLUMNS], strict=True))
    return replace(
        document,
        paragraphs=tuple(
            replace(paragraph, boxes=tuple(islice(boxes, count))) if count else paragraph
            for paragraph, count in zip(document.paragraphs, counts, strict=True)
        ),
    )


def _unfolded(data: bytes) -> bytes:
    """Return what zlib made `data` of.

    Raises:
        WrongValueError: It is too long to be ours.
    """
    unfolding = zlib.decompressobj()
    plain = unfolding.decompress(data, _LIMIT)
    if not unfolding.eof:
        raise WrongValueError("too long, or cut off")
    return plain


def _as_text(value: object) -> object:
    """Return `value` with a question mark for every code point that is no character, in whatever it is made of."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if type(value) is tuple:
        return tuple(_as_text(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _as_text(getattr(value, field.name)) for field in fields(value)})
    return value
