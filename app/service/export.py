"""A review to the files a lawyer works with: redlined document, memo, JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.errors import ExportError
from app.export.counterparty_memo import write_counterparty_memo
from app.export.memo import write_internal_memo
from app.export.reconstruct import reconstruct
from app.export.redlined_docx import write_redlined_docx
from app.export.review_json import review_json
from app.model.outgoing import outgoing
from app.model.review import Review
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
    stem = review.document.path.stem
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
    _put_in_place(
        {exported.redlined: redlined, exported.memo: memo, exported.json: record}, source=review.document.path
    )
    return exported


def export_counterparty_memo(review: Review, folder: Path, *, author: str, when: datetime) -> Path:
    """Write STEM.counterparty.docx, the memo that may leave the house, into `folder`; return its path.

    Raises:
        ExportError: The file cannot be written.
    """
    path = folder / f"{review.document.path.stem}.counterparty.docx"
    memo = write_counterparty_memo(outgoing(review), when=when.date(), author=author)
    _put_in_place({path: memo}, source=review.document.path)
    return path


def _redlined(review: Review, *, author: str, when: datetime) -> bytes:
    """Return the document as a Word file with the redlines as tracked changes."""
    document = review.document
    data = document.data
    if document.kind != "docx":
        data, document = reconstruct(document)
    return write_redlined_docx(data, document.path, document, review.redlines, author=author, when=when)


def _put_in_place(files: Mapping[Path, bytes], *, source: Path) -> None:
    """Write `files` under other names beside their places, then move all into place; undo all if one move fails."""
    former: dict[Path, bytes | None] = {}
    parts = {path: path.with_name(f".{path.name}.part") for path in files}
    try:
        for path, data in files.items():
            _refuse_source(path, source)
            path.parent.mkdir(parents=True, exist_ok=True)
            parts[path].write_bytes(data)
        for path, part in parts.items():
            before = path.read_bytes() if path.exists() else None
            part.replace(path)
            former[path] = before
    except OSError as error:
        _undo(former)
        folder = next(iter(files)).parent
        raise ExportError(
            f"{folder}: nothing was written ({error.strerror or error}); choose a folder that you may write to, and "
            "close the files in it that are open elsewhere"
        ) from error
    finally:
        for part in parts.values():
            if part.is_file():
                part.unlink()


def _refuse_source(path: Path, source: Path) -> None:
    if path.exists() and source.exists() and path.samefile(source):
        raise ExportError(
            f"{path.name}: this is the document itself, which is never written over; choose another folder"
        )


def _undo(former: Mapping[Path, bytes | None]) -> None:
    """Give each path the content it had; None for none."""
    for path, data in former.items():
        if data is None:
            path.unlink()
        else:
            path.write_bytes(data)
