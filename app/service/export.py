"""A review to the files a lawyer works with: redlined document and copies of it, memo, JSON."""

import hashlib
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
from app.model.matter import Outcome
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

__all__ = ["Exported", "export", "receipt_summary", "review_json", "verdict_phrase"]

_STEPS = 4


@dataclass(frozen=True, slots=True)
class Exported:
    """The files of a review, and the receipt of the redlined one.

    Attributes:
        counterparty: The memo that may leave the house; None where it was not asked for.
        hashes: The SHA-256 of each file as it was written, in hexadecimal, in the order of `files`.
    """

    redlined: Path
    copies: tuple[Path, ...]
    memo: Path
    json: Path
    counterparty: Path | None
    receipt: RedlineReceipt
    hashes: tuple[str, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """All that was written."""
        counterparty = () if self.counterparty is None else (self.counterparty,)
        return (self.redlined, *self.copies, self.memo, self.json, *counterparty)


def export(  # noqa: PLR0913 - as many as a user may choose
    review: Review,
    folder: Path,
    *,
    author: str,
    when: datetime,
    degree: Degree = "surgical",
    copies: Collection[Copy] = (),
    remove: Collection[str] = (),
    counterparty: bool = False,
    outcome: Outcome | None = None,
    report: Report = silent,
) -> Exported:
    """Write STEM.redlined.docx, STEM.memo.docx and STEM.review.json into `folder`: all of them, or none.

    With `copies` also STEM.clean.docx and STEM.ours-only.docx, with `counterparty` STEM.counterparty.docx, the memo
    that may leave the house. The redlined file and its copies end as the file that they are made of, if that is a
    template or one with macros. What the redlined file and its copies hold of the kinds `remove` is taken out of them.
    A document that is no Word file is reconstructed as one first. Files of these names are replaced; the document
    itself never is.

    `review` is the one that stands with what was decided in its matter; what that was, the `outcome`, is told in the
    internal memo and in the JSON only.

    Raises:
        ExportError: The files cannot be written, or one failed its own check, or a kind cannot be taken out.
        Cancelled: `report` said that the user asked to stop; nothing was written.
    """
    check_kinds(remove)
    stem = review.document.stem
    report(Progress(0, _STEPS, "Redlining"))
    handed = _redlined(review, author=author, when=when, degree=degree, copies=copies, remove=remove)
    ending = ending_of(handed.data, review.document.path)
    redlined, memo, record = (folder / f"{stem}.{name}" for name in (f"redlined{ending}", "memo.docx", "review.json"))
    copied = {folder / f"{stem}.{copy}{ending}": data for copy, data in handed.copies.items()}
    files = {redlined: handed.data, **copied}
    report(Progress(1, _STEPS, "Writing the memo"))
    files[memo] = _internal_memo(review, outcome, author=author, when=when)
    report(Progress(2, _STEPS, "Writing the review"))
    files[record] = f"{review_json(review, indent=2, redlined=handed.receipt, outcome=outcome)}\n".encode()
    shared = folder / f"{stem}.counterparty.docx" if counterparty else None
    if shared is not None:
        files[shared] = write_counterparty_memo(outgoing(review), when=when.date(), author=author)
    report(Progress(3, _STEPS, "Saving"))
    put_in_place(files, source=review.document.path)
    hashes = tuple(hashlib.sha256(data).hexdigest() for data in files.values())
    return Exported(redlined, tuple(copied), memo, record, shared, handed.receipt, hashes)


def _internal_memo(review: Review, outcome: Outcome | None, *, author: str, when: datetime) -> bytes:
    plan = make_plan(review, when=when.date())
    costs = cost_worksheet(None, review.profile) if review.profile.requests_per_day else None
    return write_internal_memo(review, plan, author=author, costs=costs, outcome=outcome)


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
