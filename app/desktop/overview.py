"""What the strip beside a document shows: where in its height findings and changes stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from app.model.review import Finding

MarkKind = Literal["finding", "inserted", "deleted"]


@dataclass(frozen=True, slots=True)
class OverviewMark:
    """A place in a document.

    Attributes:
        share: How far down it stands, from 0 to 1.
        finding: The one that is marked there; None for a change.
    """

    share: float
    finding: Finding | None = None
    kind: MarkKind = "finding"


class Overviewed(Protocol):
    """A view of a document that knows where its marks stand."""

    def overview(self) -> Sequence[OverviewMark]:
        """Return its marks, from top to bottom."""
