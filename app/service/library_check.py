"""Checks a clause library: its form, its examples, its wording, and what reads ill in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import LibraryError
from app.library.files import lines
from app.library.lint import Mistake
from app.library.loader import clause_files
from app.model.clause import ClauseType
from app.model.library import ClauseLibrary
from app.service.jobs import Progress, Report, silent
from app.service.library_examples import check_examples
from app.service.library_wording import check_wording
from app.service.settings import load_clause_library

_CHECKS: tuple[Callable[[ClauseType, ClauseLibrary], Iterator[Mistake]], ...] = (check_examples, check_wording)


@dataclass(frozen=True, slots=True)
class LibraryCheck:
    """What a check found, and how much was checked.

    Attributes:
        problems: Mistakes as lines "file:line: field: message": with any of them the library fails.
        warnings: In the same form what an author should look at.
        clauses: How many clause types the folder holds; so `examples`.
    """

    problems: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    clauses: int = 0
    examples: int = 0


def check_library(folder: Path, report: Report = silent) -> LibraryCheck:
    """Check the clause types that `folder` adds to the bundled library or changes in it.

    Raises:
        Cancelled: `report` said that the user asked to stop.
    """
    try:
        library = load_clause_library(folder)
    except LibraryError as error:
        return LibraryCheck(error.problems)
    files = {path.stem: path for path in clause_files(folder)}
    clauses = [clause for clause in library.clauses if clause.id in files]
    problems: list[str] = []
    warnings: list[str] = []
    for number, clause in enumerate(clauses):
        report(Progress(number, len(clauses), clause.title))
        found = [mistake for check in _CHECKS for mistake in check(clause, library)]
        path = files[clause.id]
        data = path.read_bytes()
        problems += lines(path, data, (mistake for mistake in found if not mistake.is_warning))
        warnings += lines(path, data, (mistake for mistake in found if mistake.is_warning))
    return LibraryCheck(tuple(problems), tuple(warnings), len(clauses), sum(len(c.examples) for c in clauses))
