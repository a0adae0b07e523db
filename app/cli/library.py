"""`counterdraft library`: commands for those who write clause libraries."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.columns import columns
from app.cli.fingerprint import fingerprint
from app.cli.library_coverage import print_coverage
from app.cli.library_diff import diff
from app.cli.library_new import new
from app.cli.library_tables import export_command, import_command
from app.cli.messages import shown_progress, tell_problems
from app.cli.options import ProfileOption, TableFormat

if TYPE_CHECKING:
    from app.service.library_check import LibraryCheck

library = typer.Typer(name="library", help="Work on a clause library.", no_args_is_help=True)
library.command(short_help="Make a document known as a standard form.")(fingerprint)
library.command(short_help="Tell what differs between two libraries.")(diff)
library.command(short_help="Write a clause file to begin with.")(new)
library.command("export", short_help="Write a library as a workbook or a Word document.")(export_command)
library.command("import", short_help="Read a library from a workbook or a Word document.")(import_command)


@library.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", readable=False, help="The library; the bundled one without.")
    ] = None,
    *,
    coverage: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FOLDER",
            readable=False,
            help="Tell instead what the library finds in the documents of this folder; repeatable.",
        ),
    ] = None,
    profile: ProfileOption = None,
    output: Annotated[
        TableFormat, typer.Option("--format", help="With --coverage: what to print.")
    ] = TableFormat.TABLE,
) -> None:
    """Check a clause library: its form, examples and wording, with file and line; exit status 3 where it fails."""
    if coverage:
        print_coverage(coverage, folder, profile, output)
        return
    from app.service.library_check import check_library
    from app.service.settings import library_folder

    with shown_progress("Checking") as report:
        found = check_library(library_folder(folder), report)
    tell_problems(found.problems)
    tell_problems(f"warning: {line}" for line in found.warnings)
    if found.clauses:
        number = len(found.problems)
        outcome = f"{number} mistake{'s'[: number > 1]}" if number else "all pass"
        typer.echo(f"{found.clauses} clause type{'s'[: found.clauses > 1]}, {found.examples} examples: {outcome}")
        for line in _rates(found):
            typer.echo(line)
    if found.problems:
        raise typer.Exit(3)


def _rates(found: "LibraryCheck") -> Iterator[str]:
    """Yield how many examples are read as before in other words, by kind of change."""
    tried, lost = found.mutations.tried, found.mutations.lost
    rows = [
        (kind, f"{number - lost[kind]} of {number}", f"{1 - lost[kind] / number:.1%}") for kind, number in tried.items()
    ]
    total = (f"{tried.total() - lost.total()} of {tried.total()}", f"{found.mutations.share:.1%}")
    yield from columns([("Examples in other words", *total), *((f"  {row[0]}", *row[1:]) for row in rows)])
