"""Documents by which libraries are measured: single files, and folders with all that lies in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import Cancelled, CounterdraftError
from app.model.document import Document
from app.service.jobs import Progress, Report
from app.service.reading import openings, read

_ENDINGS = (
    *(".docx", ".docm", ".dotx", ".dotm", ".doc", ".rtf", ".odt"),
    *(".pdf", ".html", ".htm", ".txt", ".md", ".markdown", ".eml", ".msg"),
)


@dataclass(slots=True)
class Corpus:
    """The documents at `paths` in order of name, folders gone through, read one after another.

    Attributes:
        documents: How many were read so far.
        problems: For each that could not be read so far, why.
    """

    paths: Sequence[Path]
    report: Report
    documents: int = 0
    problems: list[CounterdraftError] = field(default_factory=list)

    def __iter__(self) -> Iterator[Document]:
        """Yield the documents that can be read.

        Raises:
            Cancelled: `report` said that the user asked to stop.
        """
        files = [file for path in self.paths for file in _files(path)]
        for number, file in enumerate(files):
            self.report(Progress(number, len(files), file.name))
            try:
                read_of_file = [read(file, opening) for opening in openings(file)]
            except Cancelled:
                raise
            except CounterdraftError as error:
                self.problems.append(error)
                continue
            self.documents += len(read_of_file)
            yield from read_of_file


def _files(path: Path) -> list[Path]:
    """Return `path`, or where it is a folder what looks like a document in it and in its sub-folders."""
    if not path.is_dir():
        return [path]
    found = (each for each in path.rglob("*") if each.is_file() and each.suffix.lower() in _ENDINGS)
    return sorted(each for each in found if not each.name.startswith((".", "~$")))
