"""What leaves the house with a Word file beside its words."""

from dataclasses import dataclass
from typing import Literal

ItemKind = Literal[
    "comments",
    "revisions",
    "hidden-text",
    "embedded",
    "people",
    "properties",
    "custom-properties",
    "custom-xml",
    "variables",
    "mail-merge",
    "template",
    "external",
    "alt-text",
    "glossary",
    "macros",
    "add-ins",
    "signature",
    "other",
    "thumbnail",
    "printer",
    "session-ids",
]
"""Most telling first."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that leaves with the file; of a kind there may be two, of which one can be taken out.

    Attributes:
        title: What it is, in words for a lawyer ("Comments by others").
        details: What it shows, a line each: who, how many, which words.
        removable: Whether it can be taken out and leave the document whole.
        why: Why it matters, or why it cannot be taken out.
    """

    kind: ItemKind
    title: str
    details: tuple[str, ...]
    removable: bool
    why: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """All that leaves with a file, most telling first; empty where there is nothing but words."""

    file: str
    items: tuple[Item, ...]
