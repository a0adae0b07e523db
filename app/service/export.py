"""A review to the files a lawyer works with: redlined document, memo, JSON."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.export.counterparty_memo import write_counterparty_memo
from app.export.memo import write_internal_memo
from app.export.reconstruct import reconstruct
from app.export.redlined_docx import write_redlined_docx
from app.export.review_json import review_json
from app.model.outgoing import outgoing
from app.model.review import Review
from app.service.files import put_in_place
from app.service.jobs import Progress, Report, silent

__all__ = ["Exported", "export", "export_counterparty_memo", "review_json"]

_STEPS = 4


@dataclass(frozen=True, slots=True)
class Exported:
    """Where the files of a review were written."""

    redlined: Path
    memo: Path
    json: Path


def export(review: Review, folder: Path, *, author: str, when: datetime, report: Report = silent) -> Exported:
    """Write STEM.redlined.docx, STEM.memo.docx and STEM.review.json into `folder`: all of them, or none.

    A document that is no Word file is reconstructed as one first. Files of these names are replaced; the document
    itself never is.

    Raises:
        ExportError: The files cannot be written, or the redlined document failed its own check.
        Cancelled: `report` said that the user asked to stop; nothing was written.
    """
    stem = review.document.stem
    exported = Exported(
        redlined=folder / f"{stem}.redlined.docx",
        memo=folder / f"{stem}.memo.docx",
        json=folder / f"{stem}.review.json",
    )
    report(Progress(0, _STEPS, "Redlining"))
    redlined = _redlined(review, author=author, when=when)
    report(Progress(1, _STEPS, "Writing the memo"))
    memo = write_internal_memo(review, when=when.date(), author=author)
    report(Progress(2, _STEPS, "Writing the review"))
    record = f"{review_json(review, indent=2)}\n".encode()
    report(Progress(3, _STEPS, "Saving"))
    put_in_place({exported.redlined: redlined, exported.memo: memo, exported.json: record}, source=review.document.path)
    return exported


def export_counterparty_memo(review: Review, folder: Path, *, author: str, when: datetime) -> Path:
    """Write STEM.counterparty.docx, the memo that may leave the house, into `folder`; return its path.

    Raises:
        ExportError: The file cannot be written.
    """
    path = folder / f"{review.document.stem}.counterparty.docx"
    memo = write_counterparty_memo(outgoing(review), when=when.date(), author=author)
    put_in_place({path: memo}, source=review.document.path)
    return path


def _redlined(review: Review, *, author: str, when: datetime) -> bytes:
    """Return the document as a Word file with the redlines as tracked changes."""
    document = review.document
    word = document.word
    if word is None:
        word, document = reconstruct(document)
    return write_redlined_docx(word, document.path, document, review.redlines, author=author, when=when).data
