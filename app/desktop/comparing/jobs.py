"""What the window that compares two versions has the worker do.

These functions run in the worker process, and nothing here imports Qt; what is heavy is imported when a job runs.
"""

from dataclasses import dataclass
from pathlib import Path

from app.desktop.comparing.meaning import Meaning, meaning_of
from app.desktop.comparing.tracked_choice import TrackedChoice
from app.desktop.jobs import ending_with, outgoing_with
from app.model.comparison import Comparison
from app.model.document import Document, Opening
from app.model.inspection import Inspection
from app.model.profile import DeploymentProfile
from app.service.jobs import Progress, Report

_AS_IT_IS = Opening()


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two versions.

    Attributes:
        document: What was read of it before; None where it is to be read.
    """

    path: Path
    opening: Opening = _AS_IT_IS
    document: Document | None = None

    @property
    def name(self) -> str:
        """What the user calls it."""
        return self.document.name if self.document is not None else self.opening.attachment or self.path.name


@dataclass(frozen=True, slots=True)
class WrittenComparison:
    """A Word file that was written.

    Attributes:
        summary: What its changes are and what was proved of them, a line each.
        left: What differs and is not shown as a change, in words.
    """

    path: Path
    summary: tuple[str, ...]
    left: tuple[str, ...]


def compared(old: Version, new: Version, report: Report) -> Comparison:
    """Read two versions, as far as that was not done, and compare them.

    Raises:
        DocumentError: One of them cannot be read.
    """
    before, after = (_read(version, report) for version in (old, new))
    report(Progress(0, 0, "Comparing"))
    from app.service.versions import compare_documents  # noqa: PLC0415 - see above

    return compare_documents(before, after)


def judged(comparison: Comparison, profile: DeploymentProfile, library: Path | None, report: Report) -> Meaning:
    """Say what the changes of a comparison mean, by the clause library in a folder, the bundled one if None."""
    report(Progress(0, 0, "Loading the clause library"))
    from app.service.held_library import held_library  # noqa: PLC0415 - see above
    from app.service.versions import judge_comparison  # noqa: PLC0415 - see above

    return meaning_of(judge_comparison(comparison, held_library(library), profile, report))


def before_writing(document: Document) -> tuple[Inspection, str]:
    """Return what leaves with a Word file that tells the changes to `document`, and how its name ends."""
    return outgoing_with(document), ending_with(document)


def written_comparison(comparison: Comparison, choice: TrackedChoice, report: Report) -> WrittenComparison:
    """Write the old version as a Word file with tracked changes that give the new one, as `choice` says.

    Raises:
        ExportError: Nothing was written.
    """
    report(Progress(0, 0, "Writing"))
    from app.service.export import receipt_summary  # noqa: PLC0415 - see above
    from app.service.versions import write_tracked  # noqa: PLC0415 - see above

    done = write_tracked(comparison, choice.path, author=choice.author, when=choice.when, remove=choice.remove)
    return WrittenComparison(choice.path, tuple(receipt_summary(done.receipt)), done.left)


def _read(version: Version, report: Report) -> Document:
    if version.document is not None:
        return version.document
    from app.service.reading import read  # noqa: PLC0415 - see above

    return read(version.path, version.opening, report)
