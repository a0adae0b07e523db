"""A document to the flaws in its drafting."""

from collections.abc import Iterator

from app.model.document import Document
from app.model.proofreading import Flaw
from app.proofreading.brackets import find_unpaired_brackets
from app.proofreading.hidden import find_hidden_text
from app.proofreading.numbering import find_numbering_flaws
from app.proofreading.numbers import find_number_disagreements
from app.proofreading.placeholders import find_placeholders
from app.proofreading.references import find_broken_references
from app.proofreading.term_case import find_small_terms
from app.proofreading.terms import find_duplicate_terms, find_occurrences, find_unused_terms
from app.proofreading.undefined_terms import find_undefined_terms
from app.proofreading.wording import read_wording


def proofread(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws of `document`, in reading order.

    It is meant to be quiet: where the words leave a doubt, nothing is said.
    """
    return tuple(
        sorted(_flaws(document), key=lambda flaw: (flaw.place.paragraph, flaw.place.span.start, flaw.place.span.end))
    )


def _flaws(document: Document) -> Iterator[Flaw]:
    yield from find_placeholders(document)
    yield from find_unpaired_brackets(document)
    yield from find_number_disagreements(document)
    yield from find_numbering_flaws(document)
    yield from find_broken_references(document)
    yield from find_hidden_text(document)
    wording = read_wording(document)
    occurrences = [(term, find_occurrences(term, wording)) for term in document.terms]
    yield from find_unused_terms(document, occurrences)
    yield from find_duplicate_terms(document, wording, occurrences)
    yield from find_small_terms(document, wording, occurrences)
    yield from find_undefined_terms(document, wording)
