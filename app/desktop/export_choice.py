"""What is asked before an export."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.model.inspection import ItemKind
from app.model.redline import Copy, Degree


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """The answers.

    Attributes:
        when: Date of the tracked changes, at midnight UTC.
        degree: How much is marked as changed.
        copies: Further copies of the redlined file.
        counterparty: Whether the memo for the counterparty is written too.
        remove: What the redlined file and its copies are to go without.
        undecided: Whether what is proposed is asked for on findings that are not decided yet.
        all_documents: Whether all documents of the matter are exported, and not the one shown alone.
    """

    folder: Path
    author: str
    when: datetime
    degree: Degree = "surgical"
    copies: tuple[Copy, ...] = ()
    counterparty: bool = False
    remove: tuple[ItemKind, ...] = ()
    undecided: bool = True
    all_documents: bool = False
