"""The clause library as a whole: clause types, packs, claims and guidance, with its version."""

from dataclasses import dataclass
from datetime import date

from app.model.clause import Claim, ClauseType, DocumentType, Pack
from app.model.forms import Family, StandardForm
from app.model.guidance import Argument, ComparisonTable, Measure


@dataclass(frozen=True, slots=True)
class ClauseLibrary:
    """All that a review is held against, clause types in the order of their groups.

    Attributes:
        version: Of the bundled library, with that of the user's library where one extends it.
        sha256: Over the bytes of all its files in order of name.
        effective: Day from which it is in force; None where it does not say.
        claims: What sources say that belongs to no one clause type.
        forms: Standard forms that a document may follow, by fingerprint.
        families: What the versions of a licence family say.
    """

    version: str
    sha256: str
    clauses: tuple[ClauseType, ...]
    title: str = ""
    effective: date | None = None
    packs: tuple[Pack, ...] = ()
    claims: tuple[Claim, ...] = ()
    measures: tuple[Measure, ...] = ()
    arguments: tuple[Argument, ...] = ()
    tables: tuple[ComparisonTable, ...] = ()
    forms: tuple[StandardForm, ...] = ()
    families: tuple[Family, ...] = ()

    def packs_for(self, document_type: DocumentType) -> tuple[Pack, ...]:
        """Return the packs in use for a document of this type."""
        return tuple(pack for pack in self.packs if document_type in pack.documents)

    def clause(self, clause: str) -> ClauseType:
        """Return the clause type with this id.

        Raises:
            KeyError: There is none.
        """
        found = next((each for each in self.clauses if each.id == clause), None)
        if found is None:
            raise KeyError(clause)
        return found
