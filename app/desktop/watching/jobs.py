"""What the window of the policy watch has the worker do; stages are imported when a job runs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from app.desktop.jobs import file_of
from app.desktop.vendors.jobs import read_terms
from app.desktop.watching.versions import PolicyVersion
from app.errors import CounterdraftError
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.model.watch import PolicyWatch
from app.service.jobs import Progress, Report

_Dated = tuple[Path, date | None]


@dataclass(frozen=True, slots=True)
class Taken:
    """What files and folders come to.

    Attributes:
        chains: Versions of one policy each, with their days by their names.
        left_out: What is no version of any, a sentence each.
    """

    chains: tuple[tuple[_Dated, ...], ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """A version as reviewed, and the day that the user said; None for what its name or its words tell."""

    review: Review
    day: date | None = None


def taken(paths: Sequence[Path], report: Report) -> Taken:
    """Take files as versions of one policy, and of each folder those that its names tell.

    A folder that holds no two versions is told among what is left out.
    """
    report(Progress(0, 0, "Reading"))
    from app.service.watch import day_in_name, versions_in  # noqa: PLC0415 - see app/desktop/jobs.py

    chains: list[tuple[_Dated, ...]] = []
    left_out: list[str] = []
    for folder in (path for path in paths if path.is_dir()):
        try:
            found = versions_in(folder)
        except CounterdraftError as error:
            left_out.append(str(error))
            continue
        chains += (tuple((path, day_in_name(path)) for path in chain) for chain in found.chains)
        left_out += found.left_out
    files = tuple((path, day_in_name(path)) for path in paths if not path.is_dir())
    return Taken((*chains, files) if files else tuple(chains), tuple(left_out))


def read_version(version: PolicyVersion, profile: DeploymentProfile, library: Path | None, report: Report) -> Review:
    """Review a version; a baseline by the bytes that the matter keeps.

    Raises:
        DocumentError: It cannot be read.
    """
    if version.kept is None:
        return read_terms(version.path, version.opening, profile, library, report)
    with file_of(version.data, version.path.name) as path:
        found = read_terms(path, version.opening, profile, library, report)
    return replace(found, document=replace(found.document, path=version.path))


def watched(
    chains: Sequence[Sequence[ReadVersion]], owner: str, when: date, left_out: Sequence[str], report: Report
) -> PolicyWatch:
    """Hold versions, the oldest first, each against the one before; one chain at least has two."""
    report(Progress(0, 0, "Comparing"))
    from app.service.watch import Look, watch_reviews  # noqa: PLC0415 - see app/desktop/jobs.py

    reviews = [[each.review for each in chain] for chain in chains]
    found = watch_reviews(reviews, Look(when, owner), report, left_out=left_out)
    said = ((old.day, new.day) for chain in chains for old, new in pairwise(chain))
    return replace(
        found,
        steps=tuple(
            replace(step, old_day=old or step.old_day, new_day=new or step.new_day)
            for step, (old, new) in zip(found.steps, said, strict=True)
        ),
    )


def written_report(
    found: PolicyWatch, owner: str, review_on: date | None, path: Path, author: str, report: Report
) -> Path:
    """Write the report as a Word file, with who looks next and when, and return where it is.

    Raises:
        ExportError: It cannot be written, or is one of the versions.
    """
    report(Progress(0, 0, "Writing"))
    from app.service.watch import export_watch, with_duty  # noqa: PLC0415 - see app/desktop/jobs.py

    export_watch(with_duty(found, owner, review_on), path, author=author)
    return path
