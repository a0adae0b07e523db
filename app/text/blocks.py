"""Which blocks of an old text became which of a new one: paragraphs, rows of a table, sections."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aligned:
    """Blocks that belong together, by their places in either text.

    Attributes:
        old: Places in the old text, in order, side by side; none for what is new, several where they were merged.
        new: Places in the new text; none for what is gone, several where one was split.
        is_moved: Whether it stands elsewhere among the others than it did.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    is_moved: bool = False
