"""What the window has the worker do.

These functions run in the worker process, and nothing here imports Qt; the stages are imported when a job runs, so that
the window, which hands the functions over, opens before spaCy is loaded and never loads it.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from app.desktop.export_choice import ExportChoice
from app.errors import ExportError
from app.model.document import Document, Opening
from app.model.inspection import Inspection
from app.model.matter import Outcome
from app.model.profile import DeploymentProfile
from app.model.proofreading import Flaw
from app.model.review import Review
from app.service.jobs import Progress, Report
from app.service.matters import safe_stem

READING_PAGE = "Reading page"
"""The stage whose steps are pages."""

PASTED = "Pasted text.txt"
"""The name of pasted text without a file of its own."""

_ENDING = re.compile(r"\.[a-zA-Z0-9]{1,16}")


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
        hashes: The name of each file and the SHA-256 of what was written, in hexadecimal.
    """

    files: tuple[Path, ...]
    summary: tuple[str, ...]
    at_risk: tuple[str, ...]
    hashes: tuple[tuple[str, str], ...]


def review_file(
    path: Path, opening: Opening, profile: DeploymentProfile, library: Path | None, report: Report
) -> Opened:
    """Review the document at `path` with the clause library in the folder `library`, the bundled one if None."""
    report(Progress(0, 0, "Loading the clause library"))
    from app.service.held_library import held_library  # noqa: PLC0415 - see above
    from app.service.proofreading import flaws  # noqa: PLC0415 - see above
    from app.service.review import review  # noqa: PLC0415 - see above

    found = review(path, held_library(library), profile, _by_page(path, report), opening)
    report(Progress(0, 0, "Proofreading"))
    return Opened(found, flaws(found.document))


def review_text(
    text: str, kept: Path | None, profile: DeploymentProfile, library: Path | None, report: Report
) -> Opened:
    """Review `text` as the file `kept`, which is written; as one that is gone afterwards if it is None.

    Raises:
        ExportError: The file cannot be written.
    """
    if kept is None:
        with TemporaryDirectory(prefix="counterdraft-") as folder:
            return review_text(text, Path(folder) / PASTED, profile, library, report)
    try:
        kept.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise ExportError(f"{kept}: the text was not saved ({error.strerror}); choose another folder") from error
    return review_file(kept, Opening(), profile, library, report)


@contextmanager
def file_of(data: bytes, name: str) -> Iterator[Path]:
    """Give a file of `data`, called `name` as far as every system allows: a matter may come from a stranger."""
    ending = PurePath(name).suffix
    with TemporaryDirectory(prefix="counterdraft-") as folder:
        path = Path(folder) / f"{safe_stem(name) or 'document'}{ending if _ENDING.fullmatch(ending) else ''}"
        path.write_bytes(data)
        yield path


def read_view(document: Document, opening: Opening, report: Report) -> Document:
    """Read `document` again as `opening` says, from the bytes that it holds: the file may have gone or changed."""
    from app.service.reading import read  # noqa: PLC0415 - see above

    with file_of(document.data, document.name) as path:
        again = read(path, replace(opening, attachment=""), _by_page(path, report))
    return replace(again, path=document.path, attachment=document.attachment)


def encoded_review(review: Review, flaws: Sequence[Flaw]) -> bytes:
    """Return what a matter keeps of a review and the flaws in the drafting."""
    from app.service.records import encode  # noqa: PLC0415 - see above

    return encode(review, flaws)


def rejudged(review: Review, profile: DeploymentProfile) -> Review:
    """Return `review` for another deployment profile; the document is not read again."""
    from app.service.review import rejudge  # noqa: PLC0415 - see above

    return rejudge(review, profile)


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


def export_review(review: Review, choice: ExportChoice, outcome: Outcome, report: Report) -> Written:
    """Write the files of `review`, as it stands with the `outcome`, as `choice` says."""
    report(Progress(0, 0, "Writing"))
    from app.service.export import export, receipt_summary  # noqa: PLC0415 - see above

    exported = export(
        review,
        choice.folder,
        author=choice.author,
        when=choice.when,
        degree=choice.degree,
        copies=choice.copies,
        remove=choice.remove,
        counterparty=choice.counterparty,
        outcome=outcome,
        report=report,
    )
    hashes = tuple(zip((file.name for file in exported.files), exported.hashes, strict=True))
    return Written(exported.files, tuple(receipt_summary(exported.receipt)), exported.receipt.at_risk, hashes)


def _by_page(path: Path, report: Report) -> Report:
    """Return `report`, told of pages where the steps of reading are pages."""
    if path.suffix.lower() != ".pdf":
        return report

    def tell(progress: Progress) -> None:
        report(replace(progress, stage=READING_PAGE) if progress.stage == "Reading" else progress)

    return tell
