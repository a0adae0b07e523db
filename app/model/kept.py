"""Files that a matter keeps beside its documents: what was sent, what came back, and what is watched."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

KeptKind = Literal["sent", "returned", "baseline"]
"""What a kept file is: ours as it went out, the counterparty's answer to it, or the version of a policy that the next
one is held against."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that a matter keeps; its bytes are read apart.

    Attributes:
        id: In its matter; never given twice.
        document: Id of the document of the matter that it belongs to; None where it belongs to the whole deal.
        name: What the user calls it.
        sha256: Of its bytes, in hexadecimal.
        added: When it came into the matter.
        owner: Who looks after it; "" where that was not said.
        review_by: The day by which it is to be looked at again; None where there is none.
    """

    id: int
    document: int | None
    kind: KeptKind
    name: str
    sha256: str
    added: datetime
    owner: str = ""
    review_by: date | None = None
