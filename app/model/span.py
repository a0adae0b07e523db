"""Stretches of the text of a document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range [start, end) of code points in the text of one paragraph."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what is no span."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one paragraph."""

    paragraph: int
    span: Span
