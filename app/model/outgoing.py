"""What may leave the house: the only type that files for the counterparty are made from.

It holds places, the document's own words, the changes asked and the comments to the counterparty. Levels, severities,
positions, rationales, owners and notes have no field here, so that no exporter can let them out.
"""

from dataclasses import dataclass

from app.model.document import Document
from app.model.redline import Comment, Edit, Redline
from app.model.review import Finding, Review
from app.model.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the document with the changes asked of it.

    Attributes:
        place: Its number as a reader cites it.
        text: Its words as they stand.
        edits: Replacements asked, in order.
        about: The words that the request is about, where it asks for no edit.
    """

    place: str
    text: str
    edits: tuple[Edit, ...]
    about: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Addition:
    """A new paragraph that is asked for, and the place it follows."""

    after: str
    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class Request:
    """One thing asked of the counterparty.

    Attributes:
        title: Title of the clause type.
        comment: Why it is asked, in words for the counterparty; None for none.
    """

    title: str
    passages: tuple[Passage, ...]
    additions: tuple[Addition, ...]
    comment: Comment | None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """All that is asked about one document, in the order of the document."""

    document: str
    file: str
    requests: tuple[Request, ...]


def outgoing(review: Review) -> Outgoing:
    """Return what `review` asks of the counterparty, and nothing that it holds against it."""
    findings = {finding.clause.id: finding for finding in review.findings}
    requests = [
        (_first_paragraph(redline), _request(review.document, findings[redline.clause], redline))
        for redline in review.redlines
    ]
    return Outgoing(
        document=review.document.title,
        file=review.document.name,
        requests=tuple(request for _, request in sorted(requests, key=lambda pair: pair[0])),
    )


def _request(document: Document, finding: Finding, redline: Redline) -> Request:
    changed = dict.fromkeys(edit.paragraph for edit in redline.edits)
    if not changed and not redline.insertions and redline.anchor is not None:
        changed = {redline.anchor: None}
    return Request(
        title=finding.clause.title,
        passages=tuple(_passage(document, paragraph, finding, redline) for paragraph in changed),
        additions=tuple(Addition(document.place_of(new.after), new.marker, new.text) for new in redline.insertions),
        comment=redline.comment,
    )


def _passage(document: Document, index: int, finding: Finding, redline: Redline) -> Passage:
    paragraph = document.paragraphs[index]
    edits = tuple(edit for edit in redline.edits if edit.paragraph == index)
    found = (span for match in finding.reading.matches if match.paragraph == index for span in match.evidence)
    return Passage(document.place_of(index), paragraph.text, edits, () if edits else tuple(found))


def _first_paragraph(redline: Redline) -> int:
    """Return the first paragraph that a redline is about."""
    places = [edit.paragraph for edit in redline.edits] + [new.after for new in redline.insertions]
    return min(places, default=redline.anchor or 0)
