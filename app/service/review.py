"""The main job: a file, a clause library and a deployment profile to a Review."""

import hashlib
from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path

from app.drafting.draft import Drafts, draft
from app.evaluation.evaluate import evaluate
from app.intake.collecting import rarely_collected
from app.matching.matcher import read_clauses
from app.model.clause import DocumentType, Position
from app.model.document import Document, Opening
from app.model.kind import DocumentKind
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.review import Readings, Receipt, Review
from app.service.attachments import not_attached
from app.service.jobs import Progress, Report, silent
from app.service.reading import read
from app.service.redrafting import redraft

_AS_IT_IS = Opening()


def review(
    path: Path,
    library: ClauseLibrary,
    profile: DeploymentProfile,
    report: Report = silent,
    opening: Opening = _AS_IT_IS,
    *,
    drafts: bool = True,
) -> Review:
    """Review the document at `path`: the same bytes, library and profile give the same Review.

    Without `drafts` it is judged alone: no change is drafted, which takes a fifth of the time.

    Raises:
        DocumentError: The file cannot be read.
        Cancelled: `report` said that the user asked to stop.
    """
    document = read(path, opening, report)
    return review_document(document, library, profile, report, opening.document_type, drafts=drafts)


def review_document(
    document: Document,
    library: ClauseLibrary,
    profile: DeploymentProfile,
    report: Report = silent,
    document_type: DocumentType | None = None,
    *,
    drafts: bool = True,
) -> Review:
    """Review a document that was read before; `document_type` is what the user says it is, None to recognise it."""
    total = len(document.paragraphs)
    with rarely_collected():
        readings = read_clauses(document, library, lambda done: report(Progress(done, total, "Matching clauses")))
    if document_type is not None:
        readings = replace(
            readings, document_type=document_type, kind=DocumentKind(document_type, "", None, "So it was said.")
        )
    return _judged(document, library, readings, profile, report, drafts=drafts)


def rejudge(found: Review, profile: DeploymentProfile) -> Review:
    """Return `found` judged for another `profile`: what was read stays, verdicts and redlines are made anew."""
    readings = Readings(
        document_type=found.document_type,
        clauses=tuple(finding.reading for finding in found.findings),
        uncovered=found.uncovered,
        recognised=found.recognised,
        kind=found.kind,
    )
    return _judged(found.document, found.library, readings, profile, silent, drafts=True)


def at_fallback(found: Review) -> Review:
    """Return `found` asking for the least that we may accept: of each clause that falls short the last fallback.

    A clause that stands on a fallback already is left as it is; where no fallback has wording, what is asked stays.
    """
    targets: dict[str, Position | None] = {}
    for finding in found.findings:
        rungs = [rung for rung in finding.clause.positions if rung.level == "fallback" and rung.has_wording]
        if finding.level == "fallback":
            targets[finding.clause.id] = None
        elif finding.target is not None and rungs:
            targets[finding.clause.id] = rungs[-1]
    return replace(redraft(found, targets), aim="fallback")


def _judged(
    document: Document,
    library: ClauseLibrary,
    readings: Readings,
    profile: DeploymentProfile,
    report: Report,
    *,
    drafts: bool,
) -> Review:
    """Return the review of `document` from what was read of it."""
    total = len(document.paragraphs)
    report(Progress(total, total, "Judging"))
    findings = evaluate(document, library, readings, profile)
    report(Progress(total, total, "Drafting"))
    drafted = draft(document, findings, readings.document_type) if drafts else Drafts((), (), ())
    return Review(
        document=document,
        document_type=readings.document_type,
        profile=profile,
        library=library,
        findings=findings,
        redlines=drafted.redlines,
        notes=drafted.notes,
        not_checked=(*document.not_read, *not_attached(document), *drafted.problems),
        receipt=receipt(document, library, profile),
        uncovered=readings.uncovered,
        undrafted=drafted.problems,
        recognised=readings.recognised,
        kind=readings.kind,
    )


def receipt(document: Document, library: ClauseLibrary, profile: DeploymentProfile) -> Receipt:
    """Return the hashes of all that goes into a review."""
    fields = repr(sorted(asdict(profile).items())).encode()
    return Receipt(
        document_sha256=document.sha256,
        library=library.version,
        library_effective=library.effective,
        library_sha256=library.sha256,
        profile_sha256=hashlib.sha256(fields).hexdigest(),
        program=f"counterdraft {version('counterdraft')}",
    )
