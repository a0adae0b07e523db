"""What a matrix is made of: reviews, alone or as layers of one column."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.model.clause import ClauseType, DocumentType
from app.model.document import page_runs
from app.model.matter import HeldDocument, Standing
from app.model.tests import all_pass

_OF_THEIR_OWN: tuple[DocumentType, ...] = ("use-policy", "data-processing", "service-levels")
"""Documents that deal with a few clause types for the whole contract; an order form may deal with any."""


@dataclass(frozen=True, slots=True)
class Held:
    """A document of a column.

    Attributes:
        not_read: What of it could not be read or judged, in words.
        absent: Sentences on documents that it makes part of itself and that are not there, by their type.
    """

    document: HeldDocument
    title: str
    not_read: tuple[str, ...] = ()
    absent: Mapping[DocumentType, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stack:
    """A column as it is given.

    Attributes:
        layers: In order of precedence.
        standings: How their findings stand to one another, by id of the document and clause type.
        lost: Names of documents that belong to it and could not be read.
    """

    title: str
    layers: tuple[Held, ...]
    standings: Mapping[tuple[int, str], Standing] = field(default_factory=dict)
    lost: tuple[str, ...] = ()


def doubt_of_silence(stack: Stack, held: Held, clause: ClauseType) -> str:
    """Return why it means nothing that a document is silent on `clause`; "" where its silence counts.

    It means nothing where the document is in a language that the library does not read, where pages of it could not be
    read, and where what would deal with the clause type is a document of its own that was not there to be read.
    """
    review = held.document.review
    document = review.document
    if document.language not in ("", "en"):
        return f"{held.title} is not in English, which is what the library reads"
    pages = page_runs(page.number for page in document.page_list if page.way == "none")
    if pages:
        listed = ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in pages)
        return f"of {held.title} these pages could not be read: {listed}"
    if stack.lost:
        return f"not all that belongs to it could be read: {', '.join(stack.lost)}"
    doubted = set(_OF_THEIR_OWN).intersection(clause.applies.documents) - {review.document_type}
    return next((said for kind, said in held.absent.items() if kind in doubted), "")


def may_apply(held: Held, clause: ClauseType) -> bool:
    """Return whether `clause` may apply to a document of which the library could not tell, by our own plans alone."""
    review = held.document.review
    return review.document.language not in ("", "en") and all_pass(clause.applies.tests, {}, review.profile)
