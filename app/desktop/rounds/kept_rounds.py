"""The files of a negotiation that the open matter has: what was exported of it, and what it keeps of earlier rounds."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from app.desktop.rounds.jobs import RoundFile, RoundFiles
from app.model.kept import KeptFile
from app.model.matter import ExportRecord
from app.model.rounds import Rounds
from app.service.jobs import Report
from app.service.kept import keep_file, kept_file, kept_files
from app.service.matters import OpenMatter

_REDLINED = ".redlined."
"""What the names of redlined files have, as `app.service.export` writes them."""


def exported_files(exports: Sequence[ExportRecord], document: int | None) -> tuple[RoundFile, ...]:
    """Return the redlined files that were exported and are there still: the last first, those of `document` before."""
    found = [
        RoundFile(path, author=export.author, is_exported=True, held=export.document)
        for export in reversed(exports)
        for name, _ in export.files
        if _REDLINED in name and (path := Path(export.folder) / name).is_file()
    ]
    first = {each.path: each for each in reversed(found)}  # of one exported twice the last
    return tuple(sorted((each for each in found if first[each.path] is each), key=lambda each: each.held != document))


def paired(files: Sequence[KeptFile]) -> tuple[tuple[KeptFile, KeptFile], ...]:
    """Return kept files as rounds: each that was sent with the last that came back before the next was sent."""
    rounds: list[tuple[KeptFile, KeptFile]] = []
    sent: KeptFile | None = None
    for file in files:
        if file.kind == "sent":
            sent = file
        elif sent is not None:
            if rounds and rounds[-1][0] is sent:
                rounds.pop()
            rounds.append((sent, file))
    return tuple(rounds)


def kept_rounds(matter: OpenMatter, document: int | None) -> tuple[RoundFiles, ...]:
    """Return the rounds on a document that `matter` keeps.

    Raises:
        MatterError: A file that it keeps cannot be read.
    """
    files = [each for each in kept_files(matter, "sent", "returned") if each.document == document]
    return tuple((_held(matter, sent), _held(matter, back)) for sent, back in paired(files))


def keep_rounds(matter: OpenMatter, document: int | None, rounds: Rounds, when: datetime, _report: Report) -> None:
    """Keep the files of all rounds in `matter`; those that it has are not kept twice.

    Raises:
        MatterError: They cannot be written.
    """
    for one in rounds.rounds:
        keep_file(matter, "sent", one.sent.name, one.sent.data, when, document=document)
        keep_file(matter, "returned", one.returned.name, one.returned.data, when, document=document)


def _held(matter: OpenMatter, file: KeptFile) -> RoundFile:
    return RoundFile(Path(file.name), data=kept_file(matter, file.id).data, held=file.document)
