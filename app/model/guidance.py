"""What the clause library knows beside clauses: measures to take, arguments to use, tables to compare by."""

from dataclasses import dataclass
from typing import Literal

from app.model.clause import DocumentType, Level, Test

Purpose = Literal[
    "recommendation",
    "compliance",
    "control",
    "governance",
    "monitoring",
    "incident",
    "customer terms",
    "risk",
    "pitfall",
]


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a piece of guidance is called for: all that is given must hold; nothing given is always.

    Attributes:
        documents: The document is one of these.
        about: A word that the document must hold ("Llama"); "" for any.
        tests: On the deployment profile.
        findings: One of these clause types stands on one of these levels.
    """

    documents: tuple[DocumentType, ...] = ()
    about: str = ""
    tests: tuple[Test, ...] = ()
    findings: tuple[tuple[str, tuple[Level, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """Something to do in our own house.

    Attributes:
        title: In a few words.
        text: What to do, one or two sentences that begin with a verb.
        why: What it is good for.
        owner: Who does it.
        due: When, or how often ("before signature", "quarterly").
        clauses: Clause types it is about; with them it is shown beside their findings.
        meets: Rows of `docs/requirements.toml` that it answers.
    """

    id: str
    purpose: Purpose
    title: str
    text: str
    why: str
    owner: str
    due: str
    occasion: Occasion
    clauses: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    meets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """A card for the negotiation, for our own side only.

    Attributes:
        text: How to use it.
        words: What may be said to the other side; "" where it is not for saying.
        caution: What to beware of; "" for nothing.
        clauses: Clause types it serves; () for any.
    """

    id: str
    title: str
    text: str
    occasion: Occasion
    words: str = ""
    caution: str = ""
    clauses: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    meets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """Ways of deployment side by side.

    Attributes:
        columns: Heads of the columns, that of the first included.
        rows: Cells by row, as many as there are columns.
        ours: For each column but the first the tests of the profile that say it is our way; () where columns stand for
            no ways.
        note: What was put right of a source, or is open.
    """

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    ours: tuple[tuple[Test, ...], ...]
    occasion: Occasion
    note: str = ""
    sources: tuple[str, ...] = ()
    meets: tuple[str, ...] = ()
