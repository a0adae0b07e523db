"""Vendors side by side: documents reviewed and set against one another, and the files and texts of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.comparison.matrix import make_matrix
from app.comparison.stacks import Held, Stack
from app.errors import Cancelled, CounterdraftError, ExportError
from app.evaluation.layers import standings
from app.export.matrix_docx import matrix_docx
from app.export.matrix_json import matrix_json
from app.export.matrix_xlsx import matrix_xlsx
from app.model.document import Opening
from app.model.library import ClauseLibrary
from app.model.matrix import Matrix
from app.model.matter import HeldDocument
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.service.attachments import absent_types, still_missing
from app.service.files import put_in_place
from app.service.jobs import Progress, Report, silent
from app.service.reading import openings
from app.service.review import review

__all__ = [
    "ColumnFiles",
    "ColumnReviews",
    "check_target",
    "compare_files",
    "compare_reviews",
    "export_matrix",
    "listed_columns",
    "matrix_json",
]

_WRITERS: dict[str, Callable[[Matrix], bytes]] = {".xlsx": matrix_xlsx, ".docx": matrix_docx}
_STEPS = 100  # of each document


@dataclass(frozen=True, slots=True)
class ColumnFiles:
    """A column to be: a file, or the files of documents that belong together, in order of precedence.

    Attributes:
        title: "" for the name of its file.
        lost: Names of files that belong to it and could not be opened.
    """

    files: tuple[tuple[Path, Opening], ...]
    title: str = ""
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnReviews:
    """A column to be, of documents that are reviewed already.

    Attributes:
        title: "" for the name of its document.
        lost: Names of documents that belong to it and could not be read.
    """

    reviews: tuple[Review, ...]
    title: str = ""
    lost: tuple[str, ...] = ()


def listed_columns(
    documents: Sequence[Path],
    stacks: Mapping[str, Sequence[Path]],
    *,
    password: str = "",
    attachment: str = "",
) -> tuple[list[ColumnFiles], list[str]]:
    """Return a column for each document, those of a message by themselves, and one for each titled stack of files.

    With them comes a line on each file that cannot be opened.
    """
    left_out: dict[str, None] = {}

    def opened(path: Path) -> list[tuple[Path, Opening]]:
        try:
            return [(path, opening) for opening in openings(path, password=password, attachment=attachment)]
        except CounterdraftError as error:
            left_out[_line(error)] = None
            return []

    columns = [ColumnFiles((file,)) for path in documents for file in opened(path)]
    for title, paths in stacks.items():
        found = {path: opened(path) for path in paths}
        columns.append(
            ColumnFiles(
                files=tuple(file for files in found.values() for file in files),
                title=title,
                lost=tuple(path.name for path, files in found.items() if not files),
            )
        )
    return columns, list(left_out)


def compare_files(
    columns: Sequence[ColumnFiles],
    library: ClauseLibrary,
    profile: DeploymentProfile,
    report: Report = silent,
    left_out: Sequence[str] = (),
) -> Matrix:
    """Review the files of `columns`, each once, and set them side by side.

    One that cannot be read is named in `Matrix.left_out`, after those named already; a column of which nothing could
    be read is not there.

    Raises:
        Cancelled: `report` said that the user asked to stop.
    """
    files = list(dict.fromkeys(file for column in columns for file in column.files))
    reviews: dict[tuple[Path, Opening], Review] = {}
    failed: list[str] = []
    for number, (path, opening) in enumerate(files):
        try:
            told = _part(report, number, len(files))
            reviews[path, opening] = review(path, library, profile, told, opening, drafts=False)
        except Cancelled:
            raise
        except CounterdraftError as error:
            failed.append(_line(error))
    read = [
        ColumnReviews(
            reviews=tuple(reviews[file] for file in column.files if file in reviews),
            title=column.title,
            lost=(*column.lost, *(_name(*file) for file in column.files if file not in reviews)),
        )
        for column in columns
    ]
    return compare_reviews([column for column in read if column.reviews], library, profile, (*left_out, *failed))


def _line(error: CounterdraftError) -> str:
    return " ".join(str(error).split())


def _name(path: Path, opening: Opening) -> str:
    return opening.attachment or path.name


def _part(report: Report, number: int, total: int) -> Report:
    """Return what tells `report` of the part that one of several documents is."""

    def tell(progress: Progress) -> None:
        done = _STEPS * progress.done // max(progress.total, 1)
        report(Progress(_STEPS * number + min(done, _STEPS), _STEPS * total, progress.stage))

    return tell


def compare_reviews(
    columns: Sequence[ColumnReviews],
    library: ClauseLibrary,
    profile: DeploymentProfile,
    left_out: Sequence[str] = (),
) -> Matrix:
    """Set documents side by side that were reviewed by this library and for this profile."""
    titles = _titles(columns)
    stacks = [_stack(title, column) for title, column in zip(titles, columns, strict=True)]
    return make_matrix(stacks, library, profile, left_out)


def _stack(title: str, column: ColumnReviews) -> Stack:
    documents = [HeldDocument(number, found) for number, found in enumerate(column.reviews)]
    names = _told_apart([[found.document.stem, found.document.name] for found in column.reviews])
    return Stack(
        title=title,
        layers=tuple(
            Held(
                document=held,
                title=name,
                not_read=_unread(held.review, documents),
                absent=absent_types(held.review, documents),
            )
            for held, name in zip(documents, names, strict=True)
        ),
        standings=standings(documents),
        lost=column.lost,
    )


def _unread(found: Review, documents: Sequence[HeldDocument]) -> tuple[str, ...]:
    missing = still_missing(found, documents)
    return tuple(line for line in found.unread if line in missing)


def _titles(columns: Sequence[ColumnReviews]) -> list[str]:
    """Return a title for each column: as it was named, else by its file; no two are the same."""
    return _told_apart([_names(column) for column in columns])


def _names(column: ColumnReviews) -> list[str]:
    """Return what a column may be called, the shortest first."""
    if column.title:
        return [column.title]
    document = column.reviews[0].document
    return [document.stem, document.name, f"{document.path.parent.name}/{document.name}"]


def _told_apart(names: Sequence[Sequence[str]]) -> list[str]:
    """Return of each list of names the first that is in no other list, or the last with a number."""
    told: list[str] = []
    for place, own in enumerate(names):
        others = {name for other, each in enumerate(names) if other != place for name in each}
        name = next((name for name in own if name and name not in others), own[-1])
        number = sum(each == name or each.startswith(f"{name} (") for each in told)
        told.append(f"{name} ({number + 1})" if name in told else name)
    return told


def check_target(path: Path, sources: Sequence[Path]) -> None:
    """Refuse a name under which no matrix is written.

    Raises:
        ExportError: It ends with neither .xlsx nor .docx, or is one of `sources`, the files compared.
    """
    if path.suffix.lower() not in _WRITERS:
        raise ExportError(f"{path.name}: a matrix is a workbook or a Word file; end the name with .xlsx or .docx")
    if any(path.exists() and source.exists() and path.samefile(source) for source in sources):
        raise ExportError(
            f"{path.name}: this is one of the documents, which are never written over; choose another name"
        )


def export_matrix(matrix: Matrix, path: Path, sources: Sequence[Path]) -> None:
    """Write the matrix to `path`, as a workbook or a Word file by how its name ends; it is for our own house.

    Raises:
        ExportError: It cannot be written, is one of `sources`, the files compared, or its name ends with neither.
    """
    check_target(path, sources)
    put_in_place({path: _WRITERS[path.suffix.lower()](matrix)}, source=sources[0])
