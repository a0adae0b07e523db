"""The review for other programs, schema 1.

An edit says which half-open stretch of a paragraph becomes which text. A new paragraph is an edit too: an empty
stretch at the end of the paragraph it follows, and a text that begins with a line break. Nothing here is for the
counterparty: the receiver of the review decides what leaves the house.
"""

import json
from collections.abc import Iterator

from app.export.receipt_text import receipt_record
from app.model.document import Document, Paragraph
from app.model.forms import RecognisedForm
from app.model.matter import UNDECIDED, Outcome, OwnWords
from app.model.receipt import RedlineReceipt
from app.model.redline import Redline
from app.model.review import Fact, Finding, Match, Related, Review, Uncovered
from app.model.span import Place, Span

SCHEMA = 1

Json = bool | int | float | str | None | list["Json"] | dict[str, "Json"]


def review_json(
    review: Review,
    *,
    indent: int | None = None,
    redlined: RedlineReceipt | None = None,
    outcome: Outcome | None = None,
) -> str:
    """Return the review as JSON text, on one line or indented.

    With the receipt of its redlined file if it has one, and with what was decided where it stands in a matter.
    """
    record: dict[str, object] = {**review_record(review, outcome)}
    if redlined is not None:
        record["redlined"] = receipt_record(redlined)
    return json.dumps(record, ensure_ascii=False, indent=indent)


def review_record(review: Review, outcome: Outcome | None = None) -> dict[str, Json]:
    """Return the review as the values of JSON; the same review gives the same record, in the same order."""
    effective = review.receipt.library_effective
    return {
        "schema": SCHEMA,
        "aim": review.aim,
        "receipt": {
            "document_sha256": review.receipt.document_sha256,
            "library": f"{review.receipt.library} sha256:{review.receipt.library_sha256}",
            "library_effective": None if effective is None else effective.isoformat(),
            "profile_sha256": review.receipt.profile_sha256,
            "program": review.receipt.program,
        },
        "document": document_record(review.document),
        "kind": _kind(review),
        "packs": [pack.id for pack in review.library.packs_for(review.document_type)],
        "recognised": [] if review.recognised is None else [_form(found) for found in review.recognised.forms],
        "paragraphs": [paragraph_record(review.document, paragraph) for paragraph in review.document.paragraphs],
        "matches": [_match(match) for match in _matches(review)],
        "findings": [
            {**_finding(review, finding), **({} if outcome is None else _settled(finding, outcome))}
            for finding in review.findings
        ],
        "not_checked": list(review.not_checked),
        "not_covered": [_uncovered(each) for each in review.uncovered],
    }


def _kind(review: Review) -> dict[str, Json]:
    """Return what the document was taken for, and the words that said so with their paragraph."""
    kind = review.kind
    if kind is None:
        return {"type": review.document_type, "name": "", "paragraph": None, "why": ""}
    paragraph = None if kind.place is None else kind.place.paragraph
    return {"type": kind.type, "name": kind.name, "paragraph": paragraph, "why": kind.why}


def _form(found: RecognisedForm) -> dict[str, Json]:
    return {
        "form": found.form.id,
        "title": found.form.title,
        "family": found.form.family,
        "version": found.form.version,
        "first": found.first,
        "end": found.end,
        "share": round(found.share, 4),
        "unmodified": found.is_unmodified,
        "changes": [
            {"kind": change.kind, "paragraph": change.paragraph, "section": change.section, "words": change.words}
            for change in found.changes
        ],
    }


def document_record(document: Document) -> dict[str, Json]:
    """Return what is said of a document as a whole."""
    return {
        "path": str(document.path),
        "attachment": document.attachment,
        "kind": document.kind,
        "title": document.title,
        "pages": document.pages,
        "parties": {"customer": list(document.parties.customer), "vendor": list(document.parties.vendor)},
    }


