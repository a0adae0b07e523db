"""References to places that are not there."""

import re
from collections.abc import Iterator, Sequence

from app.model.document import CrossReference, Document
from app.model.proofreading import Flaw
from app.proofreading.citing import place_in, times, where, words_at

_FIELD_ERROR = re.compile(r"Error! (?:Reference source|Bookmark) not (?:found|defined)\.?|Error! No [^.!]{1,60}\.")
_ELSEWHERE = re.compile(
    r"[^.;]{0,40}?\b(?:of|under|to) "
    r"(?:the(?! (?:agreement|contract|terms|licen[cs]e)\b)|that|such|its|any|another|each)\b",
    re.IGNORECASE,
)


def find_broken_references(document: Document) -> Iterator[Flaw]:
    """Yield the references that lead nowhere, one Flaw for all to the same place, and failed fields of Word."""
    broken: dict[tuple[str, str], list[CrossReference]] = {}
    for reference in document.references:
        failed = _FIELD_ERROR.match(reference.label) is not None  # told below, once for each
        if reference.target is None and not failed and not _is_of_another_document(document, reference):
            broken.setdefault((reference.kind, reference.label.casefold()), []).append(reference)
    for references in broken.values():
        yield _flaw(document, references)
    for paragraph in document.paragraphs:
        for match in _FIELD_ERROR.finditer(paragraph.text):
            yield Flaw(
                "broken-reference",
                place_in(paragraph.index, *match.span()),
                f"A cross-reference has lost the place it leads to {where(document, paragraph.index)}.",
            )


def _is_of_another_document(document: Document, reference: CrossReference) -> bool:
    """Tell whether the words after a reference say that it is to a law or another contract."""
    text = document.paragraphs[reference.place.paragraph].text
    return reference.kind == "clause" and _ELSEWHERE.match(text, reference.place.span.end) is not None


def _flaw(document: Document, references: Sequence[CrossReference]) -> Flaw:
    first, *others = (reference.place for reference in references)
    again = f", {times(len(references))} in all" if others else ""
    lacks = "is not attached to" if references[0].kind == "exhibit" else "leads to nothing in"
    message = f"{words_at(document, first)} {where(document, first.paragraph)} {lacks} this document{again}."
    return Flaw("broken-reference", first, message, related=tuple(others))
