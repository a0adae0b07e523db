"""Tables of words, as workbooks and playbooks show them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table.

    Attributes:
        about: What a row is.
        heads: Heads of the columns; so `widths`, in characters.
        rows: As many cells each as there are heads.
        are_cards: Whether each row is a small table of its own where there is no room for many columns.
    """

    name: str
    about: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    are_cards: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """Tables that belong together."""

    title: str
    sheets: tuple[Sheet, ...]
