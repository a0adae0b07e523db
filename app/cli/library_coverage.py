"""`counterdraft library check --coverage`: what a library finds in a body of documents."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from app.cli.columns import columns
from app.cli.messages import shown_progress, tell_error
from app.cli.options import TableFormat

if TYPE_CHECKING:
    from app.service.library_coverage import ClauseCoverage, Coverage


def print_coverage(folders: list[Path], library: Path | None, profile: Path | None, output: TableFormat) -> None:
    """Print which entries fire in the documents of `folders`, and what is never read or reached; end with a status."""
    from app.service.library_coverage import cover, coverage_json
    from app.service.settings import load_clause_library, profile_in_use

    clauses, facts = load_clause_library(library), profile_in_use(profile)
    with shown_progress("Reading") as report:
        coverage = cover(folders, clauses, facts, report)
    if output is TableFormat.JSON:
        typer.echo(coverage_json(coverage))
    elif coverage.documents:
        for line in _lines(coverage):
            typer.echo(line)
    for error in coverage.problems:
        tell_error(error)
    if coverage.problems or not coverage.documents:
        raise typer.Exit(1 if coverage.documents else 2)


def _lines(coverage: "Coverage") -> Iterator[str]:
    head = ("Clause type", "Carried", "Missing", "Documents by position", "Never read")
    rows = [_row(each) for each in coverage.clauses if each.documents]
    yield f"{coverage.documents} document{'s'[: coverage.documents > 1]}"
    yield from columns([head, *rows])
    silent = [each.clause.id for each in coverage.clauses if not each.documents]
    if silent:
        yield f"Never carried: {', '.join(silent)}"
    unreached = [
        f"{each.clause.id} {', '.join(map(str, each.unreached))}" for each in coverage.clauses if _partly(each)
    ]
    if unreached:
        yield f"Positions never reached: {'; '.join(unreached)}"


def _partly(each: "ClauseCoverage") -> bool:
    return bool(each.documents and each.unreached)


def _row(each: "ClauseCoverage") -> tuple[str, ...]:
    rungs = " ".join(str(number) for number in each.rungs)
    return each.clause.id, str(each.documents), str(each.missing), rungs, ", ".join(each.unread)
