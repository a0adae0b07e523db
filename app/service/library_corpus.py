"""Documents by which libraries are measured: single files, and folders with all that lies in them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from app.errors import Cancelled, CounterdraftError
from app.model.document import Document
from app.service.jobs import Progress, Report
from app.service.reading import openings, read

_ENDINGS = (
    *(".docx", ".docm", ".dotx", ".dotm", ".doc", ".rtf", ".odt"),
    *(".pdf", ".html", ".htm", ".txt", ".md", ".markdown", ".eml", ".msg"),
)


def documents_of(paths: Sequence[Path], report: Report) -> Iterator[Document | CounterdraftError]:
    """Yield the documents at `paths` in order of name, and for one that cannot be read why; folders are gone through.

    Raises:
        Cancelled: `report` said that the user asked to stop.
    """
    files = [file for path in paths for file in _files(path)]
    for number, file in enumerate(files):
        report(Progress(number, len(files), file.name))
        try:
            yield from [read(file, opening) for opening in openings(file)]
        except Cancelled:
            raise
        except CounterdraftError as error:
            yield error


def _files(path: Path) -> list[Path]:
    """Return `path`, or where it is a folder what looks like a document in it and in its sub-folders."""
    if not path.is_dir():
        return [path]
    found = (each for each in path.rglob("*") if each.is_file() and each.suffix.lower() in _ENDINGS)
    return sorted(each for each in found if not each.name.startswith((".", "~$")))
