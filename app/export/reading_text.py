"""What was read of a document, for people: its words, and what they say in a few lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from app.model.document import Document, Paragraph, Party
from app.model.marks import Revision
from app.model.proofreading import Flaw

_ADDED = ("insertion", "moved-to")
_TAKEN = ("deletion", "moved-from")
_WAYS = {
    "text": "by text layer",
    "layout": "by text layer and ruled tables",
    "ocr": "by text recognition",
    "none": "not read",
}
_CONTEXT = 40


def reading_text(document: Document) -> str:
    """Return the words of `document`, one paragraph or row of a table after another, with the numbers typed in it.

    In the marked view what tracked changes insert stands in {+ +} and what they delete in [- -].
    """
    lines = []
    for cell, paragraphs in groupby(document.paragraphs, key=_row_of):
        shown = [_shown(document, paragraph) for paragraph in paragraphs]
        lines += shown if cell is None else [" | ".join(shown)]
    return "\n\n".join(lines)


def reading_summary(document: Document) -> Iterator[str]:
    """Yield what was read from the words, a line each: parties, dates, terms, sections, what else belongs to it."""
    pages = f", {document.pages} page{'' if document.pages == 1 else 's'}" if document.pages else ""
    attached = f", attached to {document.path.name}" if document.attachment else ""
    count = len(document.paragraphs)
    yield f"{document.title} ({document.kind}{pages}, {count} paragraph{'' if count == 1 else 's'}{attached})"
    yield from _pages(document)
    yield f"Customer: {', '.join(document.parties.customer) or 'not found'}"
    yield f"Vendor: {', '.join(document.parties.vendor) or 'not found'}"
    yield from (f"Party: {_party(party)}" for party in document.parties.named if party.name)
    for stated in document.dates:
        if stated.role:
            yield f"Date: {stated.role} {stated.date.isoformat()}"
    yield f"Defined terms: {', '.join(f'{term.term} ({len(term.uses)})' for term in document.terms) or 'none'}"
    for exhibit in document.exhibits:
        yield f"Exhibit: {' '.join(filter(None, (exhibit.label, exhibit.title)))}"
    for other in document.incorporated:
        where = "attached" if other.attached is not None else "not attached"
        address = other.url if other.url != other.name else ""
        yield f"Refers to: {other.name} ({', '.join(filter(None, (address, where)))})"
    yield from _history(document)
    for section in document.sections:
        yield "  ".join(filter(None, ("  " * section.level + "Section", section.label, section.title)))


def flaw_lines(document: Document, flaws: Sequence[Flaw]) -> Iterator[str]:
    """Yield a line for each flaw: where, what, and the words around it."""
    for flaw in flaws:
        text, span = document.paragraphs[flaw.place.paragraph].text, flaw.place.span
        around = text[max(0, span.start - _CONTEXT) : span.end + _CONTEXT].replace("\n", " ")
        before = "…" if span.start > _CONTEXT else ""
        after = "…" if span.end + _CONTEXT < len(text) else ""
        yield f"{document.place_of(flaw.place.paragraph)}: {flaw.message} [{flaw.kind}]  “{before}{around}{after}”"


def _row_of(paragraph: Paragraph) -> tuple[int, int] | None:
    return None if paragraph.cell is None else (paragraph.cell.table, paragraph.cell.row)


def _shown(document: Document, paragraph: Paragraph) -> str:
    text = _marked(paragraph) if document.view == "marked" else paragraph.text
    return f"{paragraph.marker} {text}" if paragraph.typed else text


def _marked(paragraph: Paragraph) -> str:
    """Return the text of a paragraph with its tracked insertions and deletions between signs."""
    text = paragraph.text
    for revision in sorted(paragraph.revisions, key=lambda revision: revision.span.start, reverse=True):
        signs = _signs(revision)
        if signs is not None:
            start, end = revision.span.start, revision.span.end
            text = f"{text[:start]}{signs[0]}{text[start:end]}{signs[1]}{text[end:]}"
    return text


def _signs(revision: Revision) -> tuple[str, str] | None:
    if revision.span.start == revision.span.end or revision.kind not in (*_ADDED, *_TAKEN):
        return None
    return ("{+", "+}") if revision.kind in _ADDED else ("[-", "-]")


def _pages(document: Document) -> Iterator[str]:
    """Yield how the pages were read, where that differs from page to page or is not the usual way."""
    ways = Counter(page.way for page in document.page_list)
    if set(ways) - {"text"}:
        yield f"Pages: {', '.join(f'{count} {_WAYS[way]}' for way, count in sorted(ways.items()))}"
    if document.set_aside:
        yield f"Set aside: {len(document.set_aside)} running headers, footers and numbers"


def _party(party: Party) -> str:
    short = f" ({', '.join(party.short)})" if party.short else ""
    return f"{party.name}{short}{f', {party.role}' if party.role else ''}"


def _history(document: Document) -> Iterator[str]:
    """Yield who changed and commented on the document before."""
    changes = Counter(revision.author for paragraph in document.paragraphs for revision in paragraph.revisions)
    for author, count in sorted(changes.items()):
        yield f"Tracked changes: {count} by {author or 'nobody named'} (shown: {document.view})"
    comments = sum(len(paragraph.comments) for paragraph in document.paragraphs)
    if comments:
        yield f"Comments: {comments}"
