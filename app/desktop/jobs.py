"""What the window has done off the GUI thread.

The stages are imported here when a job first runs, so that the window opens before spaCy is loaded.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.review import Review
from app.service.jobs import Progress, Report

if TYPE_CHECKING:
    from app.service.export import Exported


def review_file(path: Path, report: Report) -> Review:
    """Review the document at `path` with the clause library and the profile in use."""
    report(Progress(0, 1, "Starting"))
    from app.service.review import review  # noqa: PLC0415 - see above
    from app.service.settings import load_clause_library, load_profile  # noqa: PLC0415 - see above

    report(Progress(0, 1, "Loading the clause library"))
    return review(path, load_clause_library(None), load_profile(None), report)


def export_review(review: Review, folder: Path, author: str, when: datetime, report: Report) -> "Exported":
    """Write the files of `review` into `folder`."""
    report(Progress(0, 1, "Writing"))
    from app.service.export import export  # noqa: PLC0415 - see above

    return export(review, folder, author=author, when=when, report=report)
