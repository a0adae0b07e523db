"""What is made part of a document and is not in its file: told as not reviewed, unless the matter holds it."""

from collections.abc import Sequence

from app.model.clause import DocumentType
from app.model.document import Document, IncorporatedDocument
from app.model.matter import HeldDocument
from app.model.review import Review

_CALLED: dict[DocumentType, tuple[str, ...]] = {
    "use-policy": ("use policy", "usage policy", "usage policies", "usage rules", "acceptable use", "prohibited use"),
    "data-processing": ("data processing", "data protection addendum", "dpa"),
    "service-levels": ("service level", "sla"),
    "order-form": ("order form",),
}
"""What contracts call documents of these types."""


def not_attached(document: Document) -> tuple[str, ...]:
    """Return a sentence for each document that is made part of `document` and is not in its file."""
    missing = (other for other in document.incorporated if other.attached is None)
    return tuple(_told(document, other) for other in missing)


def still_missing(review: Review, documents: Sequence[HeldDocument]) -> tuple[str, ...]:
    """Return what of `review` was not checked, without what `documents`, those of its matter, hold after all.

    A document is held to be the one that is referred to if it bears its name, or is the only one of the type that the
    name tells.
    """
    document = review.document
    absent = _absent(review, documents)
    supplied = {
        _told(document, other) for other in document.incorporated if other.attached is None and other not in absent
    }
    return tuple(line for line in review.not_checked if line not in supplied)


def absent_types(review: Review, documents: Sequence[HeldDocument]) -> dict[DocumentType, str]:
    """Return of what types the documents are that `review` lacks and `documents` do not hold, each with a sentence."""
    return {
        kind: _told(review.document, other)
        for other in reversed(_absent(review, documents))
        for kind, words in _CALLED.items()
        if _is_called(other, words)
    }


def _absent(review: Review, documents: Sequence[HeldDocument]) -> list[IncorporatedDocument]:
    """Return the documents that are made part of a reviewed one, are not in its file and are none of `documents`."""
    others = [held.review for held in documents if held.review.document is not review.document]
    return [
        other
        for other in review.document.incorporated
        if other.attached is None and not any(_is_meant(other, found, others) for found in others)
    ]


def _told(document: Document, other: IncorporatedDocument) -> str:
    address = f" ({other.url})" if other.url not in ("", other.name) else ""
    place = document.place_of(other.place.paragraph)
    return f"{other.name}{address} is not attached and was not reviewed (see {place})"


def _is_meant(other: IncorporatedDocument, found: Review, others: Sequence[Review]) -> bool:
    """Tell whether `found` is the document that `other` names."""
    name = _plain(other.name)
    if name and name == _plain(found.document.title):
        return True
    kind = found.document_type
    is_only = sum(each.document_type == kind for each in others) == 1
    return is_only and _is_called(other, _CALLED.get(kind, ()))


def _is_called(other: IncorporatedDocument, words: Sequence[str]) -> bool:
    called = f" {_plain(other.name)} {_plain(other.url)} "
    return any(f" {word}" in called for word in words)


def _plain(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())
