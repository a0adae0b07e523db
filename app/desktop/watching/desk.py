"""The versions that are watched: they come in, are put in order, and are held against one another at each change."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desktop.job_runner import JobRunner
from app.desktop.opening import ask_for_more, needs_more
from app.desktop.watching import jobs
from app.desktop.watching.branches import Branch, branches_of
from app.desktop.watching.jobs import ReadVersion, Taken
from app.desktop.watching.versions import PolicyVersion, Versions, arranged, corrected, moved, policies_of
from app.errors import Cancelled, CounterdraftError, LibraryError
from app.model.kept import KeptFile
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.model.watch import PolicyWatch
from app.service.jobs import Progress, Report

Call = Callable[..., object]
"""Calls a function of `jobs` with arguments, the last a Report, and returns what that returns: `Worker.call`."""

_InUse = tuple[DeploymentProfile, Path | None]
"""A profile, and the folder of a clause library."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a look came to: what was read by the id of its version, what could not be, what changed and how it shows."""

    reviews: Mapping[int, Review]
    errors: Mapping[int, CounterdraftError]
    found: PolicyWatch | None = None
    branches: tuple[Branch, ...] = ()


class WatchDesk(QObject):
    """Keeps the versions, what was read of them, and what changed from one to the next.

    Signals:
        changed: There are other versions, or more is known of them.
        watched: The PolicyWatch of the versions; None where no two of one policy are there.
        outdated: Profile or library in use are others than those of what is shown.
        exported: The Path of a report that was written.
        failed: The exception for which a version is not there, or a report not written.
    """

    changed = Signal()
    watched = Signal(object)
    outdated = Signal()
    exported = Signal(object)
    failed = Signal(object)

    def __init__(self, call: Call, runner: JobRunner, window: QWidget) -> None:
        super().__init__(window)
        self._call = call
        self._runner = runner
        self._window = window
        self._ids, self._policies = count(1), count(1)
        self._versions: Versions = ()
        self._reviews: Mapping[int, Review] = {}
        self._errors: Mapping[int, CounterdraftError] = {}
        self._left_out: tuple[str, ...] = ()
        self._found: PolicyWatch | None = None
        self._branches: tuple[Branch, ...] = ()
        self._in_use: _InUse = (DeploymentProfile(), None)

    @property
    def versions(self) -> Versions:
        """The versions, policy by policy, each against the one before."""
        return self._versions

    @property
    def found(self) -> PolicyWatch | None:
        """What changed; None as long as nothing was compared."""
        return self._found

    @property
    def branches(self) -> tuple[Branch, ...]:
        """What changed, as it is shown."""
        return self._branches

    @property
    def is_ready(self) -> bool:
        """Whether two versions of one policy are there."""
        return any(len(chain) > 1 for chain in policies_of(self._versions))

    def review(self, version: PolicyVersion) -> Review | None:
        """Return what was read of a version; None where it was not, or could not be."""
        return self._reviews.get(version.id)

    def error(self, version: PolicyVersion) -> CounterdraftError | None:
        """Return why a version could not be read."""
        return self._errors.get(version.id)

    def day(self, version: PolicyVersion) -> date | None:
        """Return the day of a version: by its name, as the user said, or as its words were read."""
        review = self.review(version)
        if version.day is not None or review is None or self._found is None:
            return version.day
        wanted = review.document.sha256
        sides = (
            side
            for step in self._found.steps
            for side in ((step.judged.old, step.old_day), (step.judged.new, step.new_day))
        )
        return next((day for found, day in sides if found.document.sha256 == wanted), None)

    def newest(self, step: int = 0) -> PolicyVersion | None:
        """Return the last version that was read of the policy of a step."""
        policies = [
            chain[0].policy for chain in map(self._read_of, policies_of(self._versions)) for _ in chain[1:]
        ]  # one for each step
        wanted = policies[step] if 0 <= step < len(policies) else None
        read = (each for each in reversed(self._versions) if each.id in self._reviews)
        return next((each for each in read if wanted in (each.policy, None)), None)

    def use(self, profile: DeploymentProfile, library: Path | None) -> None:
        """Take profile and library folder for what is read from now on; where others were in use, tell that."""
        if (profile, library) != self._in_use:
            self._in_use = (profile, library)
            if self._found is not None:
                self.outdated.emit()

    def take(self, paths: Sequence[Path]) -> None:
        """Take files as versions of the policy that is watched, or a folder of dated versions."""
        job = partial(self._call, jobs.taken, tuple(paths))
        self._runner.run(job, self.tr("Looking for versions"), self._take, self.failed.emit)

    def take_kept(self, kept: KeptFile, data: bytes) -> None:
        """Begin with a baseline that the matter keeps."""
        self.clear()
        version = PolicyVersion(next(self._ids), Path(kept.name), next(self._policies), kept=kept, data=data)
        self._arrange((version,))

    def correct_day(self, number: int, day: date) -> None:
        """Take another day for the version with an id."""
        self._arrange(corrected(self._versions, number, day))

    def move(self, number: int, by: int) -> None:
        """Put a version before or after its neighbour."""
        self._arrange(moved(self._versions, number, by))

    def remove(self, number: int) -> None:
        """Watch a version no longer."""
        self._arrange(tuple(each for each in self._versions if each.id != number))

    def clear(self) -> None:
        """Begin anew, with no version."""
        self._runner.stop_all()
        self._versions, self._left_out = (), ()
        self._forget()
        self.changed.emit()
        self.watched.emit(None)

    def look_again(self) -> None:
        """Read all versions as they are now, and compare them."""
        self._reviews = {}
        self._look()

    def export(self, path: Path, owner: str, review_on: date | None, author: str) -> None:
        """Write the report as a Word file."""
        if self._found is not None:
            job = partial(self._call, jobs.written_report, self._found, owner, review_on, path, author)
            self._runner.run(job, self.tr("Writing {0}").format(path.name), self.exported.emit, self.failed.emit)

    def _take(self, taken: Taken) -> None:
        self._left_out += tuple(line for line in taken.left_out if line not in self._left_out)
        there = [*dict.fromkeys(each.policy for each in self._versions)]
        only = there[0] if len(there) == 1 else None
        new = []
        for chain in taken.chains:
            joins = only is not None and len(taken.chains) == 1
            policy = only if joins and only is not None else next(self._policies)
            new += [PolicyVersion(next(self._ids), path, policy, day) for path, day in chain]
        if taken.left_out and not taken.chains:
            self.failed.emit(CounterdraftError("\n".join(taken.left_out)))
        if new:
            self._arrange(arranged((*self._versions, *new)))

    def _arrange(self, versions: Versions) -> None:
        if versions != self._versions:
            self._versions = versions
            self._look()

    def _look(self) -> None:
        """Compare the versions; what was read of them is not read again."""
        self._runner.stop_all()
        self.changed.emit()
        if self.is_ready:
            job = partial(self._looked, self._versions, dict(self._reviews))
            self._runner.run(job, self.tr("Comparing the versions"), self._show, self.failed.emit)
        elif self._found is not None:
            self._forget()
            self.watched.emit(None)

    def _looked(self, versions: Versions, reviews: dict[int, Review], report: Report) -> _Looked:
        """Read and compare; in the job's thread."""
        profile, library = self._in_use
        errors: dict[int, CounterdraftError] = {}
        for place, version in enumerate(versions):
            if version.id not in reviews or reviews[version.id].profile != profile:
                share = partial(_tell_share, report, place, len(versions) + 1)
                try:
                    reviews[version.id] = self._read(version, profile, library, share)
                except (Cancelled, LibraryError):
                    raise
                except CounterdraftError as error:
                    reviews.pop(version.id, None)
                    errors[version.id] = error
        if len({review.library.sha256 for review in reviews.values()}) > 1:  # it was changed since the first was read
            return self._looked(versions, {}, report)
        chains = [
            [ReadVersion(reviews[each.id], each.day if each.is_corrected else None) for each in chain]
            for chain in (tuple(each for each in chain if each.id in reviews) for chain in policies_of(versions))
            if chain
        ]
        left_out = (*self._left_out, *map(_one_line, errors.values()))
        if not any(len(chain) > 1 for chain in chains):
            return _Looked(reviews, errors)
        share = partial(_tell_share, report, len(versions), len(versions) + 1)
        found = self._call(jobs.watched, chains, "", _today(), left_out, share)
        if not isinstance(found, PolicyWatch):
            raise TypeError(type(found))
        return _Looked(reviews, errors, found, branches_of(found))  # here, for a folder has thousands of them

    def _read(self, version: PolicyVersion, profile: DeploymentProfile, library: Path | None, report: Report) -> Review:
        try:
            found = self._call(jobs.read_version, version, profile, library, report)
        except (Cancelled, LibraryError):
            raise
        except CounterdraftError as error:
            if needs_more(error) or version.name in str(error):
                raise
            raise CounterdraftError(f"{version.name}: {error}") from error
        if not isinstance(found, Review):
            raise TypeError(type(found))
        return found

    def _read_of(self, chain: Versions) -> Versions:
        return tuple(each for each in chain if each.id in self._reviews)

    def _show(self, looked: _Looked) -> None:
        self._reviews, self._errors = looked.reviews, looked.errors
        self._found, self._branches = looked.found, looked.branches
        self.changed.emit()
        self.watched.emit(looked.found)
        for number, error in looked.errors.items():
            if needs_more(error):
                self._ask_for_more(number, error)
            else:
                self.failed.emit(error)

    def _ask_for_more(self, number: int, error: CounterdraftError) -> None:
        """Ask for what is missing to open a file, and look again."""
        version = next((each for each in self._versions if each.id == number), None)
        opening = None if version is None else ask_for_more(self._window, version.path, version.opening, error)
        if opening is not None:
            self._arrange(tuple(replace(e, opening=opening) if e.id == number else e for e in self._versions))

    def _forget(self) -> None:
        self._reviews, self._errors, self._found, self._branches = {}, {}, None, ()


def _tell_share(report: Report, place: int, of: int, progress: Progress) -> None:
    """Tell how far one of several files is as a share of them all."""
    done = progress.done / progress.total if progress.total else 0.0
    report(Progress(round(100 * (place + done)), 100 * of, progress.stage))


def _one_line(error: CounterdraftError) -> str:
    return " ".join(str(error).split())


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()
