"""What another library would change in documents: their findings, and what is asked of the other side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import CounterdraftError
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.review import Finding, Review
from app.service.jobs import Report, silent
from app.service.library_corpus import Corpus
from app.service.review import review_document

NO_ENTRY = ("no entry", "none")
"""Level and severity where a library does not have the clause type."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One finding of a document that is otherwise with the new library.

    Attributes:
        clause: Id of the clause type.
        before: Level and severity with the old library; so `after` with the new one.
        redline: "same", "changed", "new", "gone" or "none": what becomes of the changes asked for.
    """

    document: str
    clause: str
    title: str
    before: tuple[str, str]
    after: tuple[str, str]
    redline: str


@dataclass(frozen=True, slots=True)
class Effects:
    """What differs in a body of documents.

    Attributes:
        documents: How many were read.
        findings: Those that differ, by document and in the order of the clause types.
        problems: For each document that could not be read, why.
    """

    documents: int
    findings: tuple[Effect, ...]
    problems: tuple[CounterdraftError, ...]


def effects_of(
    paths: Sequence[Path],
    old: ClauseLibrary,
    new: ClauseLibrary,
    profile: DeploymentProfile,
    report: Report = silent,
) -> Effects:
    """Return which findings of the documents at `paths`, folders gone through, differ between `old` and `new`.

    Raises:
        Cancelled: `report` said that the user asked to stop.
    """
    found: list[Effect] = []
    corpus = Corpus(paths, report)
    for document in corpus:
        found += _differing(review_document(document, old, profile), review_document(document, new, profile))
    return Effects(corpus.documents, tuple(found), tuple(corpus.problems))


def _differing(old: Review, new: Review) -> Iterator[Effect]:
    before = {finding.clause.id: finding for finding in old.findings}
    after = {finding.clause.id: finding for finding in new.findings}
    for name, finding in {**before, **after}.items():
        standing = _standing(before.get(name)), _standing(after.get(name))
        redline = _redline(old, new, name)
        if standing[0] != standing[1] or redline not in ("same", "none"):
            yield Effect(new.document.name, name, finding.clause.title, *standing, redline)


def _standing(finding: Finding | None) -> tuple[str, str]:
    return NO_ENTRY if finding is None else (finding.level, finding.severity)


def _redline(old: Review, new: Review, clause: str) -> str:
    before, after = old.redline_of(clause), new.redline_of(clause)
    if before is None or after is None:
        return "none" if before is after else "new" if before is None else "gone"
    return "same" if before == after else "changed"
