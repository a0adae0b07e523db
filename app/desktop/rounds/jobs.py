"""What the window of rounds has the worker do.

These functions run in the worker process, and nothing here imports Qt; what is heavy is imported when a job runs.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from app.desktop.comparing.jobs import Version
from app.desktop.comparing.tracked_choice import TrackedChoice
from app.desktop.jobs import file_of
from app.model.document import Document
from app.model.profile import DeploymentProfile
from app.model.rounds import PointAnswer, Round, Rounds
from app.service.jobs import Progress, Report


@dataclass(frozen=True, slots=True)
class RoundFile(Version):
    """A file that was sent or came back.

    Attributes:
        data: Its bytes, where the open matter has it; None for the file at `path`.
        author: Of our tracked changes in it, where that is known.
        is_exported: Whether it was exported from the open matter.
        held: Id of the document of the matter to which it belongs; None where that is not known.
    """

    data: bytes | None = field(default=None, repr=False)
    author: str = ""
    is_exported: bool = False
    held: int | None = None


RoundFiles = tuple[RoundFile, RoundFile]
"""What was sent and what came back."""


@dataclass(frozen=True, slots=True)
class Ours:
    """Whose tracked changes in the first file are ours.

    Attributes:
        named: As the user named us; "" where they did not.
        usual: The name that we have otherwise.
    """

    named: str = ""
    usual: str = ""


@dataclass(frozen=True, slots=True)
class WrittenAnswers:
    """A Word file with our answers.

    Attributes:
        made: How many answers are in it; so `own`, how many of them are in the user's own words.
        summary: What its changes are and what was proved of them, a line each.
        problems: Answers that are not in it, in words.
    """

    path: Path
    made: int
    own: int
    summary: tuple[str, ...]
    problems: tuple[str, ...]


def compared(
    files: Sequence[RoundFiles], ours: Ours, profile: DeploymentProfile, library: Path | None, report: Report
) -> Rounds:
    """Hold what came back against what was sent, by the clause library in a folder, the bundled one if None.

    Raises:
        DocumentError: A file cannot be read; one that was sent is no Word file, or it cannot be told what in it is
            ours.
    """
    report(Progress(0, 0, "Loading the clause library"))
    from app.service.held_library import held_library  # noqa: PLC0415 - see above
    from app.service.rounds import Exchange, compare_rounds  # noqa: PLC0415 - see above

    clauses = held_library(library)
    with ExitStack() as stack:
        paths = [[_path_of(each, stack) for each in pair] for pair in files]
        found = compare_rounds(
            [Exchange(sent, returned) for sent, returned in paths],
            clauses,
            profile,
            authors=(ours.named,) if ours.named else (),
            usual_author=ours.usual,
            report=report,
        )
    return replace(found, rounds=tuple(_named(found.rounds, files)))


def written_report(rounds: Rounds, path: Path, author: str, when: date, report: Report) -> Path:
    """Write what became of the rounds as a Word file, and return its path.

    Raises:
        ExportError: Nothing was written.
    """
    report(Progress(0, 0, "Writing"))
    from app.service.rounds import export_rounds  # noqa: PLC0415 - see above

    export_rounds(rounds, path, author=author, when=when)
    return path


def written_answers(
    rounds: Rounds, answers: Sequence[PointAnswer], choice: TrackedChoice, report: Report
) -> WrittenAnswers:
    """Write the last returned file with our answers, as `choice` says.

    Raises:
        ExportError, EditsError: Nothing was written.
    """
    report(Progress(0, 0, "Writing"))
    from app.service.round_answers import answer_round, receipt_summary  # noqa: PLC0415 - see above

    done = answer_round(rounds, answers, choice.path, author=choice.author, when=choice.when)
    own = sum(made.is_own for made in done.made)
    return WrittenAnswers(done.file, len(done.made), own, tuple(receipt_summary(done.receipt)), done.problems)


def _path_of(file: RoundFile, stack: ExitStack) -> Path:
    return file.path if file.data is None else stack.enter_context(file_of(file.data, file.name))


def _named(rounds: Sequence[Round], files: Sequence[RoundFiles]) -> Iterator[Round]:
    """Yield the rounds with the files called what the user calls them."""
    for one, (sent, returned) in zip(rounds, files, strict=True):
        yield replace(one, sent=_called(one.sent, sent), returned=_called(one.returned, returned))


def _called(document: Document, file: RoundFile) -> Document:
    return document if file.data is None else replace(document, path=file.path)
