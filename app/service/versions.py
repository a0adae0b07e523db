"""Two versions of a document that were read: what differs, what that means, and the differences as tracked changes."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from app.comparison.changes import compare_documents
from app.comparison.effects import judge
from app.comparison.tracked import tracked_changes
from app.errors import ExportError
from app.export.reconstruct import reconstruct
from app.model.comparison import Comparison, JudgedComparison
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.ooxml.package import open_package
from app.ooxml.writer import write_changes
from app.service.compare import Written, compare_words
from app.service.endings import check_ending
from app.service.files import put_in_place
from app.service.inspection import without
from app.service.jobs import Report, silent
from app.service.review import review_document

__all__ = ["compare_documents", "judge_comparison", "write_tracked"]


def judge_comparison(
    comparison: Comparison, library: ClauseLibrary, profile: DeploymentProfile, report: Report = silent
) -> JudgedComparison:
    """Review both documents of a comparison, and say what its changes mean.

    Raises:
        Cancelled: `report` said that the user asked to stop.
    """
    versions = (comparison.old, comparison.new)
    old, new = (review_document(each, library, profile, report, drafts=False) for each in versions)
    return judge(comparison, old, new)


def write_tracked(
    comparison: Comparison, out: Path, *, author: str, when: datetime, remove: Collection[str] = ()
) -> Written:
    """Write the old version to `out` with tracked changes by `author` that give the new one.

    The words are those that were compared, whatever became of the files meanwhile. An old version that is no Word file
    is reconstructed as one first; of a new one only the words are shown. What the file holds of the kinds `remove` is
    taken out.

    Raises:
        ExportError: `out` is one of the two versions, cannot be written, ends as no such file, or failed its check.
        EditsError: A change cannot be made without harm.
    """
    old, new = comparison.old, comparison.new
    if any(out.exists() and each.path.exists() and out.samefile(each.path) for each in (old, new)):
        raise ExportError(f"{out.name}: this is one of the two versions, which are never written; choose another name")
    if old.word is not None:
        check_ending(out, open_package(old.word, old.path))
    if old.word is not None and new.word is not None:
        compared = compare_words((old.word, old.path), (new.word, new.path), author=author, when=when)
        data, receipt, left = compared.data, compared.receipt, compared.left
    else:
        word, anchored = (old.word, old) if old.word is not None else reconstruct(old)
        changes, left = tracked_changes(comparison, anchored)
        redlined = write_changes(open_package(word, old.path), changes, author=author, when=when)
        data, receipt = redlined.data, redlined.receipt
    put_in_place({out: without(data, out, remove)}, source=old.path)
    return Written(out, receipt, (*left, *comparison.not_compared))
