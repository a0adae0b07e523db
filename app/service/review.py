"""The main job: a file, a clause library and a deployment profile to a Review."""

import hashlib
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from app.drafting.draft import draft
from app.evaluation.evaluate import evaluate
from app.intake.collecting import rarely_collected
from app.matching.matcher import read_clauses
from app.model.document import Document, Opening
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.review import Receipt, Review
from app.service.jobs import Progress, Report, silent
from app.service.reading import not_attached, read

_AS_IT_IS = Opening()


def review(
    path: Path,
    library: ClauseLibrary,
    profile: DeploymentProfile,
    report: Report = silent,
    opening: Opening = _AS_IT_IS,
) -> Review:
    """Review the document at `path`: the same bytes, library and profile give the same Review.

    Raises:
        DocumentError: The file cannot be read.
        Cancelled: `report` said that the user asked to stop.
    """
    return review_document(read(path, opening, report), library, profile, report)


def review_document(
    document: Document, library: ClauseLibrary, profile: DeploymentProfile, report: Report = silent
) -> Review:
    """Review a document that was read before."""
    total = len(document.paragraphs)
    with rarely_collected():
        readings = read_clauses(document, library, lambda done: report(Progress(done, total, "Matching clauses")))
    report(Progress(total, total, "Judging"))
    findings = evaluate(document, library, readings, profile)
    report(Progress(total, total, "Drafting"))
    drafted = draft(document, findings)
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
    )


def receipt(document: Document, library: ClauseLibrary, profile: DeploymentProfile) -> Receipt:
    """Return the hashes of all that goes into a review."""
    fields = repr(sorted(asdict(profile).items())).encode()
    return Receipt(
        document_sha256=document.sha256,
        library=library.version,
        library_sha256=library.sha256,
        profile_sha256=hashlib.sha256(fields).hexdigest(),
        program=f"counterdraft {version('counterdraft')}",
    )
