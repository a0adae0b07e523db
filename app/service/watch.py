"""Policy watch: versions of a policy or of terms held against one another; nothing is ever fetched."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from app.comparison.uses import PlannedUses
from app.comparison.watch import watch_step
from app.errors import CounterdraftError, ExportError
from app.export.watch_docx import watch_docx
from app.export.watch_json import watch_json
from app.export.watch_text import change_place, clause_titles, duty_line, step_title, summary_line, touched_line
from app.model.document import Document, Opening
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.model.watch import PolicyStep, PolicyWatch
from app.planning.days import next_round
from app.service.files import put_in_place
from app.service.jobs import Report, silent
from app.service.judging import judge_reviews
from app.service.review import review

__all__ = [
    "Look",
    "Versions",
    "change_place",
    "check_report",
    "clause_titles",
    "duty_line",
    "export_watch",
    "step_title",
    "summary_line",
    "touched_line",
    "versions_in",
    "watch",
    "watch_json",
    "watch_reviews",
    "with_duty",
]

_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_MEASURE = "policy-watch"
_QUARTER = timedelta(days=91)
_GIVEN = "the day that was given"
_AS_IT_IS = Opening()


@dataclass(frozen=True, slots=True)
class Versions:
    """Files that are to be held against one another.

    Attributes:
        chains: Versions of one policy each, the oldest first.
        left_out: Files of the folder that belong to no chain, a sentence each.
    """

    chains: tuple[tuple[Path, ...], ...]
    left_out: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """All files of the chains."""
        return tuple(path for chain in self.chains for path in chain)


@dataclass(frozen=True, slots=True)
class Look:
    """A look at a policy.

    Attributes:
        when: Its day.
        owner: Who looks next; "" for whom the library's measure on policy watch names.
        review_on: The day of the next look; None for when that measure is due again.
    """

    when: date
    owner: str = ""
    review_on: date | None = None


def versions_in(folder: Path) -> Versions:
    """Return the versions in a folder, by the days in the names of its files ("terms-2026-03-31.pdf").

    Files whose names are the same but for the day are versions of one policy.

    Raises:
        CounterdraftError: The folder cannot be read, or no two of its files are versions of one policy.
    """
    chains: dict[str, list[tuple[date, Path]]] = {}
    left_out = []
    for path in _files_of(folder):
        day = day_in_name(path)
        if day is None:
            left_out.append(f"{path.name}: left out, for its name holds no day such as 2026-03-31.")
        else:
            name = _DAY.sub("", path.stem, count=1).casefold()
            chains.setdefault(" ".join(re.split(r"[\W_]+", name)).strip(), []).append((day, path))
    for name, found in list(chains.items()):
        if len(found) == 1:
            left_out.append(f"{found[0][1].name}: left out, for there is no other version of it.")
            del chains[name]
    if not chains:
        raise CounterdraftError(
            f"{folder}: it holds no two versions of a policy; name files alike but for the day: terms-2026-03-31.pdf"
        )
    return Versions(tuple(tuple(path for _, path in sorted(chains[name])) for name in sorted(chains)), tuple(left_out))


def _files_of(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        raise CounterdraftError(f"{folder}: cannot be read ({error.strerror}); name a folder of versions") from error


def day_in_name(path: Path) -> date | None:
    """Return the first day that the name of a file holds; None without one."""
    for found in _DAY.finditer(path.stem):
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            continue
    return None


def watch(
    versions: Versions,
    library: ClauseLibrary,
    profile: DeploymentProfile,
    look: Look,
    report: Report = silent,
    *,
    opening: Opening = _AS_IT_IS,
) -> PolicyWatch:
    """Review the files of `versions`, each once, and hold each against the one before.

    Raises:
        DocumentError: One of them cannot be read.
        Cancelled: `report` said that the user asked to stop.
    """
    chains = [
        [review(path, library, profile, report, opening, drafts=False) for path in chain] for chain in versions.chains
    ]
    return watch_reviews(chains, look, report, left_out=versions.left_out)


def watch_reviews(
    chains: Sequence[Sequence[Review]], look: Look, report: Report = silent, *, left_out: Sequence[str] = ()
) -> PolicyWatch:
    """Hold versions, the oldest first, each against the one before; all were reviewed by one library and profile."""
    latest = chains[0][-1]
    measure = next((each for each in latest.library.measures if each.id == _MEASURE), None)
    due = measure.due if measure else ""
    return PolicyWatch(
        steps=tuple(_step(old, new, report) for chain in chains for old, new in pairwise(chain)),
        uses=PlannedUses(latest.profile).uses,
        owner=look.owner or (measure.owner if measure else ""),
        looked_on=look.when,
        review_on=look.review_on or next_round(look.when, due) or look.when + _QUARTER,
        rule=_GIVEN if look.review_on else due or "every 91 days",
        left_out=tuple(left_out),
    )


def with_duty(found: PolicyWatch, owner: str, review_on: date | None) -> PolicyWatch:
    """Return what was found with another one who looks next, on another day unless it is None."""
    if review_on is None or review_on == found.review_on:
        return replace(found, owner=owner)
    return replace(found, owner=owner, review_on=review_on, rule=_GIVEN)


def _step(old: Review, new: Review, report: Report) -> PolicyStep:
    return watch_step(judge_reviews(old, new, report), _day_of(old.document), _day_of(new.document))


def _day_of(document: Document) -> date | None:
    """Return the day of a version: by the name of its file, else the first day that it says it holds from."""
    stated = (each.date for each in document.dates if each.role in ("effective", "updated"))
    return day_in_name(document.path) or next(stated, None)


def check_report(out: Path, sources: Iterable[Path]) -> None:
    """Refuse a name under which no report is written.

    Raises:
        ExportError: It does not end with .docx, or is one of `sources`.
    """
    if out.suffix.lower() != ".docx":
        raise ExportError(f"{out.name}: the report is a Word file; end its name with .docx")
    if any(out.exists() and source.exists() and out.samefile(source) for source in sources):
        raise ExportError(f"{out.name}: this is one of the versions, which are never written over; choose another name")


def export_watch(found: PolicyWatch, out: Path, *, author: str) -> None:
    """Write the report, which is for our own house, as a Word file.

    Raises:
        ExportError: It cannot be written, is one of the versions, or its name does not end with .docx.
    """
    sources = [review.document.path for step in found.steps for review in (step.judged.old, step.judged.new)]
    check_report(out, sources)
    put_in_place({out: watch_docx(found, author=author)}, source=sources[-1])
