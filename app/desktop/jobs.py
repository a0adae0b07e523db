"""What the window has done off the GUI thread.

The stages are imported here when a job first runs, so that the window opens before spaCy is loaded.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from app.desktop.dialogs.export_dialog import ExportChoice
from app.desktop.job_bar import READING_PAGE
from app.errors import ExportError
from app.model.document import Document, Opening
from app.model.inspection import Inspection
from app.model.proofreading import Flaw
from app.model.review import Review
from app.service.jobs import Progress, Report

PASTED = "Pasted text.txt"
"""The name of pasted text without a file of its own."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document as reviewed, and the flaws in its drafting."""

    review: Review
    flaws: tuple[Flaw, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The files of an export.

    Attributes:
        summary: What was made and proved of the redlined one, a line each.
        at_risk: Which of its changes Word may undo by itself.
    """

    files: tuple[Path, ...]
    summary: tuple[str, ...]
    at_risk: tuple[str, ...]


def review_file(path: Path, opening: Opening, report: Report) -> Opened:
    """Review the document at `path` with the clause library and the profile in use."""
    report(Progress(0, 1, "Starting"))
    from app.service.profiles import load_profile  # noqa: PLC0415 - see above
    from app.service.proofreading import flaws  # noqa: PLC0415 - see above
    from app.service.review import review  # noqa: PLC0415 - see above
    from app.service.settings import load_clause_library  # noqa: PLC0415 - see above

    report(Progress(0, 1, "Loading the clause library"))
    found = review(path, load_clause_library(None), load_profile(None), _by_page(path, report), opening)
    report(Progress(0, 1, "Proofreading"))
    return Opened(found, flaws(found.document))


def review_text(text: str, kept: Path | None, report: Report) -> Opened:
    """Review `text` as the file `kept`, which is written; as one that is gone afterwards if it is None.

    Raises:
        ExportError: The file cannot be written.
    """
    if kept is None:
        with TemporaryDirectory(prefix="counterdraft-") as folder:
            return review_text(text, Path(folder) / PASTED, report)
    try:
        kept.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise ExportError(f"{kept}: the text was not saved ({error.strerror}); choose another folder") from error
    return review_file(kept, Opening(), report)


def read_view(path: Path, opening: Opening, report: Report) -> Document:
    """Read the document at `path` again, from another side of its tracked changes."""
    from app.service.reading import read  # noqa: PLC0415 - see above

    return read(path, opening, _by_page(path, report))


def outgoing_with(document: Document) -> Inspection:
    """Return what leaves with the Word file that a redline of `document` is written into; a new one has but words."""
    if document.word is None:
        return Inspection(document.name, ())
    from app.service.inspection import inspect  # noqa: PLC0415 - see above

    return inspect(document.word, document.path)


def ending_with(document: Document) -> str:
    """Return how the name of the Word file ends that a redline of `document` is written into; a new one is ".docx"."""
    if document.word is None:
        return ".docx"
    from app.service.endings import ending_of  # noqa: PLC0415 - see above

    return ending_of(document.word, document.path)


def export_review(review: Review, choice: ExportChoice, report: Report) -> Written:
    """Write the files of `review` as `choice` says."""
    report(Progress(0, 1, "Writing"))
    from app.service.export import export, export_counterparty_memo, receipt_summary  # noqa: PLC0415 - see above

    exported = export(
        review,
        choice.folder,
        author=choice.author,
        when=choice.when,
        degree=choice.degree,
        copies=choice.copies,
        remove=choice.remove,
        report=report,
    )
    files = (exported.redlined, *exported.copies, exported.memo, exported.json)
    if choice.counterparty:
        files += (export_counterparty_memo(review, choice.folder, author=choice.author, when=choice.when),)
    return Written(files, tuple(receipt_summary(exported.receipt)), exported.receipt.at_risk)


def _by_page(path: Path, report: Report) -> Report:
    """Return `report`, told of pages where the steps of reading are pages."""
    if path.suffix.lower() != ".pdf":
        return report

    def tell(progress: Progress) -> None:
        report(replace(progress, stage=READING_PAGE) if progress.stage == "Reading" else progress)

    return tell
