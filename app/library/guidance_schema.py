"""The form of guidance files and of `library.yaml`, checked by pydantic; explained in `docs/library.md`."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from app.library.schema import ClaimEntry, Id, ProfileTest, Strict
from app.model.clause import DocumentType, Level
from app.model.guidance import Purpose


def _day_or_nothing(text: str) -> str:
    if text:
        try:
            date.fromisoformat(text)
        except ValueError as error:
            raise ValueError('a day is written in quotation marks as "2026-11-21"') from error
    return text


class OccasionEntry(Strict):
    """When guidance is called for."""

    documents: list[DocumentType] = []
    about: str = ""
    if_: Annotated[list[ProfileTest], Field(alias="if")] = []
    findings: dict[str, list[Level]] = {}


class MeasureEntry(Strict):
    """Something to do in our own house."""

    id: Id
    purpose: Purpose
    title: Annotated[str, Field(min_length=1)]
    text: Annotated[str, Field(min_length=1)]
    why: Annotated[str, Field(min_length=1)]
    owner: Annotated[str, Field(min_length=1)]
    due: Annotated[str, Field(min_length=1)]
    when: OccasionEntry = OccasionEntry()
    clauses: list[str] = []
    sources: Annotated[list[str], Field(min_length=1)]
    meets: list[str] = []


class ArgumentEntry(Strict):
    """A card for the negotiation."""

    id: Id
    title: Annotated[str, Field(min_length=1)]
    text: Annotated[str, Field(min_length=1)]
    words: str = ""
    caution: str = ""
    when: OccasionEntry = OccasionEntry()
    clauses: list[str] = []
    sources: Annotated[list[str], Field(min_length=1)]
    meets: list[str] = []


class TableEntry(Strict):
    """Ways of deployment side by side."""

    id: Id
    title: Annotated[str, Field(min_length=1)]
    columns: Annotated[list[str], Field(min_length=2)]
    rows: Annotated[list[list[str]], Field(min_length=1)]
    ours: list[Annotated[list[ProfileTest], Field(min_length=1)]] = []
    note: str = ""
    when: OccasionEntry = OccasionEntry()
    sources: Annotated[list[str], Field(min_length=1)]
    meets: list[str] = []

    @model_validator(mode="after")
    def _is_even(self) -> Self:
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} has {len(row)} cells, not {len(self.columns)}")
        if self.ours and len(self.ours) != len(self.columns) - 1:
            raise ValueError("'ours' says of every column but the first when it is our way, or of none")
        return self


class GuidanceFile(Strict):
    """A file of guidance."""

    measures: list[MeasureEntry] = []
    arguments: list[ArgumentEntry] = []
    tables: list[TableEntry] = []
    claims: list[ClaimEntry] = []


class PackEntry(Strict):
    """Clause types that belong together."""

    title: Annotated[str, Field(min_length=1)]
    documents: Annotated[list[DocumentType], Field(min_length=1)]


class LibraryFile(Strict):
    """`library.yaml`: what the library is called, from when it holds, and what it stands on."""

    title: str = ""
    version: str = ""
    effective: Annotated[str, AfterValidator(_day_or_nothing)] = ""
    extends: Literal["bundled", "none"] = "bundled"
    leave_out: list[str] = []
    packs: dict[str, PackEntry] = {}
