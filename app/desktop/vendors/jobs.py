"""What the window of vendors has the worker do; stages are imported when a job runs, as in `app/desktop/jobs.py`."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.desktop.jobs import file_of
from app.desktop.vendors.columns import VendorColumn
from app.errors import CounterdraftError
from app.model.document import Document, Opening
from app.model.matrix import Matrix
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.service.jobs import Progress, Report


def read_terms(
    path: Path, opening: Opening, profile: DeploymentProfile, library: Path | None, report: Report
) -> Review:
    """Review the document at `path` with the clause library in the folder `library`, the bundled one if None."""
    from app.service.held_library import held_library  # noqa: PLC0415 - see above
    from app.service.review import review  # noqa: PLC0415 - see above

    return review(path, held_library(library), profile, report, opening, drafts=False)


def fitted(
    reviews: Sequence[Review], profile: DeploymentProfile, library: Path | None, report: Report
) -> tuple[Review | CounterdraftError, ...]:
    """Return `reviews` for a profile and a clause library; those judged so already as they are.

    Where another library is in use, the document is read again from its bytes; what cannot be is its error.
    """
    from app.service.held_library import held_library  # noqa: PLC0415 - see above
    from app.service.review import rejudge  # noqa: PLC0415 - see above

    wanted = held_library(library)
    made: list[Review | CounterdraftError] = []
    for number, found in enumerate(reviews):
        report(Progress(number, len(reviews), "Judging"))
        if found.library.sha256 != wanted.sha256:
            made.append(_again(found.document, profile, library, report))
        else:
            made.append(found if found.profile == profile else rejudge(found, profile))
    return tuple(made)


def side_by_side(columns: Sequence[VendorColumn], left_out: Sequence[str]) -> Matrix:
    """Set the columns, of which there must be one, side by side."""
    from app.service.matrix import ColumnReviews, compare_reviews  # noqa: PLC0415 - see above

    first = columns[0].reviews[0]
    asked = [ColumnReviews(column.reviews, column.title) for column in columns]
    return compare_reviews(asked, first.library, first.profile, left_out)


def write_matrix(matrix: Matrix, path: Path, sources: Sequence[Path], report: Report) -> Path:
    """Write a matrix as the workbook or Word file that `path` names, and return that; never over one of `sources`."""
    report(Progress(0, 0, "Writing"))
    from app.service.matrix import export_matrix  # noqa: PLC0415 - see above

    export_matrix(matrix, path, sources)
    return path


def _again(
    document: Document, profile: DeploymentProfile, library: Path | None, report: Report
) -> Review | CounterdraftError:

    try:
        with file_of(document.data, document.name) as copy:
            found = read_terms(copy, Opening(view=document.view), profile, library, report)
    except CounterdraftError as error:
        return error
    return replace(found, document=replace(found.document, path=document.path, attachment=document.attachment))
