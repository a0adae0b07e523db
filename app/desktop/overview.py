"""What the strip beside a document shows: where in its height findings and changes stand."""

from dataclasses import dataclass
from typing import Literal

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
