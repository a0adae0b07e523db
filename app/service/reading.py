"""What intake makes of a document, for people and for programs."""

from pathlib import Path
from time import monotonic

from app.errors import OverBudgetError
from app.export.reading_json import reading_json
from app.export.reading_text import reading_summary, reading_text
from app.intake.reader import documents_in, read_document
from app.model.document import Document, Opening
from app.service.jobs import Progress, Report, silent

__all__ = ["openings", "read", "reading_json", "reading_summary", "reading_text"]

BUDGET_S = 1800
"""Seconds that reading one file may take: text recognition of some hundred pages fits."""

_AS_IT_IS = Opening()


def read(path: Path, opening: Opening = _AS_IT_IS, report: Report = silent, data: bytes | None = None) -> Document:
    """Read the document at `path`; with `data` these bytes, as if they were those of the file.

    Raises:
        SeveralDocumentsError: It is a message with several documents, and `opening` names none.
        DocumentError: It cannot be read, or reading it takes longer than `BUDGET_S`.
        Cancelled: `report` said that the user asked to stop.
    """
    begun = monotonic()

    def step(done: int, total: int) -> None:
        report(Progress(done, total, "Reading"))
        if monotonic() - begun > BUDGET_S:
            raise OverBudgetError(
                path, f"reading it takes more than {BUDGET_S // 60} minutes; split it, or print it to PDF again"
            )

    return read_document(path, opening, step, data)


def openings(path: Path, *, password: str = "", attachment: str = "") -> tuple[Opening, ...]:
    """Return how to open what stands at `path`: once, or once for each document of a message where none is named.

    Raises:
        DocumentError: The file cannot be opened.
    """
    names = (attachment,) if attachment else documents_in(path) or ("",)
    return tuple(Opening(password=password, attachment=name) for name in names)
