"""Progress of a long job, and how it is asked to stop."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: `done` of `total` steps of `stage`, a few words for the user."""

    done: int
    total: int
    stage: str


Report = Callable[[Progress], None]
"""Called between steps. It raises Cancelled once the user has asked to stop."""


def silent(_: Progress) -> None:
    """Report to nobody."""
