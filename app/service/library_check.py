"""Checks a clause library: its form, its phrases and slots, and the examples that prove each entry."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import LibraryError
from app.evaluation.evaluate import evaluate
from app.library.files import line_of
from app.library.loader import load_library
from app.matching.matcher import read_clauses
from app.model.clause import ClauseType, Example
from app.model.document import Anchor, Document, Paragraph, Parties, Section
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile
from app.model.review import Finding

EXAMPLE_PARTIES = Parties(
    customer=("Customer", "Licensee", "Subscriber", "you"), vendor=("Provider", "Licensor", "Vendor", "Supplier", "we")
)
"""How the examples of a library name the two sides."""


@dataclass(frozen=True, slots=True)
class LibraryCheck:
    """What a check found: mistakes as lines "file:line: field: message", and how much was checked."""

    problems: tuple[str, ...]
    clauses: int
    examples: int


def check_library(folder: Path) -> LibraryCheck:
    """Validate the clause files in `folder` and run the examples of each entry."""
    try:
        library = load_library(folder)
    except LibraryError as error:
        return LibraryCheck(error.problems, 0, 0)
    files = {path.stem: path for path in folder.rglob("*.yaml")}
    problems = [problem for clause in library.clauses for problem in _example_problems(clause, library, files)]
    return LibraryCheck(tuple(problems), len(library.clauses), sum(len(c.examples) for c in library.clauses))


def _example_problems(clause: ClauseType, library: ClauseLibrary, files: dict[str, Path]) -> Iterator[str]:
    carries = sum(example.carries for example in clause.examples)
    for index, example in enumerate(clause.examples):
        kind, number = ("carries", index) if example.carries else ("does_not_carry", index - carries)
        for message in _mistakes(clause, example, library):
            path = files[clause.id]
            yield f"{path.name}:{line_of(path, ('examples', kind, number))}: examples.{kind}.{number}: {message}"


def _mistakes(clause: ClauseType, example: Example, library: ClauseLibrary) -> Iterator[str]:
    """Yield in which ways the library reads `example` otherwise than it says."""
    finding = _finding_on(clause, example, library)
    if bool(finding.reading.matches) != example.carries:
        yield "is not found to carry the clause type" if example.carries else "is found to carry the clause type"
        return
    facts = {fact.key: fact.value for fact in finding.reading.facts}
    for key, value in example.facts:
        if facts.get(key) != value:
            yield f"{key} is read as {facts.get(key)!r}, not {value!r}"
    if example.level is not None and finding.level != example.level:
        yield f"it stands at {finding.level}, not at {example.level}"
    if example.rung is not None and (stands := len(finding.verdicts)) != example.rung:
        yield f"it stands on position {stands} ({clause.positions[stands - 1].name}), not on position {example.rung}"


def _finding_on(clause: ClauseType, example: Example, library: ClauseLibrary) -> Finding:
    document = _document_of(example)
    alone = ClauseLibrary(library.version, library.sha256, (clause,))
    answers = dict(example.profile)
    profile = DeploymentProfile(**answers)  # type: ignore[arg-type]  # the schema checked them
    return evaluate(document, alone, read_clauses(document, alone), profile)[0]


def _document_of(example: Example) -> Document:
    data = example.text.encode()
    return Document(
        path=Path("example"),
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        kind="text",
        title=example.heading,
        paragraphs=(Paragraph(0, " ".join(example.text.split()), Anchor("", 0), section=0),),
        sections=(Section(0, "", example.heading, 0, 1),),
        parties=EXAMPLE_PARTIES,
    )
