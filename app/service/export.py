"""A review to the files a lawyer works with: redlined document and copies of it, memo, JSON."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.export.counterparty_memo import write_counterparty_memo
from app.export.memo import verdict_phrase, write_internal_memo
from app.export.receipt_text import receipt_summary
from app.export.reconstruct import reconstruct
from app.export.redlined_docx import write_redlined_docx
from app.export.review_json import review_json
from app.model.outgoing import outgoing
from app.model.receipt import RedlineReceipt
from app.model.redline import Copy, Degree
from app.model.review import Review
from app.planning.plan import make_plan
from app.service.cost import cost_worksheet
from app.service.endings import ending_of
from app.service.files import put_in_place
from app.service.handover import HandedOver, hand_over
from app.service.inspection import check_kinds
from app.service.jobs import Progress, Report, silent

__all__ = ["Exported", "export", "export_counterparty_memo", "receipt_summary", "review_json", "verdict_phrase"]

_STEPS = 4


@dataclass(frozen=True, slots=True)
class Exported:
    """Where the files of a review were written, and the receipt of the redlined one."""

    redlined: Path
    memo: Path
    json: Path
    copies: tuple[Path, ...]
    receipt: RedlineReceipt


def export(  # noqa: PLR0913 - as many as a user may choose
    review: Review,
    folder: Path,
    *,
    author: str,
    when: datetime,
    degree: Degree = "surgical",
    copies: Collection[Copy] = (),
    remove: Collection[str] = (),
    report: Report = silent,
) -> Exported:
    """Write STEM.redlined.docx, STEM.memo.docx and STEM.review.json into `folder`: all of them, or none.

    With `copies` also STEM.clean.docx and STEM.ours-only.docx. The redlined file and its copies end as the file that
    they are made of, if that is a template or one with macros. What the redlined file and its copies hold of the
    kinds `remove` is taken out of them. A document that is no Word file is reconstructed as one first. Files of these
    names are replaced; the document itself never is.

    Raises:
        ExportError: The files cannot be written, or one failed its own check, or a kind cannot be taken out.
        Cancelled: `report` said that the user asked to stop; nothing was written.
    """
    check_kinds(remove)
    stem = review.document.stem
    report(Progress(0, _STEPS, "Redlining"))
    handed = _redlined(review, author=author, when=when, degree=degree, copies=copies, remove=remove)
    ending = ending_of(handed.data, review.document.path)
    exported = Exported(
        redlined=folder / f"{stem}.redlined{ending}",
        memo=folder / f"{stem}.memo.docx",
        json=folder / f"{stem}.review.json",
        copies=tuple(folder / f"{stem}.{copy}{ending}" for copy in handed.copies),
        receipt=handed.receipt,
    )
    report(Progress(1, _STEPS, "Writing the memo"))
    plan = make_plan(review, when=when.date())
    costs = cost_worksheet(None, review.profile) if review.profile.requests_per_day else None
    memo = write_internal_memo(review, plan, author=author, costs=costs)
    report(Progress(2, _STEPS, "Writing the review"))
    record = f"{review_json(review, indent=2, redlined=handed.receipt)}\n".encode()
    report(Progress(3, _STEPS, "Saving"))
    files = {exported.redlined: handed.data, exported.memo: memo, exported.json: record}
    files |= dict(zip(exported.copies, handed.copies.values(), strict=True))
    put_in_place(files, source=review.document.path)
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


def _redlined(
    review: Review,
    *,
    author: str,
    when: datetime,
    degree: Degree,
    copies: Collection[Copy],
    remove: Collection[str],
) -> HandedOver:
    """Return the document as a Word file with the redlines as tracked changes, and its copies."""
    document = review.document
    word = document.word
    if word is None:
        word, document = reconstruct(document)
    path = document.path
    redlined = write_redlined_docx(word, path, document, review.redlines, author=author, when=when, degree=degree)
    return hand_over(redlined, word, path, copies, remove)
