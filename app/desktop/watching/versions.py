"""The versions of policies that are watched, and what is done with their order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from pathlib import Path

from app.model.document import Opening
from app.model.kept import KeptFile

_AS_IT_IS = Opening()


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """A version of a policy.

    Attributes:
        id: Among the versions of a window; never given twice.
        policy: Number of the policy that it is a version of.
        day: Its day, by the name of its file or as the user said; None where neither tells.
        is_corrected: Whether the user said the day.
        kept: What the matter knows of it, where it is a baseline that is kept there.
        data: Its bytes, where it is such a baseline.
    """

    id: int
    path: Path
    policy: int
    day: date | None = None
    is_corrected: bool = False
    opening: Opening = _AS_IT_IS
    kept: KeptFile | None = None
    data: bytes = field(default=b"", repr=False)

    @property
    def name(self) -> str:
        """What the user calls it."""
        return self.opening.attachment or self.path.name


Versions = tuple[PolicyVersion, ...]


def arranged(versions: Iterable[PolicyVersion]) -> Versions:
    """Return the versions policy by policy: a baseline first, then by their days; those of no known day come last."""
    return tuple(sorted(versions, key=lambda each: (each.policy, each.kept is None, each.day or date.max)))


def corrected(versions: Versions, number: int, day: date) -> Versions:
    """Return the versions with another day of the one with an id, where that puts it."""
    return arranged(
        replace(each, day=day, is_corrected=True) if each.id == number and each.day != day else each
        for each in versions
    )


def moved(versions: Versions, number: int, by: int) -> Versions:
    """Return the versions with the one with an id before or after its neighbour, if that is one of its policy."""
    order = list(versions)
    place = next((place for place, each in enumerate(order) if each.id == number), -1)
    other = place + by
    if place >= 0 and 0 <= other < len(order) and order[other].policy == order[place].policy:
        order[place], order[other] = order[other], order[place]
    return tuple(order)


def policies_of(versions: Iterable[PolicyVersion]) -> Iterator[Versions]:
    """Yield the versions of each policy, in their order."""
    for _, chain in groupby(versions, key=lambda each: each.policy):
        yield tuple(chain)
