"""What a command that takes several documents works through, the day it works on, and whose name it signs with."""

from dataclasses import replace
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.messages import tell_error
from app.errors import CounterdraftError

if TYPE_CHECKING:
    from app.model.clause import DocumentType
    from app.model.document import Opening


def listed_work(
    documents: list[Path], password: str, attachment: str, kind: "DocumentType | None" = None
) -> tuple[list[tuple[Path, "Opening"]], int]:
    """Return what there is to review, each document of a message by itself, and how many files cannot be opened.

    `kind` is what the user says that they are.
    """
    from app.service.reading import openings

    work: list[tuple[Path, Opening]] = []
    problems = 0
    for path in documents:
        try:
            found = openings(path, password=password, attachment=attachment)
            work += [(path, replace(opening, document_type=kind)) for opening in found]
        except CounterdraftError as error:
            tell_error(error)
            problems += 1
    return work, problems


def start_of_day(date: datetime | None) -> datetime:
    """Return midnight of `date`, or of today where the user is; tracked changes carry no zone, so it is called UTC."""
    day = date or datetime.now(tz=UTC).astimezone()
    return day.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)


def user_name() -> str:
    """Return the name of the user, or the program's where there is none to show a counterparty."""
    try:
        name = getuser()
    except (KeyError, OSError, ImportError):
        return "Counterdraft"
    return "Counterdraft" if name == "root" else name
