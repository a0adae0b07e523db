"""Documents with defined terms, made by hand."""

from dataclasses import replace

import pytest

from app.model.document import DefinedTerm
from app.model.span import Span
from app.proofreading.proofread import proofread


@pytest.fixture
def make(document):
    """Make a document of paragraphs whose terms are those first quoted in “these” marks."""

    def build(*paragraphs, terms=(), **fields):
        made = document(*paragraphs)
        found = []
        for term in terms:
            index, start = next(
                (each.index, each.text.index(f"“{term}”") + 1) for each in made.paragraphs if f"“{term}”" in each.text
            )
            found.append(DefinedTerm(term, index, Span(start, start + len(term))))
        return replace(made, terms=tuple(found), **fields)

    return build


@pytest.fixture
def flaws(make):
    """Proofread paragraphs and return the flaws of one kind as the words they are in."""

    def found(kind, *paragraphs, **fields):
        made = make(*paragraphs, **fields)
        return [
            made.paragraphs[flaw.place.paragraph].text[flaw.place.span.start : flaw.place.span.end]
            for flaw in proofread(made)
            if flaw.kind == kind
        ]

    return found