def paragraph_record(document: Document, paragraph: Paragraph) -> dict[str, Json]:
    """Return what is said of one paragraph."""
    return {
        "index": paragraph.index,
        "text": paragraph.text,
        "label": paragraph.label,
        "section": "" if paragraph.section is None else document.sections[paragraph.section].title,
        "page": paragraph.anchor.page,
    }


def _matches(review: Review) -> list[Match]:
    """Return all matches in reading order; those of one paragraph in the order of the library."""
    matches = [match for finding in review.findings for match in finding.reading.matches]
    return sorted(matches, key=lambda match: match.paragraph)


def _match(match: Match) -> dict[str, Json]:
    return {
        "clause": match.clause,
        "paragraph": match.paragraph,
        "score": round(match.score, 4),
        "threshold": round(match.threshold, 4),
        "parts": {name: round(share, 4) for name, share in match.parts},
        "evidence": [[span.start, span.end] for span in match.evidence],
    }


def _finding(review: Review, finding: Finding) -> dict[str, Json]:
    redline = review.redline_of(finding.clause.id)
    return {
        "clause": finding.clause.id,
        "level": finding.level,
        "severity": finding.severity,
        "paragraphs": list(finding.paragraphs),
        "facts": {fact.key: fact.value for fact in finding.reading.facts},
        "read": [_fact(fact) for fact in finding.reading.facts],
        "related": [_related(related) for related in finding.reading.related],
        "why": finding.why,
        "sources": list(finding.clause.sources),
        "redline": None if redline is None else _redline(review.document, redline),
    }


def _settled(finding: Finding, outcome: Outcome) -> dict[str, Json]:
    """Return what was decided on a finding and how it stands to the other documents; null where nothing was or does."""
    clause = finding.clause.id
    decision, standing = outcome.decision(clause), outcome.standings.get(clause)
    asked: dict[str, Json] = {
        "verb": decision.verb,
        "asks_for": None if finding.target is None else finding.target.name,
        "reason": decision.reason,
        "own_words": None if decision.words is None else _own_words(decision.words),
        "own_comment": decision.comment,
        "own_note": decision.note,
    }
    return {
        "decision": None if decision == UNDECIDED else asked,
        "standing": None if standing is None else {"kind": standing.kind, "why": standing.why},
    }


def _own_words(words: OwnWords) -> dict[str, Json]:
    return {
        "paragraphs": [{"paragraph": index, "text": text} for index, text in words.paragraphs],
        "additions": list(words.additions),
    }


def _fact(fact: Fact) -> dict[str, Json]:
    """Return a fact with its words, null where the text is silent, and how the value follows from them."""
    return {
        "key": fact.key,
        "value": fact.value,
        "place": None if fact.place is None else _place(fact.place),
        "derivation": fact.derivation,
    }


def _related(related: Related) -> dict[str, Json]:
    return {
        "kind": related.kind,
        "place": _place(related.place),
        "bears_on": related.paragraph,
        "why": related.why,
    }


def _uncovered(uncovered: Uncovered) -> dict[str, Json]:
    return {
        "paragraph": uncovered.paragraph,
        "about": list(uncovered.about),
        "evidence": [[span.start, span.end] for span in uncovered.evidence],
    }


def _place(place: Place) -> dict[str, Json]:
    return {"paragraph": place.paragraph, "start": place.span.start, "end": place.span.end}


def _redline(document: Document, redline: Redline) -> dict[str, Json]:
    return {
        "edits": list(_edits(document, redline)),
        "comment": None if redline.comment is None else redline.comment.text,
        "rewritten": round(redline.rewritten, 3),
    }


def _edits(document: Document, redline: Redline) -> Iterator[Json]:
    for edit in redline.edits:
        yield _edit(edit.paragraph, edit.span, edit.text)
    for new in redline.insertions:
        end = len(document.paragraphs[new.after].text)
        yield _edit(new.after, Span(end, end), "\n" + f"{new.marker} {new.text}".strip())


def _edit(paragraph: int, span: Span, text: str) -> dict[str, Json]:
    return {"paragraph": paragraph, "start": span.start, "end": span.end, "text": text}
