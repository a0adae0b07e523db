"""What the window has the worker do for a matter; stages are imported when a job runs, as in `app/desktop/jobs.py`."""

from dataclasses import replace
from pathlib import Path

from app.desktop.export_choice import ExportChoice
from app.desktop.jobs import Opened, Written, ending_with, export_review, file_of, outgoing_with, rejudged, review_file
from app.errors import MatterError
from app.model.document import Document, Opening
from app.model.inspection import Inspection
from app.model.matter import DocumentRecord, HeldDocument, Outcome
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.service.jobs import Report


def held_document(
    record: DocumentRecord, profile: DeploymentProfile, library: Path | None, password: str, report: Report
) -> HeldDocument:
    """Return a document of a matter as it was kept; where its review is missing, it is reviewed again.

    The review is missing where the program was ended before it was kept, or where it was kept by another version. One
    that was kept for another profile than that of the matter is judged anew.

    Raises:
        EncryptedFileError: It has to be reviewed again, and the password does not open it.
    """
    from app.service.records import decode  # noqa: PLC0415 - see above

    try:
        held = decode(record)
    except MatterError:
        opened = review_bytes(record.name, record.data, Path(record.name), profile, library, password, report)
        return HeldDocument(record.id, opened.review, opened.flaws)
    return held if held.review.profile == profile else replace(held, review=rejudged(held.review, profile))


def review_again(
    document: Document, profile: DeploymentProfile, library: Path | None, password: str, report: Report
) -> Opened:
    """Review a document of a matter again, from the bytes that the matter holds."""
    opened = review_bytes(document.name, document.data, document.path, profile, library, password, report)
    again = replace(opened.review.document, attachment=document.attachment)
    return Opened(replace(opened.review, document=again), opened.flaws)


def review_bytes(
    name: str,
    data: bytes,
    path: Path,
    profile: DeploymentProfile,
    library: Path | None,
    password: str,
    report: Report,
) -> Opened:
    """Review the file `data`, called `name`, as the one at `path`."""
    with file_of(data, name) as copy:
        opened = review_file(copy, Opening(password=password), profile, library, report)
    return Opened(replace(opened.review, document=replace(opened.review.document, path=path)), opened.flaws)


def before_export(document: Document) -> tuple[Inspection, str]:
    """Return what leaves with the Word file that a redline of `document` is written into, and how its name ends."""
    return outgoing_with(document), ending_with(document)


def export_decided(base: Review, outcome: Outcome, choice: ExportChoice, report: Report) -> Written:
    """Write the files of a review with what was decided."""
    from app.service.decisions import decided  # noqa: PLC0415 - see above

    effective = decided(base, outcome.decisions, outcome.covered, undecided=choice.undecided)
    return export_review(effective, choice, outcome, report)
