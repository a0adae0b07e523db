"""What a library finds in a body of documents: which entries fire, which facts are read, which rungs are reached."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import CounterdraftError
from app.evaluation.evaluate import evaluate
from app.intake.collecting import rarely_collected
from app.matching.matcher import read_clauses
from app.model.clause import ClauseType
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.review import Finding
from app.service.jobs import Report, silent
from app.service.library_corpus import Corpus
from app.service.library_documents import rung_of


@dataclass(frozen=True, slots=True)
class ClauseCoverage:
    """What came of one clause type.

    Attributes:
        documents: How many documents carry it.
        missing: How many lack it where it should be.
        facts: By key, in how many documents the fact was read from words.
        rungs: For each position, how many documents stand on it.
    """

    clause: ClauseType
    documents: int
    missing: int
    facts: tuple[tuple[str, int], ...]
    rungs: tuple[int, ...]

    @property
    def unread(self) -> tuple[str, ...]:
        """The facts that were read in no document."""
        return tuple(key for key, number in self.facts if not number)

    @property
    def unreached(self) -> tuple[int, ...]:
        """The numbers of the positions, from 1, on which no document stands."""
        return tuple(rung for rung, number in enumerate(self.rungs, 1) if not number)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a library finds in a body of documents.

    Attributes:
        documents: How many were read.
        clauses: In the order of the library.
        problems: For each document that could not be read, why.
    """

    documents: int
    clauses: tuple[ClauseCoverage, ...]
    problems: tuple[CounterdraftError, ...]


@dataclass(slots=True)
class _Tally:
    """What was counted of one clause type so far."""

    documents: int = 0
    missing: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    rungs: Counter[int] = field(default_factory=Counter)

    def add(self, finding: Finding) -> None:
        """Count what was found in one more document."""
        self.documents += bool(finding.reading.matches)
        self.missing += finding.level == "missing"
        self.facts.update(fact.key for fact in finding.reading.facts if fact.place is not None)
        rung = rung_of(finding)
        if rung is not None:
            self.rungs[rung] += 1


def cover(
    paths: Sequence[Path], library: ClauseLibrary, profile: DeploymentProfile, report: Report = silent
) -> Coverage:
    """Return what `library` finds in the documents at `paths`, folders gone through.

    Raises:
        Cancelled: `report` said that the user asked to stop.
    """
    tallies = [_Tally() for _ in library.clauses]
    corpus = Corpus(paths, report)
    for document in corpus:
        with rarely_collected():
            findings = evaluate(document, library, read_clauses(document, library), profile)
        for tally, finding in zip(tallies, findings, strict=True):
            tally.add(finding)
    return Coverage(corpus.documents, tuple(map(_covered, library.clauses, tallies)), tuple(corpus.problems))


def _covered(clause: ClauseType, tally: _Tally) -> ClauseCoverage:
    return ClauseCoverage(
        clause=clause,
        documents=tally.documents,
        missing=tally.missing,
        facts=tuple((spec.key, tally.facts[spec.key]) for spec in clause.facts),
        rungs=tuple(tally.rungs[rung] for rung in range(len(clause.positions))),
    )


def coverage_json(coverage: Coverage) -> str:
    """Return `coverage` for other programs."""
    clauses = [
        {
            "clause": each.clause.id,
            "title": each.clause.title,
            "documents": each.documents,
            "missing": each.missing,
            "facts": dict(each.facts),
            "positions": [
                {"level": position.level, "name": position.name, "documents": number}
                for position, number in zip(each.clause.positions, each.rungs, strict=True)
            ],
        }
        for each in coverage.clauses
    ]
    problems = [" ".join(str(error).split()) for error in coverage.problems]
    return json.dumps(
        {"documents": coverage.documents, "clauses": clauses, "problems": problems}, ensure_ascii=False, indent=2
    )
