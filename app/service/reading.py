"""What intake makes of a document, for people and for programs."""

import json
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from app.errors import OverBudgetError
from app.export.review_json import Json, document_record, paragraph_record
from app.intake.reader import read_document
from app.model.document import Document, Opening
from app.service.jobs import Progress, Report, silent

BUDGET_S = 1800
"""Seconds that reading one file may take: text recognition of some hundred pages fits."""

_AS_IT_IS = Opening()


def read(path: Path, opening: Opening = _AS_IT_IS, report: Report = silent) -> Document:
    """Read the document at `path`.

    Raises:
        SeveralDocumentsError: It is a message with several documents, and `opening` names none.
        DocumentError: It cannot be read, or reading it takes longer than `BUDGET_S`.
        Cancelled: `report` said that the user asked to stop.
    """
    begun = monotonic()

    def step(done: int, total: int) -> None:
        report(Progress(done, total, "Reading"))
        if monotonic() - begun > BUDGET_S:
            raise OverBudgetError(
                path, f"reading it takes more than {BUDGET_S // 60} minutes; split it, or print it to PDF again"
            )

    return read_document(path, opening, step)


def reading_text(document: Document) -> str:
    """Return the words of `document`, one paragraph after another, with the numbers that are typed in it."""
    return "\n\n".join(
        f"{paragraph.marker} {paragraph.text}" if paragraph.typed else paragraph.text
        for paragraph in document.paragraphs
    )


def reading_summary(document: Document) -> Iterator[str]:
    """Yield what was read from the words: parties, sections with their numbers, and defined terms, a line each."""
    pages = f", {document.pages} pages" if document.pages else ""
    yield f"{document.title} ({document.kind}{pages}, {len(document.paragraphs)} paragraphs)"
    yield f"Customer: {', '.join(document.parties.customer) or 'not found'}"
    yield f"Vendor: {', '.join(document.parties.vendor) or 'not found'}"
    yield f"Defined terms: {', '.join(term.term for term in document.terms) or 'none'}"
    for section in document.sections:
        yield "  ".join(filter(None, ("  " * section.level + "Section", section.label, section.title)))


def reading_json(document: Document) -> str:
    """Return all that was read as JSON; its paragraphs are those of the review JSON and more."""
    record: dict[str, Json] = {
        "document": document_record(document),
        "paragraphs": [
            {
                **paragraph_record(document, paragraph),
                "marker": paragraph.marker,
                "kind": paragraph.kind,
                "level": paragraph.level,
                "parent": paragraph.parent,
                "story": paragraph.story,
            }
            for paragraph in document.paragraphs
        ],
        "sections": [
            {
                "label": section.label,
                "title": section.title,
                "first": section.first,
                "end": section.end,
                "level": section.level,
            }
            for section in document.sections
        ],
        "terms": [
            {"term": term.term, "paragraph": term.paragraph, "span": [term.span.start, term.span.end]}
            for term in document.terms
        ],
        "parties": {"customer": list(document.parties.customer), "vendor": list(document.parties.vendor)},
        "not_read": list(document.not_read),
    }
    return json.dumps(record, ensure_ascii=False, indent=2)
