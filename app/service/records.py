"""A review as bytes and back, for the file of a matter.

What is read back is held against the types of the model: the file may come from a stranger.
"""

import zlib
from collections.abc import Sequence
from dataclasses import replace

from pydantic import ConfigDict, TypeAdapter

from app.model.library import ClauseLibrary
from app.model.matter import DocumentRecord, HeldDocument
from app.model.proofreading import Flaw
from app.model.review import Review
from app.store.record import joined, parted

_LIBRARY = TypeAdapter(tuple[ClauseLibrary], config=ConfigDict(ser_json_inf_nan="constants", ser_json_bytes="base64"))
_REVIEW = TypeAdapter(
    tuple[Review, tuple[Flaw, ...]],
    config=ConfigDict(ser_json_inf_nan="constants", ser_json_bytes="base64", val_json_bytes="base64"),
)


def encode(review: Review, flaws: Sequence[Flaw]) -> bytes:
    """Return the record of a review; the bytes of its document are left out."""
    bare = replace(review, document=replace(review.document, data=b""), library=ClauseLibrary("", "", ()))
    library = zlib.compress(_LIBRARY.dump_json((review.library,)), 1)
    return joined(library, zlib.compress(_REVIEW.dump_json((bare, tuple(flaws))), 1))


def decode(record: DocumentRecord) -> HeldDocument:
    """Return a document of a matter with its review."""
    library, rest = parted(record.review)
    (read,) = _LIBRARY.validate_json(zlib.decompress(library))
    review, flaws = _REVIEW.validate_json(zlib.decompress(rest))
    document = replace(review.document, data=record.data)
    return HeldDocument(record.id, replace(review, document=document, library=read), flaws)
