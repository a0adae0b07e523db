"""`counterdraft library new`: a clause file to begin with."""

from pathlib import Path
from typing import Annotated

import typer


def new(
    name: Annotated[str, typer.Argument(metavar="ID", help="Of the clause type, such as audit-notice.")],
    *,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder of your library.")],
    title: Annotated[str, typer.Option("--title", metavar="WORDS", help="As the memo calls it.")] = "",
    group: Annotated[str, typer.Option("--group", metavar="A-H", help="Letter of its group.")] = "D",
) -> None:
    """Write a commented clause file to fill in, and library.yaml where there is none."""
    from app.service.library_new import write_entry

    for path in write_entry(name, out, title=title, group=group):
        typer.echo(f"Written: {path}")
    typer.echo(f"Fill it in, then: counterdraft library check {out}")
