"""`counterdraft library check`: whether a clause library is right, every mistake with file and line."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.messages import tell_problems

library = typer.Typer(name="library", help="Work on a clause library.", no_args_is_help=True)


@library.callback()
def _commands() -> None:
    """Keep `check` a command of its own, as long as it is the only one."""


@library.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", readable=False, help="The library; the bundled one without.")
    ] = None,
) -> None:
    """Validate a clause library and run the examples of its entries."""
    from app.service.library_check import check_library
    from app.service.settings import library_folder

    found = check_library(library_folder(folder))
    if found.problems:
        tell_problems(found.problems)
        raise typer.Exit(3)
    typer.echo(f"{found.clauses} clause types, {found.examples} examples: all pass")
