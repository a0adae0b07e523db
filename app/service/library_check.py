"""Checks a clause library: its form, its examples, its wording, and what reads ill in it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import LibraryError
from app.library.files import lines, parse
from app.library.guidance_schema import GuidanceFile
from app.library.lint import Mistake
from app.library.lints.cues import lint_cues, lint_phrases
from app.library.lints.entry import lint_entry
from app.library.lints.references import lint_guidance, lint_references
from app.library.lints.rungs import lint_rungs
from app.library.lints.style import lint_style
from app.library.loader import clause_files, guidance_files
from app.model.clause import ClauseType
from app.model.library import ClauseLibrary
from app.paths import data_dir
from app.service.jobs import Progress, Report, silent
from app.service.library_examples import check_examples
from app.service.library_mutations import SHARE_DUE, Mutations, mutate
from app.service.library_wording import check_wording
from app.service.settings import load_clause_library


@dataclass(frozen=True, slots=True)
class LibraryCheck:
    """What a check found, and how much was checked.

    Attributes:
        problems: Mistakes as lines "file:line: field: message": with any of them the library fails.
        warnings: In the same form what an author should look at.
        clauses: How many clause types the folder holds; so `examples`.
        mutations: How the examples fare in other words that mean the same.
    """

    problems: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    clauses: int = 0
    examples: int = 0
    mutations: Mutations = field(default_factory=Mutations)


def check_library(folder: Path, report: Report = silent) -> LibraryCheck:
    """Check the clause types that `folder` adds to the bundled library or changes in it, and its guidance.

    Raises:
        Cancelled: `report` said that the user asked to stop.
    """
    try:
        library = load_clause_library(folder)
    except LibraryError as error:
        return LibraryCheck(error.problems)
    is_bundled = folder.resolve() == data_dir("clause_library").resolve()
    files = {path.stem: path for path in clause_files(folder)}
    clauses = [clause for clause in library.clauses if clause.id in files]
    shared: defaultdict[str, list[Mistake]] = defaultdict(list)
    for name, mistake in lint_cues(library):
        shared[name].append(mistake)
    told: list[tuple[Path, list[Mistake]]] = []
    mutations = Mutations()
    for number, clause in enumerate(clauses):
        report(Progress(number, len(clauses), clause.title))
        changed = mutate(clause, library)
        mistakes = (*mistakes_in(clause, library, is_bundled=is_bundled), *shared[clause.id], *changed.remarks)
        told.append((files[clause.id], list(dict.fromkeys(mistakes))))
        mutations = mutations.with_those(changed)
    told += ((path, list(_of_guidance(path, library))) for path in guidance_files(folder))
    problems = [line for path, mistakes in told for line in _lines(path, mistakes, warnings=False)]
    if mutations.share < SHARE_DUE:
        shares = f"{mutations.share:.1%} of the examples in other words are read as before, under {SHARE_DUE:.0%}"
        problems.append(f"{folder.name}: {shares}; see the warnings for those that are not")
    return LibraryCheck(
        problems=tuple(problems),
        warnings=tuple(line for path, mistakes in told for line in _lines(path, mistakes, warnings=True)),
        clauses=len(clauses),
        examples=sum(len(clause.examples) for clause in clauses),
        mutations=mutations,
    )


def mistakes_in(clause: ClauseType, library: ClauseLibrary, *, is_bundled: bool) -> Iterator[Mistake]:
    """Yield what is wrong with one entry of a library that could be loaded, and what reads ill in it."""
    yield from lint_entry(clause, is_bundled=is_bundled)
    yield from lint_rungs(clause)
    yield from lint_references(clause, library)
    yield from lint_phrases(clause)
    yield from lint_style(clause)
    yield from check_examples(clause, library)
    yield from check_wording(clause, library)


def _of_guidance(path: Path, library: ClauseLibrary) -> Iterator[Mistake]:
    yield from lint_guidance(GuidanceFile.model_validate(parse(path, path.read_bytes())), library)


def _lines(path: Path, mistakes: list[Mistake], *, warnings: bool) -> list[str]:
    chosen = [mistake for mistake in mistakes if mistake.is_warning == warnings]
    return lines(path, path.read_bytes(), chosen) if chosen else []
