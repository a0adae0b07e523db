"""Whether a review that was read from a file speaks of its document: no place in it lies outside."""

from collections.abc import Iterator, Sequence

from app.model.document import Document, Paragraph
from app.model.forms import Recognition
from app.model.proofreading import Flaw
from app.model.redline import Redline
from app.model.review import ClauseReading, Review
from app.model.span import Place, Span


def is_sound(review: Review, flaws: Sequence[Flaw]) -> bool:
    """Return whether all that `review` and `flaws` point at is there."""
    document = review.document
    lengths = [len(paragraph.text) for paragraph in document.paragraphs]
    total = len(lengths)
    places = [*_places_of_document(document), *_places_of_review(review)]
    places += [place for flaw in flaws for place in (flaw.place, *flaw.related)]
    return (
        all(_is_in_order(paragraph, index, document) for index, paragraph in enumerate(document.paragraphs))
        and all(section.index == index for index, section in enumerate(document.sections))
        and all(0 <= place.paragraph < total and place.span.end <= lengths[place.paragraph] for place in places)
        and all(0 <= paragraph < total for paragraph in _paragraphs_of(review))
        and all(0 <= first <= end <= total for first, end in _ranges_of(review))
    )


def _is_in_order(paragraph: Paragraph, index: int, document: Document) -> bool:
    spans = [style.span for style in paragraph.styles]
    spans += (link.span for link in paragraph.links)
    spans += (field.span for field in paragraph.fields)
    spans += (revision.span for revision in paragraph.revisions)
    spans += (comment.span for comment in paragraph.comments)
    return (
        paragraph.index == index
        and (paragraph.section is None or 0 <= paragraph.section < len(document.sections))
        and (paragraph.parent is None or 0 <= paragraph.parent < len(document.paragraphs))
        and all(span.end <= len(paragraph.text) for span in spans)
        and all(0 <= box.start <= box.end <= len(paragraph.text) for box in paragraph.boxes)
    )


def _places_of_document(document: Document) -> Iterator[Place]:
    for term in document.terms:
        yield Place(term.paragraph, term.span)
        yield from term.uses
    yield from (reference.place for reference in document.references)
    yield from (other.place for other in document.incorporated)
    yield from (stated.place for stated in document.dates)
    for party in document.parties.named:
        if party.place is not None:
            yield party.place


def _places_of_review(review: Review) -> Iterator[Place]:
    for finding in review.findings:
        yield from _places_of_reading(finding.reading)
    for uncovered in review.uncovered:
        yield from _in(uncovered.paragraph, uncovered.evidence)
    for redline in review.redlines:
        for edit in redline.edits:
            yield Place(edit.paragraph, edit.span)
    if review.kind is not None and review.kind.place is not None:
        yield review.kind.place
    if review.recognised is not None:
        yield from _places_of_forms(review.recognised)


def _places_of_reading(reading: ClauseReading) -> Iterator[Place]:
    for match in reading.matches:
        yield from _in(match.paragraph, match.evidence)
    for located in reading.located:
        yield located.place
        yield Place(located.place.paragraph, located.sentence)
    for fact in reading.facts:
        if fact.place is not None:
            yield fact.place
    for related in reading.related:
        yield related.place


def _places_of_forms(recognised: Recognition) -> Iterator[Place]:
    for form in recognised.forms:
        for change in form.changes:
            yield Place(change.paragraph, change.span or Span(0, 0))


def _in(paragraph: int, spans: Sequence[Span]) -> Iterator[Place]:
    yield Place(paragraph, Span(0, 0))
    for span in spans:
        yield Place(paragraph, span)


def _paragraphs_of(review: Review) -> Iterator[int]:
    document = review.document
    for reference in document.references:
        if reference.target is not None:
            yield reference.target
    for incorporated in document.incorporated:
        if incorporated.attached is not None:
            yield incorporated.attached
    for finding in review.findings:
        for related in finding.reading.related:
            yield related.paragraph
    for redline in review.redlines:
        yield from _paragraphs_of_redline(redline)


def _paragraphs_of_redline(redline: Redline) -> Iterator[int]:
    for new in redline.insertions:
        yield new.after
        yield new.like
    for citation in redline.citations:
        yield citation.paragraph
    if redline.anchor is not None:
        yield redline.anchor


def _ranges_of(review: Review) -> Iterator[tuple[int, int]]:
    document = review.document
    yield from ((section.first, section.end) for section in document.sections)
    yield from ((table.first, table.end) for table in document.tables)
    yield from ((exhibit.first, exhibit.end) for exhibit in document.exhibits)
    yield from ((block.first, block.end) for block in document.signatures)
    if review.recognised is not None:
        for form in review.recognised.forms:
            yield form.first, form.end
        yield from review.recognised.beside
