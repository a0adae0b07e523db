"""What is asked before the differences of two versions are written as tracked changes."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.model.inspection import ItemKind


@dataclass(frozen=True, slots=True)
class TrackedChoice:
    """The answers.

    Attributes:
        path: The file to be written.
        when: Date of the tracked changes, at midnight UTC.
        remove: What the file is to go without.
    """

    path: Path
    author: str
    when: datetime
    remove: tuple[ItemKind, ...] = ()
