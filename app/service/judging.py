"""Two versions of a document compared, and what their differences mean for us."""

from pathlib import Path

from app.comparison.changes import compare_documents
from app.comparison.effects import judge
from app.export.comparison_json import comparison_json
from app.export.comparison_text import change_lines, effect_numbers
from app.model.comparison import JudgedComparison
from app.model.document import Opening
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.service.jobs import Progress, Report, silent
from app.service.review import review

__all__ = ["change_lines", "comparison_json", "effect_numbers", "judge_files", "judge_reviews"]

_AS_IT_IS = Opening()


def judge_files(
    old: Path,
    new: Path,
    library: ClauseLibrary,
    profile: DeploymentProfile,
    report: Report = silent,
    *,
    opening: Opening = _AS_IT_IS,
) -> JudgedComparison:
    """Review two versions of a document, compare them, and say what their differences mean; both open as `opening`.

    Raises:
        DocumentError: One of them cannot be read.
        Cancelled: `report` said that the user asked to stop.
    """
    before, after = (review(path, library, profile, report, opening, drafts=False) for path in (old, new))
    return judge_reviews(before, after, report)


def judge_reviews(old: Review, new: Review, report: Report = silent) -> JudgedComparison:
    """Compare two documents that were reviewed by the same library and profile, and say what it means."""
    total = len(new.document.paragraphs)
    report(Progress(total, total, "Comparing"))
    return judge(compare_documents(old.document, new.document), old, new)
