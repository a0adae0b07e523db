"""What a careful reader would mark in the drafting of a document, whatever its terms are."""

from dataclasses import dataclass
from typing import Literal

from app.model.span import Place

FlawKind = Literal[
    "undefined-term",
    "unused-term",
    "duplicate-term",
    "term-case",
    "broken-reference",
    "numbering-gap",
    "placeholder",
    "number-words",
    "unpaired-bracket",
    "hidden-text",
]


@dataclass(frozen=True, slots=True)
class Flaw:
    """A flaw in the drafting.

    Attributes:
        place: The words it is in.
        message: One sentence: what is wrong, with what it disagrees.
        related: Other places that show it, such as the first of two definitions.
    """

    kind: FlawKind
    place: Place
    message: str
    related: tuple[Place, ...] = ()
